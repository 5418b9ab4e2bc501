"""The web page: one file that asks for no network and stores nothing; for practice with the key, for class without."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

from framing.exercise.model import ANSWERED, Exercise, Item, Mark, Reveal, Task, Write
from framing.exercise.writers.controls import CONTROLS, asset, say, show_passage, show_reveal, strings
from framing.exercise.writers.edition import Edition, Made, Output
from framing.exercise.writers.titles import TITLES
from framing.exercise.writers.views import cite_last, keep_secret, title_of, unchecked
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


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def render(exercise: Exercise, key: bool) -> str:
    """The document."""
    exercise = keep_secret(exercise)
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
    main = el("main", items, _sources(exercise, key), _hand_in())
    body = el("body", _header(exercise, key), main, _script(exercise, key))
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
    read = [show_passage(p, exercise.language) for at, p in enumerate(item.passages) if at not in marked]
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


def _task(item: Item, task: Task, name: str, exercise: Exercise, key: bool) -> Html | None:
    if isinstance(task, Reveal):
        return show_reveal(item, task) if key else None
    inner = list(CONTROLS[type(task)](item, task, name, exercise))
    return el("div", el("h3", task.prompt, id=f"p-{name}" if name else None), inner, id=name or None, class_="task")


def _sources(exercise: Exercise, key: bool) -> Html | None:
    """The sources that an item masks: to open at the end, or with the teacher."""
    sources = cite_last(exercise)
    if not sources:
        return None
    if not key:
        return el("p", say("sources_later"), class_="note")
    lines = [el("li", f"{where}: {line}") for where, line in sources]
    return el("details", el("summary", say("sources")), el("ul", lines), class_="note")


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


OUTPUT = Output(
    "html", (PRACTICE, CLASS), "open in any browser, without a network; exercise-class.html holds no key", write
)
