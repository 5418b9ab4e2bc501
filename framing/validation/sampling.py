"""Marks drawn from a corpus for people to judge: a sheet for them, a key to it, and the counts behind the rates."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl

from framing.validation.tables import COUNTS, KEY, LOADED, SHEET

LONGEST = 600  # characters of a sentence that are shown
_KEYS = ["article", "field", "sentence"]
_BREAKS = re.compile(r"\s")


@dataclass(frozen=True)
class Design:
    """
    What is drawn.

    Attributes:
        marks: how many marks.
        unmarked: how many sentences without a mark, for an estimate of what the list misses.
        voice: whose words: own, quoted, scare or headline.
        seed: the same corpus, lexicons and seed give the same sample.
    """

    marks: int = 200
    unmarked: int = 0
    voice: str = "own"
    seed: int = 0


@dataclass(frozen=True)
class Sample:
    """SHEET for the coders, KEY and COUNTS for whoever reckons with their answers, and how many there were to draw."""

    sheet: pl.DataFrame
    key: pl.DataFrame
    counts: pl.DataFrame
    marks: int
    unmarked: int


def draw_sample(articles: pl.DataFrame, sentences: pl.DataFrame, hits: pl.DataFrame, design: Design) -> Sample:
    """
    Draw marks of loaded words without replacement, in equal shares from every outlet and category as far as there are
    enough, and sentences without a mark in equal shares from every outlet.

    An item's weight is how many marks (or unmarked sentences) of its outlet and category it stands for; where there
    are more of these groups than marks to draw, how many it stands for on average over all such samples.

    Args:
        articles, sentences, hits: ARTICLES, SENTENCES and HITS of the corpus.
        design: how many, of which voice, by which seed.
    """
    rng = np.random.default_rng(design.seed)
    marked, unmarked = _candidates(articles, sentences, hits, design.voice)
    drawn = [*_draw(marked, design.marks, rng), *_draw(unmarked, design.unmarked, rng)]
    sample = _digest(drawn, design)
    rows = [
        {**drawn[place], "id": f"{sample}-{number:04d}"} for number, place in enumerate(rng.permutation(len(drawn)), 1)
    ]
    texts = {row[0]: {"title": row[1], "text": row[2]} for row in articles.select("article", "title", "text").rows()}
    sheet = [_show(row, texts[row["article"]][row["field"]]) for row in rows]
    key = [{name: row[name] for name in KEY.names} for row in rows]
    counts = _count(articles, sentences, marked, design.voice)
    return Sample(SHEET.frame(sheet), KEY.frame(key), counts, marked.height, unmarked.height)


def share_out(sizes: list[int], wanted: int, rng: np.random.Generator) -> tuple[list[int], list[float]]:
    """
    How many to draw from each of several groups: the same from all that have so many, the rest at random.

    Args:
        sizes: how many each group has, above 0.
        wanted: how many are to be drawn in all.
        rng: which groups give one more than the others where the number does not divide.

    Returns:
        How many from each, and how many of its members each one drawn stands for.
    """
    given = [0] * len(sizes)
    left = min(wanted, sum(sizes))
    while (open_ := [g for g, size in enumerate(sizes) if given[g] < size]) and left >= len(open_):
        step = min(left // len(open_), *(sizes[g] - given[g] for g in open_))
        for group in open_:
            given[group] += step
        left -= step * len(open_)
    lucky = rng.choice(open_, left, replace=False).tolist() if left else []
    weights = [size / max(given[g] + (g in lucky), 1) for g, size in enumerate(sizes)]
    for group in lucky:
        if not given[group]:
            weights[group] = sizes[group] * len(open_) / left
        given[group] += 1
    return given, weights


def _candidates(
    articles: pl.DataFrame, sentences: pl.DataFrame, hits: pl.DataFrame, voice: str
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """
    The marks of that voice, and the sentences with words of it and no mark in any voice.

    Both with outlet, `from` and `to` (of the sentence), and kind.
    """
    loaded = hits.filter(pl.col("loaded"))
    where = sentences.with_columns(pl.col("start").alias("from"), pl.col("end").alias("to"))
    outlets = articles.select("article", "outlet")
    marks = loaded.filter(pl.col("voice") == voice).join(where.select(*_KEYS, "from", "to"), _KEYS, "left")
    clear = where.filter(pl.col(f"words_{voice}") > 0).join(loaded, _KEYS, "anti")
    none = [pl.lit("").alias(name) for name in ("term", "entry", "category")]
    kinds = (("marked", marks), ("unmarked", clear.with_columns(none)))
    order = ["article", "field", "start", "end", "category"]
    marked, unmarked = (one.join(outlets, "article").with_columns(kind=pl.lit(kind)) for kind, one in kinds)
    return marked.sort(order, maintain_order=True), unmarked.sort(order, maintain_order=True)


def _draw(frame: pl.DataFrame, wanted: int, rng: np.random.Generator) -> list[dict[str, Any]]:
    """Rows drawn from every outlet and category, with `weight`."""
    groups = [group for _, group in sorted(frame.partition_by("outlet", "category", as_dict=True).items())]
    given, weights = share_out([group.height for group in groups], wanted, rng)
    return [
        {**row, "weight": weight}
        for group, many, weight in zip(groups, given, weights, strict=True)
        for row in group[rng.choice(group.height, many, replace=False).tolist()].to_dicts()
    ]


def _digest(items: list[dict[str, Any]], design: Design) -> str:
    """What tells this sample from every other, as eight hexadecimal digits."""
    content = [repr(design), *("|".join(str(item[name]) for name in KEY.names[2:10]) for item in items)]
    return hashlib.sha256("\n".join(content).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _show(row: Mapping[str, Any], text: str | None) -> dict[str, Any]:
    """An item as the coders see it: line breaks as spaces, a long sentence cut around its mark."""
    shown = _BREAKS.sub(" ", text or "")
    first, last = row["from"] or 0, row["to"] or len(shown)
    if row["kind"] == "marked":
        around = min(first, row["start"]), max(last, row["end"])
        first, last = _cut(shown, around, (row["start"], row["end"]))
    whole = shown[first:last]
    pieces = (shown[first : row["start"]], shown[row["start"] : row["end"]], shown[row["end"] : last])
    before, mark, after = pieces if row["kind"] == "marked" else ("", "", "")
    named = {name: row[name] for name in ("id", "outlet", "term", "category")}
    return {**named, "sentence": whole, "before": before, "mark": mark, "after": after, LOADED: "", "reason": ""}


def _cut(text: str, sentence: tuple[int, int], mark: tuple[int, int]) -> tuple[int, int]:
    """A sentence, or so much of it around the mark as fits, from and to a space."""
    (first, last), (start, end) = sentence, mark
    room = max(LONGEST - (end - start), 0) // 2
    if last - first <= LONGEST:
        return sentence
    if first < start - room:
        first = text.find(" ", start - room, start) + 1 or start - room
    if end + room < last:
        space = text.rfind(" ", end, end + room)
        last = end + room if space < 0 else space
    return first, last


def _count(articles: pl.DataFrame, sentences: pl.DataFrame, marks: pl.DataFrame, voice: str) -> pl.DataFrame:
    """COUNTS: every article with its words, a row a category of its marks."""
    words = sentences.group_by("article").agg(pl.col(f"words_{voice}").sum().cast(pl.Int64).alias("words"))
    counted = marks.group_by("article", "category").agg(pl.len().cast(pl.Int64).alias("marks"))
    table = articles.select("article", "outlet").join(words, "article", "left").join(counted, "article", "left")
    filled = table.with_columns(pl.col("words", "marks").fill_null(0), pl.col("category").fill_null(""))
    return COUNTS.frame(filled.sort("outlet", "article", "category").to_dicts())
