"""The picture of the findings: pairs in a sensible order, verdicts told apart by shape, hostile names as text."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from report_samples import GAZETTE, POST, finding, sample

from framing.report import build_report
from framing.report.model import Finding
from framing.report.pairs import STYLES, draw_means, draw_ratios, pair_up
from framing.tables import COMPARISONS

WIDE = {"low": 0.01, "high": 900.0}


def make(*rows: dict[str, object]) -> tuple[Finding, ...]:
    """Findings, as a report holds them."""
    return build_report(sample()[0], COMPARISONS.frame(rows)).findings


def test_pairs_name_the_outlet_with_more_first() -> None:
    """A pair is seen from the outlet with more loaded words; actors and what was not tested are left out."""
    rows = [finding("differs", measure=measure, ratio=4.0, low=2.0, high=8.0) for measure in ("praising", "loaded")]
    others = [finding("differs", actor="kovac"), finding("cannot tell", measure="blaming", testable=False)]
    (pair,) = pair_up(make(*rows, *others))
    assert (pair.first, pair.second) == (POST, GAZETTE)
    assert [found.measure for found in pair.findings] == ["loaded", "praising"]
    assert all(pair.turned(found) for found in pair.findings)


def test_pairs_that_differ_most_come_first() -> None:
    """The pairs at the top are those of which most measures differ."""
    rows = [
        finding("cannot tell", outlet_b="Zulu", ratio=9.0),
        finding("differs"),
        finding("differs", measure="blaming"),
    ]
    assert [pair.second for pair in pair_up(make(*rows))] == [POST, GAZETTE]


def test_verdicts_differ_by_shape_as_well() -> None:
    """Each verdict has a shape and a colour of its own, in the picture too."""
    assert len({shape for _, shape in STYLES.values()}) == len({colour for colour, _ in STYLES.values()}) == len(STYLES)
    rows = [finding("differs", low=0.3, high=0.8), finding("cannot tell", measure="blaming", **WIDE)]
    svg = str(draw_ratios(pair_up(make(*rows))))
    shapes = {
        colour: set(re.findall(rf'<path [^>]*?d="([^"]*)"[^>]*?fill="{colour}"', svg))
        or set(re.findall(rf'<path [^>]*?fill="{colour}"[^>]*?d="([^"]*)"', svg))
        for colour in ("#d55e00", "#777777")
    }
    assert all(shapes.values())
    assert not shapes["#d55e00"] & shapes["#777777"]


def test_very_wide_intervals_stay_in_the_picture() -> None:
    """An interval without a visible end is cut at the frame; the picture stays as wide as it is."""
    svg = str(draw_ratios(pair_up(make(finding("cannot tell", **WIDE)))))
    root = ElementTree.fromstring(svg)
    assert float(root.get("width", "0")) < 480
    assert GAZETTE in "".join(root.itertext())
    assert "<script" not in svg


def test_no_findings_no_picture() -> None:
    """Where nothing was tested there is no empty frame; a mean without ratios has its own picture alone."""
    assert draw_ratios([]) is None
    assert draw_means([]) is None
    mean = finding("similar", measure="valence", effect="difference", ratio=-0.05, low=-0.09, high=0.01)
    pairs = pair_up(make(mean))
    assert draw_ratios(pairs) is None
    assert "mean valence" in str(draw_means(pairs))
