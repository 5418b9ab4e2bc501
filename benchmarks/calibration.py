"""
How often the comparison flags a difference where there is none.

Two outlets are simulated whose articles differ by chance alone, in ten situations that trip simpler tests: bursty
counts, articles of one outlet four times shorter, unequal numbers, different events, shared events, reposts. Each
simulated data set goes through `framing.comparison.compare` as one actor of a corpus. Printed by situation:
the share of testable comparisons with p <= 0.05 and p <= 0.005 (wanted: 5 and 0.5 %), how many the corrected verdict
calls different (wanted: hardly any), how often the 95 % interval holds the truth (95 %), and, for contrast, what a
chi-square test on the pooled words would have flagged.

    python benchmarks/calibration.py --runs 2000        # about four times as sharp as the default
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.comparison import Settings, compare
from framing.tables import SCORES

Array = NDArray[np.float64]
WORDS, SPREAD = 400.0, 0.6  # median length of an article and the standard deviation of its logarithm
RATES = {
    "loaded": (0.020, 5.0),
    "praising": (0.0025, 1.0),
}  # hits per word; shape of the gamma that makes counts bursty
EVENT_SHAPE = 4.0  # of the gamma that an event multiplies every rate by


@dataclass(frozen=True)
class Situation:
    """Articles of A and B, how much shorter B's are, events per outlet, whether shared, share of stories reposted."""

    name: str
    articles: tuple[int, int]
    shorter: float = 1.0
    events: int = 0
    shared: bool = False
    reposted: float = 0.0


SITUATIONS = (
    Situation("5 articles a side", (5, 5)),
    Situation("10 articles a side", (10, 10)),
    Situation("30 articles a side", (30, 30)),
    Situation("30 a side, B's four times shorter", (30, 30), shorter=4.0),
    Situation("40 against 10, B's four times shorter", (40, 10), shorter=4.0),
    Situation("250 a side (closed form)", (250, 250)),
    Situation("50 a side on 10 different events each", (50, 50), events=10),
    Situation("8 shared events, 2 articles each", (16, 16), events=8, shared=True),
    Situation("30 shared events", (30, 30), events=30, shared=True),
    Situation("30 a side, 3 in 10 reposted three times", (30, 30), reposted=0.3),
)


def lay_out(situation: Situation, rng: np.random.Generator) -> pl.DataFrame:
    """The articles of a situation: article, outlet, event, story, words."""
    parts = []
    for outlet, count in zip("AB", situation.articles, strict=True):
        words = np.maximum(20, rng.lognormal(math.log(WORDS), SPREAD, count))
        words = np.round(words / (situation.shorter if outlet == "B" else 1.0))
        number = np.arange(count)
        copies = np.where(rng.random(count) < situation.reposted, 4, 1)
        code = number % max(1, situation.events)
        owner = "" if situation.shared else outlet
        frame = pl.DataFrame({
            "outlet": [outlet] * count,
            "event": [f"{owner}{e}" if situation.events else None for e in code],
            "story": [f"{outlet}{i:04d}.0" for i in number],
            "words": words,
            "copies": copies,
        })  # fmt: skip
        parts.append(frame.with_columns(pl.int_ranges(0, "copies").alias("copy")).explode("copy"))
    corpus = pl.concat(parts, how="vertical_relaxed")
    return corpus.with_columns(article=pl.col("story").str.head(-1) + pl.col("copy").cast(pl.String))


def simulate(situation: Situation, runs: int, rng: np.random.Generator) -> pl.DataFrame:
    """SCORES of `runs` actors on one set of articles: two rates and a mean, none of which depends on the outlet."""
    corpus = lay_out(situation, rng)
    stories, place = np.unique(corpus["story"].to_numpy(), return_inverse=True)
    words = corpus.unique("story").sort("story")["words"].to_numpy()
    events = corpus.unique("story").sort("story")["event"].fill_null("none")
    codes, event = np.unique(events.to_numpy(), return_inverse=True)
    frames = []
    for run in range(runs):
        topic = (
            rng.gamma(EVENT_SHAPE, 1 / EVENT_SHAPE, len(codes))[event] if situation.events else np.ones(len(stories))
        )
        for measure, (rate, shape) in RATES.items():
            hits = rng.poisson(words * rate * topic * rng.gamma(shape, 1 / shape, len(stories))).astype(float)
            frames.append(_rows(corpus, run, measure, hits[place], words[place], (1000 * hits / words)[place]))
        lean = rng.normal(0, 0.2, len(codes))[event] if situation.events else np.zeros(len(stories))
        value = np.clip(rng.normal(lean, 0.5), -1, 1)
        frames.append(_rows(corpus, run, "valence", 3 * value[place], np.full(len(place), 3.0), value[place]))
    return pl.concat(frames)


def _rows(corpus: pl.DataFrame, run: int, measure: str, count: Array, words: Array, value: Array) -> pl.DataFrame:
    """SCORES rows of one actor and measure."""
    return corpus.select(
        "article", "outlet", "event", "story",
        pl.lit(f"{run:05d}").alias("actor"), pl.lit(measure).alias("measure"), pl.lit("own").alias("voice"),
        pl.Series("count", count), pl.Series("words", words), pl.Series("value", value),
    ).cast(SCORES.schema)  # fmt: skip


def pooled_chi2(scores: pl.DataFrame, measure: str) -> float:
    """The share of actors that a chi-square test on the pooled words flags at 0.05."""
    sums = (
        scores.filter(pl.col("measure") == measure)
        .group_by("actor")
        .agg(
            pl.col(name).filter(pl.col("outlet") == outlet).sum().alias(f"{name}_{outlet}")
            for name in ("count", "words")
            for outlet in "AB"
        )
    )
    c_a, c_b, w_a, w_b = (sums[name].to_numpy() for name in ("count_A", "count_B", "words_A", "words_B"))
    rate = (c_a + c_b) / (w_a + w_b)
    sd = np.sqrt(rate * (1 - rate) * (1 / w_a + 1 / w_b))
    z = np.divide(c_a / w_a - c_b / w_b, sd, out=np.zeros_like(sd), where=sd > 0)
    return float((np.abs(z) > 1.959964).mean())


def summarise(situation: Situation, runs: int, seed: int) -> Iterator[str]:
    """A line per measure of one situation."""
    scores = simulate(situation, runs, np.random.default_rng(seed))
    found = compare(scores, settings=Settings(seed=seed, actors=1_000_000)).filter(pl.col("actor").is_not_null())
    for measure in (*RATES, "valence"):
        rows = found.filter((pl.col("measure") == measure) & pl.col("testable"))
        if not rows.height:
            continue
        p, truth = rows["p"].to_numpy(), 0.0 if measure == "valence" else 1.0
        held = rows.filter((pl.col("low") <= truth) & (pl.col("high") >= truth)).height / rows.height
        chi2 = f"{100 * pooled_chi2(scores, measure):5.1f}" if measure != "valence" else "    -"
        flagged = rows.filter(pl.col("verdict") == "differs").height
        alike = rows.filter(pl.col("verdict") == "similar").height / rows.height
        error = 200 * math.sqrt(0.05 * 0.95 / rows.height)
        yield (
            f"{situation.name:40s} {measure:9s} {rows.height:6d} {100 * (p <= 0.05).mean():6.1f} +-{error:3.1f}"
            f" {100 * (p <= 0.005).mean():6.1f} {flagged:8d} {100 * alike:8.1f} {100 * held:8.1f} {chi2}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description="False flags of the comparison where nothing differs.")
    parser.add_argument("--runs", type=int, default=300, help="simulated actors per situation (default 300)")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    start = time.perf_counter()
    head = f"{'situation':40s} {'measure':9s} tested  % <=.05     % <=.005  differs  similar%  in 95%  pooled chi2"
    print(head, "-" * len(head), sep="\n")
    for number, situation in enumerate(SITUATIONS):
        for line in summarise(situation, given.runs, given.seed + number):
            print(line, flush=True)
    print(f"\n{given.runs} runs a situation, seed {given.seed}, {time.perf_counter() - start:.0f} s.")
    print('"+-" is twice the Monte-Carlo error at 5 %; "differs" counts verdicts after correction over the situation.')


if __name__ == "__main__":
    main()
