"""`framing show`: one article in the terminal, its marks in colour, each with its reason."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.options import ActorFile, ColumnNames, Lexicons, OwnLayers, parse_columns
from framing.cli.terminal import show_progress
from framing.errors import CorpusError

if TYPE_CHECKING:
    import polars as pl


def show(
    article: Annotated[
        Path, typer.Argument(metavar="ARTICLE", help="A .txt file, or a corpus together with --article ID.")
    ],
    identity: Annotated[
        str | None, typer.Option("--article", metavar="ID", help="Which article of the corpus.", show_default=False)
    ] = None,
    lexicon: Lexicons = None,
    own: OwnLayers = True,
    actors: ActorFile = None,
    column: ColumnNames = None,
) -> None:
    """
    Print one article with its marks and reasons.

    Marked are loaded words and whatever else colours somebody. Of a corpus, the whole is read, so that the marks are
    those of its report.
    """
    columns = parse_columns(column)
    from framing.cli.marking import mark_article
    from framing.cli.painting import paint
    from framing.cli.steps import Request, analyze_request

    with show_progress() as progress:
        analysis = analyze_request(Request(article, lexicon or (), own, actors, columns), progress)
    page = paint(mark_article(analysis, _choose(analysis.articles["article"], identity, article)))
    if sys.stdout.isatty():
        from rich.console import Console

        Console(highlight=False).print(page)
    else:
        typer.echo(page.plain)


def _choose(ids: pl.Series, wanted: str | None, corpus: Path) -> str:
    """The id asked for, or the only one there is."""
    known = [str(one) for one in ids.to_list()]
    if wanted in known:
        return str(wanted)
    if wanted is None and len(known) == 1:
        return known[0]
    from framing.lexicon.faults import nearest

    near = nearest(wanted, known) if wanted else None
    some = near or ", ".join(known[:5]) + (" …" if len(known) > 5 else "")
    fault = f"it has no article {wanted!r}" if wanted else f"it has {len(known):,} articles"
    raise CorpusError(fault, f"choose one with --article ID: {some}", corpus)
