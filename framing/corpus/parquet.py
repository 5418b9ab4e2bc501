"""Parquet: only the columns that are needed are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

import polars as pl

from framing.corpus.columns import recognise
from framing.corpus.rows import Rows
from framing.corpus.tabular import to_rows
from framing.errors import CorpusError

Found = TypeVar("Found")
_MAGIC = b"PAR1"
# A damaged file can make polars panic; its PanicException is not an Exception.
_FAULTS = (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError)


def read(path: Path, columns: Mapping[str, str] | None) -> Rows:
    """
    The articles of a Parquet file, one a row.

    Raises:
        CorpusError: it is no Parquet file, is cut off, or has no text column.
    """
    mapping = recognise(list(_read_whole(path, pl.read_parquet_schema)), columns, path)
    frame = read_frame(path, list(dict.fromkeys(mapping.values())))
    places = (f"{path.name}:row {number}" for number in range(1, frame.height + 1))
    return to_rows(path.name, mapping, zip(places, frame.iter_rows(named=True), strict=False))


def read_frame(path: Path, columns: list[str] | None = None) -> pl.DataFrame:
    """
    A Parquet file, or some of its columns.

    Raises:
        CorpusError: it is no Parquet file, or is cut off.
    """
    return _read_whole(path, partial(pl.read_parquet, columns=columns, glob=False))


def _read_whole(path: Path, read: Callable[[Path], Found]) -> Found:
    try:
        if not _is_whole(path):
            raise _damaged(path)
        return read(path)
    except _FAULTS as error:
        raise _damaged(path) from error


def _is_whole(path: Path) -> bool:
    """Whether the file begins and ends as Parquet does; polars panics, noisily, on some that do not."""
    size = path.stat().st_size
    if size < 12:
        return False
    with path.open("rb") as file:
        head = file.read(4)
        file.seek(size - 8)
        footer, tail = file.read(4), file.read(4)
    return head == tail == _MAGIC and int.from_bytes(footer, "little") <= size - 12


def _damaged(path: Path) -> CorpusError:
    return CorpusError(
        "it is not a Parquet file, or it is damaged or cut off", "make or copy the file again, or give it as CSV", path
    )
