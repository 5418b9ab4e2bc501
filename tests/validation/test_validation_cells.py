"""Text in a spreadsheet stays text."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.cells import guard, unguard
from framing.corpus.delimited import read_sheet
from framing.validation.cells import write_csv, write_sheet
from framing.validation.records import read_records
from framing.validation.tables import LOADED

HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=1", "plain = text", "'=quoted", "''", ""]


def test_no_cell_of_a_csv_begins_like_a_formula(tmp_path: Path) -> None:
    """Whatever a text begins with, a spreadsheet shows it; numbers stay numbers, and a byte order mark stands first."""
    path = tmp_path / "a.csv"
    write_csv(pl.DataFrame({"text": HOSTILE, "n": [-1.5] * len(HOSTILE)}), path)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    records = [record for _, record in read_sheet(path).records]
    assert all(record["text"][:1] not in ("=", "+", "-", "@", "\t") for record in records)
    assert [unguard(record["text"]) for record in records] == HOSTILE
    assert {record["n"] for record in records} == {"-1.5"}


@given(text=st.text())
def test_guarding_is_undone(text: str) -> None:
    """Any text comes back as it was."""
    assert unguard(guard(text)) == text
    assert guard(text)[:1] not in ("=", "+", "-", "@", "\t", "\r")


def test_no_cell_of_a_workbook_is_a_formula(tmp_path: Path) -> None:
    """In a workbook every cell is of type text, and reads back; what XML can't hold is shown as damaged."""
    from openpyxl import load_workbook

    path = tmp_path / "a.xlsx"
    texts = [*HOSTILE, "bell \x07, half \ud83d", "x" * 40_000]
    write_sheet(pl.DataFrame({"sentence": pl.Series(texts[:-2], dtype=pl.String), LOADED: ""}).vstack(
        pl.DataFrame({"sentence": ["bell \x07", texts[-1]], LOADED: ""})
    ), path)  # fmt: skip
    sheet = load_workbook(path).active
    cells = [sheet.cell(row, 1) for row in range(2, sheet.max_row + 1)]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert [cell.value or "" for cell in cells][: len(HOSTILE)] == HOSTILE
    assert cells[-2].value == "bell \ufffd"
    assert len(cells[-1].value) == 32_767
    assert sheet.freeze_panes == "B2"
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == '"y,n,?"'


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".XLSX"])
def test_both_endings_hold_the_same(tmp_path: Path, suffix: str) -> None:
    """A sheet read back is the same from either kind of file."""
    frame = pl.DataFrame({"id": ["s-1", "s-2"], "sentence": ["A, “b”; c", "-d\n e"], LOADED: ["", ""]})
    path = tmp_path / f"a{suffix}"
    write_sheet(frame, path)
    rows = [{name: unguard(str(cell or "")) for name, cell in row.items()} for _, row in read_records(path).rows]
    assert rows == frame.to_dicts()
