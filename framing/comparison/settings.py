"""What a comparison is held to: levels, least numbers and resamples, in one frozen value."""

from __future__ import annotations

from dataclasses import dataclass

from framing.errors import FramingError


@dataclass(frozen=True)
class Settings:
    """
    The rules of a comparison. The defaults were calibrated together: after a change run `benchmarks/calibration.py`.

    Args:
        alpha: level that a permutation test must be able to reach for a comparison to be testable (0 … 0.5).
        q: false discovery rate over all testable comparisons (0 … 0.5).
        resamples: random relabellings where there are too many to try them all.
        band: a ratio between 1 / band and band counts as similar.
        mean_band: a difference of means between -mean_band and +mean_band counts as similar.
        min_units: fewest units a side (articles or events) for a test.
        min_events: fewest events that both covered for the matched design.
        min_hits: fewest hits over both outlets for a test.
        exact_limit: up to so many relabellings, all are tried.
        analytic_from: from so many units on both sides, the t distribution replaces relabelling.
        actor_articles: an actor needs so many articles in all, copies collapsed, to enter the family.
        actor_outlets: … of so many outlets.
        actors: at most so many actors enter, those in the most articles: a small family is corrected for less.
        seed: of the random relabellings; the same seed gives the same p-values.
    """

    alpha: float = 0.05
    q: float = 0.05
    resamples: int = 9_999
    band: float = 1.25
    mean_band: float = 0.10
    min_units: int = 5
    min_events: int = 6
    min_hits: int = 10
    exact_limit: int = 20_000
    analytic_from: int = 200
    actor_articles: int = 6
    actor_outlets: int = 2
    actors: int = 12
    seed: int = 0

    def __post_init__(self) -> None:
        """
        Refuse what no test could be run with.

        Raises:
            FramingError: a value out of its range.
        """
        for name, good, range_ in (
            ("alpha", 0 < self.alpha < 0.5, "between 0 and 0.5"),
            ("q", 0 < self.q < 0.5, "between 0 and 0.5"),
            ("resamples", self.resamples >= 99, "99 or more"),
            ("band", self.band > 1, "above 1"),
            ("mean_band", self.mean_band > 0, "above 0"),
            ("min_units", self.min_units >= 2, "2 or more"),
            ("min_events", self.min_events >= 2, "2 or more"),
            ("actors", self.actors >= 0, "0 or more"),
            ("min_hits", self.min_hits >= 1, "1 or more"),
            ("exact_limit", self.exact_limit >= 1, "1 or more"),
            ("analytic_from", self.analytic_from >= 2, "2 or more"),
            ("seed", self.seed >= 0, "0 or more"),
        ):
            if not good:
                raise FramingError(f"comparison setting {name} is {getattr(self, name)}", f"give a value {range_}")
