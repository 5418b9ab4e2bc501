"""Lexicon entries made ready for matching: every spelling once, and what each means as columns of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from framing.lexicon.model import Entry
from framing.text.arrays import Bools, Floats, Ints
from framing.text.vocabulary import fold_word, split_phrase

NOUN, VERB, ADJECTIVE, ADVERB, PHRASE, ANY = range(6)
# Nouns for many at once: "the mob" stands for nobody in particular.
_COLLECTIVE = frozenset(
    """mob gang horde swarm cabal clique elite junta cartel crowd army regime establishment faction rabble herd pack
    camp bloc axis machine lobby""".split()
)
_POS = {"noun": NOUN, "verb": VERB, "adj": ADJECTIVE, "adv": ADVERB, "phrase": PHRASE}


@dataclass(frozen=True)
class Terms:
    """
    Spellings and their senses.

    `spellings` is what is looked for; spelling i has the senses `begin[i]` … `begin[i + 1]`. `contexts` are phrases in
    which an entry is not meant; `excused` holds context * entries + entry for each. The other columns have one place
    a sense:

    Attributes:
        entry: number of the entry in `entries`.
        reporting: whether the entry is of a reporting lexicon. cased: whether case matters.
        base: whether the spelling is the entry's base form.
        pos: part of speech, one of NOUN … ANY.
        bearer, subject, object, owner: value in that role (-3 … +3), NaN where the entry gives none.
        label: whether it names a person or body ("tyrant"), so that "the tyrant" may stand for an actor.
        group: number of the entry's set, or one of its own: labels of one group may name the same actor.
    """

    entries: tuple[Entry, ...]
    spellings: tuple[str, ...]
    contexts: tuple[str, ...]
    excused: Ints
    prefixes: dict[str, int]
    begin: Ints
    entry: Ints
    reporting: Bools
    cased: Bools
    base: Bools
    pos: Ints
    bearer: Floats
    subject: Floats
    object: Floats
    owner: Floats
    label: Bools
    group: Ints

    def expand(self, spelling: Ints) -> tuple[Ints, Ints]:
        """For matches of these spellings: the match each sense belongs to, and the sense."""
        size = self.begin[spelling + 1] - self.begin[spelling]
        match = np.repeat(np.arange(len(spelling)), size)
        shift = np.repeat(self.begin[spelling] - np.concatenate([[0], np.cumsum(size)[:-1]]), size)
        return match, np.arange(len(match)) + shift

    def saying(self) -> list[str]:
        """Single-word spellings of the reporting lexicons."""
        reports = {i for i, entry in enumerate(self.entries) if entry.kind == "reporting"}
        found = []
        for i, spelling in enumerate(self.spellings):
            senses = self.entry[self.begin[i] : self.begin[i + 1]]
            if len(split_phrase(spelling)) == 1 and not reports.isdisjoint(senses.tolist()):
                found.append(spelling)
        return found


def compile_terms(entries: Sequence[Entry]) -> Terms:
    """The entries' spellings and contexts, each once, with their senses."""
    senses: dict[tuple[str, ...], list[tuple[int, str]]] = {}
    spelled: dict[tuple[str, ...], str] = {}
    prefixes: dict[str, tuple[str, ...]] = {}
    for number, entry in enumerate(entries):
        for spelling in entry.spellings:
            key = _key(spelling)
            spelled.setdefault(key, " ".join(split_phrase(spelling)))
            if key and all(number != other for other, _ in senses.get(key, ())):
                senses.setdefault(key, []).append((number, spelling))
        if entry.match == "prefix" and _key(entry.term):
            prefixes[entry.term.rstrip("*")] = _key(entry.term)
    contexts: dict[str, int] = {}
    excused = [
        contexts.setdefault(" ".join(split_phrase(context)), len(contexts)) * len(entries) + number
        for number, entry in enumerate(entries)
        for context in entry.unless
        if _key(context)
    ]
    place = {key: i for i, key in enumerate(senses)}
    flat = [(entries[number], number, spelling) for found in senses.values() for number, spelling in found]
    sizes = [len(found) for found in senses.values()]
    groups: dict[str, int] = {}
    return Terms(
        entries=tuple(entries),
        spellings=tuple(spelled[key] for key in senses),
        contexts=tuple(contexts),
        excused=np.array(sorted(excused), np.int64),
        prefixes={prefix: place[key] for prefix, key in prefixes.items()},
        begin=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
        entry=np.array([number for _, number, _ in flat], np.int64),
        reporting=np.array([entry.kind == "reporting" for entry, _, _ in flat], bool),
        cased=np.array([entry.match == "cased" for entry, _, _ in flat], bool),
        base=np.array([_key(spelling) == _key(entry.term) for entry, _, spelling in flat], bool),
        pos=np.array([_POS.get(entry.pos, ANY) for entry, _, _ in flat], np.int64),
        bearer=_column(_bearer(entry, spelling) for entry, _, spelling in flat),
        subject=_column(entry.subject for entry, _, _ in flat),
        object=_column(entry.object for entry, _, _ in flat),
        owner=_column(entry.owner for entry, _, _ in flat),
        label=np.array([_is_label(entry) for entry, _, _ in flat], bool),
        group=np.array(
            [groups.setdefault(entry.set or f"{entry.term} of {entry.citation}", len(groups)) for entry, _, _ in flat],
            np.int64,
        ),
    )


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(fold_word(word) for word in split_phrase(phrase))


def _column(values: object) -> Floats:
    return np.array([np.nan if value is None else value for value in values], np.float64)  # type: ignore[attr-defined]


def _is_label(entry: Entry) -> bool:
    """A noun for one person, that colours whom it is said of and nobody whose it is: "tyrant", not "lie"."""
    if entry.pos != "noun" or entry.kind != "loaded" or not entry.valence or entry.owner is not None:
        return False
    head = split_phrase(entry.term)[-1]
    plural = head.endswith("s") and not head.endswith(("ss", "us", "is"))
    return not plural and head not in _COLLECTIVE


def _bearer(entry: Entry, spelling: str) -> float | None:
    """How the word colours whom it is said of: of a verb, "-ing" is said of who does it, "-ed" of who undergoes it."""
    if entry.pos != "verb":
        return entry.valence
    head = split_phrase(spelling)[0]
    if head.endswith("ing"):
        return entry.subject
    if _key(spelling) != _key(entry.term) and not head.endswith("s"):
        return entry.object
    return None
