"""What the verbs of `framing exercise` print of a pack."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from framing.cli.terminal import clean
from framing.numerals import count

if TYPE_CHECKING:
    from framing.exercise.model import Exercise


def print_pack(exercise: Exercise, out: Path, files: list[str]) -> None:
    """The items, what a teacher should know, and where the files are."""
    from framing.exercise.model import UNCHECKED
    from framing.exercise.store import NAME

    made = Counter(item.type for item in exercise.items)
    told = ", ".join(f"{name} {number}" for name, number in made.items()) or "none"
    typer.echo(clean(f"{count(len(exercise.items), 'item')}: {told}. Exercise {exercise.id}."))
    for warning in exercise.warnings:
        typer.echo(clean(f"note: {warning}"))
    if not exercise.reviewed:
        typer.echo(clean(f"note: {UNCHECKED}: framing exercise review {out / NAME}"))
    typer.echo(clean(f"Written: {out} with {', '.join(sorted(files))}."))
