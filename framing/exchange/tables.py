"""Tables: CSV and XLSX, with our columns or with those that other lists have."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from zipfile import ZipFile

from framing.archives import save_book
from framing.cells import fit
from framing.errors import LexiconError
from framing.exchange.model import Foreign, Reader, Scale, Writer
from framing.exchange.terms import add_term, weigh
from framing.lexicon import Entry
from framing.lexicon.rows import COLUMNS
from framing.lexicon.sheets import read_sheet
from framing.lexicon.writing import sheet_text, write_cells

_TERM = ("term", "word", "words", "token", "lemma", "pattern")
_CATEGORY = ("category", "class", "label", "dimension", "affect")
_WEIGHT = ("valence", "weight", "score", "value", "polarity", "sentiment", "mean")
_LARGEST_BOOK = 200_000_000
_OURS = (*COLUMNS[:1], "category", *COLUMNS[1:])


def fits(text: str) -> bool:
    """A header with a column for the term."""
    head = next(iter(text.lstrip("\ufeff").splitlines()), "")
    cells = [cell.strip(' "').casefold() for cell in re.split("[,;\t]", head)]
    return any(name in cells for name in _TERM)


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
    _read_rows(into, path.name, path.stem, [(row.line, row.cells) for row in sheet.rows], sheet.columns, scale)
    return into


def read_xlsx(path: Path, scale: Scale | None) -> Foreign:
    """
    A workbook: every sheet as a CSV file of its name.

    Raises:
        LexiconError: it is no workbook, or no sheet has a column for the terms.
    """
    into = Foreign()
    for title, rows in _open_book(path):
        header = next((number for number, cells in enumerate(rows) if any(cells)), None)
        if header is None:
            continue
        columns = tuple(cell.strip().casefold() for cell in rows[header])
        records = [
            (number, dict(zip(columns, cells, strict=False)))
            for number, cells in enumerate(rows[header + 1 :], header + 2)
            if any(cells) and not cells[0].startswith("#")
        ]
        _read_rows(into, f"{path.name}:{title}", title, records, columns, scale)
    return into


def _open_book(path: Path) -> Iterable[tuple[str, list[list[str]]]]:
    from openpyxl import load_workbook

    try:
        with ZipFile(path) as book:
            if sum(info.file_size for info in book.infolist()) > _LARGEST_BOOK:
                raise LexiconError("the workbook is too large", "save its sheets as CSV", path.name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(path, read_only=True, data_only=True)
            sheets = [(one.title, [_texts(row) for row in one.iter_rows(values_only=True)]) for one in book.worksheets]
            book.close()
    except LexiconError:
        raise
    except Exception as error:  # what a broken workbook raises is not documented: zip, XML and key errors
        raise LexiconError("it is no workbook that can be read", "save it as .xlsx or .csv again", path.name) from error
    return sheets


def _texts(row: Iterable[object]) -> list[str]:
    return ["" if cell is None else str(cell) for cell in row]


def _read_rows(
    into: Foreign, file: str, stem: str, rows: Iterable[tuple[int, Mapping[str, str]]], columns: Sequence[str],
    scale: Scale | None,
) -> None:  # fmt: skip
    named = {kind: next((name for name in names if name in columns), None)
             for kind, names in (("term", _TERM), ("category", _CATEGORY), ("weight", _WEIGHT))}  # fmt: skip
    term, category, weight = named["term"], named["category"], named["weight"]
    if term is None:
        fix = f"name the column of the words: {', '.join(_TERM[:3])}"
        raise LexiconError("no column holds the terms", fix, file)
    ours = set(_OURS) & set(columns) - {"term", "category", "valence", "match"}
    for line, cells in rows:
        place = f"{file}:{line}"
        if not cells.get(term, "").strip():
            continue
        if cells.get("action", "").strip():
            into.lose(place, "a row with an action", cells["action"])
            continue
        text = cells.get(weight, "").strip() if weight else ""
        valence, kept = (text, "") if weight == "valence" and scale is None else ("", "")
        if text and not valence:
            valence, kept = weigh(into, place, text, scale)
        before = len(into.rows)
        add_term(into, place, cells[term], (cells.get(category, "") if category else "").strip() or stem, valence, kept)
        for row in into.rows[before:]:
            row.update({name: cells.get(name, "") for name in ours})
            row["match"] = row["match"] or cells.get("match", "")


def write_csv(entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """All that an entry has, in one sheet of ours."""
    return {"lexicon.csv": sheet_text(map(write_cells, entries), _OURS).encode()}


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
        for entry in sorted((one for one in entries if one.category == name), key=lambda one: one.term.casefold()):
            cells = write_cells(entry)
            sheet.append([None] * len(_OURS))
            for number, column in enumerate(_OURS, 1):
                cell = sheet.cell(sheet.max_row, number)
                cell.value = fit(cells.get(column, "")) or None
                cell.data_type = "s" if cell.value else "n"
    if not titles:
        book.create_sheet("words").append(list(_OURS))
    return {"lexicon.xlsx": save_book(book)}


CSV = Reader("csv", "CSV", (".csv", ".tsv"), fits, read_csv)
XLSX = Reader("xlsx", "XLSX", (".xlsx",), lambda text: False, read_xlsx)
TO_CSV = Writer("csv", "CSV", frozenset(COLUMNS) - {"term", "forms"}, True, write_csv)
TO_XLSX = Writer("xlsx", "XLSX", frozenset(COLUMNS) - {"term", "forms"}, True, write_xlsx)
