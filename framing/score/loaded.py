"""Loaded words per 1,000 words: all, those that blame, those that praise, and each category."""

from __future__ import annotations

import polars as pl

from framing.score.basis import KEYS, Basis
from framing.score.measure import Measure, make_rows, per_thousand, tally

_UNIT = "per 1,000 words"
_RANGE = "0 and up"
_WORDS = "words of the voice in the article; for an actor, in the sentences that mention it"


def count_loaded(basis: Basis) -> pl.DataFrame:
    """Rows of `loaded`: loaded hits of the article, loaded links of an actor, each span once."""
    return _rate(basis, "loaded", pl.len())


def count_blaming(basis: Basis) -> pl.DataFrame:
    """Rows of `blaming`: of the loaded spans those with a valence below 0."""
    return _rate(basis, "blaming", (pl.col("valence") < 0).sum())


def count_praising(basis: Basis) -> pl.DataFrame:
    """Rows of `praising`: of the loaded spans those with a valence above 0."""
    return _rate(basis, "praising", (pl.col("valence") > 0).sum())


def count_categories(basis: Basis) -> pl.DataFrame:
    """Rows of `loaded:<category>`: every category for the article, and for actors if `basis.by_category`."""
    counted = basis.sorted_out.group_by([*KEYS, "category"]).agg(count=pl.len())
    units = basis.units if basis.by_category else basis.articles
    cells = units.join(pl.DataFrame({"category": basis.categories}, schema={"category": pl.String}), how="cross")
    return make_rows(cells, counted, pl.format("loaded:{}", "category"), per_thousand())


def _rate(basis: Basis, name: str, counted: pl.Expr) -> pl.DataFrame:
    return make_rows(basis.units, tally(basis.coloured, count=counted), name, per_thousand())


LOADED = Measure(
    name="loaded",
    scope="articles and actors",
    kind="rate",
    unit=_UNIT,
    range=_RANGE,
    direction="more words that the lists mark, blame and praise alike; not how false or unfair the text is",
    count="loaded words; for an actor, those linked to it; a word in two categories once, negated ones too",
    words=_WORDS,
    meaning="How often the text leaves plain reporting for a word that colours.",
    source="ours; rates of listed words per 1,000 are the common currency of dictionary-based content analysis",
    function=count_loaded,
)
BLAMING = Measure(
    name="blaming",
    scope="articles and actors",
    kind="rate",
    unit=_UNIT,
    range=_RANGE,
    direction="more words that put somebody in a poor light",
    count="loaded words with a valence below 0 (negated ones left out); for an actor, links with one",
    words=_WORDS,
    meaning="How often a word blames: anybody in the article, or this actor.",
    source="ours",
    function=count_blaming,
)
PRAISING = Measure(
    name="praising",
    scope="articles and actors",
    kind="rate",
    unit=_UNIT,
    range=_RANGE,
    direction="more words that put somebody in a good light",
    count="loaded words with a valence above 0 (negated ones left out); for an actor, links with one",
    words=_WORDS,
    meaning="How often a word praises: anybody in the article, or this actor.",
    source="ours",
    function=count_praising,
)
CATEGORIES = Measure(
    name="loaded:<category>",
    scope="articles and actors",
    kind="rate",
    unit=_UNIT,
    range=_RANGE,
    direction="more loaded words of that category",
    count="as `loaded`, of the category alone; a word in two categories counts in both",
    words=_WORDS,
    meaning="Which sort of loaded words it is. Actors have rows only if they are asked for.",
    source="ours",
    function=count_categories,
)
