"""The printed sheets: worksheet.pdf for readers, and key.pdf, a file of its own so that it is not copied along."""

from __future__ import annotations

import json
import re
from importlib.resources import as_file, files
from importlib.util import find_spec
from typing import Any

from framing.exercise.model import Exercise
from framing.exercise.writers.edition import Edition, Made, Output
from framing.exercise.writers.sheets import change_texts, view_sheet

MISSING = "the printed sheets need: pip install 'framing[pdf]'"
WORKSHEET, KEY = "worksheet.pdf", "key.pdf"
_HOME = "framing.exercise.writers"
_INSTEAD = "\N{REPLACEMENT CHARACTER}"
_UNSHOWN = re.compile(r'the text `"((?:\\.|[^"\\])+)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")


def write(exercise: Exercise, edition: Edition) -> Made:
    """Both sheets as tagged PDF (PDF/UA-1) without a date: the same exercise and edition give the same bytes."""
    if find_spec("typst") is None:
        return Made({}, (MISSING,))
    worksheet, unshown = compile_sheet(view_sheet(exercise, edition, key=False))
    key, more = compile_sheet(view_sheet(exercise, edition, key=True))
    signs = " ".join(sorted(unshown | more))
    losses = (f"signs that no font of ours has stand as {_INSTEAD} on the printed sheets: {signs}",) if signs else ()
    return Made({WORKSHEET: worksheet, KEY: key}, losses)


def compile_sheet(view: dict[str, Any]) -> tuple[bytes, set[str]]:
    """
    One of the sheets as PDF, and the signs that no font has.

    PDF/UA takes no sign without a shape, so these are replaced. Only the typesetter knows its fonts, and it names all
    signs of a text at once.
    """
    from typst import TypstError

    unshown: set[str] = set()
    while True:
        try:
            return _typeset(_without(view, unshown)), unshown
        except TypstError as error:
            found = {_ESCAPED.sub(_unescape, sign) for sign in _UNSHOWN.findall(error.diagnostic)}
            if found <= unshown:
                raise
            unshown |= found


def _typeset(view: dict[str, Any]) -> bytes:
    """The template reads all texts as data, so that nothing of an article is ever markup."""
    import typst

    with as_file(files(_HOME)) as folder:
        made = typst.compile(
            folder / "sheet.typ",
            root=folder,
            font_paths=[folder / "fonts"],
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(view, ensure_ascii=False)},
            pdf_standards=["ua-1"],
            timestamp=0,
        )
    assert isinstance(made, bytes)
    return made


def _without(view: dict[str, Any], unshown: set[str]) -> dict[str, Any]:
    if not unshown:
        return view
    signs = re.compile("|".join(map(re.escape, sorted(unshown, key=len, reverse=True))))
    left: dict[str, Any] = change_texts(view, lambda text: signs.sub(_INSTEAD, text))
    return left


def _unescape(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else found[2]


OUTPUT = Output("pdf", (WORKSHEET, KEY), "print the worksheet for the class and the key for yourself", write, "pdf")
