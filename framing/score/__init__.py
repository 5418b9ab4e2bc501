"""Scores: what was found in each article, as figures, for the whole article and for each actor that it mentions."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from framing.lexicon import Lexicons
from framing.score.basis import Basis, code, count_units, list_categories, mark_links
from framing.score.labels import BLAMING_LABELS, PRAISING_LABELS
from framing.score.loaded import BLAMING, CATEGORIES, LOADED, PRAISING
from framing.score.measure import Measure
from framing.score.mentions import MENTIONS as MENTIONS_COUNT
from framing.score.quoted import QUOTATIONS, QUOTED_WORDS
from framing.score.stance import STANCE
from framing.score.tone import COMPOUND, NO_TONES, POLARITY, SUBJECTIVITY, Progress, pick_sentences, read_tones
from framing.score.valence import VALENCE
from framing.score.verbs import VERBS
from framing.tables import ARTICLES, HITS, LINKS, MENTIONS, QUOTES, SCORES, SENTENCES, STANCES, check

__all__ = ["MEASURES", "Measure", "count_words", "score"]

MEASURES: dict[str, Measure] = {
    measure.name: measure
    for measure in (
        LOADED,
        BLAMING,
        PRAISING,
        VALENCE,
        CATEGORIES,
        BLAMING_LABELS,
        PRAISING_LABELS,
        VERBS,
        QUOTATIONS,
        QUOTED_WORDS,
        MENTIONS_COUNT,
        STANCE,
        POLARITY,
        SUBJECTIVITY,
        COMPOUND,
    )
}


def score(
    articles: pl.DataFrame,
    found: Mapping[str, pl.DataFrame],
    *,
    lexicons: Lexicons,
    categories: bool = False,
    tone: bool = False,
    progress: Progress | None = None,
) -> pl.DataFrame:
    """
    SCORES of a corpus: every measure of `MEASURES` (docs/measures.md has units, ranges and directions).

    The whole article (actor null) has rows for voice own always, and for quoted, scare and headline where it has words
    of that voice. An actor has rows only in articles that mention it, in any form: for voice own always, for the others
    where the sentences that mention it have words of that voice (`quotations` and `quoted_words`: where the article
    has). What is mentioned and not coloured has 0. `value` is null where there is nothing to count against: no words,
    no verbs.

    Args:
        articles: ARTICLES.
        found: SENTENCES, QUOTES, MENTIONS, HITS and LINKS by their names in small letters, and STANCES if they were
            read. Rows about articles that
            are not in `articles`, and about actors that are mentioned nowhere, are left out.
        lexicons: those that the texts were read with; they say which verbs report, and which categories there are.
        categories: whether actors get `loaded:<category>` too, 0 where there is none; whole articles always do.
        tone: whether to read general tone as well, about a megabyte a second.
        progress: called with the sentences read for tone so far, and their number.

    Returns:
        SCORES, by article in the order of `articles`, actor (the whole article first), measure and voice.

    Raises:
        TableError: a table lacks a column or has one of another type, or an article stands twice.
    """
    articles, mentions = check(articles, ARTICLES), check(found["mentions"], MENTIONS)
    coding = code(articles, mentions)
    sentences, mentions = coding.apply(check(found["sentences"], SENTENCES)), coding.apply(mentions, "actor")
    hits = coding.apply(check(found["hits"], HITS).filter("loaded"))
    loaded, verbs = list_categories(lexicons, hits["category"].unique().to_list())
    basis = Basis(
        units=count_units(sentences, mentions, coding),
        mentions=mentions,
        quotes=coding.apply(check(found["quotes"], QUOTES)).with_columns(
            pl.col("speaker").cast(coding.actor, strict=False).alias("actor")
        ),
        hits=hits,
        links=mark_links(coding.apply(check(found["links"], LINKS), "actor"), hits, lexicons),
        categories=loaded,
        verbs=verbs,
        tones=read_tones(pick_sentences(coding.apply(articles), sentences), progress) if tone else NO_TONES,
        stances=coding.apply(check(found.get("stances", STANCES.empty()), STANCES), "actor"),
        by_category=categories,
    )
    parts = [
        measure.function(basis)
        for measure in MEASURES.values()
        if (tone or not measure.tone) and (not measure.table or measure.table in found)
    ]
    return _in_order(pl.concat(parts), articles, _expand(loaded, verbs))


def count_words(articles: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """
    ARTICLES with `words_own` and `words_quoted` filled in from SENTENCES: 0 for an article without a sentence.

    Raises:
        TableError: a table lacks a column or has one of another type.
    """
    counted = ("words_own", "words_quoted")
    sums = check(sentences, SENTENCES).group_by("article").agg(pl.col(*counted).cast(pl.Int64).sum())
    filled = (
        check(articles, ARTICLES).drop(*counted).join(sums, on="article", how="left", maintain_order="left")
    ).with_columns(pl.col(*counted).fill_null(0))
    return check(filled, ARTICLES)


def _expand(categories: tuple[str, ...], verbs: tuple[str, ...]) -> list[str]:
    """The names of all measures in order, one for each category and kind of verb."""
    members = {"loaded:<category>": categories, "verbs:<kind>": verbs}
    return [
        expanded
        for name in MEASURES
        for expanded in ([name.partition("<")[0] + m for m in members[name]] if name in members else [name])
    ]


def _in_order(rows: pl.DataFrame, articles: pl.DataFrame, measures: list[str]) -> pl.DataFrame:
    """SCORES of the rows, sorted, with the outlet, event and story of each article."""
    about = articles.select(pl.col("article").cast(rows.schema["article"]), "outlet", "event", "story")
    sorted_rows = rows.with_columns(pl.col("measure").cast(pl.Enum(measures))).sort(
        "article", "actor", "measure", "voice", nulls_last=False
    )
    return check(sorted_rows.join(about, on="article", how="left", maintain_order="left"), SCORES)
