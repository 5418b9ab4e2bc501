"""exercise.json: the one file that all outputs of a pack are made from, written the same to the byte every time."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
import types
import typing
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from framing.errors import ExerciseError
from framing.exercise.model import FORMAT, TASKS, Count, Exercise, Item, Mark, Order, Sort, Task

NAME = "exercise.json"
LARGEST = 20_000_000
_ID_DIGITS = 6
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_LONE = re.compile("[\ud800-\udfff]")


def to_json(exercise: Exercise) -> str:
    """The exercise as JSON: two spaces, keys in the order of the model, a line end at the end."""
    return json.dumps(_plain(exercise), ensure_ascii=False, indent=2) + "\n"


def identify(exercise: Exercise) -> str:
    """Six hexadecimal digits over what readers answer: passages and tasks, not the notes or the review."""
    asked = [[_plain(item.passages), _plain(item.tasks)] for item in exercise.items]
    return hashlib.sha256(json.dumps(asked, ensure_ascii=True).encode()).hexdigest()[:_ID_DIGITS]


def folder_of(pack: Path) -> Path:
    """The folder of a pack, given by itself or by its exercise."""
    return pack if pack.is_dir() else pack.parent


def load_exercise(path: Path) -> Exercise:
    """
    An exercise from its file, or from the pack's folder.

    Raises:
        ExerciseError: it is not there, is no exercise, or one of a format that this version does not read.
    """
    file = path / NAME if path.is_dir() else path
    fix = f"give the {NAME} that `framing exercise make` or `demo` wrote"
    try:
        if file.stat().st_size > LARGEST:
            raise ExerciseError("the file is larger than 20 MB", fix, file)
        text = file.read_text("utf-8")
    except OSError as error:
        raise ExerciseError(f"it can't be read: {error.strerror}", fix, file) from error
    except UnicodeDecodeError as error:
        raise ExerciseError("it is no UTF-8 text", fix, file) from error
    return from_json(text, str(file))


def from_json(text: str, name: str = NAME) -> Exercise:
    """
    An exercise from its JSON.

    Raises:
        ExerciseError: it is no exercise; the message says which part is wrong.
    """
    fix = "undo the last edit, or make the pack again"
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise ExerciseError(f"not valid JSON: {error.msg}", fix, f"{name}:{error.lineno}") from error
    except RecursionError as error:
        raise ExerciseError("not usable JSON: nested too deeply", fix, name) from error
    if _LONE.search(json.dumps(data, ensure_ascii=False)):
        raise ExerciseError("it holds half of a sign (a lone surrogate)", fix, name)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ExerciseError(f"it is no exercise of format {FORMAT}", "make the pack again with this version", name)
    try:
        exercise: Exercise = _build(Exercise, data, "exercise")
        expect_whole(exercise)
    except _PartError as error:
        raise ExerciseError(str(error), fix, name) from error
    return exercise


class _PartError(Exception):
    """A part of the JSON that is not what the model asks for."""


def expect_whole(exercise: Exercise) -> None:
    """Every number of a word, rank and class points at something; ids name one item each, and can name a file."""
    names = [item.id for item in exercise.items]
    for name in names:
        if not _ID.fullmatch(name):
            raise _PartError(f"an item's id is {name[:40]!r}: letters, digits, - and _ only")
        if names.count(name) > 1:
            raise _PartError(f"two items have the id {name}")
    for item in exercise.items:
        for task in item.tasks:
            _expect_task(item, task)
        for note in item.notes:
            _within(item.id, "passage", [note.passage], max(1, len(item.passages)))
            if item.passages:
                _within(item.id, "word", note.words, len(item.passages[note.passage].words))


def _expect_task(item: Item, task: Task) -> None:
    if isinstance(task, Mark):
        _within(item.id, "passage", [task.passage], len(item.passages))
        _within(item.id, "word", [*task.key, *task.arguable], len(item.passages[task.passage].words))
    elif isinstance(task, Order):
        _same(item.id, "ranks", len(task.ranks), len(task.options))
    elif isinstance(task, Sort):
        _same(item.id, "keys", len(task.key), len(task.prompts))
        _within(item.id, "class", [one for row in task.key for one in row], len(task.classes))
    elif isinstance(task, Count):
        _same(item.id, "rows", len(task.key), len(task.rows))
        for row in task.key:
            _same(item.id, "columns", len(row), len(task.columns))


def _within(item: str, what: str, numbers: Sequence[int], size: int) -> None:
    if any(not 0 <= number < size for number in numbers):
        raise _PartError(f"{item}: a {what} of number {max(numbers)} is not there (there are {size})")


def _same(item: str, what: str, has: int, wants: int) -> None:
    if has != wants:
        raise _PartError(f"{item}: {has} {what} for {wants}")


def _plain(value: Any) -> Any:
    """Dataclasses as dicts, a task with its kind; tuples as lists."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {one.name: _plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
        kind = getattr(value, "kind", None) if type(value) in TASKS.values() else None
        return {"kind": kind, **fields} if kind else fields
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return value


def _build(wanted: Any, value: Any, where: str) -> Any:
    """A value of the model's type from plain JSON."""
    if isinstance(wanted, types.UnionType):  # a task
        if not isinstance(value, dict) or value.get("kind") not in TASKS:
            raise _PartError(f"{where} is no task: `kind` is one of {', '.join(TASKS)}")
        return _build(TASKS[value["kind"]], {k: v for k, v in value.items() if k != "kind"}, where)
    if dataclasses.is_dataclass(wanted) and isinstance(wanted, type):
        return _build_class(wanted, value, where)
    if typing.get_origin(wanted) is tuple:
        if not isinstance(value, list):
            raise _PartError(f"{where} is no list")
        inner = typing.get_args(wanted)[0]
        return tuple(_build(inner, one, f"{where}[{number}]") for number, one in enumerate(value))
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not wanted:
        raise _PartError(f"{where} is {type(value).__name__}, not {wanted.__name__}")
    return value


def _build_class(wanted: Any, value: Any, where: str) -> Any:
    if not isinstance(value, dict):
        raise _PartError(f"{where} is no object")
    hints = typing.get_type_hints(wanted)
    names = [one.name for one in dataclasses.fields(wanted)]
    if strange := value.keys() - set(names):
        raise _PartError(f"{where} has an unknown part `{min(strange)}`")
    made = {name: _build(hints[name], value[name], f"{where}.{name}") for name in names if name in value}
    try:
        return wanted(**made)
    except TypeError as error:
        raise _PartError(f"{where} lacks a part: {error}") from error
