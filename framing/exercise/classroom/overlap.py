"""Overlap with the key, reader by reader: for the teacher alone. It starts a talk and is no mark."""

from __future__ import annotations

import polars as pl

from framing.exercise.classroom.codes import Answer
from framing.exercise.classroom.collected import Collected
from framing.exercise.classroom.rounds import numbers
from framing.exercise.classroom.tables import READERS
from framing.exercise.model import Count, Exercise, Mark, Order, Sort, Task
from framing.exercise.scoring import score_count, score_mark, score_order, score_sort

OVERLAP = "overlap with the key"


def reader_table(exercise: Exercise, answers: Collected) -> pl.DataFrame:
    """READERS, by reader and question; a question that was left out is not there."""
    rows = []
    for reader, said in sorted(answers.readers.items()):
        for name, item, task in exercise.questions():
            if name in said:
                why = answers.reasons.get((reader, name), {})
                words = item.passages[task.passage].words if isinstance(task, Mark) else ()
                told = "; ".join(f"{words[word].text}: {reason}" for word, reason in sorted(why.items()))
                rows.append({"reader": reader, "item": item.id, "question": name, "reasons": told or None,
                             **_overlap(task, said[name])})  # fmt: skip
    return READERS.frame(rows)


def _overlap(task: Task, answer: Answer) -> dict[str, float | None]:
    if isinstance(task, Mark):
        free = set(task.arguable)
        marked, key = set(numbers(answer)) - free, set(task.key) - free
        return {"hits": len(marked & key), "extras": len(marked - key), "missed": len(key - marked),
                OVERLAP: score_mark(task, tuple(marked))}  # fmt: skip
    return {OVERLAP: _score(task, answer)}


def _score(task: Task, answer: Answer) -> float | None:
    if isinstance(task, Order):
        return score_order(task, numbers(answer))
    if isinstance(task, Sort) and isinstance(answer, tuple):
        return score_sort(task, [one if isinstance(one, int) else None for one in answer])
    if isinstance(task, Count) and isinstance(answer, tuple):
        return score_count(task, [row for row in answer if isinstance(row, tuple)])
    return None
