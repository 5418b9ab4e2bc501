"""`framing lexicon suggest`: words of a corpus in the terminal and in a sheet, and nothing listed by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_samples import call, everything_in, write_table

from framing.errors import ExitCode


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles of two papers in which a zarg stands where a despot stands; one writes of a grubby plan."""
    rows = []
    for number in range(60):
        word, jailed = ("despot", "zarg")[number % 2], ("rivals", "poets", "singers")[number % 3]
        paper, plan = ("Wire", "sober") if number % 4 < 2 else ("Tabloid", "grubby")
        town = f"town{number}"
        text = (
            f"Rain fell on {town} and on the hills of {town}. The cruel {word} jailed {town} {jailed} again. "
            f"In {town} the {plan} plan of {town} was shown. Ferries left {town} \x1b[31mlate."
        )
        rows.append({"id": f"n{number}", "outlet": paper, "text": text})
    return write_table(tmp_path_factory.mktemp("corpus") / "news.csv", rows)


def test_candidates_are_printed_with_their_sentences(corpus: Path) -> None:
    """Each with its figures, the seeds it is like, and sentences in which it is marked."""
    outcome = call("lexicon", "suggest", corpus, "--like", "despot", "-n", 5)
    assert outcome.code == ExitCode.FINE, outcome.all
    assert "They stand where the seeds stand (cosine)" in outcome.out
    line = next(line for line in outcome.out.splitlines() if line.startswith("  zarg  "))
    assert "30 × in 30 articles of 2 outlets; like despot; category labels?" in line
    assert "The cruel [[zarg]] jailed" in outcome.out
    assert "\x1b" not in outcome.out


def test_words_of_an_outlet_are_printed_with_it(corpus: Path) -> None:
    """The outlet, z and q stand beside a distinguishing term."""
    out = call("lexicon", "suggest", corpus, "--like", "despot").out
    assert "One outlet uses them more than the others do (z)" in out
    assert any(line.startswith("  sober  ") and "; Wire, q " in line for line in out.splitlines())


def test_a_sheet_is_a_lexicon_that_marks_nothing(corpus: Path, tmp_path: Path) -> None:
    """Written into a folder or as a file, it can be given with --lexicon at once, and changes nothing."""
    outcome = call("lexicon", "suggest", corpus, "--like", "despot", "-o", tmp_path / "new")
    assert outcome.code == ExitCode.FINE, outcome.all
    assert list(everything_in(tmp_path / "new")) == ["candidates.csv"]
    again = call("lexicon", "suggest", corpus, "--like", "despot", "-o", tmp_path / "words.csv")
    assert (tmp_path / "words.csv").read_bytes() == (tmp_path / "new" / "candidates.csv").read_bytes()
    assert again.out.replace("words.csv", "") == outcome.out.replace("new/candidates.csv", "")
    checked = call("lexicon", "check", tmp_path / "words.csv")
    assert checked.code == ExitCode.FINE, checked.all
    assert "wait — empty `action` to accept" in checked.out
    tried = call("lexicon", "suggest", corpus, "--like", "despot", "--lexicon", tmp_path / "words.csv")
    assert "  zarg  " in tried.out


def test_a_sheet_at_work_is_not_written_over(corpus: Path, tmp_path: Path) -> None:
    """Rows that somebody accepted stay."""
    sheet = tmp_path / "words.csv"
    sheet.write_text("action,term\n,zarg\n", "utf-8")
    outcome = call("lexicon", "suggest", corpus, "-o", sheet)
    assert outcome.code == ExitCode.CANNOT_WRITE
    assert "it is there already" in outcome.err
    assert sheet.read_text("utf-8") == "action,term\n,zarg\n"


def test_an_unknown_category_is_named(corpus: Path) -> None:
    """With the one that is meant."""
    outcome = call("lexicon", "suggest", corpus, "--category", "label")
    assert outcome.code == ExitCode.FAILED
    assert "did you mean `labels`?" in outcome.err


def test_seeds_and_a_category_exclude_each_other(corpus: Path) -> None:
    """Both together is a mistake that is named, not one of them passed over."""
    outcome = call("lexicon", "suggest", corpus, "--like", "despot", "--category", "labels")
    assert outcome.code == ExitCode.BAD_USAGE
    assert "not both" in outcome.err


def test_nothing_to_suggest_is_said(tmp_path: Path) -> None:
    """A corpus of one short article gives no candidate and no traceback."""
    path = write_table(tmp_path / "news.csv", [{"outlet": "Wire", "text": "The bridge in Kesten opened at noon."}])
    outcome = call("lexicon", "suggest", path)
    assert outcome.code == ExitCode.FINE, outcome.all
    assert "Nothing to suggest." in outcome.out
