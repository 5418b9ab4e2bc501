"""Rates of marks with the wrong ones taken out, as far as a sample tells how many are wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import polars as pl

from framing.validation.intervals import RESAMPLES, Floats, draw_totals, percentiles
from framing.validation.tables import RATES

PER = 1000
_PULL = 1.0  # answers' worth by which a share is drawn toward that of all categories


@dataclass(frozen=True)
class Share:
    """A share estimated from weighted answers: its point, and mean and size of the distribution of what it may be."""

    point: float
    mean: float
    size: float

    def draw(self, times: int, rng: np.random.Generator) -> Floats:
        """Values that the share might have."""
        return rng.beta(self.mean * self.size, (1 - self.mean) * self.size, times)


def estimate_share(said: Floats, weights: Floats, overall: float | None = None) -> Share | None:
    """
    The weighted share of yes (1) among answers (0, 1); None without an answer.

    How sure it is follows from the effective number of answers, (sum of weights)² / sum of squared weights (Kish 1965).
    What it may be is a beta distribution as wide as an estimate from so many answers is, about a mean that is drawn a
    little toward the overall share: else three answers that happen to agree would leave no doubt.

    Args:
        said, weights: the answers.
        overall: the share of all answers there are, these among them; None: these are all.
    """
    if not len(said):
        return None
    point = float((said * weights).sum() / weights.sum())
    effective = float(weights.sum() ** 2 / (weights**2).sum())
    if overall is None:
        overall = (effective * point + 0.5) / (effective + 1)
    mean = (effective * point + _PULL * overall) / (effective + _PULL)
    return Share(point, mean, max(effective - 1, 1.0))


def estimate_precision(key: pl.DataFrame, verdicts: Mapping[str, bool | None]) -> dict[str, Share]:
    """
    Category → share of its marks in the corpus that most coders call loaded, by the weights of KEY.

    A category of whose items none has a majority is not there.
    """
    frame = _answered(key.filter(pl.col("kind") == "marked"), verdicts)
    every = estimate_share(frame["said"].to_numpy(), frame["weight"].to_numpy())
    if every is None:
        return {}
    shares = {}
    for (category,), group in sorted(frame.partition_by("category", as_dict=True).items()):
        share = estimate_share(group["said"].to_numpy(), group["weight"].to_numpy(), every.mean)
        if share:
            shares[str(category)] = share
    return shares


def correct_rates(
    counts: pl.DataFrame, precision: Mapping[str, Share], *, resamples: int = RESAMPLES, seed: int = 0
) -> pl.DataFrame:
    """
    Every outlet's marks per 1,000 words, and those times the precision of their categories.

    The precision of a category is taken to be the same for every outlet. The interval carries both chances: articles
    are drawn again within each outlet, and with each draw a precision from the distribution that the codings leave.

    Args:
        counts: COUNTS of the corpus.
        precision: from `estimate_precision`; marks of other categories are left out of both rates, and counted.
        resamples, seed: of the bootstrap.

    Returns:
        RATES; no interval for an outlet with fewer than two articles.
    """
    rng = np.random.default_rng(seed)
    names = list(precision)
    drawn = [precision[name].draw(resamples, rng) for name in names]
    right = np.stack(drawn, axis=1) if names else np.zeros((resamples, 0))
    point = np.array([precision[name].point for name in names])
    rows = []
    for (outlet,), group in sorted(counts.partition_by("outlet", as_dict=True).items()):
        table = _by_article(group, names)
        words, marks = float(table[:, 0].sum()), table[:, 1:].sum(axis=0)
        every = int(group["marks"].sum())
        row = {"outlet": outlet, "articles": len(table), "words": int(words), "marks": every}
        row["unjudged"] = every - int(marks.sum())
        if words > 0 and names:
            row |= {"rate": PER * float(marks.sum()) / words, "corrected": PER * float(marks @ point) / words}
            if len(table) >= 2:
                row |= dict(zip(("low", "high"), _interval(draw_totals(table, rng, resamples), right), strict=True))
        rows.append(row)
    return RATES.frame(rows)


def limit_recall(
    key: pl.DataFrame, verdicts: Mapping[str, bool | None], *, resamples: int = RESAMPLES, seed: int = 0
) -> tuple[float, float, float] | None:
    """
    At most how much of what coders call loaded the list marks, with both ends of a 95 % interval (0 … 1).

    Right marks against right marks and unmarked sentences in which coders find something. An upper limit: such a
    sentence may hold several loaded words, and a sentence with a mark others that the list misses. None without an
    answer to an unmarked sentence, or where nothing is loaded.
    """
    rng = np.random.default_rng(seed)
    points, draws = [], []
    for kind in ("marked", "unmarked"):
        frame = _answered(key.filter(pl.col("kind") == kind), verdicts)
        share = estimate_share(frame["said"].to_numpy(), frame["weight"].to_numpy())
        if share is None:
            return None
        size = float(key.filter(pl.col("kind") == kind)["weight"].sum())
        points.append(size * share.point)
        draws.append(size * share.draw(resamples, rng))
    ends = percentiles(draws[0] / (draws[0] + draws[1]))
    return (points[0] / sum(points), *ends) if sum(points) > 0 and ends else None


def _answered(key: pl.DataFrame, verdicts: Mapping[str, bool | None]) -> pl.DataFrame:
    said = pl.Series([verdicts.get(one) for one in key["id"]], dtype=pl.Boolean)
    return key.with_columns(said=said.cast(pl.Float64)).filter(pl.col("said").is_not_null())


def _by_article(group: pl.DataFrame, names: list[str]) -> Floats:
    """A row an article: its words, and its marks of each category."""
    sums = [pl.col("marks").filter(pl.col("category") == name).sum().alias(f"{n}") for n, name in enumerate(names)]
    table = group.group_by("article", maintain_order=True).agg(pl.col("words").first(), *sums).drop("article")
    return table.to_numpy().astype(np.float64)


def _interval(drawn: Floats, right: Floats) -> tuple[float | None, float | None]:
    words = drawn[:, 0]
    rates = np.full(len(words), np.nan)
    np.divide(PER * (drawn[:, 1:] * right).sum(axis=1), words, out=rates, where=words > 0)
    return percentiles(rates) or (None, None)
