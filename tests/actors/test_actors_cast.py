"""Actors made ready for matching."""

from __future__ import annotations

import pytest
from engine_samples import ENTRIES, equipment, read

from framing.actors.cast import METONYM, NAME, compile_cast
from framing.actors.files import Actor, load_world

ORLAN = Actor("orlan", "Viktor Orlan", ("Orlan",), country="norland", gender="he")
REIS = Actor("reis", "Marta Reis", ("Reis",), gender="she")
NORLAND = Actor("norland", "Norland", (), "country", ("Norlandic",), ("Norlanders",), ("Grey Palace",))


def test_every_name_leads_to_its_actor() -> None:
    """Names, aliases and peoples are names, seats of government are metonyms, each of its own actor."""
    cast = compile_cast([ORLAN, REIS, NORLAND])
    named = zip(cast.names, cast.bearer.tolist(), strict=True)
    bearers = {name: cast.actors[bearer].id for name, bearer in named if bearer >= 0}
    assert bearers == {
        "Viktor Orlan": "orlan", "Orlan": "orlan", "Marta Reis": "reis", "Reis": "reis",
        "Norland": "norland", "Norlanders": "norland", "Grey Palace": "norland",
    }  # fmt: skip
    assert [name for name, form in zip(cast.names, cast.form.tolist(), strict=True) if form == METONYM] == [
        "Grey Palace"
    ]
    assert set(cast.form.tolist()) == {NAME, METONYM}


def test_what_is_known_of_each_actor() -> None:
    """Whether it is a person, he or she, and of which country; not known is neither."""
    cast = compile_cast([ORLAN, REIS, NORLAND])
    assert cast.person.tolist() == [True, True, False]
    assert cast.he.tolist() == [True, False, False]
    assert cast.she.tolist() == [False, True, False]
    assert cast.country.tolist() == [2, -1, -1]
    assert dict(cast.adjectives) == {"norlandic": 2}


def test_the_first_of_two_actors_keeps_a_name_both_claim() -> None:
    """The order of the file decides, and no name leads to two."""
    cast = compile_cast([Actor("a", "Ann Hale", ("Hale",)), Actor("b", "Bob Hale", ("Hale",))])
    assert cast.names.count("Hale") == 1
    assert cast.bearer[cast.names.index("Hale")] == 0


def test_a_surname_that_several_share_is_nobodys_by_itself() -> None:
    """Whom a shared surname names is left to each article."""
    cast = compile_cast([Actor("a", "Ann Hale"), Actor("b", "Bob Hale"), ORLAN], {"Hale": ("a", "b", "gone")})
    assert cast.bearer[cast.names.index("Hale")] == -1
    assert cast.surnames == ("Hale",)
    assert cast.surname.tolist() == [0, 0, -1]


def test_a_real_name_goes_before_a_seat_of_another() -> None:
    """If one actor is called what stands for another, the name wins."""
    cast = compile_cast([NORLAND, Actor("band", "Grey Palace", (), "organisation")])
    assert cast.actors[cast.bearer[cast.names.index("Grey Palace")]].id == "band"


def test_no_actors_are_fine() -> None:
    """Without actors nothing is mentioned and nothing fails."""
    assert compile_cast([]).names == ()
    assert read("Orlan is a tyrant.", tools=equipment(ENTRIES, ())).mentions() == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Kremlin spoke.", "Russia"),
        ("Reporters asked the White House.", "United States"),
        ("Then Kyiv spoke.", "Ukraine"),
        ("The US left.", "United States"),
        ("Downing Street spoke.", "United Kingdom"),
    ],
)
def test_the_bundled_countries_are_found_by_their_seats(text: str, actor: str) -> None:
    """With the bundled list of countries, capitals and seats of government stand for them."""
    world = load_world()
    names = {row.id: row.name for row in world}
    found = [names[mentioned] for _, mentioned in read(text, tools=equipment(ENTRIES, world)).mentions()]
    assert found == [actor]


def test_names_that_hold_a_country_are_nobodys() -> None:
    """ "New Mexico" is found as a name, and given to nobody."""
    cast = compile_cast([NORLAND])
    assert cast.bearer[cast.names.index("New Mexico")] == -1
    assert "New Mexico" not in compile_cast([ORLAN]).names
