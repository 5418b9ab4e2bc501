"""Tables into files that spreadsheets open: text stays text, whatever it begins with."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from framing.cells import fit, write_rows
from framing.validation.tables import LOADED

BOOK = ".xlsx"
SUFFIXES = (".csv", BOOK)
_WIDTHS = {"sentence": 60, "before": 40, "mark": 16, "after": 40, "reason": 40}
_WIDTH = 16


def write_csv(frame: pl.DataFrame, path: Path) -> None:
    """A frame as CSV with a byte order mark, which spreadsheets want, its texts guarded; null is an empty cell."""
    path.write_bytes(write_rows([frame.columns, *frame.iter_rows()]).encode("utf-8-sig", "replace"))


def write_sheet(frame: pl.DataFrame, path: Path) -> None:
    """A coding sheet, as a workbook where its path ends in .xlsx, else as CSV."""
    write = _write_book if path.suffix.lower() == BOOK else write_csv
    write(frame, path)


def _write_book(frame: pl.DataFrame, path: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet = book.active
    sheet.title = "coding"
    for number, row in enumerate([tuple(frame.columns), *frame.iter_rows()], 1):
        for place, value in enumerate(row, 1):
            if value is not None and value != "":
                cell = sheet.cell(number, place, fit(str(value)))
                cell.data_type, cell.quotePrefix = "s", True  # text, for good, even where it begins with =
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                cell.font = Font(bold=number == 1)
    for place, name in enumerate(frame.columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(name, _WIDTH)
        if name == LOADED and frame.height:
            choice = DataValidation(type="list", formula1='"y,n,?"', allow_blank=True, showErrorMessage=False)
            choice.add(f"{get_column_letter(place)}2:{get_column_letter(place)}{frame.height + 1}")
            sheet.add_data_validation(choice)
    sheet.freeze_panes = "B2"
    book.save(path)
