"""Text in the cells of spreadsheets: it stays text, whatever it begins with."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

_DANGEROUS = re.compile(r"[=+\-@\t\r]|'[=+\-@\t\r']")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")  # no XML can hold them
LONGEST = 32_767  # characters of a cell of a workbook


def guard(text: str) -> str:
    """Text as a cell of CSV that no spreadsheet takes for a formula: an apostrophe goes before what could be one."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def unguard(text: str) -> str:
    """The text of a guarded cell."""
    return text[1:] if text[:1] == "'" and _DANGEROUS.match(text[1:]) else text


def replace_unfit(text: str) -> str:
    """Text with a replacement character for what no XML can hold."""
    return _UNFIT.sub("\ufffd", text)


def fit(text: str) -> str:
    """Text as a cell of a workbook can hold it."""
    return replace_unfit(text)[:LONGEST]


def write_rows(rows: Iterable[Sequence[object]]) -> str:
    """Rows as CSV for spreadsheets: texts guarded, None an empty cell. UTF-8 wants a byte order mark before it."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerows([guard(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return written.getvalue()
