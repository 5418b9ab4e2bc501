"""H5P Mark the Words: a file for each text, for sites on which that content type is installed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape, unescape

from framing.archives import zip_files
from framing.exercise.model import Exercise, Item, Mark, Passage
from framing.exercise.writers.edition import Edition, Made, Output

VERSION = (1, 11)
BEFORE, AFTER = '[({⟨¿¡“"«„', '",….:;?!])}⟩»”'
"""Marks that H5P takes off a word, before and after it; no other marks, and no apostrophes or dashes."""
_CHUNK = re.compile(r"\S+")
_CORE = re.compile(rf"^([{re.escape(BEFORE)}]*)(.*?)([{re.escape(AFTER)}]*)$", re.DOTALL)
_DASH = re.compile(r"\s*([—–]+)\s*")
_TAG = re.compile(r"<[^>]*>")
SAID = "The list starts the talk. Where do you differ, and why?"
BEHAVIOUR = {"enableRetry": True, "enableSolutionsButton": True, "enableCheckButton": True, "showScorePoints": False}
STAR = "∗"  # for a star of the text, which would be H5P's


def write(exercise: Exercise, edition: Edition) -> Made:
    """A file a marking task with a key; texts without one can't be told from unfinished ones there."""
    files: dict[str, bytes] = {}
    losses: list[str] = []
    for item in exercise.items:
        for task in item.tasks:
            if isinstance(task, Mark) and task.key:
                name = f"{item.id}.h5p" if f"{item.id}.h5p" not in files else f"{item.id}-{task.passage + 1}.h5p"
                files[name] = _pack(exercise, item, task)
                losses += list(_losses(item, task, name))
            else:
                losses.append(f"{item.id}: {task.kind} has no H5P file")
    return Made(files, tuple(dict.fromkeys(losses)))


def star_words(passage: Passage, key: tuple[int, ...]) -> str:
    """
    The passage as H5P's text: words of the key between stars, what can't stand beside a star out of the way.

    Dashes get spaces around them; a word with an apostrophe or another mark inside is starred whole; a star of the text
    becomes another sign.
    """
    text, spans = "", []
    for number, word in enumerate(passage.words):
        text += _clear(word.before)
        if number in key:
            spans.append((len(text), len(text) + len(word.text)))
        text += _clear(word.text)
    text += _clear(passage.after)
    made, at = "", 0
    for chunk in _CHUNK.finditer(text):
        made += text[at : chunk.start()]
        starred = any(chunk.start() < end and start < chunk.end() for start, end in spans)
        made += _star(chunk.group()) if starred else chunk.group()
        at = chunk.end()
    return made + text[at:]


def _clear(text: str) -> str:
    printable = "".join(mark if mark.isprintable() else " " for mark in text)
    return _DASH.sub(r" \1 ", printable.replace("*", STAR))


def _star(chunk: str) -> str:
    found = _CORE.match(chunk)
    before, core, after = found.groups() if found else ("", chunk, "")
    return f"{before}*{core}*{after}" if core else chunk


def read_starred(html: str) -> list[str]:
    """
    The words that H5P would take as the key: its own rule, told again.

    The text is cut at white space; marks are taken off both ends; a word between two stars is in the key.
    """
    found = []
    for chunk in unescape(_TAG.sub(" ", html)).split():
        core = chunk.lstrip(BEFORE).rstrip(AFTER)
        if len(core) > 2 and core[0] == "*" and core[-1] == "*":
            found.append(core[1:-1])
    return found


def _losses(item: Item, task: Mark, name: str) -> Iterator[str]:
    if task.arguable:
        yield f"{item.id}: arguable words count as wrong in {name}"
    keys = [note for note in item.notes if note.kind == "key" and len(note.words) > 1]
    if keys:
        yield f"{item.id}: phrases are marked word by word in {name}"
    if any(set("—–*") & set(word.before) for word in item.passages[task.passage].words):
        yield f"{item.id}: dashes and stars of the text were changed in {name}"


def _pack(exercise: Exercise, item: Item, task: Mark) -> bytes:
    passage = item.passages[task.passage]
    content = {
        "taskDescription": f"<p>{escape(item.stem)} {escape(task.prompt)}</p>",
        "textField": f"<p>{escape(star_words(passage, task.key), quote=False)}</p>",
        "overallFeedback": [{"from": 0, "to": 100, "feedback": SAID}],
        "behaviour": dict(BEHAVIOUR),
        "correctAnswer": "also in the key",
        "incorrectAnswer": "only you marked this",
        "missedAnswer": "only the key marked this",
        "checkAnswerButton": "Compare",
        "tryAgainButton": "Again",
        "showSolutionButton": "Show the key",
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
