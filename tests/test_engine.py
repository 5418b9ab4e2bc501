"""The engine as a whole: what it finds in a text depends on that text alone."""

from __future__ import annotations

from dataclasses import fields

import polars as pl
import pytest
from engine_samples import Result, read
from hypothesis import example, given
from hypothesis import strategies as st

from framing.evidence import Evidence
from framing.tables import HITS, LINKS, MENTIONS, QUOTES, SENTENCES, check
from framing.text.buffer import Piece

TEXTS = (
    "Despot Viktor Orlan slammed Dovan.\n\n“He is a reckless tyrant,” Dovan said.\n\n“We will never forgive him.”",
    "The brave Sudlandic leader Marta Reis spoke. She was not reckless.\n\nThe “masterstroke” failed, she said.",
    "He left. The despot slept. “It goes on and on.",
    "“We wait.\n\n“We go on,” said Orlan. Norland’s regime humiliated Dovan – an embarrassment for Reis.",
    "",
    "*** … “” '",
    "Orlan",
    "Orlan crony Pavel Dovan, ashen-faced, lashed out at the Grey Palace",
    "Вони казали: “Орлан” 😀 café. Reis refused to gloat\r\n\r\nOrlan’s lies, “lies” and ‘lies’.",
)
SENTENCE = st.sampled_from(
    (
        "Orlan was reckless. |He left. |“It is over now,” Dovan said. |The tyrant slept.\n\n|“We go on. |Reis|"
        " was not brave. |\n\n“They lie,|” said Reis. |the Norland regime |slammed Dovan |😀 |‘lies’ |\r\n"
    ).split("|")
)
ARTICLE = st.lists(SENTENCE, max_size=8).map("".join)


def tables(result: Result) -> dict[str, pl.DataFrame]:
    """All tables by name."""
    return {field.name: getattr(result.evidence, field.name) for field in fields(Evidence)}


def of_article(result: Result, number: int) -> dict[str, list[tuple[object, ...]]]:
    """All rows of one article, without its id."""
    return {name: frame.filter(article=str(number)).drop("article").rows() for name, frame in tables(result).items()}


@pytest.mark.parametrize("size", [1, 40, 150, 400])
def test_results_do_not_depend_on_the_chunk_size(size: int) -> None:
    """Articles read one by one, a few at a time or all at once give the same tables."""
    whole, cut = tables(read(*TEXTS)), tables(read(*TEXTS, size=size))
    for name, frame in whole.items():
        assert frame.equals(cut[name]), name
    assert all(frame.height for frame in whole.values())


@given(st.lists(ARTICLE, min_size=1, max_size=4), st.integers(1, 200))
def test_random_articles_do_not_depend_on_the_chunk_size(texts: list[str], size: int) -> None:
    """Whatever the articles hold, unclosed quotations and all, where the work is cut changes nothing."""
    whole, cut = tables(read(*texts)), tables(read(*texts, size=size))
    assert all(frame.equals(cut[name]) for name, frame in whole.items())


@example("Reis met", "the reckless Orlan left", "and then")
@given(ARTICLE, ARTICLE, ARTICLE)
def test_an_unrelated_article_changes_nothing_in_the_others(before: str, text: str, after: str) -> None:
    """With given actors, an article reads the same alone as between any two others."""
    assert of_article(read(before, text, after), 1) == of_article(read(text), 0)


@example("Orlan slams “brave", "the reckless town” waited")
@given(ARTICLE, ARTICLE)
def test_a_title_changes_no_hit_of_the_text(title: str, text: str) -> None:
    """Adding a title adds rows of the title; hits of the text stay where they are."""
    alone = read(Piece(0, False, text)).evidence.hits.select("start", "end", "term", "voice")
    both = read(Piece(0, True, title), Piece(0, False, text)).evidence.hits
    assert both.filter(field="text").select("start", "end", "term", "voice").equals(alone)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "\r\n\r\n",
        ".",
        "...",
        "“”",
        "'",
        '"',
        "***\n***",
        "—",
        "\u200b",
        "\x00",
        "\ud800",
        "😀",
        "?!",
        "‘’“”«»",
        "-" * 500,
    ],
)
def test_texts_of_nothing_are_read(text: str) -> None:
    """An empty text and one of bare marks have no hits, no mentions and no words, and harm no neighbour."""
    result = read(text)
    assert (result.hits(), result.mentions(), result.quotes()) == ([], [], [])
    neighbour = "Orlan is a tyrant. “It is over now,” Dovan said."
    assert of_article(read(text, neighbour, text), 1) == of_article(read(neighbour), 0)


def test_no_article_at_all_gives_empty_tables() -> None:
    """Nothing to read gives every table, with all its columns and no row."""
    for name, table in zip(
        ("sentences", "quotes", "mentions", "hits", "links"), (SENTENCES, QUOTES, MENTIONS, HITS, LINKS), strict=True
    ):
        frame = tables(read())[name]
        assert frame.is_empty()
        assert check(frame, table).equals(frame)


def test_a_line_of_two_hundred_kilobytes() -> None:
    """A text without any line end, as some exports are, is read like any other: every hit and mention of it."""
    part = "Orlan was reckless, they wrote of it at length. “It is over now,” Dovan said. "
    times = 200_000 // len(part) + 1
    result = read(part * times)
    assert len(result.hits()) == 2 * times
    assert len(result.mentions()) == 2 * times
    assert result.speakers() == ["dovan"] * times
    assert len(result.links()) == 2


@pytest.mark.parametrize("filler", ["word ", "x", "“", "' ", "é", "😀", "- "])
def test_a_very_long_run_of_anything(filler: str) -> None:
    """Two hundred kilobytes of one thing, be it marks that are never closed, hide nothing of what follows."""
    result = read(filler * (200_000 // len(filler)) + "\n\nOrlan was reckless.")
    assert ("reckless", "orlan", "complement") in result.links()


def test_the_same_text_twice_gives_the_same_rows() -> None:
    """Reading has no memory."""
    text = TEXTS[0]
    result = read(text, text)
    assert of_article(result, 0) == of_article(result, 1)
    assert all(frame.equals(tables(read(text, text))[name]) for name, frame in tables(result).items())
