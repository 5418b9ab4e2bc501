"""Where entries and names stand, and where they only seem to."""

from __future__ import annotations

import pytest
from engine_samples import ENTRIES, entry, equipment, read

from framing.actors.files import Actor

PHRASES = (
    entry("lash", "noun", -1.0),
    entry("lash out", "verb", forms=("lashed out",), subject=-1.0),
    entry("lash out in fury", "phrase", -2.0),
    entry("out of control", "adj", -2.0),
    entry("control freak", "noun", -2.0),
    entry("attack", "noun", -1.0, forms=("attacks",), unless=("heart attack",)),
    entry("heart", "noun", 1.0),
    entry("so-called", "adj", -1.0),
    entry("won't budge", "phrase", -1.0),
    entry("Reich", "noun", -2.0, match="cased"),
    entry("spin", "noun", -1.0, match="exact", forms=("spins",)),
)
WORLD = (
    Actor("us", "United States", ("US", "U.S."), "country", ("American",), ("Americans",), ("White House",)),
    Actor("mexico", "Mexico", (), "country"),
    Actor("orlan", "Viktor Orlan", ("Orlan",)),
    Actor("party", "Brave Party", (), "organisation"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the longest, and apart from each other
        ("A lash fell.", ["lash"]),
        ("He might lash out.", ["lash out"]),
        ("He might lash out in fury.", ["lash out in fury"]),
        ("He might lash out in fun.", ["lash out"]),
        ("He is out of control freak.", ["out of control"]),
        ("He is a control freak.", ["control freak"]),
        # what may stand inside a phrase
        ("He Lashed Out.", ["Lashed Out"]),
        ("HE LASHED OUT.", ["LASHED OUT"]),
        ("A lash-out came.", ["lash-out"]),
        ("He might lash\nout.", ["lash\nout"]),
        ("He might lash  out.", ["lash  out"]),
        ("He took the lash, out he went.", ["lash"]),
        ("He took the lash. Out he went.", ["lash"]),
        ("The so-called plan, the so called plan.", ["so-called", "so called"]),
        ("They won’t budge and won't budge.", ["won’t budge", "won't budge"]),
        # whole words only
        ("The lashes and the eyelash.", []),
        # exact, cased
        ("The Reich and the reich and the REICH.", ["Reich"]),
        ("The spin and the spins.", ["spin"]),
    ],
)
def test_entries_are_found_as_a_reader_finds_them(text: str, found: list[str]) -> None:
    """The longest phrase counts and no word counts twice; case, hyphens and line ends do not matter."""
    assert [surface for surface, _ in read(text, tools=equipment(PHRASES, ())).hits()] == found


def test_a_context_excuses_its_own_entry_and_no_other() -> None:
    """In "heart attack" nobody is attacked; that "heart" is listed elsewhere is another entry's business."""
    tools = equipment(PHRASES, ())
    assert read("He had a heart attack.", tools=tools).hits() == [("heart", "heart")]
    assert read("It was an attack on the heart.", tools=tools).hits() == [("attack", "attack"), ("heart", "heart")]
    assert read("After the heart attack came attacks.", tools=tools).hits() == [
        ("heart", "heart"),
        ("attacks", "attack"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The US left.", ["us"]),
        ("The U.S. left.", ["us"]),
        ("They told us so.", []),
        ("Us and them.", []),
        ("Mexico won.", ["mexico"]),
        ("They left New Mexico.", []),
        ("Mexico City won.", []),
        ("Mexico’s team won.", ["mexico"]),
        ("a Mexico-based firm", ["mexico"]),
        ("Orlan left.", ["orlan"]),
        ("ORLAN left.", ["orlan"]),
        ("VIKTOR Orlan left.", ["orlan"]),
        ("Melania Orlan left.", []),
        ("Orlan Frindle left.", []),
        ("Melania, Orlan and Frindle left.", ["orlan"]),
        ("President Orlan left.", ["orlan"]),
        ("the orlan left.", []),
        ("Americans met Orlan.", ["us", "orlan"]),
        ("The White House spoke.", ["us"]),
        ("The white house burned.", []),
        ("Viktor Orlan left.", ["orlan"]),
        ("Viktor, Orlan’s man, left.", ["orlan"]),
    ],
)
def test_names_are_found_where_they_stand_alone(text: str, found: list[str]) -> None:
    """ "US" is not "us", New Mexico is not Mexico, and Melania Orlan is not Viktor Orlan."""
    assert [actor for _, actor in read(text, tools=equipment(ENTRIES, WORLD)).mentions()] == found


def test_a_name_is_no_loaded_word() -> None:
    """Words of an actor's name do not count as entries: the Brave Party is not brave."""
    result = read("The Brave Party met. A brave man left.", tools=equipment(ENTRIES, WORLD))
    assert result.hits() == [("brave", "brave")]
    assert result.mentions() == [("Brave Party", "party")]


def test_a_verb_is_no_noun_and_a_noun_no_verb() -> None:
    """An entry that says which part of speech it is is not found where the text plainly has the other."""
    tools = equipment((entry("crush", "verb", subject=-1.0), entry("puppet", "noun", -2.0)), ())
    assert read("They will crush it.", tools=tools).hits() == [("crush", "crush")]
    assert read("It was the crush of the sale.", tools=tools).hits() == []
    assert read("The puppet spoke.", tools=tools).hits() == [("puppet", "puppet")]
