"""What coders fill in is read as they meant it, and what they agree on is counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from validation_samples import write_csv

from framing.errors import CorpusError
from framing.validation.annotated import UnusableError
from framing.validation.answers import ARGUABLE, NO, YES, read_answer, settle
from framing.validation.codings import read_codings
from framing.validation.judgement import judge, measure_coders, settle_items, tally_coders
from framing.validation.records import read_records
from framing.validation.tables import CODERS, CODINGS, ITEMS, JUDGED, LOADED


def sheet(path: Path, answers: dict[str, object], **columns: object) -> Path:
    """A sheet: item to answer; every item a mark of despot, category labels, unless `columns` say otherwise."""
    fixed = {"sentence": "The despot spoke.", "before": "The ", "mark": "despot", "after": " spoke."}
    rows = [
        {"id": item, **fixed, "term": "despot", "category": "labels", **columns, LOADED: answer, "reason": ""}
        for item, answer in answers.items()
    ]
    return write_csv(path, rows)


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("y", True), ("Yes.", True), (" YES ", True), (1, True), (1.0, True), (True, True), ("ja", True),
        ("n", False), ("No!", False), (0, False), ("0.0", False), (False, False), ("nein", False),
        ("?", None), ("arguable", None), ("y/n", None), ("'?", None),
    ],
)  # fmt: skip
def test_answers_are_read_leniently(cell: object, meant: bool | None) -> None:
    """However a coder writes yes, no or perhaps, it is that."""
    assert read_answer(cell) == (meant,)


@pytest.mark.parametrize("cell", [None, "", "  ", float("nan")])
def test_an_empty_cell_is_no_answer(cell: object) -> None:
    """Not filled in is neither no nor arguable."""
    assert read_answer(cell) is None


@given(text=st.text(max_size=8) | st.sampled_from(sorted(YES | NO | ARGUABLE)))
def test_no_cell_is_guessed_at(text: str) -> None:
    """A cell is read as just one of the words that are listed, or as empty, or refused."""
    listed = [words for words in (YES, NO, ARGUABLE) if any(word in text.casefold() for word in words)]
    try:
        answer = read_answer(text)
    except UnusableError:
        assert text.strip()
        return
    assert listed if answer else not set(text.casefold()) & set("yn?10")
    assert not (YES & NO | YES & ARGUABLE | NO & ARGUABLE)


def test_majorities() -> None:
    """More yes than no is yes, as many of both is arguable, and arguable answers decide nothing."""
    assert settle({"a": True, "b": True, "c": False}) is True
    assert settle({"a": False, "b": None}) is False
    assert settle({"a": True, "b": False, "c": None}) is None
    assert settle({"a": None}) is None
    assert settle({}) is None


def test_sheets_of_two_coders(tmp_path: Path) -> None:
    """Sheets are matched on ids, coders called after their files, unreadable answers listed by line."""
    anna = sheet(tmp_path / "anna.csv", {"s-1": "y", "s-2": "n", "s-3": "?", "s-4": "hm", "s-5": ""})
    ben = sheet(tmp_path / "ben.csv", {"s-2": "yes", "s-1": "y", "s-3": "n"})
    codings = read_codings([anna, ben])
    assert sorted(codings.answers.rows(), key=str) == [
        ("s-1", "anna", True), ("s-1", "ben", True), ("s-2", "anna", False), ("s-2", "ben", True),
        ("s-3", "anna", None), ("s-3", "ben", False),
    ]  # fmt: skip
    assert codings.set_aside["place"].to_list() == ["anna.csv:5"]
    assert codings.sample == "s"
    assert tally_coders(codings.answers).rows() == [("anna", 3, 1, 1), ("ben", 3, 2, 0)]
    assert codings.answers.schema == CODINGS.schema
    assert codings.items.schema == ITEMS.schema
    assert tally_coders(codings.answers).schema == CODERS.schema


def test_one_sheet_of_several_coders(tmp_path: Path) -> None:
    """A column `coder` says who; the last of two answers by one coder counts, and that is said."""
    rows = [("s-1", "a", "y"), ("s-1", "b", "n"), ("s-1", "a", "n")]
    path = write_csv(
        tmp_path / "all.csv",
        [{"id": item, "coder": coder, "sentence": "X.", "mark": "X", LOADED: said} for item, coder, said in rows],
    )
    codings = read_codings([path])
    assert sorted(codings.answers.rows()) == [("s-1", "a", False), ("s-1", "b", False)]
    assert "Answers given twice by one coder: 1; the last one counts." in codings.notes


def test_files_of_the_same_name_are_two_coders(tmp_path: Path) -> None:
    """anna/coding.csv and ben/coding.csv are not one coder."""
    paths = []
    for name in ("anna", "ben"):
        (tmp_path / name).mkdir()
        paths.append(sheet(tmp_path / name / "coding.csv", {"s-1": "y"}))
    assert set(read_codings(paths).answers["coder"]) == {"anna/coding.csv", "ben/coding.csv"}


def test_sheets_of_different_samples_are_refused(tmp_path: Path) -> None:
    """Items of two samples are not the same items, whatever their numbers; the message says which file is which."""
    one = sheet(tmp_path / "anna.csv", {"aaaa-1": "y"})
    two = sheet(tmp_path / "ben.csv", {"bbbb-1": "y"})
    with pytest.raises(CorpusError) as caught:
        read_codings([one, two])
    assert "aaaa in anna.csv, bbbb in ben.csv" in str(caught.value)


def test_what_is_no_sheet_is_refused(tmp_path: Path) -> None:
    """A table without the columns of a sheet, or a sheet that nobody has filled in, gives a message."""
    with pytest.raises(CorpusError, match="no coding sheet"):
        read_codings([write_csv(tmp_path / "a.csv", [{"text": "X", "words": "Y"}])])
    with pytest.raises(CorpusError, match="nobody has answered anything"):
        read_codings([sheet(tmp_path / "b.csv", {"s-1": ""})])


def test_precision_by_category_and_term(tmp_path: Path) -> None:
    """Marks count as most coders say, arguable ones and sentences without a mark are left out."""
    paths = []
    for coder, said in (("anna", "yyn?y"), ("ben", "ynn?y")):
        answers = {f"s-{n}": one for n, one in enumerate(said)}
        paths.append(sheet(tmp_path / f"{coder}.csv", answers))
    clear = sheet(tmp_path / "cleo.csv", {"s-9": "y"}, mark="", term="", category="")
    codings = read_codings([*paths, clear])
    judged = judge(codings.items, settle_items(codings.answers))
    assert judged.select("category", "term", "items", "loaded", "arguable").rows() == [
        (None, None, 3, 2, 2), ("labels", None, 3, 2, 2), ("labels", "despot", 3, 2, 2)
    ]  # fmt: skip
    assert judged["precision"][0] == pytest.approx(2 / 3)
    assert judged.schema == JUDGED.schema


def test_alpha_of_the_sheets(tmp_path: Path) -> None:
    """Alpha is that of the answers, arguable ones missing: y-y, n-n, y-n, y-y gives 16/30 as in test_agreement."""
    anna = sheet(tmp_path / "anna.csv", {"s-1": "y", "s-2": "n", "s-3": "y", "s-4": "y", "s-5": "?"})
    ben = sheet(tmp_path / "ben.csv", {"s-1": "y", "s-2": "n", "s-3": "n", "s-4": "y", "s-5": "y"})
    measured = measure_coders(read_codings([anna, ben]).answers)
    assert measured.alpha == pytest.approx(16 / 30)
    assert (measured.units, measured.coders) == (4, 2)
    alone = measure_coders(read_codings([anna]).answers)
    assert alone.alpha is None


def test_columns_are_found_whatever_their_spelling(tmp_path: Path) -> None:
    """Case, spaces, hyphens and underscores of a column's name don't matter."""
    (tmp_path / "a.csv").write_text("Biased-Words, Text \nx,y\n", "utf-8")
    records = read_records(tmp_path / "a.csv")
    assert records.column("words", "biased_words") == "Biased-Words"
    assert records.column("text") == " Text "
    assert records.column("start") is None


def test_without_answers_there_is_nothing_to_count() -> None:
    """Empty tables give empty ones with the declared columns."""
    assert judge(ITEMS.empty(), {}).equals(JUDGED.empty())
    assert tally_coders(CODINGS.empty()).equals(CODERS.empty())
