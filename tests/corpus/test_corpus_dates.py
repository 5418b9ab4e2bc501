"""Dates are read as the days they mean, or not at all."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.dates import parse_date, parse_dates
from framing.corpus.order import chronological

DAY = dt.date(2024, 8, 6)


@pytest.mark.parametrize(
    "written",
    [
        "2024-08-06",
        " 2024-8-6 ",
        "2024/08/06",
        "2024-08-06T23:59:00+02:00",
        "2024-08-06 10:00",
        "20240806",
        "20240806T101500Z",
        "20240806101500",
        "6 August 2024",
        "06 Aug 2024",
        "6th of August, 2024",
        "6-Aug-2024",
        "Aug 6, 2024",
        "August 6th 2024, 10:15",
        "Aug. 6, 2024",
        "Tuesday, 6 August 2024",
        "Tue, 06 Aug 2024 10:00:00 GMT",
        "Tuesday August 6, 2024",
        "1722902400",
        "1722902400000",
        "1722902400.0",
    ],
)
def test_common_ways_to_write_a_day(written: str) -> None:
    """What news sites, feeds and spreadsheets write is understood."""
    assert parse_date(written) == DAY


@pytest.mark.parametrize(
    "written", ["", "soon", "2024", "2024-13-01", "31 June 2024", "6 Smarch 2024", "99999999", "6/8/2024"]
)
def test_what_is_no_certain_day_is_none(written: str) -> None:
    """Impossible, vague and ambiguous dates are left empty, never guessed."""
    assert parse_date(written) is None


def test_a_column_settles_which_number_is_the_day() -> None:
    """6/8/2024 is read once another row shows the order, and left empty where rows contradict each other."""
    assert parse_dates(["6/8/2024", "13/8/2024"]) == [DAY, dt.date(2024, 8, 13)]
    assert parse_dates(["8/6/2024", "8/13/2024", None, ""]) == [DAY, dt.date(2024, 8, 13), None, None]
    assert parse_dates(["6/8/2024", "13/8/2024", "8/13/2024"])[0] is None


@given(st.text())
def test_no_text_breaks_the_parser(written: str) -> None:
    """Whatever stands in the column, the answer is a day or none."""
    assert parse_date(written) is None or isinstance(parse_date(written), dt.date)


@given(st.dates())
def test_iso_dates_come_back(day: dt.date) -> None:
    """Every day from year 1 to 9999 survives being written and read."""
    assert parse_date(day.isoformat()) == day


def test_order_is_by_date_then_as_given_and_the_undated_last() -> None:
    """The first to print is the earliest; without dates it is the first in the corpus."""
    assert chronological([None, DAY, dt.date(2024, 8, 5), None, DAY]) == [2, 1, 4, 0, 3]
