"""Where nothing differs, about one p-value in twenty is below 0.05: simulated, with a fixed seed."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from compare_samples import frame, score_rows
from scipy.stats import binom

from framing.comparison import Settings, compare

RUNS = 150


def _null(design: str, rng: np.random.Generator) -> pl.DataFrame:
    """SCORES of RUNS actors whose rates do not depend on the outlet."""
    n_a, n_b, shorter, events = {
        "few": (7, 6, 1, 0), "shorter": (30, 30, 4, 0), "unequal": (40, 10, 4, 0),
        "clusters": (40, 40, 1, 8), "matched": (24, 24, 1, 12),
    }[design]  # fmt: skip
    parts = []
    for run in range(RUNS):
        shared = rng.gamma(4, 0.25, 2 * (events or 1))
        for number, (name, n) in enumerate((("A", n_a), ("B", n_b))):
            words = np.round(rng.lognormal(6, 0.5, n) / (shorter if number else 1)) + 10
            code = np.arange(n) % (events or n) + (events * number if design == "clusters" else 0)
            burst = rng.gamma(4, 0.25, n) * (shared[code] if events else 1)
            labels = [f"e{c:02d}" for c in code] if events else None
            hits = rng.poisson(words * 0.02 * burst)
            parts.append(score_rows(name, hits, words, actor=f"{run:03d}", events=labels))
    return frame(*parts)


@pytest.mark.parametrize("design", ["few", "shorter", "unequal", "clusters", "matched"])
def test_false_flags_stay_near_five_in_a_hundred(design):
    """p <= 0.05 no more often than 99.9 % of honest tests would show, and after correction next to nothing differs."""
    out = compare(_null(design, np.random.default_rng(42)), settings=Settings(resamples=999, actors=RUNS))
    tested = out.filter("testable")
    assert tested.height == RUNS
    assert tested.filter(pl.col("p") <= 0.05).height <= binom.ppf(0.999, RUNS, 0.05)
    assert out.filter(pl.col("verdict") == "differs").height <= 1


def test_a_real_difference_is_found():
    """With 40 articles a side and twice the rate, nearly every comparison is flagged: the test is not merely shy."""
    rng = np.random.default_rng(7)
    parts = []
    for run in range(40):
        for name, rate in (("A", 0.02), ("B", 0.04)):
            words = rng.lognormal(6, 0.5, 40).round()
            parts.append(
                score_rows(name, rng.poisson(words * rate * rng.gamma(4, 0.25, 40)), words, actor=f"{run:02d}")
            )
    out = compare(frame(*parts), settings=Settings(actors=RUNS))
    assert out.filter(pl.col("verdict") == "differs").height >= 38
