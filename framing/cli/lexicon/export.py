"""`framing lexicon export`: the lists in force for other tools."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from framing.cli.options import Lexicons, OwnLayers
from framing.cli.terminal import clean
from framing.numerals import count


class Target(StrEnum):
    """Formats that are written; a test keeps them equal to framing.exchange.WRITERS."""

    liwc = "liwc"
    dicx = "dicx"
    quanteda = "quanteda"
    vader = "vader"
    vale = "vale"
    spacy = "spacy"
    csv = "csv"
    xlsx = "xlsx"


def export(
    to: Annotated[Target, typer.Option("--to", help="The format.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="DIR", help="The folder for the files.")],
    lexicon: Lexicons = None,
    own: OwnLayers = True,
    alone: Annotated[bool, typer.Option("--alone", help="The lists of --lexicon without the bundled ones.")] = False,
) -> None:
    """Write the lexicons in force in another tool's format; print what it can't hold."""
    from framing.cli.steps import expect_writable
    from framing.exchange import WRITERS, count_losses
    from framing.lexicon import find_layers, load_layers, load_lexicons
    from framing.publish import publish_bytes

    expect_writable(out)
    given = lexicon or ()
    layers = load_lexicons(given, bundled=False) if alone else load_layers(find_layers(given, own=own))
    entries = layers.in_force()
    writer = WRITERS[to.value]
    files = writer.write(entries)
    publish_bytes(out, files)
    typer.echo(clean(f"Written: {out} with {', '.join(files)}: {count(len(entries), 'entry', 'entries')}."))
    for loss in count_losses(writer, entries):
        typer.echo(clean(f"  not carried over: {loss}"))
