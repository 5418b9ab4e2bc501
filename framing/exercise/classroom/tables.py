"""The tables of a class folder: what their columns are, how they are filled, and how they are written."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from framing.cells import write_rows
from framing.columns import Column, Table
from framing.exercise.classroom.results import Marking, Tallied
from framing.exercise.model import Exercise

_EXERCISE = Column("exercise", pl.String, "", "id of the exercise")
_ITEM = Column("item", pl.String, "", "id of the item")
_QUESTION = Column("question", pl.String, "", "question of the answer codes")
_READERS = Column("readers", pl.Int64, "readers", "who answered the question")
CLASS = Table(
    "CLASS",
    "a word of a text that the class marked",
    (
        _EXERCISE,
        _ITEM,
        _QUESTION,
        Column("number", pl.Int64, "", "number of the word from 1"),
        Column("word", pl.String, "", "as it stands"),
        Column("marked", pl.Int64, "readers", "who marked it"),
        _READERS,
        Column("share", pl.Float64, "0 … 1", "marked / readers"),
        Column("list", pl.String, "", "key, arguable or none"),
        Column("before", pl.Int64, "readers", "who marked it in the round before", null=True),
        Column("readers_before", pl.Int64, "readers", "who answered in the round before", null=True),
    ),
)
OPTIONS = Table(
    "OPTIONS",
    "an answer to a question that asks for no marks",
    (
        _EXERCISE,
        _ITEM,
        _QUESTION,
        Column("line", pl.Int64, "", "number of the line of the question from 1: a word, a prompt, a cell"),
        Column("about", pl.String, "", "what the line is about"),
        Column("option", pl.String, "", "the answer: a class, a place from 1, a number"),
        Column("chosen", pl.Int64, "readers", "who gave it"),
        _READERS,
        Column("list", pl.String, "", "key or none"),
        Column("before", pl.Int64, "readers", "who gave it in the round before", null=True),
        Column("readers_before", pl.Int64, "readers", "who answered in the round before", null=True),
    ),
)
READERS = Table(
    "READERS",
    "a reader and a question: overlap with the key, for the teacher alone",
    (
        Column("reader", pl.String, "", "code of the reader"),
        _ITEM,
        _QUESTION,
        Column("hits", pl.Int64, "words", "marked words of the key", null=True),
        Column("extras", pl.Int64, "words", "marked words beyond it, arguable ones left out", null=True),
        Column("missed", pl.Int64, "words", "words of the key that were not marked", null=True),
        Column("overlap with the key", pl.Float64, "0 … 1", "the score of docs/exercises.md; null: none", null=True),
        Column("reasons", pl.String, "", "why, where the reader said so: word: reason", null=True),
    ),
)
REMARKS = Table(
    "REMARKS",
    "something that was not used, or not as it was given",
    (
        Column("round", pl.String, "", "this or before"),
        Column("kind", pl.String, "", "not used or changed"),
        Column("place", pl.String, "", "file, and line where there is one"),
        Column("said", pl.String, "", "why"),
        Column("detail", pl.String, "", "what stands there"),
    ),
)


def class_table(exercise: Exercise, markings: Sequence[Marking]) -> pl.DataFrame:
    """CLASS, without words whose count is not known."""
    return CLASS.frame([
        {
            "exercise": exercise.id, "item": one.item.id, "question": one.question, "number": n + 1, "word": word.text,
            "marked": one.counts[n], "readers": one.readers, "share": one.counts[n] / one.readers,
            "list": one.listed(n), "before": one.before[n] if one.before else None,
            "readers_before": one.readers_before or None,
        }
        for one in markings
        for n, word in enumerate(one.passage.words)
        if n not in one.unknown
    ])  # fmt: skip


def option_table(exercise: Exercise, others: Sequence[Tallied]) -> pl.DataFrame:
    """OPTIONS."""
    return OPTIONS.frame([
        {
            "exercise": exercise.id, "item": one.item.id, "question": one.question, "line": n, "about": line.about,
            "option": option, "chosen": line.counts.get(option, 0), "readers": one.readers,
            "list": "key" if option in line.listed else "none",
            "before": line.before.get(option, 0) if line.before is not None else None,
            "readers_before": one.readers_before or None,
        }
        for one in others
        for n, line in enumerate(one.lines, 1)
        for option in one.options
    ])  # fmt: skip


def write_sheet(frame: pl.DataFrame) -> bytes:
    """A table as CSV that spreadsheets open: UTF-8 with its mark, no cell a formula, shares to four digits."""
    rows = ([round(cell, 4) if isinstance(cell, float) else cell for cell in row] for row in frame.iter_rows())
    return write_rows([frame.columns, *rows]).encode("utf-8-sig", "replace")
