"""Which words say something about which mention, and in what role: every pair of a hit and a mention by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reference_kinds import follows_plural_owner, is_joined_by_hyphen
from reference_matching import Match
from reference_mentions import Mention
from reference_references import PARTS
from reference_text import Text

from framing.link.roles import Role
from framing.text.frames import CHARGES, DENIES, ED, ING, MAKES, NAMES, NAMES_AS, OVER, frame_of
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
    SHORT_TITLES,
    VERBAL,
    Kind,
)

REACH, NEGATION_REACH, AGENT_REACH, NAME_REACH, LIST_REACH = 31, 4, 3, 4, 6
HELPERS = {Kind.AUXILIARY, Kind.HAVE, Kind.BE, Kind.NEGATION, Kind.ADVERB}
TOUCHES_NAME = {Kind.TITLE, Kind.ADJECTIVE, Kind.NAME, Kind.NUMBER}
MODIFIERS = {Kind.MENTION, Kind.POSSESSIVE}
NOUN_ROLES = {Kind.OF: Role.NOUN_OF, Kind.FOR: Role.NOUN_FOR, Kind.BY: Role.NOUN_BY, Kind.FROM: Role.NOUN_FROM}
NAMES_SOMEBODY = {Kind.NAME, Kind.MENTION}
CHARGED_BY = {Kind.OF, Kind.FOR}
# What is said of the first of a list of names is said of the next ones; what the last does the ones before do too.
SAID_OF_ALL = {Role.SUBJECT, Role.OBJECT, Role.AGENT, Role.VERB_AT, *NOUN_ROLES.values()}
DONE_BY_ALL = {
    Role.COMPLEMENT, Role.SUBJECT, Role.SUBJECT_TO, Role.PARTICIPLE, Role.PASSIVE, Role.NAMED, Role.CHARGE,
}  # fmt: skip


class Sentence:
    """Settled words, to be asked what stands between two of them."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.kinds = [word.kind for word in text.words]
        self.known = [word.known for word in text.words]
        self.gaps = [word.gap for word in text.words]
        self.number = [word.sentence for word in text.words]

    def is_broken(self, i: int) -> bool:
        """Does a phrase end before the word? Not after "Mr."."""
        parts = PARTS & self.gaps[i]
        return bool(parts) and not (parts == {"stop"} and self.known[i - 1] in SHORT_TITLES)

    def frame(self, i: int) -> int:
        """What a word opens, as bits."""
        return frame_of(self.known[i])

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
        """
        Does the nearest negation stand at most four words before, in the same clause and sentence, with nobody between
        but a subject right after it, or does "failed to" stand right before?
        """
        if self.is_denied(i):
            return True
        for j in range(i - 1, max(i - NEGATION_REACH, 0) - 1, -1):
            if self.kinds[j] == Kind.NEGATION:
                clear = not self.walls(j, i) and not self.marks(j, i, "comma") and not self.marks(j, i, "speech")
                nobody = self.kinds[j + 1] in ACTOR or not self.count(j, i, ACTOR)
                return clear and nobody and self.number[j] == self.number[i]
        return False

    def is_denied(self, i: int) -> bool:
        """'failed to gloat', 'refused to be humiliated', 'denied lying', without a mark inside."""
        words = [i]
        if self.kinds[i - 1] == Kind.BE:
            words.append(i - 1)
        to = self.kinds[words[-1] - 1] == Kind.TO
        if to:
            words.append(words[-1] - 1)
        denies = self.frame(words[-1] - 1) & DENIES and not any(map(self.is_broken, words))
        return bool(denies and (to or (len(words) == 1 and self.frame(i) & ING)))


class Target:
    """What the rules want to know of a mention."""

    def __init__(self, sentence: Sentence, mention: Mention, names: Names) -> None:
        kinds, gaps, first, last = sentence.kinds, sentence.gaps, mention.first, mention.last
        follower, parted = kinds[last + 1], sentence.is_broken(last + 1)
        has_s = follower == Kind.POSSESSIVE
        self.first, self.last = first, last
        self.start = sentence.phrase_start(first)
        self.lead = Kind.OTHER if sentence.is_broken(self.start) else kinds[self.start - 1]
        self.outer = sentence.phrase_start(self.start - 1)
        self.owner = has_s or mention.owning or follows_plural_owner(sentence.text, last + 1)
        self.owned = last + 1 if has_s else last
        self.heads = follower in MODIFIED and not parted and not self.owner
        self.speaks = follower in FINITE and not parted
        governor = names.leader(mention)
        if governor in VERBAL or governor == Kind.AS:
            self.governed = not self.speaks
        else:
            self.governed = governor in PREPOSITIONS
        self.relative = follower == Kind.WHO
        self.apposed = bool(gaps[last + 1] & {"comma", "dash"})
        self.prefixed = "comma" in gaps[self.start]
        self.opens = sentence.is_broken(self.start)
        self.itself = not self.heads and not self.owner


class Names:
    """The mentions of an article and the lists they stand in: "X and Y", "X, Y and Z"."""

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        self.sentence, self.mentions = sentence, list(mentions)
        self.place = {mention.first: at for at, mention in enumerate(mentions)}

    def follows_and(self, at: int) -> bool:
        """Do only "and" and the words of the name's own phrase stand between it and the mention before?"""
        if at < 1 or at >= len(self.mentions) or self.mentions[at - 1].owning:
            return False
        start = self.sentence.phrase_start(self.mentions[at].first)
        near = self.mentions[at].first - self.mentions[at - 1].last <= LIST_REACH
        joint = start - 1 == self.mentions[at - 1].last + 1 and self.sentence.kinds[start - 1] == Kind.AND
        return near and joint and not self.sentence.is_broken(start) and not self.sentence.is_broken(start - 1)

    def follows_comma(self, at: int) -> bool:
        """Does only a comma stand there?"""
        if at < 1 or self.mentions[at - 1].owning:
            return False
        start = self.sentence.phrase_start(self.mentions[at].first)
        near = self.mentions[at].first - self.mentions[at - 1].last <= LIST_REACH
        gap = self.sentence.gaps[start]
        return near and start - 1 == self.mentions[at - 1].last and "comma" in gap and "dash" not in gap

    def is_joined(self, at: int) -> bool:
        """Does the mention go on with a list?"""
        return self.follows_and(at) or (
            0 <= at < len(self.mentions) and self.follows_and(at + 1) and self.follows_comma(at)
        )

    def leader(self, mention: Mention) -> Kind:
        """The kind of the word before the phrase of the first name of the list; OTHER where a mark parts them."""
        at = self.place[mention.first]
        while self.is_joined(at):
            at -= 1
        start = self.sentence.phrase_start(self.mentions[at].first)
        return Kind.OTHER if self.sentence.is_broken(start) else self.sentence.kinds[start - 1]

    def is_compound(self, mention: Mention) -> bool:
        """Is the mention part of a word with a hyphen ("Putin-backed"), but not of a name ("al-Assad")?"""
        words = self.sentence.text.words
        if is_joined_by_hyphen(self.sentence.text, mention.last + 1):
            return True
        size = len(words[mention.first - 1].text.encode("utf-8", "surrogatepass"))
        of_name = size == 2 or (size > 2 and self.sentence.kinds[mention.first - 1] in NAMES_SOMEBODY)
        return is_joined_by_hyphen(self.sentence.text, mention.first) and not of_name


def ties(text: Text, terms: Sequence[Match], mentions: Sequence[Mention]) -> Iterator[tuple[Match, Mention, Role]]:
    """
    All ties: hits inside a mention, hits with the mention after and the mention before them, those with the names in
    one list with these, and participles that open a sentence.
    """
    sentence = Sentence(text)
    names = Names(sentence, mentions)
    for hit in terms:
        following = next((at for at, mention in enumerate(mentions) if mention.first > hit.first), len(mentions))
        if following and hit.last <= mentions[following - 1].last:
            yield hit, mentions[following - 1], Role.LABEL
        for at, step, rule, shared in (
            (following, 1, before, SAID_OF_ALL), (following - 1, -1, after, DONE_BY_ALL),
        ):  # fmt: skip
            if is_pair(names, hit, at):
                role = rule(sentence, hit, Target(sentence, mentions[at], names))
                if role:
                    yield hit, mentions[at], role
                if role in shared:
                    yield from ((hit, mention, role) for mention in others_in_list(names, at, step))
        for skipped in (0, 1):
            at = following + skipped
            if is_pair(names, hit, at) and is_opening_participle(sentence, hit, names, at, skipped):
                yield hit, mentions[at], Role.PARTICIPLE


def is_pair(names: Names, hit: Match, at: int) -> bool:
    """Do hit and mention stand apart, near each other in one sentence, and is the mention no part of a compound?"""
    if not 0 <= at < len(names.mentions):
        return False
    mention, number = names.mentions[at], names.sentence.number
    apart = hit.last < mention.first or hit.first > mention.last
    near = abs(hit.first - mention.first) <= REACH and number[hit.first] == number[mention.first]
    return apart and near and not names.is_compound(mention)


def others_in_list(names: Names, at: int, step: int) -> Iterator[Mention]:
    """Up to two more names of a list, forwards or backwards, until one is in the way."""
    for _ in range(2):
        if not names.is_joined(at + 1 if step > 0 else at):
            return
        at += step
        target = Target(names.sentence, names.mentions[at], names)
        hinders = target.speaks if step > 0 else target.governed
        if not target.itself or hinders or names.is_compound(names.mentions[at]):
            return
        yield names.mentions[at]


def is_opening_participle(sentence: Sentence, hit: Match, names: Names, at: int, skipped: int) -> bool:
    """'Raging against Kyiv, Putin said …': nobody but the one mention skipped stands before the comma, and no verb."""
    target = Target(sentence, names.mentions[at], names)
    i, j = hit.last, target.first
    opens = sentence.is_broken(hit.first) and sentence.frame(hit.first) & ING and sentence.kinds[hit.first] in ACTING
    other = names.mentions[at - 1]
    others = other.last - other.first + 1 if skipped else 0
    clear = not sentence.walls(i, j) and not sentence.count(i, j, VERBAL) and not sentence.marks(i, j, "speech")
    alone = clear and sentence.count(i, j, ACTOR) == others and sentence.marks(i, j, "comma") == 1
    return bool(opens) and alone and target.speaks and target.prefixed and not target.governed


def before(sentence: Sentence, hit: Match, mention: Target) -> Role:  # noqa: C901 - a grammar is one list of cases
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
    direct = mention.lead != Kind.FROM or hit.last == lead_at - 1
    if mention.lead in NOUN_ROLES and in_outer and direct and describes and sentence.is_alone(hit.last, mention.first):
        return NOUN_ROLES[mention.lead]
    inner = sentence.kinds[hit.last + 1 : lead_at]
    particle = inner == [Kind.PREPOSITION] and not sentence.is_broken(lead_at - 1)
    aimed = hit.last < lead_at and mention.lead in (Kind.AGAINST, Kind.TO) and (not inner or particle)
    if aimed and kind in VERBAL:
        return Role.VERB_AT
    if mention.prefixed and describes and is_named_ahead(sentence, hit, mention):
        return Role.NAMED
    nominal = not sentence.count(hit.last, mention.first, VERBAL)
    if mention.prefixed and describes and nominal and is_in_preceding_phrase(sentence, hit, mention):
        return Role.APPOSITION
    return Role.NONE


def is_named_ahead(sentence: Sentence, hit: Match, mention: Target) -> bool:
    """'Hailed as a hero, Zelensky …', 'Branded a liar, Putin …'."""
    i, j, start = hit.last, mention.first, sentence.phrase_start(hit.first)
    if sentence.is_broken(start):
        return False
    opener, asked = (start - 2, NAMES_AS) if sentence.kinds[start - 1] == Kind.AS else (start - 1, NAMES)
    frame = sentence.frame(opener)
    if sentence.is_broken(opener + 1) or not frame & asked or frame & ING or sentence.kinds[opener] not in VERBAL:
        return False
    clear = sentence.is_alone(i, j) and not sentence.walls(i, j) and not sentence.count(i, j, VERBAL)
    return clear and sentence.marks(i, j, "comma") == 1 and sentence.is_broken(opener)


def is_in_preceding_phrase(sentence: Sentence, hit: Match, mention: Target) -> bool:
    """'A longtime Putin crony, Medvedev': a phrase from a mark to the comma; a name may modify or own its noun."""
    phrase = sentence.phrase_start(mention.start - 1)
    edge = phrase
    while phrase - edge < NAME_REACH and not sentence.is_broken(edge) and sentence.kinds[edge - 1] in MODIFIERS:
        edge -= 1
    opened = sentence.is_broken(sentence.phrase_start(edge))
    return phrase <= hit.first and hit.last < mention.start and opened


def after(sentence: Sentence, hit: Match, mention: Target) -> Role:  # noqa: C901 - likewise
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
    apposed = mention.apposed and whole and commas == 1 and not mention.relative
    frame = Frame(sentence, hit)
    role = frame.of_object(mention) if plain else Role.NONE
    if verbs <= 1 and ((acts and (verbs or copulas)) or (apposed and free)):
        role = frame.of_subject(mention, verbs, apposed and free) or role
    if role:
        return role
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
    if doing and free and whole and commas == 1 and "comma" in sentence.gaps[word] and sentence.frame(word) & ING:
        finite = mention.speaks and (verbs == 1 or (not verbs and copulas))
        if finite or (mention.opens and word == last + 1):
            return Role.PARTICIPLE
    if (
        apposed
        and not mention.owner
        and describes
        and not verbs
        and not prepositions
        and not copulas
        and is_closed(sentence, hit)
    ):
        return Role.APPOSITION
    return Role.NONE


class Frame:
    """What a listed verb may say by a word: how the word's phrase is led, and which word that verb would be."""

    def __init__(self, sentence: Sentence, hit: Match) -> None:
        kinds = sentence.kinds
        self.sentence, self.hit = sentence, hit
        self.start = sentence.phrase_start(hit.first)
        led, led_before = kinds[self.start - 1], kinds[self.start - 2]
        if led == Kind.AS:
            self.opener, self.asked = self.start - 2, NAMES_AS
        elif led in CHARGED_BY or sentence.frame(self.start - 1) & OVER:
            self.opener, self.asked = self.start - 2, CHARGES
        elif led == Kind.BE and led_before in CHARGED_BY:  # "of being a liar"
            self.opener, self.asked = self.start - 3, CHARGES
        else:
            self.opener, self.asked = self.start - 1, NAMES | MAKES
        self.describes = kinds[hit.last] in DESCRIBING
        doing = kinds[hit.first] in ACTING and bool(sentence.frame(hit.first) & ING)
        leads = all(kind in HELPERS for kind in kinds[self.start : hit.first])  # "of repeatedly lying"
        self.says = self.describes or (doing and leads)
        self.ends = sentence.is_broken(hit.last + 1) or kinds[hit.last + 1] not in NOMINAL | ACTOR

    def of_object(self, mention: Target) -> Role:
        """'called him a liar', 'described him as a liar', 'left him humiliated'; 'accused him of lying'."""
        kinds, hit = self.sentence.kinds, self.hit
        verb = self.sentence.frame(mention.start - 1) & self.asked if mention.lead in VERBAL else 0
        adjective = kinds[hit.last] == Kind.ADJECTIVE
        if mention.owner:
            noun = kinds[hit.first - 1] in (Kind.NOUN, Kind.OTHER) and self.start == mention.owned + 1
            return Role.NAMED if verb & NAMES and self.ends and adjective and noun else Role.NONE
        if not mention.itself or self.opener != mention.last:
            return Role.NONE
        single = hit.first == hit.last == mention.last + 1 and kinds[hit.first] == Kind.VERB
        if verb & MAKES and self.ends and single and self.sentence.frame(hit.first) & ED:
            return Role.NAMED
        if not mention.governed:
            return Role.NONE
        article = kinds[self.start] == Kind.DETERMINER
        made = verb & MAKES and self.ends and adjective and not article
        if self.describes and (verb & NAMES_AS or made or (verb & NAMES and (article or self.ends))):
            return Role.NAMED
        return Role.CHARGE if verb & CHARGES and self.says else Role.NONE

    def of_subject(self, mention: Target, verbs: int, beside: bool) -> Role:
        """'was branded a liar', 'was described as a liar'; 'was accused of lying', 'is guilty of lies'."""
        frame = self.sentence.frame(self.opener)
        if self.opener <= mention.last:
            return Role.NONE
        kind = self.sentence.kinds[self.opener]
        place = self.opener == mention.last + 1 and kind in VERBAL if beside else kind == Kind.PASSIVE
        undergoes = place and verbs == 1 and not frame & ING
        if undergoes and self.describes and frame & self.asked & (NAMES | NAMES_AS):
            return Role.NAMED
        guilty = not beside and kind == Kind.ADJECTIVE and not verbs
        return Role.CHARGE if (undergoes or guilty) and frame & self.asked & CHARGES and self.says else Role.NONE


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
