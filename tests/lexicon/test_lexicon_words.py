"""Words, spellings, and the plain matcher of the check."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.lexicon.matching import Matcher
from framing.lexicon.model import Entry
from framing.lexicon.words import fold, tidy, tokens, words


def found(text: str, *entries: Entry) -> list[str]:
    return [match.entry.term for match in Matcher(entries).find(text)]


def test_hyphen_space_and_apostrophes_are_alike():
    """However a writer joins the words of a term, it is one term."""
    assert fold("So-Called") == fold("so called") == fold("so‑called") == "so called"
    assert fold("can’t") == fold("can't")
    assert tidy("  can’t \n lose ") == "can't lose"


def test_marks_end_a_phrase_and_are_cut_from_terms():
    """A comma parts two words for good, but a full stop after a term is not part of it."""
    assert tokens("lash, out") == ["lash", ",", "out"]
    assert words("«lash out!»") == ["lash", "out"]


@given(st.text(alphabet=st.characters(codec="latin-1")))
def test_folding_twice_changes_nothing(text: str):
    """A folded spelling is its own folded spelling."""
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_ascii_words_are_in_the_text(text: str):
    """Every word stands in the text as it is."""
    assert all(word in text for word in words(text))


def test_forms_and_terms_are_found_in_any_case():
    """An inflecting entry is found by its term and its forms, in capitals too."""
    entry = Entry("lash out", "violence", forms=("lashed out",))
    assert found("LASHED OUT, then lash-out", entry) == ["lash out", "lash out"]
    assert found("lash, out", entry) == []


def test_possessive_is_found_without_being_listed():
    """ "The regime's men" holds the regime."""
    assert found("the regime’s men", Entry("regime", "labels")) == ["regime"]


def test_a_longer_entry_hides_a_shorter_one_inside_it():
    """Of "iron fist" and "fist" only the longer one counts where both stand."""
    entries = (Entry("fist", "violence"), Entry("iron fist", "violence"))
    assert found("an iron fist and a fist", *entries) == ["iron fist", "fist"]


def test_a_context_excuses_its_own_entry_and_no_other():
    """In "heart attack" no attack is meant, but other entries still count; elsewhere an attack is one."""
    entries = (Entry("attack", "violence", unless=("heart attack",)), Entry("heart", "praise"))
    assert found("a heart attack", *entries) == ["heart"]
    assert found("an attack at heart", *entries) == ["attack", "heart"]


def test_nothing_is_found_that_starts_inside_something_else():
    """Of two entries that overlap the first counts."""
    assert found("iron fist fight", Entry("iron fist", "x"), Entry("fist fight", "x")) == ["iron fist"]


@pytest.mark.parametrize(
    ("entry", "text", "hits"),
    [
        (Entry("Reich", "labels", match="cased"), "the Reich, the reich", 1),
        (Entry("crony", "labels", match="exact", forms=("cronies",)), "a crony, two cronies", 1),
        (Entry("despot*", "labels", match="prefix"), "despots, despotism, a despo", 2),
        (Entry("hard lin*", "labels", match="prefix"), "hard-liners, hard line, hard", 2),
    ],
)
def test_other_ways_to_match(entry: Entry, text: str, hits: int):
    """`cased` minds the case, `exact` takes the term alone, `prefix` whatever begins so."""
    assert len(found(text, entry)) == hits


@given(st.lists(st.sampled_from(["a", "b", "c", "-", ",", " "]), max_size=12).map("".join))
def test_matches_stand_in_the_text(text: str):
    """Every match covers the words of its entry, and none overlaps another."""
    matches = Matcher([Entry(term, "x") for term in ("a", "a b", "b c", "a b c")]).find(text)
    folded = [token.casefold() for token in tokens(text)]
    assert all(folded[match.start : match.end] == match.entry.term.split() for match in matches)
    assert all(one.end <= next_one.start for one, next_one in pairwise(matches))
