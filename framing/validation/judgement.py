"""Answers of coders → how far they agree, and how often the list is right by them."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from framing.agreement import Agreement, code_values, measure_agreement
from framing.validation.answers import settle
from framing.validation.intervals import wilson
from framing.validation.tables import CODERS, JUDGED


def tally_coders(answers: pl.DataFrame) -> pl.DataFrame:
    """CODERS: what each coder of CODINGS answered."""
    said = pl.col("loaded")
    counted = answers.group_by("coder").agg(
        judged=pl.len(), arguable=said.is_null().sum(), loaded=said.fill_null(value=False).sum()
    )
    return CODERS.frame(counted.sort("coder").to_dicts())


def measure_coders(answers: pl.DataFrame, seed: int = 0) -> Agreement:
    """Krippendorff's alpha (nominal) over all items of CODINGS; an arguable answer is none."""
    said = answers.rows_by_key("id", named=True)
    coders = answers["coder"].unique(maintain_order=True).to_list()
    rows = []
    for given in said.values():
        by_coder = {one["coder"]: one["loaded"] for one in given}
        rows.append([by_coder.get(coder) for coder in coders])
    return measure_agreement(code_values(rows), seed=seed)


def settle_items(answers: pl.DataFrame) -> dict[str, bool | None]:
    """What most coders say of every item of CODINGS; None: arguable, as many say yes as no."""
    said = answers.rows_by_key("id", named=True)
    return {item: settle({one["coder"]: one["loaded"] for one in given}) for item, given in said.items()}


def judge(items: pl.DataFrame, verdicts: Mapping[str, bool | None]) -> pl.DataFrame:
    """
    How often the marks of a sheet are right by most coders.

    Args:
        items: ITEMS; sentences without a mark are left out.
        verdicts: from `settle_items`.

    Returns:
        JUDGED: all marks, then every category, then every term, those judged most often first.
    """
    frame = items.filter((pl.col("mark") != "") & pl.col("id").is_in(list(verdicts)))
    frame = frame.with_columns(said=pl.Series([verdicts[one] for one in frame["id"]], dtype=pl.Boolean))
    none = pl.lit(None, pl.String)
    levels = (frame.with_columns(category=none, term=none), frame.with_columns(term=none), frame)
    return JUDGED.frame([row for level in levels for row in _tally(level)])


def _tally(frame: pl.DataFrame) -> list[dict[str, object]]:
    said = pl.col("said")
    counted = frame.group_by("category", "term").agg(
        items=said.is_not_null().sum(), loaded=said.sum(), arguable=said.is_null().sum()
    )
    rows = []
    for row in counted.sort("items", "category", "term", descending=[True, False, False]).iter_rows(named=True):
        share = row["loaded"] / row["items"] if row["items"] else None
        low, high = wilson(row["loaded"], row["items"]) or (None, None)
        rows.append({**row, "precision": share, "precision_low": low, "precision_high": high})
    return rows
