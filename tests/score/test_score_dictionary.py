from __future__ import annotations

from framing.score import MEASURES
from framing.score.dictionary import measures_page


def test_every_measure_is_on_the_page_with_its_unit_range_and_direction():
    """A reader of docs/measures.md finds each measure, in order, with all that is needed to read its figure."""
    lines = [line for line in measures_page().splitlines() if line.startswith("| `")]
    assert len(lines) == len(MEASURES)
    for line, measure in zip(lines, MEASURES.values(), strict=True):
        assert line.startswith(f"| `{measure.name}`")
        for said in (measure.unit, measure.range, measure.direction, measure.count, measure.words, measure.source):
            assert f"{said} |" in line or f"{said}," in line


def test_the_table_is_well_formed():
    """Every line of the table has the same number of cells."""
    lines = [line for line in measures_page().splitlines() if line.startswith("|")]
    assert {line.count("|") for line in lines} == {9}
