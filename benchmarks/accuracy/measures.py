"""
The measures of the accuracy benchmark, each with weights, so that a bootstrap draw is a vector of multiplicities.

Weights are how often a unit was drawn: 1 each for the figure itself. Every measure lies in 0 … 1, higher is better.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
DRAWS, SEED = 300, 20261122


@dataclass(frozen=True)
class Figure:
    """A figure with its 95 % bootstrap interval, and how many units it rests on."""

    value: float
    low: float
    high: float
    units: int

    def __str__(self) -> str:
        if np.isnan(self.value):
            return "–"
        return f"{self.value:.3f} ({self.low:.3f}–{self.high:.3f})"


def auc(score: ArrayLike, positive: ArrayLike, weight: ArrayLike | None = None) -> float:
    """
    Chance that a positive has a higher score than a negative, ties counted half; NaN where one side is empty.

    Args:
        score: a number each. positive: whether it is a positive. weight: how often it counts.
    """
    concordant, pairs = _concordance(*_as_arrays(score, positive, weight))
    return concordant / pairs if pairs else float("nan")


def auc_within(score: ArrayLike, positive: ArrayLike, group: ArrayLike, weight: ArrayLike | None = None) -> float:
    """The same over pairs of one group only (sentences of one length decile): all groups' pairs are added up."""
    scores, positives, weights = _as_arrays(score, positive, weight)
    groups = np.asarray(group)
    parts = [_concordance(scores[at], positives[at], weights[at]) for at in _members(groups)]
    concordant, pairs = (sum(part[side] for part in parts) for side in (0, 1))
    return concordant / pairs if pairs else float("nan")


def _as_arrays(score: ArrayLike, positive: ArrayLike, weight: ArrayLike | None) -> tuple[Floats, Floats, Floats]:
    scores = np.asarray(score, np.float64)
    weights = np.ones(len(scores)) if weight is None else np.asarray(weight, np.float64)
    return scores, np.asarray(positive, np.float64), weights


def _members(group: NDArray[np.generic]) -> list[NDArray[np.int64]]:
    return [np.flatnonzero(group == one) for one in np.unique(group)]


def _concordance(score: Floats, positive: Floats, weight: Floats) -> tuple[float, float]:
    """Weight of the pairs in the right order (ties half), and of all pairs."""
    _, place = np.unique(score, return_inverse=True)
    good = np.bincount(place, weight * positive)
    bad = np.bincount(place, weight * (1 - positive))
    below = np.cumsum(bad) - bad
    return float(good @ (below + bad / 2)), float(good.sum() * bad.sum())


def deciles(length: ArrayLike) -> NDArray[np.int64]:
    """The decile of every length, 0 … 9 (fewer where many are equal); equal lengths share one."""
    lengths = np.asarray(length, np.float64)
    cuts = np.unique(np.quantile(lengths, np.arange(1, 10) / 10))
    return np.searchsorted(cuts, lengths, side="right").astype(np.int64)


def accuracy(said: ArrayLike, truth: ArrayLike, weight: ArrayLike | None = None) -> float:
    """Share that is right; NaN of nothing."""
    right = (np.asarray(said) == np.asarray(truth)).astype(np.float64)
    weights = np.ones(len(right)) if weight is None else np.asarray(weight, np.float64)
    return float(right @ weights / weights.sum()) if weights.sum() else float("nan")


def f1(said: ArrayLike, truth: ArrayLike, label: object = True, weight: ArrayLike | None = None) -> float:
    """F1 of one label: 2 · right / (said + true); 0 where it is neither said nor true."""
    says, is_true = np.asarray(said) == label, np.asarray(truth) == label
    weights = np.ones(len(says)) if weight is None else np.asarray(weight, np.float64)
    both = float(weights @ (says & is_true))
    some = float(weights @ says + weights @ is_true)
    return 2 * both / some if some else 0.0


def macro_f1(said: ArrayLike, truth: ArrayLike, labels: Sequence[object], weight: ArrayLike | None = None) -> float:
    """Mean F1 of the labels."""
    return float(np.mean([f1(said, truth, label, weight) for label in labels]))


def most_confident(confidence: ArrayLike, share: float = 0.5) -> NDArray[np.int64]:
    """Places of the most confident `share`, rounded up; of equally confident ones those that stand first."""
    confidences = np.asarray(confidence, np.float64)
    return np.sort(np.argsort(-confidences, kind="stable")[: int(np.ceil(share * len(confidences)))])


def token_f1(flagged: ArrayLike, gold: ArrayLike, both: ArrayLike, weight: ArrayLike | None = None) -> float:
    """F1 over words from counts a sentence: words flagged, words that are gold, and words that are both."""
    counts = [np.asarray(column, np.float64) for column in (flagged, gold, both)]
    weights = np.ones(len(counts[0])) if weight is None else np.asarray(weight, np.float64)
    said, true, right = (float(weights @ column) for column in counts)
    return 2 * right / (said + true) if said + true else 0.0


def bootstrap(measure: Callable[[Floats], float], unit: ArrayLike, *, draws: int = DRAWS, seed: int = SEED) -> Figure:
    """
    A measure with its 95 % interval, whole units drawn with replacement.

    Args:
        measure: of a weight for every row.
        unit: what a row belongs to (its sentence, article or event): rows of a unit are drawn together.
        draws: how often.
        seed: of the draws.
    """
    names, place = np.unique(np.asarray(unit), return_inverse=True)
    rng = np.random.default_rng(seed)
    size = len(names)
    told = measure(np.ones(len(place)))
    if size < 2 or draws < 1:
        return Figure(told, told, told, size)
    drawn = [measure(np.bincount(rng.integers(size, size=size), minlength=size)[place] * 1.0) for _ in range(draws)]
    low, high = np.nanquantile(drawn, (0.025, 0.975)) if not np.all(np.isnan(drawn)) else (np.nan, np.nan)
    return Figure(told, float(low), float(high), size)
