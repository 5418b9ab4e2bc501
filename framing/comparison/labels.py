"""Relabellings as matrices, in blocks of bounded size: one matrix serves every comparison of the same shape."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from framing.comparison.design import Floats

BLOCK = 2_000_000  # numbers in a block: 16 MB


@dataclass(frozen=True)
class Shape:
    """
    What relabelling needs to know of a comparison.

    Args:
        matched: whether labels are swapped within events (a sign per event) or dealt out among all units.
        n_a: units of the side that comes first; events where matched.
        n_b: units of the other side; 0 where matched.
    """

    matched: bool
    n_a: int
    n_b: int

    @property
    def size(self) -> int:
        """Columns of a label matrix."""
        return self.n_a + self.n_b

    @property
    def labellings(self) -> int:
        """How many relabellings there are in all."""
        return 2**self.n_a if self.matched else math.comb(self.size, self.n_a)

    def floor(self) -> float:
        """Smallest p-value that trying them all could give: the mirror image counts where the sides are alike."""
        alike = self.matched or self.n_a == self.n_b
        return min(1.0, (2 if alike else 1) / self.labellings)


def observed_labels(shape: Shape) -> Floats:
    """The labelling as it is, in one row: +1 per event where matched, else 1 for the first side and 0 for the other."""
    labels = np.ones((1, shape.size))
    labels[:, shape.n_a :] = 0.0
    return labels


def all_labels(shape: Shape, width: int) -> Iterator[Floats]:
    """
    Every relabelling, the observed one first, in blocks of rows.

    A sign (+1, -1) per event where matched, else 1 for units dealt to the first side and 0 for the rest.

    Args:
        shape: what is relabelled.
        width: numbers that a row will be turned into; it bounds the rows of a block beside the units.
    """
    step = _rows(shape, width)
    if shape.matched:
        for start in range(0, shape.labellings, step):
            numbers = np.arange(start, min(start + step, shape.labellings))
            yield (1 - 2 * ((numbers[:, None] >> np.arange(shape.n_a)) & 1)).astype(np.float64)
        return
    choices = itertools.combinations(range(shape.size), shape.n_a)
    while block := list(itertools.islice(choices, step)):
        labels = np.zeros((len(block), shape.size))
        np.put_along_axis(labels, np.array(block), 1.0, axis=1)
        yield labels


def random_labels(shape: Shape, draws: int, width: int, seed: tuple[int, ...]) -> Iterator[Floats]:
    """
    The observed labelling, then `draws` random ones, in blocks of rows (see `all_labels`).

    Each row is an independent draw, so one matrix may serve any comparison of that shape: under the null its units are
    exchangeable, whichever they are.
    """
    rng = np.random.default_rng((*seed, int(shape.matched), shape.n_a, shape.n_b))
    yield observed_labels(shape)
    step = _rows(shape, width)
    for start in range(0, draws, step):
        rows = min(step, draws - start)
        if shape.matched:
            yield (2 * rng.integers(0, 2, (rows, shape.n_a)) - 1).astype(np.float64)
        else:
            keys = rng.random((rows, shape.size))
            edge = np.partition(keys, shape.n_a - 1, axis=1)[:, shape.n_a - 1, None]
            yield (keys <= edge).astype(np.float64)


def _rows(shape: Shape, width: int) -> int:
    return max(1, BLOCK // max(shape.size, width, 1))
