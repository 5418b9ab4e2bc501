"""What a class says together: how many marked each word, how far they agree, and how near each came to the key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import polars as pl

from framing.agreement import Agreement, measure_agreement
from framing.columns import Column, Table
from framing.exercise.classroom.answers import Collected
from framing.exercise.classroom.codes import Answer
from framing.exercise.model import Count, Exercise, Item, Mark, Order, Passage, Rate, Sort, Task
from framing.exercise.scoring import score_count, score_mark, score_order, score_sort

FEWEST = 5  # readers below which nothing is shown word by word
CLASS = Table(
    "CLASS",
    "a word of a text that the class marked",
    (
        Column("item", pl.String, "", "id of the item"),
        Column("question", pl.String, "", "question of the answer codes"),
        Column("number", pl.Int64, "", "number of the word from 1"),
        Column("word", pl.String, "", "as it stands"),
        Column("marked", pl.Int64, "readers", "who marked it"),
        Column("readers", pl.Int64, "readers", "who answered"),
        Column("share", pl.Float64, "0 … 1", "marked / readers"),
        Column("list", pl.String, "", "key, arguable or none"),
        Column("before", pl.Int64, "readers", "who marked it in the round before", null=True),
        Column("readers_before", pl.Int64, "readers", "who answered in the round before", null=True),
    ),
)
READERS = Table(
    "READERS",
    "a reader and a question: overlap with the key, for the teacher alone",
    (
        Column("reader", pl.String, "", "code of the reader"),
        Column("item", pl.String, "", "id of the item"),
        Column("question", pl.String, "", "question"),
        Column("hits", pl.Int64, "words", "marked words of the key", null=True),
        Column("extras", pl.Int64, "words", "marked words beyond it, arguable ones left out", null=True),
        Column("missed", pl.Int64, "words", "words of the key that were not marked", null=True),
        Column("overlap", pl.Float64, "0 … 1", "the score of docs/exercises.md; null where there is none", null=True),
    ),
)


@dataclass(frozen=True)
class Marking:
    """A text as a class marked it: counts by word, readers who answered, the same of the round before, agreement."""

    question: str
    item: Item
    task: Mark
    counts: tuple[int, ...]
    readers: int
    before: tuple[int, ...] | None
    readers_before: int
    agreement: Agreement | None

    @property
    def passage(self) -> Passage:
        """The text."""
        return self.item.passages[self.task.passage]

    def listed(self, word: int) -> str:
        """What the list says of a word: key, arguable or none."""
        return "key" if word in self.task.key else "arguable" if word in self.task.arguable else "none"


@dataclass(frozen=True)
class Tallied:
    """Any other question: a table of what was answered, and how many answered."""

    question: str
    item: Item
    task: Task
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    readers: int


def tally_marks(exercise: Exercise, answers: Collected, before: Collected | None, least: int) -> list[Marking]:
    """Every text that at least `least` readers marked, never fewer than five."""
    found = []
    for name, item, task in exercise.questions():
        if isinstance(task, Mark):
            size = len(item.passages[task.passage].words)
            counts, readers, table = _count(answers, name, size)
            earlier, then, _ = _count(before, name, size) if before else (None, 0, None)
            if readers >= max(least, FEWEST):
                agreement = measure_agreement(table) if table is not None else None
                shown = earlier if then >= max(least, FEWEST) else None
                found.append(Marking(name, item, task, counts, readers, shown, then if shown else 0, agreement))
    return found


def _count(
    answers: Collected, question: str, size: int
) -> tuple[tuple[int, ...], int, np.ndarray[tuple[int, int], np.dtype[np.float64]] | None]:
    """Marks by word, how many answered, and the table words x readers (none for a show of hands)."""
    given = [set(_ints(said[question])) for said in answers.readers.values() if question in said]
    if given:
        table = np.array([[float(word in marks) for marks in given] for word in range(size)])
        return tuple(int(n) for n in table.sum(axis=1)), len(given), table
    hands = answers.hands.get(question)
    if hands is None:
        return (0,) * size, 0, None
    return tuple(min(hands.get(word, 0), answers.present) for word in range(size)), answers.present, None


def _ints(answer: Answer) -> tuple[int, ...]:
    return tuple(one for one in answer if isinstance(one, int)) if isinstance(answer, tuple) else (answer,)


def tally_others(exercise: Exercise, answers: Collected, least: int) -> list[Tallied]:
    """Every question that is no marking, with how often each answer came; not with fewer readers than `least`."""
    found = []
    for name, item, task in exercise.questions():
        given = [said[name] for said in answers.readers.values() if name in said]
        if not isinstance(task, Mark) and len(given) >= max(least, FEWEST):
            columns, rows = _table(task, given)
            found.append(Tallied(name, item, task, columns, rows, len(given)))
    return found


def _table(task: Task, given: list[Answer]) -> tuple[tuple[str, ...], tuple[tuple[str, tuple[int, ...]], ...]]:
    if isinstance(task, Rate):
        counts = Counter(given)
        return ("1", "2", "3", "4", "5"), ((task.prompt, tuple(counts[n] for n in range(1, 6))),)
    lists = [one for one in given if isinstance(one, tuple)]
    if isinstance(task, Sort):
        by = [Counter(one[at] for one in lists) for at in range(len(task.prompts))]
        rows = zip(task.prompts, by, strict=True)
        return task.classes, tuple((prompt, tuple(n[c] for c in range(len(task.classes)))) for prompt, n in rows)
    if isinstance(task, Order):
        places = range(len(task.options))
        return tuple(f"{place + 1}" for place in places), tuple(
            (word, tuple(sum(one[place] == option for one in lists) for place in places))
            for option, word in enumerate(task.options)
        )
    assert isinstance(task, Count)
    return ("0", "1", "2", "3", "4", "5 and more"), tuple(
        (f"{row}: {column}", _spread([one[r][c] for one in lists if isinstance(one[r], tuple)]))  # type: ignore[index]
        for r, row in enumerate(task.rows)
        for c, column in enumerate(task.columns)
    )


def _spread(cells: list[int | None]) -> tuple[int, ...]:
    counts = Counter(min(cell, 5) for cell in cells if cell is not None)
    return tuple(counts[n] for n in range(6))


def class_table(markings: list[Marking]) -> pl.DataFrame:
    """CLASS."""
    rows = []
    for one in markings:
        for number, word in enumerate(one.passage.words):
            earlier = (one.before[number], one.readers_before) if one.before else (None, None)
            rows.append({
                "item": one.item.id, "question": one.question, "number": number + 1, "word": word.text,
                "marked": one.counts[number], "readers": one.readers, "share": one.counts[number] / one.readers,
                "list": one.listed(number), "before": earlier[0], "readers_before": earlier[1],
            })  # fmt: skip
    return CLASS.frame(rows)


def reader_table(exercise: Exercise, answers: Collected) -> pl.DataFrame:
    """READERS: every reader's overlap with the key, question by question; a question left out is not there."""
    rows = []
    tasks = {name: (item, task) for name, item, task in exercise.questions()}
    for reader, said in sorted(answers.readers.items()):
        for name, answer in said.items():
            item, task = tasks[name]
            rows.append({"reader": reader, "item": item.id, "question": name, **_overlap(task, answer)})
    return READERS.frame(rows)


def _overlap(task: Task, answer: Answer) -> Mapping[str, object]:
    if isinstance(task, Mark):
        marked, key, free = set(_ints(answer)), set(task.key), set(task.arguable)
        return {"hits": len(marked & key), "extras": len(marked - key - free), "missed": len(key - marked),
                "overlap": score_mark(task, tuple(marked))}  # fmt: skip
    return {"overlap": _score(task, answer)}


def _score(task: Task, answer: Answer) -> float | None:
    if isinstance(task, Order):
        return score_order(task, _ints(answer))
    if isinstance(task, Sort) and isinstance(answer, tuple):
        return score_sort(task, [one if isinstance(one, int) else None for one in answer])
    if isinstance(task, Count) and isinstance(answer, tuple):
        return score_count(task, [row for row in answer if isinstance(row, tuple)])
    return None
