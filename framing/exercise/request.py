"""What is asked of an exercise, and what a type of exercise is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from framing.exercise.material import Material
from framing.exercise.model import Item

AGES: dict[str, float] = {"11-13": 42.0, "14-16": 52.0, "17+": 70.0}
"""Age band → the LIX that its texts stay below."""
UNLICENSED_WORDS = 90
"""Words of an excerpt, at most, where nobody said that the text may be copied."""


@dataclass(frozen=True, slots=True)
class Request:
    """
    What is asked for.

    Attributes:
        count: items of each type.
        age: 11-13, 14-16 or 17+.
        seed: of every choice; the same seed, corpus and lexicons give the same bytes.
        licence: under which the corpus may be copied; "" if that is not known.
        blind: leave the outlets' names out of what readers see.
        label: `spot` also asks to name the technique of each word.
    """

    count: int = 6
    age: str = "14-16"
    seed: int = 0
    licence: str = ""
    blind: bool = False
    label: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """A candidate that did not become an item: where it is, and why."""

    where: str
    reason: str


Found: TypeAlias = Iterator[Item | Refusal]


@dataclass(frozen=True, slots=True)
class ExerciseType:
    """
    A type of exercise.

    Attributes:
        name: as in `-t`.
        title: for pupils.
        minutes: how long one item takes a class, roughly.
        needs: what of a corpus it needs, for those who choose.
        scoring: the rule, in a sentence.
        make: gives items, the best first, and refusals, for as long as it is asked. Ids are given later.
    """

    name: str
    title: str
    minutes: int
    needs: str
    scoring: str
    make: Callable[[Material, Request], Found]
