"""Reading lexicons as people really write them, and refusing with every fault named."""

# ruff: noqa: E501
# Messages are asserted whole, each on its own line.

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lexicon_folders import HEAD, folder, sheet

from framing.errors import LexiconError
from framing.lexicon import load_lexicon, load_lexicons, sheets
from framing.lexicon.load import read_lexicon
from framing.lexicon.words import tidy


def faults(path: Path) -> list[str]:
    with pytest.raises(LexiconError) as caught:
        load_lexicon(path)
    return list(caught.value.faults)


def test_two_columns_are_enough(tmp_path: Path):
    """A teacher's list of words and categories is a lexicon: id from the folder, version 0, mild and colouring nobody."""
    lexicon = load_lexicon(folder(tmp_path, {"words.csv": "term,category\nquango,labels\ngobsmacked,emotion\n"}))
    first, second = lexicon.entries
    assert (lexicon.id, lexicon.version, lexicon.kind, lexicon.described) == ("ours", "0", "loaded", False)
    assert (first.term, first.category, first.valence, first.intensity, first.match) == (
        "quango",
        "labels",
        0,
        1,
        "inflect",
    )
    assert second.category == "emotion"
    assert first.citation == "ours/words.csv:quango@0"
    assert first.place == "ours/words.csv:2"


def test_file_name_is_the_category_and_a_file_can_be_a_lexicon(tmp_path: Path):
    """Without a `category` column the file's name says the category; a single file will do."""
    path = folder(tmp_path, {"labels.csv": "term\nquango\n"})
    assert load_lexicon(path).entries[0].category == "labels"
    single = load_lexicon(path / "labels.csv")
    assert (single.id, single.entries[0].category) == ("labels", "labels")


def test_every_column_and_the_header_file_are_read(tmp_path: Path):
    """What stands in the sheet and in lexicon.toml arrives in the entry and the lexicon."""
    row = {"term": "lash out", "pos": "verb", "forms": "lashes out;lashed out", "valence": "", "subject": "-1.5",
           "object": "0", "set": "criticise", "unless": "lash out the mast", "miss": "They lash out the mast.",
           "hit": "He lashed out again."}  # fmt: skip
    path = folder(tmp_path, {"labels.csv": sheet({"owner": "-1"}, row), "lexicon.toml": HEAD})
    lexicon = load_lexicon(path)
    noun, verb = lexicon.entries
    assert (lexicon.id, lexicon.version, lexicon.licence, lexicon.language) == ("ours", "1.2.0", "CC BY 4.0", "en")
    assert dict(lexicon.categories) == {"labels": "What people are called."}
    assert (noun.valence, noun.owner, noun.intensity, noun.plain) == (-3, -1, 3, "leader")
    assert (verb.valence, verb.subject, verb.object) == (None, -1.5, 0)
    assert verb.spellings == ("lash out", "lashes out", "lashed out")
    assert (verb.set, verb.unless, verb.strongest) == ("criticise", ("lash out the mast",), -1.5)
    assert noun.citation == "ours/labels.csv:despot@1.2.0"
    assert len(lexicon.digest) == 64


LENIENT = [
    "\ufeffterm,category,valence\ndon't care,labels,-1.5\n".encode(),
    "Term ; CATEGORY;Valence\r\ndon’t care;labels;−1,5\r\n;;\r\n".encode(),
    b"term\tcategory\tvalence\ndon't care\tlabels\t-1.5\t\t\n",
    b'# made by us\n\nterm,category,valence\n# a "comment\n"don\'t\ncare",labels,-1.5\n',
    "term,category,valence\rdon’t care,labels,-1.5\r".encode("cp1252"),
    "term,category,valence\ndon't care,labels,-1.5\n".encode("utf-16"),
]


@pytest.mark.parametrize("data", LENIENT, ids=["bom", "semicolons", "tabs", "comments", "cp1252", "utf-16"])
def test_spreadsheets_are_read_without_complaint(tmp_path: Path, data: bytes):
    """A byte-order mark, semicolons, tabs, CRLF, comments, Windows-1252 and curly apostrophes all read alike."""
    (entry,) = load_lexicon(folder(tmp_path, {"w.csv": data})).entries
    assert (entry.term, entry.category, entry.valence) == ("don't care", "labels", -1.5)


def test_digest_is_that_of_the_content(tmp_path: Path):
    """Line ends don't change the digest; a changed word does."""
    digests = [
        load_lexicon(folder(tmp_path, {"w.csv": text})).digest
        for text in ("term\nquango\n", "term\r\nquango\r\n", "term\nquangos\n")
    ]
    assert digests[0] == digests[1] != digests[2]


REFUSED = [
    ("valence\n3\n", ["ours/w.csv:1: there is no column `term` — the first row must be a header that names the columns: term,category"]),
    ("term,valance\nx y,1\n", ["ours/w.csv:1: there is no column `valance` — did you mean `valence`?"]),
    ("term,valence\nquango,5\n", ["ours/w.csv:2: `quango`: valence is 5, out of range — give a number from -3 to 3, or leave the cell empty"]),
    ("term,subject\nquango,high\n", ["ours/w.csv:2: `quango`: subject is `high`, not a number — give a number from -3 to 3, or leave the cell empty"]),
    ("term,object\nquango,nan\n", ["ours/w.csv:2: `quango`: object is `nan`, not a number — give a number from -3 to 3, or leave the cell empty"]),
    ("term,intensity\nquango,0\n", ["ours/w.csv:2: `quango`: intensity is 0, out of range — give a number from 1 to 3, or leave the cell empty"]),
    ("term,pos\nquango,name\n", ["ours/w.csv:2: `quango`: there is no pos `name` — write one of noun, verb, adj, adv, phrase, or nothing"]),
    ("term,match\nquango,fuzzy\n", ["ours/w.csv:2: `quango`: there is no match `fuzzy` — write one of inflect, exact, prefix, cased, or nothing"]),
    ("term,action\nquango,delete\n", ["ours/w.csv:2: `quango`: there is no action `delete` — write `drop`, or leave the cell empty"]),
    ("term,category\n,labels\n", ["ours/w.csv:2: the term is empty — write a word, or delete the row"]),
    ("term,category\n*,labels\n", ["ours/w.csv:2: the term `*` has no letter or digit — write a word, or delete the row"]),
    ("term,category\nquango,labels\nQuango,Labels\n", ["ours/w.csv:3: `Quango` stands twice in Labels (also ours/w.csv:2) — remove one of the rows"]),
    ("term,note,note\nquango,,\n", ["ours/w.csv:1: the column `note` stands twice in the header — rename or remove one of them"]),
    ("term,note\nquango,a,b\n", ['ours/w.csv:2: the row has 3 cells, the header 2 — put text that holds the separator in "quotes"']),
    ('term,note\nquango,"a\n', ['ours/w.csv:2: a quotation mark is opened and never closed — close it; a mark inside a quoted cell is written ""']),
    ('term,note\n"so" it,\nquango,\n', ['ours/w.csv:2: a quotation mark stands in the middle of a cell — quote the whole cell and write marks inside it as ""']),
    ("term\n" + "x" * 140_000 + "\n", ["ours/w.csv:2: a cell is longer than 131,072 characters — shorten it, or close a quotation mark"]),
    ("", ["ours/w.csv: the file is empty — write a header row and a row below it, or delete the file"]),
    ("term\nx" + "y" * 1_000_001, ["ours/w.csv:2: the line is longer than 1 MB — split it into rows, or close a quotation mark"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "says"), REFUSED, ids=[says[0][11:50] for _, says in REFUSED])
def test_a_faulty_file_is_refused_in_exact_words(tmp_path: Path, text: str, says: list[str]):
    """Each fault names its line, what is wrong, and the way out."""
    assert faults(folder(tmp_path, {"w.csv": text})) == says


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04rest", b"term\n\0\0", b"term\n\x81\x8d\x01", b"term\xff\x02\n", b"\xff\xfex"]
)
def test_binary_files_are_refused(tmp_path: Path, data: bytes):
    """A spreadsheet's own format, or any other binary file, is named as such."""
    says = "ours/w.csv: the file is binary, not text — save it as CSV (UTF-8): in a spreadsheet, File > Save as > CSV"
    assert faults(folder(tmp_path, {"w.csv": data})) == [says]


def test_too_large_a_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A file over the limit is not read at all."""
    monkeypatch.setattr(sheets, "LARGEST_FILE", 10)
    says = "ours/w.csv: the file is larger than 50 MB — split it, or leave out what is not a list of words"
    assert faults(folder(tmp_path, {"w.csv": "term\n" + "quango\n" * 9})) == [says]


def test_all_faults_are_named_at_once(tmp_path: Path):
    """Nobody has to run the program once per mistake, over files and over lexicons."""
    one = folder(tmp_path, {"a.csv": "term,valence\nquango,9\n,1\n", "b.csv": "word\nx\n"}, "one")
    two = folder(tmp_path, {"c.csv": "term,pos\nquango,xyz\n"}, "two")
    with pytest.raises(LexiconError) as caught:
        load_lexicons([one, two], bundled=False)
    assert [line.partition(": ")[0] for line in caught.value.faults] == [
        "one/a.csv:2",
        "one/a.csv:3",
        "one/b.csv:1",
        "two/c.csv:2",
    ]
    assert caught.value.fault == "the lexicon has 4 faults"
    assert caught.value.place == str(one)


def test_one_fault_is_the_message_itself(tmp_path: Path):
    """With a single fault the error shows place, fault and fix without a list."""
    with pytest.raises(LexiconError) as caught:
        load_lexicon(folder(tmp_path, {"w.csv": "term,pos\nquango,xyz\n"}))
    assert str(caught.value) == (
        "ours/w.csv:2: `quango`: there is no pos `xyz`\nfix: write one of noun, verb, adj, adv, phrase, or nothing"
    )


def test_missing_and_empty_folders_are_refused(tmp_path: Path):
    """A path that isn't there and a folder without CSV are told apart."""
    assert faults(tmp_path / "none") == ["none: there is no such folder — check the path given with --lexicon"]
    says = "ours: the folder holds no CSV file — put a file there that ends in .csv, with a header row: term,category"
    assert faults(folder(tmp_path, {"words.xlsx": b"PK"})) == [says]


def test_a_folder_named_as_a_sheet_is_refused(tmp_path: Path):
    """Something that is no file is never opened."""
    (folder(tmp_path, {}) / "w.csv").mkdir()
    assert faults(tmp_path / "ours") == ["ours/w.csv: there is no such file — check the path"]


HEADS = [
    ('licnce = "CC0"', "ours/lexicon.toml: there is no key `licnce` — did you mean `licence`?"),
    ('kind = "other"', "ours/lexicon.toml: there is no kind `other` — write one of loaded, reporting"),
    ('kind = "actors"', "ours/lexicon.toml: this is a list of actors, not a lexicon — give it with --actors"),
    ("categories = 3", 'ours/lexicon.toml: `categories` is not a table — write [categories] and below it `name = "meaning"`'),
    ("plain_categories = 3", 'ours/lexicon.toml: `plain_categories` is not a list — write plain_categories = ["neutral"]'),
    ("id = \n", 'ours/lexicon.toml: not valid TOML: Invalid value (at line 1, column 6) — write keys as `key = "value"`, a line each'),
    ("a = " + "[" * 5000, 'ours/lexicon.toml: not usable TOML: nested too deeply — write keys as `key = "value"`, a line each'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "says"), HEADS, ids=["key", "kind", "actors", "table", "list", "syntax", "deep"])
def test_a_faulty_header_file_is_refused(tmp_path: Path, text: str, says: str):
    """Faults in lexicon.toml are named as those in the sheets are."""
    assert faults(folder(tmp_path, {"w.csv": "term\nquango\n", "lexicon.toml": text})) == [says]


def test_columns_of_ones_own_are_let_be(tmp_path: Path):
    """A column that looks like no known one is not read, and only the check says so."""
    lexicon = load_lexicon(folder(tmp_path, {"w.csv": "term,#mine,reviewer\nquango,1,A. B.\n"}))
    assert [str(fault).partition(" — ")[0] for fault in lexicon.faults] == [
        "ours/w.csv:1: there is no column `reviewer`; it is not read"
    ]


@settings(max_examples=60, deadline=None)
@given(
    data=st.one_of(
        st.binary(max_size=200), st.text(max_size=200).map(lambda t: ("term,note\n" + t).encode("utf-8", "replace"))
    )
)
def test_no_content_makes_the_reader_stumble(tmp_path_factory: pytest.TempPathFactory, data: bytes):
    """Whatever is in a file, reading gives a lexicon with faults, never a traceback."""
    path = folder(tmp_path_factory.mktemp("any"), {"w.csv": data, "lexicon.toml": data})
    lexicon = read_lexicon(path)
    assert all(fault.fix and fault.place.startswith("ours") for fault in lexicon.faults)


@given(st.lists(st.text(st.characters(categories=["L", "P"]), min_size=1, max_size=8), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_quoted_cells_come_back_as_written(tmp_path_factory: pytest.TempPathFactory, notes: list[str]):
    """What was quoted by the rules of CSV is read as it was, separators and marks included."""
    text = "term,note\n" + "".join(f'word{n},"{note.replace(chr(34), chr(34) * 2)}"\n' for n, note in enumerate(notes))
    lexicon = load_lexicon(folder(tmp_path_factory.mktemp("any"), {"w.csv": text}))
    assert [entry.note for entry in lexicon.entries] == [tidy(note) for note in notes]
