"""Which hit is tied to which mention: every hit is asked about the mentions beside it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from framing.link.after import after_mention
from framing.link.before import IS_ACTING, before_mention
from framing.link.mentions import Pairs, Spans, find_spans, survey
from framing.link.roles import Role
from framing.text.arrays import Bools, Bytes, Ints
from framing.text.frames import ING
from framing.text.phrases import REACH, Lane, Phrases

_SHARED_BEFORE, _SHARED_AFTER = (
    np.isin(np.arange(len(Role)), roles)
    for roles in (
        (
            Role.SUBJECT, Role.OBJECT, Role.AGENT, Role.VERB_AT, Role.NOUN_BY, Role.NOUN_OF,
            Role.NOUN_FOR, Role.NOUN_FROM,
        ),
        (Role.COMPLEMENT, Role.SUBJECT, Role.SUBJECT_TO, Role.PARTICIPLE, Role.PASSIVE, Role.NAMED, Role.CHARGE),
    )
)  # fmt: skip
_LIST = 2  # names of a list that a word reaches beyond the nearest: "X, Y and Z lied"


@dataclass(frozen=True)
class Ties:
    """
    One row per tie between a hit and a mention (places in their columns) and its role; `shared` ones reach it over
    "and" from the mention beside it.
    """

    hit: Ints
    mention: Ints
    role: Bytes
    shared: Bools

    def where(self, keep: Bools | Ints) -> Ties:
        """The ties that `keep` picks."""
        return Ties(self.hit[keep], self.mention[keep], self.role[keep], self.shared[keep])


def tie(phrases: Phrases, first: Ints, last: Ints, mention_first: Ints, mention_last: Ints, owning: Bools) -> Ties:
    """
    The ties of hits to the mention after them and to the mention before them, and to those joined to these by "and".

    Args:
        first, last: words of the hits, in order; those inside a mention are its labels.
        mention_first, mention_last: words of the mentions, in order and apart from each other.
        owning: which mentions are "his" and "her" before a noun.
    """
    spans = find_spans(phrases, mention_first, mention_last, owning)
    following = np.searchsorted(mention_first, first, "right")
    every = np.arange(len(first))
    found = [_inside(first, last, spans, following - 1)]
    for at, rules, clear in ((following, before_mention, no_verb), (following - 1, after_mention, nobody)):
        hit, mention = _pair(phrases, (first, last), spans, every, at)
        keep = np.flatnonzero(clear(phrases, (first.take(hit), last.take(hit)), spans, mention))
        hit, mention = hit.take(keep), mention.take(keep)
        pairs = Pairs(first.take(hit), last.take(hit), survey(phrases, spans, mention))
        found.append(_ties(hit, mention, rules(phrases, pairs)))
    shared = (_share(phrases, spans, found[1], 1), _share(phrases, spans, found[2], -1))
    found += [_opening_participles(phrases, (first, last), spans, following), *shared]
    parts = (np.concatenate([getattr(part, name) for part in found]) for name in Ties.__dataclass_fields__)
    ties = Ties(*parts)
    return ties.where(np.argsort(ties.hit, kind="stable"))  # in the order of the text, however it was cut


def _ties(hit: Ints, mention: Ints, role: Ints | Bytes, shared: bool = False) -> Ties:
    some = np.flatnonzero(role)
    return Ties(hit[some], mention[some], role[some].astype(np.uint8, copy=False), np.full(len(some), shared))


def _inside(first: Ints, last: Ints, spans: Spans, at: Ints) -> Ties:
    hit = np.flatnonzero(at >= 0)
    hit = hit[last.take(hit) <= spans.last.take(at.take(hit))]
    return _ties(hit, at.take(hit), np.full(len(hit), Role.LABEL, np.uint8))


def _pair(phrases: Phrases, hits: tuple[Ints, Ints], spans: Spans, hit: Ints, at: Ints) -> tuple[Ints, Ints]:
    """
    Hits with the mention proposed for them, where both stand apart in one sentence and within reach.

    A mention that is part of a compound ("Putin-backed") is tied to nothing.
    """
    there = np.flatnonzero((at >= 0) & (at < len(spans.first)))
    hit, at = hit.take(there), at.take(there)
    first, last, begin, end = hits[0].take(hit), hits[1].take(hit), spans.first.take(at), spans.last.take(at)
    apart = (last < begin) | (first > end)
    same = phrases.sentence.take(first) == phrases.sentence.take(begin)
    keep = np.flatnonzero(apart & same & (np.abs(first - begin) <= REACH) & ~spans.compound.take(at))
    return hit.take(keep), at.take(keep)


def no_verb(phrases: Phrases, hits: tuple[Ints, Ints], spans: Spans, mention: Ints) -> Bools:
    """Over no verb does any rule tie a word to a mention after it."""
    return phrases.between(hits[1], spans.first.take(mention)).none(Lane.verb)


def nobody(phrases: Phrases, hits: tuple[Ints, Ints], spans: Spans, mention: Ints) -> Bools:
    """Over nobody else, and out of no speech, does any rule tie a word to a mention before it."""
    return phrases.between(spans.last.take(mention), hits[0]).none(Lane.actor, Lane.speech)


def _share(phrases: Phrases, spans: Spans, ties: Ties, step: int) -> Ties:
    """
    Ties to the mentions after (step 1) or before (-1) those that ties were found for, joined to them in one list.

    Of a list that a verb or preposition governs, nothing is shared from the end: "met Putin and Zelensky lied".
    """
    keep = (_SHARED_BEFORE if step > 0 else _SHARED_AFTER).take(ties.role)
    hit, mention, role = (column[keep] for column in (ties.hit, ties.mention, ties.role))
    out = [_ties(hit[:0], mention[:0], role[:0])]
    for _ in range(_LIST):
        link = mention + (step > 0)
        on = np.flatnonzero((link < len(spans.first)) & spans.joined.take(link, mode="clip"))
        if not on.size:
            break
        hit, mention, role = hit[on], mention[on] + step, role[on]
        seen = survey(phrases, spans, mention)
        fits = ~seen.owner & ~seen.heads & ~spans.compound.take(mention)
        fits &= ~seen.governed if step < 0 else ~seen.speaks
        on = np.flatnonzero(fits)
        hit, mention, role = hit[on], mention[on], role[on]
        out.append(_ties(hit, mention, role, shared=True))
    return Ties(*(np.concatenate([getattr(part, name) for part in out]) for name in Ties.__dataclass_fields__))


def _opening_participles(phrases: Phrases, hits: tuple[Ints, Ints], spans: Spans, following: Ints) -> Ties:
    """
    'Raging against Kyiv, Putin …': a word in "-ing" that opens a clause is done by the mention after the next comma.

    A finite verb follows that mention, and at most one other stands before the comma.
    """
    first, last = hits
    opens = np.flatnonzero(phrases.opens(first, ING) & phrases.broken.take(first))
    opens = opens[IS_ACTING.take(phrases.kind.take(first.take(opens)))]
    at = following.take(opens)
    hit, mention = _pair(phrases, hits, spans, np.concatenate([opens, opens]), np.concatenate([at, at + 1]))
    seen = survey(phrases, spans, mention)
    skipped = mention > following.take(hit)
    other = np.maximum(mention - 1, 0)
    size = np.where(skipped, spans.last.take(other) - spans.first.take(other) + 1, 0)
    gap = phrases.between(last.take(hit), seen.first)
    clear = gap.none(Lane.wall, Lane.verb, Lane.speech) & (gap.count(Lane.actor) == size)
    subject = seen.speaks & seen.prefixed & ~seen.governed & (gap.count(Lane.comma) == 1)
    return _ties(hit, mention, np.where(clear & subject, np.uint8(Role.PARTICIPLE), np.uint8(0)))
