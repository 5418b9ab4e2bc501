"""Precision, recall and F1 are what one gets by looking at every mark."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from validation_samples import annotated, hit, hits, sentence, sentences

from framing.validation.annotated import Annotated
from framing.validation.evaluation import FEW, Evaluation, evaluate
from framing.validation.intervals import draw_totals, percentiles, wilson
from framing.validation.page import render_evaluation
from framing.validation.tables import CATEGORIES, ENTRIES, WRONG

TEXT = "x" * 100


def figures(found: Evaluation, category: str | None = None) -> dict[str, object]:
    return next(row for row in found.categories.iter_rows(named=True) if row["category"] == category)


def test_every_figure_by_hand() -> None:
    """
    Three marks, two of them right, on four passages of which two are found: 2/3, 2/4, and F1 4/7.

    Text 0: passages 0-10, 20-30; marks 5-12 (right), 40-45 (wrong). Text 1: passages 0-3, 50-60; mark 59-70 (right:
    one character is enough). F1 = 2 * 2/3 * 1/2 / (2/3 + 1/2) = 4/7.
    """
    people = annotated((TEXT, [(0, 10), (20, 30)]), (TEXT + "y", [(0, 3), (50, 60)]))
    marks = hits(hit(0, 5, 12), hit(0, 40, 45, term="crony"), hit(1, 59, 70, category="praise", term="hero"))
    found = evaluate(people, marks, sentences(sentence(0, 0, 100), sentence(1, 0, 101)))
    every = figures(found)
    assert [every[name] for name in ("marks", "right", "passages", "found")] == [3, 2, 4, 2]
    assert every["precision"] == pytest.approx(2 / 3)
    assert every["recall"] == pytest.approx(2 / 4)
    assert every["f1"] == pytest.approx(4 / 7)
    labels = figures(found, "labels")
    assert (labels["marks"], labels["right"], labels["found"]) == (2, 1, 1)
    assert labels["recall"] == pytest.approx(1 / 4)
    assert found.entries.select("term", "marks", "right").rows() == [("crony", 1, 0), ("despot", 1, 1), ("hero", 1, 1)]
    assert found.wrong.select("term", "place", "start", "end").rows() == [("crony", "t:0", 40, 45)]
    assert found.categories.schema == CATEGORIES.schema
    assert found.entries.schema == ENTRIES.schema
    assert found.wrong.schema == WRONG.schema


def test_touching_is_no_overlap() -> None:
    """A mark that ends where a passage begins shares no character with it."""
    people = annotated((TEXT, [(10, 20)]))
    found = evaluate(people, hits(hit(0, 5, 10), hit(0, 20, 25)), sentences())
    assert figures(found)["right"] == 0


def test_words_that_are_not_loaded_do_not_count() -> None:
    """A neutral reporting verb is no mark."""
    people = annotated((TEXT, [(0, 5)]))
    found = evaluate(people, hits(hit(0, 0, 5), hit(0, 30, 34, loaded=False, category="neutral")), sentences())
    assert figures(found)["marks"] == 1
    assert found.categories["category"].to_list() == [None, "labels"]


def test_outside_of_what_was_judged_nothing_counts() -> None:
    """Of a coding sheet a mark elsewhere in the sentence is neither right nor wrong, and there is no recall."""
    people = annotated((TEXT, [(0, 5)]), (TEXT + "y", []), judged=[(0, 5)])
    found = evaluate(people, hits(hit(0, 2, 5), hit(0, 50, 55), hit(1, 0, 5)), sentences())
    row = figures(found)
    assert (row["marks"], row["right"], row["precision"]) == (2, 1, 0.5)
    assert [row[name] for name in ("recall", "recall_low", "f1", "f1_high")] == [None] * 4
    assert not found.whole


def test_nothing_marked_is_undefined_not_zero() -> None:
    """Without a mark there is no precision, without a passage no recall; a list that finds nothing has recall 0."""
    nothing = figures(evaluate(annotated((TEXT, [])), hits(), sentences()))
    assert (nothing["precision"], nothing["recall"], nothing["f1"]) == (None, None, None)
    silent = figures(evaluate(annotated((TEXT, [(0, 5)])), hits(), sentences()))
    assert (silent["precision"], silent["recall"], silent["f1"]) == (None, 0.0, None)
    wrong = figures(evaluate(annotated((TEXT, [(0, 5)])), hits(hit(0, 50, 55)), sentences()))
    assert (wrong["precision"], wrong["recall"], wrong["f1"]) == (0.0, 0.0, 0.0)


def test_wrong_marks_come_with_their_sentences() -> None:
    """The evidence is the sentence, and offsets that point at the mark in it."""
    text = "It rained. The despot spoke. It dried."
    people = annotated((text, []))
    rows = sentences(sentence(0, 0, 10), sentence(0, 11, 28, 1), sentence(0, 29, 38, 2))
    found = evaluate(people, hits(hit(0, 15, 21, sentence=1)), rows)
    (row,) = found.wrong.iter_rows(named=True)
    assert row["sentence"] == "The despot spoke."
    assert row["sentence"][row["start"] : row["end"]] == "despot"


spans = st.lists(st.tuples(st.integers(0, 28), st.integers(1, 6)), max_size=6).map(
    lambda some: [(start, min(start + size, 30)) for start, size in some]
)


@given(texts=st.lists(st.tuples(spans, spans), min_size=1, max_size=4))
def test_overlaps_are_those_of_comparing_everything(
    texts: list[tuple[list[tuple[int, int]], list[tuple[int, int]]]],
) -> None:
    """The fast counting of overlaps equals that of every mark with every passage of its text."""
    people = annotated(*((chr(97 + n) * 30, sorted(set(marked))) for n, (marked, _) in enumerate(texts)))
    rows = [hit(n, *span) for n, (_, marks) in enumerate(texts) for span in marks]
    row = figures(evaluate(people, hits(*rows), sentences(), resamples=5))

    def meets(one: tuple[int, int], others: list[tuple[int, int]]) -> bool:
        return any(set(range(*one)) & set(range(*other)) for other in others)

    assert row["right"] == sum(meets(mark, marked) for marked, marks in texts for mark in marks)
    assert row["found"] == sum(meets(passage, marks) for marked, marks in texts for passage in set(marked))


def simulate(texts: int, rng: np.random.Generator) -> tuple[Annotated, pl.DataFrame]:
    """Texts with 0 to 4 marks, of which 60 of 100 are right, more in some texts than in others."""
    rows, people = [], []
    for n in range(texts):
        skill = rng.beta(3, 2)
        marks = rng.integers(0, 5)
        spans = [(10 * m, 10 * m + 5) for m in range(marks)]
        rows += [hit(n, *span) for span in spans]
        people.append((f"{n:6d}" + "x" * 60, [span for span in spans if rng.random() < skill]))
    return annotated(*people), hits(*rows)


def test_intervals_are_seeded_and_cover() -> None:
    """In at least 52 of 60 draws of 80 texts the interval of precision holds the true 0.6; the same seed, the same."""
    rng = np.random.default_rng(2)
    held = 0
    for number in range(60):
        people, marks = simulate(80, rng)
        row = figures(evaluate(people, marks, sentences(), resamples=200, seed=number))
        assert row["marks"] >= FEW  # type: ignore[operator]
        held += row["precision_low"] <= 0.6 <= row["precision_high"]  # type: ignore[operator]
    assert held >= 52
    again = [evaluate(people, marks, sentences(), resamples=50, seed=seed).categories for seed in (1, 1, 2)]
    assert again[0].equals(again[1])
    assert not again[0].equals(again[2])


def test_three_right_marks_of_three_are_no_certainty() -> None:
    """Where few marks leave nothing to draw from, the interval is Wilson's, and wide."""
    people = annotated(*((str(n) + TEXT, [(0, 5)]) for n in range(3)))
    row = figures(evaluate(people, hits(*(hit(n, 0, 5) for n in range(3))), sentences()))
    assert row["precision"] == 1.0
    assert (row["precision_low"], row["precision_high"]) == pytest.approx((0.4385, 1.0), abs=1e-4)
    assert (row["f1"], row["f1_low"]) == (1.0, None)


def test_wilson_by_hand() -> None:
    """
    8 of 10, by Wilson's formula: (0.8 + 0.19207 -/+ 1.96 * sqrt(0.016 + 0.0096036)) / 1.38415 = 0.4902, 0.9433.

    z² = 3.84146; z²/2n = 0.19207; z²/4n² = 0.0096036; p(1-p)/n = 0.016; 1 + z²/n = 1.38415.
    """
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)
    assert wilson(0, 10) == pytest.approx((0.0, 0.2775), abs=1e-4)
    assert wilson(0, 0) is None


@given(tries=st.integers(1, 400), data=st.data())
def test_wilson_equals_scipy(tries: int, data: st.DataObject) -> None:
    """The interval is that of scipy, and holds the share."""
    from scipy.stats import binomtest

    right = data.draw(st.integers(0, tries))
    theirs = binomtest(right, tries).proportion_ci(method="wilson")
    ours = wilson(right, tries)
    assert ours == pytest.approx((theirs.low, theirs.high), abs=1e-9)


def test_draws_are_of_rows() -> None:
    """Totals drawn again are sums of as many whole rows; without a row they are 0, and figures undefined."""
    drawn = draw_totals(np.array([[1.0, 10.0], [0.0, 0.0]]), np.random.default_rng(0), 50)
    assert {tuple(row) for row in drawn.tolist()} == {(0.0, 0.0), (1.0, 10.0), (2.0, 20.0)}
    assert draw_totals(np.zeros((0, 2)), np.random.default_rng(0), 3).sum() == 0
    assert percentiles(np.full(10, np.nan)) is None


def test_the_page_keeps_hostile_text_as_text() -> None:
    """A text or term with markup in it shows as text on the Markdown page."""
    text = "A <script>alert(1)</script> | *bold* despot [x](y)."
    start = text.index("despot")
    found = evaluate(annotated((text, [])), hits(hit(0, start, start + 6, term="<b>|x")), sentences())
    page = render_evaluation(found, annotated((text, [])), "<img>")
    assert "<script>" not in page
    assert "<img>" not in page
    assert "<b>" not in page
    assert r"\*bold\* **despot** \[x\]" in page
