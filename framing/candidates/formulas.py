"""Wording that articles repeat: sign-ups, link lists, bylines, and what was copied. It says how a page is built."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import polars as pl

from framing.candidates.words import Words
from framing.text.arrays import Bools, Ints, Keys

RUN = 6  # so many words in the same order, or a whole sentence of fewer, …
ARTICLES = 3  # … in so many articles are a formula
_ODD = np.uint64(0x9E3779B97F4A7C15)


def find_formulas(words: Words) -> Bools:
    """Which words are part of a run of `RUN` words, or of a short sentence, that `ARTICLES` articles or more have."""
    out = _short_sentences(words)
    starts = len(out) - RUN + 1
    if starts < 1:
        return out
    key = np.zeros(starts, np.uint64)
    for shift in range(RUN):
        key = _mix(key, words.spelling[shift : shift + starts])
    inside = words.article[:starts] == words.article[RUN - 1 :]
    often = (_spread(key, words.article[:starts]) >= ARTICLES) & inside
    for shift in range(RUN):
        out[shift : shift + starts] |= often
    return out


def _short_sentences(words: Words) -> Bools:
    """The words of sentences of fewer than `RUN` words that stand so in several articles."""
    begins = np.flatnonzero(np.diff(words.sentence, prepend=-1))
    if not begins.size:
        return np.zeros(0, bool)
    size = np.diff(begins, append=len(words.sentence))
    key = size.astype(np.uint64)
    for shift in range(RUN):
        here = size > shift
        key[here] = _mix(key[here], words.spelling.take(begins[here] + shift))
    often = (size < RUN) & (_spread(key, words.article.take(begins)) >= ARTICLES)
    return np.repeat(often, size)


def _mix(key: Keys, spelling: Ints) -> Keys:
    """The key of a run of words that goes on with one more."""
    with np.errstate(over="ignore"):
        out: Keys = (key ^ (key >> np.uint64(29))) * _ODD + spelling.astype(np.uint64)
    return out


def _spread(key: Keys, article: Ints) -> Ints:
    """In how many articles the key of each place stands."""
    runs = pl.DataFrame({"key": key, "article": article})
    return runs.select(pl.col("article").n_unique().over("key")).to_series().to_numpy()


def keep_words(words: Words, keep: Bools) -> Words:
    """The words without those for which `keep` is false; what followed one of these is joined to nothing."""
    behind = np.concatenate([[False], keep[:-1]])[: len(keep)]
    columns = {name: getattr(words, name)[keep] for name in ("spelling", "article", "sentence", "own", "capital")}
    return replace(words, **columns, joined=(words.joined & behind)[keep])
