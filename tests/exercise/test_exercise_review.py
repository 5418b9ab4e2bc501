"""A teacher's review: what the sheet says is what the exercise becomes."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from exercise_samples import exercise

from framing.errors import ExerciseError
from framing.exercise.model import Exercise, Mark
from framing.exercise.review import apply_review, write_review

Row = dict[str, str]


def reviewed(tmp_path: Path, change: Callable[[Row], None], made: Exercise | None = None) -> Exercise:
    """The exercise after a review in which every row was changed so."""
    made = made or exercise()
    rows = list(csv.DictReader(write_review(made).splitlines()))
    rows = [row for row in rows if not row["exercise"].startswith("#")]
    for row in rows:
        change(row)
    path = tmp_path / "review.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:  # as a spreadsheet of another country saves it
        writer = csv.DictWriter(file, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    return apply_review(made, path).exercise


def key_of(made: Exercise) -> tuple[tuple[int, ...], tuple[int, ...]]:
    task = made.items[0].tasks[0]
    assert isinstance(task, Mark)
    return task.key, task.arguable


def decide(**decisions: str) -> Callable[[Row], None]:
    """Decisions by the text of a row; others stay empty."""

    def change(row: Row) -> None:
        row["decision"] = decisions.get(row["text"], "")

    return change


def test_an_untouched_sheet_accepts_everything(tmp_path: Path) -> None:
    """Who sends the sheet back as it is has looked at every item: all are accepted, and none changed."""
    made = reviewed(tmp_path, lambda row: None)
    assert made.reviewed
    assert {item.review for item in made.items} == {"accepted"}
    assert [item.tasks for item in made.items] == [item.tasks for item in exercise().items]
    assert made.id == exercise().id


def test_a_word_can_become_arguable_or_leave_the_key(tmp_path: Path) -> None:
    """Arguable words score as neither; dropped ones are words to leave alone; the exercise gets an id of its own."""
    made = reviewed(tmp_path, decide(slammed="arguable", plan="drop"))
    assert key_of(exercise()) == ((2, 4), (5,))
    assert key_of(made) == ((4,), (2, 9))
    assert made.items[0].review == "edited"
    assert made.id != exercise().id
    assert {note.surface: note.kind for note in made.items[0].notes}["plan"] == "decoy"


def test_a_decoy_can_become_part_of_the_key(tmp_path: Path) -> None:
    """Who finds that the list overlooked a word writes `key`."""
    assert 12 in key_of(reviewed(tmp_path, decide(Work="key")))[0]


def test_an_item_can_be_dropped(tmp_path: Path) -> None:
    """A dropped item is gone, the others stay in their order."""
    made = reviewed(tmp_path, lambda row: row.update(decision="drop" if row["item"] == "spot-02" else ""))
    assert [item.id for item in made.items] == [item.id for item in exercise().items if item.id != "spot-02"]


def test_reasons_and_plainer_words_can_be_rewritten(tmp_path: Path) -> None:
    """What the teacher writes stands in the key; a cell that looks like a formula comes back as it was."""
    made = reviewed(tmp_path, lambda row: row.update(why="=because" if row["text"] == "reckless" else row["why"]))
    assert made.items[0].notes[1].why == "=because"


def test_no_cell_is_a_formula() -> None:
    """A text that begins with an equals sign is shown with an apostrophe before it."""
    made = exercise()
    note = made.items[0].notes[0]
    hostile = replace(made, items=(replace(made.items[0], notes=(replace(note, surface="=1+1"),)),))
    assert ",'=1+1," in write_review(hostile)


def test_rows_that_cannot_be_used_are_told_and_the_rest_counts(tmp_path: Path) -> None:
    """An unknown decision and an unknown word are listed with their lines; every other row is applied."""
    made = exercise()
    text = write_review(made).replace("spot-01,1,slammed,key,", "spot-01,1,slammed,key,perhaps")
    text = text.replace("spot-01,3,plan,arguable,", "spot-01,77,plan,arguable,")
    path = tmp_path / "review.csv"
    path.write_text(text, "utf-8")
    result = apply_review(made, path)
    assert len(result.unused) == 2
    assert "review.csv:4: there is no decision 'perhaps': write accept, drop, arguable, key or nothing" in result.unused
    assert result.exercise.reviewed


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "the file is empty"),
        ("item,what\nspot-01,item\n", "the sheet lacks the column exercise"),
        ("exercise,item,what,text,now,decision,plain,why\nabc,spot-01,item,,,,,\n", "of the exercise abc, not of"),
    ],
)
def test_another_sheet_is_refused(tmp_path: Path, text: str, says: str) -> None:
    """A sheet that is no review, or of another pack, changes nothing and is named."""
    path = tmp_path / "review.csv"
    path.write_text(text)
    with pytest.raises(ExerciseError, match=says):
        apply_review(exercise(), path)


def test_tasks_that_are_free_stay_free(tmp_path: Path) -> None:
    """A task in which any word may be marked keeps its open key."""
    blind = next(item for item in exercise().items if item.type == "blind")
    made = reviewed(tmp_path, lambda row: None, exercise(blind))
    assert made.items[0].tasks == blind.tasks
