"""`framing exercise build`: the outputs of a pack again, after its exercise was edited."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.exercise.options import (
    Formats,
    Key,
    Paper,
    PaperSize,
    PaperTint,
    TextSize,
    Tint,
    make_edition,
    parse_names,
)
from framing.cli.exercise.printing import print_pack

Pack = Annotated[Path, typer.Argument(metavar="EXERCISE", help="exercise.json of a pack, or the pack's folder.")]


def build(
    pack: Pack,
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="DIR", help="Without it: the same folder.")] = None,
    formats: Formats = None,
    paper: PaperSize = Paper.a4,
    tint: PaperTint = Tint.white,
    size: TextSize = 12,
    key: Key = True,
) -> None:
    """Make the outputs of EXERCISE again."""
    from framing.exercise.pack import write_pack
    from framing.exercise.store import folder_of, load_exercise
    from framing.exercise.writers import WRITERS

    wanted = parse_names(formats, list(WRITERS), "--formats")
    exercise = load_exercise(pack)
    folder = out or folder_of(pack)
    print_pack(exercise, folder, write_pack(exercise, folder, make_edition(paper, tint, size, key), wanted))
