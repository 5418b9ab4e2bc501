from __future__ import annotations

import pytest
from score_samples import Sample, figure


def sample() -> Sample:
    return Sample().article("a").sentence("a", own=10).mention("a", "Putin").mention("a", "Zelensky")


def test_valence_is_the_mean_of_the_links_over_three():
    """Links of -3 and +1 make (-3 + 1) / 2 / 3 = -1/3; a word that colours nobody does not thin it out."""
    scores = (
        sample()
        .hit("a", "despot", "labels", 10, -3)
        .link("a", "Putin", "epithet")
        .hit("a", "brave", "praise", 20, 2)
        .link("a", "Putin", "epithet", valence=1)
        .hit("a", "slam", "violence", 30, 0)
        .link("a", "Putin", "subject")
    ).scores()
    assert figure(scores, "valence", "Putin") == (pytest.approx(-2 / 3), 2, pytest.approx(-1 / 3))


def test_a_link_brings_its_own_valence():
    """A verb may put one actor in a poor light and say nothing of the other: each has the value of its role."""
    scores = (
        sample()
        .hit("a", "slam", "violence", 10, -1.5)
        .link("a", "Putin", "subject", valence=-1.5)
        .link("a", "Zelensky", "object", valence=0)
    ).scores()
    assert figure(scores, "valence", "Putin") == (-0.5, 1, -0.5)
    assert figure(scores, "valence", "Zelensky") == (0, 0, 0)


def test_an_actor_that_nothing_colours_has_zero():
    """A plain mention is a score of 0, not a gap."""
    assert figure(sample().scores(), "valence", "Putin") == (0, 0, 0)


def test_valence_of_the_article_is_over_loaded_hits():
    """The whole article's mean takes every loaded hit, linked or not, but no reporting verb of the plain sort."""
    scores = (
        sample()
        .hit("a", "brave", "praise", 10, 3)
        .hit("a", "brave", "praise", 20, 2)
        .hit("a", "despot", "labels", 30, -3, negated=True)
        .hit("a", "say", "neutral", 40, -3)
    ).scores()
    assert figure(scores, "valence") == (pytest.approx(5 / 3), 2, pytest.approx(5 / 6))


def test_a_word_in_two_categories_brings_their_mean():
    """A word listed at -2 and at -1 counts as one word of -1.5, not as two."""
    scores = sample().hit("a", "stooge", "labels", 10, -2).hit("a", "stooge", "ridicule", 10, -1).scores()
    assert figure(scores, "valence") == (-0.5, 1, -0.5)


def test_categories_that_disagree_cancel_out():
    """A word listed at +1 in one category and at -1 in another neither blames nor praises."""
    scores = sample().hit("a", "stooge", "labels", 10, 1).hit("a", "stooge", "ridicule", 10, -1).scores()
    assert figure(scores, "valence") == (0, 0, 0)
    assert figure(scores, "loaded")[0] == 1
    assert figure(scores, "blaming")[0] == figure(scores, "praising")[0] == 0
