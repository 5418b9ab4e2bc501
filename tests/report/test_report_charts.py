"""Charts keep the order asked for, hold hostile names as text, and get on with each other on one page."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from report_samples import SCRIPT

from framing.report.charts import Dot, dot_chart, frame

NAMES = [f'Z {SCRIPT} role="img"', "Bold & Co \x0b", "Aardvark"]
SERIES = ["blaming words", "praising words"]


def draw(key: str = "c1", ends: tuple[float, float] | None = None) -> str:
    dots = [Dot(name, one, value, None if at == 1 else value - 0.5, None if at == 1 else value + 1)
            for at, name in enumerate(NAMES) for one, value in zip(SERIES, (2.0, 4.0), strict=True)]  # fmt: skip
    return str(dot_chart(dots, NAMES, SERIES, "words per 1,000", key=key, ends=ends))


def test_rows_stand_in_the_order_given() -> None:
    """Outlets stand in the order of the table below, not in that of their names' letters."""
    texts = [node.text for node in ElementTree.fromstring(draw()).iter("text")]
    shown = [text for text in texts if text and text[:1] in "ZBA"]
    assert [text[:1] for text in shown] == ["Z", "B", "A"]


def test_hostile_names_are_text() -> None:
    """A name with markup is drawn as it is written; nothing of it becomes an element."""
    svg = draw()
    assert "<script" not in svg
    assert {node.tag for node in ElementTree.fromstring(svg).iter()} <= {
        "svg",
        "g",
        "path",
        "line",
        "text",
        "rect",
        "defs",
        "clipPath",
    }


def test_series_differ_by_shape_as_well() -> None:
    """Two series are told apart by the shape of their dots, not by colour alone."""
    root = ElementTree.fromstring(draw())
    shapes: dict[str, set[str]] = {}
    for node in root.iter("path"):
        if node.get("fill", "").startswith(("#d55e00", "#0072b2")):
            shapes.setdefault(str(node.get("fill")), set()).add(str(node.get("d")))
    assert len(shapes) == 2
    first, second = shapes.values()
    assert not first & second


def test_two_charts_share_no_id_and_nothing_points_outside() -> None:
    """Ids begin with the chart's own key; no address stands in a chart."""
    one, two = draw("c1"), draw("c2", (-1, 5))
    ids = [set(re.findall(r' id="([^"]*)"', svg)) for svg in (one, two)]
    assert not ids[0] & ids[1]
    assert "http" not in one
    assert one.startswith("<svg viewBox=")
    assert ' role="img" aria-label="Dots with intervals' in one


def test_no_dots_no_chart() -> None:
    """Where there is nothing to draw there is no empty frame."""
    assert dot_chart([], [], [], "x", key="c") is None
    assert frame(None, "caption") is None
