"""`framing lexicon` as a new user meets it: from an empty folder to a report that shows the new words."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_samples import call, write_corpus, write_texts

from framing.errors import ExitCode

TEXT = "The oligarch Oskar Brandt’s gas‑guzzler was late. Brave Mirela Voss said so. She’s no oligarch, she said."


def saved_by_a_spreadsheet(file: Path) -> None:
    """The sheet as a spreadsheet saves it: semicolons, a byte-order mark, CRLF, curly apostrophes."""
    lines = file.read_text("utf-8").splitlines()
    rows = [line.replace(",", ";") for line in lines if not line.startswith("#")]
    rows += ["fool’s errand;labels;noun;fool’s errands;-1,5;;;2;;;;;;;", "gas-guzzler;labels;noun;;-1;;;;;;;;;;"]
    file.write_bytes("\r\n".join(["\ufeff" + rows[0], *sorted(rows[1:]), ""]).encode())


def test_from_a_new_folder_to_a_report(tmp_path: Path) -> None:
    """By `new`, `add`, a spreadsheet, `check`, `try` and `report` new words are marked, cited and in the recipe."""
    mine, corpus, out = tmp_path / "my-words", write_texts(tmp_path / "c", {"one.txt": TEXT}), tmp_path / "out"
    assert call("lexicon", "new", mine, "--licence", "CC0").code == 0
    added = call(
        "lexicon", "add", "kleptocrat-in-chief", "--category", "labels", "--valence=-2", "--pos", "noun", "--to", mine
    )
    assert "its forms" in added.out.casefold()
    saved_by_a_spreadsheet(mine / "words.csv")
    checked = call("lexicon", "check", mine)
    assert checked.code == 0, checked.all
    assert "error" not in checked.out
    tried = call("lexicon", "try", mine, corpus)
    assert "gas-guzzler (my-words/words.csv:gas-guzzler@0.1.0): 1 × in 1 article" in tried.out
    assert "[[gas‑guzzler]] was late." in tried.out
    assert "Found nowhere: 2 rows of 3" in tried.out
    assert call("report", corpus, "-o", out, "--lexicon", mine).code == 0
    page = (out / "report.html").read_text("utf-8")
    assert "my-words@0.1.0#" in page
    assert "my-words/words.csv:gas-guzzler@0.1.0" in page


def test_a_project_s_words_count_and_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that framing.toml names are layered unasked, and the run says so; --no-own leaves them out."""
    (tmp_path / "framing.toml").write_text('lexicons = ["words.csv"]\n')
    (tmp_path / "words.csv").write_text("term,category\nferry,labels\n")
    corpus = write_texts(tmp_path / "c", {"one.txt": "The ferry was late. The ferry sank."})
    monkeypatch.chdir(tmp_path)
    shown = call("lexicon", "list")
    assert "words 0 #" in shown.out
    assert "in force (project):" in shown.out
    told = "The lexicon words 0 of framing.toml is layered over the bundled ones"
    assert told in call("score", corpus, "-o", tmp_path / "out").out
    assert told not in call("score", corpus, "-o", tmp_path / "out", "--no-own").out
    assert "project" not in call("lexicon", "list", "--no-own").out


def test_show_prints_all_of_an_entry() -> None:
    """Forms, values, plainer word, note, examples, citation and ladder of a word stand in its lines."""
    shown = call("lexicon", "show", "despots").out
    for part in ("despot\n", "(bundled; in force)", "forms: despots", "valence: -3 said of somebody", "plainer: leader",
                 "why: ", "found in: ", "set ruler: ", "tyrant (-3)", "loaded-en/labels.csv:despot@"):  # fmt: skip
        assert part in shown


def test_show_of_an_unknown_word_says_what_is_near() -> None:
    """A misspelt word ends with code 1 and the nearest one."""
    result = call("lexicon", "show", "despt")
    assert result.code == ExitCode.FAILED
    assert "fix: look for despot" in result.err


def test_add_refuses_without_writing(tmp_path: Path) -> None:
    """A value that can't be read ends with code 4, and the folder is as it was."""
    mine = tmp_path / "mine"
    call("lexicon", "new", mine)
    before = (mine / "words.csv").read_bytes()
    result = call("lexicon", "add", "fop", "--category", "labels", "--valence=9", "--to", mine)
    assert result.code == ExitCode.BAD_LEXICON
    assert "valence is 9, out of range" in result.err
    assert (mine / "words.csv").read_bytes() == before


def test_diff_names_entries_and_findings(tmp_path: Path) -> None:
    """Every changed cell is printed; with a corpus, so is the number of findings that would change."""
    (tmp_path / "a.csv").write_text("term,category,valence\ndespot,labels,-3\n")
    (tmp_path / "b.csv").write_text("term,category,valence\ndespot,labels,3\nferry,labels,1\n")
    alone = call("lexicon", "diff", tmp_path / "a.csv", tmp_path / "b.csv").out
    assert "added: 1 entry\n  ferry (labels, b/b.csv:3)" in alone
    assert "valence: -3 → 3" in alone
    assert "would change" not in alone
    corpus = write_corpus(tmp_path / "c")
    assert "finding" in call("lexicon", "diff", tmp_path / "a.csv", tmp_path / "b.csv", corpus).out
    assert call("lexicon", "diff", tmp_path / "a.csv", tmp_path / "a.csv").out == "No entry differs.\n"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("binary.csv", b"PK\x03\x04\x00\x00", "the file is binary, not text"),
        ("endless.csv", b"term," * 300_000, "the line is longer than 1 MB"),
    ],
)
def test_hopeless_files_are_refused_in_words(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    """A binary and a file of one endless line end with code 4 and say what is wrong."""
    (tmp_path / name).write_bytes(content)
    result = call("lexicon", "try", tmp_path / name, write_corpus(tmp_path / "c"))
    assert result.code == ExitCode.BAD_LEXICON
    assert says in result.err
    assert "fix: " in result.err


def test_a_file_of_a_hundred_megabytes_is_refused(tmp_path: Path) -> None:
    """It is not even read."""
    with (tmp_path / "huge.csv").open("wb") as file:
        file.truncate(100_000_000)
    result = call("lexicon", "check", tmp_path / "huge.csv")
    assert result.code == ExitCode.BAD_LEXICON
    assert "the file is larger than 50 MB" in result.out
