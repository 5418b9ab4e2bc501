"""What every part of a report is built on: the outlets and actors it shows, each with the key of its anchors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from framing.actors.files import Actor
from framing.report.excerpts import Library, open_library
from framing.report.model import Analysed

TOP_ACTORS = 8


@dataclass(frozen=True)
class Ground:
    """
    Shared by the builders.

    Attributes:
        analysis: the tables.
        library: where words, titles and names are looked up.
        outlets: outlet to key ("o1"), by name.
        actors: id to (actor, key) of those shown ("a1"), those in most articles first.
        found: how many actors are mentioned at all.
    """

    analysis: Analysed
    library: Library
    outlets: Mapping[str, str]
    actors: Mapping[str, tuple[Actor, str]]
    found: int

    def by_outlet(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Rows of a table with the outlet of their article, and its key as `side`."""
        articles = self.analysis.articles.select(
            "article", "outlet", side=pl.col("outlet").replace_strict(dict(self.outlets), return_dtype=pl.String)
        )
        return rows.join(articles, on="article", maintain_order="left")


def lay_ground(analysis: Analysed) -> Ground:
    """The outlets by name, and the actors that most articles mention."""
    outlets = {name: f"o{at}" for at, name in enumerate(sorted(analysis.articles["outlet"].unique()), 1)}
    seen = analysis.mentions.group_by("actor").agg(articles=pl.col("article").n_unique(), mentions=pl.len())
    ranked = seen.sort("articles", "mentions", "actor", descending=[True, True, False])["actor"].to_list()
    known = {actor.id: actor for actor in analysis.actors}
    shown = {actor: known.get(actor, Actor(actor, actor)) for actor in ranked[:TOP_ACTORS]}
    actors = {actor: (shown[actor], f"a{at}") for at, actor in enumerate(shown, 1)}
    return Ground(analysis, open_library(analysis), outlets, actors, len(ranked))
