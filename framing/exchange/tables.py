"""Tables: CSV and XLSX, with our columns or with those that other lists have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from framing.archives import SwollenError, open_book, save_book
from framing.cells import fit, guard, unguard
from framing.errors import LexiconError
from framing.exchange.model import TO, Foreign, Reader, Scale, Writer
from framing.exchange.opening import open_text
from framing.exchange.terms import add_term, clean, lines_of, weigh
from framing.lexicon import Entry
from framing.lexicon.model import MATCHES, PARTS_OF_SPEECH
from framing.lexicon.rows import COLUMNS, read_number
from framing.lexicon.sheets import LARGEST_FILE, read_sheet
from framing.lexicon.writing import sheet_text, write_cells

_TERM = ("term", "word", "words", "token", "lemma", "pattern")
_CATEGORY = ("category", "class", "label", "dimension", "affect")
_WEIGHT = ("valence", "weight", "score", "value", "polarity", "sentiment", "mean")
_TEXTS = ("forms", "plain", "set", "unless", "note", "source", "hit", "miss")
_VALUES = ("valence", "subject", "object", "owner")
_NUMBERS = (*_VALUES, "intensity")
_OURS = (*COLUMNS[:1], "category", *COLUMNS[1:])
_MOST_ROWS, _MOST_COLUMNS = 200_000, 200  # of a sheet of a workbook: a small file can claim any number

Record = tuple[int, Mapping[str, str]]
"""Line and cells by column."""


def fits(text: str) -> bool:
    """A header of several columns, one of them for the term."""
    head = next((line for line in lines_of(text) if line.strip()), "")
    cells = [cell.strip(' "').casefold() for cell in re.split("[,;\t]", head)]
    return len(cells) > 1 and any(name in cells for name in _TERM)


def read_csv(path: Path, scale: Scale | None) -> Foreign:
    """
    A CSV file with a header. Our columns are kept as they are; of others, the term, its category and its weight.

    Raises:
        LexiconError: it can't be read, or no column holds the terms.
    """
    sheet = read_sheet(path, path.name)
    fatal = [fault for fault in sheet.faults if not sheet.rows]
    if fatal:
        raise LexiconError(fatal[0].fault, fatal[0].fix, fatal[0].place)
    into = Foreign()
    for fault in sheet.faults:
        into.lose(fault.place, "a row that can't be read", fault.fault)
    for number, line in enumerate(lines_of(open_text(path)), 1):
        if number > sheet.header_line and line.lstrip(' \t"').startswith("#"):
            into.lose(sheet.place(number), "a line that begins with #, read as a comment", line)
    _read_rows(into, path.stem, path.name, [(row.line, row.cells) for row in sheet.rows], sheet.columns, scale)
    return into


def read_xlsx(path: Path, scale: Scale | None) -> Foreign:
    """
    A workbook: every sheet as a CSV file of its name.

    Raises:
        LexiconError: it is no workbook, or a sheet has no column for the terms.
    """
    into = Foreign()
    for title, rows in _open_book(path):
        header = next((number for number, cells in enumerate(rows) if any(cells) and cells[0][:1] != "#"), None)
        if header is None:
            continue
        columns = tuple(cell.strip().casefold() for cell in rows[header])
        records: list[Record] = []
        for number, cells in enumerate(rows[header + 1 :], header + 2):
            if cells and cells[0].startswith("#"):
                into.lose(f"{path.name}:{title}:{number}", "a line that begins with #, read as a comment", cells[0])
            elif any(cells):
                records.append((number, dict(zip(columns, cells, strict=False))))
        _read_rows(into, title, f"{path.name}:{title}", records, columns, scale)
    return into


def _open_book(path: Path) -> list[tuple[str, list[list[str]]]]:
    if not path.is_file():
        raise LexiconError("there is no such file", "check the path", path.name)
    try:
        with open_book(path, LARGEST_FILE) as book:
            return [(sheet.title, list(_rows_of(sheet, path.name))) for sheet in book.worksheets]
    except SwollenError as error:
        raise LexiconError("the workbook is too large", "save its sheets as CSV", path.name) from error
    except LexiconError:
        raise
    except Exception as error:  # see open_book
        raise LexiconError("it is no workbook that can be read", "save it as .xlsx or .csv again", path.name) from error


def _rows_of(sheet: Any, file: str) -> Iterator[list[str]]:
    """The rows of a sheet as texts, without empty cells at their ends, whatever size the sheet says it has."""
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True), 1):
        if number > _MOST_ROWS:
            raise LexiconError(f"a sheet has more than {_MOST_ROWS:,} rows", "split it", f"{file}:{sheet.title}")
        texts = ["" if cell is None else str(cell) for cell in row]
        while texts and not texts[-1]:
            texts.pop()
        yield texts


def _read_rows(
    into: Foreign, stem: str, file: str, rows: Iterable[Record], columns: Sequence[str], scale: Scale | None
) -> None:
    term, category, weight = (
        next((name for name in names if name in columns), "") for names in (_TERM, _CATEGORY, _WEIGHT)
    )
    if not term:
        fix = f"name the column of the words: {', '.join(_TERM[:3])}"
        raise LexiconError("no column holds the terms", fix, file)
    unread = [name for name in columns if name and name[0] != "#" and name not in (*_OURS, "action")]
    ours = not set(unread) - {term, category, weight} and weight in ("", "valence")
    kept = [name for name in (_OURS if ours else (*_TEXTS, "pos", "match")) if name in columns]
    kept = [name for name in kept if name not in (term, category) and (name != weight or scale is None)]
    for name in columns:
        if name and name[0] != "#" and name not in (term, category, weight, "action", *kept):
            into.lose(file, "a column that is not read", name)
    for line, cells in rows:
        place = f"{file}:{line}"
        if cells.get("action", "").strip():
            into.lose(place, "a row with an action", f"{cells.get(term, '')} {cells['action']}")
        elif cells.get(term, "").strip():
            number = cells.get(weight, "").strip() if weight and weight not in kept else ""
            found = weigh(into, place, number, scale) if number else ("", "")
            before = len(into.rows)
            add_term(into, place, cells[term], (category and cells.get(category, "").strip()) or stem, *found)
            for row in into.rows[before:]:
                given = {name: _keep(into, place, name, cells.get(name, "")) for name in kept}
                row.update({name: cell for name, cell in given.items() if cell and not row.get(name)})


def _keep(into: Foreign, place: str, column: str, cell: str) -> str:
    """A cell of a column of ours, if lexicons can have what it says."""
    cell = clean(cell).strip()
    if column in _TEXTS:
        return guard(unguard(cell))
    if column in ("match", "pos"):
        known = (cell := cell.casefold()) in (MATCHES if column == "match" else PARTS_OF_SPEECH)
    else:
        low = -TO if column in _VALUES else 1
        known = low <= read_number(cell) <= TO
    if cell and not known:
        into.lose(place, "a cell that no lexicon can have", f"{column} {cell}")
    return cell if known else ""


def write_csv(entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """All that an entry has, in one sheet of ours; no cell is a formula."""
    rows = (
        {name: cell if name in _NUMBERS else guard(cell) for name, cell in write_cells(entry).items()}
        for entry in entries
    )
    return {"lexicon.csv": sheet_text(rows, _OURS).encode()}


def write_xlsx(entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """The same as a workbook, a sheet a category; no cell is a formula."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    titles: dict[str, str] = {}
    for name in dict.fromkeys(entry.category for entry in entries):
        base = "".join(mark if mark not in "[]:*?/\\'" else " " for mark in name)[:28].strip() or "words"
        title = base if base not in titles.values() else f"{base} {len(titles)}"
        titles[name] = title
        sheet = book.create_sheet(title)
        sheet.freeze_panes = "A2"
        sheet.append(list(_OURS))
        of = sorted((one for one in entries if one.category == name), key=lambda one: one.term.casefold())
        for line, entry in enumerate(of, 2):
            for number, text in enumerate(map(write_cells(entry).get, _OURS), 1):
                if text:
                    cell = sheet.cell(line, number, fit(text))
                    cell.data_type = "s"
    if not titles:
        book.create_sheet("words").append(list(_OURS))
    return {"lexicon.xlsx": save_book(book)}


CSV = Reader("csv", "CSV", (".csv", ".tsv", ".txt"), fits, read_csv, "columns that lexicons don't have")
XLSX = Reader("xlsx", "XLSX", (".xlsx",), lambda text: False, read_xlsx, "columns that lexicons don't have")
TO_CSV = Writer("csv", "CSV", frozenset(COLUMNS) - {"term", "forms"}, True, write_csv)
TO_XLSX = Writer("xlsx", "XLSX", frozenset(COLUMNS) - {"term", "forms"}, True, write_xlsx)
