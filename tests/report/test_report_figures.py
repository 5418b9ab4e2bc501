"""Scores are pooled as their kind asks for, and intervals agree with those of the comparisons."""

from __future__ import annotations

import math

import numpy as np
import polars as pl
import pytest
from scipy import stats

from framing.comparison.design import Side
from framing.comparison.estimate import side_log_rate
from framing.report.figures import pool_scores
from framing.tables import SCORES


def scores(
    measure: str, counts: list[float], words: list[float], values: list[float | None], actor: str | None = None
) -> pl.DataFrame:
    return SCORES.frame([
        {"article": f"a{i}", "outlet": "Herald", "story": f"a{i}", "actor": actor, "measure": measure, "voice": "own",
         "count": count, "words": size, "value": value}
        for i, (count, size, value) in enumerate(zip(counts, words, values, strict=True))
    ])  # fmt: skip


def test_a_rate_is_pooled_and_its_interval_is_that_of_a_comparison() -> None:
    """12 words of 700 are 17.1 per 1,000, whatever the articles' own rates; the error is that of a comparison."""
    counts, words = [3.0, 0.0, 4.0, 1.0, 4.0], [100.0, 200.0, 150.0, 50.0, 200.0]
    rates: list[float | None] = [1000 * c / w for c, w in zip(counts, words, strict=True)]
    found = pool_scores(scores("loaded", counts, words, rates), ("loaded",), (None,))["Herald", None, "loaded"]
    assert found.value == pytest.approx(1000 * 12 / 700)
    log_rate, variance = side_log_rate(Side(np.array(counts), np.array(words), np.zeros(5), 5), 12 / 700)
    reach = stats.t.ppf(0.975, 4) * math.sqrt(variance)
    assert found.low == pytest.approx(1000 * math.exp(log_rate - reach))
    assert found.high == pytest.approx(1000 * math.exp(log_rate + reach))
    assert found.quartiles == pytest.approx((20.0, 20.0, 80 / 3))


def test_a_mean_is_over_articles() -> None:
    """Mean valence is the mean of the articles' values, with a t interval; one without a value is not among them."""
    values: list[float | None] = [-1.0, 0.0, 0.5, 0.5, 0.0, None]
    found = pool_scores(scores("valence", [1] * 6, [1] * 6, values, "kovac"), ("valence",), ("kovac",))[
        "Herald", "kovac", "valence"
    ]
    kept = [value for value in values if value is not None]
    low, high = stats.t.interval(0.95, 4, np.mean(kept), stats.sem(kept))
    assert (found.value, found.low, found.high) == pytest.approx((0.0, low, high))
    assert found.articles == 5


def test_a_share_has_counts_and_no_interval() -> None:
    """3 of 4 labels is 75 %, whatever the share in each article."""
    found = pool_scores(
        scores("labels_blaming", [1, 2, 0, 0, 0], [1, 3, 0, 0, 0], [1, 2 / 3, 0, 0, 0]), ("labels_blaming",), (None,)
    )
    figure = found["Herald", None, "labels_blaming"]
    assert (figure.value, figure.count, figure.base, figure.low) == (0.75, 3, 4, None)


@pytest.mark.parametrize("counts", [[3.0, 1.0, 2.0, 4.0], [0.0] * 6])
def test_no_interval_for_few_articles_or_none_counted(counts: list[float]) -> None:
    """Four articles, or not one word counted, give a figure without an interval."""
    figure = pool_scores(scores("loaded", counts, [100.0] * len(counts), [0.0] * len(counts)), ("loaded",), (None,))
    assert figure["Herald", None, "loaded"].low is None


def test_nothing_to_count_against_is_no_figure() -> None:
    """An outlet without a word in its own voice has no rate."""
    figure = pool_scores(scores("loaded", [0.0], [0.0], [None]), ("loaded",), (None,))["Herald", None, "loaded"]
    assert figure.value is None
    assert figure.quartiles is None


def test_kinds_by_prefix_and_voices_apart() -> None:
    """ "verbs:" takes every kind of verbs; rows of other voices are left out where there are some in own voice."""
    rows = pl.concat([
        scores("verbs:doubting", [1], [2], [0.5], "kovac"),
        scores("verbs:neutral", [1], [2], [0.5], "kovac"),
        scores("verbs:neutral", [9], [9], [1.0], "kovac").with_columns(voice=pl.lit("quoted"), article=pl.lit("b")),
        scores("loaded", [1], [2], [0.5], "kovac"),
        scores("quoted_words", [7], [9], [7.0], "kovac").with_columns(voice=pl.lit("quoted")),
    ])  # fmt: skip
    found = pool_scores(rows, ("verbs:", "quoted_words"), ("kovac",))
    assert {key[2]: figure.count for key, figure in found.items()} == {
        "verbs:doubting": 1,
        "verbs:neutral": 1,
        "quoted_words": 7,
    }
