"""Writes the expected tables anew: `python tests/golden/update.py`. Read the diff before you keep it."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from framing import corpus
from framing.actors.files import load_actors
from framing.comparison import compare
from framing.pipeline import analyze
from framing.resources import sample_corpus

EXPECTED = Path(__file__).parent / "expected"
DIGITS = 4  # libraries differ in the last digits

KEPT = {
    "hits": ("article", "field", "start", "end", "surface", "entry", "voice", "speaker", "negated"),
    "links": ("article", "field", "start", "end", "actor", "role", "term", "valence", "voice", "speaker"),
    "quotes": ("article", "field", "start", "end", "kind", "voice", "continues", "words", "speaker", "verb", "rule"),
    "scores": ("article", "actor", "measure", "voice", "count", "words", "value"),
    "comparisons": ("actor", "measure", "outlet_a", "outlet_b", "design", "units_a", "units_b", "hits", "ratio", "low",
                    "high", "q", "detectable", "verdict"),
}  # fmt: skip


def make_tables() -> dict[str, pl.DataFrame]:
    """The tables that are kept, as the program makes them now: sorted, rounded, own voice only for scores of actors."""
    folder = sample_corpus()
    analysis = analyze(corpus.read_corpus(folder), actors=load_actors(folder / "actors.csv"))
    scores = analysis.scores.filter((pl.col("voice") == "own") & ~pl.col("measure").str.starts_with("loaded:"))
    named = {
        "hits": analysis.hits, "links": analysis.links, "quotes": analysis.quotes,
        "scores": scores.filter(pl.col("count") != 0), "comparisons": compare(analysis.scores),
    }  # fmt: skip
    return {name: tidy(frame.select(KEPT[name])) for name, frame in named.items()}


def tidy(frame: pl.DataFrame) -> pl.DataFrame:
    """Rows in order, numbers to the digits that every supported version of the libraries agrees on."""
    rounded = frame.with_columns(pl.col(pl.Float64).round_sig_figs(DIGITS))
    return rounded.sort(rounded.columns, nulls_last=True)


def main() -> None:
    """Write every table as CSV."""
    EXPECTED.mkdir(exist_ok=True)
    for name, frame in make_tables().items():
        frame.write_csv(EXPECTED / f"{name}.csv")


if __name__ == "__main__":
    main()
