"""report.json holds everything, as JSON that any program reads."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest
from report_samples import GAZETTE, POST, sample

from framing.report import build_report
from framing.report.record import render_record, to_plain


def refuse(text: str) -> float:
    raise AssertionError(f"{text} is not JSON")


def test_everything_is_in_it() -> None:
    """Overview, findings, figures, evidence and recipe can be read back."""
    read = json.loads(render_record(build_report(*sample())), parse_constant=refuse)
    assert read["overview"]["articles"] == 14
    assert [outlet["outlet"] for outlet in read["outlets"]] == [GAZETTE, POST]
    assert read["findings"][0]["verdict"] == "differs"
    assert read["recipe"]["line"] == sample()[0].recipe.line()
    mark = read["evidence"]["o1-blaming"]["excerpts"][0]["marks"][0]
    assert mark["surface"] == "claimed"
    assert mark["reasons"][0]["entry"] == "sayings/doubting.csv:claim@1.0.0"


def test_keys_are_sorted() -> None:
    """The same report is the same file."""
    read = json.loads(render_record(build_report(*sample())))
    assert list(read) == sorted(read)


@pytest.mark.parametrize("absent", [float("nan"), float("inf"), None])
def test_what_is_no_number_is_null(absent: float | None) -> None:
    """NaN and infinity, which JSON does not know, are null."""

    @dataclass(frozen=True)
    class One:
        value: float | None

    assert to_plain({"a": (One(absent), 1.5)}) == {"a": [{"value": None}, 1.5]}
