"""What a declared table is: named columns with type, unit and meaning, and the check that a frame has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from framing.errors import TableError


@dataclass(frozen=True)
class Column:
    """One column: its polars type, its unit ("" where it has none), what it means, and whether it may be null."""

    name: str
    dtype: pl.DataType | type[pl.DataType]
    unit: str
    meaning: str
    null: bool = False


@dataclass(frozen=True)
class Table:
    """A table by name: what one row is, and its columns in order."""

    name: str
    row: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """The column names in order."""
        return [column.name for column in self.columns]

    @property
    def schema(self) -> dict[str, Any]:
        """Column name to polars type, in order."""
        return {column.name: column.dtype for column in self.columns}

    def empty(self) -> pl.DataFrame:
        """The table without a row."""
        return pl.DataFrame(schema=self.schema)

    def frame(self, data: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> pl.DataFrame:
        """A frame of this table from columns or from rows; missing columns that may be null are filled with null."""
        given = pl.DataFrame(data, schema_overrides=self.schema, strict=False) if data else self.empty()
        absent = [pl.lit(None, c.dtype).alias(c.name) for c in self.columns if c.null and c.name not in given.columns]
        return check(given.with_columns(absent), self)


def check(frame: pl.DataFrame, table: Table) -> pl.DataFrame:
    """
    The frame with exactly the table's columns, in its order and types.

    Raises:
        TableError: a column is missing, can't be cast, or holds a null where none is allowed.
    """
    missing = [name for name in table.names if name not in frame.columns]
    if missing:
        raise TableError(
            f"{table.name} lacks {', '.join(missing)}", f"columns of {table.name}: {', '.join(table.names)}"
        )
    try:
        out = frame.select(pl.col(c.name).cast(c.dtype) for c in table.columns)
    except pl.exceptions.PolarsError as error:
        raise TableError(f"{table.name}: {error}", "see docs/tables.md for the type of each column") from error
    empty = [c.name for c in table.columns if not c.null and out[c.name].null_count()]
    if empty:
        raise TableError(f"{table.name} has null in {', '.join(empty)}", "give every row a value there")
    return out
