"""What a class answered: whatever it comes in, nothing is lost in silence, and nobody is shown who is too few."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from exercise_samples import exercise, passage, spot
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import ExerciseError
from framing.exercise.classroom.answers import Collected, collect_answers, locate
from framing.exercise.classroom.codes import encode
from framing.exercise.classroom.grading import write_class
from framing.exercise.classroom.results import class_table, reader_table, tally_marks, tally_others
from framing.exercise.model import Exercise, Mark
from framing.lexicon import check_folder, load_lexicon

MADE = exercise()
WANTED = {"A1": (2, 4), "B2": (4,), "C3": ()}
"""Reader → words marked in the first text."""


def codes(answers: dict[str, tuple[int, ...]] = WANTED, made: Exercise = MADE) -> list[str]:
    """A code a reader."""
    return [encode(made, reader, {"q1": words}) for reader, words in answers.items()]


def spans(words: Sequence[int]) -> list[tuple[int, int]]:
    ends = locate(MADE.items[0].passages[0])
    return [ends[word] for word in words]


def as_text(path: Path) -> Path:
    return put(path / "chat.txt", "Hello!\n" + "\nmy code: ".join(codes()) + "\nbye")


def as_csv(path: Path) -> Path:
    return put(
        path / "form.csv", "\ufeffTime;Answer\r\n" + "".join(f"10:0{n};{code}\r\n" for n, code in enumerate(codes()))
    )


def as_book(path: Path) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    for code in ("Answers", *codes()):
        book.active.append([None, code])
    book.save(path / "form.xlsx")
    return path / "form.xlsx"


def as_table(path: Path) -> Path:
    rows = [f"{r},spot-01,{a},{b},q1,because" for r, words in WANTED.items() for a, b in spans(words)]
    return put(path / "long.csv", "reader,item,start,end,label,reason\n" + "\n".join([*rows, "C3,spot-01,,,q1,"]))


def as_label_studio(path: Path) -> Path:
    done = [
        {
            "completed_by": reader,
            "result": [{"value": {"start": a, "end": b, "labels": ["x"]}} for a, b in spans(words)],
        }
        for reader, words in WANTED.items()
    ]
    return put(path / "ls.json", json.dumps([{"data": {"text": MADE.items[0].passages[0].text}, "annotations": done}]))


READERS: dict[str, Callable[[Path], Path]] = {
    "text": as_text, "csv": as_csv, "xlsx": as_book, "table": as_table, "label studio": as_label_studio,
}  # fmt: skip


def put(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("form", READERS)
def test_every_form_gives_the_same_marks(tmp_path: Path, form: str) -> None:
    """Codes in a chat, a form or a workbook, a table, an annotation tool: the same readers marked the same words."""
    found = collect_answers([READERS[form](tmp_path)], MADE)
    assert {reader: said["q1"] for reader, said in found.readers.items()} == WANTED
    assert found.set_aside == []


def test_doccano_is_a_reader_a_file(tmp_path: Path) -> None:
    """Its lines have no reader: the file's name is one."""
    text = MADE.items[0].passages[0].text
    line = json.dumps({"text": text, "label": [[*spans((2,))[0], "x"]]})
    found = collect_answers([put(tmp_path / "K7.jsonl", line)], MADE)
    assert found.readers == {"K7": {"q1": (2,)}}


def test_hands_are_counted(tmp_path: Path) -> None:
    """Item, word and count, by number or by the word itself; the number of readers from the table or the call."""
    path = put(tmp_path / "t.csv", "item,token,count\nspot-01,readers,24\nspot-01,3,17\nspot-01,reckless,20\n")
    found = collect_answers([path], MADE)
    assert (found.present, found.hands) == (24, {"q1": {2: 17, 4: 20}})
    (one,) = tally_marks(MADE, found, None, 5)
    assert (one.counts[2], one.readers, one.agreement) == (17, 24, None)
    bare = put(tmp_path / "u.csv", "item,token,count\nspot-01,3,17\nspot-01,zebra,1\nnone,1,1\nspot-01,4,many\n")
    found = collect_answers([bare], MADE, present=20)
    assert found.present == 20
    assert [one.reason.split(" ")[0] for one in found.set_aside] == ["'zebra'", "there", "'many'"]
    with pytest.raises(ExerciseError, match="how many readers"):
        collect_answers([bare], MADE)


def test_damaged_doubled_and_foreign_codes_are_told(tmp_path: Path) -> None:
    """A changed sign, another exercise, half a code: each is listed with its place; the last of two codes counts."""
    other = encode(exercise(spot()), "D4", {"q1": (1,)})
    again = encode(MADE, "A1", {"q1": (7,)})
    broken = codes()[1].replace("B2", "B3")
    path = put(tmp_path / "c.txt", "\n".join([codes()[0], broken, other, again, codes()[2][:20]]))
    found = collect_answers([path], MADE)
    assert found.readers == {"A1": {"q1": (7,)}}
    told = " | ".join(one.reason for one in found.set_aside)
    assert "its checksum does not fit" in told
    assert "it is of the exercise" in told
    assert "it is not whole" in told
    assert found.notes == ["A1 handed in twice; the last code counts (c.txt)."]


def test_names_become_numbers(tmp_path: Path) -> None:
    """A field that looks like a name or an address is not kept; the same one stays the same number."""
    a, b = spans((2,))[0]
    rows = f"Ann Lee,spot-01,{a},{b}\nann@example.org,spot-01,{a},{b}\nAnn Lee,spot-01,{a},{b}\n"
    found = collect_answers([put(tmp_path / "l.csv", "reader,item,start,end\n" + rows)], MADE)
    assert set(found.readers) == {"R1", "R2"}
    assert "Ann" not in " ".join(found.notes)


def test_missing_is_not_unmarked() -> None:
    """Who left a question out is no reader of it; who marked nothing is."""
    answers = Collected(readers={f"R{n}": {"q1": (2,)} for n in range(4)} | {"N": {"q1": ()}, "M": {"q7": 3}})
    (one,) = tally_marks(MADE, answers, None, 5)
    assert (one.readers, one.counts[2]) == (5, 4)


def test_fewer_than_five_are_not_shown(tmp_path: Path) -> None:
    """Four readers get a page that says why it shows nothing; asking for fewer than five does not help."""
    answers = Collected(readers={f"R{n}": {"q1": (2,)} for n in range(4)})
    assert tally_marks(MADE, answers, None, 1) == []
    assert tally_others(MADE, answers, 1) == []
    write_class(MADE, answers, tmp_path / "class")
    page = (tmp_path / "class" / "class.html").read_text("utf-8")
    assert "Nothing is shown word by word with fewer than 5 readers" in page
    assert "slammed" not in page


def class_of(*marks: tuple[int, ...]) -> Collected:
    return Collected(readers={f"R{n}": {"q1": words} for n, words in enumerate(marks)})


def test_agreement_is_right_or_undefined() -> None:
    """Five readers who agree wholly reach 1; if nobody marks anything it is undefined; a worked case agrees by hand."""
    assert tally_marks(MADE, class_of(*[(2, 4)] * 5), None, 5)[0].agreement.alpha == 1  # type: ignore[union-attr]
    assert tally_marks(MADE, class_of(*[()] * 5), None, 5)[0].agreement.alpha is None  # type: ignore[union-attr]
    words = len(MADE.items[0].passages[0].words)
    found = tally_marks(MADE, class_of((2,), (2,), (2,), (2,), ()), None, 5)[0].agreement
    # one word has 4 marks of 5: 8 of its 20 ordered pairs differ, /4 = 2; in all 4 marks among 5 x words values
    values = 5 * words
    expected = 2 * 4 * (values - 4) / (values - 1)
    assert found is not None
    assert found.alpha == pytest.approx(1 - 2 / expected)


def test_overlap_with_the_key_is_told_to_the_teacher() -> None:
    """Hits, extras and missed words of every reader; arguable words in neither; other tasks have their own score."""
    answers = Collected(readers={"A": {"q1": (2, 5, 0), "q4": (1, 2, 0), "q5": (0, 2, 1), "q7": 4}})
    rows = {row["question"]: row for row in reader_table(MADE, answers).iter_rows(named=True)}
    assert (rows["q1"]["hits"], rows["q1"]["extras"], rows["q1"]["missed"]) == (1, 1, 1)
    assert rows["q1"]["overlap"] == pytest.approx(0.25)
    assert (rows["q4"]["overlap"], rows["q5"]["overlap"], rows["q7"]["overlap"]) == (1, 1, None)


def test_other_questions_are_counted() -> None:
    """How often each class, place and number came, for every kind of task."""
    said = {"q4": (1, 0, 2), "q5": (0, 1, None), "q6": ((1, 9), (None, 0)), "q7": 3}
    answers = Collected(readers={f"R{n}": dict(said) for n in range(6)})  # type: ignore[arg-type]
    tables = {one.question: dict(one.rows) for one in tally_others(MADE, answers, 5)}
    assert tables["q5"] == {"said": (6, 0, 0), "slammed": (0, 6, 0), "hailed": (0, 0, 0)}
    assert tables["q4"]["leader"] == (6, 0, 0)
    assert tables["q6"]["The mayor: words"] == (0, 0, 0, 0, 0, 6)
    assert next(iter(tables["q7"].values())) == (0, 0, 6, 0, 0)


def test_the_folder_closes_the_loop(tmp_path: Path) -> None:
    """Words that half of the class marked wait in a lexicon, which marks nothing until a person accepts them."""
    answers = class_of(*[(2, 12)] * 4, (12,))
    files = write_class(MADE, answers, tmp_path)
    assert files == ["class.html", "class.csv", "readers.csv", "look-again.csv", "lexicon/lexicon.toml",
                     "lexicon/candidates.csv"]  # fmt: skip
    folder = tmp_path / "lexicon"
    assert load_lexicon(folder).entries == ()
    assert not [fault for fault in check_folder(folder) if fault.severity == "error"]
    sheet = folder / "candidates.csv"
    (row,) = csv.DictReader(io.StringIO(sheet.read_text("utf-8")))
    assert (row["term"], row["note"]) == ("work", "5 of 5 readers marked it.")
    sheet.write_text(sheet.read_text("utf-8").replace(",candidate,", ",,"))
    assert [entry.term for entry in load_lexicon(folder).entries] == ["work"]
    again = list(csv.DictReader(io.StringIO((tmp_path / "look-again.csv").read_text("utf-8-sig"))))
    assert [one["word"] for one in again] == ["reckless"]
    words = list(csv.DictReader(io.StringIO((tmp_path / "class.csv").read_text("utf-8-sig"))))
    assert (words[2]["word"], words[2]["marked"], words[2]["readers"], words[2]["list"]) == ("slammed", "4", "5", "key")


def test_a_second_round_shows_what_moved(tmp_path: Path) -> None:
    """With the round before, both numbers stand over a word."""
    write_class(MADE, class_of(*[(2,)] * 5), tmp_path, before=class_of(*[(4,)] * 5))
    page = (tmp_path / "class.html").read_text("utf-8")
    assert "5/5 (was 0)" in page
    assert "0/5 (was 5)" in page


def test_hostile_texts_and_answers_show_as_text(tmp_path: Path) -> None:
    """Markup in a passage is text on the page; a formula in a word is text in the tables; no script, no name."""
    item = spot(1, "=cmd() <script>alert(1)</script> is reckless and it slammed them.")
    made = exercise(item)
    code = "".join(f"\n{encode(made, f'R{n}', {'q1': (0, 1)})}" for n in range(5))
    answers = collect_answers([put(tmp_path / "c.txt", code + "\nFW1 <img src=x> broken #1")], made)
    write_class(made, answers, tmp_path / "o")
    page = (tmp_path / "o" / "class.html").read_text("utf-8")
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;" in page
    assert passage("x").words


@pytest.mark.parametrize("suffix", [".txt", ".csv", ".json", ".jsonl", ".xlsx"])
@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, suffix: str, data: bytes) -> None:
    """No file of answers makes the program fail in another way than by its message."""
    path = tmp_path_factory.getbasetemp() / f"fuzz{suffix}"
    path.write_bytes(data)
    with pytest.raises(ExerciseError, match="no answer can be used"):
        collect_answers([path], MADE)


def test_tables_say_what_their_columns_mean() -> None:
    """A class table without a text is a table still."""
    assert class_table([]).height == 0
    task = MADE.items[0].tasks[0]
    assert isinstance(task, Mark)
