"""Which terms may be candidates: not listed yet, neither rare nor everywhere; and which of them are listed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from framing.candidates.counts import Counts
from framing.candidates.terms import Terms
from framing.candidates.words import Words
from framing.lexicon import Entry
from framing.lexicon.words import fold
from framing.text.arrays import Bools, Ints

EVERYWHERE = 0.1  # a word in so large a share of the articles is plain vocabulary …
FEW = 50  # … unless those are fewer than this


@dataclass
class Listed:
    """
    Terms that the lexicons know.

    Attributes:
        terms: every term of which a spelling is listed, or that holds a listed word.
        categories: loaded category to its terms.
    """

    terms: set[int] = field(default_factory=set)
    categories: dict[str, set[int]] = field(default_factory=dict)

    @property
    def loaded(self) -> list[int]:
        """The terms of loaded entries, in order."""
        return sorted(set().union(*self.categories.values()))


class Index:
    """Finds the term of a spelling."""

    def __init__(self, words: Words, terms: Terms) -> None:
        self._units = dict(zip(words.spellings.to_list(), terms.unit.tolist(), strict=True))
        self._pairs = {tuple(pair): terms.units + n for n, pair in enumerate(terms.pairs.tolist())}

    def find(self, spelling: str) -> int | None:
        """The term of which this is a spelling, in any case; None if the corpus has none, or it is a longer phrase."""
        parts = [self._units.get(part) for part in fold(spelling).split()]
        if len(parts) == 1:
            return parts[0]
        return self._pairs.get(tuple(parts)) if len(parts) == 2 else None

    def beginning(self, prefix: str) -> set[int]:
        """The terms of which a spelling begins so."""
        return {unit for spelling, unit in self._units.items() if spelling.startswith(fold(prefix))}


def find_listed(entries: Iterable[Entry], terms: Terms, index: Index) -> Listed:
    """What of the corpus stands in the lexicons in force, reporting verbs among it."""
    listed = Listed()
    for entry in entries:
        found = {index.find(spelling) for spelling in entry.spellings} - {None}
        if entry.match == "prefix":
            found |= set().union(*(index.beginning(spelling) for spelling in entry.spellings))
        known = {term for term in found if term is not None}
        listed.terms |= known
        if entry.kind == "loaded" and entry.loaded:
            listed.categories.setdefault(entry.category, set()).update(known)
    inside = np.isin(terms.pairs, list(listed.terms)).any(1) if len(terms.pairs) else np.zeros(0, bool)
    listed.terms |= set((np.flatnonzero(inside) + terms.units).tolist())
    return listed


def choose_pool(terms: Terms, counts: Counts, listed: Listed, least: int, articles: int) -> Bools:
    """
    Which terms may be candidates.

    Args:
        terms, counts, listed: of one corpus.
        least: how often one must stand in own voice, in half as many articles (rounded up).
        articles: how many articles the corpus has.
    """
    seen, where = counts.totals(), counts.articles()
    out = np.concatenate([terms.content, np.ones(len(terms.pairs), bool)])
    out &= (seen >= least) & (where >= (least + 1) // 2) & (where <= max(EVERYWHERE * articles, FEW))
    out[sorted(listed.terms)] = False
    return out


def name_terms(words: Words, terms: Terms, wanted: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """
    Every spelling seen of each of the wanted terms; the first is the shortest (of these the most frequent).

    Of a pair, the one seen most often comes first.
    """
    single = [term for term in wanted if term < terms.units]
    spellings, seen = words.spellings.to_list(), np.bincount(words.spelling, minlength=len(words.spellings))
    out: dict[int, list[tuple[tuple[int, ...], str]]] = {term: [] for term in wanted}
    for number in np.flatnonzero(np.isin(terms.unit, single) & (seen > 0)).tolist():
        out[int(terms.unit[number])].append(((len(spellings[number]), -int(seen[number])), spellings[number]))
    for term, first, second, count in zip(*_spell_pairs(words, terms, wanted), strict=True):
        out[term].append(((-count,), f"{spellings[first]} {spellings[second]}"))
    return {term: tuple(spelling for _, spelling in sorted(found)) for term, found in out.items()}


def _spell_pairs(words: Words, terms: Terms, wanted: Sequence[int]) -> tuple[list[int], ...]:
    """Term, first and second spelling, and how often, of every spelling of the wanted pairs."""
    here = np.isin(terms.number, [term for term in wanted if term >= terms.units])
    number, at = terms.number[here], terms.at[here]
    rows: Ints = np.stack([number, words.spelling.take(at), words.spelling.take(at + 1)])
    cells, count = np.unique(rows, axis=1, return_counts=True)
    return (*(column.tolist() for column in cells), count.tolist())
