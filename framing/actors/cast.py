"""Actors made ready for matching: every name once, whom it names, and what is known of each actor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from framing.actors.files import Actor
from framing.text.arrays import Bools, Ints
from framing.text.vocabulary import split_phrase

NAME, METONYM = 0, 1
# Names that hold a country's but are not its: found like names, and given to nobody.
_OTHERS = ("New Mexico", "Northern Ireland", "Latin America", "New England", "West Virginia", "Gulf of Mexico")


@dataclass(frozen=True)
class Cast:
    """
    The actors of an analysis.

    Attributes:
        actors: in order; an actor's place is its number everywhere in the engine.
        names: all names; the next columns have one place a name.
        bearer: number of the actor it names; -1 for a surname that several share.
        form: NAME or METONYM ("the Kremlin").
        shared: number of the surname in `surnames` if several share it, else -1.
        person: by actor, whether it is a person.
        she: by actor, whether the pronoun is "she"; he: whether it is "he" (neither where it is not known).
        country: by actor, number of the country it belongs to; -1 if not known.
        surname: by actor, number of the shared surname it bears; -1 if none.
        adjectives: "russian" to number of the country.
        surnames: surnames that several actors share.
    """

    actors: tuple[Actor, ...]
    names: tuple[str, ...]
    bearer: Ints
    form: Ints
    shared: Ints
    person: Bools
    he: Bools
    she: Bools
    country: Ints
    surname: Ints
    adjectives: Mapping[str, int]
    surnames: tuple[str, ...]


def _key(name: str) -> tuple[str, ...]:
    return tuple(split_phrase(name))


def compile_cast(actors: Sequence[Actor], shared: Mapping[str, Sequence[str]] | None = None) -> Cast:
    """
    The cast of these actors.

    Args:
        actors: with ids that differ. Where two share a name the first keeps it.
        shared: surnames that several actors bear, with the ids of the bearers.
    """
    number = {actor.id: i for i, actor in enumerate(actors)}
    surnames = {name: [number[i] for i in ids if i in number] for name, ids in (shared or {}).items()}
    rows: dict[tuple[str, ...], tuple[str, int, int, int]] = {}
    for at, name in enumerate(surnames):
        rows[_key(name)] = (name, -1, NAME, at)
    for i, actor in enumerate(actors):
        for name in (actor.name, *actor.aliases, *actor.people):
            rows.setdefault(_key(name), (name, i, NAME, -1))
    for i, actor in enumerate(actors):
        for name in actor.metonyms:
            rows.setdefault(_key(name), (name, i, METONYM, -1))
    for name in _OTHERS if any(actor.kind == "country" for actor in actors) else ():
        rows.setdefault(_key(name), (name, -1, NAME, -1))
    rows.pop((), None)
    surname = np.full(len(actors), -1, np.int64)
    for at, bearers in enumerate(surnames.values()):
        surname[bearers] = at
    listed = list(rows.values())
    return Cast(
        actors=tuple(actors),
        names=tuple(name for name, _, _, _ in listed),
        bearer=np.array([bearer for _, bearer, _, _ in listed], np.int64),
        form=np.array([form for _, _, form, _ in listed], np.int64),
        shared=np.array([at for _, _, _, at in listed], np.int64),
        person=np.array([actor.kind == "person" for actor in actors], bool),
        he=np.array([actor.gender == "he" for actor in actors], bool),
        she=np.array([actor.gender == "she" for actor in actors], bool),
        country=np.array([number.get(actor.country or "", -1) for actor in actors], np.int64),
        surname=surname,
        adjectives={
            word.lower(): i for i, actor in enumerate(actors) for word in actor.adjectives if len(_key(word)) == 1
        },
        surnames=tuple(surnames),
    )
