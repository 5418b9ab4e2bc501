"""What every measure counts from: units with their words, and coloured spans, each once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from framing.errors import TableError
from framing.lexicon import Lexicons
from framing.tables import FIELDS, VOICES

KEYS = ["article", "actor", "voice"]
SPAN = ["article", "field", "start", "end"]


@dataclass(frozen=True)
class Basis:
    """
    The evidence of a corpus, ready to be counted. Articles, actors and voices are enums, in the order of the rows.

    Attributes:
        units: article, actor (null: the whole article), voice, words. The words of that voice in the article or, for an
            actor, in the sentences that mention it; a row for voice own always, for the others where there are words.
        mentions: MENTIONS. quotes: QUOTES, actor null where nobody is known to speak. hits: HITS, loaded ones only.
        links: LINKS with `loaded` (its hit counts as a loaded word) and `reporting` (its entry is a reporting verb).
        categories: the categories of loaded words, in the lexicons' order. verbs: those of reporting verbs.
        stances: STANCES.
        tones: article, sentence, polarity, subjectivity, compound of own-voice sentences; empty if not asked for.
        by_category: whether actors get a row for every category too.
    """

    units: pl.DataFrame
    mentions: pl.DataFrame
    quotes: pl.DataFrame
    hits: pl.DataFrame
    links: pl.DataFrame
    categories: tuple[str, ...]
    verbs: tuple[str, ...]
    tones: pl.DataFrame
    stances: pl.DataFrame
    by_category: bool = False

    @cached_property
    def articles(self) -> pl.DataFrame:
        """The units that are whole articles."""
        return self.units.filter(pl.col("actor").is_null())

    @cached_property
    def actors(self) -> pl.DataFrame:
        """The units of actors: only where they are mentioned."""
        return self.units.filter(pl.col("actor").is_not_null())

    @cached_property
    def coloured(self) -> pl.DataFrame:
        """
        Loaded spans of whole articles (actor null) and of actors: article, actor, voice, valence.

        A span is there once, however many categories list it; its valence is the mean of those that are not 0. In a
        whole article a negated word colours nobody: its valence is 0. Links bring theirs with negation applied.
        """
        return merge_spans(pl.concat([self._of_articles, self._of_actors]))

    @cached_property
    def sorted_out(self) -> pl.DataFrame:
        """Loaded spans by category: article, actor, voice, category; a span once in each of its categories."""
        spans = pl.concat([self._of_articles, self._of_actors] if self.by_category else [self._of_articles])
        return spans.unique([*SPAN, "actor", "category"], maintain_order=True).select(*KEYS, "category")

    @property
    def _of_articles(self) -> pl.DataFrame:
        valence = pl.when("negated").then(0.0).otherwise("valence")
        actor = pl.lit(None, self.units.schema["actor"])
        return self.hits.select(*SPAN, actor.alias("actor"), "voice", "category", valence.alias("valence"))

    @property
    def _of_actors(self) -> pl.DataFrame:
        return self.links.filter("loaded").select(*SPAN, "actor", "voice", "category", "valence")


def merge_spans(links: pl.DataFrame) -> pl.DataFrame:
    """
    Every span once for an actor: article, actor, voice, valence (mean of the valences that are not 0, else 0).

    Args:
        links: article, field, start, end, actor, voice, valence, a row for each sense.
    """
    some = pl.col("coloured") > 0
    return (
        links.group_by([*SPAN, "actor", "voice"], maintain_order=True)
        .agg(pl.col("valence").sum(), coloured=(pl.col("valence") != 0).sum())
        .with_columns(pl.when(some).then(pl.col("valence") / pl.col("coloured")).otherwise(0.0).alias("valence"))
        .select(*KEYS, "valence")
    )


@dataclass(frozen=True)
class Coding:
    """Ids as enums: articles in the order of their table, actors by name, voices as in tables.VOICES."""

    article: pl.Enum
    actor: pl.Enum
    voice: pl.Enum

    def apply(self, table: pl.DataFrame, actor: str | None = None) -> pl.DataFrame:
        """The rows of known articles and (in the column named) known actors, with codes instead of strings."""
        codes = [pl.col("article").cast(self.article, strict=False)]
        if "voice" in table.columns:
            codes.append(pl.col("voice").cast(self.voice, strict=False))
        if "field" in table.columns:
            codes.append(pl.col("field").cast(pl.Enum(FIELDS), strict=False))
        if actor:
            codes.append(pl.col(actor).cast(self.actor, strict=False).alias("actor"))
        coded = table.with_columns(codes)
        return coded.drop_nulls([name for name in ("article", "actor", "voice", "field") if name in coded.columns])


def code(articles: pl.DataFrame, mentions: pl.DataFrame) -> Coding:
    """
    The codes of a corpus.

    Raises:
        TableError: an article stands twice in `articles`.
    """
    if articles["article"].is_duplicated().any():
        raise TableError("ARTICLES has the same article twice", "give every article an id of its own")
    return Coding(pl.Enum(articles["article"]), pl.Enum(mentions["actor"].unique().sort()), pl.Enum(VOICES))


def count_units(sentences: pl.DataFrame, mentions: pl.DataFrame, coding: Coding) -> pl.DataFrame:
    """
    Units with their words: see `Basis.units`.

    Args:
        sentences: coded SENTENCES. mentions: coded MENTIONS.
        coding: the codes; every article in it gets a row.
    """
    words = (
        sentences.rename({f"words_{voice}": voice for voice in VOICES})
        .group_by("article", "sentence")  # a title of several sentences is one
        .agg(pl.col(*VOICES).cast(pl.Int64).sum())
    )
    whole = (
        pl.DataFrame({"article": coding.article.categories}, schema={"article": coding.article})
        .join(words.group_by("article").agg(pl.col(*VOICES).sum()), on="article", how="left")
        .select("article", pl.lit(None, coding.actor).alias("actor"), *VOICES)
    )
    named = (
        mentions.select("article", "sentence", "actor")
        .unique()
        .join(words, on=["article", "sentence"], how="left")
        .group_by("article", "actor")
        .agg(pl.col(*VOICES).sum())
    )
    return (
        pl.concat([whole, named])
        .unpivot(VOICES, index=["article", "actor"], variable_name="voice", value_name="words")
        .with_columns(pl.col("voice").cast(coding.voice), pl.col("words").fill_null(0))
        .filter((pl.col("voice") == "own") | (pl.col("words") > 0))
    )


def mark_links(links: pl.DataFrame, hits: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """
    Links with `loaded` and `reporting`.

    Args:
        links: coded LINKS. hits: coded HITS, loaded ones only.
        lexicons: those that the texts were read with.
    """
    loaded = hits.select(*SPAN, "entry").unique().with_columns(loaded=True)
    said = {(entry.citation, entry.category): True for entry in lexicons.in_force() if entry.kind == "reporting"}
    columns = {"entry": [e for e, _ in said], "category": [c for _, c in said], "reporting": list(said.values())}
    reporting = pl.DataFrame(columns, schema={"entry": pl.String, "category": pl.String, "reporting": pl.Boolean})
    return (
        links.join(loaded, on=[*SPAN, "entry"], how="left", maintain_order="left")
        .join(reporting, on=["entry", "category"], how="left", maintain_order="left")
        .with_columns(pl.col("loaded", "reporting").fill_null(value=False))
    )


def list_categories(lexicons: Lexicons, found: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """
    The categories of loaded words and those of reporting verbs, in the lexicons' order.

    Args:
        lexicons: those that the texts were read with.
        found: categories of loaded hits; what the lexicons don't have comes last.
    """
    entries = lexicons.in_force()
    loaded = {entry.category for entry in entries if entry.loaded}
    verbs = {entry.category for entry in entries if entry.kind == "reporting"}
    order = [*lexicons.categories, *sorted({*found, *loaded, *verbs} - set(lexicons.categories))]
    return tuple(c for c in order if c in loaded | set(found)), tuple(c for c in order if c in verbs)
