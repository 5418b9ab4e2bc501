"""Names of files for categories."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from framing.exchange.terms import NAMELESS

_LONGEST = 60
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # Windows opens devices by these names


def name_file(category: str, taken: set[str], endings: Sequence[str]) -> str:
    """
    A name for a category's files, without its ending, that every system takes.

    Args:
        category: any text.
        taken: names with their endings that others have, in small letters; those of this category are added.
        endings: of the files that it will have.
    """
    stem = re.sub(r"[^\w.-]+", "-", category).strip("-.")[:_LONGEST] or NAMELESS
    if _RESERVED.fullmatch(stem):
        stem = f"{NAMELESS}-{stem}"
    for number in itertools.count(1):
        name = stem if number == 1 else f"{stem}-{number}"
        names = {f"{name}{ending}".casefold() for ending in endings}
        if names.isdisjoint(taken):
            taken |= names
            break
    return name
