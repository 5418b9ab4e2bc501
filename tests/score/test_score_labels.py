from __future__ import annotations

import pytest
from score_samples import Sample, figure


def sample() -> Sample:
    return Sample().article("a").sentence("a", own=10).mention("a", "Putin")


def test_shares_are_of_the_labels():
    """Two labels that blame, one that praises and one that does neither: a half and a quarter."""
    scores = (
        sample()
        .hit("a", "despot", "labels", 10, -3)
        .link("a", "Putin", "label")
        .hit("a", "stooge", "labels", 20, -2)
        .link("a", "Putin", "apposition")
        .hit("a", "brave", "praise", 30, 2)
        .link("a", "Putin", "complement")
        .hit("a", "despot", "labels", 40, 0)
        .link("a", "Putin", "head")
    ).scores()
    assert figure(scores, "labels_blaming", "Putin") == (2, 4, 0.5)
    assert figure(scores, "labels_praising", "Putin") == (1, 4, 0.25)


@pytest.mark.parametrize(
    ("term", "category", "role"),
    [("slam", "violence", "epithet"), ("brave", "praise", "possessed"), ("rage", "hostile", "complement")],
)
def test_only_names_that_stick_are_labels(term: str, category: str, role: str):
    """What an actor does or owns, and words of other categories, are not what it is called."""
    scores = sample().hit("a", term, category, 10, -1).link("a", "Putin", role).scores()
    assert figure(scores, "labels_blaming", "Putin") == (0, 0, 0)
    assert figure(scores, "loaded", "Putin")[0] == 1


def test_labels_are_for_actors_alone():
    """A whole article is called nothing: it has no row."""
    scores = sample().hit("a", "despot", "labels", 10, -3).scores()
    assert scores.filter(measure="labels_blaming")["actor"].to_list() == ["Putin"]
