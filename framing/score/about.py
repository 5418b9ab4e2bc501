"""Whom a span is about: the most mentioned actor of the article, those of the span's own sentence counting double."""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

from framing.tables import MENTIONS, QUOTES, SENTENCES, check

NEAR_WEIGHT = 2  # of mentions of whoever is mentioned in the span's sentence
ABOUT = {"actor": pl.String, "rule": pl.String, "confidence": pl.Float64}
RULES = ("mentioned in the sentence", "most mentioned in the article", "undecided", "nobody is mentioned")
_SPANS = {"article": pl.String, "field": pl.String, "start": pl.Int64, "end": pl.Int64}


def find_subjects(
    spans: pl.DataFrame,
    mentions: pl.DataFrame,
    sentences: pl.DataFrame,
    quotes: pl.DataFrame,
    *,
    among: Collection[str] | None = None,
) -> pl.DataFrame:
    """
    The actor that each span is most likely about.

    Every actor weighs as much as it has mentions in the article (title too), twice that if one of them is in a sentence
    that the span touches. Whoever speaks a quotation that the span touches is left out. The heaviest is chosen, unless
    two weigh the same. Roles play no part: a word may colour an accuser, and the passage be about the accused.

    Args:
        spans: article, start and end (characters), and field ("text" where it is left out), a row a span.
        mentions, sentences, quotes: MENTIONS, SENTENCES and QUOTES.
        among: ids of the actors to choose from; None: all.

    Returns:
        The spans in their order with three columns more: `actor` (null if unresolved), `rule` (of RULES), and
        `confidence`, the weight of the chosen divided by that and the next one's, 0.5 … 1, 0 if unresolved. On marked
        spans of US articles it ordered right from wrong well; it is no probability (docs/accuracy.md).

    Raises:
        TableError: a table lacks a column or has one of another type.
        polars.exceptions.PolarsError: `spans` does, or has one of the three columns already.
    """
    mentions, sentences, quotes = check(mentions, MENTIONS), check(sentences, SENTENCES), check(quotes, QUOTES)
    if among is not None:
        mentions = mentions.filter(pl.col("actor").is_in(list(among)))
    rows = _number(spans)
    places = _touching(rows, sentences).select("span", "article", "field", "sentence")
    near = places.join(mentions, on=["article", "field", "sentence"]).select("span", "actor", near=True).unique()
    speakers = _touching(rows, quotes).select("span", actor="speaker").drop_nulls().unique()
    weighed = (
        rows.join(mentions.group_by("article", "actor").len("weight"), on="article")
        .join(speakers, on=["span", "actor"], how="anti")
        .join(near, on=["span", "actor"], how="left")
        .with_columns(weight=pl.when("near").then(NEAR_WEIGHT).otherwise(1) * pl.col("weight"))
    )
    chosen = rows.select("span").join(_choose(weighed), on="span", how="left", maintain_order="left")
    return spans.hstack(chosen.select(_settle()).cast(ABOUT).get_columns())  # type: ignore[arg-type]


def _number(spans: pl.DataFrame) -> pl.DataFrame:
    """The places of the spans, with their number."""
    fielded = spans if "field" in spans.columns else spans.with_columns(field=pl.lit("text"))
    return fielded.select(pl.col(name).cast(dtype) for name, dtype in _SPANS.items()).with_row_index("span")


def _touching(rows: pl.DataFrame, table: pl.DataFrame) -> pl.DataFrame:
    """Rows of a table of spans that share a character with a span, with its number; an empty span touches its place."""
    ends = pl.max_horizontal("end", pl.col("start") + 1)
    joined = rows.with_columns(last=ends).join(table, on=["article", "field"], suffix="_there")
    return joined.filter(pl.col("start_there") < pl.col("last"), pl.col("start") < pl.col("end_there"))


def _choose(weighed: pl.DataFrame) -> pl.DataFrame:
    """By span: the heaviest actor, its weight, whether it is near, and the next one's weight (0 if there is none)."""
    ranked = weighed.sort("span", "weight", "actor", descending=[False, True, False])
    return ranked.group_by("span", maintain_order=True).agg(
        pl.col("actor").first(),
        pl.col("near").first().fill_null(False),
        first=pl.col("weight").first(),
        second=pl.col("weight").get(1, null_on_oob=True).fill_null(0),
    )


def _settle() -> list[pl.Expr]:
    """Actor, rule and confidence of what was chosen."""
    nobody, tied = pl.col("actor").is_null(), pl.col("first") == pl.col("second")
    by_place = pl.when("near").then(pl.lit(RULES[0])).otherwise(pl.lit(RULES[1]))
    return [
        pl.when(~tied).then("actor").alias("actor"),
        pl.when(nobody).then(pl.lit(RULES[3])).when(tied).then(pl.lit(RULES[2])).otherwise(by_place).alias("rule"),
        pl.when(nobody | tied).then(0.0).otherwise(pl.col("first") / (pl.col("first") + pl.col("second")))
        .alias("confidence"),
    ]  # fmt: skip
