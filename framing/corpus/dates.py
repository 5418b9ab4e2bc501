"""Dates as news corpora write them, as days; what can't be read for certain is left empty."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Literal

Order = Literal["day first", "month first"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("jan january", "feb february", "mar march", "apr april", "may", "jun june"),
            *("jul july", "aug august", "sep sept september", "oct october", "nov november", "dec december"),
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(?:\d{4}|\d{6})Z?)?$")
_DAY_MONTH = re.compile(_WEEKDAY + r"(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?([a-z]{3,9})\.?,?[\s-]+(\d{4})\b", re.I)
_MONTH_DAY = re.compile(_WEEKDAY + r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b", re.I)
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
_EPOCH = re.compile(r"(\d{10})(?:\d{3}|\.\d+)?$")


def parse_dates(values: Sequence[str | None]) -> list[dt.date | None]:
    """
    The days of a column. "6/8/2024" is read only where another row of the column tells whether the day comes first.

    Args:
        values: dates as written; None or blank stays None.
    """
    order = _number_order(value for value in values if value)
    return [parse_date(value, order) if value else None for value in values]


def parse_date(value: str, order: Order | None = None) -> dt.date | None:
    """
    The day a text means, in the time zone it is written in (seconds since 1970: in UTC), or None.

    Args:
        value: "2024-08-06", "2024-08-06T10:00Z", "20240806", "6 August 2024", "Aug 6, 2024", "Tue, 06 Aug 2024 …",
            "1722902400", or "6/8/2024".
        order: how to read the last of these where both numbers could be a month.
    """
    value = value.strip()
    if found := _ISO.match(value) or _COMPACT.match(value):
        return _day(*map(int, found.groups()))
    if found := _DAY_MONTH.match(value):
        day, month, year = found.groups()
        return _day(int(year), _MONTHS.get(month.lower(), 0), int(day))
    if found := _MONTH_DAY.match(value):
        month, day, year = found.groups()
        return _day(int(year), _MONTHS.get(month.lower(), 0), int(day))
    if found := _NUMBERS.match(value):
        return _from_numbers(int(found[1]), int(found[2]), int(found[3]), order)
    if found := _EPOCH.match(value):
        return dt.datetime.fromtimestamp(int(found[1]), dt.UTC).date()
    return None


def _from_numbers(first: int, second: int, year: int, order: Order | None) -> dt.date | None:
    if first > 12 or first == second or (second <= 12 and order == "day first"):
        return _day(year, second, first)
    if second > 12 or order == "month first":
        return _day(year, first, second)
    return None


def _number_order(values: Iterable[str]) -> Order | None:
    """Which number of "6/8/2024" is the day, where the column settles it."""
    pairs = [(int(found[1]), int(found[2])) for value in values if (found := _NUMBERS.match(value.strip()))]
    day_first, month_first = any(a > 12 for a, _ in pairs), any(b > 12 for _, b in pairs)
    if day_first == month_first:
        return None
    return "day first" if day_first else "month first"


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
