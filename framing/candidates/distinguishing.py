"""Which terms an outlet uses more than the others do, by more than its articles differ among themselves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from framing.candidates.counts import Counts
from framing.text.arrays import Bools, Floats, Ints


@dataclass(frozen=True)
class Design:
    """
    The articles that are compared.

    Attributes:
        outlet: number of each article's outlet.
        stratum: number of the event that it tells of; all 0 where articles are compared whatever they tell of.
        words: its words in own voice.
        used: which articles are compared. once: which count at all: all but reposts.
    """

    outlet: Ints
    stratum: Ints
    words: Ints
    used: Bools
    once: Bools


@dataclass(frozen=True)
class Scores:
    """Rows of the same length: a term, an outlet, the score z (above 0: the outlet uses it more), and its p."""

    term: Ints
    outlet: Ints
    z: Floats
    p: Floats


def score_terms(counts: Counts, design: Design) -> Scores:
    """
    The permutation score of every term and outlet against all other outlets, in closed form; the unit is the article.

    Within a stratum of N articles, n_A of them the outlet's, with y_i occurrences in n_i words and the rate
    p = sum y / sum n, the score is y_A - p N_A, and over all relabellings of the articles its variance is
    n_A n_B / (N (N - 1)) sum (y_i - p n_i)². Both are summed over the strata. The p-value is two-sided; where few
    articles stand against many, the score of a rare term leans to one side, and so p is read from a gamma
    distribution of its skewness (Pearson type III, as Mielke & Berry 2007 do) wherever that makes it larger.

    Returns:
        a row for each term and outlet whose score can vary, by outlet, then term.
    """
    cells = _fill_cells(counts, design)
    parts = [_score_outlet(cells, design, outlet) for outlet in np.unique(design.outlet[design.used])]
    if not parts:
        return Scores(*(np.zeros(0, kind) for kind in (np.int64, np.int64, float, float)))
    return Scores(*(np.concatenate([getattr(part, name) for part in parts]) for name in Scores.__annotations__))


@dataclass(frozen=True)
class _Cells:
    """A stratum and a term that stands in it, with the sums of its articles' residuals y - p n, squared and cubed."""

    of: Ints  # of each count the cell
    count: Ints
    outlet: Ints
    stratum: Ints
    term: Ints
    terms: int
    rate: Floats
    squares: Floats
    cubes: Floats


def _fill_cells(counts: Counts, design: Design) -> _Cells:
    counts = counts.of_articles(design.used)
    stratum, y = design.stratum.take(counts.article), counts.count.astype(float)
    n = design.words.take(counts.article).astype(float)
    known, of = np.unique(stratum * counts.terms + counts.term, return_inverse=True)
    place, term = np.divmod(known, counts.terms)

    def add(values: Floats) -> Floats:
        return np.bincount(of, values, len(known)).astype(float)

    words = design.words[design.used].astype(float)
    of_stratum = [np.bincount(design.stratum[design.used], words**power).take(place) for power in (1, 2, 3)]
    rate = add(y) / np.maximum(of_stratum[0], 1.0)
    squares = add(y * y) - 2 * rate * add(y * n) + rate**2 * of_stratum[1]
    cubes = add(y**3) - 3 * rate * add(y * y * n) + 3 * rate**2 * add(y * n * n) - rate**3 * of_stratum[2]
    outlet = design.outlet.take(counts.article)
    return _Cells(of, counts.count, outlet, place, term, counts.terms, rate, np.maximum(squares, 0.0), cubes)


def _score_outlet(cells: _Cells, design: Design, outlet: int) -> Scores:
    used, mine = design.used, design.used & (design.outlet == outlet)
    size = int(design.stratum.max(initial=0)) + 1
    n = np.bincount(design.stratum[used], minlength=size).astype(float)
    a = np.bincount(design.stratum[mine], minlength=size).astype(float)
    words = np.bincount(design.stratum[mine], design.words[mine], size)
    second = a * (n - a) / np.maximum(n * (n - 1), 1.0)
    third = second * (n - 2 * a) / np.maximum(n - 2, 1.0)
    here = cells.outlet == outlet
    seen = np.bincount(cells.of[here], cells.count[here], len(cells.term))

    def add(values: Floats) -> Floats:
        return np.bincount(cells.term, values, cells.terms).astype(float)

    gap = add((seen - cells.rate * words.take(cells.stratum)) * (second.take(cells.stratum) > 0))
    variance = add(second.take(cells.stratum) * cells.squares)
    lean = add(third.take(cells.stratum) * cells.cubes)
    term = np.flatnonzero(variance > 1e-9)
    z = gap[term] / np.sqrt(variance[term])
    p = tail(z, lean[term] / variance[term] ** 1.5)
    return Scores(term, np.full(len(term), outlet), z, p)


def tail(z: Floats, skewness: Floats) -> Floats:
    """Two-sided p of scores: from the normal distribution, or from a gamma one where the skewness makes it larger."""
    from scipy.special import gammaincc
    from scipy.stats import norm

    size, lean = np.abs(z), np.maximum(np.sign(z) * skewness, 1e-6)
    shape = 4 / lean**2
    leaning = gammaincc(shape, np.maximum(shape + size * np.sqrt(shape), 0.0))
    one_side = np.where(lean > 1e-3, np.maximum(leaning, norm.sf(size)), norm.sf(size))
    out: Floats = np.minimum(2 * one_side, 1.0)
    return out
