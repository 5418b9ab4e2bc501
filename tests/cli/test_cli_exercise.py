"""`framing exercise` as a teacher's helper meets it: a pack in seconds, a review, a check, a class, a lesson."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from cli_samples import call, write_corpus

from framing.errors import ExitCode
from framing.exercise.classroom.codes import encode
from framing.exercise.store import load_exercise

FORMATS = "html,markdown,gift,moodle-xml,h5p,qti"  # without those that take longest


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack of the demo, whole."""
    folder = tmp_path_factory.mktemp("demo") / "pack"
    result = call("exercise", "demo", "-o", folder)
    assert result.code == 0, result.all
    assert "machine-made key" in result.out
    return folder


def test_the_demo_is_everything_a_class_needs(pack: Path) -> None:
    """Both sheets, the page, every format; README.txt says which two to print, and names every file."""
    names = {path.name for path in pack.iterdir()}
    assert {"worksheet.pdf", "key.pdf", "exercise.html", "exercise-class.html", "worksheet.md", "key.md"} <= names
    assert {"moodle.gift.txt", "moodle.xml", "kahoot.xlsx", "qti.zip", "exercise.json", "build.log"} <= names
    readme = (pack / "README.txt").read_text("utf-8")
    assert "Print these two:\n  worksheet.pdf" in readme
    assert all(name in readme for name in names - {"README.txt"})
    assert {item.type for item in load_exercise(pack).items} == {
        "spot", "ladder", "rewrite", "headlines", "blind", "voices", "verbs", "agency", "portrait", "dispute"
    }  # fmt: skip


def test_the_pack_passes_its_check(pack: Path) -> None:
    """Every file is read back; a broken one ends with code 7 and is named."""
    result = call("exercise", "check", pack)
    assert result.code == 0, result.all
    assert "moodle.gift.txt: ok" in result.out
    broken = pack.parent / "broken"
    broken.mkdir()
    (broken / "moodle.xml").write_text("<quiz>")
    result = call("exercise", "check", broken)
    assert result.code == ExitCode.BAD_EXERCISE
    assert "moodle.xml: 1 fault" in result.out


def test_the_same_seed_gives_the_same_pack(tmp_path: Path) -> None:
    """Made twice, every file is the same to the byte."""
    for name in ("one", "two"):
        assert call("exercise", "demo", "--seed", "3", "--formats", FORMATS, "-o", tmp_path / name).code == 0
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


def test_a_review_changes_the_pack(tmp_path: Path) -> None:
    """A sheet is written, filled in and applied: the item is gone, and nothing says any more that nobody looked."""
    made = tmp_path / "pack"
    call("exercise", "demo", "--formats", "markdown", "-o", made)
    first = load_exercise(made)
    assert call("exercise", "review", made / "exercise.json").code == 0
    sheet = made / "review.csv"
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    at = rows[0].index("decision")
    for row in rows[2:]:
        row[at] = "drop" if row[1:3] == [first.items[0].id, "item"] else ""
    with sheet.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    result = call("exercise", "review", made, "--apply", sheet)
    assert result.code == 0, result.all
    after = load_exercise(made)
    assert len(after.items) == len(first.items) - 1
    assert after.reviewed
    assert "machine-made" not in (made / "worksheet.md").read_text("utf-8")
    assert call("exercise", "build", made, "--formats", "html", "--no-key").code == 0
    assert (made / "exercise-class.html").is_file()


def test_a_class_is_graded(pack: Path, tmp_path: Path) -> None:
    """Codes of six readers become a page; damaged ones are named; --forget deletes the file afterwards, and says so."""
    exercise = load_exercise(pack)
    codes = [encode(exercise, f"R{n}", {"q1": (n, n + 1)}) for n in range(6)]
    answers = tmp_path / "answers.txt"
    answers.write_text("\n".join([*codes, codes[0][:-1] + "Z"]))
    result = call("exercise", "grade", pack, answers, "-o", tmp_path / "class", "--forget")
    assert result.code == 0, result.all
    assert "6 readers read, 1 answer not used." in result.out
    assert "not used: answers.txt:7: " in result.err
    assert "Deleted: " in result.out
    assert not answers.exists()
    assert "Krippendorff" in (tmp_path / "class" / "class.html").read_text("utf-8")


def test_answers_that_can_t_be_used_stay(pack: Path, tmp_path: Path) -> None:
    """Where nothing can be used the call ends with code 7, writes nothing and deletes nothing."""
    answers = tmp_path / "answers.txt"
    answers.write_text("I liked it.")
    result = call("exercise", "grade", pack, answers, "-o", tmp_path / "class", "--forget")
    assert result.code == ExitCode.BAD_EXERCISE
    assert "there is no answer code in it" in result.err
    assert answers.exists()
    assert not (tmp_path / "class").exists()


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_lesson_is_a_folder(tmp_path: Path, number: int) -> None:
    """Plan, slides, both sheets and the page of every lesson; README.txt begins with the plan."""
    result = call("exercise", "lesson", number, "-o", tmp_path / "lesson")
    assert result.code == 0, result.all
    names = {path.name for path in (tmp_path / "lesson").iterdir()}
    assert {"plan.md", "slides.md", "worksheet.pdf", "key.pdf", "exercise-class.html"} <= names
    assert ("exercise.html" in names) == (number != 3)
    assert "Begin with plan.md" in (tmp_path / "lesson" / "README.txt").read_text("utf-8")


def test_too_few_texts_are_said(tmp_path: Path) -> None:
    """A corpus of a few plain sentences gives what it can, and the log says why it gives no more."""
    corpus, pack = write_corpus(tmp_path / "c"), tmp_path / "p"
    result = call("exercise", "make", corpus, "-t", "spot,ladder", "-n", "2", "--formats", "markdown", "-o", pack)
    assert result.code == 0, result.all
    assert "note: spot: 0 of 2 items could be made" in result.out
    assert "no run of whole sentences" in (pack / "build.log").read_text("utf-8")


def test_list_names_types_and_formats() -> None:
    """What there is to choose from, and what each needs."""
    shown = call("exercise", "list").out
    for word in ("spot", "dispute", "portrait", "moodle-xml", "kahoot", "minutes"):
        assert word in shown


def test_what_does_not_exist_is_a_mistake_of_usage(tmp_path: Path) -> None:
    """An unknown type or format ends with code 2 and names those there are; a missing pack with code 7."""
    result = call("exercise", "make", tmp_path, "-t", "dance", "-o", tmp_path / "p")
    assert result.code == ExitCode.BAD_USAGE
    assert "choose from spot" in " ".join(result.err.split())
    assert call("exercise", "demo", "--formats", "gif", "-o", tmp_path / "p").code == ExitCode.BAD_USAGE
    assert call("exercise", "build", tmp_path / "none").code == ExitCode.BAD_EXERCISE
