"""Mentions: how often an actor comes up."""

from __future__ import annotations

import polars as pl

from framing.score.basis import Basis
from framing.score.measure import Measure, make_rows, tally


def count_mentions(basis: Basis) -> pl.DataFrame:
    """Rows of `mentions`: mentions of the actor in that voice, in any form."""
    return make_rows(basis.actors, tally(basis.mentions, count=pl.len()), "mentions", pl.col("count"))


MENTIONS = Measure(
    name="mentions",
    scope="actors",
    kind="count",
    unit="mentions",
    range="0 and up",
    direction="the actor comes up more often; says nothing of how",
    count="mentions of the actor by name, office, epithet or pronoun",
    words="words of the voice in the sentences that mention it",
    meaning="How prominent the actor is.",
    source="ours",
    function=count_mentions,
)
