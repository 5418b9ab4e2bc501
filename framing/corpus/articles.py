"""From the rows of a reader to ARTICLES: what can be used, furniture marked, copies and shared blocks found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import polars as pl

from framing.corpus.blocks import find_blocks
from framing.corpus.dates import parse_dates
from framing.corpus.furniture import find_furniture
from framing.corpus.marks import Mark, disjoint, pieces
from framing.corpus.order import chronological
from framing.corpus.rows import MAX_CHARACTERS, Row, SetAside
from framing.corpus.stories import find_stories
from framing.tables import ARTICLES

_WORD = re.compile(r"[^\W_]")


def usable(rows: Iterable[Row]) -> tuple[list[Row], list[list[Mark]], list[SetAside]]:
    """The rows that can be used, the furniture of each, and the others: no text, no outlet, an id seen before."""
    kept: list[Row] = []
    furniture: list[list[Mark]] = []
    set_aside: list[SetAside] = []
    places: dict[str, str] = {}
    for row in rows:
        text = row.text or ""
        marks = find_furniture(text) if len(text) <= MAX_CHARACTERS else []
        fault = _fault(row, text, marks, places)
        if fault:
            set_aside.append(fault)
        else:
            places[row.id] = row.place
            kept.append(row)
            furniture.append(marks)
    return kept, furniture, set_aside


def build(rows: Sequence[Row], furniture: Sequence[list[Mark]]) -> pl.DataFrame:
    """
    ARTICLES, with stories and shared blocks found.

    Args:
        rows: as `usable` leaves them; `furniture`: the marks of each.
    """
    ids, texts = [row.id for row in rows], [row.text or "" for row in rows]
    dates = parse_dates([row.date for row in rows])
    order = chronological(dates)
    stories = find_stories(ids, texts, furniture, order)
    blocks = find_blocks(ids, texts, stories, furniture, order)
    marks = [disjoint([*first, *second]) for first, second in zip(furniture, blocks, strict=True)]
    return ARTICLES.frame(
        {
            "article": ids,
            "outlet": [" ".join((row.outlet or "").split()) for row in rows],
            "title": [_unless_blank(row.title) for row in rows],
            "text": texts,
            "date": dates,
            "url": [_unless_blank(row.url) for row in rows],
            "author": [_unless_blank(row.author) for row in rows],
            "event": [_unless_blank(row.event) for row in rows],
            "story": stories,
            "furniture": [[mark._asdict() for mark in of_article] for of_article in marks],
        }
    )


def _fault(row: Row, text: str, marks: list[Mark], places: dict[str, str]) -> SetAside | None:
    if len(text) > MAX_CHARACTERS:
        return SetAside(row.place, f"longer than {MAX_CHARACTERS:,} characters, so no article: split it", "unreadable")
    if not text.strip():
        return SetAside(row.place, "it has no text", "no text")
    if not _WORD.search(text):
        return SetAside(row.place, "its text has no words", "no text")
    if not any(_WORD.search(text, start, end) for start, end in pieces(text, marks)):
        return SetAside(row.place, "its text is page furniture only", "no text")
    if not (row.outlet or "").strip():
        return SetAside(row.place, "it names no outlet", "no outlet")
    if row.id in places:
        return SetAside(row.place, f"its id {row.id} is taken by {places[row.id]}", "duplicate id")
    return None


def _unless_blank(value: str | None) -> str | None:
    return value if value and value.strip() else None
