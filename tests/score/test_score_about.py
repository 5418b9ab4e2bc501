from __future__ import annotations

import polars as pl
import pytest
from score_samples import Sample

import framing
from framing.actors.files import Actor
from framing.errors import TableError
from framing.score.about import find_subjects
from framing.tables import ARTICLES, MENTIONS, QUOTES, SENTENCES


def sample() -> Sample:
    """Three sentences of 20 characters: Rell in each, Brill twice in the second, Ostrow in the title and the second."""
    made = Sample().sentence("a", -1, start=0, end=9)
    for number in range(3):
        made.sentence("a", number, start=20 * number, end=20 * number + 19)
        made.mention("a", "rell", sentence=number, start=20 * number, end=20 * number + 4)
    made.mention("a", "brill", sentence=1, start=26, end=30).mention("a", "brill", sentence=1, start=32, end=36)
    return made.mention("a", "ostrow", field="title", sentence=-1, start=0, end=6)


def about(
    spans: list[tuple[int, int]], made: Sample | None = None, **options: object
) -> list[tuple[str | None, str, float]]:
    """Actor, rule and confidence of spans of article a."""
    made = made or sample()
    frame = pl.DataFrame([("a", *span) for span in spans], schema=["article", "start", "end"], orient="row")
    tables = MENTIONS.frame(made.mentions), SENTENCES.frame(made.sentences), QUOTES.frame(made.quotes)
    told = find_subjects(frame, *tables, **options)  # type: ignore[arg-type]
    assert told.columns == [*frame.columns, "actor", "rule", "confidence"]
    return told.select("actor", "rule", "confidence").rows()


def test_the_most_mentioned_of_the_sentence_is_meant():
    """Rell has three mentions and counts double where it stands: 6 against Brill's 2 and 4."""
    first, second = about([(2, 9), (37, 39)])
    assert first == ("rell", "mentioned in the sentence", pytest.approx(6 / 8))
    assert second == ("rell", "mentioned in the sentence", pytest.approx(6 / 10))


def test_whoever_stands_in_the_sentence_counts_double():
    """Of Brill with two mentions and Ostrow with three, Brill is meant in its own sentence, Ostrow elsewhere."""
    made = sample()
    for start in (1, 2):
        made.mention("a", "ostrow", field="title", sentence=-1, start=start)
    told = about([(37, 39), (45, 49)], made, among=("brill", "ostrow"))
    assert told[0] == ("brill", "mentioned in the sentence", pytest.approx(4 / 7))
    assert told[1] == ("ostrow", "most mentioned in the article", pytest.approx(3 / 5))


def test_whoever_speaks_is_left_out():
    """A quotation is about somebody else than its speaker."""
    made = sample().quote("a", 3, "rell", sentence=1, start=30, end=39)
    assert about([(31, 35)], made)[0][:2] == ("brill", "mentioned in the sentence")
    assert about([(40, 45)], made)[0][0] == "rell"


def test_equals_are_undecided():
    """Two of the same weight: nobody is chosen, with confidence 0."""
    assert about([(2, 9)], among=("ostrow", "nobody")) == [("ostrow", "most mentioned in the article", 1.0)]
    made = sample().mention("a", "ostrow", field="title", sentence=-1, start=1)
    assert about([(2, 9)], made, among=("ostrow", "brill")) == [(None, "undecided", 0.0)]


def test_nobody_mentioned_is_unresolved():
    """Without an actor to choose there is none; an article that is not there has none either."""
    assert about([(2, 9)], among=()) == [(None, "nobody is mentioned", 0.0)]
    assert about([(0, 1)], Sample()) == [(None, "nobody is mentioned", 0.0)]


def test_spans_over_two_sentences_and_empty_ones():
    """A span touches every sentence it shares a character with; an empty one that of its place; order is kept."""
    told = about([(38, 45), (15, 25), (45, 45)], among=("brill", "rell"))
    assert [row[0] for row in told] == ["rell", "rell", "rell"]
    assert told[1][2] == pytest.approx(6 / 10)
    assert told[2][2] == pytest.approx(6 / 8)


def test_no_spans_no_rows():
    """Nothing asked, nothing told."""
    assert about([]) == []


def test_spans_of_titles():
    """With field = "title" offsets are those of the title."""
    made = sample()
    spans = pl.DataFrame({"article": ["a"], "field": ["title"], "start": [0], "end": [3]})
    tables = MENTIONS.frame(made.mentions), SENTENCES.frame(made.sentences), QUOTES.frame(made.quotes)
    told = find_subjects(spans, *tables, among=("ostrow", "brill"))
    assert told.select("actor", "rule").row(0) == (None, "undecided")


def test_tables_are_checked():
    """A table without its columns is refused by name."""
    with pytest.raises(TableError, match="SENTENCES"):
        find_subjects(pl.DataFrame(), MENTIONS.empty(), pl.DataFrame(), QUOTES.empty())


def test_the_public_call_reads_an_analysis():
    """Of a story on Brill, an underlined passage is about Brill; asked for countries alone, about Norway."""
    text = "Mayor Ada Brill met Tom Rell. Ada Brill left Norway. The plan failed badly. Ada Brill smiled."
    rows = [{"article": "a", "outlet": "o", "title": None, "text": text, "story": "a", "furniture": []}]
    people = (Actor("brill", "Ada Brill"), Actor("rell", "Tom Rell"))
    analysis = framing.analyze(ARTICLES.frame(rows), actors=people)
    start = text.index("failed")
    spans = pl.DataFrame({"article": ["a"], "start": [start], "end": [start + 6]})
    told = framing.about(analysis, spans)
    assert analysis.names[told["actor"].item()] == "Ada Brill"
    assert analysis.names[framing.about(analysis, spans, kinds=("country",))["actor"].item()] == "Norway"
