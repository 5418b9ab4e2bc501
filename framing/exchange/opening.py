"""Files of other tools as text: the same leniency as for our own sheets, and the same refusals."""

from __future__ import annotations

from pathlib import Path

from framing.errors import LexiconError
from framing.exchange.terms import lines_of
from framing.lexicon.sheets import LONGEST_LINE, Sheet, read_text


def open_text(path: Path) -> str:
    """
    The text of a file: UTF-8 or UTF-16 with or without mark, else Windows-1252.

    Raises:
        LexiconError: there is no such file, it is no text, over 50 MB, or has a line of over 1 MB.
    """
    sheet = Sheet(path.name)
    text = read_text(path, sheet)
    if text is not None:
        long = next((n for n, line in enumerate(lines_of(text), 1) if len(line) > LONGEST_LINE), None)
        if long:
            sheet.refuse("the line is longer than 1 MB", "split it into lines", long)
    if sheet.faults:
        raise LexiconError(sheet.faults[0].fault, sheet.faults[0].fix, sheet.faults[0].place)
    assert text is not None
    return text
