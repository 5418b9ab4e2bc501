"""Actors found in a corpus by their names."""

from __future__ import annotations

import pytest

from framing.actors.discovery import discover_actors, mentioned_world
from framing.actors.files import Actor
from framing.actors.survey import survey_names, survey_vocabulary
from framing.text.buffer import Piece, cut_chunks

WORLD = (
    Actor("norland", "Norland", (), "country", ("Norlandic",), ("Norlanders",), ("Osk",)),
    Actor("sudland", "Sudland", (), "country", ("Sudlandic",), ("Sudlanders",), ("Miravel",)),
)
NICKNAMES = {"Vik": ("Viktor",), "Sasha": ("Alexander", "Alexandra")}
ADJECTIVES = {"norlandic": 0, "sudlandic": 1}


def discover(*texts: str, most: int = 300) -> dict[str, Actor]:
    """Actors of these articles by name."""
    return {actor.name: actor for actor in survey(*texts, most=most)[0]}


def survey(*texts: str, most: int = 300) -> tuple[tuple[Actor, ...], dict[str, tuple[str, ...]]]:
    pieces = [Piece(i, False, text) for i, text in enumerate(texts)]
    runs = survey_names(cut_chunks(pieces), survey_vocabulary(ADJECTIVES), ADJECTIVES)
    return discover_actors(runs, WORLD, NICKNAMES, most)


def test_the_ways_to_write_a_name_are_one_actor() -> None:
    """ "Viktor Orlan", "Orlan" and "VIKTOR Orlan" are one person, printed as most people would."""
    found = discover("VIKTOR Orlan said no. Then Viktor Orlan left.", "We met Viktor Orlan. Later Orlan said yes.")
    assert list(found) == ["Viktor Orlan"]
    assert "Orlan" in found["Viktor Orlan"].aliases
    assert found["Viktor Orlan"].kind == "person"


def test_a_middle_name_makes_no_second_person() -> None:
    """ "Viktor Anton Orlan" is a longer way to write "Viktor Orlan"."""
    found = discover("Then Viktor Orlan said no. Orlan left.", "Then Viktor Anton Orlan said yes. Viktor Orlan left.")
    assert list(found) == ["Viktor Orlan"]
    assert "Viktor Anton Orlan" in found["Viktor Orlan"].aliases


@pytest.mark.parametrize("word", ["in", "near", "from"])
def test_places_are_no_actors(word: str) -> None:
    """A name that stands after "in", "near" or "from" is a place."""
    assert discover(f"They met {word} New Frindle. It rained {word} New Frindle. They left Frindle.") == {}


def test_days_months_and_streets_are_no_actors() -> None:
    """Capitals alone make no actor."""
    assert (
        discover("On Monday, May 3, they met at Long Hill Road. In June Hill Road closed. He left Christmas Island.")
        == {}
    )


def test_bodies_are_actors_of_their_own_kind() -> None:
    """A name with a word for a body, and an acronym in several articles, are organisations."""
    found = discover(
        "Halden Energy paid. Then Halden Energy left. We asked the NRTO.", "The NRTO met. Then the NRTO left."
    )
    assert {name: actor.kind for name, actor in found.items()} == {
        "Halden Energy": "organisation",
        "NRTO": "organisation",
    }


def test_a_title_makes_a_person_of_a_single_name() -> None:
    """ "President Orlan" is a person even where no first name is ever given; a bare capitalised word is not."""
    assert list(discover("Then President Orlan left. We saw President Orlan. We saw Frindle.")) == ["Orlan"]


def test_a_country_before_the_title_is_the_persons() -> None:
    """ "Norlandic President Viktor Orlan" belongs to Norland, and is called Viktor Orlan."""
    found = discover("We met Norlandic President Viktor Orlan. Later Orlan said no.")
    assert found["Viktor Orlan"].country == "norland"


def test_countries_and_their_seats_are_not_found_twice() -> None:
    """Names of the bundled countries and their capitals are theirs already."""
    assert discover("Then Norland said no. Then Osk said no. Then Norland left.") == {}


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Then Ann Hale said she was late. Later Hale said she was sorry.", "she"),
        ("Then Ann Hale said he was late. Later Hale said he was sorry.", "he"),
        ("Then Ann Hale said she was late. Later Hale said he was sorry.", None),
        ("Then Ann Hale said so. Later Hale left.", None),
        ("Then Ann Hale said she was late.", None),
    ],
)
def test_pronouns_tell_he_from_she(text: str, gender: str | None) -> None:
    """The pronoun that follows a name again and again is the person's; mixed or missing ones tell nothing."""
    assert discover(text)["Ann Hale"].gender == gender


def test_two_people_of_one_surname_share_it() -> None:
    """Neither of two Hales is "Hale" by default: it is left to each article."""
    people, shared = survey("Then Ann Hale said no. Hale left.", "Then Bob Hale said yes. Hale left.")
    assert {actor.name for actor in people} == {"Ann Hale", "Bob Hale"}
    assert all("Hale" not in actor.aliases for actor in people)
    assert {name: set(ids) for name, ids in shared.items()} == {"Hale": {"Ann Hale", "Bob Hale"}}


def test_a_far_more_frequent_bearer_keeps_the_surname() -> None:
    """A namesake in one article among many does not take the name away."""
    often = ["Then Ann Hale said no. Hale left."] * 6
    people, shared = survey(*often, "Then Bob Hale said yes.")
    assert shared == {}
    assert "Hale" in next(actor for actor in people if actor.name == "Ann Hale").aliases
    assert "Hale" not in next(actor for actor in people if actor.name == "Bob Hale").aliases


def test_a_nickname_is_its_only_bearers() -> None:
    """ "Vik" is Viktor Orlan's where he is the only Viktor and no article has it without him."""
    assert "Vik" in discover("Then Viktor Orlan said no. Orlan left. Poor Vik!")["Viktor Orlan"].aliases


def test_a_nickname_that_may_be_anothers_is_nobodys() -> None:
    """With two Viktors, or where it stands without him, the nickname is left alone."""
    two = discover("Then Viktor Orlan said no. Orlan left. Poor Vik!", "Then Viktor Hale said no. Hale left.")
    assert all("Vik" not in actor.aliases for actor in two.values())
    apart = discover("Then Viktor Orlan said no. Orlan left.", "We saw poor Vik today.")
    assert "Vik" not in apart["Viktor Orlan"].aliases


def test_the_most_frequent_are_kept() -> None:
    """With a limit, the actors in most articles stay, in order."""
    texts = (
        ["Then Ann Hale said no. Hale left."] * 3
        + ["Then Bob Strand said yes. Strand left."] * 2
        + ["Then Eve Moss said so. Moss left."]
    )
    assert list(discover(*texts)) == ["Ann Hale", "Bob Strand", "Eve Moss"]
    assert list(discover(*texts, most=2)) == ["Ann Hale", "Bob Strand"]


def test_only_countries_of_the_corpus_are_looked_for() -> None:
    """Countries that nothing in the corpus names are left out; one whose seat is named is in."""
    runs = survey_names(
        [[Piece(0, False, "Then the old Osk harbour closed.")]], survey_vocabulary(ADJECTIVES), ADJECTIVES
    )
    assert [actor.id for actor in mentioned_world(runs, WORLD)] == ["norland"]


@pytest.mark.parametrize("texts", [(), ("",), ("...",), ("it rained all day.",)])
def test_a_corpus_without_names_has_no_actors(texts: tuple[str, ...]) -> None:
    """Nothing to read, nobody found."""
    assert survey(*texts) == ((), {})
