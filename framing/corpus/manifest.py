"""manifest.csv of a folder: which outlet, event, date … each text file is of."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from framing.corpus.columns import MANIFEST_FIELDS, describe, recognise
from framing.corpus.delimited import read_sheet
from framing.corpus.rows import NO_OUTLET, SetAside

NAME = "manifest.csv"


@dataclass(frozen=True)
class Entry:
    """A row of the manifest: the file as the folder has it, where the row stands, and its values under our names."""

    file: str
    place: str
    values: dict[str, str | None]


@dataclass
class Manifest:
    """The manifest's rows that name a file of the folder, what was set aside, and notes."""

    entries: list[Entry] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read(path: Path, files: Iterable[str], columns: Mapping[str, str] | None) -> Manifest:
    """
    The manifest of a folder.

    Args:
        path: the manifest.
        files: the folder's text files, relative to it, with forward slashes.
        columns: our name → the user's column.

    Raises:
        CorpusError: it can't be read or has no `file` column.
    """
    sheet = read_sheet(path)
    mapping = recognise(sheet.header, columns, path, MANIFEST_FIELDS)
    found = Manifest(set_aside=list(sheet.set_aside), notes=[*sheet.notes, *describe(mapping, path.name)])
    if "outlet" not in mapping:
        found.notes.append(
            f"{path.name} has no column `outlet`, so all articles count as one outlet, {NO_OUTLET}: "
            "add the column, or name it with --column outlet=COLUMN."
        )
    known = set(files)
    by_name = {_plain(file): file for file in sorted(known, reverse=True)}
    for place, record in sheet.records:
        values: dict[str, str | None] = {ours: record.get(theirs) for ours, theirs in mapping.items()}
        named = values.pop("file") or ""
        file = named if named in known else by_name.get(_plain(named)) or by_name.get(_plain(named) + ".txt")
        if file is None:
            what = f"the folder has no file {named}" if named.strip() else "the row names no file"
            found.set_aside.append(SetAside(place, what, "not found"))
        else:
            values.setdefault("outlet", NO_OUTLET)
            found.entries.append(Entry(file, place, values))
    return found


def _plain(name: str) -> str:
    """File names meet whatever slashes, Unicode composition and case the two sides use."""
    return unicodedata.normalize("NFC", name.strip().replace("\\", "/").removeprefix("./")).casefold()
