"""H5P Mark the Words: a file for each text, for sites on which that content type is installed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape

from framing.archives import zip_files
from framing.exercise.model import Exercise, Item, Mark, Passage
from framing.exercise.writers.edition import Edition, Made, Output
from framing.exercise.writers.views import cite, keep_secret, unchecked

VERSION = (1, 11)
BEFORE, AFTER = '[({⟨¿¡“"«„', '",….:;?!])}⟩»”'
"""Marks that H5P takes off a word, before and after it; no other marks, and no apostrophes or dashes."""
BEHAVIOUR = {"enableRetry": True, "enableSolutionsButton": True, "enableCheckButton": True, "showScorePoints": False}
SAID = {
    "correctAnswer": "also in the key",
    "incorrectAnswer": "only you marked this",
    "missedAnswer": "only the key marked this",
    "checkAnswerButton": "Compare",
    "tryAgainButton": "Again",
    "showSolutionButton": "Show the key",
}
"""H5P's own words for an answer judge; these compare."""
AFTERWARDS = "The key starts the talk. Where do you differ, and why?"
STAR = "∗"  # for a star of the text, which would be H5P's
_CORE = re.compile(rf"([{re.escape(BEFORE)}]*)(.*?)([{re.escape(AFTER)}]*)", re.DOTALL)
_DASH = re.compile(r" *([—–]+) *")


def write(exercise: Exercise, edition: Edition) -> Made:
    """A file a marking task with a key; without one, nothing would be right there."""
    exercise = keep_secret(exercise)
    files: dict[str, bytes] = {}
    losses: list[str] = []
    for item in exercise.items:
        for name, marking in name_tasks(item):
            files[name] = _pack(exercise, item, marking)
            losses += _losses(item, marking, name)
        for task in item.tasks:
            if not isinstance(task, Mark):
                losses.append(f"{item.id}: {task.kind} has no H5P file")
            elif not task.key:
                losses.append(f"{item.id}: {task.kind} without a key has no H5P file")
    return Made(files, tuple(dict.fromkeys(losses)))


def name_tasks(item: Item) -> Iterator[tuple[str, Mark]]:
    """The marking tasks of an item that have a key, with their files' names: "spot-01.h5p", "spot-01-2.h5p" …"""
    found = [task for task in item.tasks if isinstance(task, Mark) and task.key]
    stem = re.sub(r"[^\w-]", "-", item.id)
    for number, task in enumerate(found, 1):
        yield f"{stem}{f'-{number}' if number > 1 else ''}.h5p", task


def star_words(passage: Passage, key: tuple[int, ...]) -> str:
    """
    The passage as H5P's text: words of the key between stars, what can't stand beside a star out of the way.

    Dashes get spaces around them, and so does a word of the key that a mark ties to one that is not; a word with an
    apostrophe or another mark inside is starred whole; a star of the text becomes another sign. Lines stay lines.
    """
    made, chunk, in_key = [], "", None
    for sign, of_key in _signs(passage, key):
        turns = sign.isalnum() and in_key is not None and of_key != in_key
        if turns or sign.isspace():
            made.append(_star(chunk) if in_key else chunk)
            chunk, in_key = "", None
        if sign == "\n":
            made.append(sign)
        elif not sign.isspace():
            chunk += sign
        if sign.isalnum():
            in_key = of_key
    made.append(_star(chunk) if in_key else chunk)
    lines = " ".join(part for part in made if part).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def _signs(passage: Passage, key: tuple[int, ...]) -> Iterator[tuple[str, bool]]:
    """Every character of the passage, and whether it is of a word of the key."""
    for number, word in enumerate(passage.words):
        yield from ((sign, False) for sign in _clear(word.before))
        yield from ((sign, number in key) for sign in _clear(word.text))
    yield from ((sign, False) for sign in _clear(passage.after))


def _clear(text: str) -> str:
    printable = "".join(mark if mark.isprintable() or mark == "\n" else " " for mark in text)
    return _DASH.sub(r" \1 ", printable.replace("*", STAR))


def _star(chunk: str) -> str:
    found = _CORE.fullmatch(chunk)
    before, core, after = found.groups() if found else ("", chunk, "")
    return f"{before}*{core}*{after}"


def _losses(item: Item, task: Mark, name: str) -> Iterator[str]:
    passage = item.passages[task.passage]
    if task.arguable:
        yield f"{item.id}: arguable words count as marked in vain in {name}"
    if any(len(note.words) > 1 for note in item.notes if note.kind == "key" and note.passage == task.passage):
        yield f"{item.id}: phrases are marked word by word in {name}"
    if star_words(passage, ()).split() != passage.text.split():
        yield f"{item.id}: dashes or signs of the text were changed in {name}"


def _pack(exercise: Exercise, item: Item, task: Mark) -> bytes:
    passage = item.passages[task.passage]
    starred = star_words(passage, task.key)
    others = (f"{one.label}: {one.text}" for one in item.passages if one is not passage)
    told = (f"{item.stem} {task.prompt}", *others, cite(passage.source, key=False), unchecked(exercise))
    content = {
        "taskDescription": "".join(f"<p>{escape(line)}</p>" for line in told if line),
        "textField": "".join(f"<p>{escape(line, quote=False)}</p>" for line in starred.split("\n")),
        "overallFeedback": [{"from": 0, "to": 100, "feedback": AFTERWARDS}],
        "behaviour": BEHAVIOUR,
        **SAID,
    }
    about = {
        "title": f"{exercise.title}: {item.id}",
        "language": exercise.language,
        "mainLibrary": "H5P.MarkTheWords",
        "embedTypes": ["iframe"],
        "preloadedDependencies": [
            {"machineName": "H5P.MarkTheWords", "majorVersion": VERSION[0], "minorVersion": VERSION[1]}
        ],
    }
    files = {"h5p.json": about, "content/content.json": content}
    return zip_files({name: json.dumps(data, ensure_ascii=False, indent=1).encode() for name, data in files.items()})


OUTPUT = Output("h5p", ("*.h5p",), "upload where H5P's Mark the Words is installed: it is not brought along", write)
