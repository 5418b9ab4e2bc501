"""Candidates as rows of a lexicon that nobody has accepted yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from framing.cells import guard
from framing.lexicon.rows import CANDIDATE
from framing.lexicon.writing import sheet_text

COLUMNS = (
    "action", "term", "category", "forms", "valence", "note", "#rank", "#source", "#score", "#q", "#near", "#count",
    "#articles", "#outlets", "#sentence 1", "#sentence 2", "#sentence 3",
)  # fmt: skip


def write_sheet(candidates: pl.DataFrame) -> str:
    """
    CANDIDATES as CSV, sorted by term; a term that was found twice stands once.

    Every row has the action `candidate`, so that given as a lexicon the sheet marks nothing. To accept a row, empty its
    action (and see to its category and valence); to refuse it, delete it. Columns that begin with # are not read.
    """
    rows: dict[str, dict[str, str]] = {}
    for rank, row in enumerate(candidates.iter_rows(named=True), 1):
        source = row["source"] + (f" ({row['outlet']})" if row["outlet"] else "")
        if row["term"] in rows:
            rows[row["term"]]["#source"] += f"; {source}"
        else:
            rows[row["term"]] = _cells(rank, source, row)
    return "\ufeff" + sheet_text([{key: guard(cell) for key, cell in row.items()} for row in rows.values()], COLUMNS)


def _cells(rank: int, source: str, row: Mapping[str, Any]) -> dict[str, str]:
    sentences = {
        f"#sentence {number}": f"{place['outlet']}, {place['article']}: {' '.join(place['sentence'].split())}"
        for number, place in enumerate(row["evidence"], 1)
    }
    return {
        "action": CANDIDATE,
        "term": row["term"],
        "category": row["category"] or "",
        "forms": ";".join(row["forms"]),
        "#rank": str(rank),
        "#source": source,
        "#score": f"{row['score']:.2f}",
        "#q": "" if row["q"] is None else f"{row['q']:.2g}",
        "#near": ";".join(row["near"]),
        **{f"#{name}": str(row[name]) for name in ("count", "articles", "outlets")},
        **sentences,
    }
