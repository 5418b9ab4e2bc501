"""Folders of lexicons for the tests."""

from __future__ import annotations

from pathlib import Path

from framing.lexicon.rows import COLUMNS

GOOD = {
    "term": "despot",
    "pos": "noun",
    "forms": "despots",
    "valence": "-3",
    "intensity": "3",
    "plain": "leader",
    "note": "It says that he rules by force.",
    "source": "editors",
    "hit": "Marchers called the old ruler a despot.",
}
HEAD = """
id = "ours"
version = "1.2.0"
language = "en"
licence = "CC BY 4.0"
source = "us"
description = "Words for tests."
[categories]
labels = "What people are called."
"""


def folder(root: Path, files: dict[str, str | bytes], name: str = "ours") -> Path:
    """A folder with these files."""
    path = root / name
    path.mkdir(exist_ok=True)
    for file, content in files.items():
        (path / file).write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def quoted(cell: str) -> str:
    """A cell as CSV."""
    return '"' + cell.replace('"', '""') + '"' if any(mark in cell for mark in ',"\n') else cell


def sheet(*rows: dict[str, str]) -> str:
    """A full CSV of good rows with these changes."""
    lines = [",".join(quoted({**GOOD, **row}.get(column, "")) for column in COLUMNS) for row in rows]
    return "\n".join([",".join(COLUMNS), *lines]) + "\n"
