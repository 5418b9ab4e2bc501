"""What a lexicon of another tool is once it is read, and what a format is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from framing.lexicon import Entry

Scale: TypeAlias = tuple[float, float]
"""The least and the greatest weight that a list can give."""
TO = 3.0  # our valences run from -3 to +3


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that could not be carried over: where it stands, which kind of thing it is, and the thing itself."""

    place: str
    kind: str
    what: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.kind}{f': {self.what}' if self.what else ''}"


@dataclass
class Foreign:
    """
    A list as read.

    Attributes:
        rows: cells by column, as `framing.lexicon.writing` takes them: `term` and `category` at least.
        categories: in the order of the file.
        losses: what could not be read or kept.
        format: name of the reader that read it.
    """

    rows: list[dict[str, str]] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    format: str = ""

    def add_category(self, name: str) -> None:
        """Note a category, once."""
        if name not in self.categories:
            self.categories.append(name)

    def lose(self, place: str, kind: str, what: str = "") -> None:
        """Note a loss."""
        self.losses.append(Loss(place, kind, what[:80]))


Read: TypeAlias = Callable[[Path, Scale | None], Foreign]
Fits: TypeAlias = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Reader:
    """
    A format that is read.

    Attributes:
        name: as in `--format`.
        title: what it is called.
        endings: of its files.
        fits: whether a text looks like it, for endings that several formats share.
        read: reads a file; raises LexiconError if it can't be used at all.
        leaves: what of the format is named and not read, beside wildcards within a word and emoticons.
    """

    name: str
    title: str
    endings: tuple[str, ...]
    fits: Fits
    read: Read
    leaves: str = ""


Write: TypeAlias = Callable[[Sequence[Entry]], Mapping[str, bytes]]
Lost: TypeAlias = Mapping[str, int]
"""Kind of loss → how many entries."""


def lose_mark(entries: Sequence[Entry]) -> Lost:
    """For formats that are written with all words: which of them don't count as loaded."""
    return {"that a word does not count as loaded": sum(not entry.loaded for entry in entries)}


def lose_plain(entries: Sequence[Entry]) -> Lost:
    """For formats that are written for loaded words only: the plain verbs of saying."""
    return {"words that don't count as loaded": sum(not entry.loaded for entry in entries)}


@dataclass(frozen=True, slots=True)
class Writer:
    """
    A format that is written.

    Attributes:
        name: as in `--to`.
        title: what it is called.
        carries: the columns of an entry that it can hold, beside term, forms and category.
        phrases: whether it holds terms of several words.
        write: entries → files by name.
        loses: what else it can't hold, by kind.
        categories: whether it tells which category a term is in.
    """

    name: str
    title: str
    carries: frozenset[str]
    phrases: bool
    write: Write
    loses: Callable[[Sequence[Entry]], Lost] = lose_mark
    categories: bool = True
