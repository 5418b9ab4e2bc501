"""Numbers with their nouns, as every message and report prints them."""

from __future__ import annotations


def count(n: float, one: str, many: str | None = None) -> str:
    """A number with its noun: 1 article, 1,200 articles."""
    return f"{n:,.0f} {one if n == 1 else many or one + 's'}"
