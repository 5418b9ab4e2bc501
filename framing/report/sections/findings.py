"""Findings: a picture, then what differs and what is similar by subject, a line each, and where nobody can tell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from framing.numerals import count
from framing.report import numbers, pairs
from framing.report.charts import frame
from framing.report.html import Html, el, markup
from framing.report.model import Finding, Report
from framing.report.parts import Head, bdi, link, table
from framing.report.phrases import Gap, by_subject, name_counted, see
from framing.report.summary import explain, summarise, total
from framing.report.terms import name_measure
from framing.report.untold import render_untold
from framing.tables import VERDICTS

OPEN = {"differs": 12, "similar": 4}  # findings of a subject that stand open
FOLDED = 60  # those folded up below
SUBJECTS = 8  # subjects that stand open
SIGNS = {"differs": "◆", "similar": "●", "cannot tell": "■"}  # as in the picture


def render(report: Report) -> Html:
    """The picture and how to read it; the findings by subject; what cannot be told; how all came out."""
    lead = el("p", summarise(report), class_="lead")
    if not report.outcomes:
        return lead
    told = [finding for finding in report.findings if finding.verdict != "cannot tell"]
    groups = [_group(report, at, *group) for at, group in enumerate(by_subject(told))]
    rest = groups[SUBJECTS:]
    return markup(
        lead,
        [el("p", line) for line in explain(report)],
        _picture(report),
        groups[:SUBJECTS],
        el("details", el("summary", f"{count(len(rest), 'more actor')}"), rest) if rest else None,
        render_untold(report),
        _table(report),
    )


def _picture(report: Report) -> Html | None:
    """The whole article: every two outlets with their intervals, and the same in figures."""
    every = pairs.pair_up(report.findings)
    shown = every[: pairs.SHOWN]
    charts = [chart for chart in (pairs.draw_ratios(shown), pairs.draw_means(shown)) if chart]
    if not charts:
        return None
    left = len(every) - len(shown)
    caption = (
        "The whole article. Dot: how much more the first outlet has than the second; line: 95 % interval. "
        "The upright line is where nothing differs."
    )
    if left:
        caption += f" These are the {len(shown)} pairs that differ on most measures; {left} more are in the tables."
    rows = [_row(pair, finding) for pair in shown for finding in pair.findings]
    heads = [
        Head("Outlets"), Head("Measure", number=False), Head("Verdict", number=False), Head("First"), Head("Second"),
        Head("Gap", "95 % interval"), Head("q"), Head("On", number=False),
    ]  # fmt: skip
    inner = table("The whole article, two outlets at a time", heads, rows)
    return markup(
        frame(el("span", charts, class_="side"), caption),
        el("details", el("summary", "The same in figures"), inner, class_="figures"),
    )


def _row(pair: pairs.Pair, finding: Finding) -> list[object]:
    gap = see(finding, turned=pair.turned(finding))
    size = gap.size if finding.effect == "ratio" else gap.sentence()
    return [
        markup(bdi(gap.more), " against ", bdi(gap.less)),
        name_measure(finding.measure),
        _badge(finding.verdict),
        *(link(value, key) for value, key in zip(gap.values, gap.evidence, strict=True)),
        markup(size, el("small", gap.ends, class_="under") if gap.ends else None),
        numbers.chance(finding.q),
        gap.rests,
    ]


def _group(report: Report, at: int, actor: str | None, findings: Sequence[Finding]) -> Html:
    """The findings on one subject, and what to bear in mind about them."""
    counts = [(sum(f.verdict == verdict for f in findings), verdict) for verdict in ("differs", "similar")]
    said = ", ".join(f"{number:,} {'differ' if v == 'differs' else v}" for number, v in counts if number)
    part = next((part for part in report.actors if actor is not None and part.actor == actor), None)
    name = "The whole article" if actor is None else bdi(findings[0].name)
    more = markup(" · ", el("a", "tables and sentences", href=f"#{part.key}")) if part else None
    shown = [f for verdict, most in OPEN.items() for f in [f for f in findings if f.verdict == verdict][:most]]
    others = [finding for finding in findings if finding not in shown]
    folded, left = others[:FOLDED], len(others) - FOLDED
    rest = markup(
        _lines(folded, len(shown) + 1),
        el("p", f"{left:,} more in tables/comparisons.parquet.", class_="more") if left > 0 else None,
    )
    return markup(
        el("h3", name, el("small", f" {said}", more), id=f"about-{at}"),
        _lines(shown, 1),
        el("details", el("summary", f"{len(others):,} more"), rest) if folded else None,
        _caveats([*shown, *folded]),
    )


def _lines(findings: Sequence[Finding], start: int) -> Html:
    items = [el("li", _line(finding)) for finding in findings]
    return el("ol", items, class_="findings", start=start if start > 1 else None)


def _line(finding: Finding) -> Html:
    gap = see(finding)
    more, less = el("b", bdi(gap.more)), el("b", bdi(gap.less))
    if finding.verdict == "differs":
        said = [more, ": ", el("b", gap.size), f" {gap.what} {gap.join} ", less]
    else:
        said = [more, " like ", less, f" in {name_counted(finding.measure)}: {gap.sentence()}"]
    ends = el("span", f" (95 %: {gap.ends})", class_="ends") if gap.ends else None
    return markup(el("p", _badge(finding.verdict), " ", said, ends), el("p", _facts(finding, gap), class_="facts"))


def _facts(finding: Finding, gap: Gap) -> list[object]:
    """Both values, linked to their sentences, with what they rest on."""
    values: list[object] = [link(gap.values[0], gap.evidence[0]), " against ", link(gap.values[1], gap.evidence[1])]
    hits = count(finding.hits, "word") + " counted"
    return [values, f" {gap.unit} · {gap.rests} · {hits} · q {numbers.chance(finding.q)}"]


def _badge(verdict: str) -> Html:
    """The verdict with its sign in the picture."""
    sign = el("span", SIGNS[verdict], aria_hidden="true")
    return el("span", sign, f" {verdict}", class_=f"verdict {verdict.replace(' ', '-')}")


def _caveats(findings: Sequence[Finding]) -> Html | None:
    """What to bear in mind: caveats of all findings once, the others with the numbers of theirs."""
    concerned: dict[str, list[int]] = {}
    for number, finding in enumerate(findings, 1):
        for caveat in finding.caveats:
            concerned.setdefault(caveat, []).append(number)
    if not concerned:
        return None
    every = len(findings)
    items = [
        el("li", None if len(at) == every else el("b", f"{list_numbers(at)}: "), caveat)
        for caveat, at in sorted(concerned.items(), key=lambda item: (len(item[1]) < every, item[1]))
    ]
    return el("details", el("summary", "What to bear in mind"), el("ul", items), class_="caveats")


def list_numbers(at: Sequence[int]) -> str:
    """Ascending numbers in words: 1, 3 to 5, 9."""
    runs = [[n for _, n in run] for _, run in groupby(enumerate(at), lambda item: item[1] - item[0])]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)


def _table(report: Report) -> Html:
    """How many comparisons of each measure came out how."""
    number = {(outcome.measure, outcome.verdict): outcome.number for outcome in report.outcomes}
    measures = sorted({outcome.measure for outcome in report.outcomes})
    rows = [[name_measure(m).capitalize(), *(f"{number.get((m, v), 0):,}" for v in VERDICTS)] for m in measures]
    rows.append(["All", *(f"{total(report, verdict):,}" for verdict in VERDICTS)])
    return table("How the comparisons came out", [Head("Measure"), *(Head(v.capitalize()) for v in VERDICTS)], rows)
