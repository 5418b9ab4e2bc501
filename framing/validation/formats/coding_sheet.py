"""The sheet that `framing lexicon sample` writes, filled in: people judged its marks, not the rest of its sentences."""

from __future__ import annotations

from collections.abc import Iterator

from framing.corpus.rows import SetAside
from framing.validation.annotated import Marked, Span
from framing.validation.answers import settle
from framing.validation.codings import Item, is_sheet, read_items
from framing.validation.formats.marked_words import NOT_FOUND, find_words
from framing.validation.records import Records


def fits(records: Records) -> bool:
    """Whether the columns are those of a coding sheet."""
    return is_sheet(records)


def read(records: Records) -> Iterator[Marked | SetAside]:
    """
    Every item on which coders had a majority, as its sentence with the mark judged.

    Of a sentence without a mark in which nothing is loaded, all is judged; where something is, nobody said what.
    """
    rows: dict[str, list[Item]] = {}
    empty: list[Item] = []
    for item in read_items(records):
        if isinstance(item, SetAside):
            yield item
        elif item.answer is None:
            empty.append(item)
        else:
            rows.setdefault(item.id, []).append(item)
    if empty and not rows:
        yield SetAside(empty[0].place, "nobody has answered it, nor any row below", "no text")
    for items in rows.values():
        said = settle({item.coder or "": item.answer[0] for item in items if item.answer})
        if said is not None:
            yield _mark(items[0], said)


def _mark(item: Item, loaded: bool) -> Marked | SetAside:
    sentence, mark = item.texts["sentence"], item.texts["mark"]
    if not sentence.strip():
        return SetAside(item.place, "it has no sentence", "no text")
    if not mark:
        return Marked(item.place, sentence, (), () if loaded else (Span(0, len(sentence)),))
    start = len(item.texts["before"])
    spans = [Span(start, start + len(mark))]
    if sentence[start : start + len(mark)] != mark:  # a spreadsheet has trimmed the cells
        spans = find_words(mark, sentence)
    if not spans:
        return SetAside(item.place, f"the mark `{mark}` does not stand in its sentence", NOT_FOUND)
    return Marked(item.place, sentence, (spans[0],) if loaded else (), (spans[0],))
