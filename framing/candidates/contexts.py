"""Which words stand in the contexts of others: co-occurrence, PPMI, truncated SVD."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from framing.candidates.terms import Terms
from framing.candidates.words import Words
from framing.text.arrays import Floats, Ints

WINDOW = 4
# The word before, the word after, and those up to four to either side: kinds of context that are told apart.
BLOCKS: tuple[tuple[int, ...], ...] = ((-1,), (1,), (*range(-WINDOW, 0), *range(1, WINDOW + 1)))
SMOOTHING = 0.75  # of how frequent contexts are: rare ones count for less
DIMENSIONS = 100
TALL = 4  # the table must be this many times as large as the number of dimensions


@dataclass(frozen=True)
class Space:
    """
    Terms as directions: the cosine of two is their product.

    Attributes:
        terms: the terms that have a direction, in order.
        vectors: a row each, of length 1 (0 for a term without contexts).
        reduced: whether the table was large enough for an SVD; if not, the rows are PPMI.
    """

    terms: Ints
    vectors: Floats
    reduced: bool

    def rows(self, terms: Sequence[int] | Ints) -> Ints:
        """The rows of those of the terms that have a direction."""
        wanted = np.asarray(terms, np.int64)
        return np.searchsorted(self.terms, wanted[np.isin(wanted, self.terms)])

    def centroid(self, terms: Sequence[int] | Ints) -> Floats:
        """The mean direction of terms, of length 1."""
        out: Floats = _unit(self.vectors[self.rows(terms)].sum(0)[None])[0]
        return out


def build_space(words: Words, terms: Terms, rows: Ints, columns: Ints) -> Space:
    """
    Directions of terms by their contexts.

    Args:
        words, terms: of one corpus.
        rows: the terms that get one, in order. columns: the single words that count as contexts.
    """
    from scipy.sparse import hstack
    from scipy.sparse.linalg import svds

    table = hstack([weigh(count_contexts(words, terms, rows, columns, block)) for block in BLOCKS]).tocsr()
    reduced = min(table.shape) >= TALL * DIMENSIONS
    if reduced:  # a fixed start: the same corpus gives the same directions
        left, strength, _ = svds(table, k=DIMENSIONS, v0=np.ones(min(table.shape)))
        vectors = left * np.sqrt(strength)
        vectors -= vectors.mean(0)
    else:
        vectors = table.toarray()
    return Space(rows, _unit(vectors), reduced)


def count_contexts(words: Words, terms: Terms, rows: Ints, columns: Ints, shifts: Sequence[int]) -> Any:
    """
    How often each context word stands at these distances from each term, in its sentence, whoever says it.

    Args:
        words, terms: of one corpus.
        rows: terms. columns: single words.
        shifts: distances in words: -1 is the word before, 1 the word after (of a pair: after its second word).

    Returns:
        a sparse array, rows x columns.
    """
    from scipy.sparse import coo_array

    shape = (len(rows), len(columns))
    row, column = np.full(terms.size, -1), np.full(terms.units, -1)
    row[rows], column[columns] = np.arange(shape[0]), np.arange(shape[1])
    wanted = np.flatnonzero(row.take(terms.number) >= 0)
    line, first = row.take(terms.number[wanted]), terms.at[wanted]
    last = first + (terms.number[wanted] >= terms.units)
    context = column.take(terms.number[: len(words.spelling)])
    total = coo_array(shape, dtype=np.float64).tocsr()
    for shift in shifts:
        place = (first if shift < 0 else last) + shift
        near = place.clip(0, len(context) - 1)
        here = (place == near) & (words.sentence.take(near) == words.sentence.take(first)) & (context.take(near) >= 0)
        cells = (line[here], context.take(near[here]))
        total = total + coo_array((np.ones(len(cells[0])), cells), shape).tocsr()
    return total


def weigh(counts: Any) -> Any:
    """
    Positive pointwise mutual information: log of how many times as often as by chance, 0 where it is less often.

    Source: Levy, Goldberg & Dagan 2015, with their smoothing of contexts (exponent 0.75).
    """
    table = counts.tocoo()
    of_row, of_column = np.asarray(counts.sum(1)).ravel(), np.asarray(counts.sum(0)).ravel()
    smooth = of_column**SMOOTHING
    row, column = table.coords
    chance = of_row.take(row) * (smooth / max(smooth.sum(), 1.0)).take(column)
    table.data = np.maximum(np.log(table.data / chance), 0.0)
    out = table.tocsr()
    out.eliminate_zeros()
    return out


def _unit(vectors: Floats) -> Floats:
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    out: Floats = vectors / np.where(length > 0, length, 1.0)
    return out
