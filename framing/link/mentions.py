"""What the rules want to know of every mention of an actor, worked out once per mention."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from framing.spans.scene import IS_NAMED
from framing.text.arrays import Bools, Bytes, Ints, contains
from framing.text.kinds import FINITE, MODIFIED, PREPOSITIONS, VERBAL, Kind
from framing.text.phrases import Phrases, members
from framing.text.words import COMMA, DASH, HYPHEN, SPACE

IS_PREPOSITION, IS_VERBAL = members(PREPOSITIONS), members(VERBAL)
_IS_FINITE, _IS_MODIFIED = members(FINITE), members(MODIFIED)
_NEAR = 6  # words from one name of a list to the next: "and the former president"


@dataclass(frozen=True)
class Spans:
    """
    All mentions: first and last words, in order and apart; which own what follows ("his"), which are joined to the
    one before ("Putin and Medvedev"), the mention that such a list begins with (else the mention itself), and which are
    part of a compound ("Putin-backed").
    """

    first: Ints
    last: Ints
    owning: Bools
    joined: Bools
    head: Ints
    compound: Bools


@dataclass(frozen=True)
class Surroundings:
    """
    Mentions as the rules see them; one place a mention.

    Attributes:
        first, last: its words.
        start: left edge of its noun phrase.
        lead: kind of the word before that phrase; OTHER where a mark parts them.
        outer: left edge of the noun phrase before a leading preposition.
        owner: it is "Putin's" or "his".
        owned: the word after which what it owns is named.
        heads: it only modifies a noun that follows: "a Putin stooge".
        governed: it is the object of a verb or preposition, by itself or as one of a list.
        speaks: a finite verb follows.
        relative: "who" follows.
        apposed: a comma or dash follows.
        prefixed: a comma stands before its noun phrase.
    """

    first: Ints
    last: Ints
    start: Ints
    lead: Bytes
    outer: Ints
    owner: Bools
    owned: Ints
    heads: Bools
    governed: Bools
    speaks: Bools
    relative: Bools
    apposed: Bools
    prefixed: Bools

    def where(self, at: Ints) -> Surroundings:
        """The mentions at these places."""
        return Surroundings(*(getattr(self, name).take(at) for name in self.__dataclass_fields__))


@dataclass(frozen=True)
class Pairs:
    """Hits (first and last word) beside the mention they are paired with."""

    first: Ints
    last: Ints
    mention: Surroundings

    def where(self, at: Ints) -> Pairs:
        """The pairs at these places."""
        return Pairs(self.first.take(at), self.last.take(at), self.mention.where(at))


def find_spans(phrases: Phrases, first: Ints, last: Ints, owning: Bools) -> Spans:
    """The mentions with the lists they stand in: "X and Y", "X, Y and Z"; nothing else stands in between."""
    joined, listed = np.zeros(len(first), bool), np.zeros(len(first), bool)
    near = np.flatnonzero(first[1:] - last[:-1] <= _NEAR) + 1
    start, before = phrases.phrase_start(first.take(near)), last.take(near - 1)
    parted = phrases.broken.take(start)
    joint = (phrases.kind.take(start - 1) == Kind.AND) & (start - 2 == before) & ~phrases.broken.take(start - 1)
    joined[near] = joint & ~parted & ~owning.take(near - 1)
    listed[near] = (
        (start - 1 == before) & (phrases.marks.take(start) & (COMMA | DASH) == COMMA) & ~owning.take(near - 1)
    )
    joined[:-1] |= listed[:-1] & joined[1:]
    head = np.maximum.accumulate(np.where(joined, 0, np.arange(len(first)))) if len(first) else first
    return Spans(first, last, owning, joined, head, _are_compounds(phrases, first, last))


def _are_compounds(phrases: Phrases, first: Ints, last: Ints) -> Bools:
    """
    Parts of a word with a hyphen: "Putin-backed", "anti-Putin", "D-Ohio". Nobody is spoken of.

    "Ocasio-Cortez" and "al-Assad" are names: another name or two letters stand before.
    """
    tied, sheet = np.uint8(HYPHEN | SPACE | DASH), phrases.sheet
    before = np.flatnonzero(phrases.marks.take(first) & tied == HYPHEN)
    other = first.take(before) - 1
    size = sheet.end.take(other) - sheet.start.take(other)
    of_name = IS_NAMED.take(phrases.kind.take(other)) & (size > 1) | (size == 2)
    out: Bools = phrases.marks.take(last + 1) & tied == HYPHEN
    out[before[~of_name]] = True
    return out


def survey(phrases: Phrases, spans: Spans, mention: Ints) -> Surroundings:
    """The surroundings of these mentions."""
    kind, marks, broken = phrases.kind, phrases.marks, phrases.broken
    first, last, owning = spans.first.take(mention), spans.last.take(mention), spans.owning.take(mention)
    start, follower = phrases.phrase_start(first), kind.take(last + 1)
    lead = _lead(phrases, start)
    listed = np.flatnonzero(spans.joined.take(mention))
    governor = lead
    if listed.size:
        governor = lead.copy()
        governor[listed] = _lead(phrases, phrases.phrase_start(spans.first.take(spans.head.take(mention[listed]))))
    parted = broken.take(last + 1)
    plural = contains(phrases.sheet.owned, last + 1)
    has_s = follower == Kind.POSSESSIVE
    held = IS_VERBAL.take(governor) | (governor == Kind.AS)  # by a verb, unless a verb of its own follows
    speaks = _IS_FINITE.take(follower) & ~parted
    owner = has_s | owning | plural
    return Surroundings(
        first=first,
        last=last,
        start=start,
        lead=lead,
        outer=phrases.phrase_start(start - 1),
        owner=owner,
        owned=last + has_s,
        heads=_IS_MODIFIED.take(follower) & ~parted & ~owner,
        governed=IS_PREPOSITION.take(governor) & ~held | held & ~speaks,
        speaks=speaks,
        relative=follower == Kind.WHO,
        apposed=(marks.take(last + 1) & (COMMA | DASH)) > 0,
        prefixed=(marks.take(start) & COMMA) > 0,
    )


def _lead(phrases: Phrases, start: Ints) -> Bytes:
    """The kind of the word before a phrase; OTHER where a mark parts them."""
    return np.where(phrases.broken.take(start), Kind.OTHER, phrases.kind.take(start - 1)).astype(np.uint8)
