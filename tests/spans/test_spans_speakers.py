"""Who says what stands between quotation marks."""

from __future__ import annotations

import pytest
from engine_samples import read

from framing.spans.speakers import CONFIDENCE, RULES


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


# Nobody of these exists, and none is an actor of the tests.
NAMES = [
    # right before the verb
    ("“It is over now,” Tove Brand said.", "Tove Brand"),
    ("“It is over now,” the baker Tove Brand told reporters.", "Tove Brand"),
    ("“It is over now,” North Coast Committee Chairman Tove Brand said.", "Tove Brand"),
    ("“It is over now,” Brand has also said. Tove Brand left.", "Tove Brand"),
    ("In a statement, Tove Brand said, “It is over now.”", "Tove Brand"),
    ("Tove Brand wrote on Twitter: “It is over now.”", "Tove Brand"),
    ("Tove Brand, who said it was “over”, left.", "Tove Brand"),
    ("Tove Brand did not say it was “over”.", None),
    ("“It is over now,” chief of staff Tove Brand said.", "Tove Brand"),
    ("“It is over now,” the leader of Tove Brand’s party said.", "the leader of Tove Brand’s party"),
    ("Tove Brand bought a book titled “It is over”.", None),
    # after it
    ("“It is over now,” said Tove Brand, a baker.", "Tove Brand"),
    ("“It is over now,” said Mr. Brand yesterday.", "Brand"),
    ("“It is over now,” said the spokesman, Tove Brand.", "Tove Brand"),
    ("According to Tove Brand, it was “over”.", "Tove Brand"),
    ("“It is over now,” say the bakers of Ulm.", "the bakers"),
    # beyond commas
    ("“It is over now,” Tove Brand, the baker, said.", "Tove Brand"),
    ("Tove Brand, a baker, 41, of Ulm, said: “It is over now.”", "Tove Brand"),
    ("Tove Brand, who met Lars Quill, said: “It is over now.”", "Tove Brand"),
    ("“It is over now,” Tove Brand (D-Ulm) said.", "Tove Brand"),
    ("“It is over now,” a baker, 41, said.", None),
    # subject of the sentence
    ("Tove Brand left the room, saying: “It is over now.”", "Tove Brand"),
    ("Tove Brand met Lars Quill and then said: “It is over now.”", "Tove Brand"),
    ("Tove Brand sent a letter saying: “It is over now.”", "Tove Brand"),
    ("The governor left the room, saying: “It is over now.”", "governor"),
    ("Calling the plan a “farce”, Tove Brand left.", "Tove Brand"),
    ("For Tove Brand it rained, and rained, saying “over”.", None),
    # described
    ("“It is over now,” a spokesman for Tove Brand said.", "a spokesman for Tove Brand"),
    ("“It is over now,” Brand’s lawyer said.", "Brand’s lawyer"),
    ("“It is over now,” the statement said.", "the statement"),
    ("“It is over now,” a woman said.", "a woman"),
    ("“It is over now,” they said. Brand left.", None),
    # he and she
    ("Tove Brand left. “It is over now,” he said.", "Tove Brand"),
    ("Tove Brand met Lars Quill. “It is over now,” he said.", "Tove Brand"),
    ("Mr. Brand met the press. Mrs. Quill came. “It is over now,” he said.", "Brand"),
    ("Mr. Brand met the press. Mrs. Quill came. “It is over now,” she said.", "Quill"),
    ("“We go,” said Tove Brand. Rain fell on Ulm. “It is over now,” she added.", "Tove Brand"),
    ("Rain fell on Ulm. “It is over now,” she said.", None),
    ("The Coast Party left. “It is over now,” he said.", None),
    ("Mr. Brand left. “It is over now,” she said.", None),
    # offices
    ("Gov. Tove Brand met Lars Quill. “It is over now,” the governor said.", "Tove Brand"),
    ("President Brand met General Quill. “It is over now,” the general said.", "Quill"),
    ("Former President Brand left. “It is over now,” the president said.", "the president"),
    ("Lars Quill left. “It is over now,” the governor said.", "the governor"),
    ("President Tove Brand left. “It is over now,” the President said.", "Tove Brand"),
    # what a mention means
    (
        "President Pavel Dovan left. Tove Brand came. The president met Orlan. “We go,” the president said.",
        "Pavel Dovan",
    ),
    ("Marta Reis met the Sudlandic press. “It is over now,” the Sudlandic leader said.", "Marta Reis"),
    # the sentence before
    ("Tove Brand wrote on Twitter.\n\n“It is over now.”", "Tove Brand"),
    ("Tove Brand said it was “over”, tweeting:\n\n“We all go home now.”", "Tove Brand"),
    ("Tove Brand left the room.\n\n“It is over now.”", None),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_the_speaker_is_named_as_the_article_names_them(text: str, name: str | None) -> None:
    """By the fullest name, else by what describes them; where it is not plain who speaks, by nothing."""
    assert read(text).speaker_names()[-1] == name


def test_the_fullest_name_is_the_speakers() -> None:
    """Whoever has stood with a first name is named with it, everywhere in the article and nowhere else."""
    text = "“We go,” said Tove Brand. “It rains,” Brand added. “It pours,” Quill said."
    assert read(text, "“It snows now,” Brand said.").speaker_names() == ["Tove Brand", "Tove Brand", "Quill", "Brand"]
    assert read("TOVE BRAND\n\n“We go,” Brand said. Tove Brand left.").speaker_names() == ["Tove Brand"]


def test_only_the_actor_speaks_as_the_actor() -> None:
    """What a spokesman, an aide or a statement of an actor says is not the actor's."""
    for speaker in ("a spokesman for Orlan", "Orlan’s aide", "the Orlan statement", "an Orlan spokesman"):
        row = read(f"Orlan left. “It is over now,” {speaker} said.").evidence.quotes.row(0, named=True)
        assert (row["speaker"], row["speaker_name"]) == (None, speaker)


def test_speech_without_a_verb_between_two_of_a_speaker_is_theirs() -> None:
    """A quotation that nobody is said to say goes on with the one before it."""
    text = "“It is over now,” Tove Brand said. “It has long been over.”\n\n“We all go home now,” she added."
    assert read(text).speaker_names() == ["Tove Brand"] * 3


def test_the_table_tells_how_the_speaker_was_found() -> None:
    """Beside every speaker stand the name, the verb, the rule and how sure it is; beside nobody stands nothing."""
    row = read("Orlan left. “It is over now,” he said.").evidence.quotes.row(0, named=True)
    assert (row["speaker"], row["speaker_name"], row["verb"], row["words"]) == ("orlan", "Orlan", "said", 4)
    assert (row["rule"], row["confidence"]) == ("reporting verb after it, he or she", 0.85)
    row = read("“It is over now,” a woman said.").evidence.quotes.row(0, named=True)
    assert (row["speaker"], row["verb"], row["rule"]) == (None, "said", "reporting verb after it, described")
    row = read("“It is over now.” Orlan left.").evidence.quotes.row(0, named=True)
    columns = ("speaker", "speaker_name", "verb", "rule", "confidence")
    assert [row[column] for column in columns] == [None] * len(columns)


def test_every_rule_has_a_confidence() -> None:
    """It lies between 0 and 1, and is less where less is plain."""
    sure = dict(zip(RULES, CONFIDENCE.tolist(), strict=True))
    assert sure.pop("") == 0
    assert all(0.5 < confidence < 1 for confidence in sure.values())
    assert sure["reporting verb after it"] > sure["reporting verb before it"] > sure["same speaker goes on, he or she"]
