"""Lists of other tools → a folder of ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from framing.errors import LexiconError, OutputError
from framing.exchange.model import Foreign
from framing.exchange.names import name_file
from framing.exchange.terms import WEIGHT
from framing.lexicon.load import TOML
from framing.lexicon.rows import COLUMNS
from framing.lexicon.words import fold
from framing.lexicon.writing import new_header, sheet_text
from framing.publish import publish_bytes

_FEW = 10
_ALWAYS = ("term", "match", "valence")


@dataclass(frozen=True, slots=True)
class Merged:
    """Several lists as one: rows by category, and how many stood twice."""

    rows: Mapping[str, list[dict[str, str]]]
    twice: int


def merge(lists: Iterable[Foreign], valences: Mapping[str, str]) -> Merged:
    """
    One list of several: a category that two of them have is one, a term that stands in it twice counts once.

    Case does not part categories, hyphens do not part terms, as everywhere in lexicons; a prefix takes in the same term
    without a star.

    Args:
        lists: as read.
        valences: category → the valence of its rows that have none.

    Raises:
        LexiconError: a valence is given for a category that none has.
    """
    names: dict[str, str] = {}
    rows: dict[str, dict[str, dict[str, str]]] = {}
    total = 0
    for row in (row for one in lists for row in one.rows):
        total += 1
        name = names.setdefault(row["category"].casefold(), row["category"])
        _add(rows.setdefault(name, {}), {**row, "category": name})
    for given, valence in valences.items():
        if given.casefold() not in names:
            known = ", ".join(list(rows)[:_FEW]) or "none"
            raise LexiconError(f"there is no category {given!r}", f"the categories are {known}", "--valence")
        for row in rows[names[given.casefold()]].values():
            row["valence"] = row.get("valence") or valence
    merged = {name: list(of.values()) for name, of in rows.items()}
    return Merged(merged, total - sum(map(len, merged.values())))


def _add(rows: dict[str, dict[str, str]], row: dict[str, str]) -> None:
    first = rows.setdefault(fold(row["term"]), row)
    if row["match"] == "prefix" != first["match"]:
        rows[fold(row["term"])] = {**first, **{column: cell for column, cell in row.items() if cell}}


def write_lexicon(folder: Path, merged: Merged, sources: Sequence[str]) -> list[str]:
    """
    Write a folder of ours: a header and a sheet a category.

    Returns:
        the names of the files.

    Raises:
        OutputError: the folder holds something already, or can't be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputError("there is something already", "give another folder with -o", folder)
    source = f"imported from {', '.join(sources)}"
    header = new_header(folder.resolve().name, source, "A list of another tool.", categories=merged.rows)
    files = {TOML: header.encode()}
    taken: set[str] = set()
    for name, rows in merged.rows.items():
        stem = name_file(name, taken, (".csv",))
        named, file = stem == name, f"{stem}.csv"
        columns = [c for c in (*COLUMNS, WEIGHT) if c in _ALWAYS or any(row.get(c) for row in rows)]
        wanted = columns if named else ["term", "category", *columns[1:]]
        files[file] = sheet_text(rows, wanted).encode()
    publish_bytes(folder, files)
    return list(files)
