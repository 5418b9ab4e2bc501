"""Text to words: where each one is, which one it is, and what stands between it and the word before."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

import numpy as np

from framing.text.arrays import Bools, Bytes, Ints, contains, look_up, repeat_ranges
from framing.text.buffer import Buffer
from framing.text.kinds import STARTERS, Kind, shape_kind
from framing.text.quotes import Quotations, find_quotations
from framing.text.vocabulary import ABBREVIATION, LISTED, NATION, SHORT_TITLE, Vocabulary, fold

# What may stand in the gap before a word, as a set of bits. SPEECH: a direct quotation begins or ended here (until
# the quotations are read: a double quotation mark).
SPACE, COMMA, DASH, STOP, NEWLINE, SPEECH, APOSTROPHE, HYPHEN = (1 << n for n in range(8))
_FILLER = 0  # takes the place of a byte that is part of a longer mark

_MARK = np.zeros(256, np.uint8)  # byte to mark
for _bit, _characters in {
    SPACE: " \t\r\n\v\f",
    COMMA: ",",
    DASH: ";:()[]{}/|",
    STOP: ".!?",
    NEWLINE: "\n",
    SPEECH: '"',
    APOSTROPHE: "'`",
    HYPHEN: "-",
}.items():
    for _character in _characters:
        _MARK[ord(_character)] |= _bit

_PLAIN = np.full(64, ord(" "), np.uint8)  # last byte of a three-byte mark (E2 80 xx) to its plain relative
for _character, _plain in zip("‘’‚‛“”„‟–—―…\u2010\u2011", "''''\"\"\"\";;;.--", strict=True):
    _PLAIN[_character.encode()[2] - 0x80] = ord(_plain)


@dataclass
class Sheet:
    """
    The words of a buffer as columns, one place a word.

    Attributes:
        start, end: byte offsets.
        word: number in the vocabulary, 0 if in no list.
        kind: what kind of word it is.
        marks: what stands in the gap before it, a set of bits.
        traits: what else is known of it (bits of vocabulary.traits). marked: the words that have any but LISTED.
        capital: whether it begins with a capital letter.
        opening: whether it opens a sentence.
        sentence: number of its sentence in the buffer. begins: the words that open one. lines: those that open a line.
        quotations: the stretches between quotation marks.
        owned: the words that a plural owns by an apostrophe alone: "the rebels' lies".
        frames: what a word opens (bits of frames.py), by its number in the vocabulary.
    """

    text: Bytes
    start: Ints
    end: Ints
    word: Ints
    kind: Bytes
    marks: Bytes
    traits: Bytes
    marked: Ints
    capital: Bools
    opening: Bools
    sentence: Ints
    begins: Ints
    lines: Ints
    quotations: Quotations
    owned: Ints
    frames: Bytes
    _with: dict[int, Ints] = field(default_factory=dict)

    def with_trait(self, trait: int) -> Ints:
        """The words that have one of these traits."""
        if trait == LISTED:  # many are
            return np.flatnonzero(self.traits & np.uint8(LISTED))
        if trait not in self._with:
            self._with[trait] = self.marked[self.traits.take(self.marked) & trait > 0]
        return self._with[trait]

    def whole_paragraphs(self) -> Bools:
        """Which quotations are a whole paragraph."""
        first, last = self.quotations.first, self.quotations.last
        out: Bools = (self.marks.take(first) & self.marks.take(last + 1, mode="clip") & NEWLINE) > 0
        return out


def plain_text(work: Bytes) -> Bytes:
    """The text with curly quotes, long dashes and the like written as one plain byte and fillers."""
    high = np.flatnonzero(work >= 0xC2)
    lead, two = high[work.take(high) == 0xE2], high[work.take(high) == 0xC2]
    text = work.copy()
    general = work.take(lead + 1) == 0x80
    text[lead] = np.where(general, _PLAIN.take(work.take(lead + 2) & 63), _FILLER)
    text[lead + 1] = text[lead + 2] = _FILLER
    angle = work.take(two + 1) | np.uint8(0x10) == 0xBB  # « is AB, » is BB
    text[two] = np.where(angle, ord('"'), ord(" "))
    text[two + 1] = _FILLER
    return text


def find_bounds(text: Bytes, folded: Bytes) -> tuple[Ints, Ints]:
    """Start and end of every run of letters and digits (bytes from 128 on count as letters)."""
    inside = folded - np.uint8(ord("a")) < 26
    inside |= text - np.uint8(ord("0")) < 10
    inside |= text >= 0x80
    turns = np.flatnonzero(inside[1:] != inside[:-1])
    return turns[0::2] + 1, turns[1::2] + 1


def unwrap_lines(text: Bytes) -> Ints:
    """
    Make a line end inside a sentence (a letter or comma before, a small letter after) a space: hard-wrapped text.

    Returns:
        The places of the line ends that stay.
    """
    ends = np.flatnonzero(text == ord("\n"))
    line = ends[(ends > 2) & (ends < len(text) - 1)]
    carriage = text.take(line - 1) == ord("\r")
    before, after = text.take(line - 1 - carriage), text.take(line + 1)
    letter = ((before | np.uint8(0x20)) - np.uint8(ord("a")) < 26) | (before == ord(",")) | (before >= 0x80)
    text[line[letter & (after - np.uint8(ord("a")) < 26)]] = ord(" ")
    stays: Ints = ends[text.take(ends) == ord("\n")]
    return stays


def collect_marks(text: Bytes, start: Ints, end: Ints) -> Bytes:
    """For each word, the set of marks in the gap before it."""
    gap_start = np.concatenate([[0], end[:-1]])
    gap = start - gap_start
    marks = look_up(_MARK, text.take(gap_start))
    marks |= look_up(_MARK, text[1:].take(gap_start)) * (gap > 1)
    wide = np.flatnonzero(gap > 2)  # few are: only of these every further byte is looked at
    if wide.size:
        further = repeat_ranges(gap_start.take(wide) + 2, start.take(wide) - 1)
        begin = np.cumsum(gap.take(wide) - 2) - (gap.take(wide) - 2)
        marks[wide] |= np.bitwise_or.reduceat(_MARK.take(text.take(further)), begin)
    hyphen = np.flatnonzero(marks & HYPHEN > 0)
    at, size = gap_start.take(hyphen), gap.take(hyphen)
    of_three_bytes = (size == 3) & (text.take(at + 1) == _FILLER) & (text.take(at + 2) == _FILLER)  # U+2010, U+2011
    dash = hyphen[(size > 1) & ~of_three_bytes]
    marks[dash] |= DASH  # a hyphen that does more than join two words
    return marks


def find_openings(marks: Bytes, word: Ints, shapes: tuple[Bools, Bools], length: Ints, vocabulary: Vocabulary) -> Bools:
    """
    Words that open a sentence.

    After a line end; or after a full stop and a space with a capital or digit, unless the stop belongs to an
    abbreviation or an initial. After those, only a function word opens one ("in the U.S. The …").

    Args:
        marks, word, length: marks before, number and bytes of every word.
        shapes: which begin with a capital, and which with a digit.
        vocabulary: knows abbreviations and function words.
    """
    capital, digit = shapes
    stop = np.flatnonzero((marks & (STOP | NEWLINE)) > 0)
    before, number = stop - 1, word.take(stop)
    trait = vocabulary.traits.take(word.take(before))
    initial = (length.take(before) == 1) & ~digit.take(before)
    function = _IS_STARTER.take(vocabulary.kind.take(number)) & (number > 0)
    short = (initial | (trait & ABBREVIATION > 0)) & (~function | (trait & SHORT_TITLE > 0))
    full = (marks.take(stop) & (STOP | SPACE)) == (STOP | SPACE)
    opens = (full & ~short & (capital | digit).take(stop)) | (marks.take(stop) & NEWLINE > 0)
    opening = np.zeros(len(marks), bool)
    opening[stop[opens]] = True
    return opening


_IS_STARTER = np.isin(np.arange(64), list(STARTERS))


@cache
def _shape_table() -> Bytes:
    """`shape_kind` for every kind and shape, at kind * 8 + capital * 4 + opening * 2 + digit."""
    shapes = [(bool(c), bool(o), bool(d)) for c in (0, 1) for o in (0, 1) for d in (0, 1)]
    return np.array([shape_kind(kind, *shape) for kind in Kind for shape in shapes], np.uint8)


def _guess_by_ending(text: Bytes, kind: Bytes, word: Ints, end: Ints) -> None:
    """Words in no list: "-ed" is a past, "-ing" a participle, "-ly" an adverb."""
    stop = end.take(word)
    last, second, third = (text.take(stop - n) | np.uint8(0x20) for n in (1, 2, 3))
    kind[word[(second == ord("e")) & (last == ord("d"))]] = Kind.PAST
    kind[word[(third == ord("i")) & (second == ord("n")) & (last == ord("g"))]] = Kind.ING
    kind[word[(second == ord("l")) & (last == ord("y"))]] = Kind.ADVERB


def _in_title_case(buffer: Buffer, start: Ints, length: Ints, capital: Bools) -> Bools:
    """Words of titles and headlines In Which Most Words Have Capitals: there, a capital says little."""
    out = np.zeros(len(start), bool)
    begin, end = buffer.headlines
    first, last = np.searchsorted(start, begin), np.searchsorted(start, end) - 1
    some = last >= first
    first, last = first[some], last[some]
    if first.size:
        word = repeat_ranges(first, last)
        begin = np.concatenate([[0], np.cumsum(last - first + 1)[:-1]])
        long = (length.take(word) > 3).astype(np.int64)
        mostly = np.add.reduceat(long * capital.take(word), begin) * 5 >= np.add.reduceat(long, begin) * 4
        out[word] = np.repeat(mostly, last - first + 1)
    return out


def _owned_by_plural(text: Bytes, end: Ints, marks: Bytes, quotations: Quotations) -> Ints:
    """Words after an "s" and an apostrophe that closes no quotation."""
    word = np.flatnonzero(marks == (APOSTROPHE | SPACE))
    stop = end.take(word - 1)
    is_plural = (text.take(stop - 1) | np.uint8(0x20) == ord("s")) & (text.take(stop) == ord("'"))
    out: Ints = word[is_plural & ~contains(quotations.last, word - 1)]
    return out


def read_words(buffer: Buffer, vocabulary: Vocabulary) -> Sheet:
    """The words of a buffer with their kinds by themselves (`phrases.settle` looks at their neighbours)."""
    text = plain_text(buffer.work)
    line_ends = unwrap_lines(text)
    folded = fold(text)
    start, end = find_bounds(text, folded)
    length = end - start
    word = vocabulary.find(folded, start, end)
    marks = collect_marks(text, start, end)
    initial = text.take(start)
    capital = initial - np.uint8(ord("A")) < 26
    digit = initial - np.uint8(ord("0")) < 10
    opening = find_openings(marks, word, (capital, digit), length, vocabulary)
    kind = vocabulary.kind.take(word)
    _guess_by_ending(text, kind, np.flatnonzero(word == 0), end)
    shouted = (text[1:].take(start) - np.uint8(ord("A")) < 26) & (length > 3)
    weak = opening | shouted | _in_title_case(buffer, start, length, capital)
    shape = capital * np.uint8(4) + weak * np.uint8(2) + digit
    kind = _shape_table().take(kind * np.uint16(8) + shape)
    traits = vocabulary.traits.take(word)
    marked = np.flatnonzero(traits & np.uint8(255 - LISTED))
    kind[marked[traits.take(marked) & NATION > 0]] = Kind.ADJECTIVE
    begins, lines = np.flatnonzero(opening), np.flatnonzero(marks & NEWLINE > 0)
    sentence: Ints = np.repeat(np.arange(len(begins) + 1), np.diff(begins, prepend=0, append=len(opening)))
    gap = np.flatnonzero(marks & (SPEECH | APOSTROPHE) > 0)
    gap = gap[(marks.take(gap) != APOSTROPHE) | (start.take(gap) - end.take(gap - 1) > 1)]  # "don't": in a word
    signs = repeat_ranges(end.take(gap - 1), start.take(gap) - 1)
    quotations = find_quotations(buffer.work, text, signs, line_ends, (start, end, sentence), buffer.end)
    speech = quotations.speech
    marks[gap] &= ~np.uint8(SPEECH)
    marks[quotations.first[speech]] |= SPEECH
    marks[np.minimum(quotations.last[speech] + 1, len(marks) - 1)] |= SPEECH
    return Sheet(
        text, start, end, word, kind, marks, traits, marked, capital, opening, sentence, begins, lines, quotations,
        _owned_by_plural(text, end, marks, quotations), vocabulary.frames,
    )  # fmt: skip
