"""Findings in sentences: what differs, what is similar, and where nobody can tell."""

from __future__ import annotations

from collections.abc import Sequence

from framing.report import numbers
from framing.report.html import Html, el, markup
from framing.report.model import Finding, Report
from framing.report.parts import Head, bdi, link, table
from framing.report.terms import DESIGNS, name_measure, name_subject
from framing.tables import VERDICTS

OPEN = 4  # so many that cannot tell stand open, where there is nothing else to read
SHOWN = {"differs": 40, "similar": 20, "cannot tell": 30}
_TITLES = {
    "differs": "Outlets that differ",
    "similar": "Outlets that are similar",
    "cannot tell": "Where this corpus cannot tell",
}


def render(report: Report) -> Html:
    """The findings, those that differ first."""
    lead = el("p", summarise(report), class_="lead")
    if not report.outcomes:
        return lead
    groups = [_group(report, verdict) for verdict in VERDICTS]
    return markup(lead, groups, _table(report))


def summarise(report: Report) -> str:
    """All findings in a sentence or two."""
    if not report.outcomes:
        return "No two outlets could be compared: what follows describes the articles and tests nothing."
    differ, similar, unclear = (total(report, verdict) for verdict in VERDICTS)
    made, outlets = differ + similar + unclear, report.overview.outlets
    said = (
        f"{numbers.count(made, 'comparison')} of {numbers.count(outlets, 'outlet')}. "
        f"In {differ:,} the outlets differ, in {similar:,} they are similar, in {unclear:,} this corpus cannot tell."
    )
    if not differ and not similar:
        said += " It is too small for findings; what follows is for reading."
    return said


def total(report: Report, verdict: str) -> int:
    """How many comparisons came out with that verdict."""
    return sum(outcome.number for outcome in report.outcomes if outcome.verdict == verdict)


def _group(report: Report, verdict: str) -> Html | None:
    number = total(report, verdict)
    if not number:
        return None
    heading = el("h3", f"{_TITLES[verdict]} ({number:,})", id=f"verdict-{verdict.replace(' ', '-')}")
    shown = [finding for finding in report.findings if finding.verdict == verdict][: SHOWN[verdict]]
    left = number - len(shown)
    more = el("p", f"{left:,} more in tables/comparisons.parquet.", class_="more") if left else None
    if verdict != "cannot tell" or number <= OPEN:
        return markup(heading, _items(shown), more)
    opened = 0 if total(report, "differs") or total(report, "similar") else OPEN
    summary = el("summary", "What it would take, comparison by comparison")
    return markup(heading, _items(shown[:opened]), el("details", summary, _items(shown[opened:]), more))


def _items(findings: Sequence[Finding]) -> Html | None:
    if not findings:
        return None
    sort = findings[0].verdict.replace(" ", "-")
    return el("ol", [el("li", _finding(finding)) for finding in findings], class_=f"findings {sort}")


def _finding(finding: Finding) -> Html:
    subject = el(
        "b", name_subject(finding.measure, finding.name), ": ", bdi(finding.outlet_a), " and ", bdi(finding.outlet_b)
    )
    return markup(
        el("p", el("span", finding.verdict, class_="verdict"), " ", subject),
        el("p", finding.wording),
        el("p", _facts(finding), class_="facts"),
        el("details", el("summary", "What to bear in mind"), el("ul", [el("li", c) for c in finding.caveats]))
        if finding.caveats
        else None,
    )


def _facts(finding: Finding) -> list[object]:
    """Values with their unit, interval, units, and q, each side linked to its sentences."""
    unit = {"rate": " per 1,000 words", "mean": " (−1 to +1)"}.get(finding.kind, "")
    value_a, value_b = numbers.value(finding.value_a, finding.kind), numbers.value(finding.value_b, finding.kind)
    lines: list[object] = [bdi(finding.outlet_a), " ", link(value_a, finding.evidence_a), ", "]
    lines += [bdi(finding.outlet_b), " ", link(value_b, finding.evidence_b), unit]
    one, many = DESIGNS.get(finding.design, (finding.design, finding.design))
    if finding.design == "matched events":
        lines.append(f" · {numbers.count(finding.units_a, one, many)}")
    else:
        lines.append(f" · {finding.units_a:,} and {finding.units_b:,} {many}")
    lines.append(f" · {numbers.count(finding.hits, 'hit')}")
    if finding.verdict == "cannot tell" and finding.low is not None and finding.ratio is not None:
        kind = "mean" if finding.effect == "difference" else "ratio"
        ends = f"{_size(finding.low, kind)} to {_size(finding.high, kind)}"
        lines.append(
            f" · {finding.outlet_b} against {finding.outlet_a}: {_size(finding.ratio, kind)} (95 % interval {ends})"
        )
    if finding.q is not None:
        lines.append(f" · q {numbers.chance(finding.q)} ({numbers.count(finding.family, 'comparison')} tested)")
    return lines


def _size(x: float | None, kind: str) -> str:
    if x is None:
        return numbers.ABSENT
    if kind == "mean":
        return numbers.signed(x, 2)
    return "more than ×100" if x > 100 else f"×{x:.2f}"


def _table(report: Report) -> Html:
    """How many comparisons of each measure came out how."""
    number = {(outcome.measure, outcome.verdict): outcome.number for outcome in report.outcomes}
    measures = sorted({outcome.measure for outcome in report.outcomes})
    rows = [[name_measure(m).capitalize(), *(f"{number.get((m, v), 0):,}" for v in VERDICTS)] for m in measures]
    return table("How the comparisons came out", [Head("Measure"), *(Head(v.capitalize()) for v in VERDICTS)], rows)
