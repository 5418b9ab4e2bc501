"""exercise.json: what is written is read back, and what is no exercise is refused in words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from exercise_samples import exercise, spot
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import ExerciseError
from framing.exercise.store import NAME, from_json, identify, load_exercise, to_json


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    """Every kind of task survives the file, by its own name and by its folder's."""
    (tmp_path / NAME).write_text(to_json(exercise()), "utf-8")
    assert load_exercise(tmp_path) == load_exercise(tmp_path / NAME) == exercise()


def test_the_passage_is_its_words() -> None:
    """The text of a passage is put together from its words and the marks between them, with nothing lost."""
    assert spot().passages[0].text.startswith("The mayor slammed the reckless plan.")
    assert spot().passages[0].sentences == 3


def test_the_id_is_of_what_is_asked() -> None:
    """Another key or text gives another id; another title does not."""
    one = exercise()
    assert len(one.id) == 6
    assert identify(exercise(spot())) != one.id
    assert identify(from_json(to_json(one).replace("Words to talk about", "Other"))) == one.id


def broken(change: Any) -> str:
    data = json.loads(to_json(exercise()))
    change(data)
    return json.dumps(data)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "not valid JSON"),
        ("[]", "no exercise of format 1"),
        (broken(lambda d: d.update(format=9)), "no exercise of format 1"),
        (broken(lambda d: d.pop("title")), "lacks a part"),
        (broken(lambda d: d.update(sneaky=1)), "unknown part `sneaky`"),
        (broken(lambda d: d["items"][0].update(id=3)), "exercise.items[0].id is int, not str"),
        (broken(lambda d: d["items"][0]["tasks"][0].update(kind="dance")), "is no task"),
        (broken(lambda d: d["items"][0]["tasks"][0].update(key=[99])), "spot-01: a word of number 99 is not there"),
        (broken(lambda d: d["items"][3]["tasks"][0].update(ranks=[1])), "ladder-01: 1 ranks for 3"),
        (broken(lambda d: d["items"][0].update(id="../../evil")), "an item's id is '../../evil'"),
        (broken(lambda d: d["items"][0].update(id="spot-02")), "two items have the id spot-02"),
        (broken(lambda d: d["items"][0].update(stem="\ud83d")), "half of a sign"),
    ],
)
def test_what_is_no_exercise_is_refused(text: str, says: str) -> None:
    """The message names the part that is wrong and says what to do."""
    with pytest.raises(ExerciseError) as caught:
        from_json(text)
    assert says in str(caught.value)
    assert "fix: " in str(caught.value)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda v: st.lists(v) | st.dictionaries(
    st.sampled_from(["format", "items", "id", "title", "tasks", "kind"]), v)))  # fmt: skip
def test_any_json_is_read_or_refused(data: Any) -> None:
    """No file of JSON makes the reader fail in another way than by its message."""
    with pytest.raises(ExerciseError):
        from_json(json.dumps(data))
