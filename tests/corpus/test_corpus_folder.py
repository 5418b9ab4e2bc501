"""Folders of .txt files, as a teacher keeps them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.corpus import Reading, read_corpus
from framing.corpus.encoding import decode
from framing.errors import CorpusError


def fill(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def outlets(reading: Reading) -> dict[str, str]:
    return dict(reading.articles.select("article", "outlet").rows())


def aside(reading: Reading) -> dict[str, str]:
    return dict(reading.set_aside.select("place", "kind").rows())


def test_three_files_without_a_manifest(tmp_path: Path) -> None:
    """A folder of one's own is read at once; a note says how to name the outlets."""
    reading = read_corpus(fill(tmp_path, {"b.txt": "Two words", "a.TXT": "One word", "c.txt": "Three"}))
    assert outlets(reading) == {"a": "(no outlet)", "b": "(no outlet)", "c": "(no outlet)"}
    assert "manifest.csv with the columns file and outlet" in reading.notes[0]


def test_sub_folders_name_the_outlets(tmp_path: Path) -> None:
    """Sub-folders are outlets; equal file names are told apart; a file beside the sub-folders has no outlet."""
    files: dict[str, str | bytes] = {
        "Gull/1.txt": "One",
        "Post/1.txt": "Two",
        "Post/deep/2.txt": "Three",
        "x.txt": "Four",
    }
    reading = read_corpus(fill(tmp_path, files))
    assert outlets(reading) == {"Gull/1": "Gull", "Post/1": "Post", "2": "Post"}
    assert aside(reading) == {"x.txt": "no outlet"}


def test_a_manifest_names_outlet_event_date_and_title(tmp_path: Path) -> None:
    """The manifest is read with aliases, semicolons, a byte order mark and Windows newlines."""
    header = "\ufeffFilename;Source;event;published;Headline;link;byline;remark"
    manifest = f"{header}\r\na.txt;Gull;port;6 Aug 2024;A plan;u;R;!\r\n"
    reading = read_corpus(fill(tmp_path, {"a.txt": "Some words\r\n", "manifest.csv": manifest}))
    article = reading.articles.row(0, named=True)
    assert [article[name] for name in ("article", "outlet", "event", "title", "url", "author")] == [
        *("a", "Gull", "port", "A plan", "u", "R")
    ]
    assert str(article["date"]) == "2024-08-06"
    assert article["text"] == "Some words\r\n"


def test_manifest_and_folder_may_disagree(tmp_path: Path) -> None:
    """Rows without a file, files without a row, rows without an outlet and doubled rows are set aside, each named."""
    manifest = "file,outlet\na.txt,Gull\nmissing.txt,Gull\nb.txt,\na.txt,Post\n,Gull\nsub\\C,Post\n"
    files: dict[str, str | bytes] = {"a.txt": "One", "b.txt": "Two", "sub/c.txt": "Three", "d.txt": "Four"}
    reading = read_corpus(fill(tmp_path, {**files, "manifest.csv": manifest}))
    assert outlets(reading) == {"a": "Gull", "c": "Post"}
    assert aside(reading) == {
        "manifest.csv:3": "not found",
        "manifest.csv:4 (b.txt)": "no outlet",
        "manifest.csv:5 (a.txt)": "duplicate id",
        "manifest.csv:6": "not found",
        "d.txt": "not listed",
    }
    assert "the folder has no file missing.txt" in reading.set_aside["reason"].to_list()


def test_a_corpus_within_a_corpus_is_one_of_its_own(tmp_path: Path) -> None:
    """A sub-folder with a manifest of its own is no part of a folder that has one too: it is passed over in silence."""
    within = {"in/a.txt": "Two", "in/deep/b.txt": "Three", "in/key.csv": "word\n", "in/Manifest.CSV": "file\na.txt\n"}
    fill(tmp_path, {"a.txt": "One", "manifest.csv": "file,outlet\na.txt,Gull\n"})
    alone = read_corpus(tmp_path)
    reading = read_corpus(fill(tmp_path, {**within, "inn.txt": "Four"}))
    assert outlets(reading) == outlets(alone) == {"a": "Gull"}
    assert aside(reading) == {"inn.txt": "not listed"}
    assert reading.notes == alone.notes
    assert read_corpus(tmp_path / "in").articles["text"].to_list() == ["Two"]


def test_a_sub_folder_belongs_to_the_manifest_that_names_its_files(tmp_path: Path) -> None:
    """Where the folder's manifest names a file of such a sub-folder, it is read as that manifest says."""
    files: dict[str, str | bytes] = {
        "a.txt": "One",
        "in/b.txt": "Two",
        "in/c.txt": "Three",
        "in/manifest.csv": "file\n",
    }
    reading = read_corpus(fill(tmp_path, {**files, "manifest.csv": "file,outlet\na.txt,Gull\nin/b.txt,Post\n"}))
    assert outlets(reading) == {"a": "Gull", "b": "Post"}
    assert aside(reading) == {"in/c.txt": "not listed"}
    assert "Passed over, being no .txt: in/manifest.csv." in reading.notes


def test_without_a_manifest_every_sub_folder_is_read(tmp_path: Path) -> None:
    """A folder that has no manifest is read whole, whatever its sub-folders hold."""
    reading = read_corpus(fill(tmp_path, {"Gull/a.txt": "One", "Post/b.txt": "Two", "Post/manifest.csv": "file\n"}))
    assert outlets(reading) == {"a": "Gull", "b": "Post"}


def test_a_manifest_without_outlets_or_with_ids(tmp_path: Path) -> None:
    """Without an outlet column all count as one outlet; an id column names the articles."""
    reading = read_corpus(fill(tmp_path, {"a.txt": "One", "manifest.csv": "file,id\na.txt,first\n"}))
    assert outlets(reading) == {"first": "(no outlet)"}
    assert any("has no column `outlet`" in note for note in reading.notes)


def test_a_manifest_without_files_is_refused(tmp_path: Path) -> None:
    """A manifest that names no files can't be used, and --column says how to mend it."""
    fill(tmp_path, {"a.txt": "One", "manifest.csv": "document,outlet\na.txt,Gull\n"})
    with pytest.raises(CorpusError, match=r"manifest.csv: there is no `file` column; its columns are document, outlet"):
        read_corpus(tmp_path)
    assert outlets(read_corpus(tmp_path, columns={"file": "document"})) == {"a": "Gull"}


def test_files_that_are_no_articles_are_set_aside(tmp_path: Path) -> None:
    """Empty, binary, wordless and furniture-only files are named with the reason; other files are mentioned."""
    files: dict[str, str | bytes] = {
        "good.txt": "Some words",
        "empty.txt": "",
        "blank.txt": " \r\n\t",
        "marks.txt": "*** ... !!",
        "furniture.txt": "ARTICLE AD BOX\nREAD MORE NEWS",
        "picture.txt": b"\x89PNG\x00\x00",
        "notes.docx": b"PK",
        "README.md": "What these are",
        "actors.csv": "name\nAna Kovac\n",
        ".hidden.txt": "Not looked at",
        "huge.txt": b"word " * 4_000_001,
    }
    reading = read_corpus(fill(tmp_path, files))
    assert aside(reading) == {
        **dict.fromkeys(["empty.txt", "blank.txt", "marks.txt", "furniture.txt"], "no text"),
        **dict.fromkeys(["picture.txt", "huge.txt"], "unreadable"),
    }
    assert "Passed over, being no .txt: notes.docx." in reading.notes


def test_one_file_is_a_corpus_of_one_article(tmp_path: Path) -> None:
    """A single .txt can be looked at; the notes say that nothing can be compared."""
    reading = read_corpus(fill(tmp_path, {"a.txt": "\ufeffSome words"}) / "a.txt")
    assert reading.articles["text"].to_list() == ["Some words"]
    assert any("one article only" in note for note in reading.notes)


def test_an_older_encoding_is_read_and_said(tmp_path: Path) -> None:
    """A file that is not UTF-8 is read, and the notes name it and its encoding."""
    reading = read_corpus(fill(tmp_path, {"a.txt": "She said “no”.".encode("cp1252")}))
    assert reading.articles["text"][0] == "She said “no”."
    assert "a.txt is not UTF-8; read as cp1252." in reading.notes


@pytest.mark.skipif(os.name == "nt", reason="names of any bytes exist on POSIX only")
def test_a_file_name_that_is_no_utf8(tmp_path: Path) -> None:
    """A name in an old encoding can still be printed and kept in a table."""
    try:
        Path(os.fsdecode(bytes(tmp_path) + b"/caf\xe9.txt")).write_text("Some words", encoding="utf-8")
    except OSError:
        pytest.skip("this file system allows UTF-8 names only")
    assert read_corpus(tmp_path).articles["article"].to_list() == ["caf\ufffd"]


@pytest.mark.parametrize(
    ("files", "fault", "fix"),
    [
        ({}, "the folder is empty", "put one .txt file"),
        ({"a.docx": b"PK"}, "no .txt file, only a.docx", "put one .txt file"),
        ({"all.csv": "text\nx\n"}, "no .txt file", "all.csv"),
        ({"a.txt": "", "b.txt": "?"}, "a.txt: it has no text\n  b.txt: its text has no words", "mend these"),
    ],
)
def test_folders_without_articles_say_why(tmp_path: Path, files: dict[str, str | bytes], fault: str, fix: str) -> None:
    """An empty or useless folder gives one message with the way out."""
    with pytest.raises(CorpusError) as caught:
        read_corpus(fill(tmp_path, files))
    assert fault in caught.value.fault
    assert fix in caught.value.fix


@pytest.mark.parametrize("name", ["nowhere", "nowhere.csv", "a\x00b", "n" * 5000])
def test_a_missing_path_is_said(tmp_path: Path, name: str) -> None:
    """A path that isn't there, or can't be one, gives a message and no traceback."""
    with pytest.raises(CorpusError, match=r"no such file or folder|can't be opened"):
        read_corpus(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe is refused instead of being read for ever, alone and within a folder."""
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(CorpusError, match="neither a file nor a folder"):
        read_corpus(tmp_path / "pipe.txt")
    with pytest.raises(CorpusError, match=r"no .txt file, only pipe.txt"):
        read_corpus(tmp_path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
@given(data=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "ignore"))))
def test_a_text_is_exactly_the_decoded_bytes(tmp_path: Path, data: bytes) -> None:
    """Whatever a file holds, it is set aside or its text is what its bytes say, newlines included."""
    (tmp_path / "any.txt").write_bytes(data)
    (tmp_path / "good.txt").write_text("Some words", encoding="utf-8")
    reading = read_corpus(tmp_path)
    texts = dict(reading.articles.select("article", "text").rows())
    assert ("any" in texts) != ("any.txt" in aside(reading))
    if "any" in texts:
        assert texts["any"] == decode(data).text
