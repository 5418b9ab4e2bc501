"""
The command line: one file per verb, whose body parses, calls and prints.

`framing --help` answers at once: what takes time to import is imported by the verb that needs it.
"""

from __future__ import annotations

import contextlib
import io
import sys
from typing import Annotated

import typer

from framing import __version__
from framing.cli import corpus, exercise, lexicon
from framing.cli.doorway import Doorway
from framing.cli.report import report
from framing.cli.score import score
from framing.cli.show import show

__all__ = ["app", "main"]

app = typer.Typer(
    name="framing",
    cls=Doorway,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(report)
app.command()(score)
app.command()(show)
app.add_typer(corpus.app, name="corpus")
app.add_typer(lexicon.app, name="lexicon")
app.add_typer(exercise.app, name="exercise")


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"framing {__version__}")
        raise typer.Exit


@app.callback()
def framing(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
    traceback: Annotated[
        bool,
        typer.Option("--traceback", envvar="FRAMING_TRACEBACK", help="Show where an unexpected error came from."),
    ] = False,
) -> None:
    """Compare how outlets report: loaded words, whom they colour, whose voice they are in, and how sure that is."""


def main() -> None:
    """Run the command line on the arguments of the process, and exit."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            with contextlib.suppress(ValueError, OSError):
                stream.reconfigure(errors="replace")  # a terminal that can't show a character shows "?"
    app()
