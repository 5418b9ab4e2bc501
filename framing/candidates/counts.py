"""How often each term stands in each article, in own voice: a sparse table as three columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from framing.candidates.terms import Terms
from framing.candidates.words import Words
from framing.text.arrays import Bools, Ints


@dataclass(frozen=True)
class Counts:
    """Occurrences in own voice: `count` times `term` stands in `article`; by term, then article, none of them 0."""

    term: Ints
    article: Ints
    count: Ints
    terms: int

    def totals(self) -> Ints:
        """Occurrences of each term."""
        return np.bincount(self.term, self.count, self.terms).astype(np.int64)

    def articles(self) -> Ints:
        """Articles in which each term stands."""
        return np.bincount(self.term, minlength=self.terms)

    def of_articles(self, keep: Bools) -> Counts:
        """The same for those articles alone for which `keep` is true, with the numbers that they had."""
        return self._where(keep.take(self.article))

    def of_terms(self, keep: Bools) -> Counts:
        """The same for those terms alone for which `keep` is true."""
        return self._where(keep.take(self.term))

    def _where(self, here: Bools) -> Counts:
        return Counts(self.term[here], self.article[here], self.count[here], self.terms)


def count_terms(words: Words, terms: Terms) -> Counts:
    """Count every term in every article; quoted words don't count."""
    own = words.own.take(terms.at)
    number, article = terms.number[own], words.article.take(terms.at[own])
    width = int(words.article.max(initial=0)) + 1
    cell, count = np.unique(number * width + article, return_counts=True)
    term, place = np.divmod(cell, width)
    return Counts(term, place, count, terms.size)
