"""What readers touch on the web page: texts whose words are buttons, lists to order, choices, tables, fields."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from framing.exercise.model import Count, Exercise, Item, Mark, Order, Passage, Rate, Reveal, Sort, Task, Write
from framing.exercise.writers.views import cite
from framing.report.html import Html, el


@cache
def asset(name: str) -> str:
    """A file that the page is made of."""
    return files("framing.exercise.writers").joinpath(name).read_text("utf-8")


@cache
def strings() -> dict[str, str]:
    """Everything that the page says by itself; another language is another file."""
    loaded: dict[str, str] = json.loads(asset("strings.json"))
    return loaded


def say(name: str, **values: object) -> str:
    """A string with its values."""
    text = strings()[name]
    for key, value in values.items():
        text = text.replace(f"{{{key}}}", str(value))
    return text


def show_passage(passage: Passage, language: str) -> Html:
    """A passage to read: line breaks of the text as paragraphs."""
    return el(
        "div",
        el("p", passage.label, class_="label") if passage.label else None,
        [el("p", part) for part in _paragraphs(passage.text)],
        _origin(passage),
        class_="passage",
        lang=language,
    )


def _paragraphs(text: str) -> list[str]:
    return [part for line in text.splitlines() if (part := line.strip())]


def _origin(passage: Passage) -> Html | None:
    told = cite(passage.source, key=False)
    return el("p", told, class_="origin") if told else None


def _mark(item: Item, task: Mark, name: str, exercise: Exercise) -> Iterator[Html]:
    passage = item.passages[task.passage]
    label = say("words_of", label=passage.label or say("the_text"))
    yield el("p", say("keys_hint"), class_="note hint scripted", hidden=True)
    yield el(
        "div",
        el("p", passage.label, class_="label") if passage.label else None,
        el("div", _words(passage), class_="words", role="group", aria_label=label),
        _origin(passage),
        el(
            "details", el("summary", say("plain_text")), [el("p", p) for p in _paragraphs(passage.text)], class_="plain"
        ),
        class_="passage",
        lang=exercise.language,
    )
    yield _check(say("none"), class_="none")
    yield el("div", class_="reasons")


def _words(passage: Passage) -> list[object]:
    """Buttons, with what stands between words as it is; offsets are in characters of the passage."""
    parts: list[object] = []
    at = 0
    for number, word in enumerate(passage.words):
        parts += _between(word.before)
        start = at + len(word.before)
        at = start + len(word.text)
        parts.append(
            el(
                "button",
                word.text,
                type="button",
                class_="w",
                aria_pressed="false",
                data_w=number,
                data_s=start,
                data_e=at,
            )
        )
    return [*parts, *_between(passage.after)]


def _between(text: str) -> list[object]:
    lines = text.replace("\r\n", "\n").split("\n")
    return [part for number, line in enumerate(lines) for part in ([el("br")] * bool(number) + [line])]


def _check(label: str, **attributes: object) -> Html:
    return el("label", el("input", type="checkbox", **attributes), label, class_="check")


def _order(item: Item, task: Order, name: str, exercise: Exercise) -> Iterator[Html]:
    yield el("p", f"1: {task.low} … {len(task.options)}: {task.high}", class_="note")
    lines = []
    for number, word in enumerate(task.options):
        buttons = [
            el(
                "button",
                sign,
                type="button",
                data_step=step,
                aria_label=say(step, word=word),
                class_="scripted",
                hidden=True,
            )
            for step, sign in (("up", "↑"), ("down", "↓"))
        ]
        lines.append(el("li", el("span", word), " ", buttons[0], " ", buttons[1], data_o=number))
    yield el("ol", lines, class_="order", aria_labelledby=f"p-{name}")
    yield _check(say("mine"), class_="mine")
    yield el("p", role="status", class_="note")


def _sort(item: Item, task: Sort, name: str, exercise: Exercise) -> Iterator[Html]:
    for number, prompt in enumerate(task.prompts):
        yield el("fieldset", el("legend", prompt), _radios(f"{name}-{number}", list(enumerate(task.classes))))


def _radios(name: str, choices: list[tuple[int, object]]) -> Html:
    boxes = [
        el("label", el("input", type="radio", name=name, value=value), text, class_="check") for value, text in choices
    ]
    return el("div", boxes, class_="row")


def _count(item: Item, task: Count, name: str, exercise: Exercise) -> Iterator[Html]:
    head = el("tr", el("td"), [el("th", column, scope="col") for column in task.columns])
    rows = []
    for row in task.rows:
        cells = [
            el("td", el("input", type="number", min=0, max=99999, step=1, aria_label=f"{row}, {column}"))
            for column in task.columns
        ]
        rows.append(el("tr", el("th", row, scope="row"), cells))
    yield el("div", el("table", el("thead", head), el("tbody", rows)), class_="scroll")


def _rate(item: Item, task: Rate, name: str, exercise: Exercise) -> Iterator[Html]:
    legend = f"1: {task.low} … 5: {task.high}"
    yield el("fieldset", el("legend", legend), _radios(name + "-r", [(number, str(number)) for number in range(1, 6)]))


def _write(item: Item, task: Write, name: str, exercise: Exercise) -> Iterator[Html]:
    if task.checklist:
        yield el("fieldset", el("legend", say("tick")), [_check(part) for part in task.checklist])
    yield el("label", say("write_here"), el("textarea", rows=task.lines + 1, autocomplete="off"))


def show_reveal(item: Item, task: Reveal) -> Html:
    """A button, and what it shows."""
    inner = f"r-{item.id}"
    opener = el(
        "button", f"{task.prompt}: {say('open')}", type="button", data_open=inner, aria_expanded="false",
        aria_controls=inner, class_="scripted", hidden=True,
    )  # fmt: skip
    return el("div", opener, el("p", task.text, id=inner, hidden=True), class_="task")


CONTROLS: dict[type[Task], Callable[[Item, Any, str, Exercise], Iterator[Html]]] = {
    Mark: _mark, Order: _order, Sort: _sort, Count: _count, Rate: _rate, Write: _write,
}  # fmt: skip
"""Kind of task → what its readers touch."""
