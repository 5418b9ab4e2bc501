"""What a class handed in: whatever form it comes in, the same marks, and nothing is lost in silence."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from class_samples import FORMS, MADE, TEXT, WANTED, codes, put, rows_of, said, spans
from exercise_samples import exercise, passage, spot
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import ExerciseError, FramingError
from framing.exercise.classroom.answers import collect_answers
from framing.exercise.classroom.codes import encode
from framing.exercise.classroom.collected import Hands
from framing.exercise.classroom.questions import UnclearError, find_sentence, find_token, whole_words
from framing.exercise.model import Item, Mark

TWICE = exercise(
    Item("headlines-01", "headlines", "Two.", (passage("A bold plan."), passage("A mad plan.")), (
        Mark("First?", (1,)), Mark("Second?", (1,), passage=1))),
    Item("blind-01", "blind", "Again.", (passage("A bold plan."),), (Mark("Third?", ()),)),
)  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_marks(tmp_path: Path, form: str) -> None:
    """Codes in a chat, a mail, a form, any sheet of a workbook; tables; annotation tools: the same marks."""
    found = collect_answers([FORMS[form](tmp_path)], MADE)
    assert {reader: answers["q1"] for reader, answers in found.readers.items()} == WANTED
    assert (found.lost, found.notes) == ([], [])


def test_a_folder_is_all_its_files(tmp_path: Path) -> None:
    """A folder of answers is read file by file; hidden files are none."""
    for reader, code in zip(WANTED, codes(), strict=True):
        put(tmp_path / f"{reader}.txt", code)
    put(tmp_path / ".hidden", "x")
    found = collect_answers([tmp_path], MADE)
    assert list(found.readers) == list(WANTED)
    assert [path.name for path in found.used] == ["A1.txt", "B2.txt", "C3.txt"]


def test_codes_and_a_table_may_share_a_file(tmp_path: Path) -> None:
    """A code (or half of one) in the column of reasons takes no row of the table away."""
    a, b = spans((2,))[0]
    path = put(tmp_path / "l.csv", rows_of(f"A1,spot-01,{a},{b},,FW1 half", f'B2,spot-01,{a},{b},,"{codes()[2]}"'))
    found = collect_answers([path], MADE)
    assert {reader: answers["q1"] for reader, answers in found.readers.items()} == {"A1": (2,), "B2": (2,), "C3": ()}
    assert "not whole" in said(found)


def test_a_reader_may_be_called_fw1(tmp_path: Path) -> None:
    """A reader's code that looks like the beginning of a code is one still, and each code has its line."""
    lines = [encode(MADE, "FW1", {"q1": (2,)}), "", f"{codes()[0][:-1]}-"]
    found = collect_answers([put(tmp_path / "c.txt", "\n".join(lines))], MADE)
    assert found.readers == {"FW1": {"q1": (2,)}}
    assert [one.place for one in found.lost] == ["c.txt:3"]


def test_damaged_and_foreign_codes_are_told(tmp_path: Path) -> None:
    """A changed sign, another exercise, half a code: each with its line, none counted."""
    other = encode(exercise(spot()), "D4", {"q1": (1,)})
    broken = codes()[1].replace("B2", "B3")
    path = put(tmp_path / "c.txt", "\n".join([codes()[0], broken, other, codes()[2][:20]]))
    found = collect_answers([path], MADE)
    assert list(found.readers) == ["A1"]
    assert [one.place for one in found.lost] == ["c.txt:2", "c.txt:3", "c.txt:4"]
    reasons = ("B3: its checksum", "D4: it is of the exercise", "it is not whole")
    assert all(one.said.startswith(why) for one, why in zip(found.lost, reasons, strict=True))


def test_the_last_answer_to_a_question_counts(tmp_path: Path) -> None:
    """Handed in again, a question has its last answer, others stay; what came again unchanged is only counted."""
    first, second = encode(MADE, "A1", {"q1": (2,), "q7": 4}), encode(MADE, "A1", {"q1": (5,)})
    path = put(tmp_path / "c.txt", "\n".join([first, first, second]))
    found = collect_answers([path], MADE)
    assert found.readers == {"A1": {"q1": (5,), "q7": 4}}
    assert [str(one) for one in found.notes] == ["c.txt:3: A1 answered q1 again: the last answer counts"]
    assert found.told_same() == "2 answers came again unchanged."
    a, b = spans((8,))[0]
    table = put(tmp_path / "t.csv", rows_of(f"A1,spot-01,{a},{b},,new"))
    found = collect_answers([path, table], MADE)
    assert found.readers["A1"]["q1"] == (8,)
    assert found.reasons == {("A1", "q1"): {8: "new"}}


def test_names_become_numbers(tmp_path: Path) -> None:
    """A name or an address is not kept, the same one stays the same number, and none is taken for a reader's code."""
    a, b = spans((2,))[0]
    names = ("Ann Lee", "ann@example.org", "Ann Lee", "R1")
    found = collect_answers([put(tmp_path / "l.csv", rows_of(*(f"{who},spot-01,{a},{b},," for who in names)))], MADE)
    assert set(found.readers) == {"R-1", "R-2", "R1"}
    assert len(found.notes) == 2
    assert "Ann" not in "".join(one.said for one in found.notes)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("A1,spot-01,2,4,,", "cut a word"),
        ("A1,spot-01,3,4,,", "no word stands there"),
        ("A1,spot-01,0,9999,,", "do not lie in the text"),
        ("A1,spot-01,9,4,,", "do not lie in the text"),
        ("A1,spot-01,one,4,,", "no whole numbers"),
        ("A1,spot-09,0,3,,", "no such text"),
        ("A1,spot-01,0,3,q2,", "not the question that the row names"),
        (",spot-01,0,3,,", "no reader"),
        ("A1,spot-01,0,3,,,,", "the row can't be read"),
    ],
)  # fmt: skip
def test_a_row_that_is_not_clear_is_refused(tmp_path: Path, row: str, fault: str) -> None:
    """Numbers of words taken for characters, a text that is not there, no reader: told with its line; others count."""
    found = collect_answers([put(tmp_path / "l.csv", rows_of(row, "B2,spot-01,0,3,,"))], MADE)
    assert found.readers == {"B2": {"q1": (0,)}}
    assert [one.place for one in found.lost] == ["l.csv:2"]
    assert fault in said(found)


def test_an_item_with_two_texts_needs_the_question(tmp_path: Path) -> None:
    """Where an item has two texts to mark, or two items the same text, an answer has to say which it is about."""
    path = put(tmp_path / "l.csv", rows_of("A,headlines-01,2,6,q1,", "B,q2,2,5,,", "C,headlines-01,2,6,,"))
    found = collect_answers([path], TWICE)
    assert found.readers == {"A": {"q1": (1,)}, "B": {"q2": (1,)}}
    assert "name q1 or q2" in said(found)
    rows = [{"text": "A bold plan.", "label": [[2, 6, "x"]], "reader": "A"}]
    rows.append({**rows[0], "reader": "B", "question": "q3"})
    found = collect_answers([put(tmp_path / "d.jsonl", "\n".join(map(json.dumps, rows)))], TWICE)
    assert found.readers == {"B": {"q3": (1,)}}
    assert "q1 and q3 ask about this text" in said(found)


def test_hands_are_counted(tmp_path: Path) -> None:
    """Item, word and count, by number or by the word itself; how many readers the sheet says, or the call."""
    head = ("item", "token", "count")
    rows = ("spot-01,reckless,20", "spot-01,3,17", "spot-01,readers,24", "q2,1,3", "spot-02,readers,9")
    found = collect_answers([put(tmp_path / "t.csv", rows_of(*rows, head=head))], MADE)
    assert {name: (dict(one.marked), one.readers) for name, one in found.hands.items()} == {
        "q1": ({4: 20, 2: 17}, 24), "q2": ({0: 3}, 9)
    }  # fmt: skip
    bare = put(tmp_path / "u.csv", rows_of("spot-01,3,17", head=head))
    assert collect_answers([bare], MADE, present=20).hands["q1"].readers == 20
    with pytest.raises(ExerciseError, match="nobody knows how many readers"):
        collect_answers([bare], MADE)


def test_hands_that_can_t_be_are_told(tmp_path: Path) -> None:
    """More hands than readers, a word that is not there or stands there twice, a word counted twice: each is told."""
    made = exercise(spot(1, "The plan is the plan."))
    head = ("item", "token", "count")
    rows = ("spot-01,plan,3", "spot-01,zebra,1", "spot-01,2,30", "spot-01,2,many", "none,1,1", "spot-01,3,4",
            "spot-01,3,5")  # fmt: skip
    found = collect_answers([put(tmp_path / "t.csv", rows_of(*rows, head=head))], made, present=24)
    assert found.hands["q1"] == Hands({2: 5}, 24, frozenset({1}))
    for fault in ("stands there 2 times: give its number (2, 5)", "no such word", "more hands than the 24", "no whole",
                  "no such text"):  # fmt: skip
        assert fault in said(found)
    assert "counted again" in found.notes[0].said


def test_codes_count_before_hands(tmp_path: Path) -> None:
    """A text that readers answered and for which hands were raised has the readers' answers, and that is told."""
    hands = put(tmp_path / "t.csv", "item,token,count\nspot-01,3,17\n")
    found = collect_answers([put(tmp_path / "c.txt", codes()[0]), hands], MADE, present=24)
    assert "hands were raised for q1" in said(found)


def test_annotators_are_told_apart(tmp_path: Path) -> None:
    """Objects and addresses are annotators; without one the file is a reader; several without one can't be told."""
    a, b = spans((2,))[0]
    result = {"result": [{"value": {"start": a, "end": b}}]}
    done = [
        {"completed_by": {"id": 7, "email": "x@example.org"}, **result},
        {"completed_by": "y@example.org", **result},
    ]
    task = {"data": {"text": TEXT}, "annotations": [*done, result]}
    found = collect_answers([put(tmp_path / "l.json", json.dumps([task]))], MADE)
    assert set(found.readers) == {"7", "R-1"}
    assert "does not say who made it" in said(found)
    found = collect_answers([put(tmp_path / "K7.json", json.dumps([{**task, "annotations": [result]}]))], MADE)
    assert found.readers == {"K7": {"q1": (2,)}}
    other = {"data": {"text": f"{TEXT} More."}, "annotations": [result]}
    found = collect_answers([put(tmp_path / "K8.json", json.dumps([task, other]))], MADE)
    assert "its text is no text of the exercise" in said(found)


def test_what_the_page_saves_is_read(tmp_path: Path) -> None:
    """The columns and offsets of the page's "Save as CSV", with every cell in quotation marks and a guarded one."""
    start, end = spans((4,))[0]
    rows = [["reader", "item", "start", "end", "label", "reason"], ["K7", "spot-01", start, end, "q1", '\'=no "plan"']]
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    found = collect_answers([put(tmp_path / "answers-K7.csv", "\ufeff" + written.getvalue())], MADE)
    assert found.readers == {"K7": {"q1": (4,)}}
    assert found.reasons == {("K7", "q1"): {4: '\'=no "plan"'}}


@pytest.mark.parametrize("suffix", [".txt", ".csv", ".json", ".jsonl", ".xlsx", ".parquet", ".docx", ""])
@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, suffix: str, data: bytes) -> None:
    """No file of answers makes the program fail in another way than by its message."""
    path = tmp_path_factory.getbasetemp() / f"fuzz{suffix}"
    path.write_bytes(data)
    with pytest.raises(ExerciseError, match="no answer can be used"):
        collect_answers([path], MADE)


_CELLS = st.one_of(
    st.text(max_size=12),
    st.integers(-5, 200).map(str),
    st.sampled_from(["spot-01", "q1", "readers", "mayor", "K1", ""]),
)
_HEADS = st.sampled_from([("reader", "item", "start", "end", "label", "reason"), ("item", "token", "count")])


@given(head=_HEADS, rows=st.lists(st.lists(_CELLS, max_size=7), max_size=6))
def test_any_cells_are_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, head: tuple[str, ...], rows: list[list[str]]
) -> None:
    """Sheets with the right columns and anything in them: marks lie in their text, the rest is told."""
    path = tmp_path_factory.getbasetemp() / "cells.csv"
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    try:
        found = collect_answers([path], MADE, present=30)
    except FramingError:
        return
    sizes = {n: len(i.passages[t.passage].words) for n, i, t in MADE.questions() if isinstance(t, Mark)}
    for answers in found.readers.values():
        for name, words in answers.items():
            assert isinstance(words, tuple)
            assert all(isinstance(word, int) and 0 <= word < sizes[name] for word in words)
    for name, hands in found.hands.items():
        assert all(0 <= word < sizes[name] and n <= hands.readers for word, n in hands.marked.items())


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 99) | st.floats() | st.text(max_size=5) | st.just(TEXT),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(
    data=st.fixed_dictionaries({
        "data": st.just({"text": TEXT}) | _JSON, "text": st.just(TEXT) | _JSON, "label": _JSON,
        "annotations": st.lists(st.fixed_dictionaries({"completed_by": _JSON, "result": _JSON}) | _JSON, max_size=3),
    })
)  # fmt: skip
def test_any_json_is_read_or_told(tmp_path_factory: pytest.TempPathFactory, data: dict[str, Any]) -> None:
    """Files that look like those of annotation tools and hold anything else never end in another error."""
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_text(json.dumps([data, {**data, "data": 3}, {k: v for k, v in data.items() if k != "annotations"}]))
    try:
        found = collect_answers([path], MADE)
    except FramingError:
        return
    assert found.readers


@given(text=st.text("ab \n.-\"'é", min_size=1, max_size=40).filter(lambda text: any(c in text for c in "abé")))
def test_offsets_and_words_agree(text: str) -> None:
    """Every word is found by its characters, by its number, and in its sentence, wherever it stands."""
    made = passage(text)
    for number, (start, end) in enumerate(made.spans):
        assert made.text[start:end] == made.words[number].text
        assert whole_words(made, start, end) == (number,)
        assert find_token(made, str(number + 1)) == number
        assert made.words[number].text in find_sentence(made, number)
        if end - start > 1:
            with pytest.raises(UnclearError, match="cut a word"):
                whole_words(made, start + 1, end)
