"""Who says what stands between quotation marks."""

from __future__ import annotations

import pytest
from engine_samples import read


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # a verb after it
        ("“It is over now,” Dovan said.", ["dovan"]),
        ("“It is over now,” said Dovan.", ["dovan"]),
        ("“It is over now,” the minister, Dovan, told reporters.", ["dovan"]),
        ("“Is it over now?” said Reis.", ["reis"]),
        ("‘It is over now,’ Dovan said.", ["dovan"]),
        ("Orlan left. “It is over now,” he said.", ["orlan"]),
        ("“It is over now,” the Grey Palace said.", ["norland"]),
        # a verb before it
        ("Dovan said: “It is over now.”", ["dovan"]),
        ("Dovan said, “It is over now.”", ["dovan"]),
        ("Dovan told Reis: “It is over now.”", ["dovan"]),
        ("Dovan said it was “over”.", ["dovan"]),
        ("Dovan, who said it was “over”, left.", ["dovan"]),
        # according to
        ("Orlan was “reckless”, according to Dovan.", ["dovan"]),
        ("According to Dovan, Orlan was “reckless”.", ["dovan"]),
        # one after the other
        ("“It is over now,” Dovan said. “It is not over,” Orlan said.", ["dovan", "orlan"]),
        ("“It is over now,” Dovan said, and Orlan warned: “It is not.”", ["dovan", "orlan"]),
        # goes on
        ("Dovan said: “It is over now.\n\n“We go home.”", ["dovan", "dovan"]),
        ("“It is over now,” Dovan said.\n\n“We will all go home.”", ["dovan", "dovan"]),
        (
            "“It is over now,” Dovan said.\n\n“It is not over,” Orlan said.\n\n“We will all go on.”",
            ["dovan", "orlan", "orlan"],
        ),
        # and where nobody is known to speak
        ("“It is over now,” a woman said.", [None]),
        ("“It is over now,” said Orlan’s lawyer.", [None]),
        ("“It is over now,” a friend of Orlan said.", [None]),
        ("Critics of Dovan said: “It is over now.”", [None]),
        ("Reis was told: “It is over now.”", [None]),
        ("“It is over now.” Orlan left.", [None]),
        ("“It is over now,” Dovan said.\n\nRain fell.\n\n“We will all go home.”", ["dovan", None]),
        ("The “masterstroke” failed, Dovan left.", [None]),
        ("“It is over now,” he said. Orlan left.", [None]),
    ],
)
def test_the_speaker_is_whoever_the_reporting_verb_has_for_subject(text: str, speakers: list[str | None]) -> None:
    """After it, before it, "according to", carried over paragraphs; unknown speakers stay unknown."""
    assert read(text).speakers() == speakers


def test_one_article_does_not_speak_in_the_next() -> None:
    """A quotation that opens an article is not carried over from the article before."""
    assert read("“It is over now,” Dovan said.", "“We will all go home.”").speakers() == ["dovan", None]


def test_the_table_names_the_words_that_name_the_speaker() -> None:
    """Beside every speaker stand the words that name them, the verb, and how they were found."""
    row = read("Orlan left. “It is over now,” he said.").evidence.quotes.row(0, named=True)
    assert (row["speaker"], row["speaker_name"], row["verb"], row["words"]) == ("orlan", "he", "said", 4)
    assert row["rule"]
    row = read("“It is over now,” a woman said.").evidence.quotes.row(0, named=True)
    assert (row["speaker"], row["speaker_name"], row["verb"], row["rule"]) == (None, None, None, None)
