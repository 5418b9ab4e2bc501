"""WordStat dictionaries: tabs nest categories, an entry ends in a number in brackets."""

from __future__ import annotations

import re
from pathlib import Path

from framing.exchange.model import Foreign, Reader, Scale
from framing.exchange.opening import open_text
from framing.exchange.terms import add_term, lines_of, weigh

_ENTRY = re.compile(r"^(.*\S)\s*\((\d+(?:[.,]\d+)?)\)\s*$")
_COUNTS_ONCE = "1"


def fits(text: str) -> bool:
    """Some line ends in a number in brackets, and some other does not."""
    lines = [line for line in lines_of(text) if line.strip()]
    entries = sum(bool(_ENTRY.match(line)) for line in lines)
    return 0 < entries < len(lines)


def read(path: Path, scale: Scale | None) -> Foreign:
    """A .cat: terms are written small, as the tool compares them; macros (`@NAME [...]`) are left out and named."""
    into = Foreign()
    names: dict[int, str] = {}
    for number, line in enumerate(lines_of(open_text(path)), 1):
        place, text = f"{path.name}:{number}", line.strip()
        depth = len(line) - len(line.lstrip("\t"))
        if not text:
            continue
        if text.startswith("@"):
            into.lose(place, "a rule of proximity", text)
        elif found := _ENTRY.match(text):
            path_names = [names[level] for level in sorted(names) if level < depth or not depth]
            weight = ("", "") if found.group(2) == _COUNTS_ONCE else weigh(into, place, found.group(2), scale)
            add_term(into, place, found.group(1).casefold(), ".".join(path_names), *weight)
        else:
            names = {level: name for level, name in names.items() if level < depth}
            names[depth] = " ".join(text.split())
    return into


WORDSTAT = Reader("wordstat", "WordStat", (".cat", ".txt"), fits, read, "rules of proximity (`@NEAR [...]`)")
