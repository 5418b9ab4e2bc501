"""Chance that is the same everywhere: the order of things by a digest of a seed, not by a generator's inner state."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import TypeVar

Thing = TypeVar("Thing")


def rank(seed: int, *parts: object) -> str:
    """A key to sort by: the same for the same seed and parts, on every machine and version."""
    told = "\x1f".join(map(str, (seed, *parts)))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def shuffle(things: Iterable[Thing], seed: int, *parts: object, key: Callable[[Thing], object] = str) -> list[Thing]:
    """The things in an order of chance. `key` tells one from another; what the order is for goes into `parts`."""
    return sorted(things, key=lambda thing: rank(seed, *parts, key(thing)))
