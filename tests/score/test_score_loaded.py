from __future__ import annotations

import pytest
from score_samples import Sample, figure


def sample() -> Sample:
    """40 own words, of which 15 and 5 in the sentences that mention Putin, and 10 quoted ones."""
    return (
        Sample()
        .article("a")
        .sentence("a", 0, own=15, quoted=10)
        .sentence("a", 1, own=5)
        .sentence("a", 2, own=20)
        .mention("a", "Putin", sentence=0)
        .mention("a", "Putin", sentence=1, start=90, form="pronoun")
        .mention("a", "Putin", sentence=1, start=99, form="pronoun")
    )


def test_rates_are_per_thousand_words_of_the_article():
    """Three coloured words in 40, two of blame and one of praise, are 75, 50 and 25 per 1,000."""
    scores = (
        sample()
        .hit("a", "despot", "labels", 10, -3)
        .hit("a", "brave", "praise", 30, 2)
        .hit("a", "slam", "violence", 50, -1)
        .scores()
    )
    assert figure(scores, "loaded") == (3, 40, 75)
    assert figure(scores, "blaming") == (2, 40, 50)
    assert figure(scores, "praising") == (1, 40, 25)


def test_an_actor_is_measured_by_the_sentences_that_mention_it():
    """One linked word in the 20 own words of Putin's two sentences is 50 per 1,000, however often they name him."""
    scores = (
        sample().hit("a", "despot", "labels", 10, -3).link("a", "Putin", "epithet").hit("a", "brave", "praise", 30, 2)
    ).scores()
    assert figure(scores, "loaded", "Putin") == (1, 20, 50)
    assert figure(scores, "blaming", "Putin") == (1, 20, 50)
    assert figure(scores, "praising", "Putin") == (0, 20, 0)


def test_a_word_in_two_categories_counts_once():
    """A word listed as label and as ridicule is one loaded word, and one in each of its categories."""
    scores = (
        sample()
        .hit("a", "stooge", "labels", 10, -2)
        .link("a", "Putin", "label")
        .hit("a", "stooge", "ridicule", 10, -1)
        .link("a", "Putin", "label")
    ).scores(categories=True)
    for actor, words in ((None, 40), ("Putin", 20)):
        assert figure(scores, "loaded", actor) == (1, words, 1000 / words)
        assert figure(scores, "blaming", actor) == (1, words, 1000 / words)
        assert figure(scores, "loaded:labels", actor) == (1, words, 1000 / words)
        assert figure(scores, "loaded:ridicule", actor) == (1, words, 1000 / words)
        assert figure(scores, "loaded:praise", actor) == (0, words, 0)


def test_a_word_linked_twice_to_an_actor_counts_once():
    """Two rules, or two mentions, that tie one word to Putin make one coloured word of it, not two."""
    scores = (
        sample().hit("a", "brave", "praise", 30, 2).link("a", "Putin", "epithet").link("a", "Putin", "complement")
    ).scores()
    assert figure(scores, "loaded", "Putin") == (1, 20, 50)
    assert figure(scores, "valence", "Putin") == (pytest.approx(2 / 3), 1, pytest.approx(2 / 3))


def test_a_word_that_colours_two_actors_counts_for_both():
    """ "Brave Zelensky and Biden": each of the two has a praising word, the article has one."""
    scores = (
        sample()
        .mention("a", "Zelensky", sentence=2)
        .hit("a", "brave", "praise", 30, 2)
        .link("a", "Putin", "epithet")
        .link("a", "Zelensky", "epithet")
    ).scores()
    assert figure(scores, "praising", "Putin")[0] == figure(scores, "praising", "Zelensky")[0] == 1
    assert figure(scores, "praising")[0] == 1


def test_a_negated_word_is_loaded_but_neither_blames_nor_praises():
    """ "Not a despot" still says despot; it does not count as blame."""
    scores = sample().hit("a", "despot", "labels", 10, -3, negated=True).scores()
    assert figure(scores, "loaded")[0] == 1
    assert figure(scores, "blaming")[0] == 0
    assert figure(scores, "valence") == (0, 0, 0)


def test_plain_reporting_verbs_are_not_loaded():
    """ "Said" counts nowhere among the loaded words; "raged" does, in its own category."""
    scores = (
        sample()
        .hit("a", "say", "neutral", 10, 0)
        .link("a", "Putin", "subject")
        .hit("a", "rage", "hostile", 30, -2)
        .link("a", "Putin", "subject")
    ).scores(categories=True)
    assert figure(scores, "loaded")[0] == 1
    assert figure(scores, "loaded", "Putin")[0] == 1
    assert figure(scores, "loaded:hostile", "Putin")[0] == 1
    assert "loaded:neutral" not in set(scores["measure"])


def test_voices_stay_apart():
    """A quoted slur is counted against quoted words, and leaves the outlet's own figure at 0."""
    scores = sample().hit("a", "despot", "labels", 10, -3, voice="quoted").link("a", "Putin", "epithet").scores()
    assert figure(scores, "loaded") == (0, 40, 0)
    assert figure(scores, "loaded", voice="quoted") == (1, 10, 100)
    assert figure(scores, "loaded", "Putin") == (0, 20, 0)
    assert figure(scores, "blaming", "Putin", voice="quoted") == (1, 10, 100)


def test_a_title_of_two_sentences_is_one():
    """An actor in the title is measured by the whole title, even if it holds a full stop."""
    scores = (
        Sample().article("a").sentence("a", -1, headline=4).sentence("a", -1, headline=6, start=20)
        .mention("a", "Putin", sentence=-1, field="title", voice="headline")
        .hit("a", "despot", "labels", 0, -3, sentence=-1, field="title", voice="headline")
        .link("a", "Putin", "epithet")
    ).scores()  # fmt: skip
    assert figure(scores, "loaded", voice="headline") == (1, 10, 100)
    assert figure(scores, "loaded", "Putin", voice="headline") == (1, 10, 100)


def test_the_same_offsets_in_title_and_text_are_two_words():
    """A word at the start of the title and one at the start of the text are not taken for one."""
    scores = (
        sample()
        .hit("a", "despot", "labels", 0, -3)
        .hit("a", "despot", "labels", 0, -3, field="title", sentence=-1)
        .scores()
    )
    assert figure(scores, "loaded")[0] == 2


def test_actors_get_categories_only_on_request():
    """Without categories=True an actor has no category rows; the whole article has all, 0 where there is none."""
    plain = sample().scores()
    assert figure(plain, "loaded:praise") == (0, 40, 0)
    named = plain.drop_nulls("actor")["measure"].to_list()
    assert not [name for name in named if name.startswith("loaded:")]
    assert figure(sample().scores(categories=True), "loaded:praise", "Putin") == (0, 20, 0)
