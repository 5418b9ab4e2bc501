from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.accuracy.measures import (
    accuracy,
    auc,
    auc_within,
    bootstrap,
    deciles,
    f1,
    macro_f1,
    most_confident,
    token_f1,
)


def test_auc_counts_pairs_in_the_right_order():
    """Of positives 3 and 1 against negatives 2 and 1, three pairs of four are right, a tie being half of one."""
    assert auc([3, 1, 2, 1], [True, True, False, False]) == pytest.approx((1 + 1 + 0 + 0.5) / 4)


def test_auc_of_one_side_alone_is_not_a_number():
    """Without a negative there is no pair."""
    assert math.isnan(auc([1, 2], [True, True]))


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans(), st.integers(0, 3)), min_size=1, max_size=20))
def test_weights_are_multiplicities(rows: list[tuple[int, bool, int]]):
    """A weight of three is the row three times."""
    score, positive, weight = zip(*rows, strict=True)
    often = [(s, p) for s, p, w in rows for _ in range(w)]
    repeated = auc([s for s, _ in often], [p for _, p in often]) if often else float("nan")
    assert auc(score, positive, weight) == pytest.approx(repeated, nan_ok=True)


def test_auc_within_looks_at_pairs_of_one_group():
    """Long sentences score high and are often positive; at equal length the score says nothing."""
    length = [1, 1, 9, 9, 9]
    positive = [True, False, True, True, False]
    assert auc(length, positive) > 0.5
    assert auc_within(length, positive, length) == 0.5
    assert auc_within([2, 1, 1, 3, 2], positive, length) == pytest.approx((1 + 0 + 1) / 3)


def test_deciles_are_tenths():
    """A hundred different lengths fall into ten tenths; equal lengths share one."""
    assert np.bincount(deciles(np.arange(100))).tolist() == [10] * 10
    assert len(set(deciles([7] * 30).tolist())) == 1


def test_f1_is_the_harmonic_mean():
    """Said three times, true four times, right twice: 4 / 7."""
    said, truth = [1, 1, 1, 0, 0], [1, 1, 0, 1, 1]
    assert f1(said, truth, 1) == pytest.approx(4 / 7)
    assert f1(said, truth, 5) == 0.0
    assert macro_f1(said, truth, (0, 1)) == pytest.approx((0 + 4 / 7) / 2)


def test_token_f1_adds_up_sentences():
    """Four words marked, two gold, one both: 2 / 6; a sentence drawn twice counts twice."""
    assert token_f1([3, 1], [1, 1], [1, 0]) == pytest.approx(2 / 6)
    assert token_f1([3, 1], [1, 1], [1, 0], [2, 1]) == pytest.approx(4 / 10)
    assert token_f1([0], [0], [0]) == 0.0


def test_the_surer_half_is_rounded_up():
    """Of five, the three surest; of equally sure ones those that stand first."""
    assert most_confident([0.1, 0.9, 0.5, 0.5, 0.5]).tolist() == [1, 2, 3]


def test_accuracy_of_nothing_is_not_a_number():
    """No row, no share."""
    assert math.isnan(accuracy([], []))
    assert accuracy([1, 0], [1, 1], [3, 1]) == 0.75


def test_bootstrap_draws_whole_units():
    """Two units that are all right and all wrong: a draw gives 0, a half or 1, never a quarter."""
    right = np.array([1, 1, 0, 0])
    seen = []

    def share(weight: np.ndarray) -> float:
        seen.append(float(right @ weight / weight.sum()))
        return seen[-1]

    figure = bootstrap(share, ["a", "a", "b", "b"], draws=200)
    assert (figure.value, figure.low, figure.high, figure.units) == (0.5, 0.0, 1.0, 2)
    assert set(seen) == {0.0, 0.5, 1.0}


def test_bootstrap_repeats():
    """The same seed gives the same interval, and it holds the figure."""
    values = np.arange(50) % 7 / 7
    figures = [bootstrap(lambda w: float(values @ w / w.sum()), np.arange(50), draws=99) for _ in range(2)]
    assert figures[0] == figures[1]
    assert figures[0].low < figures[0].value < figures[0].high
    assert str(figures[0]).startswith(f"{figures[0].value:.3f} (")


def test_one_unit_has_no_width():
    """Nothing can be drawn from one unit: the interval is the figure."""
    figure = bootstrap(lambda w: float(w.sum()), ["a", "a"])
    assert (figure.low, figure.high) == (2.0, 2.0)
