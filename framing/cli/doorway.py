"""What every verb does when something goes wrong: one clear message, an exit code, no traceback."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from framing.cli.terminal import clean
from framing.errors import ExitCode, FramingError, LexiconError

STOPPED = 130  # as shells say it: 128 + SIGINT
NO_READER = 141  # 128 + SIGPIPE
MEANINGS: dict[int, str] = {
    ExitCode.FINE: "all went well",
    ExitCode.FAILED: "a setting that can't be used, or an unexpected error",
    ExitCode.BAD_USAGE: "a command or option that does not exist, or a value that it can't take",
    ExitCode.BAD_CORPUS: "the corpus can't be read, or no article of it can be used",
    ExitCode.BAD_LEXICON: "a lexicon has faults",
    ExitCode.BAD_ACTORS: "an actor file has faults",
    ExitCode.CANNOT_WRITE: "the output folder can't be written",
    ExitCode.BAD_EXERCISE: "an exercise, or answers to one, have faults",
    STOPPED: "stopped by Ctrl-C",
    NO_READER: "whatever the output was piped into went away",
}
"""Exit code → what it means; docs/cli.md is made from it."""
REPORT_IT = "this is a fault of framing, not yours: please report it with what `framing --traceback …` prints"

# Usage errors are printed by typer itself. Their base class has no public name in every version of it.
_USAGE: type[Exception] = next(base for base in typer.BadParameter.__mro__ if base.__name__ == "ClickException")


class Doorway(TyperGroup):
    """The group of all verbs."""

    def invoke(self, ctx: Any) -> Any:
        """
        Run a verb.

        Raises:
            typer.Exit: it failed; the message is printed already.
        """
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except (typer.Exit, typer.Abort, _USAGE):
            raise
        except BaseException as error:
            code = explain(error)
            if code == ExitCode.FAILED and ctx.params.get("traceback"):
                raise
            raise typer.Exit(code) from None
        return result


def explain(error: BaseException) -> int:
    """
    Print what went wrong on stderr.

    Returns:
        the exit code that goes with it.

    Raises:
        SystemExit: `error` is one.
    """
    if isinstance(error, SystemExit):
        raise error
    if isinstance(error, FramingError):
        typer.echo(clean(describe(error)), err=True)
        return int(error.exit_code)
    if isinstance(error, KeyboardInterrupt):
        typer.echo("\nstopped", err=True)
        return STOPPED
    if isinstance(error, BrokenPipeError):
        # whoever read us went away; what is still buffered must not be complained about at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NO_READER
    first = next(iter(str(error).splitlines()), "")
    typer.echo(clean(f"error: {type(error).__name__}: {first}\nfix: {REPORT_IT}"), err=True)
    return int(ExitCode.FAILED)


def describe(error: FramingError) -> str:
    """The message of an error; every fault of a lexicon that has several, a line each."""
    if isinstance(error, LexiconError) and len(error.faults) > 1:
        return "\n".join([*error.faults, f"error: {error}"])
    return f"error: {error}"
