"""`framing exercise grade` as a teacher calls it: a page, tables, two rounds, and nothing deleted that is needed."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_samples import call, everything_in, write_table

from framing.errors import ExitCode
from framing.exercise.classroom.codes import encode
from framing.exercise.model import Exercise, Item, Mark, Note, Passage, Word
from framing.exercise.store import identify, to_json

WORDS = tuple(Word(text) for text in "Brandt slammed the mad plan of the spoilt council".split())
ITEM = Item(
    "spot-01", "spot", "Mark.", (Passage(WORDS, "."),), (Mark("Which words judge?", (1, 3)),),
    (Note("key", "slammed", words=(1,), entry="ours/v.csv:slam@1"),), review="accepted",
)  # fmt: skip


@pytest.fixture
def made() -> Exercise:
    bare = Exercise("", "Words to talk about", (ITEM,), lexicons=("ours 1.0.0",))
    return Exercise(identify(bare), bare.title, bare.items, lexicons=bare.lexicons)


@pytest.fixture
def pack(made: Exercise, tmp_path: Path) -> Path:
    path = tmp_path / "pack" / "exercise.json"
    path.parent.mkdir()
    path.write_text(to_json(made), "utf-8")
    return path


def hand_in(path: Path, made: Exercise, marks: tuple[int, ...], readers: int = 6) -> Path:
    """A file of codes of readers who all marked the same."""
    path.write_text("\n".join(encode(made, f"R{n}", {"q1": marks}) for n in range(readers)), "utf-8")
    return path


def test_a_class_is_a_folder(pack: Path, made: Exercise, tmp_path: Path) -> None:
    """Codes become a page, tables and candidates; the call says how many were read, and how the list is used."""
    out = tmp_path / "class"
    result = call("exercise", "grade", pack, hand_in(tmp_path / "a.txt", made, (1, 7)), "-o", out)
    assert result.code == 0, result.all
    assert "6 readers read, 0 answers not used." in result.out
    assert f"--lexicon {out / 'lexicon'}" in " ".join(result.out.split())
    assert set(everything_in(out)) == {
        "class.html", "class.csv", "options.csv", "readers.csv", "look-again.csv", "not-used.csv",
        "lexicon/candidates.csv", "lexicon/lexicon.toml",
    }  # fmt: skip
    assert "spoilt,,,,,Marked by 6 of 6 readers.,candidate," in (out / "lexicon" / "candidates.csv").read_text("utf-8")


def test_accepted_words_are_a_lexicon(pack: Path, made: Exercise, tmp_path: Path) -> None:
    """The folder serves as --lexicon at once: with candidates it marks nothing, with an accepted one it marks that."""
    call("exercise", "grade", pack, hand_in(tmp_path / "a.txt", made, (7,)), "-o", tmp_path / "class")
    lexicon = tmp_path / "class" / "lexicon"
    checked = call("lexicon", "check", lexicon)
    assert checked.code == 0, checked.all
    assert "1 candidate waits" in checked.all
    corpus = tmp_path / "corpus"
    write_table(corpus / "t.csv", [{"outlet": "Wire", "text": "The spoilt council met on Monday. It rained."}])
    before = call("lexicon", "try", lexicon, corpus / "t.csv")
    sheet = lexicon / "candidates.csv"
    sheet.write_text(sheet.read_text("utf-8").replace(",candidate,", ",,"), "utf-8")
    after = call("lexicon", "try", lexicon, corpus / "t.csv")
    assert after.code == 0, after.all
    assert "spoilt" in after.out
    assert "spoilt" not in before.out


def test_what_was_not_used_is_told(pack: Path, made: Exercise, tmp_path: Path) -> None:
    """File, line and reason on standard error; more than twenty are counted, and all are in a table."""
    answers = hand_in(tmp_path / "a.txt", made, (1,))
    good = answers.read_text("utf-8")
    answers.write_text("\n".join([good, *[f"FW1 part {n}" for n in range(30)]]), "utf-8")
    result = call("exercise", "grade", pack, answers, "-o", tmp_path / "class")
    assert result.code == 0
    assert "not used: a.txt:7: it is not whole: a part was cut off or changed (FW1 part 0)" in result.err
    assert f"and 10 more, in {tmp_path / 'class' / 'not-used.csv'}" in " ".join(result.err.split())
    assert len((tmp_path / "class" / "not-used.csv").read_text("utf-8").splitlines()) == 31


def test_hands_need_a_number_of_readers(pack: Path, tmp_path: Path) -> None:
    """A tally without it ends with code 7 and says what to add; with --readers it becomes a page without agreement."""
    tally = write_table(tmp_path / "t.csv", [{"item": "spot-01", "token": "mad", "count": 17}])
    result = call("exercise", "grade", pack, tally, "-o", tmp_path / "class")
    assert result.code == ExitCode.BAD_EXERCISE
    assert "add a row spot-01,readers,N or give --readers N" in " ".join(result.err.split())
    result = call("exercise", "grade", pack, tally, "-o", tmp_path / "class", "--readers", 24)
    assert result.code == 0, result.all
    page = (tmp_path / "class" / "class.html").read_text("utf-8")
    assert "17/24" in page
    assert "24 readers by show of hands" in page


def test_two_rounds_without_keeping_answers(pack: Path, made: Exercise, tmp_path: Path) -> None:
    """--forget deletes the answers of the first round; its folder is enough for the second to show what moved."""
    first, second = hand_in(tmp_path / "1.txt", made, (3,)), hand_in(tmp_path / "2.txt", made, (1,), 5)
    result = call("exercise", "grade", pack, first, "-o", tmp_path / "one", "--forget")
    assert f"Deleted: {first}" in " ".join(result.out.split())
    assert not first.exists()
    result = call("exercise", "grade", pack, second, "-o", tmp_path / "two", "--before", tmp_path / "one", "--forget")
    assert result.code == 0, result.all
    page = (tmp_path / "two" / "class.html").read_text("utf-8")
    assert "5/5" in page
    assert "was 6/6" in page
    assert (tmp_path / "one" / "class.csv").exists()


def test_the_round_before_tells_what_it_lost_too(pack: Path, made: Exercise, tmp_path: Path) -> None:
    """Damaged codes among the answers of the round before are told, in the terminal and on the page."""
    first, second = hand_in(tmp_path / "1.txt", made, (3,)), hand_in(tmp_path / "2.txt", made, (1,))
    first.write_text(first.read_text("utf-8") + "\nFW1 half", "utf-8")
    result = call("exercise", "grade", pack, second, "-o", tmp_path / "class", "--before", first)
    assert "not used: 1.txt:7: it is not whole" in result.err
    assert "(the round before)" in (tmp_path / "class" / "class.html").read_text("utf-8")


def test_only_what_was_used_is_deleted(pack: Path, made: Exercise, tmp_path: Path) -> None:
    """A file of which nothing was used, a link, and what the call has just written stay, and each is named."""
    used, other = hand_in(tmp_path / "a.txt", made, (1,)), tmp_path / "essay.txt"
    other.write_text("It is my only copy.", "utf-8")
    target, link = hand_in(tmp_path / "target.txt", made, (1,)), tmp_path / "link.txt"
    link.symlink_to(target)
    result = call("exercise", "grade", pack, used, other, link, pack, "-o", tmp_path / "class", "--forget")
    assert result.code == 0, result.all
    assert not used.exists()
    assert other.exists()
    assert link.exists()
    assert pack.exists()
    out = " ".join(result.out.split())
    assert f"Kept: {other}: nothing in it was used." in out
    assert f"Kept: {link} is no regular file of answers." in out


@pytest.mark.parametrize("fault", ["no answer", "other exercise", "out is a file", "lexicon"])
def test_nothing_is_deleted_unless_the_folder_is_written(
    pack: Path, made: Exercise, tmp_path: Path, fault: str
) -> None:
    """Where the call fails, answers stay as they were and nothing is written."""
    answers = hand_in(tmp_path / "a.txt", made, (1,))
    out = tmp_path / "class"
    if fault == "no answer":
        answers.write_text("I liked it.", "utf-8")
    elif fault == "other exercise":
        answers.write_text(answers.read_text("utf-8").replace(made.id, "abcdef"), "utf-8")
    elif fault == "out is a file":
        out.write_text("", "utf-8")
    else:
        (out / "lexicon").mkdir(parents=True)
        (out / "lexicon" / "candidates.csv").write_text('term\n"open\n', "utf-8")
    before = everything_in(tmp_path)
    result = call("exercise", "grade", pack, answers, "-o", out, "--forget")
    assert result.code in (ExitCode.BAD_EXERCISE, ExitCode.CANNOT_WRITE)
    assert "fix: " in result.err
    assert everything_in(tmp_path) == before


def test_fewer_than_five_can_t_be_asked_for(pack: Path, made: Exercise, tmp_path: Path) -> None:
    """--min-readers takes five or more; a class of fewer gets a page that says why it shows nothing."""
    answers = hand_in(tmp_path / "a.txt", made, (1,), 4)
    result = call("exercise", "grade", pack, answers, "-o", tmp_path / "class", "--min-readers", 4)
    assert result.code == ExitCode.BAD_USAGE
    result = call("exercise", "grade", pack, answers, "-o", tmp_path / "class")
    assert "With fewer than 5 readers nothing is shown word by word." in result.out
    assert "4/4" not in (tmp_path / "class" / "class.html").read_text("utf-8")
