"""The printed sheets: worksheet.pdf for readers, and key.pdf, a file of its own so that it is not copied along."""

from __future__ import annotations

import dataclasses
import json
from functools import cache
from importlib.resources import as_file, files
from importlib.util import find_spec
from typing import Any

from framing.exercise.model import Exercise, Item
from framing.exercise.writers.edition import Edition, Made, Output
from framing.exercise.writers.titles import TITLES
from framing.exercise.writers.views import (
    about_key,
    cite,
    foot,
    is_marked,
    mark_words,
    say_level,
    say_note,
    title_of,
    unchecked,
)

MISSING = "the printed sheets need: pip install 'framing[pdf]'"
WORKSHEET, KEY = "worksheet.pdf", "key.pdf"
_NEVER = "\N{REPLACEMENT CHARACTER}"


def write(exercise: Exercise, edition: Edition) -> Made:
    """Both sheets as tagged PDF (PDF/UA-1) without a date: the same exercise and edition give the same bytes."""
    if find_spec("typst") is None:
        return Made({}, (MISSING,))
    sheets = {WORKSHEET: compile_sheet(exercise, edition, key=False), KEY: compile_sheet(exercise, edition, key=True)}
    return Made(sheets)


def compile_sheet(exercise: Exercise, edition: Edition, key: bool) -> bytes:
    """One of the sheets. The template reads text as data, so that no text of an article is ever markup."""
    import typst

    shown = json.dumps(_view(exercise, edition, key), ensure_ascii=False)
    with as_file(files("framing.exercise.writers") / "fonts") as fonts:
        made = typst.compile(  # type: ignore[misc]  # the stub can't infer what it takes
            _template(),
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            sys_inputs={"data": shown},
            pdf_standards=["ua-1"],
            timestamp=0,
        )
    assert isinstance(made, bytes)
    return made


@cache
def _template() -> bytes:
    return files("framing.exercise.writers").joinpath("sheet.typ").read_bytes()


def _view(exercise: Exercise, edition: Edition, key: bool) -> dict[str, Any]:
    """What the template is given. Keys and notes are only there for the key."""
    return {
        "key": key,
        "paper": edition.paper,
        "tint": edition.tint,
        "size": edition.size,
        "unchecked": unchecked(exercise),
        "foot": printable(foot(exercise)),
        "about": [printable(line) for line in about_key(exercise)] if key else [],
        "exercise": {
            "title": printable(exercise.title),
            "language": exercise.language,
            "forewarning": printable(exercise.forewarning),
            "items": [_item(item, key) for item in exercise.items],
        },
    }


def _item(item: Item, key: bool) -> dict[str, Any]:
    passages = [
        {
            "label": printable(passage.label),
            "words": [{"text": printable(w.text), "before": printable(w.before)} for w in passage.words],
            "after": printable(passage.after),
            "origin": printable(cite(passage.source, key)),
            "numbered": not key and is_marked(item, number),
            "marks": {str(n): kind for n, kind in mark_words(item, number).items()} if key else {},
        }
        for number, passage in enumerate(item.passages)
    ]
    notes = [
        {"surface": n.surface, "said": say_note(n), "why": n.why, "plain": n.plain, "entry": n.entry}
        for n in item.notes
        if key
    ]
    return {
        "title": title_of(item, TITLES),
        "stem": printable(item.stem),
        "passages": passages,
        "tasks": [_clean({"kind": task.kind, **dataclasses.asdict(task)}, key) for task in item.tasks],
        "notes": [_clean(note, key) for note in notes],
        "talk": [printable(question) for question in item.talk],
        "told": say_level(item) if key else "",
    }


def _clean(value: Any, key: bool) -> Any:
    """Texts without what no font shows; what only a key may hold is empty on the worksheet."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        hidden = () if key else ("key", "arguable", "model", "rubric")
        return {name: [] if name in hidden and name != "model" else "" if name in hidden else _clean(one, key)
                for name, one in value.items()}  # fmt: skip
    if isinstance(value, list | tuple):
        return [_clean(one, key) for one in value]
    return value


def printable(text: str) -> str:
    """Text without control characters, which a PDF may not hold."""
    return "".join(mark if mark == "\n" or mark.isprintable() or mark == " " else _soft(mark) for mark in text)


def _soft(mark: str) -> str:
    return " " if mark.isspace() else _NEVER if ord(mark) < 32 else ""


OUTPUT = Output("pdf", (WORKSHEET, KEY), "print the worksheet for the class and the key for yourself", write, "pdf")
