"""Entries → the files of a lexicon: rows as a spreadsheet has them, and the header beside them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence

from framing.lexicon.model import Entry
from framing.lexicon.rows import COLUMNS

Cells = Mapping[str, str]
"""A row: column → cell; columns that are absent are empty."""
_LISTS = ("forms", "unless")
_NUMBERS = ("valence", "subject", "object", "owner", "intensity")


def write_cells(entry: Entry) -> dict[str, str]:
    """The row of an entry: every column of a lexicon's sheet, and `category`."""
    cells = {"category": entry.category}
    for column in COLUMNS:
        value = getattr(entry, column)
        if column in _LISTS:
            cells[column] = ";".join(value)
        elif column in _NUMBERS:
            cells[column] = "" if value is None else f"{value:g}"
        else:
            cells[column] = value
    if cells["match"] == "inflect":
        cells["match"] = ""
    return cells


def sheet_text(rows: Iterable[Cells], columns: Sequence[str] = COLUMNS) -> str:
    """Rows as CSV with a header, sorted by term as the check asks for, LF at the line ends."""
    written = io.StringIO()
    writer = csv.DictWriter(written, columns, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(sorted(rows, key=lambda row: (row["term"].casefold(), row["term"])))
    return written.getvalue()


def new_header(
    name: str, source: str, description: str, *, licence: str = "", language: str = "en", categories: Iterable[str] = ()
) -> str:
    """The lexicon.toml of a lexicon that begins: version 0.1.0, loaded words, categories that nobody has explained."""
    head = {"id": name, "version": "0.1.0", "language": language, "licence": licence, "source": source,
            "description": description, "kind": "loaded"}  # fmt: skip
    return header_text(head, dict.fromkeys(categories, ""))


def header_text(head: Mapping[str, str], categories: Mapping[str, str], plain: Sequence[str] = ()) -> str:
    """
    A lexicon.toml.

    Args:
        head: id, version, language, licence, source, description, kind, in the order wanted.
        categories: name to meaning.
        plain: categories whose words don't count as loaded.
    """
    lines = [f"{key} = {_quoted(value)}" for key, value in head.items()]
    if plain:
        lines.append(f"plain_categories = [{', '.join(map(_quoted, plain))}]")
    lines += ["", "[categories]", *(f"{_key(name)} = {_quoted(meaning)}" for name, meaning in categories.items())]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")  # TOML strings are escaped as JSON's are


def _key(name: str) -> str:
    return name if name.isascii() and name.replace("_", "").replace("-", "").isalnum() else _quoted(name)
