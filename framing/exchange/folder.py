"""Lists of other tools → a folder of ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from framing.errors import LexiconError
from framing.exchange.model import Foreign
from framing.exchange.terms import WEIGHT
from framing.lexicon.load import TOML
from framing.lexicon.rows import COLUMNS
from framing.lexicon.words import fold
from framing.lexicon.writing import header_text, sheet_text
from framing.publish import publish_bytes

_ALWAYS = ("term", "match", "valence")


@dataclass(frozen=True, slots=True)
class Merged:
    """Several lists as one: rows by category, and how many stood twice."""

    rows: Mapping[str, list[dict[str, str]]]
    twice: int


def merge(lists: Iterable[Foreign], valences: Mapping[str, str]) -> Merged:
    """
    One list of several: a category that two of them have is one, a term that stands in it twice counts once.

    Args:
        lists: as read.
        valences: category → the valence of its rows that have none.

    Raises:
        LexiconError: a valence is given for a category that none has.
    """
    rows: dict[str, dict[tuple[str, str], dict[str, str]]] = {}
    total = 0
    for one in lists:
        for row in one.rows:
            total += 1
            of = rows.setdefault(row["category"], {})
            of.setdefault((fold(row["term"]), row.get("match", "")), dict(row))
    if unknown := valences.keys() - rows.keys():
        known = ", ".join(list(rows)[:10]) or "none"
        raise LexiconError(f"there is no category {min(unknown)!r}", f"the categories are {known}", "--valence")
    for name, valence in valences.items():
        for row in rows[name].values():
            row["valence"] = row.get("valence") or valence
    merged = {name: list(of.values()) for name, of in rows.items()}
    return Merged(merged, total - sum(map(len, merged.values())))


def write_lexicon(folder: Path, merged: Merged, sources: Sequence[str]) -> list[str]:
    """
    Write a folder of ours: a header and a sheet a category.

    Returns:
        the names of the files.

    Raises:
        LexiconError: the folder holds something already. OutputError: it can't be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise LexiconError("there is something already", "give another folder with -o", folder)
    head = {
        "id": folder.resolve().name,
        "version": "0.1.0",
        "language": "en",
        "licence": "",
        "source": f"imported from {', '.join(sources)}",
        "description": "A list of another tool.",
        "kind": "loaded",
    }
    files = {TOML: header_text(head, dict.fromkeys(merged.rows, "")).encode()}
    for name, rows in merged.rows.items():
        file = _file_name(name, files)
        named = file.removesuffix(".csv") == name
        columns = [c for c in (*COLUMNS, WEIGHT) if c in _ALWAYS or any(row.get(c) for row in rows)]
        wanted = columns if named else ["term", "category", *columns[1:]]
        files[file] = sheet_text(rows, wanted).encode()
    publish_bytes(folder, files)
    return list(files)


def _file_name(category: str, taken: Mapping[str, bytes]) -> str:
    """A name for a category's sheet that every system takes, and that no other sheet has."""
    stem = re.sub(r"[^\w.-]+", "-", category).strip("-.")[:60] or "words"
    name, number = f"{stem}.csv", 1
    while name.casefold() in {one.casefold() for one in taken}:
        number += 1
        name = f"{stem}-{number}.csv"
    return name
