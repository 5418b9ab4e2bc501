"""A lexicon of one's own, from the empty folder to a row that a spreadsheet has saved in its own way."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lexicon_folders import folder

from framing.errors import LexiconError
from framing.lexicon import check_folder, load_lexicon
from framing.lexicon.editing import SHEET, add_row, insert_row, start_lexicon
from framing.lexicon.inflection import inflect
from framing.lexicon.sheets import Sheet, _fill, decode

ROW = {"term": "oligarch", "category": "labels", "valence": "-2", "note": 'He is "rich", it says.'}


def test_a_new_folder_has_no_error(tmp_path: Path) -> None:
    """What `new` makes can be checked at once: no row yet, and nothing that keeps it from being used."""
    files = start_lexicon(tmp_path / "mine", "CC0")
    assert sorted(path.name for path in files) == ["lexicon.toml", SHEET]
    assert [fault for fault in check_folder(tmp_path / "mine") if fault.severity == "error"] == []
    lexicon = load_lexicon(tmp_path / "mine")
    assert (lexicon.id, lexicon.licence, lexicon.entries) == ("mine", "CC0", ())


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """A folder that holds something is left alone."""
    (tmp_path / "note.txt").write_text("keep")
    with pytest.raises(LexiconError, match="something already"):
        start_lexicon(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_rows_are_added_in_order(tmp_path: Path) -> None:
    """Each row stands where the order of terms wants it, whatever order they were added in; comments stay."""
    start_lexicon(tmp_path / "mine")
    for term in ("oligarch", "Alpha", "zealot"):
        add_row(tmp_path / "mine", {**ROW, "term": term})
    assert [entry.term for entry in load_lexicon(tmp_path / "mine").entries] == ["Alpha", "oligarch", "zealot"]
    assert (tmp_path / "mine" / SHEET).read_text().startswith("# Words of your own")
    assert load_lexicon(tmp_path / "mine").entries[1].note == ROW["note"]


@pytest.mark.parametrize(
    "given",
    [
        b"\xef\xbb\xbfterm;category;valence\r\nbrave;praise;2\r\n",
        "term\tcategory\nbrävé\tpraise".encode("cp1252"),
        "term,category\nbrave,praise\n".encode("utf-16"),
        b'"# a comment, that a spreadsheet quoted",,\nterm,category,valence\nzeal,praise,1\n',
    ],
    ids=["semicolons, mark and CRLF", "tabs, Windows-1252 and no line end", "UTF-16", "a quoted comment"],
)
def test_a_spreadsheet_s_file_keeps_its_ways(tmp_path: Path, given: bytes) -> None:
    """Separator, encoding and line ends stay; the row is there, and so is all that was there before."""
    path = folder(tmp_path, {"w.csv": given})
    before = load_lexicon(path).entries
    add_row(path, ROW)
    after = (path / "w.csv").read_bytes()
    assert after[:3] == given[:3]
    assert after.count(b"\r\n") in (0, given.count(b"\r\n") + 1)
    entries = load_lexicon(path).entries
    assert {(entry.term, entry.category, entry.valence) for entry in entries} == {
        *((entry.term, entry.category, entry.valence) for entry in before),
        ("oligarch", "labels", -2.0),
    }


def test_a_letter_that_the_file_cannot_hold_changes_its_encoding(tmp_path: Path) -> None:
    """A file of Windows-1252 that gets a Polish word becomes UTF-8 with a mark, and no word is lost."""
    path = folder(tmp_path, {"w.csv": "term,category\nbrävé,praise\n".encode("cp1252")})
    add_row(path, {"term": "łotr", "category": "labels"})
    assert [entry.term for entry in load_lexicon(path).entries] == ["brävé", "łotr"]


def test_a_row_goes_to_the_file_of_its_category(tmp_path: Path) -> None:
    """Where there is a file for the category it goes there; for a category without one, a file is made."""
    path = folder(tmp_path, {"labels.csv": "term\ntyrant\n"})
    assert add_row(path, ROW).file.name == "labels.csv"
    assert add_row(path, {"term": "bold", "category": "praise"}).file.name == "praise.csv"
    assert {entry.category for entry in load_lexicon(path).entries} == {"labels", "praise"}


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"match": "dance"}, "there is no match `dance`"),
        ({"valence": "9"}, "out of range"),
        ({"term": "tyrant"}, "`tyrant` stands in labels already"),
        ({"term": " "}, "the term is empty"),
    ],
)
def test_a_bad_row_is_not_written(tmp_path: Path, cells: dict[str, str], says: str) -> None:
    """A value that can't be read, or a word that is there already, is refused and the file stays as it was."""
    path = folder(tmp_path, {"labels.csv": "term\ntyrant\n"})
    with pytest.raises(LexiconError, match=says):
        add_row(path, {**ROW, **cells})
    assert (path / "labels.csv").read_text() == "term\ntyrant\n"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """Whoever adds to a folder that is not there is told how to make it."""
    with pytest.raises(LexiconError, match="framing lexicon new"):
        add_row(tmp_path / "none", ROW)


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), max_size=6),
    st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n")),
)
def test_whatever_is_inserted_is_read_back(terms: list[str], note: str) -> None:
    """Any term and note, with quotation marks, separators and letters of any script, come back as they were."""
    data = b"term,category\n"
    rows = [{"term": f"w{term}", "category": "labels", "note": note} for term in terms]
    for row in rows:
        sheet = Sheet("s", data=data)
        _fill(sheet, (decode(data) or "").split("\n"))
        data, _ = insert_row(sheet, row)
    sheet = Sheet("s", data=data)
    _fill(sheet, (decode(data) or "").split("\n"))
    assert sheet.faults == []
    assert sorted(row.cells["term"] for row in sheet.rows) == sorted(row["term"] for row in rows)


@pytest.mark.parametrize(
    ("term", "pos", "forms"),
    [
        ("crony", "noun", ("cronies",)),
        ("hired gun", "noun", ("hired guns",)),
        ("lash out", "verb", ("lashes out", "lashed out", "lashing out")),
        ("grim", "adj", ("grimmer", "grimmest")),
        ("ruthless", "adj", ()),
        ("so-called", "adj", ()),
        ("poster child", "phrase", ()),
        ("oligarch", "", ()),
    ],
)
def test_forms_are_those_of_the_word_that_is_inflected(term: str, pos: str, forms: tuple[str, ...]) -> None:
    """Verbs inflect their first word, nouns their last; long adjectives and phrases get no forms."""
    assert inflect(term, pos) == forms
