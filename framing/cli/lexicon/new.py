"""`framing lexicon new`: a folder to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.terminal import clean


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
    licence: Annotated[str, typer.Option(help="What others may do with it: CC BY 4.0, CC0, all rights reserved.")] = "",
) -> None:
    """Make a folder for words of your own: a header, and a commented sheet ready for a spreadsheet."""
    from framing.lexicon.editing import SHEET, start_lexicon

    for file in start_lexicon(folder, licence):
        typer.echo(clean(f"Written: {file}"))
    typer.echo(clean(f"Open {folder / SHEET} in a spreadsheet, a row a word, or add words with:"))
    typer.echo(clean(f"framing lexicon add WORD --category labels --to {folder}"))
