"""What every output of a pack is asked and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from framing.exercise.model import Exercise


@dataclass(frozen=True, slots=True)
class Edition:
    """
    How a pack is laid out.

    Attributes:
        paper: a4 or letter.
        tint: white, or cream for readers whom white paper dazzles.
        size: of the reading text, in points (12 … 18).
        key: whether files for readers may hold the key (the web page compares with it; class editions leave it out).
        profile: of QTI: "choice" for systems that know choices alone, "full" for hot text.
    """

    paper: Literal["a4", "letter"] = "a4"
    tint: Literal["white", "cream"] = "white"
    size: int = 12
    key: bool = True
    profile: Literal["choice", "full"] = "choice"


@dataclass(frozen=True, slots=True)
class Made:
    """Files by name, and what of the exercise they can't carry, a sentence each (with the item's id)."""

    files: Mapping[str, bytes]
    losses: tuple[str, ...] = ()


Write: TypeAlias = Callable[[Exercise, Edition], Made]


@dataclass(frozen=True, slots=True)
class Output:
    """
    A format of a pack.

    Attributes:
        name: as in `--formats`.
        files: the names that it may write.
        about: what it is for, a line for `README.txt`.
        write: makes it; the same exercise and edition give the same bytes.
        needs: the extra to install, "" for none.
    """

    name: str
    files: tuple[str, ...]
    about: str
    write: Write
    needs: str = ""
