"""A word looked up: every entry of the layers that matches it, and whether it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framing.lexicon.faults import nearest
from framing.lexicon.matching import Matcher
from framing.lexicon.model import Entry, Lexicons
from framing.lexicon.words import fold

_NEAR = 5


@dataclass(frozen=True, slots=True)
class Found:
    """
    An entry that matches a word.

    Attributes:
        entry: the entry.
        origin: of its layer: bundled, user, project or --lexicon.
        fate: "in force", or what a higher layer does to it: "replaced by PLACE", "dropped by PLACE".
        ladder: the words of its connotation set that are in force, from the most blaming to the most praising.
    """

    entry: Entry
    origin: str
    fate: str
    ladder: tuple[Entry, ...] = ()

    @property
    def in_force(self) -> bool:
        """Whether the entry counts."""
        return self.fate == IN_FORCE


IN_FORCE = "in force"


def look_up(word: str, lexicons: Lexicons) -> list[Found]:
    """Every entry of which the word is a spelling, or that would be found in it, the lowest layer first."""
    standing = {(depth, entry.place): entry for depth, entry in lexicons.standing()}
    found = []
    for depth, layer in enumerate(lexicons.layers):
        for entry in matching(word, layer.entries):
            counts = standing.get((depth, entry.place))
            fate = IN_FORCE if counts else _fate(entry, depth, lexicons)
            found.append(Found(counts or entry, layer.origin, fate, tuple(ladder(entry.set, lexicons))))
    return found


def matching(word: str, entries: tuple[Entry, ...]) -> Iterator[Entry]:
    """The entries of a lexicon that match a word: it is a spelling of theirs, or one of their prefixes stands in it."""
    key = fold(word)
    spelt = [entry for entry in entries if entry.match != "prefix" and key in map(fold, entry.spellings)]
    seen = {id(entry) for entry in spelt}
    yield from spelt
    prefixes = Matcher(entry for entry in entries if entry.match == "prefix")
    yield from (match.entry for match in prefixes.find(word) if id(match.entry) not in seen)


def ladder(name: str, lexicons: Lexicons) -> list[Entry]:
    """The entries in force of a connotation set, from the most blaming to the most praising."""
    members = [entry for entry in lexicons.in_force() if name and entry.set == name]
    return sorted(members, key=lambda entry: (entry.strongest, entry.term.casefold()))


def near_terms(word: str, lexicons: Lexicons) -> list[str]:
    """Terms that look like a word or hold it, for somebody who finds nothing; at most five."""
    terms = {entry.term for entry in lexicons.in_force()}
    key = fold(word)
    holding = sorted(term for term in terms if key and key in fold(term))
    near = nearest(word, terms)
    return list(dict.fromkeys([*([near] if near else []), *holding]))[:_NEAR]


def _fate(entry: Entry, depth: int, lexicons: Lexicons) -> str:
    """What the layers from its own upwards do to an entry that does not count."""
    key, category = fold(entry.term), entry.category.casefold()
    for number, layer in enumerate(lexicons.layers[depth:]):
        for drop in layer.drops:
            if number and fold(drop.term) == key and (drop.category or category).casefold() == category:
                return f"dropped by {drop.place}"
        for other in reversed(layer.entries):
            if other is not entry and fold(other.term) == key and other.category.casefold() == category:
                return f"replaced by {other.place}"
    return "not in force"
