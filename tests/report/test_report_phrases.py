"""Findings in few words: from the outlet that has more, with the interval turned the same way."""

from __future__ import annotations

import math
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from report_samples import GAZETTE, POST, finding, sample

from framing.report import build_report
from framing.report.model import Finding
from framing.report.phrases import see, turn
from framing.report.ranking import find_price
from framing.tables import COMPARISONS


def make(**given_: object) -> Finding:
    """One finding, as a report holds it."""
    return build_report(sample()[0], COMPARISONS.frame([finding("differs", **given_)])).findings[0]


ONE = make()


def test_the_outlet_with_more_is_named_first() -> None:
    """Half as many at the second outlet is twice as many at the first, and the interval is turned too."""
    gap = see(make(ratio=0.5, low=0.25, high=0.8))
    assert (gap.more, gap.sentence(), gap.join, gap.less) == (GAZETTE, "2.0 times as many loaded words", "as", POST)
    assert gap.ends == "1.25 to 4.0"
    assert gap.values == ("10.0", "5.0")
    assert see(make(ratio=4.0, low=2.0, high=300.0)).ends == "2.0 to more than 100"


def test_means_say_who_blames_more() -> None:
    """A difference of means is told from the outlet farther from nought, as more blaming or more praising."""
    mean = {"measure": "valence", "effect": "difference", "low": -0.7, "high": -0.1}
    gap = see(make(value_a=-0.1, value_b=-0.5, ratio=-0.4, **mean))
    assert (gap.more, gap.sentence(), gap.join, gap.ends) == (POST, "0.40 more blaming", "than", "0.10 to 0.70")
    gap = see(make(value_a=0.6, value_b=0.2, ratio=-0.4, **mean))
    assert (gap.more, gap.sentence(), gap.ends) == (GAZETTE, "0.40 more praising", "0.10 to 0.70")


def test_none_is_called_none() -> None:
    """An outlet without any of the words has none, not 0.0."""
    assert see(make(value_b=0.0)).values == ("10.0", "none")


@given(st.floats(0.001, 1000), st.floats(1, 50), st.booleans())
def test_turning_keeps_the_order(size: float, width: float, turned: bool) -> None:
    """Whichever outlet it is seen from, the estimate lies within its interval."""
    found = turn(replace(ONE, ratio=size, low=size / width, high=size * width), turned)
    middle, low, high = (x if x is not None else math.nan for x in found)
    assert low <= middle * 1.000001
    assert middle <= high * 1.000001


def test_the_price_is_told_by_effect_and_design() -> None:
    """What it would take comes from the columns, in the words of a comparison's own sentence; without them, nothing."""
    mean = finding("cannot tell", effect="difference", needed=1200, needed_effect=0.2)
    assert find_price(mean) == ("0.20", "1,200 shared events")
    ratio = finding("cannot tell", design="articles", needed=43, needed_effect=1.5)
    assert find_price(ratio) == ("1.50 times", "43 articles of each outlet")
    assert find_price(finding("differs", needed=None, needed_effect=None)) is None
