"""How large a difference is and how sure: point, standard error and degrees of freedom, on a log or a plain scale."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from framing.comparison.design import Floats, Side, Units
from framing.comparison.measures import Measure

PSEUDO = 0.5  # hits at the pooled rate, added to each side: keeps the logarithm finite where a side has none
LEAST_RATE = 1e-12
POWER = 0.8
FLAT = 1e-12  # a variance below this share of the squared spread is rounding noise
Effect = Literal["ratio", "difference"]


@dataclass(frozen=True)
class Estimate:
    """
    A difference between two outlets.

    Args:
        effect: ratio (`point` is log(B / A)) or difference (`point` is B - A).
        value_a: A's pooled rate, share or mean; None where it has no unit.
        value_b: B's.
        point: the estimate; None where a side has fewer than two units, or nothing was counted.
        se: its standard error; None where `point` is, and where no value varies.
        df: degrees of freedom of the t distribution behind intervals; None where `se` is.
    """

    effect: Effect
    value_a: float | None
    value_b: float | None
    point: float | None = None
    se: float | None = None
    df: float | None = None

    @property
    def size(self) -> float | None:
        """The estimate as it is reported: B / A, or B - A."""
        return None if self.point is None else self._scale(self.point)

    def interval(self, level: float = 0.95) -> tuple[float, float] | None:
        """Both ends of the t interval at that level, on the reported scale; None without a standard error."""
        if self.point is None or self.se is None:
            return None
        reach = self._quantile((1 + level) / 2) * self.se
        return self._scale(self.point - reach), self._scale(self.point + reach)

    def detectable(self, alpha: float = 0.05) -> float | None:
        """Smallest effect that would be seen in 80 % of such comparisons; on the ratio scale always above 1."""
        if self.se is None:
            return None
        return self._scale((self._quantile(1 - alpha / 2) + self._quantile(POWER)) * self.se)

    def tail(self) -> float:
        """Two-sided p-value by the t distribution; 1 without a standard error."""
        from scipy.special import stdtr

        if self.point is None or self.se is None or self.df is None:
            return 1.0
        return float(2 * stdtr(self.df, -abs(self.point) / self.se))

    def _quantile(self, share: float) -> float:
        from scipy.special import stdtrit

        return float(stdtrit(self.df, share))

    def _scale(self, x: float) -> float:
        return math.exp(x) if self.effect == "ratio" else x


def estimate(units: Units, measure: Measure) -> Estimate:
    """
    The difference between the two sides of `units`.

    Rates and shares: log rate ratio with a cluster-robust standard error and Welch-Satterthwaite degrees of freedom,
    or, matched, the Mantel-Haenszel ratio with the variance between events. Means: Welch, or paired by event.
    Source: Welch 1947; Mantel & Haenszel 1959; the half pseudo-hit a side is ours (docs/methods.md).
    """
    if measure.kind == "mean":
        return _mean_difference(units)
    a, b = units.a, units.b
    values = _rate(a, measure.per), _rate(b, measure.per)
    if units.fewest < 2 or a.count.sum() + b.count.sum() <= 0:
        return Estimate("ratio", *values)
    fit = _mantel_haenszel(a, b) if units.matched else _log_rate_ratio(a, b)
    return Estimate("ratio", *values, *fit)


def split_events(a: Side, b: Side) -> tuple[Floats, Floats]:
    """Mantel-Haenszel terms per event: B's hits weighted by A's share of the words, and A's by B's."""
    both = a.words + b.words
    return b.count * a.words / both, a.count * b.words / both


def side_log_rate(side: Side, pooled: float) -> tuple[float, float]:
    """Log rate of one side and its variance; `pooled` is the rate over both sides, in hits per word."""
    n = len(side)
    hits = side.count.sum() + PSEUDO
    rate = hits / (side.words.sum() + PSEUDO / pooled)
    spread = ((side.count - rate * side.words) ** 2).sum() + PSEUDO
    return float(np.log(rate)), float(n / (n - 1) * spread / hits**2)


def pooled_rate(a: Side, b: Side) -> float:
    """Hits per word over both sides, never zero."""
    return max(float((a.count.sum() + b.count.sum()) / (a.words.sum() + b.words.sum())), LEAST_RATE)


def _log_rate_ratio(a: Side, b: Side) -> tuple[float, float, float]:
    """Log of B's rate over A's, standard error, degrees of freedom."""
    pooled = pooled_rate(a, b)
    (log_a, var_a), (log_b, var_b) = side_log_rate(a, pooled), side_log_rate(b, pooled)
    return log_b - log_a, math.sqrt(var_a + var_b), _welch_df(var_a, len(a), var_b, len(b))


def _mantel_haenszel(a: Side, b: Side) -> tuple[float, float, float]:
    """Log of the Mantel-Haenszel ratio B / A, standard error between events, degrees of freedom."""
    events = len(a)
    upper, lower = split_events(a, b)
    total_upper, total_lower = upper.sum() + PSEUDO / 2, lower.sum() + PSEUDO / 2
    share = upper / total_upper - lower / total_lower
    spread = (share**2).sum() + PSEUDO / (total_upper + total_lower) ** 2
    return math.log(total_upper / total_lower), math.sqrt(events / (events - 1) * spread), events - 1


def _mean_difference(units: Units) -> Estimate:
    """B's mean unit minus A's; paired by event where matched. Without a standard error where no value varies."""
    a, b = units.a.value, units.b.value
    means = float(a.mean()) if len(a) else None, float(b.mean()) if len(b) else None
    if units.fewest < 2:
        return Estimate("difference", *means)
    if units.matched:
        gaps = b - a
        point, var, df = float(gaps.mean()), float(gaps.var(ddof=1) / len(gaps)), float(len(gaps) - 1)
    else:
        var_a, var_b = float(a.var(ddof=1) / len(a)), float(b.var(ddof=1) / len(b))
        point, var = float(b.mean() - a.mean()), var_a + var_b
        df = _welch_df(var_a, len(a), var_b, len(b)) if var > 0 else 1.0
    if var <= FLAT * max(float(np.abs(a).max()), float(np.abs(b).max()), FLAT) ** 2:
        return Estimate("difference", *means, point)
    return Estimate("difference", *means, point, math.sqrt(var), df)


def _welch_df(var_a: float, n_a: int, var_b: float, n_b: int) -> float:
    return (var_a + var_b) ** 2 / (var_a**2 / (n_a - 1) + var_b**2 / (n_b - 1))


def _rate(side: Side, per: float) -> float | None:
    words = float(side.words.sum())
    return per * float(side.count.sum()) / words if words > 0 else None
