"""A printed sheet as plain data: all that its template shows, and nothing that it must not know."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from typing import Any

from framing.exercise.model import Exercise, Item
from framing.exercise.writers.edition import Edition
from framing.exercise.writers.titles import TITLES
from framing.exercise.writers.views import (
    SAID,
    about_key,
    cite,
    cite_last,
    foot,
    is_marked,
    keep_secret,
    mark_words,
    number_words,
    say_level,
    tell_last,
    title_of,
    unchecked,
)

SECRETS: dict[str, Any] = {"key": [], "arguable": [], "model": "", "rubric": []}
"""Fields of tasks that only the key may hold, and what the worksheet has in their place."""
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:-([A-Za-z]{2}))?(?:-|$)")


def view_sheet(exercise: Exercise, edition: Edition, key: bool) -> dict[str, Any]:
    """The worksheet or the key: texts without control characters, lists, numbers and truth values."""
    exercise = keep_secret(exercise)
    language = _LANGUAGE.match(exercise.language)
    tongue = {"language": language[1].lower() if language else "en", "region": language and language[2]}
    view: dict[str, Any] = {
        "key": key,
        "paper": edition.paper,
        "tint": edition.tint,
        "size": edition.size,
        "unchecked": unchecked(exercise),
        "foot": foot(exercise),
        "about": about_key(exercise) if key else [],
        "last": [] if key else tell_last(exercise),
        "sources": [] if key else cite_last(exercise),
        "recipe": exercise.recipe if key else "",
        "exercise": {
            "title": exercise.title,
            "forewarning": exercise.forewarning,
            "items": [_item(item, key, tongue) for item in exercise.items],
        },
    }
    shown: dict[str, Any] = change_texts(view, printable)
    return shown


def change_texts(value: Any, change: Callable[[str], str]) -> Any:
    """Plain data with every text of it changed; the names of its parts stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: change_texts(one, change) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [change_texts(one, change) for one in value]
    return value


def printable(text: str) -> str:
    """Text without control characters, which a PDF may not hold; line ends stay, as line feeds."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign if sign.isprintable() or sign == "\n" else " " if sign.isspace() else "" for sign in lines)


def _item(item: Item, key: bool, tongue: dict[str, Any]) -> dict[str, Any]:
    hidden = {} if key else SECRETS
    tasks = [{"kind": task.kind, **dataclasses.asdict(task)} for task in item.tasks]
    return {
        "id": item.id,
        "title": title_of(item, TITLES),
        "stem": item.stem,
        "passages": [_passage(item, number, key) | tongue for number in range(len(item.passages))],
        "tasks": [{name: hidden.get(name, value) for name, value in task.items()} for task in tasks],
        "notes": _notes(item) if key else [],
        "talk": item.talk if key else [],
        "told": say_level(item) if key else "",
    }


def _passage(item: Item, number: int, key: bool) -> dict[str, Any]:
    passage = item.passages[number]
    return {
        "label": passage.label,
        "words": [{"text": word.text, "before": word.before} for word in passage.words],
        "after": passage.after,
        "origin": cite(passage.source, key),
        "numbered": is_marked(item, number),
        "marks": {str(word): kind for word, kind in mark_words(item, number).items()} if key else {},
    }


def _notes(item: Item) -> list[dict[str, Any]]:
    """The notes text by text, with the text's label where one text has several."""
    notes = sorted(item.notes, key=lambda note: note.passage)
    spread = 1 < len({note.passage for note in notes}) < len(notes)
    return [
        {
            "where": item.passages[note.passage].label if spread else "",
            "numbers": number_words(note),
            "surface": note.surface,
            "said": SAID[note.kind],
            "why": note.why,
            "plain": note.plain,
            "entry": note.entry,
        }
        for note in notes
    ]
