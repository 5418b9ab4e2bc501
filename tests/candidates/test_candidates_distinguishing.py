"""The score of a term and an outlet: right by a slow reckoning, quiet where nothing differs, awake where it does."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import polars as pl
import pytest
from candidate_samples import draw_texts, invent_words, make_tables
from hypothesis import given
from hypothesis import strategies as st

from framing.candidates.counts import Counts, count_terms
from framing.candidates.distinguishing import Design, score_terms, tail
from framing.candidates.outlets import lay_out
from framing.candidates.terms import find_terms
from framing.candidates.words import read_words
from framing.comparison.multiplicity import correct

SIZE = st.integers(4, 9)


def as_counts(table: np.ndarray) -> Counts:
    """Counts of an articles x terms table."""
    term, article = np.nonzero(table.T)
    return Counts(term, article, table.T[term, article], table.shape[1])


def as_design(outlet: list[int], stratum: list[int], words: list[int]) -> Design:
    """A design in which every article counts."""
    every = np.ones(len(outlet), bool)
    return Design(np.array(outlet), np.array(stratum), np.array(words), every, every)


def score_slowly(table: np.ndarray, design: Design) -> dict[tuple[int, int], tuple[float, float]]:
    """Score and skewness of each term and outlet, a stratum at a time."""
    out = {}
    for term in range(table.shape[1]):
        for outlet in set(design.outlet.tolist()):
            gap = variance = third = 0.0
            for stratum in set(design.stratum.tolist()):
                here = design.stratum == stratum
                y, n, mine = table[here, term], design.words[here], design.outlet[here] == outlet
                size, a = len(y), int(mine.sum())
                if a in (0, size):
                    continue
                rest = y - y.sum() / n.sum() * n
                gap += rest[mine].sum()
                share = a * (size - a) / (size * (size - 1))
                variance += share * (rest**2).sum()
                third += share * (size - 2 * a) / max(size - 2, 1) * (rest**3).sum()
            if variance > 1e-9:
                out[term, outlet] = (gap / variance**0.5, third / variance**1.5)
    return out


@given(st.data())
def test_scores_are_those_of_a_plain_loop(data: st.DataObject) -> None:
    """z and p agree with a loop over terms, outlets and events to nine digits."""
    size = data.draw(SIZE)
    table = np.array(
        data.draw(st.lists(st.lists(st.integers(0, 4), min_size=3, max_size=3), min_size=size, max_size=size))
    )
    outlet, stratum = (data.draw(st.lists(st.integers(0, 2), min_size=size, max_size=size)) for _ in range(2))
    words = data.draw(st.lists(st.integers(5, 90), min_size=size, max_size=size))
    design = as_design(outlet, stratum, words)
    slow = score_slowly(table, design)
    scores = score_terms(as_counts(table), design)
    found = dict(zip(zip(scores.term.tolist(), scores.outlet.tolist(), strict=True), range(len(scores.z)), strict=True))
    assert found.keys() == slow.keys()
    for key, place in found.items():
        z, skewness = slow[key]
        assert scores.z[place] == pytest.approx(z, abs=1e-9)
        assert scores.p[place] == pytest.approx(float(tail(np.array([z]), np.array([skewness]))[0]), abs=1e-9)


def test_mean_variance_and_skewness_are_those_of_all_relabellings() -> None:
    """Over every relabelling of the articles the score has mean 0, variance 1 and the skewness that p is read with."""
    table, outlet = np.array([[3], [0], [1], [0], [5], [0]]), [0, 0, 1, 1, 1, 1]
    words = [30, 20, 50, 25, 60, 40]
    scores = []
    for labels in set(permutations(outlet)):
        found = score_terms(as_counts(table), as_design(list(labels), [0] * 6, words))
        scores.append(float(found.z[found.outlet == 0][0]))
    skewness = score_slowly(table, as_design(outlet, [0] * 6, words))[0, 0][1]
    assert np.mean(scores) == pytest.approx(0, abs=1e-12)
    assert np.var(scores) == pytest.approx(1)
    assert np.mean(np.array(scores) ** 3) == pytest.approx(skewness)


def false_terms(shares: list[int], seed: int) -> tuple[int, float]:
    """How many terms are told apart in articles of one kind under random labels, and the spread of z."""
    rng = np.random.default_rng(seed)
    outlets = rng.permutation([f"Paper {n}" for n, share in enumerate(shares) for _ in range(share)]).tolist()
    tables = make_tables(draw_texts(rng, outlets, invent_words(300)))
    words = read_words(*tables.values())
    terms = find_terms(words, 99)
    own = np.bincount(words.article[words.own], minlength=len(outlets))
    scores = score_terms(count_terms(words, terms), lay_out(tables["articles"], own)[0])
    return int((correct(scores.p) < 0.05).sum()), float(scores.z.std())


@pytest.mark.parametrize("shares", [[60, 60], [12, 120], [20] * 6])
def test_random_halves_of_one_outlet_have_no_words_of_their_own(shares: list[int]) -> None:
    """Where labels are drawn at random, hardly a term is told apart: equal sides, a small one against many, or six."""
    runs = [false_terms(shares, seed) for seed in range(4)]
    assert sum(count for count, _ in runs) <= 1
    assert np.mean([spread for _, spread in runs]) == pytest.approx(1, abs=0.06)


def test_a_few_articles_against_many_are_not_read_from_the_normal_curve() -> None:
    """A rare word that two of a small outlet's articles have is no finding, though its z is large."""
    from scipy.stats import norm

    table = np.zeros((240, 1), int)
    table[[0, 1, 100]] = 1
    scores = score_terms(as_counts(table), as_design([0] * 20 + [1] * 220, [0] * 240, [500] * 240))
    z, p = scores.z[0], scores.p[0]
    assert z > 3
    assert p > 5 * 2 * norm.sf(z)


def test_planted_words_are_found() -> None:
    """Words that one outlet uses three times as often come out with q below 0.05, and no others."""
    rng = np.random.default_rng(3)
    outlets, vocabulary = ["Wire"] * 100 + ["Tabloid"] * 100, invent_words(200)
    planted = vocabulary[150:154]
    texts = draw_texts(rng, outlets, vocabulary)
    more = [" ".join(rng.choice(planted, 3)) + "." for _ in texts]
    texts = [one._replace(text=f"{one.text} {extra}") if one.outlet == "Tabloid" else one
             for one, extra in zip(texts, more, strict=True)]  # fmt: skip
    tables = make_tables(texts)
    words = read_words(*tables.values())
    terms = find_terms(words, 99)
    design, _ = lay_out(tables["articles"], np.bincount(words.article, minlength=200))
    scores = score_terms(count_terms(words, terms), design)
    here = (correct(scores.p) < 0.05) & (scores.z > 0) & (scores.outlet == 0)
    names = {int(unit): spelling for unit, spelling in zip(terms.unit, words.spellings, strict=True)}
    assert {names[int(term)] for term in scores.term[here]} == set(planted)


def test_words_of_an_event_are_no_words_of_an_outlet() -> None:
    """Outlets that cover events unequally differ in their words; within events they do not."""
    rng = np.random.default_rng(4)
    vocabulary = invent_words(120)
    texts = []
    for event in range(6):
        topic = [*vocabulary[60 + 10 * event : 70 + 10 * event], *vocabulary[:60]]
        outlets = ["Wire"] * (24 if event < 3 else 4) + ["Tabloid"] * (4 if event < 3 else 24)
        texts += [one._replace(event=f"e{event}") for one in draw_texts(rng, outlets, topic)]

    def told_apart(tables: dict[str, pl.DataFrame]) -> int:
        words = read_words(*tables.values())
        design, _ = lay_out(tables["articles"], np.bincount(words.article, minlength=len(texts)))
        return int((correct(score_terms(count_terms(words, find_terms(words, 99)), design).p) < 0.05).sum())

    assert told_apart(make_tables(texts)) <= 1
    assert told_apart(make_tables([one._replace(event=None) for one in texts])) > 10


def test_reposts_count_once() -> None:
    """Of a story that an outlet prints three times one article counts; another outlet's copy is its own."""
    rng = np.random.default_rng(5)
    texts = draw_texts(rng, ["Wire", "Wire", "Wire", "Tabloid"], invent_words(20))
    tables = make_tables([one._replace(story="s") for one in texts])
    design, notes = lay_out(tables["articles"], np.full(4, 50))
    assert design.used.tolist() == [True, False, False, True]
    assert notes[0] == "2 reposts within an outlet left out."
