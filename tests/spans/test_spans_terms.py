"""Entries made ready for matching."""

from __future__ import annotations

import pytest
from engine_samples import entry, equipment, read, said

from framing.lexicon.model import Entry
from framing.spans.terms import compile_terms


def test_a_spelling_that_two_entries_share_is_looked_for_once_and_means_both() -> None:
    """A word listed under two categories is one spelling with two senses, and a text with it has a hit of each."""
    entries = (
        entry("slam", "verb", category="violence", object=-1.0),
        entry("slam", "noun", -1.0, category="sensation"),
    )
    terms = compile_terms(entries)
    assert terms.spellings == ("slam",)
    assert terms.begin.tolist() == [0, 2]
    hits = read(
        "What a slam it was.", tools=equipment((entry("slam", "noun", -1.0), entry("slam", "noun", -2.0, category="b")))
    )
    assert hits.evidence.hits["category"].to_list() == ["test", "b"]


def test_the_same_spelling_twice_in_one_entry_counts_once() -> None:
    """A form that repeats the term, in capitals or not, makes no second hit."""
    tools = equipment((entry("put", "verb", forms=("put", "PUT", "puts"), subject=-1.0),))
    assert read("They put it there.", tools=tools).hits() == [("put", "put")]


@pytest.mark.parametrize(
    ("item", "names_somebody"),
    [
        (entry("tyrant", "noun", -3.0), True),
        (entry("hero", "noun", 2.0), True),
        (entry("puppet master", "noun", -2.0), True),
        (entry("boss", "noun", -1.0), True),
        (entry("tyrants", "noun", -3.0), False),
        (entry("mob", "noun", -2.0), False),
        (entry("regime", "noun", -1.5, owner=-1.5), False),
        (entry("masterstroke", "noun", 2.0, owner=2.0), False),
        (entry("leader", "noun", 0.0), False),
        (entry("brave", "adj", 2.0), False),
        (said("boast", pos="noun"), False),
    ],
)
def test_labels_are_nouns_for_one_person(item: Entry, names_somebody: bool) -> None:
    """ "The tyrant" may stand for a person; "the mob", "the lies" and "the masterstroke" may not."""
    assert compile_terms((item,)).label.tolist() == [names_somebody]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A humiliated Orlan left.", {("humiliated", "orlan", "epithet")}),
        ("A humiliating Orlan left.", {("humiliating", "orlan", "epithet")}),
    ],
)
def test_participles_say_who_does_it_and_who_undergoes_it(text: str, expected: set[tuple[str, str, str]]) -> None:
    """A humiliated man undergoes it, a humiliating one does it: each takes that side's value of the verb."""
    result = read(text)
    assert result.links() == expected
    assert list(result.values().values()) == [-2.0 if "humiliated" in text else 0.5]


def test_words_of_one_set_are_one_group() -> None:
    """ "Despot" and "tyrant" of the set "ruler" may name the same person; "crony" is another matter."""
    entries = (
        entry("despot", "noun", -3.0, set="ruler"),
        entry("tyrant", "noun", -3.0, set="ruler"),
        entry("crony", "noun", -2.0),
    )
    group = compile_terms(entries).group.tolist()
    assert group[0] == group[1] != group[2]


def test_reporting_verbs_of_a_lexicon_say_that_somebody_speaks() -> None:
    """Verbs of the reporting lexicons, in all forms, make a quotation beside them somebody's words."""
    terms = compile_terms(
        (said("opine", "opines", "opined"), said("according to", pos="phrase"), entry("slam", "verb"))
    )
    assert terms.saying() == ["opine", "opines", "opined"]
    assert read("He opined it was “brave”.").voices() == [("brave", "scare", None)]
    tools = equipment((said("opine", "opines", "opined"), entry("brave", "adj", 2.0)))
    assert ("brave", "quoted", None) in read("He opined it was “brave”.", tools=tools).voices()


@pytest.mark.parametrize("text", ["", "“Brave,” he said.", "Orlan left."])
def test_no_entries_and_no_actors_are_fine(text: str) -> None:
    """Without a lexicon and without an actor a text is still read."""
    result = read(text, tools=equipment((), ()))
    assert result.hits() == []
    assert result.mentions() == []
    assert result.links() == set()
