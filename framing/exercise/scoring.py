"""How near an answer comes to the key: from 0 to 1, higher is nearer. It starts a talk and is no mark."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from framing.exercise.model import Count, Mark, Order, Sort

EXTRA = 0.5  # what a mark beyond the key takes off


def score_mark(task: Mark, answer: Sequence[int]) -> float:
    """
    Overlap: (marked words of the key - half of those beyond it) / words of the key, not below 0.

    Arguable words count in neither. With an empty key it is 1 for no mark, and half less for each.
    """
    chosen = set(answer) - set(task.arguable)
    key = set(task.key) - set(task.arguable)
    extras = EXTRA * len(chosen - key)
    if not key:
        return max(0.0, 1 - extras)
    return max(0.0, (len(chosen & key) - extras) / len(key))


def score_order(task: Order, answer: Sequence[int]) -> float | None:
    """
    Kendall's tau from 0 (turned round) to 1, over pairs two steps apart or more: one step is fine either way.

    Args:
        task: the options with their ranks.
        answer: options by number, the plainest first.

    Returns:
        None where no two options are two steps apart.
    """
    place = {option: number for number, option in enumerate(answer)}
    steps = {rank: number for number, rank in enumerate(sorted(set(task.ranks)))}
    pairs = [
        (place[a] - place[b]) * (task.ranks[a] - task.ranks[b]) > 0
        for a, b in combinations(place, 2)
        if abs(steps[task.ranks[a]] - steps[task.ranks[b]]) > 1
    ]
    return sum(pairs) / len(pairs) if pairs else None


def score_sort(task: Sort, answer: Sequence[int | None]) -> float:
    """The share of prompts that got a class which the key accepts; an unanswered prompt did not."""
    right = [given in accepted for given, accepted in zip(answer, task.key, strict=True)]
    return sum(right) / len(right) if right else 0.0


def score_count(task: Count, answer: Sequence[Sequence[int | None]]) -> float:
    """The share of cells that are at most `slack` off; an empty cell is not."""
    cells = [
        given is not None and abs(given - wanted) <= task.slack
        for row, keys in zip(answer, task.key, strict=True)
        for given, wanted in zip(row, keys, strict=True)
    ]
    return sum(cells) / len(cells) if cells else 0.0
