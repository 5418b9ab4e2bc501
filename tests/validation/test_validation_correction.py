"""Corrected rates recover what was planted, and their intervals hold it as often as they say."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from framing.validation.correction import correct_rates, estimate_precision, estimate_share, limit_recall
from framing.validation.tables import COUNTS, KEY, RATES

PLANTED = {"labels": 0.9, "praise": 0.3}
PER_1000 = {"Wire": {"labels": 4.0, "praise": 2.0}, "Tabloid": {"labels": 8.0, "praise": 10.0}}


def counts_of(rng: np.random.Generator, articles: int) -> pl.DataFrame:
    """COUNTS of two outlets whose marks come at the rates above."""
    rows = []
    for outlet, rates in PER_1000.items():
        for n in range(articles):
            words = int(rng.integers(300, 900))
            marks = {category: int(rng.poisson(rate * words / 1000)) for category, rate in rates.items()}
            one = {"article": f"{outlet}-{n}", "outlet": outlet, "words": words}
            rows += [{**one, "category": name, "marks": many} for name, many in marks.items()]
    return COUNTS.frame(rows)


def key_of(counts: pl.DataFrame, size: int) -> pl.DataFrame:
    """KEY of `size` marks from every outlet and category."""
    rows = []
    groups = counts.group_by("outlet", "category").agg(pl.col("marks").sum()).sort("outlet", "category")
    for outlet, category, marks in groups.iter_rows():
        fixed = {"kind": "marked", "article": "a", "field": "text", "start": 0, "end": 1, "entry": "e", "term": "t"}
        item = {**fixed, "outlet": outlet, "category": category, "weight": marks / size}
        rows += [{**item, "id": f"s-{outlet}-{category}-{n}"} for n in range(size)]
    return KEY.frame(rows)


def code(key: pl.DataFrame, rng: np.random.Generator) -> dict[str, bool | None]:
    """Coders who call a mark loaded as often as is planted for its category."""
    return {one: bool(rng.random() < PLANTED[name]) for one, name in key.select("id", "category").iter_rows()}


def true_rate(outlet: str) -> float:
    return sum(rate * PLANTED[name] for name, rate in PER_1000[outlet].items())


def test_the_planted_rate_is_recovered() -> None:
    """With much text and many codings the corrected rate is the rate of right marks, not that of all marks."""
    rng = np.random.default_rng(0)
    counts = counts_of(rng, 2000)
    key = key_of(counts, 1500)
    precision = estimate_precision(key, code(key, rng))
    assert {name: share.point for name, share in precision.items()} == pytest.approx(PLANTED, abs=0.02)
    rates = correct_rates(counts, precision, resamples=100)
    for row in rates.iter_rows(named=True):
        assert row["rate"] == pytest.approx(sum(PER_1000[row["outlet"]].values()), rel=0.03)
        assert row["corrected"] == pytest.approx(true_rate(row["outlet"]), rel=0.04)
        assert row["low"] < row["corrected"] < row["high"]
    assert rates.schema == RATES.schema


def test_intervals_hold_the_truth() -> None:
    """Over 100 corpora of 30 articles with 15 codings a group, the interval holds the true rate at least 87 times."""
    rng = np.random.default_rng(1)
    held = dict.fromkeys(PER_1000, 0)
    for number in range(100):
        counts = counts_of(rng, 30)
        key = key_of(counts, 15)
        rates = correct_rates(counts, estimate_precision(key, code(key, rng)), resamples=200, seed=number)
        for row in rates.iter_rows(named=True):
            held[row["outlet"]] += row["low"] <= true_rate(row["outlet"]) <= row["high"]
    assert min(held.values()) >= 87


def test_few_codings_widen_the_interval() -> None:
    """The interval knows how few marks were judged: from 4 a group it is much wider than from 400."""
    rng = np.random.default_rng(2)
    counts = counts_of(rng, 200)
    widths = []
    for size in (4, 400):
        key = key_of(counts, size)
        rates = correct_rates(counts, estimate_precision(key, code(key, rng)))
        widths.append((rates["high"] - rates["low"]).to_list())
    assert all(few > 2 * many for few, many in zip(*widths, strict=True))


def test_weights_count() -> None:
    """
    A mark that stands for 9 counts nine times one that stands for 1: 9 / 10.

    Effective number of answers: (9 + 1)² / (81 + 1) = 1.22, so the share is as uncertain as it can be.
    """
    share = estimate_share(np.array([1.0, 0.0]), np.array([9.0, 1.0]))
    assert share is not None
    assert share.point == pytest.approx(0.9)
    assert share.size == 1.0
    assert estimate_share(np.array([]), np.array([])) is None


def test_all_right_is_no_certainty() -> None:
    """Five right of five leave room for doubt."""
    share = estimate_share(np.ones(5), np.ones(5), 0.8)
    assert share is not None
    assert share.point == 1.0
    assert np.quantile(share.draw(2000, np.random.default_rng(0)), 0.05) < 0.95


def test_categories_that_nobody_judged_are_left_out_and_counted() -> None:
    """No precision is made up: marks of such a category are in neither rate."""
    counts = COUNTS.frame(
        [
            {"article": "a", "outlet": "Wire", "words": 1000, "category": "labels", "marks": 4},
            {"article": "a", "outlet": "Wire", "words": 1000, "category": "praise", "marks": 3},
            {"article": "b", "outlet": "Wire", "words": 1000, "category": "", "marks": 0},
            {"article": "c", "outlet": "Gull", "words": 0, "category": "", "marks": 0},
        ]
    )
    key = key_of(counts.filter(pl.col("category") == "labels"), 4)
    verdicts = dict(zip(key["id"], [True, True, False, None], strict=True))
    gull, wire = correct_rates(counts, estimate_precision(key, verdicts)).iter_rows(named=True)
    assert (wire["articles"], wire["words"], wire["marks"], wire["unjudged"]) == (2, 2000, 7, 3)
    assert wire["rate"] == pytest.approx(2.0)
    assert wire["corrected"] == pytest.approx(2.0 * 2 / 3)
    assert (gull["rate"], gull["corrected"], gull["low"]) == (None, None, None)
    (_, nothing) = correct_rates(counts, {}).iter_rows(named=True)
    assert (nothing["rate"], nothing["unjudged"]) == (None, 7)


def test_one_article_has_no_interval() -> None:
    """From one article nobody can tell how articles vary."""
    counts = COUNTS.frame([{"article": "a", "outlet": "Wire", "words": 500, "category": "labels", "marks": 2}])
    key = key_of(counts, 2)
    (row,) = correct_rates(counts, estimate_precision(key, dict.fromkeys(key["id"], True))).iter_rows(named=True)
    assert (row["corrected"], row["low"], row["high"]) == (4.0, None, None)


def test_the_limit_of_recall_by_hand() -> None:
    """
    40 marks, 3 of 4 judged right: 30. 100 unmarked sentences, 1 of 10 with something loaded: 10. At most 30 / 40.
    """
    counts = COUNTS.frame([{"article": "a", "outlet": "Wire", "words": 500, "category": "labels", "marks": 40}])
    marked = key_of(counts, 4)
    clear = marked.head(1).select(pl.exclude("id", "kind", "weight")).join(
        pl.DataFrame({"id": [f"s-clear-{n}" for n in range(10)]}), how="cross"
    )  # fmt: skip
    key = KEY.frame([*marked.to_dicts(), *({**row, "kind": "unmarked", "weight": 10.0} for row in clear.to_dicts())])
    verdicts: dict[str, bool | None] = dict(zip(marked["id"], [True, True, True, False], strict=True))
    assert limit_recall(key, verdicts) is None
    verdicts |= {f"s-clear-{n}": n == 0 for n in range(10)}
    limit = limit_recall(key, verdicts)
    assert limit is not None
    assert limit[0] == pytest.approx(0.75)
    assert limit[1] < 0.75 < limit[2]
