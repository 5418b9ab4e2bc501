"""`framing score`: the tables alone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.options import ActorFile, ColumnNames, Corpus, Lexicons, OwnLayers, Tone, parse_columns
from framing.cli.terminal import clean, echo_notes, show_progress
from framing.numerals import count


def score(
    corpus: Corpus,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="DIR", help="Where the tables go.")],
    lexicon: Lexicons = None,
    own: OwnLayers = True,
    actors: ActorFile = None,
    column: ColumnNames = None,
    categories: Annotated[
        bool, typer.Option("--categories", help="Score the categories of loaded words for every actor too.")
    ] = False,
    tone: Tone = False,
) -> None:
    """
    Write the tables of CORPUS, compare nothing.

    They are Parquet files; docs/tables.md says what is in them.
    """
    columns = parse_columns(column)
    from framing.cli.steps import Request, analyze_request, expect_writable
    from framing.report import write_tables

    expect_writable(out)
    request = Request(corpus, lexicon or (), own, actors, columns, categories=categories, tone=tone)
    with show_progress() as progress:
        analysis = analyze_request(request, progress)
        progress("writing the tables", 0, 1)
        write_tables(analysis, out)
    echo_notes(analysis.notes)
    figures = count(analysis.scores.height, "score")
    typer.echo(
        f"{count(analysis.articles.height, 'article')} read, "
        f"{count(analysis.set_aside.height, 'row or file', 'rows or files')} set aside, {figures}."
    )
    typer.echo(clean(f"Written: {out}"))
