"""The sheets as Markdown: worksheet.md and key.md, for teachers who want to change them in a word processor."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from string import ascii_uppercase
from typing import Any

from framing.exercise.model import Count, Exercise, Item, Mark, Order, Passage, Rate, Reveal, Sort, Task, Write
from framing.exercise.writers.edition import Edition, Made, Output
from framing.exercise.writers.titles import TITLES
from framing.exercise.writers.views import about_key, cite, foot, mark_words, say_level, say_note, title_of, unchecked

WORKSHEET, KEY = "worksheet.md", "key.md"
_SIGNS = frozenset("\\`*_[]|~#")
_START = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=:>]))")
_BOX = "☐"
_LINE = "\\_" * 60


def write(exercise: Exercise, edition: Edition) -> Made:
    """Both sheets."""
    return Made({WORKSHEET: _sheet(exercise, key=False).encode(), KEY: _sheet(exercise, key=True).encode()})


def escape(text: str) -> str:
    """Text as Markdown shows it, on one line: no sign of it is markup, and no HTML."""
    return _guard(_signs(" ".join(text.split())))


def _signs(text: str) -> str:
    return "".join(
        "&lt;" if mark == "<" else "&amp;" if mark == "&" else f"\\{mark}" if mark in _SIGNS else mark
        for mark in text
        if mark.isprintable()
    )


def _guard(block: str) -> str:
    """A block whose beginning is no list, quotation or line: "1." and "-" mean themselves."""
    return _START.sub(r"\1\\", block)


def _sheet(exercise: Exercise, key: bool) -> str:
    parts = [f"# {escape(exercise.title)}{': the key' if key else ''}"]
    if key:
        parts += [escape(line) for line in about_key(exercise)]
    else:
        parts += [escape(exercise.forewarning), f"Code (a number of yours, not your name): {_LINE[:40]}"]
        parts += [f"**{escape(unchecked(exercise))}**"] if unchecked(exercise) else []
    for number, item in enumerate(exercise.items, 1):
        parts += _item(item, number, key)
    parts += _reveals(exercise)
    return "\n\n".join([*(part for part in parts if part), escape(foot(exercise))]) + "\n"


def _item(item: Item, number: int, key: bool) -> Iterator[str]:
    yield f"## {number} {escape(title_of(item, TITLES))}"
    yield escape(item.stem)
    for at, passage in enumerate(item.passages):
        yield from _passage(passage, mark_words(item, at) if key else {}, key)
    asked = [task for task in item.tasks if not isinstance(task, Reveal)]
    for place, task in enumerate(asked):
        which = f"{number}{ascii_uppercase[place].lower()} " if len(asked) > 1 else ""
        yield f"### {which}{escape(task.prompt)}"
        yield from _TASKS[type(task)](task, key)
    if key:
        rows = [(n.surface, say_note(n), n.why, n.plain, n.entry) for n in item.notes]
        if rows:
            yield _table(("word", "which", "what to say of it", "plainer", "entry"), rows)
        if level := say_level(item):
            yield escape(level)
        yield from (f"To talk about: {escape(question)}" for question in item.talk)


def _passage(passage: Passage, marks: dict[int, str], key: bool) -> Iterator[str]:
    """A quotation; in the key, words of the key are bold and bracketed, others of it bracketed alone."""
    if passage.label:
        yield f"**{escape(passage.label)}**"
    text = ""
    for number, word in enumerate(passage.words):
        shown = _signs(word.text)
        if marks.get(number) == "key":
            shown = f"**\\[{shown}\\]**"
        elif number in marks:
            shown = f"\\[{shown}\\]"
        text += _between(word.before) + shown
    text += _between(passage.after)
    yield "\n>\n".join(f"> {_guard(block.strip())}" for block in text.split("\n\n") if block.strip())
    if told := cite(passage.source, key):
        yield escape(told)


def _between(before: str) -> str:
    """What stands between two words, with an empty line as a new paragraph."""
    if "\n\n" in before.replace("\r", ""):
        first, *_, last = before.replace("\r", "").split("\n\n")
        return f"{_marks(first)}\n\n{_marks(last)}"
    return _marks(before)


def _marks(text: str) -> str:
    inner = _signs(" ".join(text.split()))
    return f"{' ' if text[:1].isspace() else ''}{inner}{' ' if inner and text[-1:].isspace() else ''}"


def _mark(task: Mark, key: bool) -> Iterator[str]:
    if not key:
        yield f"Underline the words, and say why for one at least. {_BOX} I find none."
        yield _LINE
    elif not task.key:
        yield "Nothing to mark, or nothing that must be. Leaving words alone is an answer."


def _order(task: Order, key: bool) -> Iterator[str]:
    rows = [(str(rank + 1) if key else "", option) for option, rank in zip(task.options, task.ranks, strict=True)]
    yield _table(("place", "word"), rows)
    yield escape(f"1 is {task.low}, {max(task.ranks) + 1} is {task.high}.")


def _sort(task: Sort, key: bool) -> Iterator[str]:
    rows = [
        (prompt, *((_fits(keys, number) if key else _BOX) for number in range(len(task.classes))))
        for prompt, keys in zip(task.prompts, task.key, strict=True)
    ]
    yield _table(("", *task.classes), rows)


def _fits(keys: tuple[int, ...], number: int) -> str:
    return "yes" if keys[:1] == (number,) else "fine" if number in keys else "–"


def _count(task: Count, key: bool) -> Iterator[str]:
    rows = [
        (row, *(str(cell) if key else "" for cell in cells)) for row, cells in zip(task.rows, task.key, strict=True)
    ]
    yield _table(("who", *task.columns), rows)


def _rate(task: Rate, key: bool) -> Iterator[str]:
    boxes = "  ".join(f"{_BOX} {number}" for number in range(1, 6))
    yield f"{escape(task.low)}  {boxes}  {escape(task.high)}"


def _write(task: Write, key: bool) -> Iterator[str]:
    if task.checklist:
        yield "\n".join(f"- {_BOX} {escape(part)}" for part in task.checklist)
    if not key:
        yield "\n\n".join([_LINE] * task.lines)
    elif task.model:
        yield f"One way to say it (a machine's): {escape(task.model)}"
    if key and task.rubric:
        yield "\n".join(f"- {escape(step)}" for step in task.rubric)


def _reveals(exercise: Exercise) -> list[str]:
    told = [
        f"**{number}** {escape(task.prompt)}: {escape(task.text)}"
        for number, item in enumerate(exercise.items, 1)
        for task in item.tasks
        if isinstance(task, Reveal)
    ]
    return ["---", "## Fold this part back: it is read last", *told] if told else []


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(map(escape, head)) + " |", "|" + "---|" * len(head)]
    return "\n".join([*lines, *("| " + " | ".join(map(escape, row)) + " |" for row in rows)])


_TASKS: dict[type[Task], Callable[[Any, bool], Iterator[str]]] = {
    Mark: _mark, Order: _order, Sort: _sort, Count: _count, Rate: _rate, Write: _write,
}  # fmt: skip
OUTPUT = Output("markdown", (WORKSHEET, KEY), "the same sheets as text, to change in a word processor", write)
