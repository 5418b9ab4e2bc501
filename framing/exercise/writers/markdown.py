"""The sheets as Markdown: worksheet.md and key.md, for teachers who want to change them in a word processor."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from string import ascii_lowercase
from typing import Any

from framing.exercise.model import Count, Exercise, Item, Mark, Order, Passage, Rate, Reveal, Sort, Task, Word, Write
from framing.exercise.writers.edition import Edition, Made, Output
from framing.exercise.writers.titles import TITLES
from framing.exercise.writers.views import (
    SAID,
    about_key,
    cite,
    cite_last,
    foot,
    keep_secret,
    mark_words,
    number_words,
    say_level,
    tell_last,
    title_of,
    unchecked,
)

WORKSHEET, KEY = "worksheet.md", "key.md"
_SIGNS = frozenset("\\`*_[]{}|~#$^@=")
"""Signs that some reader of Markdown takes for markup: CommonMark, its tables, or the extensions of word processors."""
_LINK = re.compile(r"(?<=[A-Za-z])(?=://)|(?<=www)(?=\.)", re.IGNORECASE)
_START = re.compile(r"^(\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]{2,9})(?=[.)])|(?=[-+:>]))")
_PARAGRAPH = re.compile(r"(?:\r?\n|\r)\s*(?:\n|\r)")
_BOX = "☐"
_LINE = "…" * 40
_LEGEND = "**\\[word\\]** in the key, \\[word\\] arguable or a quoted speaker's. Numbers count the words of a text."


def write(exercise: Exercise, edition: Edition) -> Made:
    """Both sheets."""
    return Made({WORKSHEET: _sheet(exercise, key=False).encode(), KEY: _sheet(exercise, key=True).encode()})


def escape(text: str) -> str:
    """Text as Markdown shows it, on one line: no sign of it is markup, and no HTML."""
    return _guard(_signs(" ".join(text.split())))


def _signs(text: str) -> str:
    shown = "".join(
        "&lt;" if sign == "<" else "&amp;" if sign == "&" else f"\\{sign}" if sign in _SIGNS else sign
        for sign in text
        if sign.isprintable()
    )
    return _LINK.sub(r"\\", shown)


def _guard(block: str) -> str:
    """A block whose beginning is no list, quotation or line: "1." and "-" mean themselves."""
    return _START.sub(r"\1\\", block)


def _sheet(exercise: Exercise, key: bool) -> str:
    exercise = keep_secret(exercise)
    parts = [f"# {escape(exercise.title)}{': the key' if key else ''}"]
    if key:
        parts += [*map(escape, about_key(exercise)), _LEGEND]
    else:
        parts += [escape(exercise.forewarning), f"Code, not your name: {_LINE[:15]}"]
        parts += [f"**{escape(unchecked(exercise))}**"] if unchecked(exercise) else []
    for number, item in enumerate(exercise.items, 1):
        parts += _item(item, number, key)
    parts += [escape(exercise.recipe)] if key else _last(exercise)
    return "\n\n".join([*(part for part in parts if part), escape(foot(exercise))]) + "\n"


def _item(item: Item, number: int, key: bool) -> Iterator[str]:
    yield f"## {number} {escape(title_of(item, TITLES))}"
    yield escape(item.stem)
    for at, passage in enumerate(item.passages):
        yield from _passage(passage, mark_words(item, at) if key else {}, key)
    asked = sum(not isinstance(task, Reveal) for task in item.tasks)
    letters = iter(ascii_lowercase * asked)
    for task in item.tasks:
        if isinstance(task, Reveal):
            yield _reveal(task, key)
        else:
            label = f"{number}{next(letters)} " if asked > 1 else ""
            yield f"### {label}{_signs(' '.join(task.prompt.split()))}" if label else f"### {escape(task.prompt)}"
            yield from _TASKS[type(task)](task, item, key)
    if key:
        yield from _say_more(item)


def _say_more(item: Item) -> Iterator[str]:
    """The notes, the level, and what to talk about."""
    labels = [passage.label for passage in item.passages] or [""]
    rows = [
        (f"{labels[n.passage]} {number_words(n)}", n.surface, SAID[n.kind], n.why, n.plain, n.entry) for n in item.notes
    ]
    if rows:
        yield _table(("No.", "word", "which", "what to say of it", "plainer", "entry"), rows)
    if item.talk:
        yield "To talk about:"
        yield "\n".join(f"- {escape(question)}" for question in item.talk)
    yield escape(say_level(item))


def _passage(passage: Passage, marks: dict[int, str], key: bool) -> Iterator[str]:
    """A quotation; in the key, words of the key are bold and bracketed, others of it bracketed alone."""
    if passage.label:
        yield f"**{escape(passage.label)}**"
    text = ""
    for number, word in enumerate(passage.words):
        shown = _signs(word.text)
        if number in marks:
            shown = f"\\[{shown}\\]"
        if marks.get(number) == "key" and _stands_alone(passage, number):
            shown = f"**{shown}**"
        text += _between(word.before) + shown
    text += _between(passage.after)
    yield "\n>\n".join(f"> {_guard(block.strip())}" for block in text.split("\n\n") if block.strip())
    yield escape(cite(passage.source, key))


def _stands_alone(passage: Passage, number: int) -> bool:
    """Whether asterisks around a word mean bold: no letter right before them or right after them."""
    gaps = [_between(word.before) for word in passage.words] + [_between(passage.after)]
    before, after = gaps[number][-1:], gaps[number + 1][:1]
    first, last = number == 0, number + 1 == len(passage.words)
    return (_parts(before) or (first and not before)) and (_parts(after) or (last and not after))


def _parts(sign: str) -> bool:
    return bool(sign) and (sign.isspace() or unicodedata.category(sign)[0] in "PS")


def _between(gap: str) -> str:
    """What stands between two words, with an empty line as a new paragraph."""
    return "\n\n".join(map(_spaced, _PARAGRAPH.split(gap)))


def _spaced(text: str) -> str:
    inner = _signs(" ".join(text.split()))
    return f"{' ' if text[:1].isspace() else ''}{inner}{' ' if inner and text[-1:].isspace() else ''}"


def _mark(task: Mark, item: Item, key: bool) -> Iterator[str]:
    if not key:
        yield f"Underline the words. Say why for one at least. {_BOX} I find none."
        yield _LINE
        return
    words = item.passages[task.passage].words
    free = len(task.arguable) >= len(words)
    if task.key:
        yield f"In the key: {_named(words, task.key)}"
    elif free:
        yield "Any words will do, with a reason."
    else:
        yield "Nothing has to be marked here. Leaving words alone is an answer."
    if task.arguable and not free:
        yield f"Arguable, fine either way: {_named(words, task.arguable)}"


def _named(words: Sequence[Word], numbers: Sequence[int]) -> str:
    return ", ".join(f"{number + 1} {escape(words[number].text)}" for number in sorted(numbers))


def _order(task: Order, item: Item, key: bool) -> Iterator[str]:
    rows = [(str(rank + 1) if key else "", option) for option, rank in zip(task.options, task.ranks, strict=True)]
    yield _table(("place", "word"), rows)
    ties = " Equal numbers may stand either way, and one step off is fine." if key else ""
    yield escape(f"1 = {task.low}, {max(task.ranks) + 1} = {task.high}.{ties}")


def _sort(task: Sort, item: Item, key: bool) -> Iterator[str]:
    if key:
        rows = [(prompt, _fitting(fits, task.classes)) for prompt, fits in zip(task.prompts, task.key, strict=True)]
        yield _table(("", "class"), rows)
    else:
        yield _table(("", *task.classes), [(prompt, *[_BOX] * len(task.classes)) for prompt in task.prompts])


def _fitting(fits: tuple[int, ...], classes: tuple[str, ...]) -> str:
    if len(fits) == len(classes):
        return "any, with a reason"
    best, *others = (classes[one] for one in fits)
    return f"{best} (fine too: {', '.join(others)})" if others else best


def _count(task: Count, item: Item, key: bool) -> Iterator[str]:
    rows = [
        (row, *(str(cell) if key else "" for cell in cells)) for row, cells in zip(task.rows, task.key, strict=True)
    ]
    yield _table(("", *task.columns), rows)
    if key and task.slack:
        yield f"{task.slack} more or fewer is fine."


def _rate(task: Rate, item: Item, key: bool) -> Iterator[str]:
    boxes = " ".join(f"{_BOX} {number}" for number in range(1, 6))
    shown = "No right answer: look at how the class is spread."
    yield shown if key else f"{escape(task.low)} {boxes} {escape(task.high)}"


def _write(task: Write, item: Item, key: bool) -> Iterator[str]:
    if not key:
        yield "\n\n".join([_LINE] * task.lines)
    if task.checklist:
        yield "Check:"
        yield "\n".join(f"- {_BOX} {escape(part)}" for part in task.checklist)
    if key and task.model:
        yield f"One way to say it, a machine's: {escape(task.model)}"
    if key and task.rubric:
        yield "\n".join(f"- {escape(step)}" for step in task.rubric)


def _reveal(task: Reveal, key: bool) -> str:
    if key:
        return f"**Told now.** {escape(task.prompt)}: {escape(task.text)}"
    return f"**Stop.** When the tasks above are done, look at the end of the sheet: {escape(task.prompt)}."


def _last(exercise: Exercise) -> list[str]:
    """What is read last, below a line."""
    lines = [f"**{where}** {escape(told)}" for where, told in tell_last(exercise)]
    lines += [f"**{escape(where)}** {escape(source)}" for where, source in cite_last(exercise)]
    return ["---", "## Fold this part back: it is read last", *lines] if lines else []


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(map(escape, head)) + " |", "|" + "---|" * len(head)]
    return "\n".join([*lines, *("| " + " | ".join(map(escape, row)) + " |" for row in rows)])


_TASKS: dict[type[Task], Callable[[Any, Item, bool], Iterator[str]]] = {
    Mark: _mark, Order: _order, Sort: _sort, Count: _count, Rate: _rate, Write: _write,
}  # fmt: skip
OUTPUT = Output("markdown", (WORKSHEET, KEY), "the same sheets as text, to change in a word processor", write)
