"""Marked words: a column `text`, and one with the words in it that people marked (a list, or semicolons between)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.corpus.rows import SetAside
from framing.validation.annotated import Marked, Span, UnusableError
from framing.validation.formats.offsets import TEXTS, text_of
from framing.validation.records import Records
from framing.validation.spans import read_list, shorten

WORDS = ("biased_words", "loaded_words", "marked_words", "words", "marks")
NOT_FOUND = "not found"
_APOSTROPHES = "['’‘ʼ]"
_AROUND = " \"'“”„‘’«»()[].,:;!?…"


def fits(records: Records) -> bool:
    """Whether there is a text, and a column of words."""
    return bool(records.column(*TEXTS) and records.column(*WORDS))


def read(records: Records) -> Iterator[Marked | SetAside]:
    """Every text with each place where a word of its list stands; words that stand nowhere are listed."""
    texts, column = records.column(*TEXTS), records.column(*WORDS)
    for place, record in records.rows:
        try:
            text = text_of(record, texts)
            words = split_words(record.get(column or ""))
        except UnusableError as error:
            yield SetAside(place, str(error), "unreadable")
            continue
        places = {word: find_words(word, text) or find_words(word.strip(_AROUND), text) for word in words}
        yield Marked(place, text, tuple(span for spans in places.values() for span in spans))
        for word in (word for word, spans in places.items() if not spans):
            yield SetAside(place, f"`{shorten(word)}` does not stand in the text as a whole word", NOT_FOUND)


def split_words(value: object) -> list[str]:
    """
    The words of a cell: a list, the text of one, or words with semicolons between.

    Raises:
        UnusableError: it is neither.
    """
    items = read_list(value)
    if items is None and isinstance(value, str):
        items = value.split(";")
    if items is None or not all(isinstance(item, str) for item in items):
        raise UnusableError(f"`{shorten(value)}` is no list of words")
    return list(dict.fromkeys(item.strip() for item in items if item.strip()))


def find_words(words: str, text: str) -> list[Span]:
    """Every place where the words stand as whole words, in whatever case, spaces and apostrophes."""
    if not words:
        return []
    pieces = (re.sub(_APOSTROPHES, lambda _: _APOSTROPHES, re.escape(piece)) for piece in words.split())
    pattern = r"\s+".join(pieces)
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return [Span(*found.span()) for found in re.finditer(before + pattern + after, text, re.IGNORECASE)]
