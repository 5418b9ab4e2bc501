"""The web page: one file that asks for no network and stores nothing; for practice with the key, for class without."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from framing.exercise.model import (
    ANSWERED,
    Count,
    Exercise,
    Item,
    Mark,
    Order,
    Passage,
    Rate,
    Reveal,
    Sort,
    Task,
    Write,
)
from framing.exercise.writers.edition import Edition, Made, Output
from framing.exercise.writers.titles import TITLES
from framing.exercise.writers.views import cite, title_of, unchecked
from framing.report.html import Html, el, markup

PRACTICE, CLASS = "exercise.html", "exercise-class.html"
Label = tuple[str, int]


def write(exercise: Exercise, edition: Edition) -> Made:
    """The page for class, without a key, and the one for practice where the edition has keys."""
    pages = {PRACTICE: True, CLASS: False} if edition.key else {CLASS: False}
    return Made({name: render(exercise, key).encode() for name, key in pages.items()})


def policy() -> str:
    """What the page allows itself: its own style and script, told by their digests, and nothing else."""
    style, script = (_digest(asset(name)) for name in ("page.css", "page.js"))
    return (
        f"default-src 'none'; style-src '{style}'; script-src '{script}'; img-src data:; form-action 'none'; "
        "base-uri 'none'"
    )


@cache
def asset(name: str) -> str:
    """A file that the page is made of."""
    return files("framing.exercise.writers").joinpath(name).read_text("utf-8")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


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


def render(exercise: Exercise, key: bool) -> str:
    """The document."""
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=policy()),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("title", exercise.title),
        el("style", Html(asset("page.css"))),
    )
    names = {id(task): name for name, _, task in exercise.questions()}
    items = [_item(item, number, names, exercise, key) for number, item in enumerate(exercise.items, 1)]
    body = el("body", _header(exercise, key), el("main", items, _hand_in()), _script(exercise, key))
    return f"<!DOCTYPE html>\n{el('html', head, body, lang='en')}\n"


def _header(exercise: Exercise, key: bool) -> Html:
    lists, misses = ", ".join(exercise.lexicons), "; ".join(exercise.known_misses)
    return el(
        "header",
        el("h1", exercise.title),
        el("p", exercise.forewarning),
        el("p", unchecked(exercise), class_="unchecked") if unchecked(exercise) else None,
        el("p", say("list_is", lists=lists, misses=misses), class_="note"),
        el("p", say("key_inside" if key else "no_key"), class_="note"),
        el("noscript", el("p", say("noscript"), class_="unchecked")),
    )


def _item(item: Item, number: int, names: dict[int, str], exercise: Exercise, key: bool) -> Html:
    marked = {task.passage for task in item.tasks if isinstance(task, Mark)}
    read = [_reading(p, exercise.language) for at, p in enumerate(item.passages) if at not in marked]
    tasks = [_task(item, task, names.get(id(task), ""), exercise, key) for task in item.tasks]
    asked = any(isinstance(task, ANSWERED) for task in item.tasks)
    title = say("item", number=number, title=title_of(item, TITLES))
    return el(
        "section",
        el("h2", title, id=f"h-{item.id}"),
        el("p", item.stem),
        read,
        tasks,
        el("button", say("compare"), type="button", data_compare="", class_="scripted", hidden=True)
        if key and asked
        else None,
        el("div", class_="feedback", role="status") if key and asked else None,
        _talk(item),
        id=item.id,
        aria_labelledby=f"h-{item.id}",
    )


def _talk(item: Item) -> Html | None:
    if not item.talk:
        return None
    return markup(el("h3", say("talk")), el("ul", [el("li", question) for question in item.talk]))


def _reading(passage: Passage, language: str) -> Html:
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


def _task(item: Item, task: Task, name: str, exercise: Exercise, key: bool) -> Html | None:
    if isinstance(task, Reveal):
        return _reveal(item, task) if key else None
    inner = list(_TASKS[type(task)](item, task, name, exercise))
    return el("div", el("h3", task.prompt, id=f"p-{name}" if name else None), inner, id=name or None, class_="task")


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


def _reveal(item: Item, task: Reveal) -> Html:
    inner = f"r-{item.id}"
    opener = el(
        "button", f"{task.prompt}: {say('open')}", type="button", data_open=inner, aria_expanded="false",
        aria_controls=inner, class_="scripted", hidden=True,
    )  # fmt: skip
    return el("div", opener, el("p", task.text, id=inner, hidden=True), class_="task")


def _hand_in() -> Html:
    buttons = [
        el("button", say(name), type="button", id=name) for name in ("copy", "save", "print")
    ]  # fmt: skip
    return el(
        "section",
        el("h2", say("hand_in"), id="h-hand-in"),
        el("p", say("hand_in_hint")),
        el("label", say("code_label"), el("input", type="text", id="reader", maxlength=12, autocomplete="off",
                                          aria_describedby="reader-hint")),
        el("p", say("code_hint"), id="reader-hint", class_="note"),
        el("label", say("answers_label"), el("input", type="text", id="code", readonly=True)),
        el("div", buttons, class_="row"),
        el("p", id="told", role="status"),
        aria_labelledby="h-hand-in",
        class_="scripted",
        hidden=True,
    )  # fmt: skip


def _script(exercise: Exercise, key: bool) -> Html:
    data = json.dumps(_data(exercise, key), ensure_ascii=False, separators=(",", ":"))
    safe = data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    block = el("script", Html(safe), type="application/json", id="data")
    return markup(block, el("script", Html(asset("page.js"))))


def _data(exercise: Exercise, key: bool) -> dict[str, Any]:
    """What the script works with; without a key nothing of one is in it."""
    questions = [
        {"name": name, "kind": task.kind, "item": item.id, "passage": getattr(task, "passage", 0)}
        for name, item, task in exercise.questions()
    ]
    shown: dict[str, Any] = {"id": exercise.id, "questions": questions, "strings": strings()}
    if key:
        shown["key"] = {name: _key(task) for name, _, task in exercise.questions()}
        shown["notes"] = {
            item.id: [
                {"passage": n.passage, "words": n.words, "why": n.why, "plain": n.plain, "entry": n.entry}
                for n in item.notes
            ]
            for item in exercise.items
        }
        shown["models"] = {
            item.id: [task.model for task in item.tasks if isinstance(task, Write) and task.model]
            for item in exercise.items
        }
    return shown


def _key(task: Task) -> dict[str, Any]:
    names = ("key", "arguable", "ranks", "prompts", "classes", "rows", "columns")
    return {name: getattr(task, name) for name in names if hasattr(task, name)}


_TASKS: dict[type[Task], Callable[[Item, Any, str, Exercise], Iterator[Html]]] = {
    Mark: _mark, Order: _order, Sort: _sort, Count: _count, Rate: _rate, Write: _write,
}  # fmt: skip
OUTPUT = Output(
    "html", (PRACTICE, CLASS), "open in any browser, without a network; exercise-class.html holds no key", write
)
