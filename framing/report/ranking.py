"""COMPARISONS to findings: in the order in which a report tells them, with what could not be tested summed up."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import polars as pl

from framing.comparison.measures import find_measure
from framing.comparison.wording import name_size, name_units
from framing.report.claims import find_key
from framing.report.ground import Ground
from framing.report.model import Finding, Outcome, Untested
from framing.tables import COMPARISONS, VERDICTS, check

UNTESTABLE_KEPT = 500  # comparisons that nothing could be told from; all are in the table


def rank(findings: pl.DataFrame | None) -> pl.DataFrame:
    """The comparisons: those that differ first, the surest and largest before all; then in the order of the table."""
    if findings is None:
        return COMPARISONS.empty()
    place = pl.col("verdict").replace_strict({name: at for at, name in enumerate(VERDICTS)}, return_dtype=pl.Int64)
    size = pl.when(pl.col("effect") == "ratio").then(pl.col("ratio").log().abs()).otherwise(pl.col("ratio").abs())
    differs = place == 0
    surest, largest = pl.when(differs).then("q"), pl.when(differs).then(-size)
    return check(findings, COMPARISONS).sort(
        place, ~pl.col("testable"), surest, largest, maintain_order=True, nulls_last=True
    )


def count_outcomes(ranked: pl.DataFrame) -> tuple[Outcome, ...]:
    """How many comparisons of each measure came out how."""
    counted = ranked.group_by("measure", "verdict").agg(number=pl.len()).sort("measure", "verdict")
    return tuple(Outcome(**row) for row in counted.iter_rows(named=True))


def list_findings(ground: Ground, ranked: pl.DataFrame, evidence: Collection[str]) -> tuple[Finding, ...]:
    """The comparisons that could be tested, and the first of those that could not."""
    kept = pl.concat([ranked.filter("testable"), ranked.filter(~pl.col("testable")).head(UNTESTABLE_KEPT)])
    shown = {*evidence, *(f"{key.split('-')[0]}-loaded" for key in evidence if key.startswith("o"))}
    return tuple(
        Finding(
            **{**row, "caveats": tuple(row["caveats"])},
            kind=find_measure(row["measure"]).kind,
            name=_name(ground, row["actor"]),
            price=find_price(row),
            evidence_a=_behind(ground, row, "a", shown),
            evidence_b=_behind(ground, row, "b", shown),
        )
        for row in kept.iter_rows(named=True)
    )


def sum_up(ground: Ground, ranked: pl.DataFrame) -> tuple[Untested, ...]:
    """
    What could not be tested, a row for each actor and obstacle: the whole article first, then the most words counted.

    The obstacle is `units` where no test could have reached its level with so few articles or events, or an outlet has
    fewer than asked for; else it is `hits`.
    """
    settings = ground.analysis.recipe.settings
    units = pl.min_horizontal("units_a", "units_b")
    least = pl.when(pl.col("design") == "matched events").then(settings.min_events).otherwise(settings.min_units)
    few = (units < least) | (pl.col("p_floor").fill_null(0.0) > settings.alpha)
    ratios = pl.when(pl.col("effect") == "ratio").then("detectable")
    summed = (
        ranked.filter(~pl.col("testable"))
        .group_by("actor", obstacle=pl.when(few).then(pl.lit("units")).otherwise(pl.lit("hits")), maintain_order=True)
        .agg(
            comparisons=pl.len(), units_least=units.min(), units_most=units.max(),
            hits_least=pl.col("hits").min(), hits_most=pl.col("hits").max(),
            detectable=ratios.min(), price=pl.struct("design", "effect", "needed", "needed_effect").first(),
        )
    )  # fmt: skip
    order = [pl.col("obstacle") == "hits", pl.col("actor").is_not_null(), -pl.col("hits_most"), pl.col("actor")]
    return tuple(
        Untested(**{**row, "price": find_price(row["price"])}, name=_name(ground, row["actor"]))
        for row in summed.sort(order).iter_rows(named=True)
    )


def find_price(row: Mapping[str, Any]) -> tuple[str, str] | None:
    """What it would take, from a row of COMPARISONS: the effect to be seen, and the units for it; None for none."""
    if row["needed"] is None or row["needed_effect"] is None:
        return None
    return name_size(row["needed_effect"], row["effect"]), name_units(row["needed"], row["design"])


def _name(ground: Ground, actor: str | None) -> str | None:
    return None if actor is None else ground.library.names.get(actor, actor)


def _behind(ground: Ground, row: Mapping[str, Any], side: str, shown: Collection[str]) -> str | None:
    """The key of the evidence on one side of a comparison, if there is some on the page."""
    actor, outlet = row["actor"], row[f"outlet_{side}"]
    if not row[f"value_{side}"] or outlet not in ground.outlets or (actor is not None and actor not in ground.actors):
        return None
    key = find_key(row["measure"], None if actor is None else ground.actors[actor][1], ground.outlets[outlet])
    return key if key in shown else None
