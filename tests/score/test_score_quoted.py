from __future__ import annotations

from score_samples import Sample, figure


def sample() -> Sample:
    return (
        Sample()
        .article("a")
        .sentence("a", 0, own=8, quoted=12)
        .sentence("a", 1, own=6, quoted=8, scare=2)
        .sentence("a", 2, own=9)
        .mention("a", "Putin", sentence=0)
        .mention("a", "Putin", sentence=0, start=50, form="pronoun", voice="quoted")
        .mention("a", "Biden", sentence=2)
    )


def test_quoted_words_go_to_their_speaker():
    """Of 20 quoted words 12 + 3 are Putin's; nobody's are nobody's; scare quotes are not speech."""
    scores = (
        sample()
        .quote("a", 12, "Putin")
        .quote("a", 3, "Putin", start=40)
        .quote("a", 5, None, start=60)
        .quote("a", 2, "Putin", start=80, voice="scare", kind="scare")
        .scores()
    )
    assert figure(scores, "quoted_words", "Putin", voice="quoted") == (15, 20, 15)


def test_who_is_not_quoted_has_zero_where_others_are():
    """An actor that gets no word in an article that quotes others has 0 of its quoted words."""
    scores = sample().quote("a", 12, "Putin").scores()
    assert figure(scores, "quoted_words", "Biden", voice="quoted") == (0, 20, 0)


def test_an_article_that_quotes_nobody_has_no_row_of_quoted_words():
    """Where there is no quotation at all there is nothing to share out."""
    scores = Sample().article("a").sentence("a", own=9).mention("a", "Biden").scores()
    assert not scores.filter(measure="quoted_words").height


def test_quotations_are_counted_by_speaker():
    """Of four quotations two are Putin's, one nobody's; what goes on is the same one, and scare quotes are none."""
    scores = (
        sample()
        .quote("a", 12, "Putin")
        .quote("a", 3, "Putin", start=40, continues=True)
        .quote("a", 4, "Putin", start=50)
        .quote("a", 4, "Biden", start=55)
        .quote("a", 5, None, start=60)
        .quote("a", 2, "Putin", start=80, voice="scare", kind="scare")
        .scores()
    )
    assert figure(scores, "quotations", "Putin", voice="quoted") == (2, 4, 2)
    assert figure(scores, "quotations", "Biden", voice="quoted") == (1, 4, 1)


def test_mentions_are_counted_by_voice():
    """Putin comes up once in the outlet's words and once in quoted ones; his sentence has 8 and 12 words of each."""
    scores = sample().scores()
    assert figure(scores, "mentions", "Putin") == (1, 8, 1)
    assert figure(scores, "mentions", "Putin", voice="quoted") == (1, 12, 1)
    assert figure(scores, "mentions", "Biden") == (1, 9, 1)
