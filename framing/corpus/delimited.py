"""CSV and TSV, with Excel's byte order marks and semicolons, and the line number of every row."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from framing.corpus.columns import recognise
from framing.corpus.encoding import read_text
from framing.corpus.rows import Rows, SetAside
from framing.corpus.tabular import to_rows
from framing.errors import CorpusError

_SEPARATORS = ",;\t|"


@dataclass
class Sheet:
    """A delimited file: its header, each record with the line it starts on, and the lines that could not be read."""

    header: list[str]
    records: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read(path: Path, columns: Mapping[str, str] | None) -> Rows:
    """
    The articles of a CSV or TSV file, one a row.

    Raises:
        CorpusError: it can't be read, is empty, or has no text column.
    """
    sheet = read_sheet(path)
    found = to_rows(path.name, recognise(sheet.header, columns, path), sheet.records)
    found.set_aside += sheet.set_aside
    found.notes = sheet.notes + found.notes
    return found


def read_sheet(path: Path) -> Sheet:
    """
    The header and records of a delimited file; the separator is the one that the first line holds most of.

    Raises:
        CorpusError: it can't be read, is no text, or is empty.
    """
    decoded = read_text(path)
    note = decoded.note(path.name)
    with _long_fields():
        lines = _records(decoded.text, _separator(decoded.text, path))
        header = next((values for _, values, _ in lines if values), None)
        if header is None:
            raise CorpusError("it is empty", "give a file with a line of column names and a row an article", path)
        sheet = Sheet(header, notes=[note] if note else [])
        for line, values, fault in lines:
            place = f"{path.name}:{line}"
            if len(values) > len(header):
                fault = f"it has {len(values)} fields where the header has {len(header)}"
            if fault:
                sheet.set_aside.append(SetAside(place, fault, "unreadable"))
            elif values:
                sheet.records.append((place, _record(header, values)))
    return sheet


def _record(header: list[str], values: list[str]) -> dict[str, str]:
    """Name → value; of two columns by the same name the first counts."""
    return dict(zip(reversed(header[: len(values)]), reversed(values), strict=True))


def _records(text: str, separator: str) -> Iterator[tuple[int, list[str], str]]:
    """(line it starts on, values, fault) of every record; a blank line has neither values nor fault."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader), ""
        except StopIteration:
            return
        except csv.Error as error:
            yield line, [], _explain(error, line, reader.line_num)


def _explain(error: csv.Error, first: int, last: int) -> str:
    if "unexpected end" in str(error):
        return f"a quotation mark opened in this row is never closed (it swallows lines {first} to {last})"
    return f"it can't be split into fields: {error}"


def _separator(text: str, path: Path) -> str:
    if path.suffix.lower() == ".tsv":
        return "\t"
    head = text.lstrip("\r\n")[:100_000].splitlines()[:1]
    return max(_SEPARATORS, key=head[0].count) if head else ","


@contextmanager
def _long_fields() -> Iterator[None]:
    """Lift csv's limit of 131,072 characters a field for as long as this file is read."""
    before = csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        yield
    finally:
        csv.field_size_limit(before)
