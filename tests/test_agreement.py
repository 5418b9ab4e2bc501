"""Krippendorff's alpha is what its author says it is, and undefined where it is."""

from __future__ import annotations

import math
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.agreement import Floats, Metric, code_values, describe_alpha, find_alpha, measure_agreement

METRICS: tuple[Metric, ...] = ("nominal", "ordinal", "interval")
_ = math.nan
# Krippendorff's own example: four observers, twelve units, values 1 to 5, some missing (Content Analysis, chapter 11).
PUBLISHED = np.array(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
        [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
    ]
).T
tables = st.integers(1, 4).flatmap(
    lambda coders: st.lists(
        st.lists(st.sampled_from([_, 0.0, 1.0, 2.0, 5.0]), min_size=coders, max_size=coders), max_size=8
    ).map(lambda rows: np.array(rows, np.float64).reshape(-1, coders))
)


def slow_alpha(table: Floats, metric: Metric) -> float | None:
    """Alpha as the book defines it: every pair of values of a unit against every pair of values of all units."""
    units = [[x for x in row if not math.isnan(x)] for row in table.tolist()]
    units = [unit for unit in units if len(unit) >= 2]
    values = [x for unit in units for x in unit]

    def apart(c: float, k: float) -> float:
        if metric == "nominal":
            return float(c != k)
        if metric == "interval":
            return (c - k) ** 2
        low, high = min(c, k), max(c, k)
        between = sum(low <= x <= high for x in values)
        return (between - (values.count(c) + values.count(k)) / 2) ** 2

    expected = sum(apart(c, k) for c, k in permutations(values, 2))
    if not expected:
        return None
    observed = sum(sum(apart(c, k) for c, k in permutations(unit, 2)) / (len(unit) - 1) for unit in units)
    return 1 - (len(values) - 1) * observed / expected


def test_two_coders_by_hand() -> None:
    """
    Two coders, four units: y-y, n-n, y-n, y-y gives 1 - 7 * 2 / 30.

    Pairs within units that differ: unit 3 has two ordered ones, over m - 1 = 1: 2. Values: five y, three n, so of
    8 * 7 ordered pairs 2 * 5 * 3 = 30 differ. alpha = 1 - (8 - 1) * 2 / 30 = 16 / 30.
    """
    assert find_alpha(np.array([[1, 1], [0, 0], [1, 0], [1, 1]], np.float64)) == pytest.approx(16 / 30)


def test_a_missing_value_by_hand() -> None:
    """
    A unit that one coder alone judged tells nothing; one of three coders who differs counts over m - 1 = 2.

    Units y-y-n, n-n, (y). Differing ordered pairs of unit 1: 2 * 2 * 1 = 4, over 2: 2. Values y y n n n: of 5 * 4
    ordered pairs 2 * 2 * 3 = 12 differ. alpha = 1 - 4 * 2 / 12 = 1 / 3.
    """
    assert find_alpha(np.array([[1, 1, 0], [0, _, 0], [_, 1, _]])) == pytest.approx(1 / 3)


def test_ordinal_and_interval_by_hand() -> None:
    """
    Units 1-1, 2-3, 3-3: near misses cost less where values have an order.

    Interval: observed 2 * (2 - 3)² = 2. Values 1 1 2 3 3 3, squared distances over ordered pairs: 1-2: 4 * 1 = 4,
    1-3: 12 * 4 = 48, 2-3: 6 * 1 = 6, in all 58. alpha = 1 - 5 * 2 / 58 = 48 / 58.
    Ordinal: mid-ranks of 1, 2, 3 are 1, 2.5, 4.5. Observed 2 * 2² = 8. Expected 1-2: 4 * 1.5² = 9,
    1-3: 12 * 3.5² = 147, 2-3: 6 * 2² = 24, in all 180. alpha = 1 - 5 * 8 / 180 = 140 / 180.
    """
    table = np.array([[1, 1], [2, 3], [3, 3]], np.float64)
    assert find_alpha(table, "interval") == pytest.approx(48 / 58)
    assert find_alpha(table, "ordinal") == pytest.approx(140 / 180)


@pytest.mark.parametrize(("metric", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_the_published_example(metric: Metric, published: float) -> None:
    """The worked example of the book comes out as printed there."""
    assert find_alpha(PUBLISHED, metric) == pytest.approx(published, abs=0.0005)


def test_equals_nltk_on_complete_data() -> None:
    """Where nothing is missing and both are defined, NLTK's alpha is the same."""
    from nltk.metrics.agreement import AnnotationTask

    rng = np.random.default_rng(4)
    for _round in range(20):
        table = rng.integers(0, 3, (12, 3)).astype(np.float64)
        task = AnnotationTask([(f"c{c}", f"u{u}", int(v)) for (u, c), v in np.ndenumerate(table)])
        assert find_alpha(table) == pytest.approx(task.alpha())


@given(table=tables, metric=st.sampled_from(METRICS))
def test_equals_counting_pairs(table: Floats, metric: Metric) -> None:
    """On any data with gaps alpha is what counting every pair gives, undefined where that is."""
    slow = slow_alpha(table, metric)
    fast = find_alpha(table, metric)
    assert (fast is None) == (slow is None)
    if slow is not None:
        assert fast == pytest.approx(slow)
        assert fast is not None
        assert fast <= 1


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize(
    "table",
    [
        np.empty((0, 0)),
        np.empty((0, 3)),
        np.full((3, 2), _),
        np.array([[1, _], [_, 0], [1, _]]),  # nobody judged what another did
        np.array([[1.0], [0.0]]),  # one coder
        np.ones((5, 3)),  # nobody ever said anything else
        np.array([[1, 1], [1, 1], [0, _]]),  # the only other answer has nothing to be paired with
    ],
)
def test_undefined_is_said(table: Floats, metric: Metric) -> None:
    """Where nothing can be compared or nothing varies there is no figure, rather than a perfect one."""
    measured = measure_agreement(table, metric, resamples=20)
    assert (measured.alpha, measured.low, measured.high) == (None, None, None)
    assert measured.words.startswith("undefined")


def test_large_values_lose_no_digits() -> None:
    """Years agree as well as the same numbers from 0."""
    table = np.array([[0, 1], [3, 3], [7, 6], [4, 4]], np.float64)
    assert find_alpha(table + 1e8, "interval") == pytest.approx(find_alpha(table, "interval"))


def test_any_values_can_be_coded() -> None:
    """Words do as well as numbers; None is a value not given."""
    rows = [["y", "y"], ["n", "n"], ["y", "n"], ["y", None], ["y", "y"]]
    assert find_alpha(code_values(rows)) == pytest.approx(16 / 30)
    assert code_values([]).shape[0] == 0


def test_interval_is_seeded_and_holds_the_figure() -> None:
    """The same seed gives the same interval; it holds alpha, and is narrower with more units."""
    rng = np.random.default_rng(1)

    def draw(units: int) -> Floats:
        truth = rng.random(units) < 0.5
        return np.where(rng.random((units, 3)) < 0.15, ~truth[:, None], truth[:, None]).astype(np.float64)

    few, many = draw(30), draw(600)
    one, same = measure_agreement(few, seed=3), measure_agreement(few, seed=3)
    assert one == same
    assert (one.units, one.coders) == (30, 3)
    wide, narrow = measure_agreement(few), measure_agreement(many)
    for measured in (wide, narrow):
        assert measured.alpha is not None
        assert measured.low is not None
        assert measured.high is not None
        assert measured.low < measured.alpha < measured.high
    assert narrow.high - narrow.low < (wide.high - wide.low) / 2  # type: ignore[operator]


def test_interval_covers() -> None:
    """In at least 88 of 100 samples of 60 units the 95 % interval holds the alpha of all units."""
    rng = np.random.default_rng(8)
    truth = rng.random(20_000) < 0.3
    everything = np.where(rng.random((20_000, 2)) < 0.15, ~truth[:, None], truth[:, None]).astype(np.float64)
    true = find_alpha(everything)
    assert true is not None
    held = 0
    for number in range(100):
        sample = everything[rng.integers(len(everything), size=60)]
        measured = measure_agreement(sample, resamples=300, seed=number)
        held += measured.low is not None and measured.high is not None and measured.low <= true <= measured.high
    assert held >= 88


def test_coders_are_counted_by_what_can_be_paired() -> None:
    """A coder who judged only what nobody else did is no coder of the figure."""
    measured = measure_agreement(np.array([[1, 0, _], [0, 0, _], [_, _, 1]]))
    assert (measured.units, measured.coders) == (2, 2)


@pytest.mark.parametrize(
    ("alpha", "said"),
    [
        (-0.1, "very differently"), (0.19, "very differently"), (0.2, "trained annotators manage"),
        (0.5, "trained annotators manage"), (0.51, "strong agreement"), (None, "undefined"),
    ],
)  # fmt: skip
def test_every_figure_has_its_words(alpha: float | None, said: str) -> None:
    """Low agreement on loaded words is usual, and the words say so with the figures of others beside."""
    assert said in describe_alpha(alpha)
    assert "0.42" in describe_alpha(alpha)
    assert "0.14" in describe_alpha(alpha)
