"""What a reader hands on: the rows it found, under our names and as strings, and what it had to set aside."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

NO_OUTLET = "(no outlet)"
MAX_CHARACTERS = 5_000_000


class Row(NamedTuple):
    """One article as the input gives it; `place` says where (file, and line or row), `id` is never empty."""

    place: str
    id: str
    text: str | None
    outlet: str | None
    title: str | None = None
    date: str | None = None
    url: str | None = None
    author: str | None = None
    event: str | None = None


class SetAside(NamedTuple):
    """A row or file that can't be used: where it is, why, and the kind of fault (see SET_ASIDE in framing.tables)."""

    place: str
    reason: str
    kind: str


@dataclass
class Rows:
    """Everything a reader found: usable rows, what was set aside, and notes in plain sentences."""

    rows: list[Row] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
