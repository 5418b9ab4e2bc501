"""What an outlet's own sentences say toward the actors of an analysis."""

from __future__ import annotations

import polars as pl
import pytest

import framing
from framing.actors.files import Actor
from framing.pipeline import Analysis, Options, analyze
from framing.tables import ARTICLES

TEXT = (
    "Marla Quint saved the school and won the prize.\n\n"
    "“Quint is a liar and a fraud,” Pavel Dovan said.\n\n"
    "Dovan lied to voters and was convicted of theft."
)
ACTORS = (Actor("quint", "Marla Quint", ("Quint",)), Actor("dovan", "Pavel Dovan", ("Dovan",)))


@pytest.fixture(scope="module")
def read() -> Analysis:
    rows = {"article": "one", "outlet": "Herald", "title": "Quint, the liar", "text": TEXT, "furniture": []}
    return analyze(ARTICLES.frame([rows | {"story": "one"}]), actors=ACTORS)


def test_mentions_in_own_words_are_read_and_no_others(read: Analysis):
    """What a speaker says of an actor, and what a title does, is no stance of the outlet."""
    spots = [(row["actor"], TEXT[row["start"] : row["end"]]) for row in read.stances.iter_rows(named=True)]
    assert spots == [("quint", "Marla Quint"), ("dovan", "Pavel Dovan"), ("dovan", "Dovan")]


def test_stances_say_who_is_shown_in_which_light(read: Analysis):
    """The rescuer is shown favourably, the convict is not."""
    assert read.stances["polarity"].to_list()[0] == 1
    assert read.stances["polarity"].to_list()[2] == -1


def test_a_speakers_words_are_not_charged_to_the_outlet(read: Analysis):
    """Of a sentence with a quotation only the words outside of it weigh in: “liar” is Dovan's."""
    words = [TEXT[word["start"] : word["end"]] for word in read.stances["evidence"][1].to_list()]
    assert not {"liar", "fraud"} & set(words)


def test_evidence_points_into_the_article(read: Analysis):
    """Offsets are those of the article's text, not of the sentence."""
    last = read.stances["evidence"][2].to_list()
    words = {TEXT[word["start"] : word["end"]] for word in last}
    assert any(word.startswith("lied") for word in words)
    assert min(word["start"] for word in last) > TEXT.index("Dovan lied")


def test_the_score_is_their_mean(read: Analysis):
    """The measure `stance` is the mean valence of the actor's mentions, and nothing where there is none."""
    rows = read.scores.filter(pl.col("measure") == "stance").sort("actor")
    dovan, quint = rows.iter_rows(named=True)
    mine = read.stances.filter(pl.col("actor") == "dovan")["valence"]
    assert (dovan["words"], quint["words"]) == (2, 1)
    assert dovan["value"] == pytest.approx(mine.mean())
    assert quint["value"] > 0 > mine[1]


def test_the_call_for_targets_says_the_same(read: Analysis):
    """A sentence without a quotation is read alike by `framing.toward`."""
    sentence = TEXT.rpartition("\n\n")[2]
    alone = framing.toward(pl.DataFrame({"text": [sentence], "start": [0], "end": [5]}))
    assert alone["valence"][0] == pytest.approx(read.stances["valence"][2])


def test_they_can_be_left_out():
    """Without stances there is no table of them, and no measure."""
    articles = ARTICLES.frame([{"article": "one", "outlet": "Herald", "text": TEXT, "furniture": [], "story": "one"}])
    without = analyze(articles, actors=ACTORS, options=Options(stances=False))
    assert without.stances.is_empty()
    assert "stance" not in without.scores["measure"].unique()
