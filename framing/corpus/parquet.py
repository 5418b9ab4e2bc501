"""Parquet: only the columns that are needed are read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import polars as pl

from framing.corpus.columns import recognise
from framing.corpus.rows import Rows
from framing.corpus.tabular import to_rows
from framing.errors import CorpusError

_MAGIC = b"PAR1"
# A damaged file can make polars panic; its PanicException is not an Exception.
_FAULTS = (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError)


def read(path: Path, columns: Mapping[str, str] | None) -> Rows:
    """
    The articles of a Parquet file, one a row.

    Raises:
        CorpusError: it is no Parquet file, is cut off, or has no text column.
    """
    try:
        if not _is_whole(path):
            raise _damaged(path)
        header = list(pl.read_parquet_schema(path))
    except _FAULTS as error:
        raise _damaged(path) from error
    mapping = recognise(header, columns, path)
    try:
        frame = pl.read_parquet(path, columns=list(dict.fromkeys(mapping.values())))
    except _FAULTS as error:
        raise _damaged(path) from error
    places = (f"{path.name}:row {number}" for number in range(1, frame.height + 1))
    return to_rows(path.name, mapping, zip(places, frame.iter_rows(named=True), strict=False))


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
