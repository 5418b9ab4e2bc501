"""How sure a share is: Wilson's interval for counts, and totals drawn again text by text for what hangs together."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
RESAMPLES = 1000
ENDS = (0.025, 0.975)
_Z = 1.959963984540054  # of the normal distribution at 97.5 %


def wilson(hits: int, tries: int) -> tuple[float, float] | None:
    """
    The 95 % interval of a share, good for few tries and for none or all right; None without a try.

    Source: Wilson 1927, Journal of the American Statistical Association 22.
    """
    if not tries:
        return None
    share, square = hits / tries, _Z**2
    middle = share + square / (2 * tries)
    reach = _Z * math.sqrt(share * (1 - share) / tries + square / (4 * tries**2))
    low, high = (middle - reach) / (1 + square / tries), (middle + reach) / (1 + square / tries)
    return (0.0 if hits == 0 else low), (1.0 if hits == tries else high)


def draw_totals(counts: Floats, rng: np.random.Generator, resamples: int = RESAMPLES) -> Floats:
    """
    Column totals of as many rows as there are, drawn again with replacement.

    Args:
        counts: a row a unit that was sampled (a text, an article), a column a count.
        rng: where chance comes from.
        resamples: how often.

    Returns:
        A row a draw.
    """
    size = len(counts)
    drawn = np.zeros((resamples, counts.shape[1]))
    for row in drawn if size else ():
        row[:] = np.bincount(rng.integers(size, size=size), minlength=size) @ counts
    return drawn


def percentiles(values: Floats) -> tuple[float, float] | None:
    """The 95 % interval of drawn values; None where half of them or more are not defined (NaN)."""
    there = values[np.isfinite(values)]
    if len(there) <= len(values) / 2:
        return None
    low, high = np.quantile(there, ENDS)
    return float(low), float(high)


def divide(upper: Floats, lower: Floats) -> Floats:
    """A quotient, NaN where the divisor is 0."""
    quotient = np.full(np.broadcast(upper, lower).shape, np.nan)
    np.divide(upper, lower, out=quotient, where=lower > 0)
    return quotient


def with_interval(reckon: Callable[[Floats], Floats], counts: Floats, drawn: Floats | None) -> tuple[float | None, ...]:
    """A figure of the totals of `counts` with both ends of its interval over `drawn` totals; None: undefined."""
    (value,) = reckon(counts.sum(axis=0, keepdims=True))
    if not np.isfinite(value):
        return None, None, None
    return float(value), *((drawn is not None and percentiles(reckon(drawn))) or (None, None))
