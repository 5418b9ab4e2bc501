"""`framing exercise`: lessons in words, a verb a file."""

from __future__ import annotations

import typer

from framing.cli.exercise.build import build
from framing.cli.exercise.check import check
from framing.cli.exercise.grade import grade
from framing.cli.exercise.lesson import lesson
from framing.cli.exercise.list import list_exercises
from framing.cli.exercise.make import demo, make
from framing.cli.exercise.review import review

app = typer.Typer(help="Make, check and evaluate teaching exercises.", no_args_is_help=True, rich_markup_mode=None)
app.command()(demo)
app.command("list")(list_exercises)
app.command()(make)
app.command()(review)
app.command()(build)
app.command()(check)
app.command()(grade)
app.command()(lesson)


@app.callback()
def exercise() -> None:
    """Make, check and evaluate teaching exercises."""
