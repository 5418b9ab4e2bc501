"""SCORES to COMPARISONS: every pair of outlets, actor and measure, tested together and corrected together."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import polars as pl

from framing.comparison.design import Corpus, Floats, Rows, code_articles, lay_out
from framing.comparison.estimate import estimate
from framing.comparison.family import choose_actors, choose_measures
from framing.comparison.measures import find_measure
from framing.comparison.multiplicity import correct
from framing.comparison.permutation import in_stages, most_draws, prepare
from framing.comparison.settings import Settings
from framing.comparison.verdict import (
    Case,
    Outcome,
    count_hits,
    decide,
    find_floor,
    find_needed,
    find_obstacle,
    is_analytic,
)
from framing.comparison.wording import list_caveats, word_finding
from framing.errors import FramingError, TableError
from framing.tables import COMPARISONS, SCORES, VOICES, check

Progress = Callable[[int, int], None]
Series = dict[tuple[str | None, str, int], Rows]
DEFAULTS = Settings()
_NAMES = {"measure": pl.String, "voice": pl.String}


def compare(
    scores: pl.DataFrame,
    *,
    measures: Sequence[str] | None = None,
    voice: str = "own",
    settings: Settings = DEFAULTS,
    progress: Progress | None = None,
    names: Mapping[str, str] | None = None,
) -> pl.DataFrame:
    """
    Compare every two outlets on every measure, for the whole article and for each actor with enough mentions.

    The family is declared without a look at any difference: the measures asked for (default: loaded, blaming, praising,
    valence), for the whole article and for the 12 actors that most articles mention, of those mentioned in at least 6
    articles in all, reposts counted once, of at least 2 outlets. Each pair of outlets gets a row for each of them;
    where a pair has too few units or hits for any test, `testable` is false, `p` and `q` are null, the verdict
    is "cannot tell" and it is not in the family.

    Copies are collapsed and stories that both printed left out; units are the events both covered where there are six
    or more, else events, else articles. An article without a row for an actor is not a unit for it. Ratios (B / A) and
    their intervals for rates and shares, differences (B - A) for means; p-values by relabelling units, all labellings
    where they are at most 20,000, by the t distribution from 200 units a side; q over all testable rows
    (Benjamini-Hochberg). Methods, calibration and sources: docs/methods.md.

    Args:
        scores: SCORES, one row per article, actor, measure and voice.
        measures: names as in SCORES ("loaded", "loaded:labels", "verbs:doubting"); None: the default family.
        voice: whose words are compared: own, quoted, scare or headline. `quoted_words` is always of quotations, tone
            always of the outlet's own sentences.
        settings: levels and least numbers.
        progress: called with the comparisons settled so far and their number.
        names: actor id to the name used in sentences; an id without one stands for itself.

    Returns:
        COMPARISONS, ordered by actor (whole article first), measure and pair; empty for fewer than two outlets.

    Raises:
        TableError: `scores` is not a SCORES table, or scores an article twice.
        FramingError: an unknown measure or voice.
    """
    if voice not in VOICES:
        raise FramingError(f'there is no voice "{voice}"', f"choose from {', '.join(VOICES)}")
    scores = check(scores, SCORES)
    chosen = choose_measures(scores, measures)
    if not scores.height:
        return COMPARISONS.empty()
    corpus = code_articles(scores)
    kept = corpus.table.filter("kept").select("article")
    read_in = {name: find_measure(name).voice or voice for name in chosen}
    series = _collect(scores, corpus, read_in)
    actors: list[str | None] = [None, *choose_actors(scores, kept, settings)]
    cases = list(_cases(series, corpus, actors, chosen, settings))
    if not cases:
        return COMPARISONS.empty()
    p = _test(cases, settings, progress)
    tested = ~np.isnan(p)
    q = np.full(len(cases), np.nan)
    q[tested] = correct(p[tested])
    family = int(tested.sum())
    rows = []
    for case, one_p, one_q in zip(cases, map(_known, p), map(_known, q), strict=True):
        outcome = Outcome(decide(case.estimate, one_q, settings), one_p, one_q, family)
        rows.append(_row(case, outcome, read_in[case.name], names or {}, settings))
    return COMPARISONS.frame(rows)


def _collect(scores: pl.DataFrame, corpus: Corpus, voices: Mapping[str, str]) -> Series:
    """The usable rows of each measure in its voice, by actor, measure and outlet code, in the order of article ids."""
    wanted = pl.DataFrame({"measure": list(voices), "voice": list(voices.values())}, schema_overrides=_NAMES)
    used = scores.join(wanted, on=["measure", "voice"], how="semi")
    if used.select("article", "actor", "measure").is_duplicated().any():
        raise TableError(
            "SCORES has two rows for the same article, actor, measure and voice", "score each article once"
        )
    means = [name for name in voices if find_measure(name).kind == "mean"]
    finite = pl.col("count").is_finite() & pl.col("words").is_finite()
    measured = pl.when(pl.col("measure").is_in(means)).then(pl.col("value").is_finite()).otherwise(pl.col("words") > 0)
    used = used.filter(finite & measured.fill_null(value=False)).join(corpus.table, on="article")
    parts = used.sort("article").partition_by("actor", "measure", "outlet_code", as_dict=True)
    columns = ("count", "words", "value", "story_code", "unit", "kept")
    return {
        (actor, measure, int(outlet)): Rows(*(part[name].to_numpy() for name in columns))
        for (actor, measure, outlet), part in parts.items()
    }


def _cases(
    series: Series, corpus: Corpus, actors: Sequence[str | None], measures: Sequence[str], settings: Settings
) -> Iterator[Case]:
    """Every comparison of the family, in the order of the table. What no outlet has a score of is left out."""
    none, no_code = np.zeros(0), np.zeros(0, np.int64)
    empty = Rows(none, none, none, no_code, no_code, no_code.astype(np.bool_))
    codes = range(len(corpus.outlets))
    shared = {(a, b): corpus.printed[a] & corpus.printed[b] for a, b in itertools.combinations(codes, 2)}
    for actor, name in itertools.product(actors, measures):
        measure = find_measure(name)
        if not any((actor, name, code) in series for code in codes):
            continue
        for (a, b), both in shared.items():
            rows_a, rows_b = (series.get((actor, name, code), empty) for code in (a, b))
            units = lay_out(rows_a, rows_b, both, corpus.events, settings)
            found, hits = estimate(units, measure), count_hits(units, measure)
            floor = find_floor(units, found, settings, settings.resamples)
            obstacle = find_obstacle(units, hits, floor, settings)
            outlets = corpus.outlets[a], corpus.outlets[b]
            yield Case(actor, name, measure, *outlets, units, found, hits, floor, obstacle)


def _test(cases: Sequence[Case], settings: Settings, progress: Progress | None) -> Floats:
    """The p-value of each case; NaN where it is not testable."""
    p = np.full(len(cases), np.nan)
    testable = [i for i, case in enumerate(cases) if case.testable]
    analytic = [i for i in testable if is_analytic(cases[i].units, cases[i].estimate, settings)]
    relabelled = sorted(set(testable) - set(analytic))
    p[analytic] = [cases[i].estimate.tail() for i in analytic]
    settled = len(cases) - len(relabelled)

    def tell(more: int) -> None:
        nonlocal settled
        settled += more
        if progress:
            progress(settled, len(cases))

    tell(0)
    trials = [prepare(cases[i].units, cases[i].measure) for i in relabelled]
    p[relabelled] = in_stages(trials, max(1, len(testable)), p[analytic], settings, tell)
    return p


def _row(case: Case, outcome: Outcome, voice: str, names: Mapping[str, str], settings: Settings) -> dict[str, Any]:
    """A row of COMPARISONS."""
    who = None if case.actor is None else names.get(case.actor, case.actor)
    low, high = case.estimate.interval() or (None, None)
    floor = find_floor(case.units, case.estimate, settings, most_draws(outcome.family, settings))
    needed, needed_effect = find_needed(case, outcome.verdict, settings) or (None, None)
    return {
        "actor": case.actor, "measure": case.name, "voice": voice,
        "outlet_a": case.outlet_a, "outlet_b": case.outlet_b, "design": case.units.design,
        "articles_a": case.units.a.articles, "articles_b": case.units.b.articles,
        "units_a": len(case.units.a), "units_b": len(case.units.b),
        "duplicates": case.units.duplicates, "shared_stories": case.units.shared_stories, "hits": case.hits,
        "value_a": case.estimate.value_a, "value_b": case.estimate.value_b,
        "effect": case.estimate.effect, "ratio": case.estimate.size, "low": low, "high": high,
        "p": outcome.p, "p_floor": floor, "q": outcome.q,
        "family": outcome.family, "detectable": case.estimate.detectable(settings.alpha),
        "needed": needed, "needed_effect": needed_effect,
        "testable": case.testable, "verdict": outcome.verdict, "caveats": list_caveats(case, outcome.verdict),
        "wording": word_finding(case, outcome, voice, who, settings),
    }  # fmt: skip


def _known(x: float) -> float | None:
    return None if np.isnan(x) else float(x)
