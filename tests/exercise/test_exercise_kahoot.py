"""Kahoot: short questions in a workbook whose limits are kept, whose cells compute nothing, and that has no date."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from check_samples import Change, Twin, cell, exercises, faults, faults_of, names_of_twins, unzip
from exercise_samples import exercise, items, passage, spot
from hypothesis import given, settings

from framing.archives import save_book
from framing.exercise.model import UNCHECKED, Exercise, Item, Mark, Order, Sort, Task
from framing.exercise.writers import kahoot
from framing.exercise.writers.edition import Edition

NAME = kahoot.FILE
MADE = exercise()


def written(made: Exercise = MADE) -> bytes:
    return kahoot.write(made, Edition()).files[NAME]


def sheet(data: bytes) -> Any:
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(data)).worksheets[0]


def rows(made: Exercise = MADE) -> list[Sequence[Any]]:
    return list(sheet(written(made)).iter_rows(min_row=kahoot.HEADER + 1, max_col=8, values_only=True))


def asking(task: Task, item: Item | None = None) -> Exercise:
    return exercise(replace(item or spot(), tasks=(task,)))


def test_a_short_sentence_is_a_question() -> None:
    """Its words of the key are right, other words of the same sentence are not; arguable ones are not offered."""
    _, question, *answers, seconds, right = rows()[0]
    assert question == "Which words judge, beyond the facts? “The mayor slammed the reckless plan.”"
    assert [answers[int(number) - 1] for number in right.split(",")] == ["slammed", "reckless"]
    assert "plan" not in answers
    assert seconds in kahoot.SECONDS


def test_prompts_to_sort_are_a_question_each() -> None:
    """With every class that the key accepts."""
    verbs = [row for row in rows() if str(row[1]).startswith("Sort.")]
    assert [(row[1], row[7]) for row in verbs] == [
        ("Sort. “said”", "1"),
        ("Sort. “slammed”", "3"),
        ("Sort. “hailed”", "1,2"),
    ]


def test_an_order_is_asked_by_its_ends() -> None:
    """The plainest and the most loaded; of five words, one in the middle has no room."""
    ladder = Order("The _____ spoke.", tuple("edcba"), (4, 3, 2, 1, 0), "plainest", "most loaded")
    assert [(row[1], row[2:6], row[7]) for row in rows(asking(ladder))] == [
        ("The _____ spoke. Which is plainest?", ("e", "d", "b", "a"), "4"),
        ("The _____ spoke. Which is most loaded?", ("e", "d", "b", "a"), "1"),
    ]


def test_what_is_too_long_is_counted() -> None:
    """Nothing is cut; the losses say how many questions have no room, and what is no quick question at all."""
    long = Sort("Which?", ("short", "x" * 119), ("a", "b"), ((0,), (1,)))
    assert f"spot-01: 1 of 2 quick questions are too long for {NAME}" in kahoot.write(asking(long), Edition()).losses
    many = Sort("Which?", ("short",), tuple("abcde"), ((0,),))
    assert kahoot.write(asking(many), Edition()).files == {}
    assert f"rewrite-01: write has no question in {NAME}" in kahoot.write(MADE, Edition()).losses


def test_of_a_long_sentence_the_words_around_the_key_are_shown() -> None:
    """As many as fit, with dots where the sentence goes on; every answer stands in what is shown."""
    long = (
        "On Tuesday morning the elderly members of the council, after hours of talk, slammed a plan that the town had "
    )
    mark = Mark("Which words judge? There may be none.", (13,))
    row = rows(
        asking(mark, replace(spot(), passages=(passage(long + "seen for many years without complaint."),), notes=()))
    )[0]
    shown = "… members of the council, after hours of talk, slammed a plan that the town had seen for …"
    assert row[1] == f"Which words judge? “{shown}”"
    assert len(row[1]) <= kahoot.QUESTION
    assert all(answer in row[1] for answer in row[2:6])
    assert row[2:6][int(row[7]) - 1] == "slammed"


def test_one_text_of_several_is_not_asked() -> None:
    """A question that needs the other text can't be answered without it."""
    two = (passage("A reckless plan."), passage("A bold plan."))
    made = kahoot.write(asking(Mark("Which?", (1,)), replace(spot(), passages=two)), Edition())
    assert made.files == {}


def test_a_prompt_that_names_a_text_shows_it() -> None:
    """Nobody can say who comes first in Headline A without reading it; longer texts are shown beside the questions."""
    two = (passage("Mayor cheers.", "Headline A"), passage("Plan fails.", "Headline B"))
    sort = Sort("Who comes first?", ("Headline A", "Headline B"), ("mayor", "nobody"), ((0,), (1,)))
    made = asking(sort, replace(spot(), passages=two))
    assert [row[1] for row in rows(made)] == ["Who comes first? “Mayor cheers.”", "Who comes first? “Plan fails.”"]
    assert f"spot-01: its text is not in {NAME}: show it beside the questions" in kahoot.write(made, Edition()).losses


def test_opinions_are_not_graded() -> None:
    """Where every class is fine, there is no quick question."""
    views = Sort("Would you?", ("a", "b"), ("yes", "no"), ((0, 1), (1, 0)))
    assert kahoot.write(asking(views), Edition()).files == {}


def test_no_text_is_a_formula() -> None:
    """Title, prompts and answers that begin with a sign of spreadsheets stay texts."""
    sort = Sort("=1+1", ("@x", "-2"), ("+3", "=cmd|' /C calc'!A0"), ((0,), (1,)))
    made = replace(asking(sort), title="=SUM(A1)")
    assert faults(NAME, written(made)) == ""
    assert sheet(written(made))["B2"].value == "=SUM(A1)"
    assert sheet(written(made))["D9"].value == "=cmd|' /C calc'!A0"


def test_the_workbook_has_no_hour() -> None:
    """The same exercise is the same file; every date in it is the same."""
    assert written() == written()
    assert unzip(written())["docProps/core.xml"].count(b"1980-01-01T00:00:00Z") == 2


def test_the_sheet_says_that_nobody_checked_the_key() -> None:
    """Until the review."""
    assert UNCHECKED in sheet(written())["B3"].value
    reviewed = exercise(*(replace(item, review="accepted") for item in items()))
    assert sheet(written(reviewed))["B3"].value is None


def without_rows(data: bytes) -> bytes:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data))
    book.worksheets[0].delete_rows(kahoot.HEADER + 1, 50)
    return save_book(book)


def one_answer(data: bytes) -> bytes:
    for column in (4, 5, 6):
        data = cell(9, column, None)(data)
    return data


TWINS: list[Twin] = [
    (NAME, lambda d: d[:99], "it is no workbook"),
    (NAME, cell(8, 2, "x"), "row 8 is not the header"),
    (NAME, without_rows, "it has no question"),
    (NAME, cell(9, 2, "x" * 121), "the question has 121 letters"),
    (NAME, cell(9, 2, None), "the question has 0 letters"),
    (NAME, cell(9, 3, "x" * 76), "an answer has more than 75 letters"),
    (NAME, one_answer, "it has fewer than two answers"),
    (NAME, cell(9, 7, 7), "7 is no time that Kahoot knows"),
    (NAME, cell(9, 8, "9"), "a right answer is not there"),
    (NAME, cell(9, 8, None), "a right answer is not there"),
    (NAME, cell(9, 2, "=1+1"), "a cell is a formula"),
    (NAME, cell(2, 2, "=1+1"), "a cell is a formula"),
]


@pytest.mark.parametrize(("name", "change", "says"), TWINS, ids=names_of_twins(TWINS))
def test_a_broken_twin_is_refused(name: str, change: Change, says: str) -> None:
    """Each fault is named in its own words, with a way out."""
    found = faults(name, change(written()), MADE)
    assert says in found
    assert " — " in found


@settings(max_examples=40, deadline=None)
@given(exercises())
def test_any_text_is_read_back(made: Exercise) -> None:
    """Whatever signs stand in it, limits are kept and cells are texts."""
    assert faults_of(kahoot.OUTPUT, made, Edition()) == ""
