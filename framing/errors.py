"""What can go wrong by a user's hand: one class per mistake, each message with its place, its fault and its way out."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path


class ExitCode(IntEnum):
    """What the command line returns; listed in docs/cli.md."""

    FINE = 0
    FAILED = 1
    BAD_USAGE = 2
    BAD_CORPUS = 3
    BAD_LEXICON = 4
    BAD_ACTORS = 5
    CANNOT_WRITE = 6
    BAD_EXERCISE = 7


class FramingError(Exception):
    """
    A mistake that its user can mend.

    Args:
        fault: one sentence saying what is wrong.
        fix: one sentence saying what to do about it.
        place: the file (and `:line`) that it is about, if any.

    `str(error)` is "place: fault" and, on a line of its own, "fix: …".
    """

    exit_code = ExitCode.FAILED

    def __init__(self, fault: str, fix: str, place: str | Path | None = None) -> None:
        self.fault, self.fix, self.place = fault, fix, None if place is None else str(place)
        where = f"{self.place}: " if self.place else ""
        super().__init__(f"{where}{fault}\nfix: {fix}")


class CorpusError(FramingError):
    """A corpus that can't be read, or in which no article can be used."""

    exit_code = ExitCode.BAD_CORPUS


class LexiconError(FramingError):
    """A lexicon with faults. `faults` holds every one of them, a line each."""

    exit_code = ExitCode.BAD_LEXICON

    def __init__(self, fault: str, fix: str, place: str | Path | None = None, faults: Sequence[str] = ()) -> None:
        super().__init__(fault, fix, place)
        self.faults = tuple(faults)


class ActorError(FramingError):
    """An actor file with faults."""

    exit_code = ExitCode.BAD_ACTORS


class ExerciseError(FramingError):
    """An exercise, or answers to one, that can't be used."""

    exit_code = ExitCode.BAD_EXERCISE


class OutputError(FramingError):
    """A folder that can't be written."""

    exit_code = ExitCode.CANNOT_WRITE


class TableError(FramingError):
    """A table that lacks a column or has one of another type: a mistake in code that calls the package."""

    exit_code = ExitCode.FAILED
