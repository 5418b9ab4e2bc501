"""Where the words of a reading lie: in which article, sentence and paragraph, and between which characters."""

from __future__ import annotations

from functools import cached_property
from typing import Any, TypeAlias

import numpy as np

from framing.engine import Reading
from framing.text.arrays import Bools, Ints
from framing.text.words import APOSTROPHE, DASH, HYPHEN, NEWLINE, SPACE

# One table of one reading: columns by name; what are names in the end are numbers as yet.
Columns: TypeAlias = dict[str, Any]


class Layout:
    """Where words lie: their article, field, sentence and characters."""

    def __init__(self, reading: Reading) -> None:
        self._buffer, self._sheet = reading.buffer, reading.sheet
        self._article = np.array([piece.article for piece in self._buffer.pieces], np.int64)
        self._title = np.array([piece.title for piece in self._buffer.pieces], bool)
        self._first_word = np.minimum(
            np.searchsorted(self._sheet.start, self._buffer.start), len(self._sheet.start) - 1
        )
        self._first_sentence = self._sheet.sentence.take(self._first_word)

    @cached_property
    def _text(self) -> bytes:
        return self._buffer.raw.tobytes()

    @cached_property
    def real(self) -> Bools:
        """Words of the texts; the dummies between them are none."""
        inside = np.zeros(len(self._sheet.start), bool)
        last = np.searchsorted(self._sheet.end, self._buffer.end, "right")
        for first, until in zip(self._first_word.tolist(), last.tolist(), strict=True):
            inside[first:until] = True
        return inside

    @cached_property
    def counts(self) -> Bools:
        """Words that count as one: what an apostrophe or a hyphen joins to the word before does not count again."""
        marks = self._sheet.marks
        joined = np.flatnonzero(marks & (APOSTROPHE | HYPHEN) > 0)
        joined = joined[(marks.take(joined) & (SPACE | NEWLINE | DASH)) == 0]
        counted = self.real.copy()
        counted[joined] = False
        counted[self._sheet.quotations.first] = self.real.take(self._sheet.quotations.first)
        return counted

    @cached_property
    def counted(self) -> Ints:
        """Those words, in order."""
        return np.flatnonzero(self.counts)

    def count(self, first: Ints, last: Ints) -> Ints:
        """How many words count in spans of words."""
        return np.searchsorted(self.counted, last, "right") - np.searchsorted(self.counted, first)

    def place(self, first: Ints, start: Ints, end: Ints) -> Columns:
        """The columns article, field, sentence, start, end of spans that begin with a word and lie between bytes."""
        piece = np.maximum(self._buffer.piece_of(self._sheet.start.take(first)), 0)
        title = self._title.take(piece)
        return {
            "article": self._article.take(piece),
            "field": title.astype(np.int64),
            "sentence": np.where(title, -1, self._sheet.sentence.take(first) - self._first_sentence.take(piece)),
            "start": self._buffer.characters(start, piece),
            "end": self._buffer.characters(end, piece),
        }

    def words(self, first: Ints, last: Ints) -> Columns:
        """The same for spans of whole words."""
        return self.place(first, self._sheet.start.take(first), self._sheet.end.take(last))

    def paragraph_in_piece(self, first: Ints) -> Ints:
        """Number of the paragraph in the article; -1 in the title."""
        piece = np.maximum(self._buffer.piece_of(self._sheet.start.take(first)), 0)
        before = np.searchsorted(self._sheet.lines, self._first_word, "right")
        number = np.searchsorted(self._sheet.lines, first, "right") - before.take(piece)
        return np.where(self._title.take(piece), -1, number)

    def surfaces(self, first: Ints, last: Ints) -> list[str]:
        """The words as they stand."""
        text, begins, ends = self._text, self._sheet.start.take(first).tolist(), self._sheet.end.take(last).tolist()
        try:
            return [text[begin:end].decode() for begin, end in zip(begins, ends, strict=True)]
        except UnicodeDecodeError:  # halves of surrogate pairs
            return [text[begin:end].decode("utf-8", "replace") for begin, end in zip(begins, ends, strict=True)]
