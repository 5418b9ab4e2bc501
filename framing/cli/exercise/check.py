"""`framing exercise check`: every file of a pack read back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.terminal import clean
from framing.errors import ExitCode
from framing.numerals import count


def check(pack: Annotated[Path, typer.Argument(metavar="PACK", help="The folder of a pack.")]) -> None:
    """Read every file of PACK back with a parser of its kind, and print every fault."""
    from framing.exercise.checks import check_pack

    flawed = 0
    for name, found in check_pack(pack):
        told = f"{count(len(found.flaws), 'fault')}" if found.flaws else "ok"
        typer.echo(clean(f"{name}: {told} ({', '.join(found.checked)})"))
        for skipped in found.skipped:
            typer.echo(clean(f"  not looked at: {skipped}"))
        for flaw in found.flaws:
            typer.echo(clean(f"  {flaw}"))
        flawed += bool(found.flaws)
    if flawed:
        raise typer.Exit(ExitCode.BAD_EXERCISE)
