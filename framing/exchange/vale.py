"""A style for Vale, the prose linter: a rule a category, with the plainer word where there is one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from framing.exchange.model import Writer, lose_plain
from framing.exchange.names import name_file
from framing.exchange.quanteda import quote
from framing.lexicon import Entry

_MEANT = "Possibly loaded: '%s'."
_PLAINER = "Possibly loaded: '%s' is a plainer word than '%s'."


def write(entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """`Loaded/<category>.yml` for words without a plainer one, `Loaded/<category>-plain.yml` for those with one."""
    files: dict[str, bytes] = {}
    taken: set[str] = set()
    for name in dict.fromkeys(entry.category for entry in entries if entry.loaded):
        of = [entry for entry in entries if entry.category == name and entry.loaded]
        file = name_file(name, taken, (".yml", "-plain.yml"))
        tokens = {_pattern(entry, spelling): None for entry in of if not entry.plain for spelling in entry.spellings}
        swap = {_pattern(entry, spelling): entry.plain for entry in of if entry.plain for spelling in entry.spellings}
        if tokens:
            lines = [*_head("existence", _MEANT), "tokens:", *(f"  - {quote(token)}" for token in sorted(tokens))]
            files[f"Loaded/{file}.yml"] = ("\n".join(lines) + "\n").encode()
        if swap:
            pairs = (f"  {quote(token)}: {quote(plain)}" for token, plain in sorted(swap.items()))
            lines = [*_head("substitution", _PLAINER), "swap:", *pairs]
            files[f"Loaded/{file}-plain.yml"] = ("\n".join(lines) + "\n").encode()
    return files


def _head(extends: str, message: str) -> list[str]:
    return [f"extends: {extends}", f"message: {quote(message)}", "level: suggestion", "ignorecase: true"]


def _pattern(entry: Entry, spelling: str) -> str:
    """The spelling as a regular expression: signs mean themselves, a prefix goes on to the end of its word."""
    bare = re.escape(" ".join(spelling.rstrip("*").split())).replace("\\ ", " ").replace("\\-", "-")
    return rf"{bare}\w*" if entry.match == "prefix" else bare


TO_VALE = Writer("vale", "a Vale style", frozenset({"plain"}), True, write, lose_plain)
