"""How long work says how far it is: a stage's name, how much is done, and how much there is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[str, int, int], None]


def stay_quiet(stage: str, done: int, size: int) -> None:
    """No progress is shown."""
