"""Estimates and intervals agree with a slow loop, with hand-worked numbers and with scipy."""

from __future__ import annotations

import math

import numpy as np
import pytest
from compare_samples import frame, score_rows, slow_log_ratio, slow_matched, t_detectable, t_interval
from scipy import stats

from framing.comparison import Settings, compare
from framing.comparison.design import Side, Units
from framing.comparison.estimate import estimate
from framing.comparison.measures import COMPARED

RNG = np.random.default_rng(5)


def _side(count, words, value=None):
    count = np.asarray(count, float)
    return Side(count, np.asarray(words, float), np.asarray(count if value is None else value, float), len(count))


@pytest.mark.parametrize(("n_a", "n_b"), [(2, 2), (3, 7), (6, 6), (40, 11), (250, 230)])
def test_the_rate_ratio_agrees_with_a_loop(n_a, n_b):
    """Ratio, interval and detectable ratio are what a loop over the articles gives, to nine digits."""
    words_a, words_b = RNG.integers(80, 900, n_a), RNG.integers(80, 900, n_b)
    a, b = RNG.poisson(words_a * 0.02), RNG.poisson(words_b * 0.03)
    row = compare(frame(score_rows("A", a, words_a), score_rows("B", b, words_b))).row(0, named=True)
    point, se, df = slow_log_ratio(list(zip(a, words_a, strict=True)), list(zip(b, words_b, strict=True)))
    low, high = t_interval(point, se, df)
    assert row["ratio"] == pytest.approx(math.exp(point), rel=1e-9)
    assert (row["low"], row["high"]) == (pytest.approx(low, rel=1e-9), pytest.approx(high, rel=1e-9))
    assert row["detectable"] == pytest.approx(t_detectable(se, df), rel=1e-9)
    assert row["value_a"] == pytest.approx(1000 * sum(a) / sum(words_a))


@pytest.mark.parametrize("k", [6, 9, 25])
def test_the_matched_ratio_agrees_with_a_loop(k):
    """Over shared events the ratio, its interval and the detectable ratio are what a loop gives, to nine digits."""
    words_a, words_b = RNG.integers(80, 900, k), RNG.integers(80, 900, k)
    a, b = RNG.poisson(words_a * 0.02), RNG.poisson(words_b * 0.03)
    events = [f"e{i:02d}" for i in range(k)]
    scores = frame(score_rows("A", a, words_a, events=events), score_rows("B", b, words_b, events=events))
    row = compare(scores).row(0, named=True)
    point, se, df, _ = slow_matched(list(zip(a, words_a, strict=True)), list(zip(b, words_b, strict=True)))
    low, high = t_interval(point, se, df)
    assert row["design"] == "matched events"
    assert row["ratio"] == pytest.approx(math.exp(point), rel=1e-9)
    assert (row["low"], row["high"]) == (pytest.approx(low, rel=1e-9), pytest.approx(high, rel=1e-9))
    assert row["detectable"] == pytest.approx(t_detectable(se, df), rel=1e-9)


def test_the_matched_ratio_is_the_hand_worked_mantel_haenszel():
    """Two events of 100 words each: (4·100/200 + 6·100/200 + ¼) / (2·100/200 + 3·100/200 + ¼) = 5.25 / 2.75."""
    a, b = _side([2, 3], [100, 100]), _side([4, 6], [100, 100])
    found = estimate(Units("matched events", a, b, 0, 0, 2, 0), COMPARED["loaded"])
    assert found.size == pytest.approx(5.25 / 2.75)


def test_a_difference_of_means_is_welch():
    """Valence is compared as Welch's t-test does it: same difference, same interval as scipy's."""
    a, b = RNG.normal(0.1, 0.3, 9), RNG.normal(-0.2, 0.5, 14)
    found = estimate(Units("articles", _side(a, a * 0 + 1), _side(b, b * 0 + 1), 0, 0, 0, 0), COMPARED["valence"])
    theirs = stats.ttest_ind(b, a, equal_var=False)
    interval = theirs.confidence_interval(0.95)
    assert found.size == pytest.approx(b.mean() - a.mean())
    assert found.interval() == (pytest.approx(interval.low), pytest.approx(interval.high))
    assert found.tail() == pytest.approx(theirs.pvalue)


def test_a_matched_difference_of_means_is_the_paired_t():
    """Over shared events valence is compared as the paired t-test does it."""
    a, b = RNG.normal(0.1, 0.3, 12), RNG.normal(-0.2, 0.5, 12)
    found = estimate(
        Units("matched events", _side(a, a * 0 + 1), _side(b, b * 0 + 1), 0, 0, 12, 0), COMPARED["valence"]
    )
    theirs = stats.ttest_rel(b, a)
    interval = theirs.confidence_interval(0.95)
    assert found.interval() == (pytest.approx(interval.low), pytest.approx(interval.high))
    assert found.tail() == pytest.approx(theirs.pvalue)


def test_values_that_never_vary_have_no_interval():
    """Where every article has the same value no interval is made up."""
    same = _side([0.1] * 6, [1] * 6)
    found = estimate(Units("articles", same, same, 0, 0, 0, 0), COMPARED["valence"])
    assert (found.point, found.se, found.interval(), found.detectable()) == (0.0, None, None, None)


def test_the_detectable_effect_follows_alpha():
    """A stricter level needs a larger difference to be seen."""
    a, b = _side([3, 4, 5, 6, 2], [100] * 5), _side([3, 1, 5, 2, 2], [100] * 5)
    found = estimate(Units("articles", a, b, 0, 0, 0, 0), COMPARED["loaded"])
    assert 1 < found.detectable(0.05) < found.detectable(Settings(alpha=0.01).alpha)
