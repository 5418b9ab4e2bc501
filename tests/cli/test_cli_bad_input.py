"""Bad input gives one clear message with the way out and its exit code, or goes on with a note. Never a traceback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from cli_samples import LOADED, PLAIN, Outcome, call, everything_in, write_corpus, write_table, write_texts

from framing import report as report_package
from framing.errors import ExitCode, OutputError


def expect(result: Outcome, code: int, *words: str) -> None:
    """The call failed with that code and a message with those words and a way out; nothing else was printed."""
    assert result.code == code, result.all
    for word in words:
        assert word in result.err
    assert result.err.startswith("error: ")
    assert "\nfix: " in result.err
    assert "Traceback" not in result.all
    assert result.out == ""


def expect_note(result: Outcome, *words: str) -> None:
    """The call went on, with a note that has those words."""
    assert result.code == 0, result.all
    notes = [line for line in result.out.splitlines() if line.startswith("note: ")]
    for word in words:
        assert any(word in note for note in notes), result.out
    assert "Traceback" not in result.all


def binary_table(folder: Path) -> Path:
    """A CSV file that is none."""
    (folder / "t.csv").write_bytes(b"PK\x03\x04" + bytes(range(256)) * 20)
    return folder / "t.csv"


def truncated_parquet(folder: Path) -> Path:
    """A Parquet file cut in half."""
    path = folder / "t.parquet"
    pl.DataFrame({"text": [PLAIN] * 50, "outlet": ["a"] * 50}).write_parquet(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


def parquet_without_columns(folder: Path) -> Path:
    """A Parquet file of numbers."""
    pl.DataFrame({"x": [1], "y": [2]}).write_parquet(folder / "t.parquet")
    return folder / "t.parquet"


def empty_folder(folder: Path) -> Path:
    """A folder with nothing in it."""
    (folder / "empty").mkdir()
    return folder / "empty"


def no_words(folder: Path) -> Path:
    """One article without a word."""
    return write_texts(folder / "c", {"a.txt": "*** ... !!!"})


def binary_text(folder: Path) -> Path:
    """A .txt file that is a picture."""
    (folder / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    return folder / "a.txt"


@pytest.mark.parametrize("verb", ["report", "score", "show", "check"])
@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda folder: folder / "nothing", ("there is no such file or folder",)),
        (empty_folder, ("the folder is empty", ".txt file")),
        (binary_table, ("t.csv",)),
        (binary_text, ("no article of it can be used",)),
        (truncated_parquet, ("t.parquet",)),
        (parquet_without_columns, ("text", "--column")),
        (no_words, ("no article of it can be used", "its text has no words")),
        (lambda folder: write_texts(folder, {"a.docx": "x"}) / "a.docx", ("no reader for .docx", ".parquet")),
    ],
    ids=["missing", "empty", "binary", "picture", "truncated", "columns", "wordless", "format"],
)
def test_corpus_that_cannot_be_read(
    verb: str, make: Callable[[Path], Path], words: tuple[str, ...], tmp_path: Path
) -> None:
    """A corpus that can't be read is refused with its fault and exit code 3, by every verb, and nothing is written."""
    corpus = make(tmp_path)
    out = tmp_path / "out"
    command = {"report": ("report", corpus, "-o", out), "score": ("score", corpus, "-o", out), "show": ("show", corpus)}
    expect(call(*command.get(verb, ("corpus", "check", corpus))), ExitCode.BAD_CORPUS, *words)
    assert not out.exists()


def test_one_outlet_only(tmp_path: Path) -> None:
    """With one outlet there is nothing to compare; the report is written all the same, with a note."""
    texts = {f"{n}.txt": f"{LOADED} Day {n} of it." for n in range(3)}
    rows = [{"file": name, "outlet": "Wire", "title": "T"} for name in texts]
    corpus = write_texts(tmp_path / "c", texts)
    write_table(corpus / "manifest.csv", rows)
    result = call("report", corpus, "-o", tmp_path / "out")
    expect_note(result, "All articles are of one outlet, Wire")
    assert "0 comparisons" in result.out
    assert (tmp_path / "out" / "report.html").is_file()


def test_one_article_only(tmp_path: Path) -> None:
    """One article makes a report, with a note that there is nothing to compare it with."""
    corpus = write_texts(tmp_path / "c", {"a.txt": LOADED})
    result = call("report", corpus, "-o", tmp_path / "out")
    expect_note(result, "There is one article only")
    assert (tmp_path / "out" / "report.html").is_file()


def test_three_texts_without_a_manifest(tmp_path: Path) -> None:
    """A folder of three .txt files and nothing else makes a report; a note says how to name the outlets."""
    corpus = write_texts(tmp_path / "c", {"a.txt": LOADED, "b.txt": PLAIN, "c.txt": "A third article. It is short."})
    result = call("report", corpus, "-o", tmp_path / "out")
    expect_note(
        result, "no manifest.csv", "add manifest.csv with the columns file and outlet", "without a title: 3 of 3"
    )
    assert (tmp_path / "out" / "report.html").is_file()


def test_missing_titles_and_unreadable_dates(tmp_path: Path) -> None:
    """Titles that are missing and dates that can't be read are counted in notes, and the report is written."""
    result = call("report", write_corpus(tmp_path / "c", title="", date="sometime in May"), "-o", tmp_path / "out")
    expect_note(result, "Articles without a title: 6 of 6.", "Dates that could not be read and count as missing: 6")
    assert "Dates that could not be read" in (tmp_path / "out" / "report.html").read_text("utf-8")


def test_manifest_and_folder_that_disagree(tmp_path: Path) -> None:
    """A file that isn't there and one that the manifest doesn't name are set aside, counted, and in the report."""
    corpus = write_corpus(tmp_path / "c")
    (corpus / "wire-2.txt").unlink()
    write_texts(corpus, {"stray.txt": PLAIN})
    result = call("report", corpus, "-o", tmp_path / "out")
    assert result.code == 0, result.all
    assert "5 articles of 2 outlets read, 2 rows or files set aside." in result.out
    set_aside = pl.read_parquet(tmp_path / "out" / "tables" / "set_aside.parquet")
    assert sorted(set_aside["kind"]) == ["not found", "not listed"]
    assert "the folder has no file wire-2.txt" in call("corpus", "check", corpus).out


def test_article_without_words_among_others(tmp_path: Path) -> None:
    """An article of no words is set aside with its reason; the others are read."""
    corpus = write_corpus(tmp_path / "c")
    write_texts(corpus, {"wire-0.txt": "..."})
    result = call("report", corpus, "-o", tmp_path / "out")
    assert "5 articles of 2 outlets read, 1 row or file set aside." in result.out
    assert "its text has no words" in (tmp_path / "out" / "report.html").read_text("utf-8")


def test_lexicon_with_faults(tmp_path: Path) -> None:
    """A lexicon with two faults is refused with both of them and exit code 4, before anything is written."""
    (tmp_path / "mine.csv").write_text("term,category,valence\nfoo,labels,9\nbar,labels,many\n", "utf-8")
    result = call("report", write_corpus(tmp_path / "c"), "-o", tmp_path / "out", "--lexicon", tmp_path / "mine.csv")
    assert result.code == ExitCode.BAD_LEXICON
    assert "mine.csv:2" in result.err
    assert "mine.csv:3" in result.err
    assert "the lexicon has 2 faults" in result.err
    assert "Traceback" not in result.all
    assert not (tmp_path / "out").exists()


def test_lexicon_that_is_not_there(tmp_path: Path) -> None:
    """A lexicon folder that is missing is named."""
    result = call("report", write_corpus(tmp_path / "c"), "-o", tmp_path / "out", "--lexicon", tmp_path / "none")
    expect(result, ExitCode.BAD_LEXICON, "there is no such folder")


def test_actors_that_share_an_alias(tmp_path: Path) -> None:
    """Two actors with one alias are refused with exit code 5, by name and line."""
    rows = [{"name": "Oskar Brandt", "aliases": "the president"}, {"name": "Ilse Maron", "aliases": "the president"}]
    actors = write_table(tmp_path / "actors.csv", rows)
    result = call("report", write_corpus(tmp_path / "c"), "-o", tmp_path / "out", "--actors", actors)
    expect(result, ExitCode.BAD_ACTORS, "the president", "actors.csv:3")
    assert not (tmp_path / "out").exists()


def test_actor_file_that_is_not_there(tmp_path: Path) -> None:
    """An actor file that is missing is named, with exit code 5."""
    result = call("score", write_corpus(tmp_path / "c"), "-o", tmp_path / "out", "--actors", tmp_path / "none.csv")
    expect(result, ExitCode.BAD_ACTORS, "none.csv")


@pytest.mark.parametrize("verb", ["report", "score"])
def test_output_that_is_a_file(verb: str, tmp_path: Path) -> None:
    """An output folder that is a file, or lies under one, is refused with exit code 6 before the work is done."""
    corpus = write_corpus(tmp_path / "c")
    (tmp_path / "out").write_text("mine", "utf-8")
    for out in (tmp_path / "out", tmp_path / "out" / "below" / "deeper"):
        expect(call(verb, corpus, "-o", out), ExitCode.CANNOT_WRITE, "is a file, not a folder", "-o")
    assert (tmp_path / "out").read_text("utf-8") == "mine"


def test_output_name_that_cannot_be(tmp_path: Path) -> None:
    """A name that the file system can't hold is refused with exit code 6."""
    result = call("report", write_corpus(tmp_path / "c"), "-o", tmp_path / ("x" * 5000))
    expect(result, ExitCode.CANNOT_WRITE)


def test_full_disk_leaves_the_old_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When writing fails midway, the report that was there stays as it was, and nothing is left over."""
    corpus, out = write_corpus(tmp_path / "c"), tmp_path / "out"
    assert call("report", corpus, "-o", out).code == 0
    (out / "mine.txt").write_text("keep", "utf-8")
    before = everything_in(tmp_path)

    def fail(frame: pl.DataFrame, path: Path) -> None:
        path.write_bytes(b"half")
        if path.stem == "hits":
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(report_package, "_write_frame", fail)
    expect(call("report", corpus, "-o", out, "--seed", 5), ExitCode.CANNOT_WRITE, "No space left on device")
    assert everything_in(tmp_path) == before
    expect(call("report", corpus, "-o", tmp_path / "new"), ExitCode.CANNOT_WRITE)
    assert not (tmp_path / "new").exists()


def test_measure_that_does_not_exist(tmp_path: Path) -> None:
    """A measure that there is none of is named, with those that there are."""
    result = call("report", write_corpus(tmp_path / "c"), "-o", tmp_path / "out", "--measures", "bias")
    expect(result, ExitCode.FAILED, 'no measure "bias"', "loaded")


@pytest.mark.parametrize(
    "options",
    [
        ("--column", "outlet"),
        ("--column", "colour=red"),
        ("--voice", "loud"),
        ("--seed", "-1"),
        ("--resamples", "3"),
        ("--no",),
    ],
    ids=lambda options: " ".join(options),
)
def test_options_that_cannot_be(options: tuple[str, ...], tmp_path: Path) -> None:
    """An option with a value that it can't take is a usage error, exit code 2."""
    result = call("report", write_corpus(tmp_path / "c"), "-o", tmp_path / "out", *options)
    assert result.code == ExitCode.BAD_USAGE
    assert "Usage: framing report" in result.err
    assert not (tmp_path / "out").exists()


def test_unexpected_error_is_one_line_with_advice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program itself gives one line, the advice to report it, and exit code 1."""
    corpus = write_corpus(tmp_path / "c")
    monkeypatch.setattr(report_package, "write_report", lambda *_, **__: {}["gone"])
    expect(call("report", corpus, "-o", tmp_path / "out"), ExitCode.FAILED, "KeyError: 'gone'", "framing --traceback")


@pytest.mark.parametrize(
    ("error", "code"),
    [(KeyboardInterrupt(), 130), (OutputError("full", "make room"), ExitCode.CANNOT_WRITE)],
)
def test_stopping_midway(error: BaseException, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C and a late refusal end with their exit codes and leave nothing behind."""

    def stop(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(report_package, "write_report", stop)
    result = call("report", write_corpus(tmp_path / "c"), "-o", tmp_path / "out")
    assert result.code == code
    assert "Traceback" not in result.all
    assert not (tmp_path / "out").exists()
