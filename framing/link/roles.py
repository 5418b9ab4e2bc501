"""
Which words say something about which actor, and by what tie.

Every rule is one expression over columns of (word, mention) pairs; in each of the two lists the first that holds gives
the role. docs/roles.md has an example of each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from framing.link.mentions import IS_VERBAL, Surroundings, survey
from framing.text.arrays import Bools, Bytes, Ints
from framing.text.kinds import ACTING, DESCRIBING, Kind
from framing.text.phrases import REACH, Lane, Phrases, members
from framing.text.vocabulary import PERSON
from framing.text.words import COMMA, SPEECH

_IS_ACTING, _IS_DESCRIBING = members(ACTING), members(DESCRIBING)
_IS_MODIFIER = members({Kind.MENTION, Kind.POSSESSIVE})
_IS_BEFORE_NAME = members({Kind.TITLE, Kind.ADJECTIVE, Kind.NAME, Kind.NUMBER})
_AGENT_REACH = 3  # words between a passive and its "by"


class Role(IntEnum):
    """How a word is tied to an actor."""

    NONE = 0
    LABEL = 1  # the words that stand for the actor themselves: "the ageing despot"
    EPITHET = 2  # before the name: "despot Vladimir Putin", "a snarling Putin"
    APPOSITION = 3  # beside it: "Medvedev, a crony of old", "A close crony, Medvedev"
    COMPLEMENT = 4  # "Putin was ashen-faced"
    SUBJECT = 5  # "Putin lashed out"
    SUBJECT_TO = 6  # "Putin refused to gloat"
    PASSIVE = 7  # "Putin was humiliated"
    OBJECT = 8  # "critics slammed Putin"
    AGENT = 9  # "slammed by Putin"
    VERB_AT = 10  # "lashed out at Ukraine"
    POSSESSED = 11  # "Putin's lies"
    HEAD = 12  # "the Kyiv regime"; in "a Putin stooge" the name is not coloured
    NOUN_BY = 13  # "a masterstroke by Zelensky"
    NOUN_OF = 14  # "the lies of Putin"
    NOUN_FOR = 15  # "an embarrassment for Putin"


# How sure a rule is when it fires: the editors' judgement on sentences read, not a measured probability.
CONFIDENCE = {
    Role.LABEL: 1.0, Role.EPITHET: 0.95, Role.APPOSITION: 0.85, Role.COMPLEMENT: 0.9, Role.SUBJECT: 0.9,
    Role.SUBJECT_TO: 0.8, Role.PASSIVE: 0.9, Role.OBJECT: 0.9, Role.AGENT: 0.9, Role.VERB_AT: 0.85,
    Role.POSSESSED: 0.85, Role.HEAD: 0.8, Role.NOUN_BY: 0.85, Role.NOUN_OF: 0.75, Role.NOUN_FOR: 0.75,
}  # fmt: skip

_NOUN_ROLE = np.zeros(64, np.uint8)
for _kind, _role in {Kind.OF: Role.NOUN_OF, Kind.FOR: Role.NOUN_FOR, Kind.BY: Role.NOUN_BY}.items():
    _NOUN_ROLE[_kind] = _role


@dataclass(frozen=True)
class Ties:
    """One row per tie between a hit and a mention (places in their columns) and its role."""

    hit: Ints
    mention: Ints
    role: Bytes

    def where(self, keep: Bools | Ints) -> Ties:
        """The ties that `keep` picks."""
        return Ties(self.hit[keep], self.mention[keep], self.role[keep])


@dataclass(frozen=True)
class Pairs:
    """Hits (first and last word) beside the mention they are paired with."""

    first: Ints
    last: Ints
    mention: Surroundings


def choose(size: int, rules: Sequence[tuple[Bytes | IntEnum, Bools]]) -> Bytes:
    """The first rule that holds gives the role."""
    role = np.zeros(size, np.uint8)
    for value, holds in reversed(rules):
        np.copyto(role, np.asarray(value, np.uint8), where=holds)
    return role


def before_mention(phrases: Phrases, pairs: Pairs) -> Bytes:
    """Roles of words that stand before the mention they are paired with."""
    first, last, mention = pairs.first, pairs.last, pairs.mention
    kind, marks = phrases.kind.take(first), phrases.marks.take(first)
    gap = phrases.between(last, mention.first)
    lead_at = mention.start - 1
    leads = last == lead_at
    describes, verb = _IS_DESCRIBING.take(phrases.kind.take(last)), IS_VERBAL.take(kind)
    said_by = (kind == Kind.REPORT) & (marks & (COMMA | SPEECH) > 0) | _IS_ACTING.take(kind) & (marks & SPEECH > 0)
    alone = gap.none(Lane.speech, Lane.actor)
    in_outer = (first >= mention.outer) & (last < lead_at) & describes & alone
    passive_by = (mention.lead == Kind.BY) & (kind == Kind.PASSIVE) & (lead_at - last <= _AGENT_REACH)
    itself = ~mention.heads & ~mention.owner
    neighbour = phrases.kind.take(mention.first - 1)
    person = (phrases.sheet.traits.take(mention.first - 1) & PERSON) > 0
    touches = (last == mention.first - 1) | _IS_BEFORE_NAME.take(neighbour) | person  # not "the brazen raid Putin …"
    return choose(
        len(first),
        [
            (Role.EPITHET, (first >= mention.start) & describes & touches & ~mention.heads),
            (Role.SUBJECT, leads & said_by & ~mention.owner),
            (Role.OBJECT, leads & _IS_ACTING.take(kind) & mention.governed & itself),
            (Role.AGENT, passive_by & itself & gap.none(Lane.wall, Lane.comma, Lane.verb, Lane.speech)),
            (_NOUN_ROLE.take(mention.lead), in_outer & itself & (_NOUN_ROLE.take(mention.lead) > 0)),
            (Role.VERB_AT, (mention.lead == Kind.AGAINST) & verb & (last == lead_at - 1) & itself),
            (Role.APPOSITION, mention.prefixed & _in_preceding_phrase(phrases, pairs) & describes & itself),
        ],
    )


def _in_preceding_phrase(phrases: Phrases, pairs: Pairs) -> Bools:
    """'A longtime Putin crony, Medvedev': the word is in a phrase between a mark and the comma before the mention."""
    phrase = phrases.phrase_start(pairs.mention.start - 1)
    edge = phrase
    for _ in range(4):  # over a name that modifies or owns the noun: "Brandt's brutal enforcer, General Strand"
        edge = edge - (~phrases.broken.take(edge) & _IS_MODIFIER.take(phrases.kind.take(edge - 1)))
    edge = phrases.phrase_start(edge)
    return (pairs.first >= phrase) & (pairs.last < pairs.mention.start) & phrases.broken.take(edge)


def after_mention(phrases: Phrases, pairs: Pairs) -> Bytes:
    """Roles of words that stand after the mention they are paired with."""
    word, mention = pairs.first, pairs.mention
    kind = phrases.kind.take(word)
    gap = phrases.between(mention.last, word)
    commas = gap.count(Lane.comma)
    alone = gap.none(Lane.actor, Lane.speech)  # nobody else in between
    whole = alone & (gap.count(Lane.wall) == mention.relative)  # the same clause (or the one "who" opens)
    inner = commas - (mention.relative & mention.apposed)
    plain = whole & (inner == 0)
    bracketed = mention.apposed & ((inner == 2) | (inner == 1) & mention.prefixed)
    no_verb, no_preposition = gap.none(Lane.verb), gap.none(Lane.preposition)
    free = ~mention.governed & ~mention.owner & ~mention.heads
    acts = (plain | whole & bracketed) & free
    describes = _IS_DESCRIBING.take(phrases.kind.take(pairs.last))
    doing = _IS_ACTING.take(kind)
    owned = phrases.between(np.minimum(mention.owned, word - 1), word).only(Lane.nominal) & (word > mention.owned)
    is_or_seems = gap.some(Lane.copula) & (gap.count(Lane.verb) == gap.count(Lane.linking))  # no other verb
    before = phrases.kind.take(word - 1)
    second = whole & (commas <= 1) & (before == Kind.AND)
    resumed = alone & mention.apposed & (commas == 2) & _after_helpers(phrases, word)
    apposed = mention.apposed & whole & (commas == 1) & ~mention.relative & no_verb & no_preposition
    return choose(
        len(word),
        [
            (Role.POSSESSED, mention.owner & owned & plain & describes),
            (Role.HEAD, mention.heads & gap.only(Lane.nominal) & plain & describes),
            (Role.COMPLEMENT, acts & is_or_seems & gap.none(Lane.preposition, Lane.to) & describes),
            (Role.PASSIVE, (acts & no_verb | resumed & free) & (kind == Kind.PASSIVE)),
            (Role.SUBJECT, (acts & no_verb & no_preposition | (second | resumed) & free) & doing),
            (Role.SUBJECT_TO, acts & doing & (before == Kind.TO)),
            (Role.APPOSITION, apposed & gap.none(Lane.copula) & describes & ~mention.owner & _closed(phrases, pairs)),
        ],
    )


def _after_helpers(phrases: Phrases, word: Ints) -> Bools:
    """Only helper words since the last mark: '…, has never lied'."""
    marks = phrases.phrase_marks
    mark = marks.take(np.maximum(np.searchsorted(marks, word, "right") - 1, 0))
    return phrases.between(np.maximum(mark - 1, word - REACH), word).only(Lane.helper)


def _closed(phrases: Phrases, pairs: Pairs) -> Bools:
    """Does a mark close the phrase before any verb comes?"""
    marks = phrases.phrase_marks
    close = marks.take(np.minimum(np.searchsorted(marks, pairs.last, "right"), len(marks) - 1))
    near = (close > pairs.last) & (close - pairs.last <= REACH)
    gap = phrases.between(pairs.last, np.where(near, close, pairs.last + 1))
    return near & gap.none(Lane.verb, Lane.copula)


def _pair(phrases: Phrases, hits: tuple[Ints, Ints], mentions: tuple[Ints, Ints], at: Ints) -> tuple[Ints, Ints]:
    """Hits with the mention proposed for them, where both stand apart in one sentence and within reach."""
    hit = np.flatnonzero((at >= 0) & (at < len(mentions[0])))
    at = at.take(hit)
    (first, last), (begin, end) = (column.take(hit) for column in hits), (column.take(at) for column in mentions)
    apart = (last < begin) | (first > end)
    same = phrases.sentence.take(first) == phrases.sentence.take(begin)
    keep = np.flatnonzero(apart & same & (np.abs(first - begin) <= REACH))
    return hit.take(keep), at.take(keep)


def tie(phrases: Phrases, first: Ints, last: Ints, mention_first: Ints, mention_last: Ints, owning: Bools) -> Ties:
    """
    The ties of hits to the mention after them and to the mention before them.

    Args:
        first, last: words of the hits, in order; those inside a mention are its labels.
        mention_first, mention_last: words of the mentions, in order and apart from each other.
        owning: which mentions are "his" and "her" before a noun.
    """
    following = np.searchsorted(mention_first, first, "right")
    found = [_inside(first, last, mention_first, mention_last, following - 1)]
    for at, rules in ((following, before_mention), (following - 1, after_mention)):
        hit, mention = _pair(phrases, (first, last), (mention_first, mention_last), at)
        seen = survey(phrases, mention_first.take(mention), mention_last.take(mention), owning.take(mention))
        pairs = Pairs(first.take(hit), last.take(hit), seen)
        found.append(Ties(hit, mention, rules(phrases, pairs)))
    ties = Ties(*(np.concatenate([getattr(part, name) for part in found]) for name in ("hit", "mention", "role")))
    ties = ties.where(np.argsort(ties.hit, kind="stable"))  # in the order of the text, however it was cut
    return ties.where(ties.role > 0)


def _inside(first: Ints, last: Ints, mention_first: Ints, mention_last: Ints, at: Ints) -> Ties:
    hit = np.flatnonzero(at >= 0)
    hit = hit[last.take(hit) <= mention_last.take(at.take(hit))]
    return Ties(hit, at.take(hit), np.full(len(hit), Role.LABEL, np.uint8))
