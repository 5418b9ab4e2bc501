"""A lexicon tried on a corpus: every mark that differs is counted once, with a line that shows it."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from concordance_samples import layered, read

from framing.concordance import changed_findings, try_words
from framing.tables import COMPARISONS

BASE = "term,category,valence,forms\ndespot,labels,-3,despots\nbold,praise,1,\nplan,doubt,-1,\n"
CORPUS = {
    "a": "The despot has a bold plan. Oligarchs cheered the despot.",
    "b": 'A free vote, "the despot said", is bold.',
    "c": "Nothing here.",
}


def trials(root: Path, mine: str, lines: int = 3) -> pl.DataFrame:
    """What a sheet changes on the corpus."""
    below, above = layered(root, BASE, mine)
    before, after = read(CORPUS, below), read(CORPUS, above)
    return try_words(before.hits, after.hits, "mine", {"articles": after.articles, "sentences": after.sentences}, lines)


def counted(frame: pl.DataFrame) -> list[tuple[str, str, int, int]]:
    return frame.select("change", "term", "count", "articles").rows()


def test_new_changed_same_and_lost_marks_are_told_apart(tmp_path: Path) -> None:
    """A new word, another value, an equal row and a dropped one each come under their own name, frequent ones first."""
    mine = (
        "term,category,valence,forms,action\ndespot,labels,-1,despots,\noligarch,labels,-2,oligarchs,\n"
        "bold,praise,1,,\nplan,,,,drop\n"
    )
    assert counted(trials(tmp_path, mine)) == [
        ("new", "oligarch", 1, 1),
        ("changed", "despot", 3, 2),
        ("same", "bold", 2, 2),
        ("lost", "plan", 1, 1),
    ]


def test_a_longer_phrase_takes_the_mark_of_a_word_inside(tmp_path: Path) -> None:
    """Where a phrase of mine hides a word of the lists below, the word's mark is lost and the phrase's is new."""
    assert counted(trials(tmp_path, "term,category\nbold plan,labels\n")) == [
        ("new", "bold plan", 1, 1),
        ("lost", "bold", 1, 1),
        ("lost", "plan", 1, 1),
    ]


def test_every_line_shows_its_mark(tmp_path: Path) -> None:
    """A line is the sentence, cut at the mark; before, mark and after join to what stands in the text."""
    frame = trials(tmp_path, "term,category,forms\ndespot,labels,despots\noligarch,labels,oligarchs\n")
    for line in [line for lines in frame["lines"] for line in lines]:
        assert line["before"] + line["mark"] + line["after"] in CORPUS[line["article"]]
        assert line["mark"].casefold().startswith(("despot", "oligarch"))
    assert frame.filter(pl.col("term") == "oligarch")["lines"][0][0]["mark"] == "Oligarchs"


def test_lines_are_spread_over_articles(tmp_path: Path) -> None:
    """Two lines of a word that stands twice in one article and once in another come from both."""
    lines = trials(tmp_path, "term,category,valence\ndespot,labels,-1\n", lines=2)["lines"][0]
    assert {line["article"] for line in lines} == {"a", "b"}
    assert [line["voice"] for line in lines] == ["own", "scare"]


def test_an_equal_layer_changes_nothing(tmp_path: Path) -> None:
    """A lexicon without a word marks nothing, takes nothing away and gives an empty table."""
    assert trials(tmp_path, "term,category\nziggurat,labels\n").height == 0


def test_words_in_the_headline_are_lines_too(tmp_path: Path) -> None:
    """A mark in a title shows the title, and counts as the outlet's own words."""
    below, above = layered(tmp_path, BASE, "term,category\nvote,labels\n")
    before, after = (read({"a": "Nothing."}, one, title="A vote at last") for one in (below, above))
    frame = try_words(before.hits, after.hits, "mine", {"articles": after.articles, "sentences": after.sentences})
    assert frame.select("count", "own").row(0) == (1, 1)
    assert frame["lines"][0][0]["before"] == "A "


def finding(measure: str, verdict: str, actor: str | None = None) -> dict[str, object]:
    row: dict[str, object] = {
        name: 0 if dtype.is_numeric() else "" for name, dtype in COMPARISONS.empty().schema.items()
    }  # fmt: skip
    return {**row, "actor": actor, "measure": measure, "voice": "own", "outlet_a": "A", "outlet_b": "B",
            "verdict": verdict, "testable": True, "caveats": []}  # fmt: skip


def test_only_findings_that_say_something_else_are_listed() -> None:
    """Another verdict counts, and a comparison of one side alone; an equal verdict does not; actors are kept apart."""
    same = finding("blaming", "similar")
    before = COMPARISONS.frame([finding("loaded", "differs"), same, finding("loaded", "x", "v")])
    after = COMPARISONS.frame([finding("loaded", "cannot tell"), same, finding("new", "similar")])
    changed = changed_findings(before, after).select("measure", "actor", "verdict_before", "verdict_after").rows()
    assert sorted(changed, key=str) == [
        ("loaded", "v", "x", None),
        ("loaded", None, "differs", "cannot tell"),
        ("new", None, None, "similar"),
    ]


@pytest.mark.parametrize("lines", [0, 1])
def test_no_more_lines_than_asked(tmp_path: Path, lines: int) -> None:
    """The number of lines is kept, zero included."""
    frame = trials(tmp_path, "term,category,valence\ndespot,labels,-1\n", lines)
    assert [len(one) for one in frame["lines"]] == [lines]
