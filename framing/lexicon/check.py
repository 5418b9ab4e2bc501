"""The check of a lexicon: every fault at once, each with its place and its way out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from framing.lexicon.faults import Fault
from framing.lexicon.list_rules import LIST_RULES
from framing.lexicon.load import read_lexicon
from framing.lexicon.matching import Matcher
from framing.lexicon.model import Lexicon
from framing.lexicon.row_rules import ROW_RULES


def check_lexicon(lexicon: Lexicon, others: Sequence[Lexicon] = ()) -> list[Fault]:
    """
    Every fault of a lexicon, in the order of files and lines.

    Args:
        lexicon: the lexicon, as `load_lexicon` gives it.
        others: the lexicons used with it: its plain words and categories are held against theirs, sets may span them.

    Returns:
        Faults of severity `error` (it can't be used as it is) or `warning` (it can, but should be mended).
    """
    matcher = Matcher(lexicon.entries)
    faults = list(lexicon.faults)
    for list_rule in LIST_RULES.values():
        faults.extend(list_rule(lexicon, others))
    for row_rule in ROW_RULES.values():
        for entry in lexicon.entries:
            faults.extend(row_rule(entry, matcher))
    return sorted(faults, key=_position)


def check_folder(folder: Path | str, others: Sequence[Lexicon] = ()) -> list[Fault]:
    """Every fault of the lexicon in a folder, those that keep it from being loaded among them."""
    return check_lexicon(read_lexicon(Path(folder)), others)


def _position(fault: Fault) -> tuple[str, int]:
    file, _, line = fault.place.rpartition(":")
    return (file, int(line)) if line.isdigit() else (fault.place, 0)
