"""The page to project: how a class read its texts, what the list marks there, and how far the class agrees."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from framing.exercise.classroom.collected import Collected
from framing.exercise.classroom.grids import show_grids
from framing.exercise.classroom.reading import STEPS, show_reading, tell_alpha
from framing.exercise.classroom.results import Results
from framing.exercise.model import Exercise
from framing.exercise.writers.views import unchecked
from framing.numerals import count
from framing.report.html import Html, el

_LEGEND = (
    ("7/24", "n", "how many of us marked the word; no number: nobody did"),
    ("word", "key", "the list marks it"),
    ("word", "arguable", "arguable: fine either way"),
    ("quoted", "tag", "a speaker's word, not the paper's"),
)
_MODEST = "The list takes part in the talk; it is not the judge."


def render_class(results: Results, rounds: Sequence[Collected]) -> str:
    """
    The page: no script, no name, nothing that asks for a network.

    Args:
        results: what of a class is shown.
        rounds: what it handed in, and what it did in the round before: what could not be used is told at the foot.
    """
    exercise = results.exercise
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=policy),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("title", f"How we read it: {exercise.title}"),
        el("style", Html(style)),
    )
    body = el(
        "body",
        _header(results, rounds[0]),
        el("main", list(_sections(results)), _few(results)),
        _foot(exercise, rounds),
    )
    return f"<!DOCTYPE html>\n{el('html', head, body, lang='en')}\n"


@cache
def _style() -> str:
    """The style, with a class for every step of a bar: attributes of style would need a laxer policy."""
    steps = "".join(f".s{n} {{ --part: {100 * n // STEPS}%; }}\n" for n in range(STEPS + 1))
    return files("framing.exercise.classroom").joinpath("class.css").read_text("utf-8") + steps


def _header(results: Results, answers: Collected) -> Html:
    exercise, texts = results.exercise, results.markings
    legend = [el("li", el("span", el("span", sign, class_="t"), class_=f"w {kind}"), f" {said}")
              for sign, kind, said in _LEGEND]  # fmt: skip
    written = sum(one.by_reader is not None for one in texts)
    joined = tell_alpha(results.joined, len(answers.readers)) if written > 1 else None
    return el(
        "header",
        el("h1", "How we read it"),
        el("p", f"{exercise.title}. {count(answers.present, 'reader')}. {_MODEST}"),
        el("p", unchecked(exercise), class_="unchecked") if unchecked(exercise) else None,
        el("ul", legend, class_="legend") if texts else None,
        el("p", f"All texts together: {joined}") if joined else None,
    )


def _sections(results: Results) -> Iterator[Html]:
    """What was answered, item by item, with the numbers that the sheet and the web page have."""
    language = results.exercise.language
    for number, item in enumerate(results.exercise.items, 1):
        yield from (show_reading(one, number, language) for one in results.markings if one.item is item)
        others = [one for one in results.others if one.item is item]
        yield from show_grids(others, [shift for shift in results.shifts if shift.item is item], number)


def _few(results: Results) -> Html | None:
    """What is not shown, and why: too few answered."""
    asked = results.few()
    few = [el("li", f"{name}, {prompt}: {count(readers, 'answer')}") for name, prompt, readers in asked if readers]
    none = [name for name, _, readers in asked if not readers]
    if not asked:
        return None
    why = f"With fewer than {results.least} readers it would show who answered what."
    return el(
        "section",
        [el("h2", "Not shown: too few answers"), el("p", why), el("ul", few)] if few else None,
        el("p", f"Nobody answered {', '.join(none)}.", class_="note") if none else None,
    )


def _foot(exercise: Exercise, rounds: Sequence[Collected]) -> Html:
    """The list's name, and what could not be used; no names of files, because files are called after readers."""
    lists = f"The list: {', '.join(exercise.lexicons)}. Exercise {exercise.id}."
    parts = []
    for answers, name in zip(rounds, ("", " (the round before)"), strict=False):
        said = Counter(one.said for one in (*answers.lost, *answers.notes))
        lines = [f"{text}{f' ({times} times)' if times > 1 else ''}" for text, times in said.items()]
        lines += [answers.told_same()] if answers.same else []
        if lines:
            parts += [el("h2", f"Not used, or changed{name}"), el("ul", [el("li", line) for line in lines])]
    return el("footer", el("p", lists), parts, class_="note")
