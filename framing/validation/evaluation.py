"""Marks of a lexicon against passages that people marked: precision, recall and F1, overall, by category and entry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.validation.annotated import Annotated, Span
from framing.validation.intervals import RESAMPLES, Floats, divide, draw_totals, wilson, with_interval
from framing.validation.tables import CATEGORIES, ENTRIES, WRONG

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
FEW = 20  # marks or passages below which drawing texts again tells too little
_COUNTS = ("marks", "right", "passages", "found")


@dataclass(frozen=True)
class Evaluation:
    """
    What a lexicon's marks are worth by people's.

    Attributes:
        categories: CATEGORIES; the first row is all marks.
        entries: ENTRIES, most wrong marks first.
        wrong: WRONG, every mark that people did not make, as `entries` are sorted.
        whole: whether recall could be told: people read all of every text.
    """

    categories: pl.DataFrame
    entries: pl.DataFrame
    wrong: pl.DataFrame
    whole: bool


@dataclass(frozen=True)
class _Places:
    """Spans of all texts, on one line of characters: text number, start and end of each."""

    text: Ints
    start: Ints
    end: Ints

    def where(self, keep: Bools) -> _Places:
        return _Places(self.text[keep], self.start[keep], self.end[keep])


def evaluate(
    annotated: Annotated, hits: pl.DataFrame, sentences: pl.DataFrame, *, resamples: int = RESAMPLES, seed: int = 0
) -> Evaluation:
    """
    The loaded words among `hits`, in every voice, against the passages that people marked.

    A mark is right if it overlaps such a passage, a passage is found if a mark overlaps it. Marks outside of what
    people were asked about don't count; recall and F1 are null if that is less than all of the texts.

    Args:
        annotated: the texts.
        hits, sentences: HITS and SENTENCES of these texts, whose article ids are the texts' numbers from 0.
        resamples, seed: of the bootstrap over texts behind the intervals of `categories`. Shares of fewer than 20, of
            none or all, and those of entries, have Wilson's; F1 of fewer has none.
    """
    offsets = np.cumsum([0, *(len(one.text) + 1 for one in annotated.texts)])
    passages = _lay([one.spans for one in annotated.texts], offsets)
    hits = hits.filter(pl.col("loaded")).with_columns(text=pl.col("article").cast(pl.Int64))
    marks = _of_hits(hits, offsets)
    asked = [(Span(0, len(one.text)),) if one.judged is None else one.judged for one in annotated.texts]
    keep = _overlap(marks, _lay(asked, offsets))
    hits, marks = hits.filter(pl.Series(keep, dtype=pl.Boolean)), marks.where(keep)
    hits = hits.with_columns(right=pl.Series(_overlap(marks, passages), dtype=pl.Boolean))
    entries = _by_entry(hits)
    return Evaluation(
        _by_category(hits, marks, passages, len(annotated.texts), annotated.whole, (resamples, seed)),
        entries,
        _wrong(hits.filter(~pl.col("right")), sentences, annotated, entries),
        annotated.whole,
    )


def _lay(spans: Sequence[Sequence[Span]], offsets: Ints) -> _Places:
    rows = [(number, span.start, span.end) for number, some in enumerate(spans) for span in some]
    text, start, end = np.array(rows, np.int64).reshape(-1, 3).T
    return _Places(text, start + offsets[text], end + offsets[text])


def _of_hits(hits: pl.DataFrame, offsets: Ints) -> _Places:
    text, start, end = (hits[name].cast(pl.Int64).to_numpy() for name in ("text", "start", "end"))
    return _Places(text, start + offsets[text], end + offsets[text])


def _overlap(some: _Places, others: _Places) -> Bools:
    """For each of some whether any of the others shares a character with it."""
    if not len(others.start):
        return np.zeros(len(some.start), np.bool_)
    order = np.argsort(others.start)
    begun = np.searchsorted(others.start[order], some.end)  # others that begin before it ends
    furthest = np.concatenate([[-1], np.maximum.accumulate(others.end[order])])
    return np.asarray(furthest[begun] > some.start)


def _by_category(
    hits: pl.DataFrame, marks: _Places, passages: _Places, texts: int, whole: bool, chance: tuple[int, int]
) -> pl.DataFrame:
    names = [None, *hits["category"].value_counts().sort("count", "category", descending=[True, False])["category"]]
    groups = [
        np.ones(hits.height, np.bool_) if name is None else (hits["category"] == name).to_numpy() for name in names
    ]
    right = hits["right"].to_numpy().astype(np.bool_)
    columns = []
    for group in groups:
        found = passages.where(_overlap(passages, marks.where(group)))
        counted = (marks.text[group], marks.text[group & right], passages.text, found.text)
        columns += [np.bincount(text, minlength=texts) for text in counted]
    counts = np.stack(columns, axis=1).astype(np.float64)
    drawn = draw_totals(counts, np.random.default_rng(chance[1]), chance[0]) if texts >= 2 else None
    rows = []
    for number, name in enumerate(names):
        part = slice(4 * number, 4 * number + 4)
        totals = dict(zip(_COUNTS, counts[:, part].sum(axis=0).astype(int).tolist(), strict=True))
        figures = _figures(counts[:, part], None if drawn is None else drawn[:, part], whole)
        rows.append({"category": name, **totals, **figures})
    return CATEGORIES.frame(rows)


def _figures(counts: Floats, drawn: Floats | None, whole: bool) -> dict[str, float | None]:
    marks, right, passages, found = counts.sum(axis=0).astype(int).tolist()
    undefined = (None, None, None)
    f1 = with_interval(_f1, counts, drawn if min(marks, passages) >= FEW else None)
    figures = {
        "precision": _share(right, marks, _precision, counts, drawn),
        "recall": _share(found, passages, _recall, counts, drawn) if whole else undefined,
        "f1": f1 if whole else undefined,
    }
    ends = ("", "_low", "_high")
    return {name + end: one for name, three in figures.items() for end, one in zip(ends, three, strict=True)}


def _share(
    hits: int, tries: int, reckon: Callable[[Floats], Floats], counts: Floats, drawn: Floats | None
) -> tuple[float | None, ...]:
    if tries < FEW or hits in (0, tries):
        return (hits / tries if tries else None), *(wilson(hits, tries) or (None, None))
    return with_interval(reckon, counts, drawn)


def _precision(totals: Floats) -> Floats:
    return divide(totals[:, 1], totals[:, 0])


def _recall(totals: Floats) -> Floats:
    return divide(totals[:, 3], totals[:, 2])


def _f1(totals: Floats) -> Floats:
    """Of precision and recall; 0 where nothing is right, NaN where either is undefined."""
    both = _precision(totals), _recall(totals)
    good = np.isfinite(both[0] + both[1])
    return np.where(good, np.nan_to_num(divide(2 * both[0] * both[1], both[0] + both[1])), np.nan)


def _by_entry(hits: pl.DataFrame) -> pl.DataFrame:
    counted = hits.group_by("entry", "term", "category").agg(marks=pl.len(), right=pl.col("right").sum())
    rows = []
    for row in counted.iter_rows(named=True):
        low, high = wilson(row["right"], row["marks"]) or (None, None)
        rows.append({**row, "precision": row["right"] / row["marks"], "precision_low": low, "precision_high": high})
    frame = ENTRIES.frame(rows)
    return frame.sort(pl.col("marks") - pl.col("right"), "marks", "entry", descending=[True, True, False])


def _wrong(hits: pl.DataFrame, sentences: pl.DataFrame, annotated: Annotated, entries: pl.DataFrame) -> pl.DataFrame:
    """The wrong marks with their sentences."""
    keys = ["article", "field", "sentence"]
    around = sentences.select(*keys, pl.col("start").alias("from"), pl.col("end").alias("to"))
    order = entries.select("entry", "category").with_row_index("rank")
    found = hits.join(around, keys, "left").join(order, ["entry", "category"], "left").sort("rank", "text", "start")
    rows = []
    for hit in found.iter_rows(named=True):
        one = annotated.texts[hit["text"]]
        first, last = (0, len(one.text)) if hit["from"] is None else (hit["from"], max(hit["to"], hit["end"]))
        rows.append(
            {name: hit[name] for name in ("entry", "term", "category")}
            | {"place": one.place, "start": hit["start"] - first, "end": hit["end"] - first}
            | {"sentence": one.text[first:last]}
        )
    return WRONG.frame(rows)
