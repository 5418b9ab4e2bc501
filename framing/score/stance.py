"""Stance: what the outlet's own sentences say toward the actors that they mention."""

from __future__ import annotations

import polars as pl

from framing.score.basis import Basis
from framing.score.measure import Measure, make_rows, per_one, tally


def average_stance(basis: Basis) -> pl.DataFrame:
    """Rows of `stance`: mean valence of the actor's mentions in own voice; null where there is none."""
    own = pl.col("voice") == "own"
    units = basis.actors.filter(own)
    voice = pl.lit("own").cast(units.schema["voice"]).alias("voice")
    counted = tally(basis.stances.with_columns(voice), count=pl.col("valence").sum(), words=pl.len())
    return make_rows(units, counted, "stance", per_one(None))


STANCE = Measure(
    name="stance",
    scope="actors",
    kind="mean",
    unit="valence",
    range="-1 … +1",
    direction="a better light, by what the actor does, undergoes and is called, not by loaded words alone",
    count="sum over the mentions of the probability of favourable less that of unfavourable",
    words="mentions in own voice, titles left out",
    meaning="How favourably the outlet's own sentences show the actor; each mention with its words stands in STANCES.",
    source="ours: roles and words weighed, fitted on NewsMTSC (Hamborg and Donnay 2021); see docs/accuracy.md",
    function=average_stance,
    table="stances",
)
