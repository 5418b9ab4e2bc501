"""Mentions by name: shared surnames and seats of government."""

from __future__ import annotations

import pytest
from engine_samples import ENTRIES, equipment, read

from framing.actors.files import Actor

FAMILY = (
    Actor("viktor", "Viktor Orlan", gender="he"),
    Actor("marta", "Marta Orlan", gender="she"),
    Actor("norland", "Norland", (), "country", ("Norlandic",), ("Norlanders",), ("Grey Palace", "Osk")),
)
SHARED = (("Orlan", ("viktor", "marta")),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Viktor Orlan spoke. Orlan left.", ["viktor", "viktor"]),
        ("Marta Orlan spoke. Orlan left.", ["marta", "marta"]),
        ("Orlan left. Marta Orlan spoke.", ["marta", "marta"]),
        ("Viktor Orlan spoke. Marta Orlan spoke. Orlan left.", ["viktor", "marta", "marta"]),
        ("Viktor Orlan spoke. Orlan left. Marta Orlan spoke.", ["viktor", "viktor", "marta"]),
        ("Orlan left.", []),
        ("Orlan left. Hale spoke.", []),
    ],
)
def test_a_shared_surname_goes_to_the_one_named_in_full(text: str, found: list[str]) -> None:
    """It is whoever stands last before it with the full name, else first after it, and nobody where neither does."""
    assert [actor for _, actor in read(text, tools=equipment(ENTRIES, FAMILY, SHARED)).mentions()] == found


def test_a_shared_surname_is_settled_in_each_article_by_itself() -> None:
    """That another article names Marta Orlan in full says nothing about this one's Orlan."""
    result = read(
        "Viktor Orlan spoke.", "Orlan left.", "Marta Orlan spoke. Orlan left.", tools=equipment(ENTRIES, FAMILY, SHARED)
    )
    assert result.evidence.mentions.select("article", "actor").rows() == [
        ("0", "viktor"),
        ("2", "marta"),
        ("2", "marta"),
    ]


def test_inferred_mentions_are_less_sure_than_names() -> None:
    """A name is certain; a seat of government, a shared surname and a pronoun are less so, and say why."""
    result = read("Viktor Orlan spoke. He left Osk. Orlan slept.", tools=equipment(ENTRIES, FAMILY, SHARED))
    rows = result.evidence.mentions.select("form", "rule", "confidence").rows()
    assert [row[0] for row in rows] == ["name", "pronoun", "metonym", "name"]
    assert rows[0][1] == "name"
    assert len({row[1] for row in rows}) == 4
    assert rows[0][2] == 1.0
    assert all(0.5 <= row[2] < 1 for row in rows[1:])


@pytest.mark.parametrize("name", ["Norland", "Norlanders", "Grey Palace", "the Grey Palace", "Osk"])
def test_peoples_capitals_and_palaces_stand_for_their_country(name: str) -> None:
    """The people, the capital and the seat of government are mentions of the country."""
    assert [actor for _, actor in read(f"Then {name} spoke.").mentions()] == ["norland"]


def test_an_adjective_alone_is_no_mention() -> None:
    """ "Norlandic" says whose it is, but names nobody."""
    assert read("The Norlandic weather was fine.").mentions() == []
