"""Marked stretches of a text, and the passages (the sentences of each line) that lie between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n]+")
_GAP = re.compile(r"[.!?…][\"”’')\]]*([^\S\r\n]+)(?=[\"“‘'(\[]?[A-Z0-9])")
_WORD = re.compile(r"[^\W_]+")
_OPENING_QUOTES = "\"“„«‘'"


class Mark(NamedTuple):
    """Characters `start` to `end` (exclusive) of a text, and why they are marked."""

    start: int
    end: int
    reason: str


class Passage(NamedTuple):
    """
    A sentence of a text, without marks in it.

    `key` holds its words in lower case, without punctuation, so that straight and curly quotes compare equal; `words`
    is their number; `whole` says that it is all of its line; `speech` that it opens with a quotation mark.
    """

    start: int
    end: int
    key: str
    words: int
    whole: bool
    speech: bool


def disjoint(marks: Iterable[Mark]) -> list[Mark]:
    """The marks in order; overlapping ones merge under the reason of the first, empty ones go."""
    merged: list[Mark] = []
    for mark in sorted(mark for mark in marks if mark.end > mark.start):
        if merged and mark.start < merged[-1].end:
            last = merged[-1]
            merged[-1] = Mark(last.start, max(last.end, mark.end), last.reason)
        else:
            merged.append(mark)
    return merged


def pieces(text: str, marks: Iterable[Mark]) -> Iterator[tuple[int, int]]:
    """(start, end) of every line of the text, without the white space around it; a mark cuts the line it stands in."""
    position = 0
    for start, end in [*((mark.start, mark.end) for mark in marks), (len(text), len(text))]:
        for line in _LINE.finditer(text, position, start):
            yield _trimmed(text, *line.span())
        position = end


def lines(text: str, marks: Iterable[Mark]) -> Iterator[list[Passage]]:
    """The lines of a text that have words in them, each as its sentences; a mark cuts the line that it stands in."""
    for start, end in pieces(text, marks):
        if sentences := [passage for passage in _sentences(text, start, end) if passage.words]:
            yield sentences


def _sentences(text: str, start: int, end: int) -> Iterator[Passage]:
    first = start
    for gap in _GAP.finditer(text, start, end):
        yield _passage(text, start, gap.start(1), whole=False)
        start = gap.end(1)
    yield _passage(text, start, end, whole=start == first)


def _passage(text: str, start: int, end: int, *, whole: bool) -> Passage:
    words = _WORD.findall(text[start:end].lower())
    return Passage(start, end, " ".join(words), len(words), whole, text[start : start + 1] in _OPENING_QUOTES)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
