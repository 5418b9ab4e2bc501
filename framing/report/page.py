"""The page: one file that needs no other, runs no script and asks for nothing."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

from framing.numerals import count
from framing.report.html import Html, el, markup
from framing.report.model import Report
from framing.report.sections import SECTIONS
from framing.report.summary import headline

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
TITLE = "Framing report"
Step = Callable[[int, int], None]


def render_page(report: Report, step: Step | None = None) -> str:
    """
    The report as an HTML document.

    Args:
        report: what it says.
        step: called with the sections done so far and their number.
    """
    style = files("framing.report").joinpath("style.css").read_text("utf-8")
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=POLICY),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="generator", content=f"framing {report.recipe.framing}"),
        el("title", TITLE),
        el("style", Html(style)),
    )
    sections = []
    for done, (key, section) in enumerate(SECTIONS.items(), 1):
        sections.append(el("section", el("h2", section.title, id=key), section.render(report), aria_labelledby=key))
        if step:
            step(done, len(SECTIONS))
    body = el(
        "body",
        el("a", "Skip to the findings", href="#findings", class_="skip"),
        _header(report),
        el("main", sections, id="main"),
        el("footer", el("p", el("code", report.recipe.line()))),
    )
    return f"<!DOCTYPE html>\n{el('html', head, body, lang='en')}\n"


def _header(report: Report) -> Html:
    view = report.overview
    read = (
        f"{count(view.articles, 'article')} of {count(view.outlets, 'outlet')}, "
        f"{count(view.words_own + view.words_quoted, 'word')}."
    )
    modest = (
        "The lists mark loaded words: words that say more, or other, than a plain report would. "
        "They are words to talk about, not verdicts on anybody."
    )
    kept = (
        None
        if report.with_text
        else el("p", "Article texts are left out of this report, but for the marked words.", class_="note")
    )
    entries = [el("li", el("a", section.title, href=f"#{key}")) for key, section in SECTIONS.items()]
    return el(
        "header",
        el("h1", TITLE),
        el("p", headline(report), class_="headline"),
        el("p", read, " ", modest),
        kept,
        _legend(),
        el("nav", el("ul", entries), aria_label="Sections"),
    )


def _legend() -> Html:
    """How marked words look, and what stands beside them."""
    marks = [
        el("mark", "word", el("small", " −2 label Somebody"), class_="minus"),
        " the list has it as blaming; ",
        el("mark", "word", el("small", " +2"), class_="plus"),
        " as praising; ",
        el("mark", "word", class_="plain"),
        " neither. The number is its value from −3 to +3; then the rule that ties it to an actor, and the actor.",
    ]
    return markup(el("p", marks, class_="legend"))
