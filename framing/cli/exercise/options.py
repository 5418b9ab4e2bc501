"""The options that several verbs of `framing exercise` share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from framing.exercise.writers.edition import Edition


class Paper(StrEnum):
    """Sizes of paper."""

    a4 = "a4"
    letter = "letter"


class Tint(StrEnum):
    """Tints of paper."""

    white = "white"
    cream = "cream"


class Age(StrEnum):
    """Bands of age."""

    younger = "11-13"
    middle = "14-16"
    older = "17+"


Out = Annotated[Path, typer.Option("-o", "--out", metavar="DIR", help="Where the pack goes.")]
Formats = Annotated[
    str | None,
    typer.Option(metavar="A,B", help="Formats, of those that `framing exercise list` names. Without it: all."),
]
PaperSize = Annotated[Paper, typer.Option(help="Size of the paper.")]
PaperTint = Annotated[Tint, typer.Option(help="White, or cream for readers whom white paper dazzles.")]
TextSize = Annotated[int, typer.Option("--size", min=12, max=18, help="Of the reading text, in points.")]
Key = Annotated[
    bool, typer.Option("--key/--no-key", help="Whether the web page holds the key (readable in its source).")
]


def make_edition(paper: Paper, tint: Tint, size: int, key: bool) -> Edition:
    """The edition that the options ask for."""
    from framing.exercise.writers.edition import Edition

    return Edition(paper=paper.value, tint=tint.value, size=size, key=key)


def parse_names(given: str | None, known: list[str], option: str) -> list[str]:
    """
    Names between commas, each once; all that are known for nothing.

    Raises:
        typer.BadParameter: a name that is not known.
    """
    names = [name.strip() for name in (given or "").split(",") if name.strip()] or known
    for name in names:
        if name not in known:
            raise typer.BadParameter(f"there is no {name!r}; choose from {', '.join(known)}", param_hint=option)
    return list(dict.fromkeys(names))
