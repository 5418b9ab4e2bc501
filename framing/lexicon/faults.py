"""A fault in a file that a person edits: where it stands, what is wrong, and how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Fault:
    """
    One fault of a lexicon or an actor file.

    Attributes:
        place: `folder/file:line`, or `folder/file` for the whole file.
        fault: what is wrong, naming the term.
        fix: what to do about it.
        severity: `error` (the file can't be used as it is) or `warning` (it can, but should be mended).
    """

    place: str
    fault: str
    fix: str
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.place}: {self.fault} — {self.fix}"


def nearest(word: str, known: Collection[str], cutoff: float = 0.7) -> str | None:
    """The known word that looks most like `word`, or None if none looks much like it (difflib ratio below `cutoff`)."""
    found = difflib.get_close_matches(word, sorted(known), n=1, cutoff=cutoff)
    return found[0] if found else None


def errors(faults: Collection[Fault]) -> list[Fault]:
    """Those of the faults that keep a file from being used."""
    return [fault for fault in faults if fault.severity == "error"]
