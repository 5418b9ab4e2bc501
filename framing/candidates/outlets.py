"""Which articles of which outlets are held against each other, and within what."""

from __future__ import annotations

import numpy as np
import polars as pl

from framing.candidates.distinguishing import Design
from framing.numerals import count
from framing.text.arrays import Ints

SHARED = 0.5  # with so large a share of articles on events that two outlets tell of, only within events is compared


def lay_out(articles: pl.DataFrame, words: Ints) -> tuple[Design, list[str]]:
    """
    Every article once per outlet and story; within events where at least half of them are on shared ones.

    Args:
        articles: ARTICLES.
        words: words of each in own voice.

    Returns:
        the design, and what is to be said of it.
    """
    first = articles.select(pl.struct("outlet", "story").is_first_distinct()).to_series().to_numpy()
    used = first & (words > 0)
    outlet, event = _number(articles["outlet"]), _number(articles["event"].fill_null(""))
    width = int(outlet.max(initial=0)) + 1
    sides = np.bincount(np.unique(event[used] * width + outlet[used]) // width, minlength=int(event.max(initial=0)) + 1)
    told = used & articles["event"].is_not_null().to_numpy() & (sides.take(event) > 1)
    notes = []
    if reposts := int((~first).sum()):
        notes.append(f"{count(reposts, 'repost')} within an outlet left out.")
    if used.any() and told.sum() >= SHARED * used.sum():
        left_out = count(int(used.sum() - told.sum()), "article")
        notes.append(f"Outlets are compared within events that several of them tell of; {left_out} on others not used.")
        return Design(outlet, event, words, told, used), notes
    notes.append("Outlets are compared whatever their articles are about, so words of a topic may stand out, too.")
    return Design(outlet, np.zeros_like(event), words, used, used), notes


def _number(values: pl.Series) -> Ints:
    """The place of each value among the distinct ones in order."""
    return (values.rank("dense").cast(pl.Int64) - 1).to_numpy()
