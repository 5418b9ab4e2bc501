"""Moodle's GIFT: plain text that a teacher can read and change."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from framing.exercise.model import Count, Exercise, Item, Mark, Order, Reveal, Sort, Task
from framing.exercise.writers.choices import (
    cells_of,
    is_open,
    lose,
    offer_words,
    pairs_of,
    say_after,
    say_category,
    say_html,
    say_task,
    share_of,
)
from framing.exercise.writers.edition import Edition, Made, Output
from framing.exercise.writers.views import keep_secret

FILE = "moodle.gift.txt"
_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\:#={}~"})


def write(exercise: Exercise, edition: Edition) -> Made:
    """Every task as a question; what has no question type of its own becomes an essay."""
    exercise = keep_secret(exercise)
    blocks = [f"$CATEGORY: {say_category(exercise)}"]
    losses: list[str] = []
    after = f"####{escape_gift(escape(say_after(exercise), quote=False))}"
    for item in exercise.items:
        for number, task in enumerate(item.tasks, 1):
            blocks += _ask(item, task, f"{item.id} {number}", after)
            losses += lose(item, task, FILE)
    return Made({FILE: ("\n\n".join(blocks) + "\n").encode()}, tuple(dict.fromkeys(losses)))


def escape_gift(text: str) -> str:
    """Text on one line in which no sign is GIFT's: the backslash first; commas stay as they are."""
    flat = " ".join("".join(mark if mark.isprintable() else " " for mark in text).split())
    return flat.replace("->", "→").translate(_SIGNS)


def _html(text: str) -> str:
    """An option. A word in brackets at its beginning would be read as the name of a format."""
    made = escape_gift(escape(text, quote=False))
    return f"[html]{made}" if made.startswith("[") else made


def _ask(item: Item, task: Task, name: str, after: str) -> Iterator[str]:
    stem = _stem(name, say_html(item, *say_task(task)))
    if isinstance(task, Mark) and (choices := offer_words(item, task)):
        lines = [f"~%{share_of(choices, one)}%{_html(one.text)}#{_html(one.said)}" for one in choices]
        yield "\n".join([stem + "{", *lines, after, "}"])
    elif isinstance(task, Order) or (isinstance(task, Sort) and not is_open(task)):
        lines = [f"={_html(left)} -> {escape_gift(right)}" for left, right in pairs_of(task)]
        yield "\n".join([stem + "{", *lines, after, "}"])
    elif isinstance(task, Count):
        for place, (label, cell) in enumerate(cells_of(task), 1):
            stem = _stem(f"{name}.{place} {label}", say_html(item, task.prompt, label))
            yield f"{stem}{{#{cell}:{task.slack}{after}}}"
    elif isinstance(task, Reveal):
        yield _stem(name, escape(f"{task.prompt}: {task.text}", quote=False))
    else:
        yield f"{stem}{{}}"


def _stem(name: str, html: str) -> str:
    return f"::{escape_gift(name)}::[html]{escape_gift(html)}"


OUTPUT = Output("gift", (FILE,), "import into Moodle's question bank (GIFT), or read it: it is plain text", write)
