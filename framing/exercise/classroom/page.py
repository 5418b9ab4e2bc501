"""The page to project: each text with how many marked each word, what the list marks, and how far the class agrees."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from framing.agreement import SCALE
from framing.exercise.classroom.answers import Collected
from framing.exercise.classroom.results import FEWEST, Marking, Tallied
from framing.exercise.model import Exercise
from framing.numerals import count
from framing.report.html import Html, el, markup

HALF, FEW = 0.5, 0.2
"""Shares from which a word is the class's, and below which the class leaves it to the list."""
_LEGEND = (
    "Above each word: how many of us marked it. A box: the list marks it too. Dots: fine either way. "
    "A dotted line below: a speaker's word. They are words to talk about; nobody is ranked here."
)


def render_class(exercise: Exercise, markings: Sequence[Marking], others: Sequence[Tallied], answers: Collected) -> str:
    """The page: no script, no name, nothing that asks for a network."""
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=policy),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("title", f"{exercise.title}: how we read it"),
        el("style", Html(style)),
    )
    readers = max([len(answers.readers), answers.present])
    body = el(
        "body",
        el("header", el("h1", "How we read it"), el("p", f"{exercise.title}. {count(readers, 'reader')}."),
           el("p", _LEGEND, class_="note")),
        el("main", [_marking(one) for one in markings], [_tallied(one) for one in others], _missing(markings, others)),
        _foot(exercise, answers),
    )  # fmt: skip
    return f"<!DOCTYPE html>\n{el('html', head, body, lang='en')}\n"


@cache
def _style() -> str:
    """The style, with a class for every twentieth of a bar: attributes of style would need a laxer policy."""
    bars = "".join(f".s{n} {{ inline-size: {5 * n}%; }}\n" for n in range(21))
    return files("framing.exercise.classroom").joinpath("class.css").read_text("utf-8") + bars


def _bar(part: int, whole: int, extra: str = "") -> Html:
    return el("span", el("i", class_=f"s{round(20 * part / whole) if whole else 0}"), class_=f"bar {extra}".strip())


def _marking(one: Marking) -> Html:
    words: list[object] = []
    for number, word in enumerate(one.passage.words):
        words += [*_between(word.before), _word(one, number)]
    words += _between(one.passage.after)
    label = f": {one.passage.label}" if one.passage.label else ""
    return el(
        "section",
        el("h2", f"{one.task.prompt}{label}"),
        el("p", words, class_="text"),
        el("p", tell_agreement(one)),
        el("p", f"Before and after the talk: striped bars are the first round ({count(one.readers_before, 'reader')}).",
           class_="note") if one.before else None,
        _columns(one),
    )  # fmt: skip


def _between(text: str) -> list[object]:
    lines = text.replace("\r\n", "\n").split("\n")
    return [part for number, line in enumerate(lines) for part in ([el("br")] * bool(number) + [line])]


def _word(one: Marking, number: int) -> Html:
    """A word with its bar and number; the list's mark is a box, so that it is seen without colour."""
    word = one.passage.words[number]
    marked, listed = one.counts[number], one.listed(number)
    kinds = ["w", *([listed] if listed != "none" else []), *(["quoted"] if word.quoted else [])]
    then = one.before[number] if one.before else 0
    if not marked and not then and listed == "none":
        return el("span", el("span", word.text, class_="t"), class_=" ".join(kinds))
    said = f"{marked}/{one.readers}" + (f" (was {then})" if one.before and then != marked else "")
    return el(
        "span",
        el("span", said, class_="n"),
        _bar(marked, one.readers),
        _bar(then, one.readers_before, "then") if one.before else None,
        el("span", word.text, class_="t"),
        class_=" ".join(kinds),
    )


def tell_agreement(one: Marking) -> str:
    """How far the class agrees, in words, with what trained experts and crowds reach beside it."""
    if one.agreement is None:
        who = "who marked what is not known, so nothing is said of agreement"
        return f"{count(one.readers, 'reader')} by show of hands: {who}."
    if one.agreement.alpha is None:
        return f"Agreement is undefined: nobody marked anything, or all marked everything ({SCALE})."
    said = one.agreement.words.replace("coders saw this", "we read this").replace("coders agree", "we agree")
    said = said[:1].upper() + said[1:]
    return f"{said}. {count(one.readers, 'reader')}, Krippendorff's alpha {one.agreement.alpha:.2f}."


def _columns(one: Marking) -> Html:
    """Three lists: what both have, what half of the class has alone, what the list has alone."""
    shares = [n / one.readers for n in one.counts]
    listed = [one.listed(number) == "key" for number in range(len(shares))]
    both = [n for n, share in enumerate(shares) if share >= HALF and listed[n]]
    ours = [n for n, share in enumerate(shares) if share >= HALF and one.listed(n) == "none"]
    theirs = [n for n, share in enumerate(shares) if share < HALF and listed[n]]
    return el("div", _list(one, "Both", both, "What does the word add?"),
              _list(one, "Only most of us", ours, "Should the list have it?"),
              _list(one, "Only the list", theirs, "Does it judge here, or only report?"), class_="columns")  # fmt: skip


def _list(one: Marking, title: str, numbers: Sequence[int], question: str) -> Html:
    lines = [el("li", f"{one.passage.words[n].text} ({one.counts[n]}/{one.readers})") for n in numbers]
    return el("div", el("h3", title), el("p", question, class_="note"), el("ul", lines or el("li", "none")))


def _tallied(one: Tallied) -> Html:
    head = el("tr", el("td"), [el("th", column, scope="col") for column in one.columns])
    rows = [
        el("tr", el("th", name, scope="row"), [el("td", str(n), _bar(n, one.readers)) for n in counts])
        for name, counts in one.rows
    ]
    prompt = getattr(one.task, "prompt", one.item.stem)
    table = el("table", el("caption", f"{count(one.readers, 'reader')}"), el("thead", head), el("tbody", rows))
    return el("section", el("h2", prompt), el("div", table, class_="scroll"))


def _missing(markings: Sequence[Marking], others: Sequence[Tallied]) -> Html | None:
    if markings or others:
        return None
    return el("p", f"Nothing is shown word by word with fewer than {FEWEST} readers.")


def _foot(exercise: Exercise, answers: Collected) -> Html:
    told = [f"{one.place}: {one.reason}" for one in answers.set_aside] + answers.notes
    lost = (
        markup(el("h3", f"Not used, or changed: {len(told)}"), el("ul", [el("li", line) for line in told]))
        if told
        else None
    )
    lists = f"The list: {', '.join(exercise.lexicons)}. It takes part in the talk; it is not the judge."
    return el("footer", el("p", lists, class_="note"), el("p", f"Exercise {exercise.id}.", class_="note"), lost)
