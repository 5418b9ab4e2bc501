"""A sample's files: the sheet that coders get, and beside it the key and the counts that they do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import polars as pl

from framing.cells import unguard
from framing.columns import Table, check
from framing.corpus.delimited import read_sheet
from framing.errors import CorpusError, OutputError, TableError
from framing.publish import publish
from framing.validation.cells import SUFFIXES, write_csv, write_sheet
from framing.validation.codings import sample_of
from framing.validation.sampling import Sample
from framing.validation.tables import COUNTS, KEY

KEY_ENDING, COUNTS_ENDING = ".key.csv", ".counts.csv"


@dataclass(frozen=True)
class Key:
    """KEY and COUNTS of a sample, as read from the file."""

    path: Path
    key: pl.DataFrame
    counts: pl.DataFrame


def name_files(path: Path) -> tuple[Path, Path, Path]:
    """
    The sheet, its key and its counts, for the path of a sheet.

    Raises:
        OutputError: it has another ending than .csv and .xlsx, or one of them is there: people may have filled it in.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise OutputError("a sheet ends in .csv or .xlsx", "give it such a name with -o", path)
    files = path, path.with_name(path.stem + KEY_ENDING), path.with_name(path.stem + COUNTS_ENDING)
    for file in files:
        if file.exists():
            raise OutputError(
                "it is there already, and somebody may be at work on it", "give another name with -o", file
            )
    return files


def write_sample(sample: Sample, path: Path, *, outlets: bool = False) -> tuple[Path, Path]:
    """
    Write the sheet to a path, and key and counts beside it; all of them or none.

    Args:
        sample: what was drawn.
        path: the sheet, ending in .csv or .xlsx.
        outlets: whether coders see who published what.

    Returns:
        The paths of key and counts.

    Raises:
        OutputError: they can't be written, are there already, or the sheet has another ending.
    """
    sheet, key, counts = name_files(path)
    shown = sample.sheet if outlets else sample.sheet.drop("outlet")
    writers = {
        sheet.name: partial(write_sheet, shown),
        key.name: partial(write_csv, sample.key),
        counts.name: partial(write_csv, sample.counts),
    }
    publish(path.parent, writers)
    return key, counts


def find_key(sheets: Sequence[Path], sample: str) -> Path | None:
    """The key of a sample, if it lies beside one of the sheets or a folder above."""
    near = dict.fromkeys(
        folder for path in sheets for folder in (path.absolute().parent, path.absolute().parent.parent)
    )
    for folder in near:
        for path in sorted(folder.glob(f"*{KEY_ENDING}")):
            try:
                records = read_sheet(path).records
            except CorpusError:
                continue
            if records and sample_of(records[0][1].get("id", "")) == sample:
                return path
    return None


def read_key(path: Path, sample: str) -> Key:
    """
    A key and its counts.

    Raises:
        CorpusError: they can't be read, or the key is that of another sample.
    """
    key = _read_table(path, KEY)
    if any(sample_of(one) != sample for one in key["id"].to_list()):
        fix = f"give the key that was written with the sheet, whose ids begin with {sample}"
        raise CorpusError("it is the key of another sample", fix, path)
    counts = path.with_name(path.name.removesuffix(KEY_ENDING) + COUNTS_ENDING)
    return Key(path, key, _read_table(counts, COUNTS))


def _read_table(path: Path, table: Table) -> pl.DataFrame:
    sheet = read_sheet(path)
    if sheet.set_aside:
        raise CorpusError(sheet.set_aside[0].reason, "write the sample again: this file was changed", path)
    texts = {name: [unguard(record.get(name, "")) for _, record in sheet.records] for name in sheet.header}
    try:
        return check(pl.DataFrame(texts, schema=dict.fromkeys(sheet.header, pl.String)), table)
    except (TableError, pl.exceptions.PolarsError) as error:
        first = str(error).partition("\n")[0]
        raise CorpusError(
            f"it can't be read: {first}", "write the sample again: this file was changed", path
        ) from error
