"""Correction for looking many times: the false discovery rate over every testable comparison of a report."""

from __future__ import annotations

import numpy as np

from framing.comparison.design import Floats


def correct(p: Floats) -> Floats:
    """
    Benjamini-Hochberg adjusted p-values, in the order given: flagging q <= 0.05 lets about 1 flag in 20 be chance.

    Source: Benjamini & Hochberg 1995, as scipy.stats.false_discovery_control computes it.
    """
    from scipy.stats import false_discovery_control

    if not len(p):
        return np.zeros(0)
    return np.asarray(false_discovery_control(p, method="bh"), float)
