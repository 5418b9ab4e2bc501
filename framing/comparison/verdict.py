"""What may be said of a comparison: whether any test could have told, and then differs, similar or cannot tell."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from framing.comparison.design import Units
from framing.comparison.estimate import Estimate
from framing.comparison.measures import Measure
from framing.comparison.permutation import shape_of
from framing.comparison.settings import Settings

Obstacle = Literal["empty", "floor", "units", "hits", "none"]
Verdict = Literal["differs", "similar", "cannot tell"]

TARGET_RATIO, TARGET_DIFFERENCE = 1.5, 0.2
POWER_SUM = 2.8  # normal quantiles of 97.5 % and 80 %, added
USUAL_CV2 = {False: 0.45, True: 1.73}  # squared variation between news articles; True: one category of a list
USUAL_VARIANCE = 0.25  # of an article's mean valence


@dataclass(frozen=True)
class Case:
    """One comparison before its test: who, what, the units, the estimate, and what stands in the way of a test."""

    actor: str | None
    name: str
    measure: Measure
    outlet_a: str
    outlet_b: str
    units: Units
    estimate: Estimate
    hits: float
    floor: float
    obstacle: Obstacle

    @property
    def testable(self) -> bool:
        """Whether any outcome could have been told from chance."""
        return self.obstacle == "none"


@dataclass(frozen=True)
class Outcome:
    """What came out of a comparison: verdict, p and corrected p (None where untestable), and the size of the family."""

    verdict: Verdict
    p: float | None
    q: float | None
    family: int


def count_hits(units: Units, measure: Measure) -> float:
    """Hits over both outlets; links where the measure is a mean."""
    sides = (units.a, units.b)
    return float(sum((side.words if measure.kind == "mean" else side.count).sum() for side in sides))


def is_analytic(units: Units, estimate: Estimate, settings: Settings) -> bool:
    """Whether both sides have so many units that the t distribution stands in for relabelling."""
    return units.fewest >= settings.analytic_from and estimate.se is not None


def find_floor(units: Units, estimate: Estimate, settings: Settings, draws: int) -> float:
    """The smallest p-value that the design could give in `draws` random relabellings; 1 where a side is empty."""
    if units.fewest == 0:
        return 1.0
    if is_analytic(units, estimate, settings):
        return 0.0
    shape = shape_of(units)
    drawn = 0.0 if shape.labellings <= settings.exact_limit else 1 / (draws + 1)
    return max(shape.floor(), drawn)


def find_obstacle(units: Units, hits: float, floor: float, settings: Settings) -> Obstacle:
    """
    What keeps a comparison from being tested. It looks at numbers of units and hits, never at the difference.

    `empty`: a side has no unit. `floor`: no outcome could reach alpha. `units`: fewer than `settings.min_units` (or
    `min_events`, matched) a side. `hits`: fewer than `settings.min_hits` over both outlets.
    """
    least = settings.min_events if units.matched else settings.min_units
    if units.fewest == 0:
        return "empty"
    if floor > settings.alpha:
        return "floor"
    if units.fewest < least:
        return "units"
    return "hits" if hits < settings.min_hits else "none"


def decide(estimate: Estimate, q: float | None, settings: Settings) -> Verdict:
    """
    The verdict of a comparison with corrected p-value `q`; None where it was not testable.

    Similar asks for more than no difference found: the whole 90 % interval must lie inside the band.
    """
    if q is None:
        return "cannot tell"
    if q <= settings.q:
        return "differs"
    inner = estimate.interval(0.90)
    if inner is None:
        return "cannot tell"
    if estimate.effect == "ratio":
        low, high = 1 / settings.band, settings.band
    else:
        low, high = -settings.mean_band, settings.mean_band
    return "similar" if low < inner[0] and inner[1] < high else "cannot tell"


def find_target(case: Case, settings: Settings) -> float:
    """The effect whose price is named: x1.5 (or 0.2), or the edge of the band where that could have been seen."""
    ratio = case.measure.kind != "mean"
    usual, band = (TARGET_RATIO, settings.band) if ratio else (TARGET_DIFFERENCE, settings.mean_band)
    found = case.estimate.detectable(settings.alpha)
    return band if case.testable and found is not None and found <= usual else usual


def units_needed(case: Case, target: float, settings: Settings) -> int:
    """
    How many units of each outlet would show an effect of that size in 80 % of comparisons, rounded up.

    n = 2 CV² (2.8 / ln ratio)², CV² the squared coefficient of variation between units; for means the variance and
    the difference take their places; matched, the events in proportion to the squared standard error. Where there is
    too little to measure variation (see `find_obstacle`), the variation that is usual between news articles.
    """
    size = math.log(target) if case.measure.kind != "mean" else target
    if case.units.matched and case.estimate.se is not None and case.testable:
        return _tidy(len(case.units.a) * (case.estimate.se * POWER_SUM / size) ** 2)
    spread = _variation(case) if case.testable else None
    if spread is None:
        spread = USUAL_VARIANCE if case.measure.kind == "mean" else USUAL_CV2[":" in case.name]
    return _tidy(2 * spread * (POWER_SUM / size) ** 2)


def find_needed(case: Case, verdict: Verdict, settings: Settings) -> tuple[int, float] | None:
    """
    How many units a side it would take to tell (see `units_needed`), and the effect that they would show.

    None where there is an answer, where a side is empty, and where there are as many units already.
    """
    if verdict != "cannot tell" or case.obstacle == "empty":
        return None
    effect = find_target(case, settings)
    needed = units_needed(case, effect, settings)
    return (needed, effect) if needed > case.units.fewest else None


def _variation(case: Case) -> float | None:
    """Squared coefficient of variation of hits between units, or the variance of values; None where there is none."""
    a, b = case.units.a, case.units.b
    if case.measure.kind == "mean":
        return max(float(a.value.var()), float(b.value.var())) or None
    counts, words = np.concatenate([a.count, b.count]), np.concatenate([a.words, b.words])
    rate = counts.sum() / words.sum()
    return float(((counts - rate * words) ** 2).mean() / counts.mean() ** 2) or None


def _tidy(n: float) -> int:
    """Rounded up to two leading digits: the formula is good to about a fifth."""
    step: int = 10 ** max(0, len(str(math.ceil(n))) - 2)
    return max(1, math.ceil(n / step) * step)
