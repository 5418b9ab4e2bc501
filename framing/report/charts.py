"""Charts as static SVG: dots with intervals, told apart by shape as well as colour; the table below has the figures."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any
from xml.etree import ElementTree

from framing.report.html import Html, clean, el, markup

FONT = (
    "DejaVu Sans, Verdana, sans-serif"  # both have the same widths: what is laid out here fits in the reader's browser
)
WIDTH, ROW = 265, 20  # pixels: the plot's width, and the height of one dot's row
INK, GRID = "#333333", "#dddddd"
STYLES = (("#d55e00", "triangle-down"), ("#0072b2", "triangle-up"), ("#777777", "circle"))  # Okabe and Ito's palette
_NAME = 150  # pixels for the names of outlets; longer ones end in "…", the table has them in full
_DROPPED = ("aria-label", "aria-roledescription", "aria-hidden", "role", "xmlns", "pointer-events")


@dataclass(frozen=True)
class Dot:
    """A value with its interval (None: too few articles for one) in a row and, where there are several, a series."""

    row: str
    series: str
    value: float
    low: float | None
    high: float | None


def dot_chart(
    dots: Sequence[Dot],
    rows: Sequence[str],
    series: Sequence[str],
    axis: str,
    *,
    key: str,
    ends: tuple[float, float] | None = None,
) -> Html | None:
    """
    A dot chart with intervals as an SVG element; None without a dot.

    Args:
        dots: what to draw.
        rows, series: names in the order wanted, top to bottom; up to three series.
        axis: what the values are, with their unit.
        key: an anchor no other chart of the page has; ids within the SVG begin with it.
        ends: of the axis; None: from 0 to the largest value or interval.
    """
    if not dots:
        return None
    import altair

    spec = _draw(altair, dots, [clean(row) for row in rows], list(series), axis, ends)
    return draw_svg(spec, key, describe([dot.value for dot in dots], rows, axis))


def draw_svg(spec: dict[str, Any], key: str, label: str) -> Html:
    """A Vega-Lite chart as an SVG element of the page, named by its label; ids within begin with the key."""
    import altair
    import vl_convert

    svg = vl_convert.vegalite_to_svg(spec, vl_version=_version(altair.SCHEMA_VERSION, vl_convert))
    return _inline(svg, key, label)


def describe(values: Sequence[float], rows: Sequence[str], axis: str) -> str:
    """A chart in a sentence, for those who do not see it."""
    low, high = min(values), max(values)
    names = ", ".join(rows[:6]) + (f" and {len(rows) - 6} more" if len(rows) > 6 else "")
    return f"Dots with intervals: {axis}. {names}. Values from {low:.2f} to {high:.2f}; the table below has them all."


def _version(wanted: str, vl_convert: Any) -> str:
    """The newest Vega-Lite that the converter has and that the chart was written for."""
    has = [str(version) for version in vl_convert.get_vegalite_versions()]
    major = wanted.lstrip("v").split(".")[0]
    fitting = [version for version in has if version.split(".")[0] == major]
    return max(fitting or has, key=lambda version: [int(part) for part in version.split(".")])


def _draw(
    altair: Any, dots: Sequence[Dot], rows: list[str], series: list[str], axis: str, ends: tuple[float, float] | None
) -> dict[str, Any]:
    """The chart in Vega-Lite. Orders are given outright: a layered chart drops those that it has to work out."""
    values = [{**asdict(dot), "row": clean(dot.row)} for dot in dots]
    most = max(dot.high if dot.high is not None else dot.value for dot in dots)
    domain = list(ends) if ends else [0, most * 1.05 or 1]
    y = altair.Y(
        "row:N",
        sort=rows,
        title=None,
        scale=altair.Scale(domain=rows),
        axis=altair.Axis(labelLimit=_NAME, labelPadding=6, ticks=False),
    )
    x = altair.X("value:Q", title=axis, scale=altair.Scale(domain=domain, nice=False), axis=altair.Axis(tickCount=5))
    styles = STYLES[: len(series)] if len(series) > 1 else STYLES[-1:]
    colour = altair.Scale(domain=series, range=[style[0] for style in styles])
    shape = altair.Scale(domain=series, range=[style[1] for style in styles])
    legend = altair.Legend(title=None, orient="top", labelLimit=0) if len(series) > 1 else None
    offset = altair.YOffset("series:N", sort=series, scale=altair.Scale(domain=series))
    base = altair.Chart(altair.Data(values=values)).encode(
        y=y, yOffset=offset, color=altair.Color("series:N", scale=colour, sort=series, legend=legend)
    )
    shapes = altair.Shape("series:N", scale=shape, sort=series, legend=legend)
    lines = (
        base.transform_filter("isValid(datum.low)").mark_rule(strokeWidth=2).encode(x=altair.X("low:Q"), x2="high:Q")
    )
    points = base.mark_point(filled=True, size=90, opacity=1).encode(x=x, shape=shapes)
    zero = altair.Chart(altair.Data(values=[{"zero": 0}])).mark_rule(color=INK, strokeDash=[3, 3]).encode(x="zero:Q")
    layers = [zero, lines, points] if domain[0] < 0 else [lines, points]
    height = max(2 * ROW, ROW * len(rows) * max(1, len(series)))
    chart = altair.layer(*layers).properties(width=WIDTH, height=height, background="transparent")
    chart = chart.configure(padding=14, font=FONT).configure_view(stroke=None)
    chart = chart.configure_axis(
        labelFontSize=12, titleFontSize=12, titleFontWeight="normal", labelColor=INK, titleColor=INK, gridColor=GRID
    )
    written: dict[str, Any] = json.loads(chart.configure_legend(labelFontSize=12, labelColor=INK).to_json())
    return written


def _inline(svg: str, key: str, label: str) -> Html:
    """The SVG as an element of the page: named on its root, ids of its own, nothing that points outside."""
    root = ElementTree.fromstring(svg)
    renamed = {node.get("id", ""): f"{key}-{at}" for at, node in enumerate(root.iter()) if node.get("id")}
    for node in root.iter():
        node.tag = node.tag.rpartition("}")[2]
        for name in [name for name in node.attrib if name in _DROPPED or "}" in name]:
            del node.attrib[name]
        for name, value in node.attrib.items():
            for old, new in renamed.items():
                value = new if name == "id" and value == old else value.replace(f"url(#{old})", f"url(#{new})")
            node.set(name, value)
    width, height = root.get("width", "0"), root.get("height", "0")
    root.attrib.clear()
    root.attrib.update({"viewBox": f"0 0 {width} {height}", "width": width, "height": height, "role": "img"})
    root.set("aria-label", clean(label))
    return Html(ElementTree.tostring(root, encoding="unicode"))


def frame(svg: Html | None, caption: str) -> Html | None:
    """The chart in a figure with its caption; None without a chart."""
    return None if svg is None else el("figure", markup(svg), el("figcaption", caption), class_="chart")
