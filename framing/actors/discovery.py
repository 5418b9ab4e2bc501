"""Actors found in the corpus itself: names merged, the most frequent kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from framing.actors.files import Actor
from framing.actors.name_words import BODIES, PLACES, THINGS
from framing.text.wordclasses import common_words

MOST = 300  # actors kept
_SMALL = 20  # articles: below, one mention with a title or a reporting verb is enough
_DOMINANT = 5  # a name goes to a bearer that is this many times as frequent as the next
# Share of its occurrences in which a person's name must have a title or a reporting verb beside it: where neither its
# first nor its last word is a common one, only the first is, only the last, both.
_NEEDED = (0.05, 0.08, 0.15, 0.4)
_SURNAME_SHARE = 0.05  # how often the full name must stand, measured by the surname, to claim it
_PRONOUNS = 2  # pronouns that tell an actor's gender
_PLACE_SHARE = 0.3  # a name that stands after "in", "near", "from" so often is a place


@dataclass(frozen=True)
class _Name:
    """A run of capitalised words over the whole corpus: how often it stands, in which articles, and beside what."""

    words: tuple[str, ...]  # in lower case
    surface: str
    count: int
    articles: frozenset[int]
    titled: int
    speaks: int
    placed: int
    he: int
    she: int
    country: int

    @property
    def is_placed(self) -> bool:
        """Whether it stands after "in" or "near" so often that it must be a place."""
        return self.placed > _PLACE_SHARE * self.count and self.placed > 2 * (self.titled + self.speaks)


def discover_actors(
    runs: pl.DataFrame, world: Sequence[Actor], nicknames: Mapping[str, Sequence[str]], most: int = MOST
) -> tuple[tuple[Actor, ...], dict[str, tuple[str, ...]]]:
    """
    The actors that the names of a corpus make, most frequent first, and the surnames that several of them share.

    "Vladimir Putin", "Putin" and "VLADIMIR Putin" are one; a surname that several bear is left to each article. Names
    after "in" and "near" are places, not actors.

    Args:
        runs: from `survey.survey_names`.
        world: countries and bodies, whose names are taken.
        nicknames: "Vlad" to the first names it may stand for.
        most: how many to keep.

    Returns:
        The actors, and the surnames that several bear with the ids of the bearers.
    """
    taken = {_words(name) for actor in world for name in names_of(actor)}
    adjectives = {word.lower() for actor in world for word in actor.adjectives}
    names = {name.words: name for name in _collect(runs, adjectives) if name.words not in taken}
    small = runs["article"].n_unique() < _SMALL
    people, shared = _merge_people(names, world, small)
    claimed = {_words(name) for actor in people for name in (actor.name, *actor.aliases)} | {_words(s) for s in shared}
    bodies = [
        Actor(id=name.surface, name=name.surface, kind="organisation")
        for words, name in names.items()
        if words not in claimed and _is_body(name)
    ]
    ranked = sorted([*people, *bodies], key=lambda actor: _weight(actor, names), reverse=True)[:most]
    kept = {actor.id for actor in ranked}
    sharing = {surname: tuple(i for i in ids if i in kept) for surname, ids in shared.items()}
    return _with_nicknames(ranked, names, nicknames), {surname: ids for surname, ids in sharing.items() if ids}


def mentioned_world(runs: pl.DataFrame, world: Sequence[Actor]) -> tuple[Actor, ...]:
    """The countries and bodies of which a name or a seat stands in the corpus, or which somebody kept belongs to."""
    surfaces = {_words(surface) for surface in runs["surface"].unique().to_list()}
    parts = {words[i:j] for words in surfaces for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
    used = set(runs["country"].unique().to_list())
    return tuple(a for i, a in enumerate(world) if i in used or any(_words(n) in parts for n in names_of(a)))


def names_of(actor: Actor) -> tuple[str, ...]:
    """All that may stand for an actor by name."""
    return (actor.name, *actor.aliases, *actor.people, *actor.metonyms)


def _words(surface: str) -> tuple[str, ...]:
    return tuple(surface.lower().replace("’", "'").replace("-", " ").replace(".", " ").split())


def _weight(actor: Actor, names: Mapping[tuple[str, ...], _Name]) -> tuple[int, int]:
    """Articles and mentions of an actor by any of its names."""
    found = [names[_words(n)] for n in (actor.name, *actor.aliases) if _words(n) in names]
    return len(frozenset().union(*(name.articles for name in found))), sum(name.count for name in found)


def _collect(runs: pl.DataFrame, adjectives: set[str]) -> list[_Name]:
    """Runs grouped by their words, adjectives of countries before a name left out ("Russian Vladimir Putin")."""
    grouped = (
        runs.group_by("surface")
        .agg(
            pl.len().alias("count"),
            pl.col("article").unique(),
            pl.sum("titled", "speaks", "placed", "he", "she"),
            pl.col("country"),
        )
        .sort("count", "surface", descending=[True, False])
    )
    rows: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in grouped.iter_rows(named=True):
        words = _words(row["surface"])
        while words and words[0] in adjectives:
            words = words[1:]
        if words:
            rows[words].append(row)
    return [_join_rows(words, found) for words, found in rows.items()]


def _shouted(surface: str) -> bool:
    return any(len(word) > 3 and word.isupper() for word in surface.split())


def _join_rows(words: tuple[str, ...], rows: Sequence[Mapping[str, Any]]) -> _Name:
    """One name of its spellings: printed as it stands most often, but not in capitals throughout."""
    surface = min(rows, key=lambda row: (_shouted(row["surface"]), -row["count"]))["surface"]
    surface = " ".join(surface.split()[-len(words) :])
    if len(words) > 1 and _shouted(surface):
        surface = " ".join(word.title() if len(word) > 3 and word.isupper() else word for word in surface.split())
    countries = Counter(number for row in rows for number in row["country"] if number >= 0)
    return _Name(
        words=words,
        surface=surface,
        count=sum(row["count"] for row in rows),
        articles=frozenset(number for row in rows for number in row["article"]),
        titled=sum(row["titled"] for row in rows),
        speaks=sum(row["speaks"] for row in rows),
        placed=sum(row["placed"] for row in rows),
        he=sum(row["he"] for row in rows),
        she=sum(row["she"] for row in rows),
        country=countries.most_common(1)[0][0] if countries else -1,
    )


def _merge_people(
    names: Mapping[tuple[str, ...], _Name], world: Sequence[Actor], small: bool
) -> tuple[list[Actor], dict[str, tuple[str, ...]]]:
    """People, and the surnames that several bear."""
    longer: dict[tuple[str, str], list[_Name]] = defaultdict(list)
    for words, name in names.items():
        if 2 <= len(words) <= 4 and _may_be_person(name, names.get(words[-1:]), small):
            longer[words[0], words[-1]].append(name)
    bearers: dict[str, list[list[_Name]]] = defaultdict(list)
    for (_, surname), variants in longer.items():  # "Donald J. Trump" is a variant of "Donald Trump"
        bearers[surname].append(sorted(variants, key=lambda name: (-name.count, name.surface)))
    people, shared = [], {}
    for surname, found in bearers.items():
        found.sort(key=lambda variants: -variants[0].count)
        alone = names.get((surname,))
        claims = alone is None or found[0][0].count >= _SURNAME_SHARE * alone.count
        sole = claims and (len(found) == 1 or found[0][0].count >= _DOMINANT * found[1][0].count)
        printed = found[0][0].surface.split()[-1]
        if claims and not sole:
            shared[printed] = tuple(variants[0].surface for variants in found)
        for place, variants in enumerate(found):
            own = [printed] if sole and place == 0 else []
            people.append(_person(variants, [*(v.surface for v in variants[1:]), *own], names.get((surname,)), world))
    for words, name in names.items():
        if len(words) == 1 and words[0] not in bearers and _is_titled(name, small):
            people.append(_person([name], [], None, world))
    return people, shared


def _person(variants: Sequence[_Name], aliases: Sequence[str], alone: _Name | None, world: Sequence[Actor]) -> Actor:
    countries = [name.country for name in (*variants, *([alone] if alone else [])) if name.country >= 0]
    country = world[countries[0]].id if countries else None
    name = variants[0].surface
    gender = _gender([*variants, *([alone] if alone else [])])
    return Actor(id=name, name=name, aliases=tuple(aliases), kind="person", country=country, gender=gender)


def _gender(names: Sequence[_Name]) -> str | None:
    """The pronoun that follows the name nearly always, where any does."""
    he, she = sum(name.he for name in names), sum(name.she for name in names)
    if max(he, she) < _PRONOUNS or min(he, she) * 3 > max(he, she):
        return None
    return "he" if he > she else "she"


def _may_be_person(name: _Name, alone: _Name | None, small: bool) -> bool:
    """
    A title or a reporting verb stands beside the name often enough, or (in a small corpus) its last word stands alone.

    A name made of common words needs more of that: "Mark Rutte" and "Jeb Bush", but not "Public Health".
    """
    words = frozenset(name.words)
    listed = not words.isdisjoint(BODIES | THINGS) or not words.isdisjoint(PLACES)
    shaped = name.surface[1:2] == "-" or any(word.isdigit() for word in words) or len(name.words[-1]) == 1
    capitals = any(
        len(word.strip(".")) > 1 and word.isupper() for word in name.surface.split()
    )  # "Zaporizhzhia NPP", "FC Kesten"
    if listed or shaped or capitals or name.is_placed:
        return False
    by_surname = alone.count if alone and not alone.is_placed else 0
    beside = name.titled + name.speaks
    if small:
        return beside > 0 or by_surname > 0
    common = (name.words[0] in common_words()) + 2 * (name.words[-1] in common_words())
    return beside > 0 and beside >= _NEEDED[common] * name.count and name.count + by_surname > 1


def _is_titled(name: _Name, small: bool) -> bool:
    """A single name that a title stands before often enough: "President Obama"."""
    often = name.titled * 4 >= name.count and (name.count > 1 or small)
    return bool(name.titled) and often and name.words[0] not in THINGS | BODIES | PLACES


def _is_body(name: _Name) -> bool:
    """A name that holds a word for a body ("Halden Energy"), or an acronym, found twice or more."""
    acronym = len(name.words) == 1 and 2 <= len(name.surface) <= 5 and name.surface.isupper() and len(name.articles) > 1
    body = len(name.words) > 1 and not BODIES.isdisjoint(name.words)
    return (acronym or body) and name.count > 1 and not name.is_placed and THINGS.isdisjoint(name.words)


def _with_nicknames(
    actors: Sequence[Actor], names: Mapping[tuple[str, ...], _Name], nicknames: Mapping[str, Sequence[str]]
) -> tuple[Actor, ...]:
    """ "Vlad" is Vladimir Putin's if nobody else is called so and it stands in no article without him."""
    first_names: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        if actor.kind == "person" and " " in actor.name:
            first_names[actor.name.split()[0].lower()].append(actor)
    extra: dict[str, list[str]] = defaultdict(list)
    for nickname, meant in nicknames.items():
        bearers = [actor for first in (nickname, *meant) for actor in first_names.get(first.lower(), ())]
        alone = names.get(_words(nickname))
        if alone is None or len(bearers) != 1 or bearers[0].name.split()[0].lower() == nickname.lower():
            continue
        held = [names[_words(n)].articles for n in (bearers[0].name, *bearers[0].aliases) if _words(n) in names]
        if alone.articles <= frozenset().union(*held):
            extra[bearers[0].id].append(nickname)
    return tuple(replace(actor, aliases=(*actor.aliases, *extra[actor.id])) for actor in actors)
