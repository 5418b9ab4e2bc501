"""The options that several verbs share."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

OUR_COLUMNS = ("text", "id", "outlet", "title", "date", "url", "author", "event", "file")


class Voice(StrEnum):
    """Whose words are compared."""

    own = "own"
    quoted = "quoted"
    scare = "scare"
    headline = "headline"


Corpus = Annotated[
    Path,
    typer.Argument(
        metavar="CORPUS",
        help="A folder of .txt files (with or without manifest.csv), or a .csv, .tsv, .jsonl, .parquet or .txt file.",
    ),
]
Lexicons = Annotated[
    list[Path] | None,
    typer.Option("--lexicon", metavar="DIR", help="A lexicon of your own, layered over the bundled ones. Repeatable."),
]
OwnLayers = Annotated[
    bool,
    typer.Option(
        "--own/--no-own",
        help="Whether lexicons of your own folder and of framing.toml are layered too (`framing lexicon list` "
        "shows them).",
    ),
]
ActorFile = Annotated[
    Path | None,
    typer.Option(
        "--actors",
        metavar="FILE",
        help="Who to look for: a CSV file with the columns name, aliases, kind. "
        "Without it, actors.csv of the corpus folder; without that, whoever the corpus names.",
    ),
]
ColumnNames = Annotated[
    list[str] | None,
    typer.Option("--column", metavar="OURS=THEIRS", help="What your table calls a column: outlet=source. Repeatable."),
]
Tone = Annotated[
    bool,
    typer.Option("--tone", help="Add the general tone of TextBlob and VADER beside (slow: about a megabyte a second)."),
]


def parse_columns(given: Sequence[str] | None) -> dict[str, str]:
    """
    Our column name → the user's, from `ours=theirs`.

    Raises:
        typer.BadParameter: no "=", or no column of ours.
    """
    columns = {}
    for pair in given or ():
        ours, equals, theirs = (part.strip() for part in pair.partition("="))
        if not equals or not theirs or ours not in OUR_COLUMNS:
            wanted = f"{pair!r} is not OURS=THEIRS, where OURS is one of {', '.join(OUR_COLUMNS)}"
            raise typer.BadParameter(wanted, param_hint="--column")
        columns[ours] = theirs
    return columns


def parse_measures(given: str | None) -> list[str]:
    """Names between commas; an empty list for nothing."""
    return [name.strip() for name in (given or "").split(",") if name.strip()]
