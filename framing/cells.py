"""Text in the cells of spreadsheets: it stays text, whatever it begins with."""

from __future__ import annotations

import re

_DANGEROUS = re.compile(r"[=+\-@\t\r]|'[=+\-@\t\r']")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")  # no XML can hold them
LONGEST = 32_767  # characters of a cell of a workbook


def guard(text: str) -> str:
    """Text as a cell of CSV that no spreadsheet takes for a formula: an apostrophe goes before what could be one."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def unguard(text: str) -> str:
    """The text of a guarded cell."""
    return text[1:] if text[:1] == "'" and _DANGEROUS.match(text[1:]) else text


def fit(text: str) -> str:
    """Text as a cell of a workbook can hold it."""
    return _UNFIT.sub("\ufffd", text)[:LONGEST]
