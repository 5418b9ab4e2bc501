"""Verdicts follow declared rules, and their sentences are modest and say what could have been told."""

from __future__ import annotations

import re

import numpy as np
import pytest
from compare_samples import frame, score_rows

from framing.comparison import Settings, compare
from framing.comparison.wording import name_size, name_units
from framing.errors import FramingError

BANNED = re.compile(r"\b(biased|proves?|proof|slant(ed)?|left-wing|right-wing)\b|\*", re.IGNORECASE)


def _one(a, b, **options):
    return compare(frame(a, b), **options).row(0, named=True)


def _steady(outlet, n, hits, **options):
    """Articles of 100 words with about so many hits each, spread a little and evenly."""
    return score_rows(outlet, [hits + (i % 3) - 1 for i in range(n)], [100] * n, **options)


def test_three_against_two_is_untestable():
    """With three articles against two no test could tell, and the reader is sent to the texts."""
    row = _one(_steady("A", 3, 9), _steady("B", 2, 2))
    assert (row["testable"], row["verdict"], row["p"], row["q"]) == (False, "cannot tell", None, None)
    assert row["p_floor"] == pytest.approx(1 / 10)
    assert row["wording"].startswith("3 articles against 2: no test could reach p < 0.05, whatever they say. Read them")
    assert "To see a difference of 1.50 times, about 43 articles of each outlet would be needed" in row["wording"]


def test_four_against_four_is_too_few_though_a_test_could_reach():
    """Four a side could reach p = 0.03, but is under the five a side that the calibration asks for."""
    row = _one(_steady("A", 4, 9), _steady("B", 4, 2))
    assert not row["testable"]
    assert row["wording"].startswith("4 articles against 4: fewer than the 5 a side")


def test_few_hits_are_untestable():
    """Nine hits over both outlets are too few to compare, however many the articles."""
    row = _one(score_rows("A", [1] * 9, [100] * 9), score_rows("B", [0] * 9, [100] * 9))
    assert not row["testable"]
    assert row["wording"].startswith("9 loaded words in all, fewer than the 10 that a test needs. Read them instead.")


def test_testability_never_looks_at_the_difference():
    """Swapping hits between the outlets changes the verdict, never whether there is one."""
    for high, low in ((9, 2), (2, 9), (5, 5)):
        assert _one(_steady("A", 6, high), _steady("B", 6, low))["testable"]


def test_a_difference_names_units_size_chance_and_list():
    """A difference says who used more, over what, how large it is, what chance does, and what the list could do."""
    row = _one(_steady("A", 20, 3, actor="X"), _steady("B", 20, 6, actor="X"), names={"X": "Mr X"})
    assert row["verdict"] == "differs"
    assert row["wording"].startswith(
        "Over 20 articles of A and 20 of B, B used 2.0 times as many loaded words about Mr X per 1,000 words "
        "in its own voice as A (95 % interval 1."
    )
    assert "less than 1 time in 1,000" in row["wording"]
    assert "about 1 in 20 flags like this one is expected to be chance" in row["wording"]
    assert re.search(r"right 1\.\d+ times as often for A as for B, this difference can no", row["caveats"][-1])


def test_a_matched_difference_names_the_events():
    """Matched, the sentence names the events that both covered and the shuffling within them."""
    events = [f"e{i:02d}" for i in range(14)]
    row = _one(_steady("A", 14, 9, events=events), _steady("B", 14, 4, events=events))
    assert row["wording"].startswith("On 14 events that both covered, A used ")
    assert "Shuffling the outlets' names within events" in row["wording"]
    assert not any("rather than how" in sentence for sentence in row["caveats"])


def test_few_matched_events_have_an_approximate_interval():
    """Below ten events the interval is called approximate."""
    events = [f"e{i:02d}" for i in range(7)]
    row = _one(_steady("A", 7, 9, events=events), _steady("B", 7, 4, events=events))
    assert "With 7 events the interval is approximate and a little too narrow." in row["caveats"]


def test_a_difference_of_means_says_who_is_more_favourable():
    """Valence differs by points on the scale from blame to praise."""
    spread = [(-1) ** i * 0.1 for i in range(20)]
    a = score_rows("A", [0.5] * 20, [2] * 20, measure="valence", actor="X", values=[0.3 + x for x in spread])
    b = score_rows("B", [0.5] * 20, [2] * 20, measure="valence", actor="X", values=[-0.3 + x for x in spread])
    row = _one(a, b)
    assert (row["effect"], row["verdict"], row["ratio"]) == ("difference", "differs", pytest.approx(-0.6))
    assert "what A said of X in its own voice was on average 0.60 more favourable than at B" in row["wording"]


def test_similar_needs_the_whole_interval_in_the_band():
    """Similar is said only where the 90 % interval excludes a quarter more or less, never merely for want of a flag."""
    many = _one(_steady("A", 60, 9), _steady("B", 60, 9))
    few = _one(_steady("A", 6, 3), _steady("B", 6, 3))
    assert (many["verdict"], few["verdict"]) == ("similar", "cannot tell")
    assert "smaller than 1.25 times in either direction (90 % interval " in many["wording"]


def test_similar_means_stay_within_a_tenth():
    """Two outlets whose mean valence is known to a few hundredths are similar."""
    values = [0.05 * (-1) ** i for i in range(40)]
    a = score_rows("A", [0] * 40, [2] * 40, measure="valence", values=values)
    b = score_rows("B", [0] * 40, [2] * 40, measure="valence", values=values)
    row = _one(a, b)
    assert row["verdict"] == "similar"
    assert "smaller than 0.1 in either direction" in row["wording"]


def test_cannot_tell_says_what_could_have_been_told():
    """Too little to tell names the detectable ratio, denies likeness, and says how many articles it takes."""
    rng = np.random.default_rng(0)
    a = score_rows("A", rng.poisson(3, 8), [100] * 8)
    b = score_rows("B", rng.poisson(3, 11), [100] * 11)
    row = _one(a, b)
    assert row["verdict"] == "cannot tell"
    assert f"with 8 and 11 articles only a difference of {row['detectable']:.1f}" in row["wording"]
    assert "This is not evidence that they are alike." in row["wording"]
    assert re.search(
        r"To see a difference of 1\.50 times, about \d+ articles of each outlet would be needed\.", row["wording"]
    )


@pytest.mark.parametrize("hits", [(3, 3), (3, 9), (1, 0), (9, 8)])
@pytest.mark.parametrize("n", [3, 6, 12, 60])
@pytest.mark.parametrize("events", [False, True])
def test_what_is_needed_stands_in_columns_as_in_the_sentence(hits, n, events):
    """Units needed and the effect they would show are the numbers of the sentence; null where it names none."""
    shared = [f"e{i:02d}" for i in range(n)] if events else None
    parts = [_steady(name, n, mean + 1, events=shared) for name, mean in zip("AB", hits, strict=True)]
    row = _one(*parts)
    if row["needed"] is None:
        assert row["needed_effect"] is None
        assert "would be needed" not in row["wording"]
        return
    assert (row["verdict"], row["needed"] > row["units_a"]) == ("cannot tell", True)
    size, units = name_size(row["needed_effect"], row["effect"]), name_units(row["needed"], row["design"])
    assert f"To see a difference of {size}, about {units} would be needed" in row["wording"]


def test_nothing_is_needed_where_there_is_an_answer_or_no_side():
    """With an answer, or with nothing to compare, no number of units is named."""
    answers = [_one(_steady("A", 60, 9), _steady("B", 60, hits)) for hits in (9, 18)]
    empty = _one(_steady("A", 6, 4), score_rows("B", [0] * 6, [0] * 6))
    assert [row["verdict"] for row in (*answers, empty)] == ["similar", "differs", "cannot tell"]
    assert [(row["needed"], row["needed_effect"]) for row in (*answers, empty)] == [(None, None)] * 3


def test_a_test_that_the_interval_contradicts_is_told():
    """A difference whose 95 % interval includes none is to be taken with care; others say nothing of the kind."""
    events = [f"e{i:02d}" for i in range(9)]
    hits_a, hits_b = [0, 0, 0, 0, 0, 0, 2, 0, 0], [1, 3, 0, 2, 2, 2, 1, 2, 2]
    a, b = (score_rows(name, hits, [100] * 9, events=events) for name, hits in (("A", hits_a), ("B", hits_b)))
    clear = _one(_steady("A", 20, 3), _steady("B", 20, 6))
    torn = _one(a, b)
    assert [row["verdict"] for row in (torn, clear)] == ["differs"] * 2
    assert torn["low"] <= 1 <= torn["high"]
    told = [[line for line in row["caveats"] if "test and the interval disagree" in line] for row in (torn, clear)]
    assert [len(lines) for lines in told] == [1, 0]
    assert told[0][0].endswith("an approximation that is rough below 10 units, still allows for none.")


def test_a_lone_small_p_does_not_survive_many_looks():
    """What would stand out alone is not a finding among many, and the sentence says so."""
    rng = np.random.default_rng(8)
    parts = [
        score_rows(name, rng.poisson(5, 12), [100] * 12, actor=f"X{i:02d}") for i in range(60) for name in ("A", "B")
    ]
    out = compare(frame(*parts), settings=Settings(actors=60))
    alone = [row for row in out.to_dicts() if row["p"] <= 0.05 and row["verdict"] == "cannot tell"]
    assert alone
    assert all("Alone the gap would stand out, but among 60 comparisons" in row["wording"] for row in alone)


def test_an_outlet_that_never_mentions_the_actor_has_nothing_to_compare():
    """An actor in the family gets a row for every pair, and one without mentions says so."""
    scores = frame(*(_steady(name, 6, 4, actor="X") for name in ("A", "B")), _steady("C", 6, 4))
    rows = [row for row in compare(scores).to_dicts() if row["actor"] == "X" and row["outlet_b"] == "C"]
    assert [row["wording"] for row in rows] == [
        "Nothing to compare: C has no article left that mentions X and can be measured."
    ] * 2


def test_category_and_verb_measures_name_their_kind():
    """A category is named in the sentence after the measure it belongs to."""
    a, b = _steady("A", 20, 3, measure="loaded:labels"), _steady("B", 20, 6, measure="loaded:labels")
    assert (
        "as many loaded words of the category “labels” per 1,000 words"
        in _one(a, b, measures=["loaded:labels"])["wording"]
    )


@pytest.mark.parametrize("hits", [(3, 3), (3, 6), (0, 0), (9, 2)])
@pytest.mark.parametrize("n", [1, 3, 6, 40])
def test_no_sentence_overstates(hits, n):
    """No finding or caveat says biased, proves or anything of the kind, nor prints a bare p."""
    row = _one(_steady("A", n, hits[0] + 1), _steady("B", n, hits[1] + 1))
    for sentence in [row["wording"], *row["caveats"]]:
        assert not BANNED.search(sentence)
        assert not re.search(r"\bp ?=", sentence)
        assert "nan" not in sentence.split()


def test_settings_out_of_range_are_refused():
    """A level above one half or a band below one is refused with the way out."""
    with pytest.raises(FramingError, match=r"alpha is 0\.7\nfix: give a value between 0 and 0\.5"):
        Settings(alpha=0.7)
    with pytest.raises(FramingError, match="band"):
        Settings(band=0.8)
