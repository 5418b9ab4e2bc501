"""Names for the array types that the engine passes around."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Ints: TypeAlias = npt.NDArray[np.int64]
Bools: TypeAlias = npt.NDArray[np.bool_]
Bytes: TypeAlias = npt.NDArray[np.uint8]
Keys: TypeAlias = npt.NDArray[np.uint64]
Floats: TypeAlias = npt.NDArray[np.float64]


def last_at_or_before(edges: Ints, places: Ints) -> Ints:
    """For each place the index of the last edge not after it; -1 where there is none. `edges` is sorted."""
    return np.searchsorted(edges, places, "right").astype(np.int64) - 1


def repeat_ranges(first: Ints, last: Ints) -> Ints:
    """All integers of the ranges first … last (inclusive), one range after the other."""
    size = last - first + 1
    shift = np.repeat(first - np.concatenate([[0], np.cumsum(size)[:-1]]), size)
    out: Ints = np.arange(int(size.sum()), dtype=np.int64) + shift
    return out
