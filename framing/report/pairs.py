"""The picture of the findings: every two outlets with a dot and an interval for each measure of the whole article."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from framing.report.charts import FONT, GRID, INK, describe, draw_svg
from framing.report.html import Html, clean
from framing.report.model import Finding
from framing.report.phrases import turn
from framing.report.terms import MEASURES
from framing.tables import VERDICTS

SHOWN = 10  # pairs of outlets
RATIOS = ("loaded", "blaming", "praising")
MEANS = ("valence",)
STYLES = {"differs": ("#d55e00", "diamond"), "similar": ("#0072b2", "circle"), "cannot tell": ("#777777", "square")}
_WIDTH, _ROW, _LABEL = 300, 17, 112  # pixels: the plot, a row, and the names of measures
_FARTHEST = 200.0  # times as many: farther out nothing is drawn
_TICKS, _CLOSE_TICKS = (1, 2, 5, 10, 20, 50, 100, 200), (1, 1.5, 2, 3, 5)


@dataclass(frozen=True)
class Pair:
    """Two outlets, the one with more loaded words (or more of what there is) first, and their findings by measure."""

    first: str
    second: str
    findings: tuple[Finding, ...]

    def turned(self, finding: Finding) -> bool:
        """Whether a finding has to be seen from its outlet B."""
        return finding.outlet_b == self.first


def pair_up(findings: Sequence[Finding]) -> list[Pair]:
    """The findings of the whole article that could be tested, by pair: those first where most measures differ."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.actor is None and finding.testable and finding.measure in RATIOS + MEANS:
            found.setdefault((finding.outlet_a, finding.outlet_b), []).append(finding)
    order = RATIOS + MEANS
    pairs = []
    for (a, b), rows in found.items():
        rows.sort(key=lambda finding: order.index(finding.measure))
        more = rows[0].ratio or 1.0
        from_b = more >= 1 if rows[0].effect == "ratio" else more < 0
        pairs.append(Pair(b if from_b else a, a if from_b else b, tuple(rows)))
    return sorted(pairs, key=_place)


def _place(pair: Pair) -> tuple[Any, ...]:
    differ = [finding for finding in pair.findings if finding.verdict == "differs"]
    sizes = [abs(math.log(f.ratio)) for f in pair.findings if f.effect == "ratio" and f.ratio]
    return -len(differ), -max(sizes, default=0.0), pair.first, pair.second


def draw_ratios(pairs: Sequence[Pair]) -> Html | None:
    """How many times as many words the first outlet of each pair has, on a log axis; None where none is known."""
    rows = _rows(pairs, RATIOS)
    known = [x for row in rows for x in (row.get("low"), row.get("value"), row.get("high")) if x]
    if not known:
        return None
    least, most = min(0.5, *known), max(2.0, *known)
    low, high = max(least, 1 / _FARTHEST), min(most, _FARTHEST)
    steps = _CLOSE_TICKS if high / low < 10 else _TICKS
    ticks = [x for tick in steps for x in dict.fromkeys((1 / tick, float(tick))) if low <= x <= high]
    axis = {
        "values": sorted(ticks),
        "labelExpr": "datum.value < 1 ? '1/' + format(1 / datum.value, '.2~f') : format(datum.value, '.2~f')",
        "labelOverlap": True,
    }
    scale = {"type": "log", "domain": [low * 0.93, high * 1.07], "nice": False, "clamp": True}
    title = "times as many words at the first outlet"
    return _draw(rows, (scale, axis, title, 1.0), "chart-pairs")


def draw_means(pairs: Sequence[Pair]) -> Html | None:
    """How much more favourable the words of the first outlet of each pair are; None where no mean is known."""
    rows = _rows(pairs, MEANS)
    known = [abs(x) for row in rows for x in (row.get("low"), row.get("value"), row.get("high")) if x is not None]
    if not known:
        return None
    far = max(0.2, *known) * 1.05
    scale = {"domain": [-far, far], "nice": False}
    title = "more blaming ◂ first outlet ▸ more praising"
    axis = {"tickCount": 5, "labelExpr": "datum.value == 0 ? '0' : format(datum.value, '+.1f')"}
    return _draw(rows, (scale, axis, title, 0.0), "chart-pairs-mean")


def _rows(pairs: Sequence[Pair], measures: Sequence[str]) -> list[dict[str, Any]]:
    """A row with the pair's names, then one for each measure; `key` tells them apart and ends in what to print."""
    rows: list[dict[str, Any]] = []
    for at, pair in enumerate(pairs):
        found = [finding for finding in pair.findings if finding.measure in measures and finding.ratio is not None]
        if not found:
            continue
        rows.append({"key": f"{at}|", "head": clean(f"{pair.first} against {pair.second}")})
        for finding in found:
            size, low, high = turn(finding, pair.turned(finding))
            label = f"{at}|{MEASURES[finding.measure]}"
            rows.append({"key": label, "value": size, "low": low, "high": high, "verdict": finding.verdict})
    return rows


def _draw(rows: list[dict[str, Any]], frame: tuple[dict[str, Any], dict[str, Any], str, float], key: str) -> Html:
    """The rows on one axis, with a line where nothing differs."""
    import altair

    scale, axis, title, neutral = frame
    keys, dots = [row["key"] for row in rows], [row for row in rows if "value" in row]
    shown = [verdict for verdict in VERDICTS if any(row["verdict"] == verdict for row in dots)]
    y = altair.Y(
        "key:N", sort=keys, title=None, scale=altair.Scale(domain=keys),
        axis=altair.Axis(labelExpr="split(datum.label, '|')[1]", labelLimit=_LABEL, labelPadding=6, ticks=False,
                         domain=False, minExtent=_LABEL, maxExtent=_LABEL),
    )  # fmt: skip
    on = altair.Scale(**scale)
    x = altair.X("value:Q", title=title, scale=on, axis=altair.Axis(**axis))
    legend = altair.Legend(title=None, orient="top", labelLimit=0, symbolOpacity=1)
    colour = altair.Scale(domain=shown, range=[STYLES[verdict][0] for verdict in shown])
    shape = altair.Scale(domain=shown, range=[STYLES[verdict][1] for verdict in shown])
    data = altair.Chart(altair.Data(values=dots)).encode(
        y=y, color=altair.Color("verdict:N", scale=colour, legend=legend)
    )
    ends = data.transform_filter("isValid(datum.low) && isValid(datum.high)").mark_rule(strokeWidth=2)
    heads = altair.Chart(altair.Data(values=[row for row in rows if "head" in row]))
    line = altair.Chart(altair.Data(values=[{"at": neutral}])).mark_rule(color=INK, strokeWidth=1.5)
    layers = [
        line.encode(x=altair.X("at:Q", scale=on)),
        ends.encode(x=altair.X("low:Q", scale=on), x2="high:Q"),
        data.mark_point(filled=True, size=75, opacity=1).encode(
            x=x, shape=altair.Shape("verdict:N", scale=shape, legend=legend)
        ),
        heads.mark_text(align="left", fontSize=12, fontWeight="bold", limit=_LABEL + _WIDTH, color=INK).encode(
            y=y, x=altair.value(-_LABEL), text="head:N"
        ),
    ]
    chart = altair.layer(*layers).properties(width=_WIDTH, height=_ROW * len(keys), background="transparent")
    chart = chart.configure(padding=6, font=FONT).configure_view(stroke=None).configure_axis(
        labelFontSize=12, titleFontSize=12, titleFontWeight="normal", labelColor=INK, titleColor=INK, gridColor=GRID
    ).configure_axisY(grid=False)  # fmt: skip
    spec = json.loads(chart.configure_legend(labelFontSize=12, labelColor=INK).to_json())
    names = [row["head"] for row in rows if "head" in row]
    values = [row["value"] for row in dots]
    return draw_svg(spec, key, describe(values, names, title))
