"""What the rules want to know of every mention of an actor, worked out once per mention."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from framing.text.arrays import Bools, Bytes, Ints
from framing.text.kinds import FINITE, MODIFIED, PREPOSITIONS, VERBAL, Kind
from framing.text.phrases import Phrases, members
from framing.text.words import COMMA, DASH

IS_PREPOSITION, IS_VERBAL = members(PREPOSITIONS), members(VERBAL)
_IS_FINITE, _IS_MODIFIED = members(FINITE), members(MODIFIED)


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
        governed: it is the object of a verb or preposition.
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
    relative: Bools
    apposed: Bools
    prefixed: Bools


def survey(phrases: Phrases, first: Ints, last: Ints, owning: Bools) -> Surroundings:
    """The surroundings of mentions; `owning` ones are pronouns that own what follows ("his")."""
    kind, marks, broken = phrases.kind, phrases.marks, phrases.broken
    start, follower = phrases.phrase_start(first), kind.take(last + 1)
    lead = np.where(broken.take(start), Kind.OTHER, kind.take(start - 1)).astype(np.uint8)
    parted = broken.take(last + 1)
    has_s = follower == Kind.POSSESSIVE
    held = IS_VERBAL.take(lead) | (lead == Kind.AS)  # by a verb, unless a verb of its own follows
    speaks = _IS_FINITE.take(follower) & ~parted
    return Surroundings(
        first=first,
        last=last,
        start=start,
        lead=lead,
        outer=phrases.phrase_start(start - 1),
        owner=has_s | owning,
        owned=last + has_s,
        heads=_IS_MODIFIED.take(follower) & ~parted & ~has_s & ~owning,
        governed=IS_PREPOSITION.take(lead) & ~held | held & ~speaks,
        relative=follower == Kind.WHO,
        apposed=(marks.take(last + 1) & (COMMA | DASH)) > 0,
        prefixed=(marks.take(start) & COMMA) > 0,
    )
