from __future__ import annotations

import polars as pl
import pytest
from score_samples import Sample

import framing
from framing.score.loadedness import LOADEDNESS, rate_loadedness
from framing.score.wordforms import RULES, FormRule, cut_words, judge
from framing.tables import HITS, QUOTES


def rated(text: str, sample: Sample) -> dict[str, object]:
    """The row of a text that is article 0 of a sample."""
    return rate_loadedness([text], HITS.frame(sample.hits), QUOTES.frame(sample.quotes)).row(0, named=True)


def points(row: dict[str, object]) -> list[tuple[str, float]]:
    """Rule and points of the evidence, in order."""
    return [(point["rule"], point["points"]) for point in row["evidence"]]  # type: ignore[attr-defined]


def test_points_per_hundred_words():
    """A word of intensity 2.5 in five words gives 2 points, with five words added 20 per 100."""
    row = rated("A despot sat there quietly", Sample().hit("0", "despot", "labels", 2, -2, intensity=2.5))
    assert (row["words"], row["loadedness"]) == (5, pytest.approx(20.0))
    assert row["marks"] == [{"start": 2, "end": 8, "rule": "labels", "points": 2.0}]


def test_a_word_in_two_categories_counts_once():
    """The stronger of two entries on the same words gives the points."""
    sample = (
        Sample().hit("0", "stooge", "labels", 2, -1, intensity=1.5).hit("0", "stooge", "ridicule", 2, -1, intensity=3)
    )
    assert points(rated("A stooge sat", sample)) == [("ridicule", 2.5)]


def test_plain_reporting_takes_points():
    """A plain reporting verb and a figure pull below 0, and are no marks."""
    row = rated("They say 40 sat", Sample().hit("0", "say", "neutral", 5, 0))
    assert points(row) == [("plain attribution", -0.5), ("figure", -0.3)]
    assert row["loadedness"] == pytest.approx(-100 * 0.8 / 9)
    assert row["marks"] == []


def test_light_shades_are_no_marks():
    """Intensity 1 gives half a point and no mark; nor do verbs that concede or approve, at any strength."""
    weak = Sample().hit("0", "slam", "violence", 0, -1, intensity=1.0)
    assert rated("slam it", weak)["marks"] == []
    admitted = Sample().hit("0", "claim", "doubting", 0, -1, intensity=2.0)
    assert len(rated("claim it", admitted)["marks"]) == 1
    admitted.hits[0]["category"] = "conceding"
    assert rated("claim it", admitted)["marks"] == []
    assert points(rated("claim it", admitted)) == [("conceding", 1.5)]


def test_listed_words_have_no_form():
    """What a list has is judged by the list alone."""
    sample = Sample().hit("0", "brave", "praise", 0, 1, intensity=2, end=7)
    assert points(rated("bravely done", sample)) == [("praise", 1.5)]


def test_signs_give_points():
    """Exclamation marks and scare quotes count a little, and are no marks."""
    row = rated('The "deal" is off!', Sample().quote("0", 1, None, kind="scare", voice="scare", start=4, end=10))
    assert points(row) == [("scare quotes", 0.3), ("exclamation mark", 0.5)]
    assert row["marks"] == []


def test_no_text_no_row():
    """Nothing given, an empty table of the same columns; an empty text scores 0."""
    assert rate_loadedness([], HITS.empty(), QUOTES.empty()).schema == pl.Schema(LOADEDNESS)
    assert rate_loadedness([""], HITS.empty(), QUOTES.empty())["loadedness"].to_list() == [0.0]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rules_take_their_hit_and_leave_their_miss(rule: FormRule):
    """Each rule judges the word it names as its example, and not its counter-example."""
    assert judge(rule.hit) == rule
    assert judge(rule.miss) != rule
    assert rule.why.endswith(".")
    assert rule.plain.isdisjoint({rule.hit})


def test_plain_words_have_no_form():
    """Adverbs of time, plain words in -less, people's jobs and months are nothing special."""
    plain = "recently only family homeless impossible police barista May president-elect The quick brown fox"
    assert [word for word in plain.split() if judge(word)] == []


def test_words_keep_their_hyphens_and_figures():
    """A compound is one word, and so is a figure; offsets point into the text."""
    text = "A scandal-ridden firm’s 1,200 jobs"
    assert [word for _, _, word, _ in cut_words(text)] == ["A", "scandal-ridden", "firm’s", "1,200", "jobs"]
    assert all(text[start:end] == word for start, end, word, _ in cut_words(text))


def test_the_public_call_tells_loaded_from_plain():
    """Praise and blame count alike, a plain report scores lowest, and every mark has its place."""
    texts = [
        "The council met on Monday, the clerk said.",
        "The disgraceful crony council slammed its critics!",
        "The heroic, visionary council triumphed once more.",
    ]
    told = framing.loadedness(texts)
    plain, blame, praise = told["loadedness"].to_list()
    assert plain <= 0 < min(blame, praise)
    words = [texts[1][mark["start"] : mark["end"]] for mark in told["marks"].to_list()[1]]
    assert {"disgraceful", "crony", "slammed"} <= set(words)
    assert told["marks"].to_list()[0] == []


def test_a_text_is_rated_alone():
    """Its neighbours don't change the figure of a text."""
    text = "The Brill regime slammed Brill and Rell."
    alone = framing.loadedness([text])["loadedness"].item()
    assert framing.loadedness(["Brill sat. Rell sat.", text] * 3)["loadedness"].to_list()[1] == alone


def test_names_have_no_form():
    """A capital inside a sentence is a name's, and names are left alone; at the beginning of a sentence it is not."""
    text = 'Emily met Kelly-Ann Reilly. Pompously, "Brill" left.'
    assert [word for _, _, word, named in cut_words(text) if named] == ["Kelly-Ann", "Reilly", "Brill"]
    row = rated("Then Kelly met Jean-Luc", Sample())
    assert points(row) == []
    assert points(rated("A Brill-loving crowd", Sample())) == [("striking compound", 1.0)]
