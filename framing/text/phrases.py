"""What stands between two words: one running sum that counts a dozen things at once, and the edges of noun phrases."""

from __future__ import annotations

from functools import cache

import numpy as np

from framing.text.arrays import Bools, Bytes, Ints, Keys, contains, look_up
from framing.text.frames import DENIES, ING
from framing.text.kinds import (
    ACTOR,
    COPULA,
    NOMINAL,
    PREPOSITIONS,
    UNSURE,
    VERBAL,
    Kind,
    settle_kind,
)
from framing.text.vocabulary import SHORT_TITLE
from framing.text.words import APOSTROPHE, COMMA, DASH, HYPHEN, NEWLINE, SPACE, SPEECH, STOP, Sheet

REACH = 31  # words apart; a lane of five bits cannot overflow within it
NEGATION_REACH = 4  # words that a negation may stand before what it negates


class Lane:
    """A name for every question one may ask of the words between two words: five bits of the running sum each."""

    verb, copula, comma, preposition, actor, negation, speech, linking, helper, nominal, to = (
        31 << 5 * n for n in range(11)
    )
    wall = 63 << 55  # six bits: a word and the dash before it count both


_WORDS_OF: dict[int, set[Kind]] = {
    Lane.verb: VERBAL,
    Lane.copula: COPULA,
    Lane.wall: {Kind.CLAUSE, Kind.WHO},
    Lane.preposition: PREPOSITIONS - {Kind.TO},
    Lane.actor: ACTOR,
    Lane.linking: {Kind.LINKING},
    Lane.negation: {Kind.NEGATION},
    Lane.helper: {Kind.AUXILIARY, Kind.HAVE, Kind.BE, Kind.NEGATION, Kind.ADVERB},
    Lane.nominal: NOMINAL,
    Lane.to: {Kind.TO},
}
_MARKS_OF = {Lane.comma: COMMA, Lane.speech: SPEECH, Lane.wall: DASH}


def _one(lane: int) -> int:
    return lane & -lane


_WORD_WEIGHT = np.array(
    [sum(_one(lane) for lane, kinds in _WORDS_OF.items() if kind in kinds) for kind in range(64)], np.uint64
)
_MARK_WEIGHT = np.array(
    [sum(_one(lane) for lane, mark in _MARKS_OF.items() if marks & mark) for marks in range(256)], np.uint64
)


def members(kinds: set[Kind]) -> Bools:
    """A set of kinds as a table to look kinds up in."""
    return np.isin(np.arange(64), list(kinds))


IS_NOMINAL, IS_ACTOR, _IS_UNSURE = members(NOMINAL), members(ACTOR), members(UNSURE)
_IS_NO_NOMINAL = ~IS_NOMINAL
_AFTER_DENIAL = members({Kind.TO, Kind.BE})
_IS_TAIL = members({Kind.ING, Kind.PAST})
_IS_SKIPPED = members({Kind.ADVERB, Kind.NEGATION, Kind.CLITIC_T})


@cache
def _context_table() -> Bytes:
    """`settle_kind` for all kinds, at (kind * kinds + kind before) * kinds + kind after."""
    return np.array([settle_kind(k, b, a) for k in Kind for b in Kind for a in Kind], np.uint8)


def settle(sheet: Sheet) -> None:
    """
    Decide the kind of unsure words from the kinds of their neighbours, in place.

    A verb form after a hyphen makes an adjective of itself and the word it is joined to ("humiliated-looking", but not
    "re-elected"); commas inside a list of adjectives are dropped.
    """
    kind, marks = sheet.kind, sheet.marks
    tail = np.flatnonzero((marks & (HYPHEN | SPACE | DASH)) == HYPHEN)
    tail = tail[_IS_TAIL.take(kind.take(tail)) & (sheet.end.take(tail - 1) - sheet.start.take(tail - 1) > 2)]
    kind[tail] = Kind.ADJECTIVE
    kind[tail - 1] = np.where(kind.take(tail - 1) == Kind.MENTION, Kind.MENTION, Kind.ADJECTIVE)
    clitic = np.flatnonzero(kind >= Kind.CLITIC_S)
    kind[clitic[(marks.take(clitic) & (APOSTROPHE | SPACE)) != APOSTROPHE]] = Kind.OTHER
    unsure = np.flatnonzero(look_up(_IS_UNSURE, kind))
    before = unsure - 1
    for _ in range(2):
        before -= _IS_SKIPPED.take(kind.take(before))
    after = np.minimum(unsure + 1, len(kind) - 1)
    size = np.uint16(len(Kind))
    owned = np.searchsorted(unsure, sheet.owned)
    beside = kind.take(before)
    beside[owned[contains(unsure, sheet.owned)]] = Kind.POSSESSIVE
    place = (kind.take(unsure) * size + beside) * size + kind.take(after)
    kind[unsure] = _context_table().take(place)
    comma = np.flatnonzero(marks & COMMA > 0)
    listing = (kind.take(comma) == Kind.ADJECTIVE) & (kind.take(comma - 1) == Kind.ADJECTIVE)
    marks[comma[listing]] &= ~np.uint8(COMMA)


_PARTS = np.uint8(COMMA | DASH | STOP | NEWLINE | SPEECH)


class Between:
    """Questions about what stands between word i and a later word j, for whole columns of pairs at once."""

    def __init__(self, counts: Keys, words: Ints) -> None:
        self._counts, self._words = counts, words

    def count(self, lane: int) -> Ints:
        """How many."""
        out: Ints = ((self._counts & np.uint64(lane)) // np.uint64(_one(lane))).astype(np.int64)
        return out

    def none(self, *lanes: int) -> Bools:
        """Is there nothing of these?"""
        out: Bools = self._counts & np.uint64(sum(lanes)) == 0
        return out

    def some(self, lane: int) -> Bools:
        """Is there any?"""
        out: Bools = self._counts & np.uint64(lane) != 0
        return out

    def only(self, lane: int) -> Bools:
        """Are all words in between of this lane?"""
        out: Bools = self.count(lane) == self._words
        return out


class Phrases:
    """The settled words of a sheet, ready to be asked what stands between any two of them."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.kind, self.marks, self.sentence = sheet, sheet.kind, sheet.marks, sheet.sentence
        self.broken: Bools = self.marks & _PARTS > 0  # a phrase ends before the word
        parts = np.flatnonzero(self.broken)
        titled = (sheet.traits.take(parts - 1) & SHORT_TITLE > 0) & (self.marks.take(parts) & _PARTS == STOP)  # "Mr. X"
        self.broken[parts[titled]] = False
        self.phrase_marks = parts[~titled]
        weight = _WORD_WEIGHT[self.kind]
        weight[self.phrase_marks] += _MARK_WEIGHT.take(self.marks.take(self.phrase_marks))
        self._sum = np.cumsum(weight)  # up to and with a word; sums may wrap
        starts = self.broken.copy()
        starts[1:] |= look_up(_IS_NO_NOMINAL, self.kind[:-1])
        starts[0] = True
        self._phrase_starts = np.flatnonzero(starts)
        self._negations = np.flatnonzero(self.kind == Kind.NEGATION)

    def between(self, i: Ints, j: Ints) -> Between:
        """What stands between the words i and the words j, not more than REACH apart."""
        before = self._sum.take(j) - _WORD_WEIGHT.take(self.kind.take(j))  # up to j, with the gap before it
        return Between(before - self._sum.take(i), j - i - 1)

    def phrase_start(self, word: Ints) -> Ints:
        """The left edge of the noun phrase that a word is in."""
        return self._phrase_starts[np.searchsorted(self._phrase_starts, word, "right") - 1]

    def quotation(self, word: Ints) -> Ints:
        """Number of the quotation that each word stands in; -1 for none."""
        quotations = self.sheet.quotations
        if not quotations.first.size:
            return np.full(len(word), -1)
        at = np.searchsorted(quotations.first, word, "right") - 1
        return np.where((at >= 0) & (word <= quotations.last.take(np.maximum(at, 0))), at, -1)

    def opens(self, word: Ints, frame: int) -> Bools:
        """Does the word open one of these frames?"""
        sheet = self.sheet
        out: Bools = (sheet.frames.take(sheet.word.take(word)) & frame) > 0
        return out

    def negated(self, word: Ints) -> Bools:
        """Is there a negation at most four words before, in the same clause, or "failed to" right before?"""
        out = self._denied(word)
        if not self._negations.size:
            return out
        at = np.searchsorted(self._negations, word) - 1
        last = self._negations.take(np.maximum(at, 0))
        maybe = np.flatnonzero((at >= 0) & (word - last <= NEGATION_REACH))
        word, last = word.take(maybe), last.take(maybe)
        gap = self.between(last, word)
        subject = IS_ACTOR.take(self.kind.take(last + 1))  # "nor Putin lied"
        clear = gap.none(Lane.wall, Lane.comma, Lane.speech) & (subject | gap.none(Lane.actor))
        out[maybe] |= clear & (self.sentence.take(last) == self.sentence.take(word))
        return out

    def _denied(self, word: Ints) -> Bools:
        """'failed to gloat', 'refused to be humiliated', 'denied lying'; no mark stands in between."""
        out = np.zeros(len(word), bool)
        some = np.flatnonzero(_AFTER_DENIAL.take(self.kind.take(word - 1)) | self.opens(word, ING))
        word = word.take(some)
        being = self.kind.take(word - 1) == Kind.BE
        at = word - 1 - being
        to = self.kind.take(at) == Kind.TO
        at = at - to
        whole = ~self.broken.take(at + 1) & ~self.broken.take(word - being) & ~self.broken.take(word)
        out[some] = whole & self.opens(at, DENIES) & (to | ~being & self.opens(word, ING))
        return out
