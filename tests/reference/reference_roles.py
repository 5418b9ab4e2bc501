"""Which words say something about which mention, and in what role: every pair of a hit and a mention by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reference_matching import Match
from reference_mentions import Mention
from reference_references import PARTS
from reference_text import Text

from framing.link.roles import Role
from framing.text.kinds import (
    ACTING,
    ACTOR,
    COPULA,
    DESCRIBING,
    FINITE,
    MODIFIED,
    NOMINAL,
    PERSON_NOUNS,
    PREPOSITIONS,
    VERBAL,
    Kind,
)

REACH, NEGATION_REACH, AGENT_REACH, NAME_REACH = 31, 4, 3, 4
HELPERS = {Kind.AUXILIARY, Kind.HAVE, Kind.BE, Kind.NEGATION, Kind.ADVERB}
TOUCHES_NAME = {Kind.TITLE, Kind.ADJECTIVE, Kind.NAME, Kind.NUMBER}
MODIFIERS = {Kind.MENTION, Kind.POSSESSIVE}
NOUN_ROLES = {Kind.OF: Role.NOUN_OF, Kind.FOR: Role.NOUN_FOR, Kind.BY: Role.NOUN_BY}


class Sentence:
    """Settled words, to be asked what stands between two of them."""

    def __init__(self, text: Text) -> None:
        self.kinds = [word.kind for word in text.words]
        self.known = [word.known for word in text.words]
        self.gaps = [word.gap for word in text.words]
        self.number = [word.sentence for word in text.words]

    def is_broken(self, i: int) -> bool:
        """Does a phrase end before the word?"""
        return not PARTS.isdisjoint(self.gaps[i])

    def phrase_start(self, i: int) -> int:
        """The left edge of the noun phrase that a word is in."""
        while not self.is_broken(i) and self.kinds[i - 1] in NOMINAL:
            i -= 1
        return i

    def count(self, i: int, j: int, kinds: set[Kind]) -> int:
        """How many words strictly between two words are of these kinds."""
        return sum(kind in kinds for kind in self.kinds[i + 1 : j])

    def marks(self, i: int, j: int, mark: str) -> int:
        """How many gaps between two words hold the mark."""
        return sum(mark in gap for gap in self.gaps[i + 1 : j + 1])

    def walls(self, i: int, j: int) -> int:
        """Clause words and dashes between two words."""
        return self.count(i, j, {Kind.CLAUSE, Kind.WHO}) + self.marks(i, j, "dash")

    def is_alone(self, i: int, j: int) -> bool:
        """Nobody else, and no edge of direct speech, between two words."""
        return not self.count(i, j, ACTOR) and not self.marks(i, j, "speech")

    def is_all(self, i: int, j: int, kinds: set[Kind]) -> bool:
        """Are all words strictly between two words of these kinds?"""
        return all(kind in kinds for kind in self.kinds[i + 1 : j])

    def is_negated(self, i: int) -> bool:
        """Does the nearest negation stand at most four words before, in the same clause and sentence?"""
        for j in range(i - 1, max(i - NEGATION_REACH, 0) - 1, -1):
            if self.kinds[j] == Kind.NEGATION:
                clear = not self.walls(j, i) and not self.marks(j, i, "comma") and self.is_alone(j, i)
                return clear and self.number[j] == self.number[i]
        return False


class Target:
    """What the rules want to know of a mention."""

    def __init__(self, sentence: Sentence, mention: Mention) -> None:
        kinds, gaps, first, last = sentence.kinds, sentence.gaps, mention.first, mention.last
        follower, parted = kinds[last + 1], sentence.is_broken(last + 1)
        has_s = follower == Kind.POSSESSIVE
        self.first, self.last = first, last
        self.start = sentence.phrase_start(first)
        self.lead = Kind.OTHER if sentence.is_broken(self.start) else kinds[self.start - 1]
        self.outer = sentence.phrase_start(self.start - 1)
        self.owner = has_s or mention.owning
        self.owned = last + 1 if has_s else last
        self.heads = follower in MODIFIED and not parted and not self.owner
        if self.lead in VERBAL or self.lead == Kind.AS:
            self.governed = parted or follower not in FINITE
        else:
            self.governed = self.lead in PREPOSITIONS
        self.relative = follower == Kind.WHO
        self.apposed = bool(gaps[last + 1] & {"comma", "dash"})
        self.prefixed = "comma" in gaps[self.start]
        self.itself = not self.heads and not self.owner


def ties(text: Text, terms: Sequence[Match], mentions: Sequence[Mention]) -> Iterator[tuple[Match, Mention, Role]]:
    """All ties: hits inside a mention, and hits with the mention after and the mention before them."""
    sentence = Sentence(text)
    for hit in terms:
        preceding = [mention for mention in mentions if mention.first <= hit.first][-1:]
        following = [mention for mention in mentions if mention.first > hit.first][:1]
        if preceding and hit.last <= preceding[0].last:
            yield hit, preceding[0], Role.LABEL
        for mention, rule in (*((m, before) for m in following), *((m, after) for m in preceding)):
            apart = hit.last < mention.first or hit.first > mention.last
            near = abs(hit.first - mention.first) <= REACH
            if apart and near and sentence.number[hit.first] == sentence.number[mention.first]:
                role = rule(sentence, hit, Target(sentence, mention))
                if role:
                    yield hit, mention, role


def before(sentence: Sentence, hit: Match, mention: Target) -> Role:
    """The role of a word that stands before a mention."""
    kind, gap, lead_at = sentence.kinds[hit.first], sentence.gaps[hit.first], mention.start - 1
    describes = sentence.kinds[hit.last] in DESCRIBING
    beside = mention.first - 1
    touches = hit.last == beside or sentence.kinds[beside] in TOUCHES_NAME or sentence.known[beside] in PERSON_NOUNS
    if hit.first >= mention.start and describes and touches and not mention.heads:
        return Role.EPITHET
    says = (kind in ACTING and "speech" in gap) or (kind == Kind.REPORT and "comma" in gap)
    if hit.last == lead_at and says and not mention.owner:
        return Role.SUBJECT
    if not mention.itself:
        return Role.NONE
    if hit.last == lead_at and kind in ACTING and mention.governed:
        return Role.OBJECT
    if mention.lead == Kind.BY and kind == Kind.PASSIVE and lead_at - hit.last <= AGENT_REACH:
        walls = sentence.walls(hit.last, mention.first) or sentence.marks(hit.last, mention.first, "comma")
        verbs, speech = (
            sentence.count(hit.last, mention.first, VERBAL),
            sentence.marks(hit.last, mention.first, "speech"),
        )
        if not walls and not verbs and not speech:
            return Role.AGENT
    in_outer = mention.outer <= hit.first and hit.last < lead_at
    if mention.lead in NOUN_ROLES and in_outer and describes and sentence.is_alone(hit.last, mention.first):
        return NOUN_ROLES[mention.lead]
    if mention.lead == Kind.AGAINST and kind in VERBAL and hit.last == lead_at - 1:
        return Role.VERB_AT
    if mention.prefixed and describes and is_in_preceding_phrase(sentence, hit, mention):
        return Role.APPOSITION
    return Role.NONE


def is_in_preceding_phrase(sentence: Sentence, hit: Match, mention: Target) -> bool:
    """'A longtime Putin crony, Medvedev': a phrase from a mark to the comma; a name may modify or own its noun."""
    phrase = sentence.phrase_start(mention.start - 1)
    edge = phrase
    while phrase - edge < NAME_REACH and not sentence.is_broken(edge) and sentence.kinds[edge - 1] in MODIFIERS:
        edge -= 1
    opened = sentence.is_broken(sentence.phrase_start(edge))
    return phrase <= hit.first and hit.last < mention.start and opened


def after(sentence: Sentence, hit: Match, mention: Target) -> Role:
    """The role of a word that stands after a mention."""
    word, last, kind = hit.first, mention.last, sentence.kinds[hit.first]
    describes, doing, before_it = sentence.kinds[hit.last] in DESCRIBING, kind in ACTING, sentence.kinds[word - 1]
    commas, alone = sentence.marks(last, word, "comma"), sentence.is_alone(last, word)
    verbs, copulas = sentence.count(last, word, VERBAL), sentence.count(last, word, COPULA)
    prepositions, to = sentence.count(last, word, PREPOSITIONS - {Kind.TO}), sentence.count(last, word, {Kind.TO})
    whole = alone and sentence.walls(last, word) == mention.relative
    inner = commas - (mention.relative and mention.apposed)
    plain = whole and inner == 0
    bracketed = mention.apposed and (inner == 2 or (inner == 1 and mention.prefixed))
    free = not mention.governed and mention.itself
    acts = free and (plain or (whole and bracketed))
    resumed = free and alone and mention.apposed and commas == 2 and follows_helpers(sentence, word)
    joined = free and whole and commas <= 1 and before_it == Kind.AND
    if mention.owner and plain and describes and word > mention.owned and sentence.is_all(mention.owned, word, NOMINAL):
        return Role.POSSESSED
    if mention.heads and plain and describes and sentence.is_all(last, word, NOMINAL):
        return Role.HEAD
    only_seems = verbs == sentence.count(last, word, {Kind.LINKING})
    if acts and copulas and only_seems and not prepositions and not to and describes:
        return Role.COMPLEMENT
    if kind == Kind.PASSIVE and ((acts and not verbs) or resumed):
        return Role.PASSIVE
    if doing and ((acts and not verbs and not prepositions) or joined or resumed):
        return Role.SUBJECT
    if doing and acts and before_it == Kind.TO:
        return Role.SUBJECT_TO
    apposed = mention.apposed and whole and commas == 1 and not mention.relative and not mention.owner
    if apposed and describes and not verbs and not prepositions and not copulas and is_closed(sentence, hit):
        return Role.APPOSITION
    return Role.NONE


def follows_helpers(sentence: Sentence, word: int) -> bool:
    """Only helper words since the last mark: '…, has never lied'."""
    mark = word
    while not sentence.is_broken(mark):
        mark -= 1
    return sentence.is_all(mark - 1, word, HELPERS)


def is_closed(sentence: Sentence, hit: Match) -> bool:
    """Does a mark close the phrase, within reach, before any verb comes?"""
    close = hit.last + 1
    while close < len(sentence.kinds) and not sentence.is_broken(close):
        close += 1
    near = close < len(sentence.kinds) and close - hit.last <= REACH
    return near and not sentence.count(hit.last, close, VERBAL | COPULA)
