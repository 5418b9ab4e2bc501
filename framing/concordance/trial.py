"""A lexicon tried on a corpus: the marks that it adds, takes away and changes, term by term, with their sentences."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from framing.columns import Column, Table, check

PLACE = ("article", "field", "start", "end", "term", "category")
VALUES = ("valence", "intensity", "loaded")
CHANGES = ("new", "changed", "same", "lost")

LINE = pl.Struct(
    {"article": pl.String, "outlet": pl.String, "voice": pl.String, "before": pl.String, "mark": pl.String,
     "after": pl.String}
)  # fmt: skip
TRIALS = Table(
    "TRIALS",
    "a term of the lexicon that is tried, or one that it changes, and what became of its marks",
    (
        Column("term", pl.String, "", "base form of the entry"),
        Column("category", pl.String, "", "its category"),
        Column("entry", pl.String, "", "citation of the entry that marks (lost: that marked)"),
        Column("change", pl.String, "", "new, changed (other values), same, or lost"),
        Column("count", pl.Int64, "marks", "how often"),
        Column("articles", pl.Int64, "articles", "in how many articles"),
        Column("outlets", pl.Int64, "outlets", "of how many outlets"),
        Column("own", pl.Int64, "marks", "of them in the outlet's own words: own voice or headline"),
        Column("lines", pl.List(LINE), "", "some of them, from different outlets and articles first"),
    ),
)
_WIDTH = 160  # characters of a line on either side of the mark, at most


def try_words(
    below: pl.DataFrame, above: pl.DataFrame, lexicon: str, tables: dict[str, pl.DataFrame], lines: int = 3
) -> pl.DataFrame:
    """
    What a lexicon marks on top of others.

    Args:
        below: HITS without the lexicon.
        above: HITS with it on top.
        lexicon: its id.
        tables: ARTICLES as "articles" and SENTENCES as "sentences", of the reading of either.
        lines: concordance lines a term, at most.

    Returns:
        TRIALS: a row a term, category and change; most frequent first.
    """
    old = below.unique(PLACE, keep="first", maintain_order=True)
    new = above.unique(PLACE, keep="first", maintain_order=True)
    both = new.join(old.select(*PLACE, *(pl.col(name).alias(f"old_{name}") for name in VALUES)), on=PLACE, how="left")
    fresh = pl.col("old_loaded").is_null()
    differs = pl.any_horizontal(pl.col(name) != pl.col(f"old_{name}") for name in VALUES)
    kind = pl.when(fresh).then(pl.lit("new")).when(differs).then(pl.lit("changed")).otherwise(pl.lit("same"))
    marked = both.with_columns(kind.alias("change")).filter(
        (pl.col("change") != "same") | (pl.col("lexicon") == lexicon)
    )
    lost = old.join(new, on=PLACE, how="anti").with_columns(pl.lit("lost").alias("change"))
    marks = pl.concat([marked.select(lost.columns), lost])
    return check(_count(marks, tables, lines), TRIALS)


def _count(marks: pl.DataFrame, tables: dict[str, pl.DataFrame], lines: int) -> pl.DataFrame:
    outlets = tables["articles"].select("article", "outlet")
    placed = marks.join(outlets, on="article", how="left")
    own = pl.col("voice").is_in(["own", "headline"])
    counted = placed.group_by("term", "category", "change", maintain_order=True).agg(
        pl.first("entry"),
        pl.len().cast(pl.Int64).alias("count"),
        pl.n_unique("article").cast(pl.Int64).alias("articles"),
        pl.n_unique("outlet").cast(pl.Int64).alias("outlets"),
        own.sum().cast(pl.Int64).alias("own"),
        pl.struct("article", "outlet", "field", "sentence", "start", "end", "voice").alias("places"),
    )
    line_of = _line_finder(tables)
    drawn = [[line_of(place) for place in _spread(places, lines)] for places in counted["places"].to_list()]
    order = pl.col("change").replace_strict({name: number for number, name in enumerate(CHANGES)}, return_dtype=pl.Int8)
    return counted.with_columns(pl.Series("lines", drawn, dtype=pl.List(LINE))).sort(
        order, -pl.col("count"), "term", "category"
    )


def _spread(places: list[dict[str, object]], most: int) -> list[dict[str, object]]:
    """Some of the places: of different outlets first, then of different articles, then the rest."""
    chosen: list[dict[str, object]] = []
    for key in ("outlet", "article", ""):
        for place in places:
            if len(chosen) == most:
                return chosen
            taken = place in chosen or (key and any(place[key] == other[key] for other in chosen))
            if not taken:
                chosen.append(place)
    return chosen


def _line_finder(tables: dict[str, pl.DataFrame]) -> Callable[[dict[str, object]], dict[str, object]]:
    """From a place to its concordance line."""
    texts = {row["article"]: row for row in tables["articles"].select("article", "title", "text").iter_rows(named=True)}
    keys = tables["sentences"].select("article", "field", "sentence", "start", "end").iter_rows()
    bounds = {(article, field, number): (start, end) for article, field, number, start, end in keys}

    def find(place: dict[str, object]) -> dict[str, object]:
        start, end = int(str(place["start"])), int(str(place["end"]))
        text = texts[place["article"]][str(place["field"])] or ""
        low, high = bounds.get((place["article"], place["field"], place["sentence"]), (start, end))
        return {
            "article": place["article"], "outlet": place["outlet"], "voice": place["voice"],
            "before": text[max(low, start - _WIDTH) : start], "mark": text[start:end],
            "after": text[end : min(high, end + _WIDTH)],
        }  # fmt: skip

    return find
