"""The figures agree with the design's reference program, where a checkout has it beside it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
import pytest
from compare_samples import frame, score_rows

from framing.comparison import compare

REFERENCE = Path(__file__).parents[2].parent / "shared" / "design" / "statistics_reference.py"


@pytest.fixture(scope="module")
def reference():
    if not REFERENCE.exists():
        pytest.skip("the reference program lies beside the repository and is not in this checkout")
    spec = importlib.util.spec_from_file_location("statistics_reference", REFERENCE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _both(reference, rng, n_a, n_b, events=None, copies=0):
    words = rng.integers(60, 900, n_a + n_b)
    hits = rng.poisson(words * 0.02 * rng.gamma(3, 1 / 3, n_a + n_b))
    outlet = np.r_[np.zeros(n_a, int), np.ones(n_b, int)]
    labels = None if events is None else [f"e{e:02d}" for e in rng.integers(0, events, n_a + n_b)]
    rows = score_rows("A", hits[:n_a], words[:n_a], events=labels and labels[:n_a])
    rows += score_rows("B", hits[n_a:], words[n_a:], events=labels and labels[n_a:])
    story = [row["story"] for row in rows]
    for place in rng.integers(0, n_a + n_b, copies):
        other = int(rng.integers(0, n_a + n_b))
        story[place] = story[other] = min(story[place], story[other])
    for row, name in zip(rows, story, strict=True):
        row["story"] = name
    theirs = reference.compare(hits, words, outlet, story=story, event=labels)
    return theirs, compare(frame(rows)).row(0, named=True)


CASES = [
    (5, 5, None, 0),
    (6, 8, None, 0),
    (7, 5, None, 2),
    (9, 8, None, 3),
    (7, 7, 4, 0),
    (20, 25, 9, 2),
    (40, 40, 12, 5),
]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("n_a", "n_b", "events", "copies"), CASES)
def test_exact_designs_agree_to_the_last_digit(reference, n_a, n_b, events, copies, seed):
    """Where all labellings are tried, p is the same number; ratio, interval and detectable ratio to twelve digits."""
    theirs, ours = _both(reference, np.random.default_rng(seed), n_a, n_b, events, copies)
    names = {
        "matched events": "matched events",
        "unmatched, event clusters": "events",
        "unmatched articles": "articles",
    }
    assert ours["design"] == names[theirs["design"]]
    assert (ours["units_a"], ours["units_b"]) == theirs["units"]
    assert (ours["duplicates"], ours["shared_stories"]) == (theirs["duplicates_removed"], theirs["shared_stories"])
    if "ratio" not in theirs:
        assert ours["verdict"] == "cannot tell"
        return
    assert ours["ratio"] == pytest.approx(theirs["ratio"], rel=1e-12)
    assert (ours["low"], ours["high"]) == pytest.approx(theirs["ci"], rel=1e-12)
    assert ours["detectable"] == pytest.approx(theirs["mdr"], rel=1e-12)
    assert ours["p_floor"] == theirs["p_floor"]
    assert ours["verdict"] == theirs["status"]  # one comparison alone: q = p
    if ours["testable"]:
        assert ours["p"] == theirs["p"]


@pytest.mark.parametrize(("n_a", "n_b", "events"), [(30, 45, None), (90, 80, 30)])
def test_random_designs_agree_within_sampling_error(reference, n_a, n_b, events):
    """Where labels are drawn, both p-values estimate the same number."""
    theirs, ours = _both(reference, np.random.default_rng(1), n_a, n_b, events)
    assert ours["ratio"] == pytest.approx(theirs["ratio"], rel=1e-12)
    assert ours["p"] == pytest.approx(theirs["p"], abs=5 * np.sqrt(0.25 / 9_999) * np.sqrt(2))


def test_large_samples_agree_to_the_last_digits(reference):
    """From 200 articles a side p is in closed form, the same in both."""
    theirs, ours = _both(reference, np.random.default_rng(1), 210, 240)
    assert ours["p"] == pytest.approx(theirs["p"], rel=1e-10)
