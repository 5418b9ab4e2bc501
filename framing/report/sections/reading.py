"""What was read, what was left out of the counts, and what was set aside."""

from __future__ import annotations

from collections.abc import Mapping

from framing.numerals import count
from framing.report import numbers
from framing.report.html import Html, el, markup
from framing.report.model import Overview, Report
from framing.report.parts import Head, bdi, table


def render(report: Report) -> Html:
    """The corpus in figures, outlet by outlet, with its notes."""
    view = report.overview
    heads = [
        Head("Outlet"),
        Head("Articles"),
        Head("of these copies"),
        Head("Own words"),
        Head("Quoted words"),
        Head("Dates", number=False),
    ]
    rows = [
        [
            bdi(row.outlet),
            *map(numbers.whole, (row.articles, row.copies, row.words_own, row.words_quoted)),
            span(row.first, row.last),
        ]
        for row in report.outlets
    ]
    return markup(
        el("ul", [el("li", line) for line in describe(view)]),
        table("Articles and words by outlet", heads, rows),
        _set_aside(view),
        el("h3", "Notes on the corpus") if view.notes else None,
        el("ul", [el("li", note) for note in view.notes]) if view.notes else None,
    )


def describe(view: Overview) -> list[str]:
    """The corpus in sentences."""
    lines = [
        f"{count(view.articles, 'article')} of {count(view.outlets, 'outlet')}: "
        f"{count(view.stories, 'story', 'stories')}, {count(view.copies, 'near-copy', 'near-copies')}.",
        f"{count(view.words_own, 'word')} in the outlets' own voice, {view.words_quoted:,} in quotations; "
        f"{count(view.loaded, 'loaded word')} in own voice.",
    ]
    if view.events:
        lines.append(
            f"{count(view.events, 'event')} named: outlets that share six or more are compared event by event."
        )
    else:
        lines.append("No events are given, so topics are not controlled for.")
    if view.first:
        lines.append(f"Dates: {span(view.first, view.last)}.")
    if view.furniture:
        lines.append(
            f"Left out of every count in {count(view.furniture_articles, 'article')}: {tally(view.furniture)}."
        )
    if view.set_aside:
        total = sum(view.set_aside.values())
        what = count(total, "row or file", "rows or files")
        lines.append(f"Set aside, not used at all: {what} ({tally(view.set_aside)}).")
    return lines


def tally(counts: Mapping[str, int]) -> str:
    """Reasons with their numbers: read more 12, byline 3."""
    return ", ".join(f"{reason} {number:,}" for reason, number in counts.items())


def span(first: str | None, last: str | None) -> str:
    """A day, or from one day to another; a dash for none."""
    if first is None or last is None:
        return numbers.ABSENT
    return first if first == last else f"{first} to {last}"


def _set_aside(view: Overview) -> Html | None:
    if not view.set_aside_first:
        return None
    items = [el("li", el("code", place), ": ", reason) for place, reason in view.set_aside_first]
    left = sum(view.set_aside.values()) - len(items)
    more = el("p", f"{left:,} more in tables/set_aside.parquet.", class_="more") if left else None
    return el("details", el("summary", "What was set aside, and why"), el("ul", items), more)
