"""Whose words each word is: the outlet's own, somebody's, nobody's in scare quotes, or the headline's."""

from __future__ import annotations

import pytest
from engine_samples import read, titled

from framing.pipeline import find_headline
from framing.text.buffer import Piece


@pytest.mark.parametrize(
    ("text", "word", "voice"),
    [
        ("The masterstroke failed.", "masterstroke", "own"),
        ("The “masterstroke” failed.", "masterstroke", "scare"),
        ("The ‘masterstroke’ failed.", "masterstroke", "scare"),
        ("The 'masterstroke' failed.", "masterstroke", "scare"),
        ("He called it a “masterstroke”.", "masterstroke", "quoted"),
        ("It was hailed as a “masterstroke”.", "masterstroke", "quoted"),
        ("It was seen as “reckless” in Osk.", "reckless", "quoted"),
        ("Dovan said it was a “masterstroke”.", "masterstroke", "quoted"),
        ("The “masterstroke” failed. Dovan said so.", "masterstroke", "scare"),
        ("The “masterstroke by the brave people of this very town” failed.", "masterstroke", "quoted"),
        ("“It was a real masterstroke,” Dovan said.", "masterstroke", "quoted"),
        ("Dovan said it was a masterstroke.", "masterstroke", "own"),
        ("“They have done well,” Dovan said of the masterstroke.", "masterstroke", "own"),
        ("“They have done well.” It was a masterstroke. “They go on,” he said.", "masterstroke", "own"),
        ("The soldiers’ masterstroke failed the players’ test.", "masterstroke", "own"),
    ],
)
def test_every_word_has_its_voice(text: str, word: str, voice: str) -> None:
    """Quoted words are their speaker's; a short fragment that nobody says is a scare quote; the rest is our own."""
    assert (word, voice) in [row[:2] for row in read(text).voices()]


def test_a_paragraph_of_its_own_is_no_scare_quote() -> None:
    """A few words between marks that stand alone are somebody's."""
    assert read("Rain fell.\n\n‘A brave town’\n\nIt fell long.").voices() == [("brave", "quoted", None)]
    assert read("Rain fell on ‘a brave town’.\n\nIt fell long.").voices() == [("brave", "scare", None)]


def test_the_headline_is_a_voice_of_its_own() -> None:
    """Words of the title are the headline's, not the article's; quoted ones stay quoted."""
    assert read(*titled("Brave town waits", "The brave town waited.")).voices() == [
        ("Brave", "headline", None),
        ("brave", "own", None),
    ]
    voices = read(*titled("Dovan slams “reckless” plan", "Nothing happened.")).voices()
    assert voices == [("slams", "headline", None), ("reckless", "quoted", "dovan")]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Brave town waits for rain\n\nThe town waited.", "Brave town waits for rain"),
        ("\n\n  Brave town waits for rain\r\n\r\nThe town waited.", "\n\n  Brave town waits for rain"),
        ("The town waited for rain.\n\nIt came.", ""),
        ("Too short\n\nThe town waited.", ""),
        ("Brave town waits for rain", ""),
        ("Brave town waits for rain\n", ""),
        ("word " * 31 + "\n\nThe town waited.", ""),
        ("", ""),
        ("\n", ""),
    ],
)
def test_a_text_without_a_title_may_begin_with_its_headline(text: str, headline: str) -> None:
    """A first line of four to thirty words without a full stop is the headline; else there is none."""
    assert text[: find_headline(text, ())] == headline


def test_furniture_is_no_headline() -> None:
    """A line that is marked as furniture is passed over."""
    text = "Share this with your friends\nBrave town waits for rain\nThe town waited."
    end = find_headline(text, [(0, 28)])
    assert text[:end].endswith("waits for rain")


def test_the_headline_within_the_text_counts_as_one() -> None:
    """Its words have the headline's voice though they stand in the text, and they are counted as such."""
    text = "Brave town waits for rain\n\nThe brave town waited."
    result = read(Piece(0, False, text, (), 25))
    assert result.voices() == [("Brave", "headline", None), ("brave", "own", None)]
    assert result.evidence.sentences["words_headline"].to_list() == [5, 0]
    assert result.evidence.sentences["words_own"].to_list() == [0, 4]


def test_furniture_has_no_words_and_no_hits() -> None:
    """What was marked as furniture is left out of hits and counts; the places of the rest stay what they were."""
    text = "The town waited. BRAVE READERS SIGN UP. The brave town slept."
    result = read(Piece(0, False, text, ((17, 39),)))
    assert result.hits() == [("brave", "brave")]
    assert sum(result.evidence.sentences["words_own"].to_list()) == 7


def test_words_add_up() -> None:
    """Every word is counted once, in one voice."""
    text = "The “brave” town waited. “It is a long wait for us,” Dovan said.\n\nRain fell."
    sentences = read(text).evidence.sentences
    counts = {name: sum(sentences[f"words_{name}"].to_list()) for name in ("own", "quoted", "scare", "headline")}
    assert counts == {"own": 7, "quoted": 7, "scare": 1, "headline": 0}
