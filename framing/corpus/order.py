"""Which article counts as the first: the earliest, or of those without a date the one given first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence


def chronological(dates: Sequence[dt.date | None]) -> list[int]:
    """The positions of the articles by date, those without one last; equal ones stay in order."""
    return sorted(range(len(dates)), key=lambda row: (dates[row] is None, dates[row] or dt.date.max))
