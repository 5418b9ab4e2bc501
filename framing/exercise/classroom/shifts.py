"""Ratings that readers gave twice, before something was told and after: how many moved, and which way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framing.exercise.classroom.collected import Collected
from framing.exercise.classroom.rounds import FEWEST, numbers
from framing.exercise.model import Exercise, Item, Rate, Reveal


@dataclass(frozen=True)
class Shift:
    """A rating that was given twice by the same readers, before something was told and after: how many moved."""

    item: Item
    prompt: str
    up: int
    same: int
    down: int

    @property
    def readers(self) -> int:
        """Who gave it twice."""
        return self.up + self.same + self.down


def find_shifts(exercise: Exercise, answers: Collected, least: int = FEWEST) -> list[Shift]:
    """Ratings before something was told, beside those after it, of readers who gave both."""
    found = []
    for item in exercise.items:
        for first, second, prompt in _pairs(exercise, item):
            both = [said for said in answers.readers.values() if first in said and second in said]
            moves = [numbers(said[second])[0] - numbers(said[first])[0] for said in both]
            if len(moves) >= max(least, FEWEST):
                up, down = sum(move > 0 for move in moves), sum(move < 0 for move in moves)
                found.append(Shift(item, prompt, up, len(moves) - up - down, down))
    return found


def _pairs(exercise: Exercise, item: Item) -> Iterator[tuple[str, str, str]]:
    """Questions of the ratings before and after what an item tells, in their order, and what was asked first."""
    names = {id(task): name for name, one, task in exercise.questions() if one is item}
    told = next((n for n, task in enumerate(item.tasks) if isinstance(task, Reveal)), 0)
    rates = [(n > told, task) for n, task in enumerate(item.tasks) if isinstance(task, Rate)]
    first, second = ([task for after, task in rates if after is side] for side in (False, True))
    if told and len(first) == len(second):
        yield from ((names[id(a)], names[id(b)], a.prompt) for a, b in zip(first, second, strict=True))
