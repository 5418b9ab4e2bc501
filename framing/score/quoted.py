"""Quotations and quoted words: how often an actor is quoted, and how much room its own words get."""

from __future__ import annotations

import polars as pl

from framing.score.basis import Basis
from framing.score.measure import Measure, make_rows


def count_quotations(basis: Basis) -> pl.DataFrame:
    """Rows of `quotations`, voice quoted, for every actor of every article that quotes anybody."""
    begun = basis.quotes.filter(pl.col("voice") == "quoted", ~pl.col("continues"))
    room = begun.group_by("article", "voice", maintain_order=True).agg(words=pl.len())
    units = basis.actors.select("article", "actor").unique(maintain_order=True).join(room, on="article")
    said = begun.group_by("article", "actor", maintain_order=True).agg(count=pl.len())
    return make_rows(units, said, "quotations", pl.col("count"))


def count_quoted(basis: Basis) -> pl.DataFrame:
    """Rows of `quoted_words`, voice quoted, for every actor of every article that quotes anybody."""
    quoted = pl.col("voice") == "quoted"
    room = basis.articles.filter(quoted).select("article", "voice", "words")
    units = basis.actors.select("article", "actor").unique(maintain_order=True).join(room, on="article")
    said = basis.quotes.filter(quoted).group_by("article", "actor").agg(count=pl.col("words").cast(pl.Int64).sum())
    return make_rows(units, said.select("article", "actor", "count"), "quoted_words", pl.col("count"))


QUOTED_WORDS = Measure(
    name="quoted_words",
    scope="actors",
    kind="count",
    unit="words",
    range="0 and up",
    direction="more room for the actor's own words; not more agreement with them",
    count="words between quotation marks that the text attributes to the actor (titles too)",
    words="all quoted words of the article",
    meaning="Who gets to speak, and for how long. Quotations whose speaker is not plain count for nobody.",
    source="ours; counting sources and their room is standard in news content analysis",
    function=count_quoted,
)

QUOTATIONS = Measure(
    name="quotations",
    scope="actors",
    kind="count",
    unit="quotations",
    range="0 and up",
    direction="the actor is quoted more often; not with more agreement",
    count="stretches between quotation marks that the text attributes to the actor; one over several paragraphs is one",
    words="all such stretches of the article, whoever says them",
    meaning="Who gets to speak, and how often. Quotations whose speaker is not plain count for nobody.",
    source="ours; counting sources and their room is standard in news content analysis",
    function=count_quotations,
)
