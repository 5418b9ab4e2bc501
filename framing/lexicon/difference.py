"""Two lexicons held against each other: which entries came, went and changed."""

from __future__ import annotations

from dataclasses import dataclass

from framing.lexicon.model import Lexicon
from framing.lexicon.words import fold
from framing.lexicon.writing import write_cells


@dataclass(frozen=True, slots=True)
class Change:
    """
    What became of an entry.

    Attributes:
        kind: added, removed or changed.
        term, category: of the entry.
        place: its row, in the newer lexicon where it is there.
        cells: column → what stood there before and what stands there now, for a changed one.
    """

    kind: str
    term: str
    category: str
    place: str
    cells: tuple[tuple[str, str, str], ...] = ()


def compare_lexicons(before: Lexicon, after: Lexicon) -> list[Change]:
    """Every entry that is in one of them alone or has other cells, in the order of category and term."""
    old = {(entry.category.casefold(), fold(entry.term)): entry for entry in before.entries}
    new = {(entry.category.casefold(), fold(entry.term)): entry for entry in after.entries}
    changes = []
    for key in sorted(old.keys() | new.keys()):
        was, now = old.get(key), new.get(key)
        if now is None and was is not None:
            changes.append(Change("removed", was.term, was.category, was.place))
        elif was is None and now is not None:
            changes.append(Change("added", now.term, now.category, now.place))
        elif was is not None and now is not None:
            cells, others = write_cells(now), write_cells(was)
            differing = tuple((name, others[name], cells[name]) for name in cells if cells[name] != others[name])
            if differing:
                changes.append(Change("changed", now.term, now.category, now.place, differing))
    return changes
