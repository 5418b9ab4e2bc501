"""Offsets: columns `text`, `start` and `end` with a row a mark, or `text` and a list of spans with a row a text."""

from __future__ import annotations

from collections.abc import Iterator

from framing.corpus.rows import SetAside
from framing.validation.annotated import Marked, Span, UnusableError
from framing.validation.records import Record, Records
from framing.validation.spans import ENDS, STARTS, make_span, read_list, read_span, shorten

TEXTS = ("text", "sentence", "content", "data")
LISTS = ("spans", "marks", "offsets", "annotations")


def fits(records: Records) -> bool:
    """Whether there is a text with a start and an end, or with a list of spans."""
    pair = records.column(*STARTS) and records.column(*ENDS)
    return bool(records.column(*TEXTS) and (pair or has_spans(records, LISTS)))


def read(records: Records) -> Iterator[Marked | SetAside]:
    """Every row's text with its spans; a row with empty offsets is a text in which nothing was marked."""
    start, end = records.column(*STARTS), records.column(*ENDS)
    if not (start and end):
        yield from read_spans(records, LISTS)
        return
    for place, record in records.rows:
        try:
            text = text_of(record, records.column(*TEXTS))
            ends = record.get(start), record.get(end)
            blank = [one is None or not str(one).strip() or one != one for one in ends]
            yield Marked(place, text, () if all(blank) else (make_span(*ends, text),))
        except UnusableError as error:
            yield SetAside(place, str(error), "unreadable")


def has_spans(records: Records, names: tuple[str, ...]) -> bool:
    """Whether most rows that have anything in a column by one of these names have a list of lists or of objects."""
    column = records.column(*names)
    values = [record.get(column) for _, record in records.rows] if column else []
    lists = [read_list(value) for value in values if value is not None and value != ""]
    good = [one is not None and all(isinstance(item, list | tuple | dict) for item in one) for one in lists]
    return sum(good) > len(good) / 2


def read_spans(records: Records, names: tuple[str, ...]) -> Iterator[Marked | SetAside]:
    """Every row's text with the spans of its list."""
    texts, lists = records.column(*TEXTS), records.column(*names)
    for place, record in records.rows:
        try:
            text = text_of(record, texts)
            yield Marked(place, text, tuple(_spans(record.get(lists or ""), text)))
        except UnusableError as error:
            yield SetAside(place, str(error), "unreadable")


def text_of(record: Record, column: str | None) -> str:
    """
    The text of a record.

    Raises:
        UnusableError: it has none.
    """
    text = record.get(column or "")
    if not isinstance(text, str) or not text.strip():
        raise UnusableError("it has no text")
    return text


def _spans(value: object, text: str) -> Iterator[Span]:
    items = read_list(value)
    if items is None:
        raise UnusableError(f"`{shorten(value)}` is no list of spans")
    for item in items:
        yield read_span(item, text)
