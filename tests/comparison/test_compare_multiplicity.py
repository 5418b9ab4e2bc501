"""The correction for looking many times is Benjamini-Hochberg's."""

from __future__ import annotations

import numpy as np
import pytest

from framing.comparison.multiplicity import correct


def test_four_p_values_by_hand():
    """0.01, 0.02, 0.03, 0.5 of four: 0.04, 0.04, 0.04, 0.5."""
    assert correct(np.array([0.5, 0.01, 0.03, 0.02])).tolist() == pytest.approx([0.5, 0.04, 0.04, 0.04])


def test_agrees_with_the_definition():
    """q of the i-th smallest is the least p·m/j over all j from i on."""
    p = np.random.default_rng(2).random(57)
    order = np.argsort(p)
    slow = np.empty(57)
    for i, place in enumerate(order):
        slow[place] = min(1.0, min(p[order[j]] * 57 / (j + 1) for j in range(i, 57)))
    assert correct(p).tolist() == pytest.approx(slow.tolist())


def test_no_comparison_needs_no_correction():
    """An empty family gives an empty answer."""
    assert correct(np.zeros(0)).tolist() == []
