"""Answer codes: what is written is read, and what was damaged on the way is said to be."""

from __future__ import annotations

from typing import Any

import pytest
from exercise_samples import exercise, spot
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import ExerciseError
from framing.exercise.classroom.codes import Answer, checksum, encode, find_codes
from framing.exercise.model import Count, Mark, Order, Sort, Task

MADE = exercise()
READERS = st.text("ABCDEFGHJK0123456789", min_size=1, max_size=12)
ANSWERS: dict[str, Answer] = {
    "q1": (1, 6, 13), "q2": (), "q4": (1, 0, 2), "q5": (0, None, 1), "q6": ((1, 4), (None, 0)), "q7": 3,
}  # fmt: skip


def answers_to(task: Task, size: int) -> st.SearchStrategy[Any]:
    """Any answer to a task."""
    if isinstance(task, Mark):
        return st.sets(st.integers(0, size - 1)).map(lambda words: tuple(sorted(words)))
    if isinstance(task, Order):
        return st.permutations(range(len(task.options))).map(tuple)
    if isinstance(task, Sort):
        one = st.none() | st.integers(0, len(task.classes) - 1)
        return st.tuples(*[one] * len(task.prompts))
    if isinstance(task, Count):
        row = st.tuples(*[st.none() | st.integers(0, 99_999)] * len(task.columns))
        return st.tuples(*[row] * len(task.rows))
    return st.integers(1, 5)


def all_answers() -> st.SearchStrategy[dict[str, Any]]:
    """Any answers to the sample exercise, some questions left out."""
    made = {}
    for name, item, task in MADE.questions():
        size = len(item.passages[task.passage].words) if isinstance(task, Mark) else 0
        made[name] = answers_to(task, size)
    return st.fixed_dictionaries({}, optional=made)


def test_a_code_is_what_it_is() -> None:
    """The parts, in their order, and a checksum that another program agrees on."""
    assert checksum("123456789") == "29B1"  # the check value that CRC catalogues give for CRC-16/CCITT-FALSE
    code = encode(MADE, "k07", ANSWERS)
    assert code.startswith(f"FW1 {MADE.id} K07 q1=2.7.14 q2=- q4=BAC q5=A.B q6=1.4._.0 q7=3 #")


@given(READERS, all_answers())
def test_any_answers_come_back(reader: str, answers: dict[str, Answer]) -> None:
    """Whatever was answered, and nothing else, is read from the code; it never begins like a formula."""
    code = encode(MADE, reader, answers)
    assert code[0] not in "=+-@"
    (found,) = find_codes(code, MADE)
    assert (found.reader, found.problem, dict(found.answers)) == (reader, "", answers)


@pytest.mark.parametrize(
    "carried",
    [
        "my answers: {}, thanks!", "> {}\n> --", '"{}";;', "{}\n{}", "<p>{}</p>", "1. {}", "{}.",
    ],
)  # fmt: skip
def test_codes_survive_their_way(carried: str) -> None:
    """Chat, mail, cells of a table: the code is found in whatever stands around it, each time it stands there."""
    code = encode(MADE, "K07", ANSWERS)
    for spaced in (code, code.replace(" ", "\u00a0"), code.replace(" ", "\n> ", 3), code.lower()):
        found = find_codes(carried.replace("{}", spaced), MADE)
        assert [dict(one.answers) for one in found] == [ANSWERS] * carried.count("{}")
        assert not any(one.problem for one in found)


@given(st.data())
def test_one_changed_sign_is_noticed(data: st.DataObject) -> None:
    """Whichever digit or letter was changed, one of the format too, the code is reported and gives no answers."""
    code = encode(MADE, "K07", ANSWERS)
    at = data.draw(st.sampled_from([n for n, mark in enumerate(code) if mark.isalnum()]))
    other = data.draw(st.sampled_from("0123456789ABCDEF").filter(lambda mark: mark.casefold() != code[at].casefold()))
    found = find_codes(code[:at] + other + code[at + 1 :], MADE)
    assert all(one.problem for one in found)
    assert found


@given(st.integers(1, 60), st.integers(1, 3))
def test_what_was_cut_off_is_noticed(at: int, size: int) -> None:
    """A code that lost signs anywhere is reported, once, and gives no answers."""
    code = encode(MADE, "K07", ANSWERS)
    (found,) = find_codes(code[:at] + code[at + size :], MADE)
    assert found.problem
    assert not found.answers


@pytest.mark.parametrize("letters", [(None, None, None), (0, None, None)])
def test_keyboards_that_mean_well_do_no_harm(letters: tuple[int | None, ...]) -> None:
    """Three dots made one sign, a hyphen made a dash, signs that nobody sees: the answers are the same."""
    answers: dict[str, Answer] = {"q1": (), "q2": (0,), "q5": letters}
    code = encode(MADE, "K07", answers)
    for changed in (
        code.replace("...", "…"),
        code.replace("=-", "=–"),
        f"\u200e{code}\u200b",
        code.replace("q2", "q\u200b2"),
    ):
        (found,) = find_codes(changed, MADE)
        assert (found.problem, dict(found.answers)) == ("", answers)


def test_two_damaged_codes_are_two() -> None:
    """Of codes that follow each other, each is reported, and none takes another's answers."""
    good, half = encode(MADE, "K08", ANSWERS), f"FW1 {MADE.id} K07 q1=2.7"
    found = find_codes(f"{half}\n{half}\n{good}\n{half} q2", MADE)
    assert [one.reader for one in found if not one.problem] == ["K08"]
    assert [bool(one.problem) for one in found] == [True, True, False, True]


def forged(body: str) -> str:
    return f"{body} #{checksum(body)}"


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (encode(exercise(spot()), "K07", {"q1": (1,)}), f"not of {MADE.id}"),
        (forged(f"FW1 {MADE.id} K07 q99=1"), "there is no question q99"),
        (forged(f"FW1 {MADE.id} K07 q1=999"), "and no word 999"),
        (forged(f"FW1 {MADE.id} K07 q1=0"), "the text has"),
        (forged(f"FW1 {MADE.id} K07 q1=A"), "is no list of words"),
        (forged(f"FW1 {MADE.id} K07 q4=AAC"), "does not have each letter once"),
        (forged(f"FW1 {MADE.id} K07 q5=AZ."), "a letter beyond C"),
        (forged(f"FW1 {MADE.id} K07 q5=A"), "1 letters for 3"),
        (forged(f"FW1 {MADE.id} K07 q6=1"), "no table of 2 by 2"),
        (forged(f"FW1 {MADE.id} K07 q7=9"), "no number from 1 to 5"),
        (forged(f"FW1 {MADE.id} K07 q1=2 q1=3"), "q1 is answered twice"),
        (forged(f"FW2 {MADE.id} K07 q1=2"), "of the format FW2"),
        (f"W1 {MADE.id} K07 q1=2 #4141", "its beginning was cut off"),
        (f"FW1 {MADE.id} K07 q1=2 q2", "it is not whole"),
        (f"FW1 {MADE.id} K07 q1=2 #12", "it is not whole"),
    ],
)
def test_what_cannot_be_used_says_why(code: str, says: str) -> None:
    """Codes of other exercises, of unknown questions or cut off are found, and the reason is told."""
    (found,) = find_codes(code, MADE)
    assert says in found.problem
    assert not found.answers


@pytest.mark.parametrize("text", ["I like FW1. And FW10 abc.", "Write to FW Ltd, #4141, or https://x.example/?q1=5"])
def test_a_text_without_codes_has_none(text: str) -> None:
    """The format's name alone is no code, nor is anything else that has a sign in common with one."""
    assert find_codes(text, MADE) == []


@pytest.mark.parametrize(
    ("reader", "answers", "says"),
    [
        ("Anna Quill", {}, "no code of a reader"),
        ("", {}, "no code of a reader"),
        ("K07", {"q99": 1}, "no question q99"),
        ("K07", {"q1": (999,)}, "no answers to the exercise"),
        ("K07", {"q4": (0, 0, 1)}, "no answers to the exercise"),
        ("K07", {"q7": 9}, "no answers to the exercise"),
    ],
)
def test_what_is_no_answer_is_not_written(reader: str, answers: dict[str, Answer], says: str) -> None:
    """No code is made that could not be read again."""
    with pytest.raises(ExerciseError, match=says):
        encode(MADE, reader, answers)
