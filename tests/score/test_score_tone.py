from __future__ import annotations

import polars as pl
import pytest
from score_samples import Sample, figure
from textblob import TextBlob
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

KIND = "What a wonderful day – a great café."
GRIM = "Putin had a terrible and awful week."
SAID = "“I hate this horrible mess,” he said."


def sample() -> Sample:
    """Two sentences of the outlet's own and one that is mostly a quotation; non-ASCII before the last ones."""
    text = f"{KIND} {GRIM} {SAID}"
    made = Sample().article("a", text=text, title=GRIM)
    for number, (surface, own) in enumerate(((KIND, 7), (GRIM, 7), (SAID, 2))):
        start = text.index(surface)
        made.sentence("a", number, own=own, quoted=7 - own, start=start, end=start + len(surface))
    made.sentence("a", -1, headline=7, end=len(GRIM))
    return made.mention("a", "Putin", sentence=1).mention("a", "Putin", sentence=2).mention("a", "Biden", sentence=2)


def expected(*surfaces: str) -> dict[str, float]:
    vader = SentimentIntensityAnalyzer()
    blobs = [TextBlob(surface).sentiment for surface in surfaces]
    return {
        "tone:textblob_polarity": sum(blob.polarity for blob in blobs),
        "tone:textblob_subjectivity": sum(blob.subjectivity for blob in blobs),
        "tone:vader_compound": sum(vader.polarity_scores(surface)["compound"] for surface in surfaces),
    }


def test_tone_is_what_the_two_packages_say_of_each_sentence():
    """The article's tone is the mean over its own two sentences, not title or quotation; Putin's is that of one."""
    scores = sample().scores(tone=True)
    for measure, total in expected(KIND, GRIM).items():
        assert figure(scores, measure) == (pytest.approx(total), 2, pytest.approx(total / 2))
    for measure, total in expected(GRIM).items():
        assert figure(scores, measure, "Putin") == (pytest.approx(total), 1, pytest.approx(total))


def test_an_actor_without_a_sentence_of_the_outlets_own_has_null():
    """Biden is only mentioned in a sentence that is mostly quoted: there is no tone to give."""
    assert figure(sample().scores(tone=True), "tone:vader_compound", "Biden") == (0, 0, None)


def test_several_mentions_in_a_sentence_read_it_once():
    """A sentence that names Putin three times does not weigh three times."""
    scores = sample().mention("a", "Putin", sentence=1, start=20).scores(tone=True)
    assert figure(scores, "tone:vader_compound", "Putin")[1] == 1


def test_tone_is_only_read_on_request_and_changes_nothing_else():
    """Without tone=True there is no tone row; with it all other rows stay as they were."""
    without, with_tone = sample().scores(), sample().scores(tone=True)
    is_tone = pl.col("measure").str.starts_with("tone:")
    assert not without.filter(is_tone).height
    assert with_tone.filter(~is_tone).equals(without)
    assert set(with_tone.filter(is_tone)["voice"]) == {"own"}


def test_progress_is_told_until_the_end():
    """A progress bar hears of all sentences that are read."""
    told: list[tuple[int, int]] = []
    sample().scores(tone=True, progress=lambda done, total: told.append((done, total)))
    assert told == [(2, 2)]


def test_a_corpus_without_sentences_has_no_tone():
    """An article of no words gets null, not an error."""
    assert figure(Sample().article("a").scores(tone=True), "tone:vader_compound") == (0, 0, None)
