"""`framing corpus`: what is in a corpus, before anything is made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from framing.cli.options import ColumnNames, Corpus, parse_columns
from framing.cli.terminal import align, clean, echo_notes
from framing.numerals import count

if TYPE_CHECKING:
    import polars as pl

SHOWN = 20  # rows that are listed one by one
_COPIED = "shared with "

app = typer.Typer(help="Look at a corpus.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def corpus() -> None:
    """Look at a corpus."""


@app.command()
def check(corpus: Corpus, column: ColumnNames = None) -> None:
    """
    Say what is read of CORPUS, and what is not.

    Articles by outlet, what was set aside and why, page furniture, blocks and stories that articles share.
    """
    columns = parse_columns(column)
    from framing.corpus import read_corpus

    reading = read_corpus(corpus, columns=columns)
    typer.echo(clean(f"{corpus}: {count(reading.articles.height, 'article')}"))
    typer.echo(align(_outlets(reading.articles)))
    echo_notes(reading.notes)
    for title, rows in (
        ("Set aside", _set_aside(reading.set_aside)),
        ("Page furniture, left out of every count", _furniture(reading.articles)),
        ("Blocks that an earlier article has word for word, counted there alone", _blocks(reading.articles)),
        ("Stories with more than one article (near-copies)", _stories(reading.articles)),
    ):
        typer.echo(f"\n{title}: " + ("" if len(rows) > 1 else "none"))
        if len(rows) > 1:
            typer.echo(align(rows))


def _outlets(articles: pl.DataFrame) -> list[tuple[object, ...]]:
    """A row per outlet: articles, near-copies, words (white space between them), events, days."""
    import polars as pl

    table = (
        articles.group_by("outlet")
        .agg(
            pl.len(),
            (pl.col("story") != pl.col("article")).sum(),
            pl.col("text").str.count_matches(r"\S+").sum().alias("words"),
            pl.col("title").is_null().sum(),
            pl.col("event").drop_nulls().n_unique(),
            pl.col("date").min().cast(pl.String).fill_null("-").alias("first"),
            pl.col("date").max().cast(pl.String).fill_null("-").alias("last"),
        )
        .sort("outlet")
    )
    head = ("outlet", "articles", "near-copies", "words", "without title", "events", "first", "last")
    return [head, *table.rows()]


def _set_aside(set_aside: pl.DataFrame) -> list[tuple[object, ...]]:
    """A row for each of the first, and one for how many more there are of each kind."""
    rows: list[tuple[object, ...]] = [("kind", "place", "reason")]
    rows += set_aside.select("kind", "place", "reason").head(SHOWN).rows()
    more = set_aside.slice(SHOWN)["kind"].value_counts(sort=True).rows()
    return rows + [(kind, f"{number:,} more", "") for kind, number in more]


def _furniture(articles: pl.DataFrame) -> list[tuple[object, ...]]:
    import polars as pl

    spans = _spans(articles).filter(~pl.col("reason").str.starts_with(_COPIED))
    table = (
        spans.group_by("reason")
        .agg(pl.len(), pl.col("article").n_unique().alias("articles"), (pl.col("end") - pl.col("start")).sum())
        .sort("len", "reason", descending=[True, False])
    )
    return [("reason", "stretches", "articles", "characters"), *table.rows()]


def _blocks(articles: pl.DataFrame) -> list[tuple[object, ...]]:
    import polars as pl

    spans = _spans(articles).filter(pl.col("reason").str.starts_with(_COPIED))
    table = (
        spans.group_by("article", pl.col("reason").str.strip_prefix(_COPIED).alias("first"))
        .agg((pl.col("end") - pl.col("start")).sum())
        .sort("article", "first")
    )
    return [("article", "counted in", "characters"), *table.head(SHOWN).rows(), *_more(table.height, 3)]


def _spans(articles: pl.DataFrame) -> pl.DataFrame:
    """A row for every stretch left out: article, start, end, reason."""
    return articles.select("article", "furniture").explode("furniture").drop_nulls().unnest("furniture")


def _stories(articles: pl.DataFrame) -> list[tuple[object, ...]]:
    import polars as pl

    table = (
        articles.group_by("story")
        .agg(pl.len(), pl.format("{} ({})", "article", "outlet").sort_by(pl.col("article") != pl.col("story")))
        .filter(pl.col("len") > 1)
        .sort("len", "story", descending=[True, False])
    )
    rows = [(number, ", ".join(members)) for _, number, members in table.head(SHOWN).rows()]
    return [("articles", "which"), *rows, *_more(table.height, 2)]


def _more(size: int, columns: int) -> list[tuple[object, ...]]:
    """A last row that says how many are not shown."""
    return [(f"{size - SHOWN:,} more", *[""] * (columns - 1))] if size > SHOWN else []
