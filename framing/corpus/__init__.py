"""FILES → ARTICLES: one file per input format; page furniture, near-copies and shared blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from framing.corpus import articles, delimited, folder, jsonl, parquet
from framing.corpus.remarks import remarks
from framing.corpus.rows import NO_OUTLET, Rows, SetAside
from framing.errors import CorpusError
from framing.tables import SET_ASIDE

__all__ = ["NO_OUTLET", "READERS", "Reading", "read_corpus"]

Reader = Callable[[Path, Mapping[str, str] | None], Rows]

READERS: dict[str, Reader] = {
    "folder": folder.read,
    ".txt": folder.read_file,
    ".csv": delimited.read,
    ".tsv": delimited.read,
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
    ".parquet": parquet.read,
}
"""Suffix of a file (or "folder") → what reads it."""


@dataclass(frozen=True)
class Reading:
    """
    A corpus as read.

    `articles` is ARTICLES (words_own and words_quoted still null), `set_aside` is SET_ASIDE, and `notes` are plain
    sentences on what was guessed, is missing or is doubled.
    """

    articles: pl.DataFrame
    set_aside: pl.DataFrame
    notes: tuple[str, ...]


def read_corpus(path: str | Path, *, columns: Mapping[str, str] | None = None) -> Reading:
    """
    Read a folder of .txt files (with or without manifest.csv), a CSV, TSV, JSON lines or Parquet file, or one .txt.

    What can't be used is set aside with its reason. Texts stay as they are: page furniture is marked, not removed.

    Args:
        path: the folder or file.
        columns: our name (text, id, outlet, title, date, url, author, event, file) → the name of the user's column,
            where it is none of the usual ones.

    Raises:
        CorpusError: nothing is there, it can't be read, there is no text column, or no article can be used.
    """
    path = Path(path)
    found = _reader(path)(path, columns)
    rows, furniture, unusable = articles.usable(found.rows)
    set_aside = [*found.set_aside, *unusable]
    if not rows:
        raise _nothing_usable(path, set_aside)
    frame = articles.build(rows, furniture)
    return Reading(
        frame, SET_ASIDE.frame([fault._asdict() for fault in set_aside]), (*found.notes, *remarks(frame, rows))
    )


def _reader(path: Path) -> Reader:
    try:
        if path.is_dir():
            return READERS["folder"]
        if path.is_file():
            return READERS[path.suffix.lower()]
        there = path.exists()
    except (OSError, ValueError) as error:
        raise CorpusError(f"it can't be opened: {error}", "check the name and its permissions", path) from error
    except KeyError as error:
        formats = ", ".join(suffix for suffix in READERS if suffix != "folder")
        raise CorpusError(
            f"no reader for {path.suffix or 'a file without a suffix'}", f"give a folder or one of {formats}", path
        ) from error
    fault = "it is neither a file nor a folder" if there else "there is no such file or folder"
    raise CorpusError(fault, "check the path; `framing report` alone uses the sample corpus", path)


def _nothing_usable(path: Path, set_aside: list[SetAside]) -> CorpusError:
    reasons = "".join(f"\n  {fault.place}: {fault.reason}" for fault in set_aside[:5])
    more = f"\n  and {len(set_aside) - 5:,} more" if len(set_aside) > 5 else ""
    return CorpusError(
        f"no article of it can be used{':' if reasons else ''}{reasons}{more}",
        "mend these, or name the columns with --column text=COLUMN and --column outlet=COLUMN",
        path,
    )
