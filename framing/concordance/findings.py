"""Findings before and after a change of the words: which comparisons now say something else."""

from __future__ import annotations

import polars as pl

_PAIR = ("actor", "measure", "voice", "outlet_a", "outlet_b")
_SHOWN = ("verdict", "ratio", "low", "high", "q", "hits")


def changed_findings(before: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame:
    """
    The comparisons whose verdict changes, or that are made on one side alone.

    Args:
        before, after: COMPARISONS on the same corpus with the same settings.

    Returns:
        actor, measure, voice, outlet_a, outlet_b; verdict, ratio, low, high, q and hits of either side (`_before`,
        `_after`; all null where a side makes no such comparison).
    """
    sides = []
    for frame, side in ((before, "before"), (after, "after")):
        sides.append(frame.select(*_PAIR, *(pl.col(name).alias(f"{name}_{side}") for name in _SHOWN)))
    joined = sides[0].join(sides[1], on=_PAIR, how="full", coalesce=True, nulls_equal=True)
    changed = joined.filter(pl.col("verdict_before").ne_missing(pl.col("verdict_after")))
    return changed.sort(_PAIR, nulls_last=False)
