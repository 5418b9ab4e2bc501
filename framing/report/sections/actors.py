"""Actor by actor: how each outlet speaks of them in its own voice, and how it lets them speak."""

from __future__ import annotations

from framing.numerals import count
from framing.report import charts, numbers
from framing.report.html import Html, el, markup
from framing.report.model import ActorPart, ActorRow, Report
from framing.report.parts import Head, bdi, figure, group, link, table
from framing.report.terms import name_measure

_PER = "per 1,000 words"
_INTRODUCTION = (
    "A word counts for an actor only where one of the rules ties it to a mention; what no rule ties stays a word of "
    "the article. Articles that do not mention an actor say nothing about it and are left out of its rows."
)
_COLUMNS = (
    ("mentions", Head("Mentions")),
    ("loaded", Head("Loaded", _PER)),
    ("blaming", Head("Blaming", _PER)),
    ("praising", Head("Praising", _PER)),
    ("valence", Head("Mean valence", "−1 to +1")),
    ("stance", Head("Stance", "−1 to +1")),
)
_CALLED = (
    ("labels_blaming", Head("Blaming", "of labels")),
    ("labels_praising", Head("Praising", "of labels")),
    ("quotations", Head("Quotations")),
    ("quoted_words", Head("Quoted words")),
)


def render(report: Report) -> Html:
    """A part for each of the actors that most articles mention."""
    if not report.actors:
        return el("p", "No actor was found in these articles.")
    left = report.actors_found - len(report.actors)
    more = f" {count(left, 'more actor')} in tables/scores.parquet." if left > 0 else ""
    return markup(
        el("p", f"The {count(len(report.actors), 'actor')} that most articles mention.{more} {_INTRODUCTION}"),
        [_part(report, part) for part in report.actors],
    )


def _part(report: Report, part: ActorPart) -> Html:
    facts = f"{part.kind} · {count(part.mentions, 'mention')} in {count(part.articles, 'article')}"
    inner = [
        group(report, markup(bdi(row.outlet), f": the sentences about {part.name}"), row.evidence)
        for row in part.rows
        if row.evidence
    ]
    caption = (
        "Mean over articles of how the words tied to the actor colour it; line: 95 % interval, from five articles on."
    )
    return el(
        "div",
        el("h3", bdi(part.name), el("small", f" {facts}"), id=part.key),
        charts.frame(_chart(part), caption),
        _table(part),
        _called(part),
        _verbs(part),
        _tone(part),
        el("div", inner, class_="behind") if inner else None,
        class_="actor",
    )


def _chart(part: ActorPart) -> Html | None:
    """Mean valence by outlet, where any word colours the actor."""
    found = [
        (row.outlet, f) for row in part.rows if (f := row.figures.get("valence")) and f.value is not None and f.base
    ]
    dots = [charts.Dot(outlet, "mean valence", f.value, f.low, f.high) for outlet, f in found if f.value is not None]
    axis = f"mean valence of words about {part.name}"
    return charts.dot_chart(
        dots, [dot.row for dot in dots], ["mean valence"], axis, key=f"chart-{part.key}", ends=(-1, 1)
    )


def _table(part: ActorPart) -> Html:
    rows = [
        [bdi(row.outlet), numbers.whole(row.articles), *(_cell(row, name) for name, _ in _COLUMNS)] for row in part.rows
    ]
    heads = [Head("Outlet"), Head("Articles"), *(head for _, head in _COLUMNS)]
    return table(
        markup(bdi(part.name), " in the outlets' own voice; rates per 1,000 words of the sentences that mention them"),
        heads,
        rows,
    )


def _called(part: ActorPart) -> Html:
    rows = [[bdi(row.outlet), *(_cell(row, name) for name, _ in _CALLED)] for row in part.rows]
    return table(
        markup("How ", bdi(part.name), " is labelled and quoted"),
        [Head("Outlet"), *(head for _, head in _CALLED)],
        rows,
    )


def _cell(row: ActorRow, measure: str) -> object:
    found = row.figures.get(measure)
    if measure not in ("quotations", "quoted_words"):
        return figure(found)
    if found is None:
        return numbers.ABSENT
    share = f"{100 * found.count / found.base:.0f} % of all" if found.base else "nothing quoted"
    return markup(link(numbers.whole(found.count), found.evidence), el("small", share, class_="under"))


def _verbs(part: ActorPart) -> Html | None:
    """Of the verbs that report what the actor says, how many are of which kind."""
    names = sorted({m for row in part.rows for m, f in row.figures.items() if m.startswith("verbs:") and f.base})
    if not names:
        return None
    heads = [Head("Outlet"), *(Head(name.partition(":")[2].capitalize()) for name in names)]
    rows = [[bdi(row.outlet), *(figure(row.figures.get(name)) for name in names)] for row in part.rows]
    return table(markup("Verbs that report what ", bdi(part.name), " says, by kind"), heads, rows)


def _tone(part: ActorPart) -> Html | None:
    names = sorted({m for row in part.rows for m in row.figures if m.startswith("tone:")})
    if not names:
        return None
    heads = [Head("Outlet"), *(Head(name_measure(name)) for name in names)]
    rows = [[bdi(row.outlet), *(figure(row.figures.get(name), counted=False) for name in names)] for row in part.rows]
    return table(
        markup("General tone of sentences that mention ", bdi(part.name), ", whoever it is about"), heads, rows
    )
