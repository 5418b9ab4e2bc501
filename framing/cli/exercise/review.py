"""`framing exercise review`: a teacher's look at every item before a class sees it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.exercise.build import Pack
from framing.cli.exercise.options import Key, Paper, PaperSize, PaperTint, TextSize, Tint, make_edition
from framing.cli.exercise.printing import print_pack
from framing.cli.terminal import clean
from framing.numerals import count


def review(
    pack: Pack,
    apply: Annotated[
        Path | None, typer.Option("--apply", metavar="SHEET", help="The sheet, filled in.", show_default=False)
    ] = None,
    paper: PaperSize = Paper.a4,
    tint: PaperTint = Tint.white,
    size: TextSize = 12,
    key: Key = True,
) -> None:
    """
    Write a sheet in which every item and word is accepted, dropped or called arguable; or apply it.

    With --apply the exercise and all outputs are made again, and items that were looked at say so.
    """
    from framing.exercise.pack import write_pack
    from framing.exercise.review import NAME, apply_review, write_review
    from framing.exercise.store import folder_of, load_exercise
    from framing.publish import publish_bytes

    exercise = load_exercise(pack)
    folder = folder_of(pack)
    if apply is None:
        publish_bytes(folder, {NAME: write_review(exercise).encode("utf-8-sig")})  # so that spreadsheets see UTF-8
        typer.echo(clean(f"Written: {folder / NAME}. Fill in the column decision, then:"))
        typer.echo(clean(f"framing exercise review {pack} --apply {folder / NAME}"))
        return
    reviewed = apply_review(exercise, apply)
    for line in reviewed.unused:
        typer.echo(clean(f"not used: {line}"), err=True)
    typer.echo(
        f"{count(reviewed.changed, 'item')} changed or looked at, {count(len(reviewed.unused), 'row')} not used."
    )
    files = write_pack(reviewed.exercise, folder, make_edition(paper, tint, size, key))
    print_pack(reviewed.exercise, folder, files)
