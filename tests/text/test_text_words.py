"""Words: where they begin and end, and what stands between them."""

from __future__ import annotations

import pytest
from engine_samples import read, words_of
from hypothesis import given
from hypothesis import strategies as st

from framing.text.words import APOSTROPHE, COMMA, DASH, HYPHEN, SPACE, STOP

BITS = {
    SPACE: " \t\v\f\u00a0£", COMMA: ",", DASH: ";:()[]{}/|–—―", STOP: ".!?…", APOSTROPHE: "'`‘’‚‛", HYPHEN: "-‐‑",
}  # fmt: skip
IN_GAPS = "".join(BITS.values()) + '*_&%“”„"$€#@~<>='


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One two three", ["One", "two", "three"]),
        ("  edges  ", ["edges"]),
        ("Don’t, don't, O’Neil", ["Don", "t", "don", "t", "O", "Neil"]),
        ("a well-known co‑op", ["a", "well", "known", "co", "op"]),
        ("café, Zürich und Österreich", ["café", "Zürich", "und", "Österreich"]),
        ("Київ 東京 Ελλάδα", ["Київ", "東京", "Ελλάδα"]),
        ("the ’90s and the 24th", ["the", "90s", "and", "the", "24th"]),
        ("£5m, $3.2bn; 40%", ["5m", "3", "2bn", "40"]),
        ("one\u00a0two\u2009three…four—five", ["one", "two", "three", "four", "five"]),
        ("«Non», “oui”, ‘so’", ["Non", "oui", "so"]),
        ("snake_case #tag @name", ["snake", "case", "tag", "name"]),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, expected: list[str]) -> None:
    """Words of any script are found whole; apostrophes, hyphens, dashes, money signs and quotation marks part them."""
    assert words_of(text)[1] == expected


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "...", "*** — ***", "“”", "'", "\r\n", "-"])
def test_texts_without_a_word_have_none(text: str) -> None:
    """Nothing, blanks and bare marks hold no word."""
    assert words_of(text)[1] == []


@given(st.text(st.sampled_from(IN_GAPS), min_size=1, max_size=200))
def test_a_gap_is_read_mark_by_mark_however_long(gap: str) -> None:
    """What stands between two words is known in full, be it one comma or a rule of two hundred stars and dashes."""
    text = f"left{gap}right"
    sheet, words = words_of(text)
    assert words == ["left", "right"]
    expected = sum(bit for bit, characters in BITS.items() if any(mark in characters for mark in gap))
    if expected & HYPHEN and len(gap) > 1:
        expected |= DASH
    at = next(i for i in range(len(sheet.start)) if sheet.text[sheet.start[i] : sheet.end[i]].tobytes() == b"right")
    assert int(sheet.marks[at]) & (SPACE | COMMA | DASH | STOP | APOSTROPHE | HYPHEN) == expected


@pytest.mark.parametrize("gap", [" " * 100, "\n" * 100, "\n" + "*" * 100 + "\n", " . " * 40, "\n" + " " * 300 + "\n"])
def test_long_gaps_part_sentences_as_short_ones_do(gap: str) -> None:
    """A hundred blanks are a blank; a hundred line ends, a rule of stars or of stops end the sentence."""
    assert len(read(f"They left{gap}Nobody came").sentences()) == (1 if gap.isspace() and "\n" not in gap else 2)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_hard_wrapped_lines_are_put_together(newline: str) -> None:
    """A line that ends in a word or a comma and goes on with a small letter is the same sentence."""
    wrapped = newline.join(["The council met on Monday,", "in the old town", "hall. Nobody spoke."])
    assert len(read(wrapped).sentences()) == 2


def test_lines_that_begin_with_a_capital_stay_apart() -> None:
    """Headings, captions and list items are not joined to the line below."""
    assert read("Council meets\nThe mayor spoke first.").sentences() == ["Council meets", "The mayor spoke first."]


def test_what_a_hyphen_or_an_apostrophe_joins_counts_as_one_word() -> None:
    """ "The mayor’s well-known half-brother didn't come" is six words to a reader and in every rate."""
    sentences = read("The mayor’s well-known half-brother didn't come.").evidence.sentences
    assert sentences["words_own"].to_list() == [6]


def test_other_scripts_and_emoji_count_too() -> None:
    """Words in other scripts are counted like any others."""
    assert read("Вони пішли додому.").evidence.sentences["words_own"].to_list() == [3]
