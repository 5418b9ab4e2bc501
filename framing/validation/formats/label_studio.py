"""Label Studio's JSON: `data.text` and `annotations[].result[].value` with start and end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from framing.corpus.rows import SetAside
from framing.validation.annotated import Marked, Span, UnusableError
from framing.validation.formats.offsets import TEXTS
from framing.validation.records import Record, Records
from framing.validation.spans import read_span

_ROUNDS = ("annotations", "completions")  # what they were called before 1.0


def fits(records: Records) -> bool:
    """Whether most records have `data` and `annotations` as tasks do."""
    good = [isinstance(row.get("data"), Mapping) and rounds_of(row) is not None for _, row in records.rows]
    return sum(good) > len(good) / 2


def read(records: Records) -> Iterator[Marked | SetAside]:
    """Every task's text with the spans of all who marked it; a task that nobody has done yet is set aside."""
    for place, task in records.rows:
        try:
            text = _text(task)
            yield Marked(place, text, tuple(_spans(task, text)))
        except UnusableError as error:
            yield SetAside(place, str(error), "unreadable")


def rounds_of(task: Record) -> list[Any] | None:
    """The annotations of a task, one a person who did it; None: it has no list of them."""
    return next((task[name] for name in _ROUNDS if isinstance(task.get(name), list)), None)


def _text(task: Record) -> str:
    data = task.get("data")
    named = [data[name] for name in TEXTS if name in data] if isinstance(data, Mapping) else []
    others = [value for value in data.values() if isinstance(value, str)] if isinstance(data, Mapping) else []
    text = named[0] if named else others[0] if len(others) == 1 else None
    if not isinstance(text, str) or not text.strip():
        raise UnusableError("it has no text: data.text is missing")
    return text


def _spans(task: Record, text: str) -> Iterator[Span]:
    done = [one for one in rounds_of(task) or () if isinstance(one, Mapping) and not one.get("was_cancelled")]
    if not done:
        raise UnusableError("nobody has marked it yet")
    for one in done:
        results = one.get("result")
        for result in results if isinstance(results, list) else ():
            value = result.get("value") if isinstance(result, Mapping) else None
            if isinstance(value, Mapping) and "start" in value:
                yield read_span(value, text)
