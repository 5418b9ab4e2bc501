"""Loadedness of sentences: what the lexicons mark, weighted by intensity, with the forms of the other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import polars as pl

from framing.score.wordforms import cut_words, judge
from framing.tables import HITS, QUOTES, check

MARKED = 1.0  # points from which a word is marked: entries of intensity 1.5 and more, forms of weight 1 and more
LIGHT = ("approving", "conceding")  # verbs that throw a light on a speaker, and are plain words for what was said
ATTRIBUTION, SCARE, EXCLAMATION = -0.5, 0.3, 0.5
_SMOOTHING = 5  # words: one mark in three words is less sure a sign than ten in thirty

POINT = pl.Struct({"start": pl.Int64, "end": pl.Int64, "rule": pl.String, "points": pl.Float64})
LOADEDNESS: dict[str, Any] = {
    "text": pl.Int64,
    "words": pl.Int64,
    "loadedness": pl.Float64,
    "marks": pl.List(POINT),
    "evidence": pl.List(POINT),
}
Point = dict[str, Any]


def rate_loadedness(texts: Sequence[str], hits: pl.DataFrame, quotes: pl.DataFrame) -> pl.DataFrame:
    """
    How far each text is from plain reporting, by the words it uses: not whom it colours, nor which way.

    Points: a loaded word its intensity less 0.5 (0.5 … 2.5); other words by their form (`framing.score.wordforms`);
    an exclamation mark 0.5, scare quotes 0.3; a plain reporting verb −0.5 and a figure −0.3, since what is attributed
    or counted can be checked. All voices count.

    Args:
        texts: sentences, or other short texts.
        hits, quotes: HITS and QUOTES of them, with the number of the text as `article`.

    Returns:
        A row a text: `text` its number, `words`, `loadedness` (points per 100 words, five words added to each text;
        about −10 … +50, higher is more loaded, plain reporting lies around 0), `marks` the words of 1 point and more,
        `evidence` all that gave or took points; both with start, end (characters), rule and points.

    Raises:
        TableError: a table lacks a column or has one of another type.
    """
    listed = _by_text(check(hits, HITS), check(quotes, QUOTES))
    rows = [_rate(number, text, listed.get(str(number), [])) for number, text in enumerate(texts)]
    return pl.DataFrame(rows, schema=LOADEDNESS)


def _by_text(hits: pl.DataFrame, quotes: pl.DataFrame) -> dict[str, list[tuple[Point, bool]]]:
    """What the tables give points for, by text, with whether it may be a mark. A span in two categories counts once."""
    valued = hits.with_columns(
        points=pl.when("loaded").then(pl.col("intensity") - 0.5).otherwise(ATTRIBUTION),
        rule=pl.when("loaded").then("category").otherwise(pl.lit("plain attribution")),
        marks=pl.col("loaded") & ~pl.col("category").is_in(LIGHT),
    )
    scare = quotes.filter(kind="scare").with_columns(points=pl.lit(SCARE), rule=pl.lit("scare quotes"), marks=False)
    columns = ("article", "start", "end", "rule", "points", "marks")
    rows = pl.concat([
        valued.sort("points", descending=True).unique(["article", "start", "end"], keep="first").select(columns),
        scare.select(columns),
    ]).sort("article", "start", "end")  # fmt: skip
    listed: dict[str, list[tuple[Point, bool]]] = {}
    for article, *values, marks in rows.iter_rows():
        listed.setdefault(article, []).append(
            (dict(zip(("start", "end", "rule", "points"), values, strict=True)), marks)
        )
    return listed


def _rate(number: int, text: str, listed: list[tuple[Point, bool]]) -> dict[str, Any]:
    taken = [(point["start"], point["end"]) for point, _ in listed if point["rule"] != "scare quotes"]
    words = list(cut_words(text))
    formed = list(_read_forms(text, words, taken))
    every = sorted([*listed, *formed], key=lambda row: (row[0]["start"], row[0]["end"]))
    total = sum(point["points"] for point, _ in every)
    return {
        "text": number,
        "words": len(words),
        "loadedness": 100 * total / (len(words) + _SMOOTHING),
        "marks": [point for point, marks in every if marks and point["points"] >= MARKED],
        "evidence": [point for point, _ in every],
    }


def _read_forms(
    text: str, words: list[tuple[int, int, str, bool]], taken: list[tuple[int, int]]
) -> Iterator[tuple[Point, bool]]:
    """Points for the form of words in no list, and for exclamation marks."""
    for start, end, word, named in words:
        rule = judge(word, named)
        if rule and not any(first < end and start < last for first, last in taken):
            yield {"start": start, "end": end, "rule": rule.name, "points": rule.weight}, True
    for at, sign in enumerate(text):
        if sign == "!":
            yield {"start": at, "end": at + 1, "rule": "exclamation mark", "points": EXCLAMATION}, False
