"""SCORES pooled over the articles of an outlet: a figure with its interval and the spread between articles."""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import Any

import polars as pl

from framing.report.model import Figure
from framing.report.numbers import kind_of, per

LEAST_ARTICLES = 5  # for an interval, as for a comparison
PSEUDO = 0.5  # as in the comparisons: docs/methods.md

Figures = dict[tuple[str, str | None, str], Figure]


def pool_scores(scores: pl.DataFrame, measures: Collection[str], actors: Collection[str | None]) -> Figures:
    """
    Figures by outlet, actor (None: the whole article) and measure.

    Args:
        scores: SCORES. Rows of the outlet's own voice are pooled; a measure that has none there is taken in any voice.
        measures: names as in SCORES, or "verbs:" for every kind of verbs.
        actors: whom to pool for.

    Returns:
        counts as sums, rates and shares as sum over sum, means as the mean over articles that have a value; rates and
        means with a 95 % interval from `LEAST_ARTICLES` articles on. Every article counts as printed, near-copies too.
    """
    kinds = pl.col("measure").str.extract(r"^([^:]*:)", 1)
    named = [actor for actor in actors if actor is not None]
    whose = pl.col("actor").is_in(named) | (pl.col("actor").is_null() & pl.lit(None in actors))
    used = scores.filter(
        (pl.col("measure").is_in(list(measures)) | kinds.is_in(list(measures)).fill_null(value=False)) & whose
    )
    used = used.filter((pl.col("voice") == "own") | ~(pl.col("voice") == "own").any().over("measure"))
    count, words, value = pl.col("count"), pl.col("words"), pl.col("value").drop_nans().drop_nulls()
    pooled = used.group_by("outlet", "actor", "measure").agg(
        count=count.sum(), words=words.sum(), articles=pl.col("article").n_unique(),
        cc=(count * count).sum(), cw=(count * words).sum(), ww=(words * words).sum(), n=(words > 0).sum(),
        values=value.len(), mean=value.mean(), deviation=value.std(),
        q1=value.quantile(0.25, "linear"), median=value.median(), q3=value.quantile(0.75, "linear"),
    )  # fmt: skip
    return {(row["outlet"], row["actor"], row["measure"]): _figure(row) for row in pooled.iter_rows(named=True)}


def _figure(row: dict[str, Any]) -> Figure:
    kind = kind_of(row["measure"])
    low, high = (_mean_interval(row) if kind == "mean" else _rate_interval(row)) or (None, None)
    return Figure(
        measure=row["measure"],
        count=row["count"],
        base=row["words"],
        value={"mean": row["mean"], "count": row["count"]}.get(kind, _rate(row)),
        low=low,
        high=high,
        quartiles=None if row["median"] is None else (row["q1"], row["median"], row["q3"]),
        articles=row["values"] if kind == "mean" else row["articles"],
    )


def _rate(row: dict[str, Any]) -> float | None:
    return per(row["measure"]) * float(row["count"]) / float(row["words"]) if row["words"] > 0 else None


def _rate_interval(row: dict[str, Any]) -> tuple[float, float] | None:
    """The interval of a rate on a log scale, with the variance between articles: as for one side of a comparison."""
    n, hits, words, kind = row["n"], float(row["count"]), float(row["words"]), kind_of(row["measure"])
    if kind != "rate" or n < LEAST_ARTICLES or hits <= 0 or words <= 0:
        return None
    rate = hits / words
    spread = row["cc"] - 2 * rate * row["cw"] + rate * rate * row["ww"] + PSEUDO
    reach = math.exp(_quantile(n - 1) * math.sqrt(n / (n - 1) * max(spread, PSEUDO)) / (hits + PSEUDO))
    return 1000 * rate / reach, 1000 * rate * reach


def _mean_interval(row: dict[str, Any]) -> tuple[float, float] | None:
    n = row["values"]
    if n < LEAST_ARTICLES or not row["deviation"]:
        return None
    reach = _quantile(n - 1) * row["deviation"] / math.sqrt(n)
    return max(-1.0, row["mean"] - reach), min(1.0, row["mean"] + reach)


def _quantile(df: float) -> float:
    from scipy.special import stdtrit

    return float(stdtrit(df, 0.975))
