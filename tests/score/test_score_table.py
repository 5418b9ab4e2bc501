from __future__ import annotations

import random
from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal
from score_samples import LEXICONS, Sample, figure

from framing.errors import TableError
from framing.score import MEASURES, count_words, score
from framing.tables import ARTICLES, HITS, LINKS, MENTIONS, QUOTES, SCORES, SENTENCES, VOICES

ACTORS = ("Biden", "Putin", "Zelensky")
TERMS = [(e.term, e.category) for e in LEXICONS.in_force()]
ROLES = ("label", "epithet", "complement", "subject", "subject_to", "object", "possessed")
VALENCES = [v / 2 for v in range(-6, 7)]


def add_article(made: Sample, article: str, seed: int) -> None:
    """An article of three sentences, with mentions, hits, links and quotations by chance that fit each other."""
    chance = random.Random(seed)
    made.article(article, text="x" * 300)
    sizes = {}
    for sentence in range(-1, 3):
        names = ("headline",) if sentence < 0 else ("own", "quoted", "scare")
        sizes[sentence] = {voice: chance.randint(0, 9) for voice in names}
        made.sentence(article, sentence, **sizes[sentence])
    for start in range(0, 200, 10):
        sentence = chance.randint(-1, 2)
        voices = [voice for voice, size in sizes[sentence].items() if size]
        if not voices:
            continue
        spot = {"sentence": sentence, "field": "title" if sentence < 0 else "text", "voice": chance.choice(voices)}
        actor, value = chance.choice(ACTORS), chance.choice(VALENCES)
        made.mention(article, actor, start=start, end=start + 5, **spot)
        for term, category in chance.sample(TERMS, chance.randint(0, 2)):
            made.hit(
                article, term, category, start, value, **{**spot, "end": start + 5, "negated": chance.random() < 0.2}
            )
            if chance.random() < 0.7:
                made.link(article, actor, chance.choice(ROLES), valence=chance.choice(VALENCES), negated=False)
        if spot["voice"] == "quoted":
            made.quote(article, 1, actor, **{**spot, "start": start})


@st.composite
def samples(draw: st.DrawFn) -> Sample:
    made = Sample()
    for number in range(draw(st.integers(1, 3))):
        add_article(made, f"a{number}", draw(st.integers(0, 10_000)))
    return made


@settings(max_examples=20, deadline=None)
@given(samples())
def test_figures_keep_to_their_ranges(made: Sample):
    """Rates and counts are 0 or more, shares 0 to 1, valence -1 to +1, and every row is there once."""
    scores = made.scores(categories=True)
    assert scores.equals(SCORES.frame(scores.to_dict(as_series=False)))
    assert not scores.select("article", "actor", "measure", "voice").is_duplicated().any()
    for name in scores["measure"].unique():
        value = scores.filter(measure=name)["value"].drop_nulls()
        low = -1.0 if name == "valence" else 0.0
        high = 1.0 if name == "valence" or name.startswith(("labels_", "verbs:")) else float("inf")
        assert value.is_between(low, high).all(), name
        assert value.is_finite().all(), name


@settings(max_examples=20, deadline=None)
@given(samples())
def test_categories_add_up_to_the_loaded_words_or_more(made: Sample):
    """A loaded word stands in one category at least; blaming and praising words are different loaded words."""
    scores = made.scores(categories=True)
    by = ["article", "actor", "voice"]
    in_categories = scores.filter(pl.col("measure").str.starts_with("loaded:")).group_by(by).agg(pl.col("count").sum())
    wide = scores.filter(pl.col("measure").is_in(["loaded", "blaming", "praising"])).pivot(
        "measure", index=by, values="count"
    )
    both = wide.join(in_categories, on=by, nulls_equal=True)
    assert both.height == wide.height
    assert (both["count"] >= both["loaded"]).all()
    assert (both["blaming"] + both["praising"] <= both["loaded"]).all()


@settings(max_examples=20, deadline=None)
@given(samples())
def test_nothing_is_lost_and_voices_never_mix(made: Sample):
    """The counts of each voice are those of the tables in that voice, counted one by one."""
    scores = made.scores()
    for voice in VOICES:
        spans = {(h["article"], h["field"], h["start"]) for h in made.hits if h["loaded"] and h["voice"] == voice}
        of_voice = scores.filter(voice=voice)
        assert of_voice.filter(pl.col("actor").is_null(), measure="loaded")["count"].sum() == len(spans)
        named = [m for m in made.mentions if m["voice"] == voice]
        assert of_voice.filter(measure="mentions")["count"].sum() == len(named)
        loaded = {(h["article"], h["field"], h["start"], h["entry"]) for h in made.hits if h["loaded"]}
        linked = {
            (k["article"], k["field"], k["start"], k["actor"])
            for k in made.links
            if k["voice"] == voice and (k["article"], k["field"], k["start"], k["entry"]) in loaded
        }
        about_actors = of_voice.filter(pl.col("actor").is_not_null(), measure="loaded")
        assert about_actors["count"].sum() == len(linked)
    said = sum(quote["words"] for quote in made.quotes)  # type: ignore[misc]
    assert scores.filter(measure="quoted_words")["count"].sum() == said


@settings(max_examples=12, deadline=None)
@given(samples(), st.integers(0, 10_000))
def test_another_article_changes_no_score(made: Sample, seed: int):
    """What an article scores does not hang on what else is in the corpus."""
    before = made.scores(categories=True)
    add_article(made, "another", seed)
    after = made.scores(categories=True).filter(pl.col("article") != "another")
    assert_frame_equal(after, before)


@settings(max_examples=12, deadline=None)
@given(samples(), st.randoms(use_true_random=False))
def test_the_order_of_the_evidence_does_not_matter(made: Sample, chance: random.Random):
    """Tables in another order of rows give the same table of scores, in the same order."""
    before = made.scores(categories=True)
    for rows in (made.sentences, made.quotes, made.mentions, made.hits, made.links):
        chance.shuffle(rows)
    assert_frame_equal(made.scores(categories=True), before)


def two_articles() -> Sample:
    return (
        Sample()
        .article("b", outlet="Post", event="vote", story="b", date=date(2024, 8, 6))
        .article("a")
        .sentence("b", own=10)
        .sentence("a", own=20)
        .mention("a", "Putin")
        .mention("a", "Biden")
    )


def test_an_article_that_does_not_mention_an_actor_has_no_score_for_it():
    """Putin has rows in the article that names him, all 0 where nothing colours him, and none in the other."""
    scores = two_articles().scores()
    assert set(scores.filter(actor="Putin")["article"]) == {"a"}
    for measure in ("loaded", "blaming", "praising"):
        assert figure(scores, measure, "Putin") == (0, 20, 0)


def test_rows_come_in_the_order_of_articles_actors_measures_and_voices():
    """Articles as they were given, the whole article before its actors by name, measures as registered."""
    scores = two_articles().scores()
    assert scores["article"].unique(maintain_order=True).to_list() == ["b", "a"]
    assert scores.filter(article="a")["actor"].unique(maintain_order=True).to_list() == [None, "Biden", "Putin"]
    names = scores.filter(actor="Putin")["measure"].unique(maintain_order=True).to_list()
    assert names[:4] == ["loaded", "blaming", "praising", "valence"]
    assert names[-1] == "mentions"


def test_scores_carry_outlet_event_and_story():
    """Every row says who published the article, on what, and which story it is."""
    rows = two_articles().scores().filter(article="b").select("outlet", "event", "story").unique()
    assert rows.rows() == [("Post", "vote", "b")]


def test_own_voice_has_a_row_even_without_a_word():
    """An article of no words scores null per 1,000 words, and is not missing."""
    scores = Sample().article("a").scores()
    assert figure(scores, "loaded") == (0, 0, None)
    assert figure(scores, "valence") == (0, 0, None)
    assert set(scores["voice"]) == {"own"}


def test_an_empty_corpus_has_no_scores():
    """No article, no row, no error."""
    assert Sample().scores().equals(SCORES.empty())


def test_evidence_about_other_articles_is_left_out():
    """Scoring a part of a corpus takes only what is about its articles."""
    made = two_articles().hit("b", "despot", "labels", 5, -3)
    made.articles = [row for row in made.articles if row["article"] == "a"]
    assert set(made.scores()["article"]) == {"a"}


def test_an_article_given_twice_is_refused():
    """Two articles of one id can't be told apart: that is said, not counted double."""
    with pytest.raises(TableError, match="same article twice"):
        two_articles().article("a").scores()


def test_a_table_that_lacks_a_column_is_refused():
    """A frame that is not what its name says is named with the column that it lacks."""
    found = {table.name.lower(): table.empty() for table in (SENTENCES, QUOTES, MENTIONS, HITS, LINKS)}
    found["mentions"] = found["mentions"].drop("actor")
    with pytest.raises(TableError, match="MENTIONS lacks actor"):
        score(ARTICLES.empty(), found, lexicons=LEXICONS)


def test_words_are_counted_into_the_articles():
    """Own and quoted words of an article's sentences add up; one without a sentence has 0; nothing else changes."""
    made = two_articles().sentence("a", 1, own=3, quoted=4, scare=2).article("c")
    articles, sentences = ARTICLES.frame(made.articles), SENTENCES.frame(made.sentences)
    counted = count_words(articles, sentences)
    assert counted.select("article", "words_own", "words_quoted").rows() == [("b", 10, 0), ("a", 23, 4), ("c", 0, 0)]
    assert counted.drop("words_own", "words_quoted").equals(articles.drop("words_own", "words_quoted"))
    assert count_words(counted, sentences).equals(counted)


def test_every_measure_says_what_its_figure_is():
    """Each measure declares unit, range, direction, meaning and source, under the name that it is registered by."""
    for name, measure in MEASURES.items():
        assert measure.name == name
        texts = (measure.unit, measure.range, measure.direction, measure.count, measure.words, measure.meaning)
        assert all(texts)
        assert measure.source
        assert (measure.function.__doc__ or "").startswith(f"Rows of `{name}`")


def test_every_row_belongs_to_a_registered_measure():
    """No score stands in the table that the page of measures does not explain."""
    prefixes = tuple(name.partition("<")[0] for name in MEASURES)
    scores = two_articles().scores(categories=True, tone=True)
    for name in scores["measure"].unique():
        assert name in MEASURES or name.partition(":")[0] + ":" in prefixes
