"""Which comparisons are made: declared before a difference is seen, so that the correction over them is honest."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from framing.comparison.measures import DEFAULT_FAMILY, PRESENCE, find_measure
from framing.comparison.settings import Settings
from framing.errors import FramingError


def choose_measures(scores: pl.DataFrame, wanted: Sequence[str] | None) -> list[str]:
    """
    The measures to compare, each once, in order: those asked for, else what SCORES has of the default family.

    Raises:
        FramingError: a measure that cannot be compared, or one of which SCORES has no row.
    """
    present = set(scores["measure"].unique().to_list())
    if wanted is None:
        return [name for name in DEFAULT_FAMILY if name in present]
    for name in wanted:
        find_measure(name)
        if present and name not in present:
            raise FramingError(f'no article has a score of "{name}"', f"choose from {', '.join(sorted(present))}")
    return list(dict.fromkeys(name for name in wanted if name in present))


def choose_actors(scores: pl.DataFrame, kept: pl.DataFrame, settings: Settings) -> list[str]:
    """
    The actors to compare, by name: mentioned in enough articles of enough outlets, whatever is said of them.

    An actor enters with `settings.actor_articles` articles in all and `settings.actor_outlets` outlets, in any voice,
    reposts counted once; of these the `settings.actors` that most articles mention (by name where they tie). Mentions
    are the rows of the measure `mentions` with a count above 0; where SCORES has no such measure, any row of the actor.

    Args:
        scores: SCORES.
        kept: column `article`: the articles that are left when copies are collapsed.
        settings: the least numbers.
    """
    named = scores.filter(pl.col("actor").is_not_null())
    mentioned = named.filter((pl.col("measure") == PRESENCE) & (pl.col("count") > 0))
    if not named.filter(pl.col("measure") == PRESENCE).height:
        mentioned = named
    spread = (
        mentioned.join(kept, on="article", how="semi")
        .group_by("actor")
        .agg(articles=pl.col("article").n_unique(), outlets=pl.col("outlet").n_unique())
    )
    enough = (pl.col("articles") >= settings.actor_articles) & (pl.col("outlets") >= settings.actor_outlets)
    most = spread.filter(enough).sort("articles", "actor", descending=[True, False]).head(settings.actors)
    return sorted(most["actor"].to_list())
