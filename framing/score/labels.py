"""Labels: what an actor is called, and how much of it blames or praises."""

from __future__ import annotations

import polars as pl

from framing.score.basis import Basis, merge_spans
from framing.score.measure import Measure, make_rows, per_one, tally

LABEL_CATEGORIES = ("labels", "praise", "hero", "dehumanising", "victim")
LABEL_ROLES = ("label", "epithet", "apposition", "complement", "head")


def share_blaming(basis: Basis) -> pl.DataFrame:
    """Rows of `labels_blaming`: of the actor's labels those with a valence below 0; 0 where it has none."""
    return _share(basis, "labels_blaming", (pl.col("valence") < 0).sum())


def share_praising(basis: Basis) -> pl.DataFrame:
    """Rows of `labels_praising`: of the actor's labels those with a valence above 0; 0 where it has none."""
    return _share(basis, "labels_praising", (pl.col("valence") > 0).sum())


def _share(basis: Basis, name: str, counted: pl.Expr) -> pl.DataFrame:
    a_label = pl.col("category").is_in(LABEL_CATEGORIES) & pl.col("role").is_in(LABEL_ROLES)
    labels = merge_spans(basis.links.filter("loaded", a_label))
    return make_rows(basis.actors, tally(labels, count=counted, words=pl.len()), name, per_one(0.0))


_WORDS = (
    "labels of the actor: links of the categories labels, praise, hero, dehumanising and victim by which it is called "
    "something (roles label, epithet, apposition, complement, head)"
)
BLAMING_LABELS = Measure(
    name="labels_blaming",
    scope="actors",
    kind="share",
    unit="share of its labels",
    range="0 … 1",
    direction="more of the labels blame; 0 also where there is no label",
    count="labels with a valence below 0",
    words=_WORDS,
    meaning="How much of what the actor is called blames it.",
    source="ours",
    function=share_blaming,
)
PRAISING_LABELS = Measure(
    name="labels_praising",
    scope="actors",
    kind="share",
    unit="share of its labels",
    range="0 … 1",
    direction="more of the labels praise; 0 also where there is no label",
    count="labels with a valence above 0",
    words=_WORDS,
    meaning="How much of what the actor is called praises it.",
    source="ours",
    function=share_praising,
)
