"""`framing exercise list`: what there is to choose from."""

from __future__ import annotations

import typer

from framing.cli.terminal import align


def list_exercises() -> None:
    """List the types of exercise with what they need, and the formats of a pack."""
    from framing.exercise.types import EXERCISES
    from framing.exercise.writers import WRITERS

    rows = [(kind.name, kind.minutes, kind.title, kind.needs) for kind in EXERCISES.values()]
    typer.echo(align([("type", "minutes", "title", "needs"), *rows]))
    typer.echo("")
    outputs = [(output.name, ", ".join(output.files), output.about) for output in WRITERS.values()]
    typer.echo(align([("format", "files", "for"), *outputs]))
