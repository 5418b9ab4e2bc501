"""Mean valence: how favourable the colouring words are."""

from __future__ import annotations

import polars as pl

from framing.score.basis import Basis
from framing.score.measure import Measure, make_rows, per_one, tally

STRONGEST = 3.0  # ends of the valence scale of the lexicons


def average_valence(basis: Basis) -> pl.DataFrame:
    """Rows of `valence`: mean over the spans whose valence is not 0, divided by 3; 0 if none, null without words."""
    valence = pl.col("valence")
    counted = tally(basis.coloured, count=valence.sum() / STRONGEST, words=(valence != 0).sum())
    units = basis.units.with_columns(spoken="words")  # whoever is named in quotations only has no own voice to be read
    return make_rows(units, counted, "valence", pl.when(pl.col("spoken") > 0).then(per_one(0.0)))


VALENCE = Measure(
    name="valence",
    scope="articles and actors",
    kind="mean",
    unit="valence points divided by 3",
    range="-1 … +1",
    direction="more favourable words: -1 all strong blame, +1 all strong praise; 0 balance, or nothing that colours",
    count="sum of the valences, divided by 3",
    words="words whose valence is not 0; for an actor, links with one",
    meaning="Which way the colouring words lean, whatever their number.",
    source="ours; the mean of listed word values, as in dictionary-based sentiment, kept to words tied to the actor",
    function=average_valence,
)
