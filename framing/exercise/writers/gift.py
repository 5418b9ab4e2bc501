"""Moodle's GIFT: plain text that a teacher can read and change."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from framing.exercise.model import UNCHECKED, Count, Exercise, Item, Mark, Order, Reveal, Sort, Task
from framing.exercise.writers.choices import (
    FRACTIONS,
    Choice,
    cells_of,
    ends_of,
    lose,
    offer_words,
    pairs_of,
    text_as_html,
)
from framing.exercise.writers.edition import Edition, Made, Output

FILE = "moodle.gift.txt"
_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\:#={}~"})
STARTS = "The key is a word list's, checked or not by a teacher. It starts the talk."


def write(exercise: Exercise, edition: Edition) -> Made:
    """Every task as a question; what has no question type of its own becomes an essay."""
    losses: list[str] = []
    state = "" if exercise.reviewed else f"// {UNCHECKED}\n"
    blocks = [f"// {_line(exercise.title)}\n{state}$CATEGORY: $course$/top/{_category(exercise.title)}"]
    for item in exercise.items:
        for number, task in enumerate(item.tasks, 1):
            blocks += _question(item, task, f"{item.id} {number}")
            losses += lose(item, task, FILE)
    return Made({FILE: ("\n\n".join(blocks) + "\n").encode()}, tuple(losses))


def escape_gift(text: str) -> str:
    """Text in which no sign is GIFT's; commas stay as they are."""
    flat = " ".join("".join(mark if mark.isprintable() else " " for mark in text).split())
    return flat.replace("->", "→").translate(_SIGNS)


def _html(text: str) -> str:
    return escape_gift(escape(text, quote=False))


def _line(text: str) -> str:
    return " ".join("".join(mark if mark.isprintable() else " " for mark in text).split())


def _category(title: str) -> str:
    return "".join(mark for mark in _line(title) if mark not in "/$\\").strip() or "Framing"


def _question(item: Item, task: Task, name: str) -> Iterator[str]:
    stem = f"::{escape_gift(name)}::[html]{escape_gift(text_as_html(item, task.prompt))}"
    if isinstance(task, Mark) and (choices := offer_words(item, task)):
        yield "\n".join([stem + "{", *_choices(choices), f"####{escape_gift(STARTS)}", "}"])
    elif isinstance(task, Order | Sort):
        yield _match(stem + escape_gift(ends_of(task)), pairs_of(task))
    elif isinstance(task, Count):
        for label, cell in cells_of(task):
            asked = escape_gift(text_as_html(item, f"{task.prompt} {label}"))
            yield f"::{escape_gift(f'{name} {label}')}::[html]{asked}{{#{cell}:{task.slack}}}"
    elif isinstance(task, Reveal):
        yield f"::{escape_gift(name)}::[html]{_html(f'{task.prompt}: {task.text}')}"
    else:
        yield stem + "{}"


def _choices(choices: list[Choice]) -> Iterator[str]:
    """Right words share the whole, others take as much away: ticking everything gives nothing."""
    right = sum(choice.right for choice in choices)
    for choice in choices:
        share = FRACTIONS[right] if choice.right else f"-{FRACTIONS[len(choices) - right]}"
        said = choice.said or ("In the key." if choice.right else "Not in the key. What is your reason?")
        yield f"~%{share}%{_html(choice.text)}#{_html(said)}"


def _match(stem: str, pairs: list[tuple[str, str]]) -> str:
    lines = [f"={_html(left)} -> {escape_gift(right)}" for left, right in pairs]
    return "\n".join([stem + "{", *lines, "}"])


OUTPUT = Output("gift", (FILE,), "import into Moodle's question bank (GIFT), or read it: it is plain text", write)
