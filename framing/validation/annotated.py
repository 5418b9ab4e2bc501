"""Texts in which people marked what they take for loaded words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import polars as pl


class Span(NamedTuple):
    """Characters of a text from start to end (exclusive)."""

    start: int
    end: int


@dataclass(frozen=True)
class Marked:
    """
    A text as people marked it.

    Attributes:
        place: where it stands: file, and line or row.
        text: the text.
        spans: the passages that people marked.
        judged: the passages that they were asked about; None: they read the whole text.
    """

    place: str
    text: str
    spans: tuple[Span, ...] = ()
    judged: tuple[Span, ...] | None = None


@dataclass(frozen=True)
class Annotated:
    """Every text that could be used, SET_ASIDE with the rows that could not, and what else is to be known."""

    texts: tuple[Marked, ...]
    set_aside: pl.DataFrame
    notes: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether people read all of every text; else nobody knows what was missed."""
        return all(one.judged is None for one in self.texts)


class UnusableError(ValueError):
    """A row can't be used; the message says why."""
