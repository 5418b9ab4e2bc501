"""Answers of small classes, in every form that they come in, for the tests of what is made from answers."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from exercise_samples import exercise

from framing.exercise.classroom.codes import Answer, encode
from framing.exercise.classroom.collected import Collected
from framing.exercise.classroom.results import Marking, tally_marks
from framing.exercise.classroom.rounds import count_round
from framing.exercise.model import Exercise

MADE = exercise()
TEXT = MADE.items[0].passages[0].text
WANTED: dict[str, Answer] = {"A1": (2, 4), "B2": (4,), "C3": ()}
"""Reader → words marked in the first text."""


def put(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8", newline="")
    return path


def codes(answers: Mapping[str, Answer] = WANTED, made: Exercise = MADE) -> list[str]:
    """A code a reader, of the first question."""
    return [encode(made, reader, {"q1": words}) for reader, words in answers.items()]


def spans(words: object) -> list[tuple[int, int]]:
    """Characters of words of the first text."""
    ends = MADE.items[0].passages[0].spans
    assert isinstance(words, tuple)
    return [ends[word] for word in words]


def as_text(path: Path) -> Path:
    return put(path / "chat.txt", "Hello!\n" + "\nmy code: ".join(codes()) + "\nbye")


def as_quoted_mail(path: Path) -> Path:
    return put(path / "mail.txt", "\r\n> ".join(code.replace(" ", "\u00a0", 1) for code in codes()))


def as_csv(path: Path) -> Path:
    rows = "".join(f'10:0{n};"my code: {code}"\r\n' for n, code in enumerate(codes()))
    return put(path / "form.csv", "\ufeffTime;Answer\r\n" + rows)


def as_book(path: Path) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    first, *rest = codes()
    book.active.append([None, None, first])  # no header, and no name over the column
    other = book.create_sheet("late")
    for code in rest:
        other.append(["", code])
    book.save(path / "form.xlsx")
    return path / "form.xlsx"


def as_table(path: Path) -> Path:
    rows = [f"{r},spot-01,{a},{b},q1,because" for r, words in WANTED.items() for a, b in spans(words)]
    return put(path / "long.csv", "reader,item,start,end,label,reason\n" + "\n".join([*rows, "c3,spot-01,,,q1,"]))


def as_table_book(path: Path) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Reader", "Item", "Start", "End"])
    for reader, words in WANTED.items():
        for a, b in spans(words) or [(None, None)]:
            book.active.append([reader, "spot-01", a if a is None else float(a), b])
    book.save(path / "long.xlsx")
    return path / "long.xlsx"


def as_label_studio(path: Path) -> Path:
    done = [
        {"completed_by": who, "result": [{"value": {"start": a, "end": b, "labels": ["x"]}} for a, b in spans(words)]}
        for who, words in WANTED.items()
    ]
    return put(path / "ls.json", json.dumps([{"data": {"text": f" {TEXT}"}, "annotations": shift(done)}]))


def shift(done: list[dict[str, object]]) -> list[dict[str, object]]:
    """The same annotations of the text with a space before it."""
    moved = json.loads(json.dumps(done))
    for one in moved:
        for result in one["result"]:
            result["value"]["start"] += 1
            result["value"]["end"] += 1
    return list(moved)


def as_doccano(path: Path) -> Path:
    lines = [
        json.dumps({"text": TEXT, "annotator": who, name: [[a, b, "x"] for a, b in spans(words)]})
        for (who, words), name in zip(WANTED.items(), ("label", "label", "label"), strict=True)
    ]
    return put(path / "doccano.jsonl", "\n".join(lines))


def as_excel_table(path: Path) -> Path:
    rows = [f"{r};spot-01;{a};{b}" for r, words in WANTED.items() for a, b in spans(words) or [("", "")]]
    return put(path / "excel.csv", "\ufeff" + "\r\n".join(["Reader;Item;Start;End", *rows]) + "\r\n")


FORMS: dict[str, Callable[[Path], Path]] = {
    "text": as_text, "mail": as_quoted_mail, "csv": as_csv, "xlsx": as_book, "table": as_table,
    "table xlsx": as_table_book, "excel": as_excel_table, "label studio": as_label_studio, "doccano": as_doccano,
}  # fmt: skip


def class_of(*marks: tuple[int, ...], question: str = "q1") -> Collected:
    """Readers R0, R1 … who marked these words."""
    return Collected(readers={f"R{n}": {question: words} for n, words in enumerate(marks)})


def tally(answers: Collected, least: int = 5, made: Exercise = MADE, before: Collected | None = None) -> list[Marking]:
    """The texts of a class."""
    then = count_round(made, before) if before else None
    return tally_marks(made, answers, count_round(made, answers), then, least)


def said(answers: Collected) -> str:
    """All remarks on what was lost."""
    return " | ".join(one.said for one in answers.lost)


def rows_of(*lines: str, head: Sequence[str] = ("reader", "item", "start", "end", "label", "reason")) -> str:
    return "\n".join([",".join(head), *lines]) + "\n"
