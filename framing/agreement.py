"""How far coders agree: Krippendorff's alpha, with an interval, and in words."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Metric = Literal["nominal", "ordinal", "interval"]
RESAMPLES = 1000
EXPERTS, CROWD = 0.42, 0.14  # on words that colour news: trained annotators, and people asked over the web
LOW, HIGH = 0.2, 0.5
SCALE = f"on loaded words in news, trained experts reached {EXPERTS}, a crowd {CROWD}"


@dataclass(frozen=True)
class Agreement:
    """
    How far coders agree.

    Attributes:
        alpha: 1 is full agreement, 0 what chance alone would give, below 0 less than that; None: undefined.
        low, high: the 95 % interval, from units drawn again; None where there is none.
        units: units with two values or more, which alone tell anything.
        coders: coders with at least one such value.
    """

    alpha: float | None
    low: float | None
    high: float | None
    units: int
    coders: int

    @property
    def words(self) -> str:
        """What the figure means, with what others reached beside it."""
        return describe_alpha(self.alpha)


def describe_alpha(alpha: float | None) -> str:
    """An alpha in words, with what others reached beside it: even trained coders agree little on loaded words."""
    if alpha is None:
        return f"undefined: nothing that two coders judged, or all gave one and the same answer ({SCALE})"
    if alpha < LOW:
        said = "coders saw this very differently"
    elif alpha <= HIGH:
        said = "coders agree as much as trained annotators manage"
    else:
        said = "strong agreement"
    return f"{said} ({SCALE})"


def code_values(rows: Sequence[Sequence[Hashable | None]]) -> Floats:
    """Any values as the table that `find_alpha` takes, units x coders: equal values one number, None as NaN."""
    codes: dict[Hashable, float] = {}
    coded = [[np.nan if one is None else codes.setdefault(one, float(len(codes))) for one in row] for row in rows]
    return np.array(coded, np.float64).reshape(len(rows), -1 if rows else 0)


def find_alpha(table: Floats, metric: Metric = "nominal") -> float | None:
    """
    Krippendorff's alpha: 1 - observed / expected disagreement, over all pairs of values of a unit.

    Args:
        table: a row a unit, a column a coder; NaN: no value.
        metric: how far two values are apart: not at all or wholly (nominal), by ranks, or by their difference squared.

    Returns:
        -1 … 1, or None where no unit has two values, or all values are the same: then nothing can be said.

    Source: Krippendorff, Content Analysis (2004), chapter 11. Ordinal distances are those between mid-ranks, which is
    his formula written shorter.
    """
    counts, values = _count_values(table)
    return _alpha(counts, values, metric)


def measure_agreement(
    table: Floats, metric: Metric = "nominal", *, resamples: int = RESAMPLES, seed: int = 0
) -> Agreement:
    """
    Alpha with a 95 % bootstrap interval over units (percentiles; rough below some 30 units).

    Args:
        table: a row a unit, a column a coder; NaN: no value.
        metric: as for `find_alpha`.
        resamples: how often units are drawn again.
        seed: the same seed gives the same interval.

    Returns:
        The figures; the interval is None where half of the draws or more are without variation.
    """
    counts, values = _count_values(table)
    pairable = np.isfinite(table) & (np.isfinite(table).sum(axis=1, keepdims=True) >= 2)
    low = high = None
    if len(counts) >= 2:
        rng = np.random.default_rng(seed)
        drawn = (_alpha(counts[rng.integers(len(counts), size=len(counts))], values, metric) for _ in range(resamples))
        found = [one for one in drawn if one is not None]
        if len(found) > resamples / 2:
            low, high = (float(end) for end in np.quantile(found, (0.025, 0.975)))
    return Agreement(_alpha(counts, values, metric), low, high, len(counts), int(pairable.any(axis=0).sum()))


def _count_values(table: Floats) -> tuple[Floats, Floats]:
    """How often each value stands in each unit that has two or more, and the values in order."""
    there = np.isfinite(table)
    kept = there.sum(axis=1) >= 2
    table, there = table[kept], there[kept]
    values, codes = np.unique(table[there], return_inverse=True)
    counts = np.zeros((len(table), len(values)))
    np.add.at(counts, (np.nonzero(there)[0], codes), 1)
    return counts, values


def _alpha(counts: Floats, values: Floats, metric: Metric) -> float | None:
    total = counts.sum(axis=0)
    if (total > 0).sum() < 2:
        return None
    unit, all_ = counts.sum(axis=1), total.sum()
    if metric == "nominal":
        within = unit**2 - (counts**2).sum(axis=1)
        among = all_**2 - (total**2).sum()
    else:
        place = np.cumsum(total) - total / 2 if metric == "ordinal" else values
        place = place - (total @ place) / all_  # centred, so that large values lose no digits
        within = 2 * (unit * (counts @ place**2) - (counts @ place) ** 2)
        among = 2 * (all_ * (total @ place**2) - (total @ place) ** 2)
    if among <= 0:
        return None  # values too close for floating point to part
    return float(1 - (all_ - 1) * (within / (unit - 1)).sum() / among)
