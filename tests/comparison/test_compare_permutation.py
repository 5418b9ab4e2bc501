"""P-values by relabelling agree with loops and with scipy, share matrices safely, and never fall below their floor."""

from __future__ import annotations

import numpy as np
import pytest
from compare_samples import frame, score_rows, slow_flip_p, slow_label_p, slow_matched
from scipy import stats

from framing.comparison import Settings, compare
from framing.comparison.design import Side, Units
from framing.comparison.estimate import estimate
from framing.comparison.labels import Shape, all_labels, observed_labels, random_labels
from framing.comparison.measures import COMPARED
from framing.comparison.permutation import in_stages, most_draws, p_values, prepare

RNG = np.random.default_rng(11)
RULES = Settings()


def _side(count, words):
    count = np.asarray(count, float)
    return Side(count, np.asarray(words, float), count, len(count))


def _units(a, b, words_a=None, words_b=None, design="articles"):
    sides = (_side(a, words_a or [100] * len(a)), _side(b, words_b or [100] * len(b)))
    return Units(design, *sides, 0, 0, 0, 0)


@pytest.mark.parametrize(("n_a", "n_b"), [(5, 5), (5, 6), (7, 5), (3, 14)])
def test_exact_p_agrees_with_a_loop_over_every_labelling(n_a, n_b):
    """With few articles the p-value is a count over all labellings, digit for digit."""
    words_a, words_b = RNG.integers(80, 900, n_a).tolist(), RNG.integers(80, 900, n_b).tolist()
    a, b = RNG.poisson(np.array(words_a) * 0.02).tolist(), RNG.poisson(np.array(words_b) * 0.04).tolist()
    ours = p_values([prepare(_units(a, b, words_a, words_b), COMPARED["loaded"])], 99, RULES)[0]
    theirs = slow_label_p(list(zip(a, words_a, strict=True)), list(zip(b, words_b, strict=True)))
    assert ours == pytest.approx(theirs, abs=1e-12)


@pytest.mark.parametrize("k", [6, 9, 11])
def test_exact_matched_p_agrees_with_a_loop_over_every_sign(k):
    """Over few shared events the p-value is a count over all swaps of the outlets' names, digit for digit."""
    words = RNG.integers(80, 900, (2, k)).tolist()
    a, b = RNG.poisson(8, k).tolist(), RNG.poisson(10, k).tolist()
    ours = p_values([prepare(_units(a, b, *words, "matched events"), COMPARED["loaded"])], 99, RULES)[0]
    gaps = slow_matched(list(zip(a, words[0], strict=True)), list(zip(b, words[1], strict=True)))[3]
    assert ours == pytest.approx(slow_flip_p(gaps), abs=1e-12)


def test_exact_p_of_a_mean_agrees_with_scipy():
    """A difference of means gets the p-value that scipy gives Welch's t by trying all labellings."""
    a, b = RNG.normal(0, 0.5, 6), RNG.normal(0.4, 0.5, 7)

    def welch(x, y, axis):
        return np.abs(stats.ttest_ind(x, y, equal_var=False, axis=axis).statistic)

    theirs = stats.permutation_test((a, b), welch, vectorized=True, n_resamples=np.inf, alternative="greater").pvalue
    assert p_values([prepare(_units(a, b), COMPARED["valence"])], 99, RULES)[0] == pytest.approx(theirs, abs=1e-12)


def test_exact_matched_p_of_a_mean_agrees_with_scipy():
    """Paired by event, the p-value is that of scipy's permutation test of paired samples."""
    a, b = RNG.normal(0, 0.5, 9), RNG.normal(0.4, 0.5, 9)

    def mean_gap(x, y, axis):
        return np.abs((x - y).mean(axis=axis))

    theirs = stats.permutation_test(
        (a, b), mean_gap, permutation_type="samples", vectorized=True, n_resamples=np.inf, alternative="greater"
    ).pvalue
    ours = p_values([prepare(_units(a, b, design="matched events"), COMPARED["valence"])], 99, RULES)[0]
    assert ours == pytest.approx(theirs, abs=1e-12)


def test_random_labels_come_close_to_all_labels():
    """Random relabelling estimates the exact p-value within four standard errors."""
    units = _units(RNG.poisson(9, 7).tolist(), RNG.poisson(12, 9).tolist())
    trial = [prepare(units, COMPARED["loaded"])]
    exact = p_values(trial, 99, RULES)[0]
    drawn = p_values(trial, 9_999, Settings(exact_limit=1))[0]
    assert abs(drawn - exact) <= 4 * np.sqrt(exact * (1 - exact) / 9_999)


@pytest.mark.parametrize("shape", [Shape(False, 3, 5), Shape(True, 6, 0)])
def test_all_labels_come_once_each_with_the_observed_first(shape):
    """Trying them all means each labelling once, and the first is the one that was observed."""
    rows = np.concatenate(list(all_labels(shape, 1)))
    assert len(np.unique(rows, axis=0)) == len(rows) == shape.labellings
    assert (rows[:1] == observed_labels(shape)).all()


def test_random_labels_deal_the_right_numbers_in_bounded_blocks():
    """Every random labelling gives each side as many units as it has, and a long run comes in several blocks."""
    shape = Shape(False, 40, 160)
    blocks = list(random_labels(shape, 12_000, 1, (0, 1)))
    assert len(blocks) > 2
    assert sum(len(block) for block in blocks) == 12_001
    assert all((block.sum(1) == 40).all() for block in blocks)


def test_a_group_has_the_p_values_of_its_members():
    """Sharing label matrices changes no p-value: many together give what each gives alone."""
    many = [prepare(_units(RNG.poisson(5, 20), RNG.poisson(6, 25)), COMPARED["loaded"]) for _ in range(9)]
    together = p_values(many, 999, RULES)
    assert together.tolist() == [p_values([trial], 999, RULES)[0] for trial in many]


def test_many_comparisons_are_screened_without_moving_the_small_p_values(monkeypatch):
    """With many comparisons a short run comes first; whatever it leaves small gets the p-value of the full run."""
    many = [prepare(_units(RNG.poisson(5, 20), RNG.poisson(5 + i % 4, 25)), COMPARED["loaded"]) for i in range(60)]
    plain = in_stages(many, 60, np.zeros(0), RULES, lambda n: None)
    monkeypatch.setattr("framing.comparison.permutation.SCREEN_FROM", 10)
    settled: list[int] = []
    staged = in_stages(many, 60, np.zeros(0), RULES, settled.append)
    assert sum(settled) == 60
    small = staged <= 0.1
    assert small.any()
    assert staged[small].tolist() == plain[small].tolist()
    assert np.abs(staged - plain).max() < 0.08


def test_a_clear_difference_in_a_large_family_gets_more_relabellings():
    """One clear difference among thousands of comparisons can still be told: its p-value may fall below 1 / 10,000."""
    clear = prepare(_units([1] * 19 + [2], [30] * 19 + [31]), COMPARED["loaded"])
    rules = Settings(resamples=199)
    few = in_stages([clear], 9, np.zeros(0), rules, lambda n: None)[0]
    many = in_stages([clear], 500, np.zeros(0), rules, lambda n: None)[0]
    assert few == pytest.approx(1 / 200)
    assert many == pytest.approx(1 / (most_draws(500, rules) + 1))


def test_perfectly_separated_constants_are_the_rarest_labelling():
    """All of A at 0 and all of B at 1: no spread, and still only the two mirror labellings are as extreme."""
    trial = prepare(_units([0] * 5, [1] * 5), COMPARED["valence"])
    assert p_values([trial], 99, RULES)[0] == pytest.approx(2 / 252)


def test_identical_units_have_p_one():
    """Where all units are alike every labelling is as extreme as the observed one."""
    for measure in ("loaded", "valence"):
        assert p_values([prepare(_units([0.1] * 6, [0.1] * 7), COMPARED[measure])], 99, RULES)[0] == 1.0


def test_large_samples_use_the_closed_form():
    """From 200 articles a side p is the tail of the t distribution, and relabelling gives nearly the same."""
    words = RNG.integers(80, 900, (2, 200))
    a, b = RNG.poisson(words[0] * 0.02), RNG.poisson(words[1] * 0.0205)
    scores = frame(score_rows("A", a, words[0]), score_rows("B", b, words[1]))
    row = compare(scores).row(0, named=True)
    drawn = compare(scores, settings=Settings(analytic_from=1000)).row(0, named=True)
    units = _units(a.tolist(), b.tolist(), words[0].tolist(), words[1].tolist())
    assert row["p"] == pytest.approx(estimate(units, COMPARED["loaded"]).tail())
    assert row["p_floor"] == 0.0
    assert drawn["p"] == pytest.approx(row["p"], abs=0.03)
