from __future__ import annotations

from score_samples import Sample, figure


def sample() -> Sample:
    return Sample().article("a").sentence("a", own=30).mention("a", "Putin").mention("a", "Biden")


def test_shares_are_of_the_verbs_with_the_actor_as_subject():
    """Said, said, claimed and refused to rage: a half neutral, a quarter doubting, a quarter hostile."""
    scores = (
        sample()
        .hit("a", "say", "neutral", 10, 0)
        .link("a", "Putin", "subject")
        .hit("a", "say", "neutral", 20, 0)
        .link("a", "Putin", "subject")
        .hit("a", "claim", "doubting", 30, -0.5)
        .link("a", "Putin", "subject")
        .hit("a", "rage", "hostile", 40, -2)
        .link("a", "Putin", "subject_to")
    ).scores()
    assert figure(scores, "verbs:neutral", "Putin") == (2, 4, 0.5)
    assert figure(scores, "verbs:doubting", "Putin") == (1, 4, 0.25)
    assert figure(scores, "verbs:hostile", "Putin") == (1, 4, 0.25)


def test_who_says_nothing_has_null():
    """An actor that is mentioned and never speaks has no share, rather than a share of 0."""
    scores = sample().hit("a", "say", "neutral", 10, 0).link("a", "Putin", "subject").scores()
    assert figure(scores, "verbs:neutral", "Biden") == (0, 0, None)
    assert figure(scores, "verbs:hostile", "Putin") == (0, 1, 0)


def test_what_is_done_to_an_actor_is_not_what_it_says():
    """ "Biden raged at Putin" is Biden's verb; and a violent verb that reports nothing is nobody's."""
    scores = (
        sample()
        .hit("a", "rage", "hostile", 10, -2)
        .link("a", "Biden", "subject")
        .link("a", "Putin", "verb_at")
        .hit("a", "slam", "violence", 20, -1)
        .link("a", "Putin", "subject")
    ).scores()
    assert figure(scores, "verbs:hostile", "Putin") == (0, 0, None)
    assert figure(scores, "verbs:hostile", "Biden") == (1, 1, 1)
    assert not scores.filter(measure="verbs:violence").height


def test_a_verb_of_two_kinds_is_one_verb():
    """A verb listed as doubting and hostile counts in both kinds, and once among all."""
    scores = (
        sample()
        .hit("a", "insist", "doubting", 10, -0.5)
        .link("a", "Putin", "subject")
        .hit("a", "insist", "hostile", 10, -0.5)
        .link("a", "Putin", "subject")
        .hit("a", "say", "neutral", 20, 0)
        .link("a", "Putin", "subject")
    ).scores()
    assert figure(scores, "verbs:doubting", "Putin") == figure(scores, "verbs:hostile", "Putin") == (1, 2, 0.5)


def test_verbs_in_quotations_are_counted_apart():
    """A verb inside a quotation is the speaker's choice of word, not the outlet's."""
    scores = (
        sample()
        .sentence("a", 1, quoted=5)
        .mention("a", "Putin", sentence=1, voice="quoted")
        .hit("a", "claim", "doubting", 10, -0.5, voice="quoted", sentence=1)
        .link("a", "Putin", "subject")
    ).scores()
    assert figure(scores, "verbs:doubting", "Putin") == (0, 0, None)
    assert figure(scores, "verbs:doubting", "Putin", voice="quoted") == (1, 1, 1)
