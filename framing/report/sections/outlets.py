"""Outlet by outlet: loaded, blaming and praising words in its own voice."""

from __future__ import annotations

from framing.report import charts, numbers
from framing.report.html import Html, el, markup
from framing.report.model import OutletRow, Report
from framing.report.parts import Head, bdi, figure, table, unfold
from framing.report.terms import name_measure

MEASURES = ("loaded", "blaming", "praising")
_UNIT = "per 1,000 own words"


def render(report: Report) -> Html:
    """Chart, tables, and the sentences behind each number."""
    if not report.outlets:
        return el("p", "No outlet was read.")
    return markup(
        el(
            "p",
            "How often the list marks a word in the outlets' own voice; quotations and headlines are left out. "
            "Every article counts as it was printed, near-copies too; only findings leave copies out. "
            "Each number leads to its sentences.",
        ),
        charts.frame(
            _chart(report), "Dot: rate over all articles; line: 95 % interval, where there are five articles or more."
        ),
        _rates(report),
        _spread(report),
        _categories(report),
        _tone(report),
        _evidence(report),
    )


def _chart(report: Report) -> Html | None:
    names = ["blaming words", "praising words", "all loaded words"]
    dots = [
        charts.Dot(row.outlet, name, found.value, found.low, found.high)
        for row in report.outlets
        for measure, name in zip(("blaming", "praising", "loaded"), names, strict=True)
        if (found := row.figures.get(measure)) and found.value is not None
    ]
    rows = [row.outlet for row in report.outlets]
    return charts.dot_chart(dots, rows, names, f"words {_UNIT}", key="chart-outlets")


def _rates(report: Report) -> Html:
    heads = [
        Head("Outlet"),
        Head("Articles"),
        Head("Own words"),
        *(Head(name_measure(m).capitalize(), _UNIT) for m in MEASURES),
    ]
    rows = [
        [
            bdi(row.outlet),
            numbers.whole(row.articles),
            numbers.whole(row.words_own),
            *(figure(row.figures.get(measure)) for measure in MEASURES),
        ]
        for row in report.outlets
    ]
    return table("Loaded words in own voice: rate, 95 % interval, and number counted (n)", heads, rows)


def _spread(report: Report) -> Html:
    """How much articles of one outlet differ among themselves."""
    heads = [Head("Outlet"), *(Head(name_measure(m).capitalize(), _UNIT) for m in MEASURES)]
    rows = [[bdi(row.outlet), *(_quartiles(row, measure) for measure in MEASURES)] for row in report.outlets]
    return table("From article to article: the middle article, and the range of the middle half", heads, rows)


def _quartiles(row: OutletRow, measure: str) -> object:
    found = row.figures.get(measure)
    if found is None or found.quartiles is None:
        return numbers.ABSENT
    low, middle, high = (numbers.value(x, "rate") for x in found.quartiles)
    return markup(middle, el("small", f"{low} to {high}", class_="under"))


def _categories(report: Report) -> Html | None:
    """Which sorts of loaded words; a column per outlet where they fit, else left to the tables."""
    names = sorted({m for row in report.outlets for m, f in row.figures.items() if m.startswith("loaded:") and f.count})
    if not names or len(report.outlets) > 6:
        return None
    heads = [Head("Category"), *(Head(row.outlet) for row in report.outlets)]
    rows = [
        [name.partition(":")[2], *(figure(row.figures.get(name), ends=False) for row in report.outlets)]
        for name in names
    ]
    inner = table(f"Loaded words by category, {_UNIT}", heads, rows)
    return el("details", el("summary", "By category"), inner)


def _tone(report: Report) -> Html | None:
    """General tone where it was asked for: beside the other figures, never in them."""
    names = sorted({m for row in report.outlets for m in row.figures if m.startswith("tone:")})
    if not names:
        return None
    heads = [Head("Outlet"), *(Head(name_measure(name)) for name in names)]
    rows = [
        [bdi(row.outlet), *(figure(row.figures.get(name), counted=False) for name in names)] for row in report.outlets
    ]
    return table(
        "General tone of sentences, as TextBlob and VADER compute it; not part of any other figure", heads, rows
    )


def _evidence(report: Report) -> Html:
    blocks = []
    for at, row in enumerate(report.outlets, 1):
        if row.evidence:
            inner = [unfold(report, key) for key in row.evidence]
            blocks.append(
                el("div", el("h3", bdi(row.outlet), ": the sentences"), inner, id=f"o{at}-loaded", class_="behind")
            )
    return markup(blocks)
