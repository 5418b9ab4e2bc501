"""What a lexicon is: entries with their values and reasons, lists of entries, and lists layered over one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from framing.lexicon.faults import Fault
from framing.lexicon.words import fold

MATCHES = ("inflect", "exact", "prefix", "cased")
PARTS_OF_SPEECH = ("noun", "verb", "adj", "adv", "phrase")
LAYER_KINDS = ("loaded", "reporting")  # lexicons that may be layered
TONE = "tone"  # what framing.toward reads
KINDS = (*LAYER_KINDS, TONE)


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One row of a lexicon.

    Attributes:
        term: base form ("despot", "lash out"), with straight apostrophes.
        category: the category it stands in ("labels").
        match: `inflect` (term and forms, any case), `exact` (term alone), `prefix` (`despot*`), `cased` (case matters).
        pos: noun, verb, adj, adv, phrase; "" when it does not matter.
        forms: inflected forms without the term itself.
        valence: -3 … +3, how it colours whoever it is said of; None for a verb that only has subject and object values.
        subject, object: -3 … +3, how a verb colours who does it and whom it is done to; None: not at all.
        owner: -3 … +3, how a noun colours the one whose it is ("Putin's lies"); None: not at all.
        intensity: 1 … 3, how far it is from plain reporting.
        plain: what a wire report would say; "" where no plainer word reports the same.
        set: key shared by words for the same thing ("ruler"); "" for none.
        unless: phrases containing the term in which it is not loaded.
        note, source, hit, miss: why it is listed, on whose authority, and a sentence in which it is and is not found.
        place: `folder/file:line` of the row.
        lexicon, version: of the lexicon it comes from.
        kind: `loaded` or `reporting`, as its lexicon says.
        loaded: whether it counts as a loaded word (reporting verbs of a plain category do not).
    """

    term: str
    category: str
    match: str = "inflect"
    pos: str = ""
    forms: tuple[str, ...] = ()
    valence: float | None = 0.0
    subject: float | None = None
    object: float | None = None
    owner: float | None = None
    intensity: float = 1.0
    plain: str = ""
    set: str = ""
    unless: tuple[str, ...] = ()
    note: str = ""
    source: str = ""
    hit: str = ""
    miss: str = ""
    place: str = ""
    lexicon: str = ""
    version: str = "0"
    kind: str = "loaded"
    loaded: bool = True

    @property
    def file(self) -> str:
        """Name of the file it stands in: "labels.csv"."""
        return self.place.rpartition(":")[0].rpartition("/")[2]

    @property
    def citation(self) -> str:
        """How reports cite the entry: "loaded-en/labels.csv:despot@1.0.0"."""
        return f"{self.lexicon}/{self.file}:{self.term}@{self.version}"

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every spelling that is looked for: the term and its forms (the term alone if it is matched exactly)."""
        return (self.term,) if self.match == "exact" else (self.term, *self.forms)

    @property
    def strongest(self) -> float:
        """Of valence, subject, object and owner the value furthest from 0 (0.0 if all are empty)."""
        values = [v for v in (self.valence, self.subject, self.object, self.owner) if v is not None]
        return max(values, key=abs, default=0.0)


@dataclass(frozen=True, slots=True)
class Drop:
    """A row that takes a term out of the layers below: out of one category, or out of all if `category` is None."""

    term: str
    category: str | None
    place: str


@dataclass(frozen=True)
class Lexicon:
    """
    One lexicon as read from its folder.

    Attributes:
        id, version, language, licence, source, description: as lexicon.toml has them ("" where it does not say).
        kind: `loaded`, `reporting` or `tone`.
        categories: every category with its meaning ("" where lexicon.toml has none), declared ones first.
        plain_categories: categories whose entries don't count as loaded (the neutral reporting verbs).
        entries: its rows in the order of files and lines.
        drops: rows that take a term out of the layers below.
        digest: sha256 (hex) of names and contents of its files, line ends alike on every system.
        folder: where it was read (the file itself for a lexicon of one file).
        described: whether there was a lexicon.toml.
        overlaps: terms or forms that stand twice for a reason, with the reason.
        faults: what reading it noticed and let pass.
        origin: bundled, user, project or --lexicon, where it was loaded as a layer.
    """

    id: str
    version: str = "0"
    language: str = "en"
    licence: str = ""
    source: str = ""
    description: str = ""
    kind: str = "loaded"
    categories: Mapping[str, str] = field(default_factory=dict)
    plain_categories: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    drops: tuple[Drop, ...] = ()
    digest: str = ""
    folder: Path = Path()
    described: bool = False
    overlaps: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    origin: str = ""


@dataclass(frozen=True)
class Lexicons:
    """The lexicons in use, each layered over those before it."""

    layers: tuple[Lexicon, ...]

    def in_force(self) -> tuple[Entry, ...]:
        """
        The entries that count once every layer has added, replaced and dropped its rows.

        A row replaces the one below with the same term and category. A layer without a lexicon.toml that uses a
        category of a layer below takes over what that category is (loaded words, or reporting verbs, plain or not).
        """
        return tuple(entry for _, entry in self.standing())

    def standing(self) -> list[tuple[int, Entry]]:
        """The entries in force, each with the number of its layer from 0."""
        standing: dict[str, dict[str, tuple[int, Entry]]] = {}
        nature: dict[str, tuple[str, bool]] = {}
        for depth, layer in enumerate(self.layers):
            for drop in layer.drops:
                _remove(standing, drop)
            for entry in layer.entries:
                kind, loaded = (entry.kind, entry.loaded)
                if not layer.described:
                    kind, loaded = nature.get(entry.category.casefold(), (kind, loaded))
                if (kind, loaded) != (entry.kind, entry.loaded):
                    entry = replace(entry, kind=kind, loaded=loaded)
                standing.setdefault(fold(entry.term), {})[entry.category.casefold()] = (depth, entry)
            for entry in layer.entries:
                nature.setdefault(entry.category.casefold(), (entry.kind, entry.loaded))
        return [one for categories in standing.values() for one in categories.values()]

    @property
    def categories(self) -> dict[str, str]:
        """Every category of the layers with its meaning; the first layer that gives one is believed."""
        meanings: dict[str, str] = {}
        for layer in self.layers:
            for name, meaning in layer.categories.items():
                meanings[name] = meanings.get(name) or meaning
        return meanings


def _remove(standing: dict[str, dict[str, tuple[int, Entry]]], drop: Drop) -> None:
    if drop.category is None:
        standing.pop(fold(drop.term), None)
    else:
        standing.get(fold(drop.term), {}).pop(drop.category.casefold(), None)
