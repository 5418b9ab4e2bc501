"""The bundled tone lexicon: readable, in order, without opinions on groups of people."""

from __future__ import annotations

import pytest

from framing import resources
from framing.errors import LexiconError
from framing.lexicon import Lexicon, load_lexicons
from framing.lexicon.load import load_lexicon
from framing.lexicon.words import fold

FOLDER = resources.lexicons() / "tone-en"
FEWEST = 18_000


@pytest.fixture(scope="module")
def tone() -> Lexicon:
    return load_lexicon(FOLDER)


def test_it_is_large_and_without_a_fault(tone: Lexicon):
    """Every row can be read, and the list is as long as the documentation says."""
    assert tone.faults == ()
    assert len(tone.entries) >= FEWEST
    assert tone.licence


def test_values_are_in_steps_of_a_half(tone: Lexicon):
    """Verbs have a value for subject and object, all other words one for their bearer; -3 … +3 by halves."""
    for entry in tone.entries:
        verb = entry.pos == "verb"
        given = (entry.subject, entry.object) if verb else (entry.valence,)
        assert all(value is not None and value * 2 == int(value * 2) and abs(value) <= 3 for value in given), entry.term
        assert (entry.valence is None) == verb, entry.term


def test_rows_stand_in_order(tone: Lexicon):
    """Each file is sorted by term, so that a change shows as one line."""
    for category in {entry.category for entry in tone.entries}:
        terms = [fold(entry.term) for entry in tone.entries if entry.category == category]
        assert terms == sorted(terms), category


def test_plain_words_are_listed_too(tone: Lexicon):
    """A good share of the rows say that a word is plain: without them a scorer sees colour everywhere."""
    plain = sum(entry.strongest == 0 for entry in tone.entries)
    assert 0.1 <= plain / len(tone.entries) <= 0.4


def test_praise_and_blame_are_both_known(tone: Lexicon):
    """At least a third of the words that colour are favourable: a list that only knows blame is itself slanted."""
    coloured = [entry.strongest for entry in tone.entries if entry.strongest]
    assert sum(value > 0 for value in coloured) / len(coloured) >= 1 / 3


@pytest.mark.parametrize(
    "word",
    """conservative liberal socialist leftist left-wing right-wing progressive libertarian centrist muslim christian
    jewish catholic immigrant refugee migrant asian african gay lesbian transgender woman man feminist abortion gun
    union black white elderly disabled""".split(),
)
def test_groups_of_people_have_no_tone(tone: Lexicon, word: str):
    """To belong to a group, a faith or a camp is neither good nor bad: where such a word is listed, it is plain."""
    assert {entry.strongest for entry in tone.entries if fold(entry.term) == fold(word)} <= {0.0}


def test_matched_words_are_rated_alike(tone: Lexicon):
    """Words for the two sides of a matter differ by no more than a half step."""
    value = {(fold(entry.term), entry.pos): entry.valence for entry in tone.entries}
    pairs = [
        ("far left", "far right"),
        ("leftist", "rightist"),
        ("socialist", "capitalist"),
        ("liberal", "conservative"),
    ]
    for left, right in pairs:
        for pos in ("adj", "noun"):
            if (left, pos) in value and (right, pos) in value:
                assert abs((value[left, pos] or 0) - (value[right, pos] or 0)) <= 0.5


def test_it_is_no_layer():
    """A tone lexicon given as a layer of loaded words is refused, with the way out."""
    with pytest.raises(LexiconError, match="a tone lexicon can't be layered"):
        load_lexicons([FOLDER])
