"""What a class says together: how many marked each word or chose each option, how far they agree, what moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from framing.agreement import Floats, find_alpha
from framing.exercise.classroom.collected import Collected
from framing.exercise.classroom.rounds import FEWEST, Round, count_round, numbers
from framing.exercise.classroom.shifts import Shift, find_shifts
from framing.exercise.model import Count, Exercise, Item, Mark, Order, Passage, Rate, Sort, Task

HALF, FEW = 0.5, 0.2
"""Shares from which a word is the class's, and below which the class leaves it to the list."""
RATINGS = ("1", "2", "3", "4", "5")


@dataclass(frozen=True)
class Marking:
    """
    A text as a class marked it.

    Attributes:
        question, item, task: what was asked.
        counts: who marked each word, of `readers` who answered.
        before: who marked each in the round before, of `readers_before`; None: no such round, or too few.
        unknown: words whose count is not known; they have 0 in `counts`.
        by_reader: words x readers, 1 where marked; None for a show of hands, of which nobody knows who.
    """

    question: str
    item: Item
    task: Mark
    counts: tuple[int, ...]
    readers: int
    before: tuple[int, ...] | None = None
    readers_before: int = 0
    unknown: frozenset[int] = frozenset()
    by_reader: Floats | None = None

    @property
    def passage(self) -> Passage:
        """The text."""
        return self.item.passages[self.task.passage]

    @property
    def alpha(self) -> float | None:
        """Krippendorff's alpha over words, nominal; None: undefined, or nobody knows who marked what."""
        return None if self.by_reader is None else find_alpha(self.by_reader)

    def listed(self, word: int) -> str:
        """What the list says of a word: key, arguable or none."""
        return "arguable" if word in self.task.arguable else "key" if word in self.task.key else "none"


@dataclass(frozen=True)
class Chosen:
    """A line of a question: what it is about, option → who chose it, the same before, what the list has."""

    about: str
    counts: Mapping[str, int]
    before: Mapping[str, int] | None
    listed: frozenset[str]


@dataclass(frozen=True)
class Tallied:
    """Any other question: its options and lines, and who answered it, now and before."""

    question: str
    item: Item
    task: Task
    options: tuple[str, ...]
    lines: tuple[Chosen, ...]
    readers: int
    readers_before: int = 0


@dataclass(frozen=True)
class Results:
    """
    All that is shown of a class.

    Attributes:
        exercise: what was answered.
        now: the counts, of what is shown and of what is not.
        least: readers below which nothing is shown; five or more.
        markings, others, shifts: texts, other questions, ratings that moved.
        joined: alpha over all texts; None: undefined, or there are not several that readers answered in writing.
    """

    exercise: Exercise
    now: Round
    least: int
    markings: tuple[Marking, ...]
    others: tuple[Tallied, ...]
    shifts: tuple[Shift, ...]
    joined: float | None

    def few(self) -> list[tuple[str, str, int]]:
        """Questions that are not shown: name, prompt, and how many answered."""
        shown = {one.question for one in self.markings} | {one.question for one in self.others}
        asked = ((name, task.prompt) for name, _, task in self.exercise.questions())
        return [(name, prompt, self.now.readers.get(name, 0)) for name, prompt in asked if name not in shown]


def find_results(exercise: Exercise, answers: Collected, before: Round | None = None, least: int = FEWEST) -> Results:
    """What a class says together, and what moved since the round before; fewer than five readers are never shown."""
    now, least = count_round(exercise, answers), max(least, FEWEST)
    markings = tally_marks(exercise, answers, now, before, least)
    return Results(
        exercise, now, least, tuple(markings), tuple(tally_others(exercise, now, before, least)),
        tuple(find_shifts(exercise, answers, least)), join_alpha(markings, answers),
    )  # fmt: skip


def tally_marks(
    exercise: Exercise, answers: Collected, now: Round, before: Round | None = None, least: int = FEWEST
) -> list[Marking]:
    """Every text that at least `least` readers answered, never fewer than five."""
    found = []
    for name, item, task in exercise.questions():
        readers = now.readers.get(name, 0)
        if not isinstance(task, Mark) or readers < max(least, FEWEST):
            continue
        size = len(item.passages[task.passage].words)
        then = _enough(before, name, least)
        found.append(
            Marking(
                name, item, task, _spread(now.marked[name], size), readers,
                _spread(before.marked.get(name, {}), size) if before and then else None, then,
                now.unknown.get(name, frozenset()), _by_reader(answers, name, size),
            )
        )  # fmt: skip
    return found


def _enough(before: Round | None, question: str, least: int) -> int:
    """Who answered in the round before; 0 where they were too few."""
    readers = before.readers.get(question, 0) if before else 0
    return readers if readers >= max(least, FEWEST) else 0


def _spread(marked: Mapping[int, int], size: int) -> tuple[int, ...]:
    return tuple(marked.get(word, 0) for word in range(size))


def _by_reader(answers: Collected, question: str, size: int) -> Floats | None:
    given = [said[question] for said in answers.readers.values() if question in said]
    if not given:
        return None
    table = np.zeros((size, len(given)))
    for column, one in enumerate(given):
        table[list(numbers(one)), column] = 1
    return table


def join_alpha(markings: Sequence[Marking], answers: Collected) -> float | None:
    """Alpha over the words of all texts that readers answered in writing; a text that one left out is missing."""
    readers = {reader: column for column, reader in enumerate(answers.readers)}
    parts = []
    for one in markings:
        if one.by_reader is not None:
            who = [readers[reader] for reader, said in answers.readers.items() if one.question in said]
            part = np.full((len(one.counts), len(readers)), np.nan)
            part[:, who] = one.by_reader
            parts.append(part)
    return find_alpha(np.vstack(parts)) if parts else None


def tally_others(exercise: Exercise, now: Round, before: Round | None = None, least: int = FEWEST) -> list[Tallied]:
    """Every question that is no marking, with how often each answer came; not with fewer readers than `least`."""
    found = []
    for name, item, task in exercise.questions():
        readers = now.readers.get(name, 0)
        if isinstance(task, Mark) or readers < max(least, FEWEST):
            continue
        then = _enough(before, name, least)
        lines = tuple(
            Chosen(about, now.chosen.get((name, n), {}),
                   before.chosen.get((name, n), {}) if before and then else None, listed)
            for n, (about, listed) in enumerate(_abouts(task))
        )  # fmt: skip
        found.append(Tallied(name, item, task, _options(task, lines), lines, readers, then))
    return found


def _abouts(task: Task) -> list[tuple[str, frozenset[str]]]:
    """What each line of a question is about, and the options that the list has there."""
    if isinstance(task, Sort):
        keys = [frozenset(task.classes[one] for one in key) for key in task.key]
        keys = [key if len(key) < len(task.classes) else frozenset() for key in keys]  # all is fine: nothing to box
        return list(zip(task.prompts, keys, strict=True))
    if isinstance(task, Order):
        return [(word, _places(task.ranks, rank)) for word, rank in zip(task.options, task.ranks, strict=True)]
    if isinstance(task, Count):
        return [
            (f"{row}: {column}", frozenset([str(task.key[r][c])]))
            for r, row in enumerate(task.rows)
            for c, column in enumerate(task.columns)
        ]
    return [(task.prompt, frozenset())]


def _places(ranks: Sequence[int], rank: int) -> frozenset[str]:
    """The places from 1 that an option of a rank may stand at: more than one where ranks are equal."""
    first = sum(one < rank for one in ranks)
    return frozenset(str(first + step + 1) for step in range(sum(one == rank for one in ranks)))


def _options(task: Task, lines: Sequence[Chosen]) -> tuple[str, ...]:
    if isinstance(task, Sort):
        return task.classes
    if isinstance(task, Order):
        return tuple(str(place + 1) for place in range(len(task.options)))
    if isinstance(task, Rate):
        return RATINGS
    given = {option for line in lines for option in (*line.counts, *(line.before or {}), *line.listed)}
    return tuple(sorted(given, key=int))
