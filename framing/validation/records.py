"""Files → records, whatever the format: CSV, TSV, JSON, JSON lines, Parquet, XLSX."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from framing.archives import SwollenError, open_book
from framing.corpus import delimited, parquet
from framing.corpus.encoding import read_text
from framing.corpus.rows import SetAside
from framing.errors import CorpusError

Record = Mapping[str, Any]
LARGEST_BOOK = 200_000_000  # bytes of a workbook once unpacked


@dataclass
class Records:
    """A file's records, each with its place, the names of its columns, what could not be read, and notes."""

    rows: list[tuple[str, Record]] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    header: list[str] = field(default_factory=list)

    def column(self, *names: str) -> str | None:
        """The column by the first of these names that is there; case, spaces, hyphens and underscores don't matter."""
        here = {plain(name): name for name in reversed(self.header)}
        return next((here[name] for name in names if name in here), None)


def plain(name: str) -> str:
    """A column's name as it is compared: "Biased Words" is "biased_words"."""
    return name.strip().casefold().replace(" ", "_").replace("-", "_")


def read_records(path: Path) -> Records:
    """
    The records of a file, by its suffix.

    Raises:
        CorpusError: there is no such file, it has no suffix that is known, or it can't be read.
    """
    load = LOADERS.get(path.suffix.lower())
    if load is None:
        formats = ", ".join(LOADERS)
        raise CorpusError(f"no reader for {path.suffix or 'a file without a suffix'}", f"give one of {formats}", path)
    try:
        if not path.is_file():
            raise CorpusError("there is no such file", "check the path", path)
    except (OSError, ValueError) as error:
        raise CorpusError(f"it can't be opened: {error}", "check the name and its permissions", path) from error
    records = load(path)
    records.header = records.header or list(dict.fromkeys(name for _, row in records.rows for name in row))
    return records


def _read_delimited(path: Path) -> Records:
    sheet = delimited.read_sheet(path)
    return Records(list(sheet.records), sheet.set_aside, sheet.notes, sheet.header)


def _read_lines(path: Path) -> Records:
    return _from_lines(path.name, *_text_of(path))


def _read_json(path: Path) -> Records:
    """One value for the whole file: a list of objects or a single one; else as JSON lines."""
    text, notes = _text_of(path)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return _from_lines(path.name, text, notes)
    items = value if isinstance(value, list) else [value]
    return _only_objects(((f"{path.name}:item {n}", item) for n, item in enumerate(items, 1)), notes)


def _from_lines(name: str, text: str, notes: list[str]) -> Records:
    # not splitlines(): U+2028 and its like are allowed inside a JSON string
    lines = ((f"{name}:{n}", _parse(line)) for n, line in enumerate(text.split("\n"), 1) if line.strip())
    return _only_objects(lines, notes)


def _parse(line: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _only_objects(values: Iterable[tuple[str, object]], notes: list[str]) -> Records:
    records = Records(notes=notes)
    for place, value in values:
        if isinstance(value, dict):
            records.rows.append((place, value))
        else:
            records.set_aside.append(SetAside(place, "it is no JSON object", "unreadable"))
    return records


def _text_of(path: Path) -> tuple[str, list[str]]:
    decoded = read_text(path)
    note = decoded.note(path.name)
    return decoded.text, [note] if note else []


def _read_parquet(path: Path) -> Records:
    frame = parquet.read_frame(path)
    rows = ((f"{path.name}:row {n}", row) for n, row in enumerate(frame.iter_rows(named=True), 1))
    return Records(list(rows), header=frame.columns)


def _read_book(path: Path) -> Records:
    """The first sheet of a workbook: its first row that holds anything is the header."""
    records = Records()
    for number, cells in _cells_of(path):
        if not any(cell is not None and str(cell).strip() for cell in cells):
            continue
        if records.header:
            row = dict(zip(reversed(records.header), reversed(cells[: len(records.header)]), strict=False))
            records.rows.append((f"{path.name}:{number}", row))
        else:
            records.header = ["" if cell is None else str(cell) for cell in cells]
    if not records.header:
        raise CorpusError("its first sheet is empty", "put column names into the first row, a record a row below", path)
    return records


def _cells_of(path: Path) -> list[tuple[int, tuple[Any, ...]]]:
    """Number and values of every row of the first sheet, each as long as the longest."""
    rows = next(iter(read_book(path).values()), [])
    width = max((len(row) for _, row in rows), default=0)
    return [(n, (*row, *[None] * (width - len(row)))) for n, row in rows]


def read_book(path: Path) -> dict[str, list[tuple[int, tuple[Any, ...]]]]:
    """
    Number and values of every row of every sheet of a workbook, by the sheets' names in their order.

    Raises:
        CorpusError: it is no workbook, is damaged, or too large once unpacked.
    """
    try:
        with open_book(path, LARGEST_BOOK) as book:
            return {
                sheet.title: [(n, tuple(row)) for n, row in enumerate(sheet.iter_rows(values_only=True), 1)]
                for sheet in book.worksheets
            }
    except SwollenError as error:
        raise CorpusError("the workbook is too large", "save its first sheet as CSV", path) from error
    except Exception as error:  # see open_book
        fault = "it is not a XLSX workbook, or it is damaged or cut off"
        raise CorpusError(fault, "make or copy the file again, or give it as CSV", path) from error


LOADERS: dict[str, Callable[[Path], Records]] = {
    ".csv": _read_delimited,
    ".tsv": _read_delimited,
    ".jsonl": _read_lines,
    ".ndjson": _read_lines,
    ".json": _read_json,
    ".parquet": _read_parquet,
    ".xlsx": _read_book,
}
"""Suffix of a file → what reads it."""
