"""CSV as spreadsheets really write it: byte-order marks, semicolons, tabs, CRLF, Windows-1252, comment lines."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from framing.lexicon.faults import Fault

LARGEST_FILE = 50_000_000
LONGEST_LINE = 1_000_000
_SEPARATORS = ",;\t"
_MAGIC = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"\x89PNG", b"PAR1")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = {code: " " for code in (*range(32), 127) if chr(code) not in "\t\n\r"}
_BINARY = "save it as CSV (UTF-8): in a spreadsheet, File > Save as > CSV"


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the line it begins on (from 1) and its cells by column, as they stand."""

    line: int
    cells: dict[str, str]


@dataclass
class Sheet:
    """A file as read: its name for messages, its columns in lower case and the header's line, its rows and faults."""

    name: str
    columns: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    data: bytes = b""
    header_line: int = 0

    def place(self, line: int) -> str:
        """`file:line`."""
        return f"{self.name}:{line}"

    def refuse(self, fault: str, fix: str, line: int | None = None) -> None:
        """Note an error, of a line or of the whole file."""
        self.faults.append(Fault(self.name if line is None else self.place(line), fault, fix))


def read_sheet(path: Path, name: str) -> Sheet:
    """
    A CSV file with a header row, read leniently. Never raises for what is in the file: faults stand in the sheet.

    Args:
        path: the file. Refused: no regular file, over 50 MB, binary, a line over 1 MB.
        name: how messages call it.
    """
    sheet = Sheet(name)
    text = read_text(path, sheet)
    if text is None:
        return sheet
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            sheet.refuse("the line is longer than 1 MB", "split it into rows, or close a quotation mark", number)
            return sheet
    _fill(sheet, lines)
    if not sheet.columns and not sheet.faults:
        sheet.refuse("the file is empty", "write a header row and a row below it, or delete the file")
    return sheet


def read_text(path: Path, sheet: Sheet) -> str | None:
    """The text of a file: UTF-8 (or UTF-16 with its mark), else Windows-1252; None, with a fault, if it is no text."""
    try:
        if not path.is_file():
            sheet.refuse("there is no such file", "check the path")
            return None
        if path.stat().st_size > LARGEST_FILE:
            sheet.refuse("the file is larger than 50 MB", "split it, or leave out what is not a list of words")
            return None
        sheet.data = path.read_bytes()
    except OSError as error:
        sheet.refuse(f"the file can't be read ({error.strerror})", "check who may read it")
        return None
    text = decode(sheet.data)
    if text is None:
        sheet.refuse("the file is binary, not text", _BINARY)
    return text


def decode(data: bytes) -> str | None:
    """Bytes as text without a byte-order mark and control characters, or None if they are no text."""
    if data.startswith(_MAGIC):
        return None
    wide = data.startswith(_UTF16)
    if b"\0" in data and not wide:
        return None
    try:
        return data.decode("utf-16" if wide else "utf-8-sig").translate(_CONTROL)
    except UnicodeDecodeError:
        if wide:
            return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return None if text.translate(_CONTROL) != text else text


def _fill(sheet: Sheet, lines: list[str]) -> None:
    for line, cells in _records(sheet, lines):
        if not any(cell.strip() for cell in cells) or cells[0].lstrip().startswith("#"):
            continue  # a comment that a spreadsheet put in quotation marks is one still
        if sheet.columns:
            _add(sheet, line, cells)
        else:
            _head(sheet, line, cells)


def _head(sheet: Sheet, line: int, cells: list[str]) -> None:
    sheet.header_line = line
    sheet.columns = tuple(cell.strip().casefold() for cell in cells)
    while sheet.columns and not sheet.columns[-1]:
        sheet.columns = sheet.columns[:-1]
    for name in sorted({name for name in sheet.columns if name and sheet.columns.count(name) > 1}):
        sheet.refuse(f"the column `{name}` stands twice in the header", "rename or remove one of them", line)


def _add(sheet: Sheet, line: int, cells: list[str]) -> None:
    width = len(sheet.columns)
    if any(cell.strip() for cell in cells[width:]):
        sheet.refuse(
            f"the row has {len(cells)} cells, the header {width}", 'put text that holds the separator in "quotes"', line
        )
        return
    cells = cells[:width] + [""] * (width - len(cells))
    sheet.rows.append(Row(line, dict(zip(sheet.columns, cells, strict=True))))


def _records(sheet: Sheet, lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Records with the line they begin on; a line is a comment only where a record could begin."""
    first = 0
    fresh = True

    def feed() -> Iterator[str]:
        nonlocal first, fresh
        for number, line in enumerate(lines, 1):
            if fresh and (not line.strip() or line.lstrip().startswith("#")):
                continue
            if fresh:
                first, fresh = number, False
            yield line + "\n"

    reader = csv.reader(feed(), delimiter=find_separator(lines), strict=True, skipinitialspace=False)
    while True:
        fresh = True
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            sheet.refuse(*_quoting(error), first)
            continue
        yield first, record


def find_separator(lines: list[str]) -> str:
    """The separator that the header uses most; a comma if it uses none."""
    header = next((line for line in lines if line.strip() and not line.lstrip(' \t"').startswith("#")), "")
    return max(_SEPARATORS, key=header.count)


def _quoting(error: csv.Error) -> tuple[str, str]:
    if "unexpected end" in str(error):
        return "a quotation mark is opened and never closed", 'close it; a mark inside a quoted cell is written ""'
    if "field limit" in str(error):
        return "a cell is longer than 131,072 characters", "shorten it, or close a quotation mark"
    return "a quotation mark stands in the middle of a cell", 'quote the whole cell and write marks inside it as ""'
