"""`framing lexicon evaluate`, `sample` and `agreement`: from a corpus to what people say of the list."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from pathlib import Path

import polars as pl
import pytest
from cli_samples import call, write_corpus, write_table, write_texts

from framing.errors import ExitCode
from framing.validation.tables import LOADED

SHARED = Path(__file__).resolve().parents[3] / "shared" / "eval" / "babe_dev.parquet"
TEXTS = [
    {"text": "The despot spoke at noon.", "words": "despot"},
    {"text": "A crony of the mayor waited.", "words": ""},
    {"text": "The hero left, beaming.", "words": "beaming; tired"},
]


def write_lexicon(folder: Path) -> Path:
    """A lexicon of three words."""
    folder.mkdir()
    (folder / "labels.csv").write_text("term,category\ndespot,labels\ncrony,labels\nhero,praise\n", "utf-8")
    return folder


def fill(sheet: Path, out: Path, answer: Callable[[Mapping[str, str]], str]) -> Path:
    """A copy of a sheet, filled in."""
    rows = list(csv.DictReader(sheet.read_text("utf-8-sig").splitlines()))
    return write_table(out, [{**row, LOADED: answer(row)} for row in rows])


def totals(printed: str) -> list[str]:
    """Marks and right ones in the row of all categories."""
    return next(line for line in printed.splitlines() if line.startswith("  all ")).split()[1:3]


def test_evaluate_prints_and_writes(tmp_path: Path) -> None:
    """One of three marks is right, one of two passages found; form, words not found and worst entries are named."""
    out = tmp_path / "out"
    lexicon, people = write_lexicon(tmp_path / "ours"), write_table(tmp_path / "people.csv", TEXTS)
    result = call("lexicon", "evaluate", lexicon, people, "-o", out)
    assert result.code == 0, result.all
    assert "people.csv was read as texts with marked words." in result.out
    assert "3 texts read, 1 row or word not used." in result.out
    assert "people.csv:4" in result.out
    lines = [line.split() for line in result.out.splitlines()]
    assert ["all", "3", "1", "33", "%"] in [line[:5] for line in lines]
    assert ["crony", "labels", "1", "0"] in [line[:4] for line in lines]
    names = {"categories.csv", "entries.csv", "wrong.csv", "set_aside.csv", "evaluation.md"}
    assert {path.name for path in out.iterdir()} == names
    page = (out / "evaluation.md").read_text("utf-8")
    assert "A **crony** of the mayor waited." in page
    assert pl.read_csv(out / "categories.csv")["recall"][0] == 0.5


def test_evaluate_counts_the_bundled_lists_if_asked(tmp_path: Path) -> None:
    """DIR alone is evaluated, with --bundled what the report would mark."""
    lexicon = write_lexicon(tmp_path / "ours")
    people = write_table(tmp_path / "people.csv", [{"text": "The snarling mayor lashed out.", "words": "snarling"}])
    alone, both = (call("lexicon", "evaluate", lexicon, people, *more) for more in ((), ("--bundled",)))
    assert totals(alone.out) == ["0", "0"]
    assert totals(both.out) == ["2", "1"]


def test_sample_then_agreement(tmp_path: Path) -> None:
    """From a corpus to the coders' agreement, precision and corrected rates, with what the sample printed."""
    sheet = tmp_path / "coding.csv"
    result = call("lexicon", "sample", write_corpus(tmp_path / "c"), "-n", 10, "--unmarked", 4, "-o", sheet)
    assert result.code == 0, result.all
    assert "10 of " in result.out
    assert "4 of " in result.out
    key = pl.read_csv(tmp_path / "coding.key.csv")
    assert (key.height, set(key["outlet"])) == (14, {"Wire", "Tabloid"})
    anna = fill(sheet, tmp_path / "anna.csv", lambda row: "y" if row["mark"] else "n")
    ben = fill(
        sheet, tmp_path / "ben.csv", lambda row: "n" if row["term"] == "blunder" else "yes" if row["mark"] else "0"
    )
    result = call("lexicon", "agreement", anna, ben)
    assert result.code == 0, result.all
    assert "Krippendorff's alpha" in result.out
    assert "experts reached 0.42, a crowd 0.14" in result.out
    lines = [line.split() for line in result.out.splitlines()]
    assert ["anna", "14", "10", "0"] in lines
    tabloid = next(line for line in lines if line[:2] == ["Tabloid", "3"])
    assert tabloid[3] != "0"
    assert "of what coders call loaded the list marks at most" in result.out.lower()
    judged = call("lexicon", "evaluate", tmp_path / "c", anna)
    assert judged.code == ExitCode.BAD_LEXICON
    judged = call("lexicon", "evaluate", write_lexicon(tmp_path / "ours"), anna)
    assert judged.code == 0, judged.all
    assert "No recall can be given" in judged.out


def test_sample_as_a_workbook(tmp_path: Path) -> None:
    """The ending .xlsx gives a workbook, which `agreement` reads as it is saved."""
    from openpyxl import load_workbook

    sheet = tmp_path / "coding.xlsx"
    assert call("lexicon", "sample", write_corpus(tmp_path / "c"), "-n", 6, "-o", sheet).code == 0
    book = load_workbook(sheet)
    heads = [cell.value for cell in book.active[1]]
    assert "outlet" not in heads
    for row in range(2, 8):
        book.active.cell(row, heads.index(LOADED) + 1, "y")
    book.save(sheet)
    result = call("lexicon", "agreement", sheet)
    assert result.code == 0, result.all
    assert "Agreement: undefined" in result.out
    assert ["all", "6", "6", "0", "100"] in [line.split()[:5] for line in result.out.splitlines()]


def test_without_its_key_there_are_no_rates(tmp_path: Path) -> None:
    """A sheet alone tells agreement and precision; --key names the key that lies elsewhere."""
    sheet = tmp_path / "coding.csv"
    assert call("lexicon", "sample", write_corpus(tmp_path / "c"), "-n", 6, "-o", sheet, "--show-outlet").code == 0
    (tmp_path / "far" / "off").mkdir(parents=True)
    anna = fill(sheet, tmp_path / "far" / "off" / "anna.csv", lambda _: "y")
    assert "No rates" in call("lexicon", "agreement", anna).out
    assert "Marks per 1,000 words" in call("lexicon", "agreement", anna, "--key", tmp_path / "coding.key.csv").out


def test_own_lists_alone_are_sampled(tmp_path: Path) -> None:
    """With --alone the bundled lists draw nothing."""
    lexicon = write_lexicon(tmp_path / "ours")
    options = ("-o", tmp_path / "a.csv", "--lexicon", lexicon, "--alone")
    assert call("lexicon", "sample", write_corpus(tmp_path / "c"), *options).code == 0
    assert set(pl.read_csv(tmp_path / "a.csv")["term"]) == {"despot"}


def test_mistakes_have_their_exit_codes(tmp_path: Path) -> None:
    """A bad lexicon is 4, an unreadable annotated file or corpus 3, a sheet in the way 6; never a traceback."""
    lexicon, people = write_lexicon(tmp_path / "ours"), write_table(tmp_path / "people.csv", TEXTS)
    (tmp_path / "bad.csv").write_text("term,category,valence\nx,labels,9\n", "utf-8")
    (tmp_path / "odd.csv").write_bytes(b"\x00\x01")
    corpus = write_corpus(tmp_path / "c")
    plain = write_texts(tmp_path / "plain" / "Wire", {"a.txt": "Traffic began at noon on Monday."}).parent
    cases = [
        (ExitCode.BAD_LEXICON, ("evaluate", tmp_path / "bad.csv", people)),
        (ExitCode.BAD_CORPUS, ("evaluate", lexicon, tmp_path / "odd.csv")),
        (ExitCode.BAD_CORPUS, ("evaluate", lexicon, tmp_path / "none.csv")),
        (ExitCode.CANNOT_WRITE, ("evaluate", lexicon, people, "-o", people)),
        (ExitCode.BAD_CORPUS, ("sample", tmp_path / "none", "-o", tmp_path / "x.csv")),
        (ExitCode.BAD_CORPUS, ("sample", plain, "-o", tmp_path / "x.csv")),
        (ExitCode.BAD_LEXICON, ("sample", corpus, "-o", tmp_path / "x.csv", "--lexicon", tmp_path / "bad.csv")),
        (ExitCode.CANNOT_WRITE, ("sample", corpus, "-o", people)),
        (ExitCode.CANNOT_WRITE, ("sample", corpus, "-o", tmp_path / "x.ods")),
        (ExitCode.BAD_CORPUS, ("agreement", people)),
        (ExitCode.BAD_CORPUS, ("agreement", tmp_path / "odd.csv")),
    ]
    for code, arguments in cases:
        result = call("lexicon", *arguments)
        assert result.code == code, (arguments, result.all)
        assert result.err.startswith("error: ") or "bad.csv:2" in result.err
        assert "\nfix: " in result.err
        assert result.out == ""


def test_hostile_texts_do_not_reach_the_terminal(tmp_path: Path) -> None:
    """Escape sequences in file names, words and ids show as replacement characters."""
    text = "The \x1b[31mdespot\x1b[0m spoke of the bridge, and of those who had built it in so short a time."
    rows = [{"text": text, "words": "\x1b[2Jx"}]
    result = call("lexicon", "evaluate", write_lexicon(tmp_path / "ours"), write_table(tmp_path / "p.csv", rows))
    assert result.code == 0, result.all
    assert "\x1b" not in result.out


@pytest.mark.skipif(not SHARED.is_file(), reason="the sentences ../shared/eval/babe_dev.parquet are not there")
def test_experts_agree_with_half_of_the_bundled_marks() -> None:
    """Of what the bundled list marks in sentences that experts read, they marked more than 40 of 100 too."""
    from framing import resources

    result = call("lexicon", "evaluate", resources.lexicons() / "loaded-en", SHARED)
    assert result.code == 0, result.all
    line = next(line for line in result.out.splitlines() if line.startswith("  all"))
    _, marks, right, precision, *_ = line.split()
    assert int(precision) > 40
    assert int(right.replace(",", "")) > 600
    assert int(marks.replace(",", "")) > 1200
