"""Quotation marks to quotations: straight and curly, single beside apostrophes, running on over paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from framing.text.arrays import Bools, Bytes, Ints, places

_DOUBLE, _SINGLE, _LINE = ord('"'), ord("'"), ord("\n")
_CURLY_OPENS = np.isin(np.arange(256), (0x98, 0x9A, 0x9B, 0x9C, 0x9E, 0x9F))  # ‘ ‚ ‛ “ „ ‟
_SPACES = np.isin(np.arange(256), [ord(c) for c in " \t\r\n\v\f"])
_LEADS_IN = _SPACES | np.isin(np.arange(256), [ord(c) for c in "([{;-/\"'"])  # what may stand before an opening mark
_STRONG_AFTER = np.isin(np.arange(256), [ord(c) for c in '.,;:!?)]\n\r"'])
_INTRODUCES = np.isin(np.arange(256), [ord(c) for c in ":,"])
_ASKS = np.isin(np.arange(256), [ord(c) for c in "?!"])
_STRONG_BEFORE = np.isin(np.arange(256), [ord(c) for c in ".,!?"])
_LONGEST = 300  # words that a quotation over several paragraphs may have whose marks are not repeated
_MIN_SPEECH = 4  # words a fragment must have to be a sentence of its own


@dataclass
class Quotations:
    """
    Stretches between quotation marks, outermost ones only, in order.

    Attributes:
        start, end: byte offsets, marks included.
        first, last: first and last word inside.
        speech: a sentence or more (else a fragment).
        asks: ends with a question or exclamation mark.
        continues, runs_on: goes on from the paragraph before, into the next one.
    """

    start: Ints
    end: Ints
    first: Ints
    last: Ints
    speech: Bools
    asks: Bools
    continues: Bools
    runs_on: Bools

    def where(self, keep: Bools | Ints) -> Quotations:
        """The quotations that `keep` picks."""
        at = places(keep)
        return Quotations(*(getattr(self, name).take(at) for name in self.__dataclass_fields__))


@dataclass
class _Marks:
    """The quotation marks of one family (double or single) in order, apostrophes left out."""

    place: Ints
    width: Ints
    opens: Bools
    weak: Bools  # a closing mark that may as well be a plural's apostrophe: soldiers’


def _is_word(text: Bytes) -> Bools:
    out: Bools = ((text | 0x20) - np.uint8(ord("a")) < 26) | (text - np.uint8(ord("0")) < 10) | (text >= 0x80)
    return out


def _step_back(text: Bytes, place: Ints) -> Ints:
    """The place of the character before each place; the fillers of a longer mark are stepped over."""
    at = place - 1
    for _ in range(2):
        at = at - (text.take(at) == 0)
    return at


def _before(text: Bytes, place: Ints) -> Bytes:
    """The (plain) character before each place."""
    return text.take(_step_back(text, place))


def _before_space(text: Bytes, place: Ints) -> Bytes:
    """The character before each place, or before the space that stands there."""
    at = _step_back(text, place)
    return np.where(text.take(at) == ord(" "), _before(text, at), text.take(at))


def _read_marks(work: Bytes, text: Bytes, signs: Ints, sign: int) -> _Marks:
    place = signs[text.take(signs) == sign]
    if sign == _SINGLE:
        inner = _is_word(text.take(place - 1)) & _is_word(text.take(place + 1))  # most are apostrophes in words
        place = place[~inner]
    lead = work.take(place)
    width = np.where(lead == 0xE2, 3, np.where(lead == 0xC2, 2, 1))
    before, after = _before(text, place), text.take(place + width)
    curly_opens = (lead == 0xE2) & _CURLY_OPENS.take(work.take(place + 2)) | (lead == 0xC2) & (
        work.take(place + 1) == 0xAB
    )
    opens = curly_opens | (lead == sign) & _LEADS_IN.take(before) & ~_SPACES.take(after)
    weak = np.zeros(len(place), bool)
    if sign == _SINGLE:
        apostrophe = ~curly_opens & _is_word(after) & (_is_word(before) | (lead != sign))  # ’90s, don’t
        opens &= ~apostrophe & ~_SPACES.take(after)
        loose = ~opens & _SPACES.take(before)
        figure = (lead == sign) & (after - np.uint8(ord("0")) < 10)  # '80s
        apostrophe |= figure & opens
        opens &= ~apostrophe
        weak = ((before | 0x20) == ord("s")) & ~_STRONG_AFTER.take(after)
        keep = ~apostrophe & ~loose
        place, width, opens, weak = place[keep], width[keep], opens[keep], weak[keep]
    return _Marks(place, width, opens, weak)


def _pair(marks: _Marks, line_ends: Ints, size: int) -> tuple[Ints, Ints, Ints]:
    """For each opening mark: its index, where its paragraph ends, and the index of its closing mark or -1."""
    opener = np.flatnonzero(marks.opens)
    place = marks.place.take(opener)
    paragraph_end = np.append(line_ends, size).take(np.searchsorted(line_ends, place))
    bound = np.minimum(np.append(place[1:], size), paragraph_end)
    close = np.full(len(opener), -1)
    for eligible in (np.flatnonzero(~marks.opens & marks.weak), np.flatnonzero(~marks.opens & ~marks.weak)):
        if eligible.size:  # the second round, of certain closing marks, overrules the first
            at = np.searchsorted(marks.place.take(eligible), place, "right")
            found = eligible.take(np.minimum(at, len(eligible) - 1))
            fits = (at < len(eligible)) & (marks.place.take(found) < bound)
            close[fits] = found[fits]
    return opener, paragraph_end, close


@dataclass
class _Stretches:
    """Quotations of one family: bounds, where what is between the marks ends, and how they begin and end."""

    start: Ints
    end: Ints
    inner: Ints
    closed: Bools
    continues: Bools
    runs_on: Bools

    def where(self, keep: Bools | Ints) -> _Stretches:
        return _Stretches(*(getattr(self, name)[keep] for name in self.__dataclass_fields__))


def _reach_on(text: Bytes, marks: _Marks, opener: Ints, close: Ints, bounds: tuple[Ints, Ints]) -> None:
    """
    Close marks that nothing closes in their paragraph with the next mark of all, in place.

    That one must close a sentence of the same text, 300 words on at most.
    """
    word_start, piece_ends = bounds
    at = np.flatnonzero((close < 0) & (opener < len(marks.place) - 1))
    following = opener.take(at) + 1
    start, end = marks.place.take(opener.take(at)), marks.place.take(following)
    fits = ~marks.opens.take(following) & _STRONG_BEFORE.take(_before(text, end))
    fits &= np.searchsorted(piece_ends, start) == np.searchsorted(piece_ends, end)
    fits &= np.searchsorted(word_start, end) - np.searchsorted(word_start, start) <= _LONGEST
    close[at[fits]] = following[fits]


def _family(text: Bytes, marks: _Marks, line_ends: Ints, bounds: tuple[Ints, Ints]) -> _Stretches:
    opener, paragraph_end, close = _pair(marks, line_ends, len(text))
    word_start = bounds[0]
    start = marks.place.take(opener)
    if not opener.size:
        none = np.zeros(0, bool)
        return _Stretches(start, start, start, none, none, none)
    if text[start[0]] == _DOUBLE:
        _reach_on(text, marks, opener, close, bounds)
    closed = close >= 0
    inner = np.where(closed, marks.place.take(close), paragraph_end)
    end = np.where(closed, inner + marks.width.take(close), paragraph_end)
    following = np.append(start[1:], len(text) - 1)
    nothing_between = np.searchsorted(word_start, following) == np.searchsorted(word_start, paragraph_end)
    runs_on = ~closed & nothing_between & (following > paragraph_end) & (np.append(start[1:], 0) > 0)
    introduced = _INTRODUCES.take(_before_space(text, start))
    at_start = (_before(text, start) == _LINE) & (text.take(start) == _DOUBLE)
    continues = np.concatenate([[False], runs_on[:-1]])
    found = _Stretches(start, end, inner, closed, continues, runs_on)
    return found.where(closed | runs_on | introduced | at_start)


def find_quotations(
    work: Bytes, text: Bytes, signs: Ints, line_ends: Ints, words: tuple[Ints, Ints, Ints], piece_ends: Ints
) -> Quotations:
    """
    All outermost quotations.

    Within a paragraph an opening mark goes with the next closing one of its family. One that is not closed there runs
    on where the next paragraph opens with a mark again, and goes through to a closing mark that ends a sentence where
    that is the next mark of all. Else it ends with its paragraph if a colon, a comma or the paragraph's start
    introduces it, and is no quotation otherwise.

    Args:
        work: the bytes, curly marks and all. text: the same with plain marks.
        signs: places in order among which all quotation marks are.
        line_ends: places of the line ends.
        words: start, end and sentence number of every word.
        piece_ends: where each text ends.
    """
    word_start, word_end, sentence = words
    bounds = word_start, piece_ends
    families = [_family(text, _read_marks(work, text, signs, sign), line_ends, bounds) for sign in (_DOUBLE, _SINGLE)]
    columns = (np.concatenate([getattr(f, name) for f in families]) for name in _Stretches.__dataclass_fields__)
    every = _Stretches(*columns)
    every = every.where(np.lexsort((-every.end, every.start)))
    first = np.searchsorted(word_start, every.start)
    last = np.searchsorted(word_end, every.end, "right") - 1
    reached = np.concatenate([[-1], np.maximum.accumulate(every.end)[:-1]]) if every.end.size else every.end
    keep = np.flatnonzero((every.end > reached) & (every.start >= reached) & (last >= first))
    every, first, last = every.where(keep), first.take(keep), last.take(keep)
    closing = _closing(text, every.inner, every.closed)
    speech, asks = every.continues | every.runs_on, _ASKS.take(closing)
    found = Quotations(every.start, every.end, first, last, speech, asks, every.continues, every.runs_on)
    found.speech |= _is_speech(text, found, closing, word_start.take(first), sentence)
    return found


def _closing(text: Bytes, inner: Ints, closed: Bools) -> Bytes:
    """The last character of each quotation; white space at the end of one that nothing closes does not count."""
    while (blank := ~closed & _SPACES.take(_before(text, inner))).any():
        inner = np.where(blank, _step_back(text, inner), inner)
    return _before(text, inner)


def _is_speech(text: Bytes, found: Quotations, closing: Bytes, begins: Ints, sentence: Ints) -> Bools:
    """
    A quotation is speech if it holds a sentence.

    It crosses into another sentence, a colon announces it, or it ends like a sentence: of four words or more, or of
    three that begin with a capital. One that only begins like a sentence needs five.
    """
    words = found.last - found.first + 1
    crosses = sentence.take(found.last) > sentence.take(found.first)
    ends, capital = _STRONG_BEFORE.take(closing), text.take(begins) - np.uint8(ord("A")) < 26
    colon = _before_space(text, found.start) == ord(":")
    long = (words >= _MIN_SPEECH) | capital & (words >= _MIN_SPEECH - 1)
    out: Bools = crosses | colon | (ends & long) | (capital & (words > _MIN_SPEECH))
    return out
