"""The words that make the difference are counted on both sides."""

from __future__ import annotations

import polars as pl
import pytest

from framing.report.contrast import SHOWN, contrast_words


def hits(*rows: tuple[str, str, str]) -> pl.DataFrame:
    """Outlet, article and term of each hit."""
    return pl.DataFrame(
        [(outlet, article, f"x/y.csv:{term}@1", term, "labels", -2.0) for outlet, article, term in rows],
        ["outlet", "article", "entry", "term", "category", "valence"],
        orient="row",
    )


def test_excess_is_the_difference_of_rates() -> None:
    """3 in 1,000 own words here against 1 in 2,000 elsewhere is an excess of 2.5 per 1,000."""
    found = hits(
        ("A", "a1", "crony"), ("A", "a1", "crony"), ("A", "a2", "crony"), ("B", "b1", "crony"), ("A", "a1", "once")
    )
    here, there = contrast_words(
        found, {"A": 1000, "B": 2000}, {"A": "o1", "B": "o2"}, {"x/y.csv:crony@1": ("Why.", "ally")}
    )
    (row,) = here.rows
    assert (row.term, row.count, row.articles, row.others, row.plain, row.evidence) == (
        "crony",
        3,
        2,
        1,
        "ally",
        "o1-word-1",
    )
    assert (row.rate, row.other_rate, row.excess) == pytest.approx((3.0, 0.5, 2.5))
    assert (here.words, here.other_words) == (1000, 2000)
    assert there.rows == ()


def test_largest_excess_first_and_ties_by_entry() -> None:
    """The list is ordered by excess, then by entry, and ends after ten."""
    terms = [f"t{n:02d}" for n in range(SHOWN + 3)]
    found = hits(*[("A", "a1", term) for term in terms for _ in range(2)], ("A", "a1", "t12"))
    (here, _) = contrast_words(found, {"A": 100, "B": 100}, {"A": "o1", "B": "o2"}, {})
    assert [row.term for row in here.rows] == ["t12", *terms[: SHOWN - 1]]


def test_outlets_without_words_have_no_rates() -> None:
    """An outlet that only quotes, and one that stands alone, have no list."""
    found = hits(("A", "a1", "crony"), ("A", "a1", "crony"))
    assert all(not part.rows for part in contrast_words(found, {"A": 0, "B": 10}, {"A": "o1", "B": "o2"}, {}))
    assert not contrast_words(found, {"A": 10}, {"A": "o1"}, {})[0].rows
