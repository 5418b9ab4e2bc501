"""Names for the array types that the engine passes around."""

from __future__ import annotations

from typing import Any, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

Ints: TypeAlias = npt.NDArray[np.integer[Any]]
Bools: TypeAlias = npt.NDArray[np.bool_]
Bytes: TypeAlias = npt.NDArray[np.uint8]
Keys: TypeAlias = npt.NDArray[np.uint64]
Floats: TypeAlias = npt.NDArray[np.float64]
ByteT = TypeVar("ByteT", np.uint8, np.bool_)


def places(keep: Bools | Ints) -> Ints:
    """What a mask picks, as places (places stay as they are): quicker where several columns are picked from."""
    return np.flatnonzero(keep) if keep.dtype == bool else keep.astype(np.int64, copy=False)


def look_up(table: npt.NDArray[ByteT], value: Bytes) -> npt.NDArray[ByteT]:
    """What a table of bytes has for each value: `table.take(value)` at half the cost, for columns of all words."""
    return np.frombuffer(bytearray(value).translate(table.tobytes().ljust(256, b"\0")), table.dtype)


def contains(ordered: Ints, value: Ints) -> Bools:
    """Which of the values are among those in order."""
    if not ordered.size:
        return np.zeros(len(value), bool)
    out: Bools = ordered.take(np.searchsorted(ordered, value), mode="clip") == value
    return out


def repeat_ranges(first: Ints, last: Ints) -> Ints:
    """All integers of the ranges first … last (inclusive), one range after the other."""
    size = last - first + 1
    shift = np.repeat(first - np.concatenate([[0], np.cumsum(size)[:-1]]), size)
    out: Ints = np.arange(int(size.sum()), dtype=np.int64) + shift
    return out


def inside_ranges(place: Ints, first: Ints, last: Ints) -> Bools:
    """Whether each place lies in one of the ranges first … last (inclusive), which are in order and apart."""
    if not first.size:
        return np.zeros(len(place), bool)
    at = np.searchsorted(first, place, "right") - 1
    out: Bools = (at >= 0) & (place <= last.take(np.maximum(at, 0)))
    return out
