"""What is compared with what: copies collapsed, stories that both printed left out, units matched where possible."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.comparison.settings import Settings

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Design = Literal["matched events", "events", "articles"]


@dataclass(frozen=True)
class Rows:
    """Articles of one outlet that score on one actor and measure, an element each, in the order of their ids."""

    count: Floats
    words: Floats
    value: Floats
    story: Ints
    unit: Ints
    kept: NDArray[np.bool_]

    def take(self, chosen: NDArray[np.bool_]) -> Rows:
        """Some of the rows."""
        count, words, value = self.count[chosen], self.words[chosen], self.value[chosen]
        return Rows(count, words, value, self.story[chosen], self.unit[chosen], self.kept[chosen])


@dataclass(frozen=True)
class Side:
    """The units of one outlet: hits and words summed per unit, and the mean of its articles' values."""

    count: Floats
    words: Floats
    value: Floats
    articles: int

    def __len__(self) -> int:
        return len(self.count)


@dataclass(frozen=True)
class Units:
    """
    What a comparison rests on.

    `a` and `b` hold an element per unit, events in the same order on both sides where matched; `duplicates` counts
    reposts that were collapsed, `shared_stories` stories that both printed, `shared_events` events that both covered,
    `lone` articles without an event id that stand for themselves among events.
    """

    design: Design
    a: Side
    b: Side
    duplicates: int
    shared_stories: int
    shared_events: int
    lone: int

    @property
    def matched(self) -> bool:
        """Whether every event is its own control."""
        return self.design == "matched events"

    @property
    def fewest(self) -> int:
        """Units of the side that has fewer."""
        return min(len(self.a), len(self.b))


@dataclass(frozen=True)
class Corpus:
    """The articles behind SCORES, coded: `table` by article, `printed[outlet, story]`, and the number of events."""

    table: pl.DataFrame
    outlets: tuple[str, ...]
    printed: NDArray[np.bool_]
    events: int


def code_articles(scores: pl.DataFrame) -> Corpus:
    """
    Every article of SCORES once, with integer codes.

    A story that an outlet printed more than once is kept once: the article after which the story is named, else the
    first by id. That choice never sees a count. An article without an event is a unit of its own, numbered after the
    events. Columns of `table`: article, outlet_code, story_code, unit, kept.
    """
    articles = (
        scores.select("article", "outlet", "event", "story").unique(subset="article", keep="first").sort("article")
    )
    outlets = tuple(sorted(articles["outlet"].unique().to_list()))
    events = sorted(articles["event"].drop_nulls().unique().to_list())
    coded = articles.with_row_index("row").with_columns(
        outlet_code=pl.col("outlet").replace_strict(outlets, range(len(outlets)), return_dtype=pl.Int64),
        story_code=pl.col("story").rank("dense").cast(pl.Int64) - 1,
        event_code=pl.col("event").replace_strict(events, range(len(events)), default=None, return_dtype=pl.Int64),
    )
    other = (pl.col("article") != pl.col("story")).alias("other")
    first = pl.struct("outlet", "story").is_first_distinct().alias("kept")
    coded = coded.sort(other, "article").with_columns(first).sort("article")
    table = coded.select(
        "article", "outlet_code", "story_code",
        pl.coalesce("event_code", pl.col("row") + len(events)).cast(pl.Int64).alias("unit"),
        "kept",
    )  # fmt: skip
    printed = np.zeros((len(outlets), table["story_code"].n_unique()), np.bool_)
    printed[table["outlet_code"].to_numpy(), table["story_code"].to_numpy()] = True
    return Corpus(table, outlets, printed, len(events))


def lay_out(a: Rows, b: Rows, shared: NDArray[np.bool_], events: int, settings: Settings) -> Units:
    """
    The units of a comparison.

    Matched events where both outlets cover `settings.min_events` or more; else events, an article without an event id
    being a unit of its own; else, where no article has an event id, articles.

    Args:
        a: rows of the first outlet.
        b: rows of the second.
        shared: for each story code, whether both outlets printed it.
        events: how many unit codes are events; higher codes are articles without an event.
        settings: the least number of shared events.
    """
    duplicates = int((~a.kept).sum() + (~b.kept).sum())
    a, b = a.take(a.kept), b.take(b.kept)
    stories = np.union1d(a.story[shared[a.story]], b.story[shared[b.story]])
    a, b = a.take(~shared[a.story]), b.take(~shared[b.story])
    common = np.intersect1d(a.unit, b.unit)
    design: Design = "articles"
    if len(common) >= settings.min_events:
        design = "matched events"
        a, b = a.take(np.isin(a.unit, common)), b.take(np.isin(b.unit, common))
    elif (a.unit < events).any() or (b.unit < events).any():
        design = "events"
    lone = int((a.unit >= events).sum() + (b.unit >= events).sum()) if design == "events" else 0
    return Units(design, _sum_up(a), _sum_up(b), duplicates, len(stories), len(common), lone)


def _sum_up(rows: Rows) -> Side:
    """One element per unit code, in the order of the codes."""
    codes, place = np.unique(rows.unit, return_inverse=True)
    size = len(codes)
    articles = np.bincount(place, minlength=size)
    count, words, value = (
        np.bincount(place, column, size).astype(np.float64) for column in (rows.count, rows.words, rows.value)
    )
    return Side(count, words, value / np.maximum(articles, 1), len(rows.unit))
