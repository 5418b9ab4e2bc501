"""How near an answer is to the key: worked by hand."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import kendalltau

from framing.exercise.model import Count, Mark, Order, Sort
from framing.exercise.scoring import score_count, score_mark, score_order, score_sort

WORDS = st.sets(st.integers(0, 30))


@pytest.mark.parametrize(
    ("key", "arguable", "answer", "score"),
    [
        ((1, 2, 3, 4), (), (1, 2, 3, 4), 1),
        ((1, 2, 3, 4), (), (1, 2), 0.5),
        ((1, 2, 3, 4), (), (1, 2, 9), 0.375),  # (2 - 1/2) / 4
        ((1, 2), (9,), (1, 2, 9), 1),  # an arguable word costs nothing
        ((1,), (), (5, 6, 7, 8), 0),  # never below 0
        ((1, 2), (), (), 0),
        ((), (), (), 1),  # nothing to mark, nothing marked
        ((), (), (3,), 0.5),
        ((), (3,), (3,), 1),
        ((), (), (3, 4, 5), 0),
    ],
)
def test_marks_are_scored_by_overlap(
    key: tuple[int, ...], arguable: tuple[int, ...], answer: tuple[int, ...], score: float
) -> None:
    """Hits less half of the extras, out of the key; a clean text rewards restraint."""
    assert score_mark(Mark("", key, arguable), answer) == pytest.approx(score)


@given(WORDS, WORDS, WORDS)
def test_no_answer_beats_the_key_and_marking_all_never_pays(
    key: set[int], arguable: set[int], answer: set[int]
) -> None:
    """The key itself scores 1, every answer between 0 and 1, and a needless word never helps."""
    task = Mark("", tuple(sorted(key - arguable)), tuple(sorted(arguable)))
    assert score_mark(task, task.key) == 1
    assert 0 <= score_mark(task, tuple(answer)) <= 1
    assert score_mark(task, (*answer, 99)) <= score_mark(task, tuple(answer))


def order(*ranks: int) -> Order:
    return Order("", tuple("abcdef"[: len(ranks)]), ranks)


@pytest.mark.parametrize(
    ("ranks", "answer", "score"),
    [
        ((0, 1, 2), (0, 1, 2), 1),
        ((0, 1, 2), (1, 0, 2), 1),  # one step apart: fine either way
        ((0, 1, 2), (2, 1, 0), 0),
        ((2, 0, 1), (1, 2, 0), 1),
        ((0, 1, 2, 3), (3, 0, 1, 2), 1 / 3),  # pairs ac, ad, bd: only ac stands in order
        ((0, 0, 5), (1, 0, 2), None),  # ties and a step: no pair is two steps apart
        ((0, 1), (1, 0), None),
    ],
)
def test_orders_are_scored_by_pairs_two_steps_apart(
    ranks: tuple[int, ...], answer: tuple[int, ...], score: float | None
) -> None:
    """Swapping neighbours costs nothing; turning the ladder round costs all."""
    found = score_order(order(*ranks), answer)
    assert found == (None if score is None else pytest.approx(score))


def test_orders_agree_with_kendall_s_tau_in_the_end() -> None:
    """Over all answers to a ladder of five, a higher tau never goes with a score lower by more than a step's worth."""
    task = order(0, 1, 2, 3, 4)
    pairs = []
    for answer in permutations(range(5)):
        place = [answer.index(option) for option in range(5)]
        pairs.append((kendalltau(range(5), place).statistic, score_order(task, answer)))
    tau = kendalltau(*zip(*pairs, strict=True)).statistic
    assert tau > 0.8
    assert max(pairs)[1] == 1
    assert min(pairs)[1] == 0


def test_sorts_and_counts_are_shares() -> None:
    """An accepted class counts, an unanswered prompt does not; a count may be one off, an empty cell may not."""
    sort = Sort("", ("x", "y", "z", "w"), ("a", "b"), ((0,), (1, 0), (1,), (0,)))
    assert score_sort(sort, (0, 0, 0, None)) == 0.5
    count = Count("", ("r", "s"), ("n", "m"), ((3, 10), (0, 0)))
    assert score_count(count, ((4, 12), (None, 1))) == 0.5
