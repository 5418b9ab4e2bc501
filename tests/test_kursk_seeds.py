"""Five real articles on one event, where they are at hand: what the program must make of them."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from framing import corpus
from framing.comparison import compare
from framing.pipeline import Analysis, analyze

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the five real articles are not on this machine")


@pytest.fixture(scope="module")
def reading() -> corpus.Reading:
    return corpus.read_corpus(SEEDS)


@pytest.fixture(scope="module")
def analysis(reading: corpus.Reading) -> Analysis:
    return analyze(reading)


def _coloured(analysis: Analysis, term: str, number: str = "") -> set[str]:
    rows = analysis.links.filter((pl.col("term") == term) & pl.col("article").str.starts_with(number))
    return set(rows["actor"].to_list())


@pytest.mark.parametrize("term", ["despot", "tyrant", "dictator", "snarling"])
def test_labels_colour_putin_and_nobody_else(analysis: Analysis, term: str) -> None:
    """Labels and looks in front of the name, or standing for it, colour Putin."""
    assert _coloured(analysis, term) == {"Vladimir Putin"}


def test_the_crony_is_medvedev(analysis: Analysis) -> None:
    """In "Putin crony …, Dmitry Medvedev" the crony is Medvedev and not Putin."""
    assert _coloured(analysis, "crony") == {"Dmitry Medvedev"}


def test_the_brave_leader_is_zelensky(analysis: Analysis) -> None:
    """ "The brave Ukrainian leader" is Zelensky."""
    assert _coloured(analysis, "brave") == {"Volodymyr Zelensky"}


def test_a_putin_stooge_is_not_putin(analysis: Analysis) -> None:
    """The stooge of Putin is coloured, never Putin himself."""
    assert "stooge" in analysis.hits["term"].to_list()
    assert "Vladimir Putin" not in _coloured(analysis, "stooge")


def test_the_voices_of_masterstroke(analysis: Analysis) -> None:
    """The first "masterstroke" is a scare quote that nobody says; the later ones are said by Ingram."""
    rows = analysis.hits.filter((pl.col("term") == "masterstroke") & pl.col("article").str.starts_with("000")).sort(
        "start"
    )
    assert rows["voice"].to_list() == ["scare", "quoted", "quoted"]
    assert rows["speaker"].to_list() == [None, "Philip Ingram", "Philip Ingram"]


def test_the_kyiv_regime_is_putins_word(analysis: Analysis) -> None:
    """ "Regime" in "the Kyiv regime" is quoted from Putin, colours Ukraine, and is not charged to the outlet."""
    rows = analysis.links.filter((pl.col("term") == "regime") & (pl.col("actor") == "Ukraine"))
    assert rows.height >= 1
    assert set(rows["voice"].to_list()) == {"quoted"}
    assert set(rows["speaker"].to_list()) == {"Vladimir Putin"}


def test_three_of_the_articles_are_not_independent(reading: corpus.Reading) -> None:
    """The block that 000, 001 and 002 share counts in the first only, and the report says so."""
    shared = (
        reading.articles.explode("furniture")
        .filter(pl.col("furniture").struct.field("reason").str.starts_with("shared with"))
        .select(pl.col("article").str.slice(0, 3), with_=pl.col("furniture").struct.field("reason").str.slice(12, 3))
        .unique()
    )
    assert {("001", "000"), ("002", "000")} <= set(shared.rows())
    assert any("word for word" in note for note in reading.notes)


def test_five_articles_are_too_few_to_tell(analysis: Analysis) -> None:
    """Every comparison says that it can't tell, and what it would take."""
    findings = compare(analysis.scores)
    assert findings.height > 0
    assert set(findings["verdict"].to_list()) == {"cannot tell"}
    assert all("no test" in words or "would have" in words or "needed" in words for words in findings["wording"])


def test_every_span_is_where_it_says(analysis: Analysis) -> None:
    """The text between a hit's offsets is the hit."""
    texts = dict(analysis.articles.select("article", "text").iter_rows())
    for article, start, end, surface in analysis.hits.select("article", "start", "end", "surface").iter_rows():
        assert texts[article][start:end] == surface
