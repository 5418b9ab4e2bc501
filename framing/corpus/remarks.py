"""What a reader of the report should know about the corpus, in plain sentences."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from framing.corpus.rows import Row

_SHARED = "shared with "


def remarks(articles: pl.DataFrame, rows: Sequence[Row]) -> list[str]:
    """
    Sentences about what is missing or doubled in a corpus.

    Args:
        articles: ARTICLES.
        rows: the rows it was made of, in the same order.
    """
    return [*_about_size(articles), *_about_titles(articles), *_about_dates(articles, rows), *_about_copies(articles)]


def _about_size(articles: pl.DataFrame) -> list[str]:
    if articles.height == 1:
        return ["There is one article only, so there is nothing to compare it with."]
    outlets = articles["outlet"].unique()
    return (
        [f"All articles are of one outlet, {outlets[0]}, so no outlets can be compared."] if len(outlets) == 1 else []
    )


def _about_titles(articles: pl.DataFrame) -> list[str]:
    missing = articles["title"].null_count()
    return [f"Articles without a title: {missing:,} of {articles.height:,}."] if missing else []


def _about_dates(articles: pl.DataFrame, rows: Sequence[Row]) -> list[str]:
    dates = articles["date"].to_list()
    unread = [row for row, day in zip(rows, dates, strict=True) if row.date and row.date.strip() and day is None]
    if not unread:
        return []
    first = (unread[0].date or "").strip()[:40]
    return [
        f"Dates that could not be read and count as missing: {len(unread):,}, first {first!r} at {unread[0].place}."
    ]


def _about_copies(articles: pl.DataFrame) -> list[str]:
    copies = articles.filter(pl.col("article") != pl.col("story")).select("article", "story").rows()
    blocks = (
        articles.explode("furniture")
        .select("article", reason=pl.col("furniture").struct.field("reason"))
        .filter(pl.col("reason").str.starts_with(_SHARED))
        .unique(maintain_order=True)
        .rows()
    )
    shared = [(article, reason.removeprefix(_SHARED)) for article, reason in blocks]
    notes = []
    if copies:
        notes.append(f"Articles that are near-copies of an earlier one: {len(copies):,} ({_pairs(copies)}).")
    if shared:
        number = len({article for article, _ in shared})
        notes.append(
            f"Articles with blocks that an earlier one has word for word, counted there: {number:,} ({_pairs(shared)})."
        )
    return notes


def _pairs(pairs: Sequence[tuple[str, str]], at_most: int = 5) -> str:
    shown = ", ".join(f"{later} with {earlier}" for later, earlier in pairs[:at_most])
    return shown + (f" and {len(pairs) - at_most:,} more" if len(pairs) > at_most else "")
