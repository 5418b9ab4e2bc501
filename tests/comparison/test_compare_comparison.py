"""From SCORES to COMPARISONS: the declared family, bad and odd input, and properties that must always hold."""

from __future__ import annotations

import itertools
import math

import numpy as np
import polars as pl
import pytest
from compare_samples import frame, score_rows
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.comparison import Settings, compare
from framing.errors import FramingError, TableError
from framing.tables import COMPARISONS, SCORES, check

LIGHT = Settings(resamples=199)


@st.composite
def corpora(draw):
    """Two to four outlets of 0 to 9 articles, some with events, copies, no words, no value, and odd actor names."""
    names = ["A", "b", "Ç d", "<z>"][: draw(st.integers(2, 4))]
    actors = [None, *draw(st.lists(st.sampled_from(["X", "Q “R”", "<b>", "", "nan", "null"]), unique=True, max_size=2))]
    rows = []
    for name in names:
        n = draw(st.integers(0, 9))
        events = draw(
            st.lists(st.sampled_from(["e1", "e2", "e3", "e4", "e5", "e6", "e7", None]), min_size=n, max_size=n)
        )
        hits = draw(st.lists(st.integers(0, 30), min_size=n, max_size=n))
        words = draw(st.lists(st.sampled_from([0, 1, 40, 40, 333]), min_size=n, max_size=n))
        value = draw(st.lists(st.sampled_from([None, 0.0, 0.0, -1.0, 0.25, math.nan]), min_size=n, max_size=n))
        for actor in actors:
            rows += score_rows(name, hits, words, events=events, actor=actor)
            rows += score_rows(name, hits, words, events=events, actor=actor, measure="valence", values=value)
    return frame(rows)


@settings(max_examples=60, deadline=None)
@given(corpora())
def test_every_table_is_whole_and_its_numbers_in_range(scores):
    """Whatever comes in: no NaN, p between its floor and 1, q at least p, and an untestable pair never differs."""
    out = check(compare(scores, settings=LIGHT), COMPARISONS)
    for name in out.select(pl.selectors.float()).columns:
        assert out[name].drop_nulls().is_finite().all()
    for row in out.to_dicts():
        assert row["outlet_a"] < row["outlet_b"]
        assert row["wording"]
        assert (row["p"] is not None) == (row["q"] is not None) == row["testable"]
        if row["testable"]:
            assert row["p_floor"] <= row["p"] <= row["q"] <= 1
        else:
            assert row["verdict"] == "cannot tell"
        if row["low"] is not None:
            assert row["low"] <= row["ratio"] <= row["high"]


@settings(max_examples=25, deadline=None)
@given(corpora(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(scores, random):
    """Shuffled rows give the same table."""
    order = list(range(scores.height))
    random.shuffle(order)
    assert compare(scores[order], settings=LIGHT).to_dicts() == compare(scores, settings=LIGHT).to_dicts()


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(50, 400)), min_size=2, max_size=7),
    st.lists(st.tuples(st.integers(1, 20), st.integers(50, 400)), min_size=2, max_size=7),
    st.booleans(),
)
def test_swapping_the_outlets_mirrors_everything(a, b, matched):
    """With the names exchanged the ratio is inverted, the interval mirrored, and p the same."""
    if matched:
        a = b = (a * 6)[:6]
        b = [(hits + 1, words) for hits, words in b]
    events = [f"e{i}" for i in range(7)]
    first, second = (
        compare(frame(*(score_rows(name, *zip(*side, strict=True), events=events[: len(side)] if matched else None)
                        for name, side in zip(names, (a, b), strict=True)))).row(0, named=True)
        for names in (("A", "B"), ("B", "A"))
    )  # fmt: skip
    assert first["ratio"] == pytest.approx(1 / second["ratio"], rel=1e-9)
    assert first["low"] == pytest.approx(1 / second["high"], rel=1e-9)
    assert first["detectable"] == pytest.approx(second["detectable"], rel=1e-9)
    assert (first["p"], first["verdict"], first["value_a"]) == (second["p"], second["verdict"], second["value_b"])


def _corpus(names, n, actor=None, measure="loaded", seed=0):
    rng = np.random.default_rng(seed)
    return [
        row for name in names for row in score_rows(name, rng.poisson(5, n), [100] * n, actor=actor, measure=measure)
    ]


def test_every_pair_actor_and_measure_has_a_row():
    """Four outlets make six pairs, each compared on every measure for the article and for the actor."""
    parts = [_corpus("ABCD", 6, actor, measure) for actor in (None, "X") for measure in ("loaded", "praising")]
    out = compare(frame(*parts))
    keys = out.select("actor", "measure", "outlet_a", "outlet_b").rows()
    pairs = list(itertools.combinations("ABCD", 2))
    assert keys == [(actor, name, *pair) for actor in (None, "X") for name in ("loaded", "praising") for pair in pairs]
    assert out["family"].unique().to_list() == [24]


def test_the_default_family_is_declared():
    """Categories and verbs join only when they are asked for."""
    scores = frame(*(_corpus("AB", 6, None, m) for m in ("loaded", "loaded:labels", "verbs:doubting", "mentions")))
    assert compare(scores)["measure"].unique().to_list() == ["loaded"]
    asked = compare(scores, measures=["verbs:doubting", "loaded:labels", "verbs:doubting"])
    assert asked["measure"].to_list() == ["verbs:doubting", "loaded:labels"]


def test_an_actor_enters_by_mentions_alone():
    """Six mentions by two outlets bring an actor in; five, or one outlet's, or mentions counted 0, do not."""
    parts = []
    for actor, (in_a, in_b, count) in {
        "in": (3, 3, 1.0), "few": (3, 2, 1.0), "one outlet": (9, 0, 1.0), "not mentioned": (4, 4, 0.0)
    }.items():  # fmt: skip
        for name, n in (("A", in_a), ("B", in_b)):
            parts.append(score_rows(name, [count] * n, [100] * n, actor=actor, measure="mentions"))
            parts.append(score_rows(name, [40] * n, [100] * n, actor=actor))
    assert compare(frame(*parts))["actor"].unique().to_list() == ["in"]


def test_reposts_do_not_bring_an_actor_in():
    """Three stories printed twice are three, not six."""
    rows = _corpus("AB", 3, "X")
    copies = [{**row, "article": row["article"] + "-again"} for row in rows[:2]]
    assert compare(frame(rows, copies), settings=Settings(actor_articles=7)).height == 0


def test_one_outlet_gives_an_empty_table():
    """With one outlet there is nothing to compare, and no error."""
    assert compare(frame(_corpus("A", 9))).equals(COMPARISONS.empty())
    assert compare(SCORES.empty()).equals(COMPARISONS.empty())


def test_one_article_each_gives_values_and_no_interval():
    """One article a side has rates, but no ratio, interval or test."""
    row = compare(frame(_corpus("AB", 1))).row(0, named=True)
    assert row["value_a"] is not None
    assert (row["ratio"], row["low"], row["p"], row["detectable"]) == (None, None, None, None)
    assert row["wording"].startswith("1 article against 1: no test could reach")


def test_no_hits_on_either_side_gives_no_ratio():
    """Two outlets without a single hit are neither alike nor different."""
    row = compare(frame(score_rows("A", [0] * 9, [100] * 9), score_rows("B", [0] * 9, [90] * 9))).row(0, named=True)
    assert (row["ratio"], row["value_a"], row["value_b"], row["verdict"]) == (None, 0.0, 0.0, "cannot tell")


def test_one_side_without_hits_has_a_finite_ratio():
    """None against many: the ratio stays finite and the difference is still told."""
    row = compare(frame(score_rows("A", [0] * 9, [100] * 9), score_rows("B", [5] * 9, [100] * 9))).row(0, named=True)
    assert row["verdict"] == "differs"
    assert math.isfinite(row["high"])


def test_identical_texts_are_no_difference():
    """The same counts in every article: p is 1 and nothing is flagged."""
    rates = compare(frame(score_rows("A", [2] * 30, [100] * 30), score_rows("B", [2] * 30, [100] * 30)))
    assert (rates["p"][0], rates["ratio"][0]) == (1.0, pytest.approx(1.0))
    same = [score_rows(n, [0.2] * 9, [2] * 9, measure="valence", values=[0.1] * 9) for n in "AB"]
    row = compare(frame(*same)).row(0, named=True)
    assert (row["p"], row["low"], row["verdict"]) == (1.0, None, "cannot tell")
    assert "the values do not vary" in row["wording"]


def test_another_voice_is_compared_alone():
    """Quoted words never mix with an outlet's own."""
    own, quoted = _corpus("AB", 6), [{**row, "voice": "quoted", "count": 50.0} for row in _corpus("AB", 6)]
    out = compare(frame(own, quoted), voice="quoted")
    assert (out["voice"].to_list(), out["value_a"].to_list()) == (["quoted"], [500.0])
    assert compare(frame(own), voice="headline").height == 0


def test_unknown_names_are_refused_with_a_way_out():
    """A mistyped measure or voice says what there is."""
    scores = frame(_corpus("AB", 6))
    with pytest.raises(FramingError, match='no measure "laoded" to compare\nfix: choose from loaded'):
        compare(scores, measures=["laoded"])
    with pytest.raises(FramingError, match='no article has a score of "loaded:labls"\nfix: choose from loaded'):
        compare(scores, measures=["loaded:labls"])
    with pytest.raises(FramingError, match='no voice "sung"'):
        compare(scores, voice="sung")
    with pytest.raises(TableError, match="two rows"):
        compare(frame(_corpus("AB", 6), _corpus("AB", 6)))
    with pytest.raises(TableError, match="lacks"):
        compare(scores.drop("words"))


def test_progress_counts_up_to_the_end():
    """The bar never goes back and ends full."""
    seen: list[tuple[int, int]] = []
    out = compare(frame(_corpus("ABC", 30), _corpus("ABC", 3, "X")), progress=lambda n, of: seen.append((n, of)))
    assert seen == sorted(seen)
    assert seen[-1] == (out.height, out.height)


def test_the_same_seed_gives_the_same_table():
    """A report can be made again to the last digit."""
    scores = frame(_corpus("ABC", 30))
    assert compare(scores).equals(compare(scores))
    assert compare(scores)["p"].to_list() != compare(scores, settings=Settings(seed=1))["p"].to_list()
