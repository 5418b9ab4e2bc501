"""The words that make the difference: what an outlet uses more often than the others do. Descriptive, not a test."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from framing.report.model import OutletWords, WordRow

SHOWN = 10  # entries per outlet
LEAST = 2  # hits of an entry at an outlet


def contrast_words(
    hits: pl.DataFrame, words: Mapping[str, int], keys: Mapping[str, str], entries: Mapping[str, tuple[str, str]]
) -> tuple[OutletWords, ...]:
    """
    For each outlet the entries with the most excess use: its rate per 1,000 own words minus that of all others.

    Args:
        hits: loaded HITS in the outlets' own voice, with `outlet`.
        words: outlet to its own words, in the order wanted.
        keys: outlet to the key of its evidence.
        entries: citation to (note, plainer word).

    Returns:
        up to `SHOWN` entries an outlet, each with at least `LEAST` hits there, the largest excess first.
    """
    total = sum(words.values())
    all_hits = hits.group_by("entry").agg(every=pl.len())
    found = hits.group_by("outlet", "entry", "term", "category").agg(
        count=pl.len(), articles=pl.col("article").n_unique(), valence=pl.col("valence").mean()
    )
    found = found.filter(pl.col("count") >= LEAST).join(all_hits, on="entry")
    parts = []
    for outlet, own in words.items():
        other = total - own
        rows = []
        if own > 0 and other > 0:
            here = found.filter(pl.col("outlet") == outlet).with_columns(
                rate=1000 * pl.col("count") / own, others=pl.col("every") - pl.col("count")
            )
            here = here.with_columns(other_rate=1000 * pl.col("others") / other)
            here = here.with_columns(excess=pl.col("rate") - pl.col("other_rate")).filter(pl.col("excess") > 0)
            top = here.sort("excess", "entry", descending=[True, False]).head(SHOWN)
            for place, row in enumerate(top.drop("outlet", "every").iter_rows(named=True), 1):
                note, plain = entries.get(row["entry"], ("", ""))
                rows.append(WordRow(**row, note=note, plain=plain, evidence=f"{keys[outlet]}-word-{place}"))
        parts.append(OutletWords(outlet, own, other, tuple(rows)))
    return tuple(parts)
