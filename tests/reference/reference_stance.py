"""A target's contacts word by word: what `framing.stance` reads beside a target, slow and plain."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from reference_kinds import mark_mentions, senses_of, settle
from reference_matching import Match, Matcher
from reference_mentions import Mention
from reference_quotations import Quotation, find_quotations
from reference_roles import Names, Sentence, Target, after, before
from reference_text import Text, lists_of

from framing.actors.cast import compile_cast
from framing.engine import Equipment
from framing.link.loose import Loose
from framing.link.roles import Role
from framing.spans.terms import ADJECTIVE, ADVERB, NOUN, VERB
from framing.stance.reading import Reader
from framing.text.buffer import Piece
from framing.text.kinds import ACTING, ACTOR, COPULA, DESCRIBING, PREPOSITIONS, VERBAL, Kind

REACH, NEXT_REACH = 31, 9
BEARER = {
    Role.LABEL, Role.EPITHET, Role.APPOSITION, Role.COMPLEMENT, Role.NAMED, Role.CHARGE, Role.POSSESSED, Role.HEAD,
}  # fmt: skip
OBJECT = {
    Role.OBJECT, Role.VERB_AT, Role.PASSIVE, Loose.OWNED_OBJECT, Loose.OBJECT_AFTER, Loose.VERB_NEAR,
    Loose.SAME_BEFORE, Loose.NEXT_BEFORE, Loose.FAR_BEFORE,
}  # fmt: skip
MEANT = {
    NOUN: (NOUN, VERB, ADJECTIVE, ADVERB), VERB: (VERB, NOUN, ADJECTIVE, ADVERB),
    ADJECTIVE: (ADJECTIVE, VERB, NOUN, ADVERB), ADVERB: (ADVERB, ADJECTIVE, NOUN, VERB),
}  # fmt: skip


@dataclass(frozen=True)
class Contact:
    """A listed word beside the target."""

    start: int
    end: int
    term: str
    role: str
    value: float | None
    factor: float
    distance: int
    quoted: bool


class SlowReader:
    """Reads one target at a time."""

    def __init__(self, reader: Reader) -> None:
        self.terms = reader.terms
        self.lists = lists_of(Equipment(reader.vocabulary, reader.terms, compile_cast([])))
        self.matcher = Matcher.of(self.lists)

    def read(self, text: str, start: int, end: int) -> list[Contact]:
        """Every contact, in the order of the text."""
        words = Text([Piece(0, False, text)], self.lists)
        quotations = find_quotations(words)
        words.closing = {quotation.last for quotation in quotations}
        offset = words.offset[0]
        first, last = target_words(words, offset + start, offset + end)
        owning = words.words[first].kind == Kind.OWNING
        mark_mentions(words, [(first, last)])
        settle(words)
        mention = Mention(first, last, 0, "name", "name", owning)
        return list(self.contacts(words, quotations, mention, offset))

    def contacts(self, text: Text, quotations: list[Quotation], target: Mention, offset: int) -> Iterator[Contact]:
        sentence = Sentence(text)
        names = Names(sentence, [target])
        for hit in self.matcher.find_terms(text, []):
            word, end = text.words[hit.first], text.words[hit.last].end
            apart = hit.last < target.first or hit.first > target.last
            named = word.kind == Kind.NAME and word.capital and not word.opening
            if word.start < offset or not apart or named:
                continue
            role = role_toward(sentence, hit, target, names, quotations)
            sense = self.meant(text, hit, word.kind)
            factor = -0.5 if sentence.is_negated(hit.first) else 1.0
            value = self.value(sense, role)
            yield Contact(
                start=word.start - offset,
                end=end - offset,
                term=self.terms.entries[int(self.terms.entry[sense])].term,
                role=role.name.lower(),
                value=None if value is None else value * factor,
                factor=factor,
                distance=target.first - hit.last if hit.last < target.first else hit.first - target.last,
                quoted=inside(quotations, hit.first) is not None and inside(quotations, target.first) is None,
            )

    def meant(self, text: Text, hit: Match, kind: Kind) -> int:
        """The sense whose part of speech fits the kind of word best; the first of equal ones."""
        of_kind = {Kind.ADJECTIVE: ADJECTIVE, Kind.ADVERB: ADVERB}.get(kind, NOUN)
        if kind in VERBAL | COPULA | {Kind.PAST, Kind.HAVE}:
            of_kind = VERB
        order = MEANT[of_kind]

        def rank(sense: int) -> int:
            pos = int(self.terms.pos[sense])
            return order.index(pos) if pos in order else 9

        return min(senses_of(text, hit), key=rank)

    def value(self, sense: int, role: Role | Loose) -> float | None:
        """What the sense says of whoever has the role; None if it is not rated."""
        bearer, subject, object_ = (
            float(column[sense]) for column in (self.terms.bearer, self.terms.subject, self.terms.object)
        )
        if all(map(math.isnan, (bearer, subject, object_))):
            return None
        if self.terms.pos[sense] != VERB:
            value = bearer
        elif role in BEARER:
            value = object_ if math.isnan(bearer) else bearer
        else:
            value = object_ if role in OBJECT else subject
        return 0.0 if math.isnan(value) else value


def target_words(text: Text, start: int, end: int) -> tuple[int, int]:
    """The words from the first that ends after the target's start to the last that begins before its end."""
    first = next((i for i, word in enumerate(text.words) if word.end > start), len(text.words) - 1)
    last = max([first, *(i for i, word in enumerate(text.words) if word.start < end)])
    return first, last - (last > first and text.words[last].text in ("s", "S"))


def inside(quotations: list[Quotation], word: int) -> Quotation | None:
    """The quotation that a word stands in."""
    return next((quotation for quotation in quotations if quotation.first <= word <= quotation.last), None)


def role_toward(
    sentence: Sentence, hit: Match, target: Mention, names: Names, quotations: list[Quotation]
) -> Role | Loose:
    """A tight role, else a loose one."""
    ahead = hit.last < target.first
    same = sentence.number[hit.first] == sentence.number[target.first]
    if same and abs(hit.first - target.first) <= REACH:
        known = Target(sentence, target, names)
        rule = before if ahead else after
        tight = Role.NONE if names.is_compound(target) else rule(sentence, hit, known)
        if tight:
            return tight
        loose = loose_before(sentence, hit, known) if ahead else loose_after(sentence, hit, known)
        if loose:
            return loose
    i, j = (hit.last, target.first) if ahead else (target.last, hit.first)
    near = j - i <= REACH
    cuts = sentence.walls(i, j) + sentence.marks(i, j, "comma")
    quoted = inside(quotations, hit.first) is not None and inside(quotations, target.first) is None
    if quoted and (not near or cuts):
        return Loose.QUOTED
    if near and same and not cuts:
        return Loose.SAME_BEFORE if ahead else Loose.SAME_AFTER
    if near and same and cuts == 1 and j - i <= NEXT_REACH:
        return Loose.NEXT_BEFORE if ahead else Loose.NEXT_AFTER
    return Loose.FAR_BEFORE if ahead else Loose.FAR_AFTER


def loose_before(sentence: Sentence, hit: Match, mention: Target) -> Loose | None:
    """Loose roles of words before the target."""
    kinds, lead_at = sentence.kinds, mention.start - 1
    prepositional = mention.lead in PREPOSITIONS - {Kind.AS}
    verb = kinds[hit.first] in VERBAL
    in_outer = mention.outer <= hit.first and hit.last < lead_at and kinds[hit.last] in DESCRIBING
    if mention.owner and ((hit.last == lead_at and verb) or (prepositional and in_outer)):
        return Loose.OWNED_OBJECT
    if prepositional and in_outer:
        return Loose.NOUN_NEAR
    if prepositional and verb and hit.last == lead_at - 1:
        return Loose.VERB_NEAR
    if prepositional and verb and hit.last == mention.outer - 1 and not sentence.is_broken(mention.outer):
        return Loose.VERB_OVER
    return None


def loose_after(sentence: Sentence, hit: Match, mention: Target) -> Loose | None:
    """Loose roles of words after the target."""
    i, j = mention.last, hit.first
    inner = sentence.marks(i, j, "comma") - (mention.relative and mention.apposed)
    clause = inner == 0 and sentence.walls(i, j) == mention.relative
    verbs = sentence.count(i, j, VERBAL)
    alone = not sentence.count(i, j, ACTOR)
    prepositions = sentence.count(i, j, PREPOSITIONS - {Kind.TO})
    if mention.owner and sentence.kinds[j] in ACTING and clause and alone and not verbs and not prepositions:
        return Loose.OWNED_ACTS
    tells = clause and (verbs or sentence.count(i, j, COPULA))
    if tells and not mention.governed and not mention.owner:
        return Loose.PREDICATE
    if tells and mention.owner:
        return Loose.OWNED_PREDICATE
    if mention.lead in VERBAL and mention.governed and inner == 0 and not sentence.walls(i, j):
        return Loose.OBJECT_AFTER
    if mention.governed and clause and alone and not verbs:
        return Loose.AFTER
    return None
