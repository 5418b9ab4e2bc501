"""The words that are known: every one found, none taken for another."""

from __future__ import annotations

import numpy as np
import pytest
from engine_samples import entry, equipment, read
from hypothesis import given
from hypothesis import strategies as st

from framing.text.arrays import Ints
from framing.text.kinds import Kind
from framing.text.vocabulary import Table, Vocabulary, fold, fold_word, split_phrase, word_keys

GOLDEN_INVERSE = pow(0x9E3779B97F4A7C15, -1, 1 << 64)
ANY_KEY = st.integers(0, 2**64 - 1)
CROWDED = st.builds(  # keys that want the same few places of a table, the very last one too
    lambda home, low: ((home << 52 | low) * GOLDEN_INVERSE) % 2**64,
    st.sampled_from([0, 1, 2, 4094, 4095]),
    st.integers(0, 40),
)
LETTERS = st.text("abcdeéß", min_size=1, max_size=24)


def look_up(known: list[str], asked: list[str], prefixes: tuple[str, ...] = ()) -> list[str]:
    """What the vocabulary takes each word for; "" where it does not know it."""
    places = {prefix: len(known) + i for i, prefix in enumerate(prefixes)}
    vocabulary = Vocabulary({}, [*known, *prefixes], (), prefixes=places)
    return [vocabulary.words[number].encode("latin-1").decode("utf-8", "replace") for number in find(vocabulary, asked)]


def find(vocabulary: Vocabulary, asked: list[str]) -> Ints:
    encoded = [word.encode() for word in asked]
    text = np.frombuffer(b" " * 8 + b" ".join(encoded) + b" " * 16, np.uint8)
    end = np.cumsum([len(word) + 1 for word in encoded]) - 1 + 8
    return vocabulary.find(fold(text), end - [len(word) for word in encoded], end)


@given(st.lists(ANY_KEY | CROWDED, unique=True, max_size=60), st.lists(ANY_KEY | CROWDED, max_size=60))
def test_the_table_is_a_dictionary(keys: list[int], asked: list[int]) -> None:
    """Every key is found at its number and no other key is, however many want the same place."""
    expected = {key: number for number, key in enumerate(keys, 1)}
    found = Table(np.array(keys, np.uint64)).find(np.array([*keys, *asked], np.uint64))
    assert found.tolist() == [expected.get(key, 0) for key in [*keys, *asked]]


@given(st.lists(LETTERS, unique=True, min_size=1, max_size=20), st.lists(LETTERS, min_size=1, max_size=20))
def test_known_words_are_found_and_others_are_not(known: list[str], asked: list[str]) -> None:
    """A word of the lists is recognised at any length, and a word of no list is taken for none."""
    vocabulary = Vocabulary(dict.fromkeys(known, Kind.NOUN), (), ())
    theirs = {fold_word(word) for word in known} | set(vocabulary.words)
    found = [vocabulary.words[number] for number in find(vocabulary, [*known, *asked])]
    assert found == [fold_word(word) if fold_word(word) in theirs else "" for word in [*known, *asked]]


@given(st.text("abc", min_size=8, max_size=8), st.text("abc", min_size=8, max_size=8), st.data())
def test_long_words_that_differ_only_inside_are_told_apart(head: str, tail: str, data: st.DataObject) -> None:
    """Two long words with the same first and last eight letters are two words."""
    size = data.draw(st.integers(1, 30))
    middle, other = (data.draw(st.text("xyz", min_size=size, max_size=size)) for _ in range(2))
    known, asked = head + middle + tail, head + other + tail
    assert look_up([known], [known, asked]) == [known, asked if asked == known else ""]


def test_a_word_inside_a_shared_key_is_compared_letter_by_letter() -> None:
    """If two words ever shared a key, the letters between would still decide: the check does not rest on luck."""
    text = np.frombuffer(b"abcdefgh1abcdefgh abcdefgh2abcdefgh" + b" " * 16, np.uint8)
    start, end = np.array([0, 18]), np.array([17, 35])
    keys = word_keys(text, start, end)
    assert keys[0] == keys[1]
    assert look_up(["abcdefgh1abcdefgh"], ["abcdefgh1abcdefgh", "abcdefgh2abcdefgh"]) == ["abcdefgh1abcdefgh", ""]


@pytest.mark.parametrize(
    ("known", "asked"), [("élite", "ÉLITE"), ("café", "CAFÉ"), ("österreich", "Österreich"), ("naïve", "NAÏVE")]
)
def test_capitals_with_accents_are_the_same_letters(known: str, asked: str) -> None:
    """ "ÉLITE" is "élite": capitals of western Europe's letters are folded like plain ones."""
    assert look_up([known], [asked]) != [""]


def test_an_accent_makes_another_word() -> None:
    """ "Resume" is not "résumé"."""
    assert look_up(["resume"], ["résumé"]) == [""]


def test_prefixes_take_words_in_no_list() -> None:
    """ "despot*" finds "despotically", which no list has, and not the bare beginning of another word."""
    assert look_up(["despite"], ["despotically", "despotic", "desp", "despite"], ("despot",)) == [
        "despot", "despot", "", "despite",
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["despotic", "despotism", "despots", "DESPOTISM", "despot"])
def test_prefix_entries_are_found_in_texts(word: str) -> None:
    """An entry "despot*" is found in common and uncommon words that begin so, and by itself."""
    tools = equipment((entry("despot*", "noun", -3.0, match="prefix"),))
    assert read(f"They saw {word} at work.", tools=tools).hits() == [(word, "despot*")]


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("lash out", ["lash", "out"]),
        ("so-called", ["so", "called"]),
        ("O'Neil's", ["o", "neil", "s"]),
        ("St. Ives", ["st", "ives"]),
    ],
)
def test_phrases_are_split_as_texts_are(phrase: str, words: list[str]) -> None:
    """A phrase of a lexicon has the words that a text with it has."""
    assert split_phrase(phrase) == words
