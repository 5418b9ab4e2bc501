"""P-values by relabelling: all comparisons of one shape share their label matrices through matrix products."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.comparison.design import Floats, Units
from framing.comparison.estimate import FLAT, PSEUDO, pooled_rate, split_events
from framing.comparison.labels import Shape, all_labels, random_labels
from framing.comparison.measures import Measure
from framing.comparison.settings import Settings

TIE = 1 - 1e-9  # a relabelling that equals the observed one up to rounding counts as equal
BATCH = 200  # comparisons per matrix product
SCREEN_FROM = 500  # with more comparisons than this to relabel at random, a short run comes first …
SCREEN_DRAWS = 999
SCREEN_LIMIT = 0.1  # … and only what it leaves at this p or below is run at full length


@dataclass(frozen=True)
class Trial:
    """
    One comparison made ready for relabelling.

    `columns` holds a row per unit: signed gaps per event where matched (one column), else for a rate c, w, c², cw, w²,
    and for a mean x, x². The side with fewer units comes first. `pooled` is the rate in hits per word, 0 for a mean.
    """

    shape: Shape
    columns: Floats
    pooled: float

    @property
    def kind(self) -> tuple[Shape, int]:
        """Trials of one kind can share a product."""
        return self.shape, self.columns.shape[1]


def shape_of(units: Units) -> Shape:
    """The shape of the relabellings that a design allows."""
    if units.matched:
        return Shape(True, len(units.a), 0)
    return Shape(False, *sorted((len(units.a), len(units.b))))


def prepare(units: Units, measure: Measure) -> Trial:
    """The trial of a comparison; sums are taken of it, so means are centred first."""
    shape, (first, second) = shape_of(units), sorted((units.a, units.b), key=len)
    if units.matched:
        if measure.kind == "mean":
            return Trial(shape, (units.b.value - units.a.value)[:, None], 0.0)
        upper, lower = split_events(units.a, units.b)
        return Trial(shape, (upper - lower)[:, None], 0.0)
    if measure.kind == "mean":
        values = np.concatenate([first.value, second.value])
        values = values - values[0]
        return Trial(shape, np.stack([values, values**2], 1), 0.0)
    c, w = np.concatenate([first.count, second.count]), np.concatenate([first.words, second.words])
    return Trial(shape, np.stack([c, w, c * c, c * w, w * w], 1), pooled_rate(units.a, units.b))


def p_values(
    trials: Sequence[Trial],
    draws: int,
    settings: Settings,
    stage: int = 0,
    done: Callable[[Sequence[int], Sequence[float]], None] | None = None,
) -> Floats:
    """
    The p-value of each trial: the share of relabellings at least as extreme as the observed one, itself counted.

    All relabellings where there are at most `settings.exact_limit`, else `draws` random ones.

    Args:
        trials: any comparisons; those of one shape share their labels.
        draws: random relabellings.
        settings: seed and limit.
        stage: makes the random relabellings of one run differ from those of another.
        done: called with the places and the p-values of each batch when it is finished.
    """
    out = np.ones(len(trials))
    for batch in _batches(trials):
        group = [trials[place] for place in batch]
        shape, width = group[0].shape, len(group) * group[0].columns.shape[1]
        if shape.labellings <= settings.exact_limit:
            blocks = all_labels(shape, width)
        else:
            blocks = random_labels(shape, draws, width, (settings.seed, stage))
        out[batch] = np.maximum(_share_as_extreme(group, blocks), shape.floor())
        if done:
            done(batch, out[batch].tolist())
    return out


def in_stages(
    trials: Sequence[Trial], family: int, others: Floats, settings: Settings, done: Callable[[int], None]
) -> Floats:
    """
    The p-values of all trials in as many relabellings as each needs.

    A short run first where there are many; what stays at p <= 0.1 gets `settings.resamples`. If no relabelling reaches
    some of them and the correction over the family still could not tell that from chance, those get family / q. A
    p-value is always that of one whole run, the last, so none is made smaller by looking twice.

    Args:
        trials: testable comparisons.
        family: how many comparisons the correction is over.
        others: p-values of the family that were not found by relabelling.
        settings: resamples, q, seed, exact limit.
        done: called with the number of comparisons whose p-value is settled.
    """
    p = np.ones(len(trials))

    def run(where: NDArray[np.bool_], draws: int, stage: int, keep: float, tell: bool = True) -> None:
        places = np.flatnonzero(where)
        settle = (lambda _, ps: done(sum(x > keep for x in ps))) if tell else None
        p[places] = p_values([trials[int(i)] for i in places], draws, settings, stage, settle)

    random = np.array([trial.shape.labellings > settings.exact_limit for trial in trials], np.bool_)
    screened = random & (random.sum() > SCREEN_FROM)
    run(screened, SCREEN_DRAWS, 1, keep=SCREEN_LIMIT)
    run(~screened | (p <= SCREEN_LIMIT), settings.resamples, 2, keep=-1.0)
    floor = (1 + 1e-9) / (settings.resamples + 1)
    unreached = random & (p <= floor)
    small = int((p <= floor).sum() + (others <= floor).sum())
    if unreached.any() and small * settings.q / family < floor:
        run(unreached, math.ceil(family / settings.q), 3, keep=-1.0, tell=False)
    return p


def most_draws(family: int, settings: Settings) -> int:
    """The longest run that a comparison of the family may get."""
    return max(settings.resamples, math.ceil(family / settings.q))


def _batches(trials: Sequence[Trial]) -> Iterator[list[int]]:
    """Places of the trials of one kind, at most `BATCH` at a time."""
    kinds: dict[tuple[Shape, int], list[int]] = {}
    for place, trial in enumerate(trials):
        kinds.setdefault(trial.kind, []).append(place)
    for places in kinds.values():
        for start in range(0, len(places), BATCH):
            yield places[start : start + BATCH]


def _share_as_extreme(group: Sequence[Trial], blocks: Iterator[Floats]) -> Floats:
    """For each trial the share of rows over all blocks that are as extreme as the first row of the first block."""
    columns = np.stack([trial.columns for trial in group], 2)
    units, features, many = columns.shape
    flat = np.ascontiguousarray(columns.reshape(units, features * many))
    pooled = np.array([trial.pooled for trial in group])
    observed: Floats | None = None
    extreme, rows = np.zeros(many), 0
    for labels in blocks:
        sums = (labels @ flat).reshape(len(labels), features, many)
        statistic = _statistic(sums, columns.sum(0), group[0].shape, pooled)
        observed = statistic[0] if observed is None else observed
        extreme += (statistic >= observed * TIE).sum(0)
        rows += len(labels)
    return extreme / rows


def _statistic(sums: Floats, total: Floats, shape: Shape, pooled: Floats) -> Floats:
    """The absolute statistic, relabellings × trials, from the sums over the units labelled 1."""
    if shape.matched:
        return np.abs(sums[:, 0])
    if len(total) == 2:
        mean_a, var_a = _mean_and_variance(sums, shape.n_a)
        mean_b, var_b = _mean_and_variance(total - sums, shape.n_b)
        least = FLAT * total[1] / shape.size
        out: Floats = np.abs(mean_b - mean_a) / np.sqrt(np.maximum(var_a + var_b, np.where(least > 0, least, 1.0)))
        return out
    log_a, var_a = _log_rate_and_variance(sums, shape.n_a, pooled)
    log_b, var_b = _log_rate_and_variance(total - sums, shape.n_b, pooled)
    ratio: Floats = np.abs(log_b - log_a) / np.sqrt(var_a + var_b)
    return ratio


def _mean_and_variance(sums: Floats, n: int) -> tuple[Floats, Floats]:
    """Mean of one side and the variance of that mean."""
    mean = sums[:, 0] / n
    return mean, np.maximum(sums[:, 1] - n * mean**2, 0.0) / (n - 1) / n


def _log_rate_and_variance(sums: Floats, n: int, pooled: Floats) -> tuple[Floats, Floats]:
    """Log rate of one side and its variance, as `estimate.side_log_rate` has them, from sums of c, w, c², cw, w²."""
    c, w, cc, cw, ww = (sums[:, i] for i in range(5))
    hits = c + PSEUDO
    rate = hits / (w + PSEUDO / pooled)
    spread = np.maximum(cc - 2 * rate * cw + rate**2 * ww, 0.0) + PSEUDO
    return np.log(rate), n / (n - 1) * spread / hits**2
