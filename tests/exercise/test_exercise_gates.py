"""What keeps a passage from a class, and how hard texts read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from exercise_samples import passage

from framing.exercise.chance import shuffle
from framing.exercise.gates import GATES, blocked, refuse
from framing.exercise.readability import ari, band, coleman_liau, lix
from framing.exercise.request import Request

GOOD = "The mayor opened the bridge on Monday. The road is now two miles long and has four lanes."
ASKED = Request(licence="CC BY 4.0", age="11-13")


def test_a_good_text_passes_every_gate() -> None:
    """Nothing is said against a plain news text."""
    assert refuse([passage(GOOD, title="Bridge opens", url="https://example.org/news/1")], ASKED) is None


@pytest.mark.parametrize(
    ("gate", "text", "source", "says"),
    [
        (
            "level",
            "Notwithstanding administrative reorganisation, infrastructural considerations predominated.",
            {},
            "LIX",
        ),
        ("own feet", "He opened the bridge.", {}, "it begins with 'He'"),
        ("own feet", "But the mayor opened it.", {}, "it begins with 'But'"),
        ("news", GOOD, {"title": "Opinion: a bridge too far"}, "looks like opinion ('Opinion')"),
        ("news", GOOD, {"url": "https://example.org/op-ed/bridge"}, "looks like opinion"),
        ("age", "The mayor spoke of suicide.", {}, "it holds 'suicide', which is kept from 11-13"),
        ("age", "The winner is Ann, 12, of Kesten.", {}, "somebody under eighteen ('12')"),
        ("age", "A nine-metre bridge and a 15-year-old driver.", {}, "somebody under eighteen ('15-year-old')"),
    ],
)
def test_every_gate_says_why(gate: str, text: str, source: dict[str, str], says: str) -> None:
    """Each reason names what was found."""
    assert says in str(GATES[gate](passage(text, **source), ASKED))
    assert says in str(refuse([passage(GOOD), passage(text, **source)], ASKED))


@pytest.mark.parametrize(
    "text", ["The bridge is 12 metres long.", "Built in 1990, aged stone and all.", "A 40-year-old."]
)
def test_numbers_are_not_ages(text: str) -> None:
    """Lengths, years and grown-ups keep no text from a class."""
    assert GATES["age"](passage(text), ASKED) is None


def test_a_long_text_needs_a_licence() -> None:
    """Ninety words may be quoted; a longer text is taken only with a licence."""
    long = passage("word " * 91)
    assert "91 words and no licence" in str(GATES["licence"](long, Request()))
    assert GATES["licence"](long, ASKED) is None
    assert GATES["licence"](passage("word " * 90), Request()) is None


def test_what_is_kept_from_the_young_is_read_later() -> None:
    """The older the class, the fewer words are kept from it."""
    assert blocked("17+") < blocked("14-16") < blocked("11-13")


def test_readability_is_as_its_authors_have_it() -> None:
    """Worked by hand: 10 words of 40 letters in 2 sentences, 3 of them longer than six letters."""
    words = ["the", "old", "bridges", "crosses", "a", "river", "by", "two", "streams", "it"]
    assert sum(map(len, words)) == 40
    assert lix(words, 2) == pytest.approx(5 + 100 * 3 / 10)
    assert ari(words, 2) == pytest.approx(4.71 * 4 + 0.5 * 5 - 21.43)
    assert coleman_liau(words, 2) == pytest.approx(0.0588 * 400 - 0.296 * 20 - 15.8)
    assert [band(value) for value in (10, 30, 40, 50, 60)] == ["very easy", "easy", "medium", "hard", "very hard"]
    assert lix([], 0) == ari([], 0) == coleman_liau([], 0) == 0


def test_chance_is_the_same_everywhere() -> None:
    """An order of chance depends on seed and purpose alone, and is known: another version must not change packs."""
    assert shuffle("abcdef", 1, "x") == shuffle("fedcba", 1, "x")
    assert shuffle("abcdef", 1, "x") != shuffle("abcdef", 2, "x")
    assert "".join(shuffle("abcdef", 1, "x")) == "fbaced"


def test_a_hidden_source_is_a_source_still() -> None:
    """Hiding who published a text keeps it in the exercise, for the key."""
    shown = passage(GOOD, outlet="Post")
    assert replace(shown.source, hidden=True).outlet == "Post"
