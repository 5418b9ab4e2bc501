"""Reporting verbs: in which light an actor's words are reported."""

from __future__ import annotations

import polars as pl

from framing.score.basis import KEYS, SPAN, Basis
from framing.score.measure import Measure, make_rows, per_one, tally

SUBJECT_ROLES = ("subject", "subject_to")


def share_verbs(basis: Basis) -> pl.DataFrame:
    """Rows of `verbs:<kind>`: of the reporting verbs with the actor as subject those of each kind; null for none."""
    said = basis.links.filter("reporting", pl.col("role").is_in(SUBJECT_ROLES))
    all_verbs = tally(said.unique([*SPAN, "actor"], maintain_order=True), words=pl.len())
    of_kind = (
        said.unique([*SPAN, "actor", "category"], maintain_order=True)
        .group_by([*KEYS, "category"])
        .agg(count=pl.len())
        .join(all_verbs, on=KEYS)
    )
    units = basis.actors.drop("words").join(all_verbs, on=KEYS, how="left", maintain_order="left")
    cells = units.join(pl.DataFrame({"category": basis.verbs}, schema={"category": pl.String}), how="cross")
    return make_rows(cells, of_kind.drop("words"), pl.format("verbs:{}", "category"), per_one(None))


VERBS = Measure(
    name="verbs:<kind>",
    scope="actors",
    kind="share",
    unit="share of its reporting verbs",
    range="0 … 1",
    direction="more of what the actor says is reported by verbs of that kind; null where it says nothing",
    count="reporting verbs of that kind with the actor as subject",
    words="all reporting verbs with the actor as subject",
    meaning="Whether what the actor says is put plainly (neutral), held at arm's length (doubting), and so on.",
    source="ours; the light that reporting verbs throw on a speaker: Caldas-Coulthard, On reporting reporting (1994)",
    function=share_verbs,
)
