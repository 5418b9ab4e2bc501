"""What a measure is, and the rows that it makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import polars as pl

from framing.score.basis import KEYS, Basis

Kind = Literal["rate", "mean", "share", "count"]
ROWS = ("article", "actor", "measure", "voice", "count", "words", "value")


@dataclass(frozen=True)
class Measure:
    """
    One measure of SCORES, or one a category where the name ends in "<…>".

    Attributes:
        name: as in the column `measure`.
        scope: what gets a row: articles, actors, or both.
        kind: rate (count per 1,000 words), mean, share (count / words) or count (the count itself).
        unit, range: of `value`.
        direction: what a higher value means, and what it does not.
        count, words: what these two columns of SCORES hold.
        meaning: what it says about a text.
        source: who thought of it.
        function: the rows, with the columns of `ROWS`, from what every measure counts from.
        tone: whether it is only worked out when general tone is asked for.
        table: name of a table without which it is not worked out.
    """

    name: str
    scope: Literal["articles", "actors", "articles and actors"]
    kind: Kind
    unit: str
    range: str
    direction: str
    count: str
    words: str
    meaning: str
    source: str
    function: Callable[[Basis], pl.DataFrame]
    tone: bool = False
    table: str = ""


def make_rows(units: pl.DataFrame, counted: pl.DataFrame, measure: str | pl.Expr, value: pl.Expr) -> pl.DataFrame:
    """
    A row of `ROWS` for every unit, with 0 counted where nothing was.

    Args:
        units: who gets a row: article, actor (null: the whole article), voice, and `words` unless `counted` has them.
        counted: `count` (and `words`) by all the columns that it shares with `units`.
        measure: name of the measure.
        value: the figure, from `count` and `words`.
    """
    keys = [name for name in counted.columns if name in units.columns and name != "words"]
    known = units.drop("words") if "words" in counted.columns else units
    named = pl.lit(measure) if isinstance(measure, str) else measure
    return (
        known.join(counted, on=keys, how="left", nulls_equal=True, maintain_order="left")
        .with_columns(pl.col("count", "words").cast(pl.Float64).fill_null(0.0))
        .with_columns(measure=named, value=value)
        .select(ROWS)
    )


def per_thousand() -> pl.Expr:
    """`count` per 1,000 `words`; null without a word."""
    return pl.when(pl.col("words") > 0).then(1000 * pl.col("count") / pl.col("words"))


def per_one(nothing: float | None) -> pl.Expr:
    """`count` per `words`; `nothing` where there are none."""
    return pl.when(pl.col("words") > 0).then(pl.col("count") / pl.col("words")).otherwise(pl.lit(nothing, pl.Float64))


def tally(spans: pl.DataFrame, **counted: pl.Expr) -> pl.DataFrame:
    """The spans of each article, actor and voice, counted or summed; the same digits on every run."""
    return spans.group_by(KEYS, maintain_order=True).agg(**counted)
