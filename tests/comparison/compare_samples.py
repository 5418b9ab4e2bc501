"""SCORES made by hand for the comparison tests, and the same statistics worked out slowly, in loops."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence

import polars as pl
from scipy import stats

from framing.tables import SCORES

Pair = tuple[float, float]  # hits and words of a unit


def score_rows(
    outlet: str,
    counts: Sequence[float],
    words: Sequence[float],
    *,
    actor: str | None = None,
    measure: str = "loaded",
    events: Sequence[str | None] | None = None,
    values: Sequence[float | None] | None = None,
    start: int = 0,
) -> list[dict[str, object]]:
    """A row of SCORES per article of an outlet, each a story of its own."""
    rows: list[dict[str, object]] = []
    for i, (count, size) in enumerate(zip(counts, words, strict=True)):
        article = f"{outlet}-{start + i:03d}"
        value = values[i] if values is not None else (1000 * count / size if size else None)
        rows.append(
            {
                "article": article, "outlet": outlet, "event": events[i] if events else None, "story": article,
                "actor": actor, "measure": measure, "voice": "own", "count": count, "words": size, "value": value,
            }
        )  # fmt: skip
    return rows


def frame(*parts: Iterable[dict[str, object]]) -> pl.DataFrame:
    """SCORES of the rows of all parts."""
    return SCORES.frame([row for part in parts for row in part])


def slow_log_ratio(a: Sequence[Pair], b: Sequence[Pair]) -> tuple[float, float, float]:
    """Log of B's rate over A's, its standard error and degrees of freedom, unit by unit."""
    hits = words = 0.0
    for count, size in [*a, *b]:
        hits += count
        words += size
    pooled = hits / words
    logs, variances = [], []
    for side in (a, b):
        n = len(side)
        total = sum(count for count, _ in side) + 0.5
        rate = total / (sum(size for _, size in side) + 0.5 / pooled)
        squares = 0.5
        for count, size in side:
            squares += (count - rate * size) ** 2
        logs.append(math.log(rate))
        variances.append(n / (n - 1) * squares / total**2)
    va, vb = variances
    df = (va + vb) ** 2 / (va**2 / (len(a) - 1) + vb**2 / (len(b) - 1))
    return logs[1] - logs[0], math.sqrt(va + vb), df


def slow_matched(a: Sequence[Pair], b: Sequence[Pair]) -> tuple[float, float, float, list[float]]:
    """Log Mantel-Haenszel ratio, standard error, degrees of freedom and the gap of each event."""
    upper, lower = [], []
    for (count_a, words_a), (count_b, words_b) in zip(a, b, strict=True):
        upper.append(count_b * words_a / (words_a + words_b))
        lower.append(count_a * words_b / (words_a + words_b))
    sum_upper, sum_lower = sum(upper) + 0.25, sum(lower) + 0.25
    squares = 0.5 / (sum_upper + sum_lower) ** 2
    for up, low in zip(upper, lower, strict=True):
        squares += (up / sum_upper - low / sum_lower) ** 2
    k = len(upper)
    gaps = [up - low for up, low in zip(upper, lower, strict=True)]
    return math.log(sum_upper / sum_lower), math.sqrt(k / (k - 1) * squares), k - 1, gaps


def slow_label_p(a: Sequence[Pair], b: Sequence[Pair]) -> float:
    """The exact p-value of a rate: every way of dealing the units to two sides, one after the other."""
    units = [*a, *b]
    point, se, _ = slow_log_ratio(a, b)
    extreme = total = 0
    for chosen in itertools.combinations(range(len(units)), len(a)):
        first = [units[i] for i in chosen]
        second = [units[i] for i in range(len(units)) if i not in chosen]
        other, other_se, _ = slow_log_ratio(first, second)
        total += 1
        extreme += abs(other) / other_se >= abs(point) / se * (1 - 1e-9)
    return extreme / total


def slow_flip_p(gaps: Sequence[float]) -> float:
    """The exact p-value of matched events: every choice of signs."""
    extreme = total = 0
    for signs in itertools.product((1, -1), repeat=len(gaps)):
        total += 1
        extreme += abs(sum(s * g for s, g in zip(signs, gaps, strict=True))) >= abs(sum(gaps)) * (1 - 1e-9)
    return extreme / total


def t_interval(point: float, se: float, df: float, level: float = 0.95) -> tuple[float, float]:
    """Both ends of a t interval, by scipy.stats.t, on the ratio scale."""
    reach = float(stats.t.ppf((1 + level) / 2, df)) * se
    return math.exp(point - reach), math.exp(point + reach)


def t_detectable(se: float, df: float) -> float:
    """The ratio that would be seen in 80 % of comparisons."""
    return math.exp((float(stats.t.ppf(0.975, df)) + float(stats.t.ppf(0.8, df))) * se)
