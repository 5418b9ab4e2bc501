"""Copies are collapsed, shared stories left out, and units chosen, without a look at any count."""

from __future__ import annotations

import numpy as np
import pytest
from compare_samples import frame, score_rows

from framing.comparison import Settings, compare
from framing.comparison.design import code_articles

RNG = np.random.default_rng(3)


def _one(*parts, **options):
    return compare(frame(*parts), **options).row(0, named=True)


def _outlet(name, n, events=None, **options):
    words = RNG.integers(100, 500, n)
    return score_rows(name, RNG.poisson(words * 0.03), words, events=events, **options)


@pytest.mark.parametrize("copy_id", ["A-001x", "A-000x"])
def test_a_repost_changes_nothing_but_the_count_of_reposts(copy_id):
    """An outlet that prints a story again is not heard twice, whatever the copy is called."""
    rows = [*_outlet("A", 8), *_outlet("B", 8)]
    copy = {**rows[1], "article": copy_id}
    plain, copied = _one(rows), _one([copy, *rows])
    assert copied.pop("duplicates") == plain.pop("duplicates") + 1
    assert copied.pop("caveats") != plain.pop("caveats")
    assert copied == plain


def test_the_article_a_story_is_named_after_is_the_one_kept():
    """Of copies within an outlet the story's first article is kept, even if another id sorts before it."""
    rows = [*_outlet("A", 6), *_outlet("B", 6)]
    changed = {**rows[3], "article": "A-000a", "count": 400.0}
    assert _one([changed, *rows])["value_a"] == _one(rows)["value_a"]


def test_a_story_that_both_printed_is_left_out():
    """Wire copy in both outlets says nothing about either: it is dropped on both sides and counted once."""
    a, b = _outlet("A", 8), _outlet("B", 8)
    b[2]["story"] = a[0]["story"]
    row = _one(a, b)
    assert (row["articles_a"], row["articles_b"], row["shared_stories"]) == (7, 7, 1)
    assert "Left out: 1 story that both printed." in row["caveats"]


def test_six_shared_events_are_matched():
    """With six events in both outlets, each event is its own control and the others are left out."""
    events = [f"e{i}" for i in range(6)]
    row = _one(_outlet("A", 8, [*events, "e0", "own"]), _outlet("B", 6, events))
    assert (row["design"], row["units_a"], row["units_b"]) == ("matched events", 6, 6)
    assert (row["articles_a"], row["articles_b"]) == (7, 6)


def test_five_shared_events_are_not_matched():
    """With five shared events the units are events, each outlet's own."""
    events = [f"e{i}" for i in range(5)]
    row = _one(_outlet("A", 10, events * 2), _outlet("B", 6, [*events, "x"]))
    assert (row["design"], row["units_a"], row["units_b"]) == ("events", 5, 6)
    assert row["caveats"][0].startswith("The two share only 5 events")


def test_an_article_without_an_event_stands_for_itself():
    """Where some articles name an event and others do not, each of the others is a unit of its own, and it is said."""
    row = _one(_outlet("A", 6, ["e1", "e1", "e2", None, None, None]), _outlet("B", 5))
    assert (row["design"], row["units_a"], row["units_b"]) == ("events", 5, 5)
    assert "8 articles without an event id: each counted as an event of its own." in row["caveats"]


def test_without_events_the_articles_are_the_units():
    """Where no article names an event, topics are not controlled, and it is said."""
    row = _one(_outlet("A", 6), _outlet("B", 7))
    assert (row["design"], row["units_a"], row["units_b"]) == ("articles", 6, 7)
    assert row["caveats"][0].startswith("Topics are not controlled")


def test_an_event_counts_only_where_the_actor_is_mentioned():
    """An event in which one outlet does not mention the actor is no unit for that actor."""
    events = [f"e{i}" for i in range(8)]
    a, b = _outlet("A", 8, events, actor="X"), _outlet("B", 8, events, actor="X")
    assert _one(a, b)["units_a"] == 8
    assert _one(a, b[:6])["units_a"] == 6
    assert _one(a, b[:5], settings=Settings(actor_articles=1))["design"] == "events"


def test_an_article_without_words_is_no_unit():
    """An article of no words can have no rate: it is left out rather than counted as 0."""
    row = _one(score_rows("A", [3, 4, 0, 5], [100, 100, 0, 100]), score_rows("B", [3, 4, 2], [100, 100, 100]))
    assert (row["articles_a"], row["units_a"]) == (3, 3)


def test_a_mean_weighs_articles_alike_and_leaves_nulls_out():
    """The unit of valence is an article's mean: two articles count alike however many links they have."""
    a = score_rows("A", [9, -1, 0], [9, 1, 0], measure="valence", values=[1.0, -1.0, None])
    b = score_rows("B", [0, 0], [4, 4], measure="valence", values=[0.0, 0.0])
    row = _one(a, b, measures=["valence"])
    assert (row["value_a"], row["units_a"], row["hits"]) == (0.0, 2, 18.0)


def test_codes_do_not_depend_on_the_order_of_rows():
    """Articles are coded in the order of their ids, however the rows come."""
    scores = frame(_outlet("B", 4), _outlet("A", 5, ["e1"] * 5))
    mixed = scores.sample(fraction=1.0, shuffle=True, seed=4)
    assert code_articles(mixed).table.equals(code_articles(scores).table)
    assert code_articles(mixed).outlets == ("A", "B")
