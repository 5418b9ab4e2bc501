"""Numbers as a report prints them."""

from __future__ import annotations

from framing.score import MEASURES
from framing.score.measure import Kind

ABSENT = "–"
MINUS = "\N{MINUS SIGN}"
_BY_BASE = {name.partition("<")[0]: measure for name, measure in MEASURES.items()}


def kind_of(measure: str) -> Kind:
    """How a measure of SCORES is counted: rate, share, mean or count ("verbs:doubting" as every kind of verb is)."""
    found = MEASURES.get(measure) or _BY_BASE.get(measure.partition(":")[0] + ":")
    return found.kind if found else "rate"


def per(measure: str) -> float:
    """What a value of the measure is counted per: 1,000 words, or 1."""
    return 1000.0 if kind_of(measure) == "rate" else 1.0


def whole(n: float) -> str:
    """1,234."""
    return f"{n:,.0f}"


def signed(x: float, digits: int = 1) -> str:
    """+0.5, −3.0, 0.0."""
    text = f"{x:+.{digits}f}"
    return text[1:] if float(text) == 0 else text.replace("-", MINUS)


def valence(x: float) -> str:
    """A valence in as few digits as it needs: −3, +1.5, 0."""
    return f"{x:+.2g}".replace("-", MINUS) if x else "0"


def value(x: float | None, kind: str) -> str:
    """A value in the unit of its kind; a dash where there is none."""
    if x is None:
        return ABSENT
    if kind == "mean":
        return signed(x, 2)
    if kind == "share":
        return f"{100 * x:.0f} %"
    return f"{x:.1f}" if kind == "rate" and x < 100 else whole(x)


def interval(low: float | None, high: float | None, kind: str) -> str:
    """Both ends of an interval; a dash where there is none."""
    return ABSENT if low is None or high is None else f"{value(low, kind)} to {value(high, kind)}"


def times(x: float | None) -> str:
    """A ratio in as many digits as it can bear."""
    if x is None:
        return ABSENT
    if x > 100:
        return "more than 100"
    return "less than 0.01" if x < 0.01 else f"{x:.2f}" if x < 2 else f"{x:.1f}" if x < 10 else f"{x:.0f}"


def difference(x: float) -> str:
    """A difference of means: 0.21, −0.05; never −0.00."""
    return f"{round(x, 2) + 0.0:.2f}".replace("-", MINUS)


def chance(p: float | None) -> str:
    """A p- or q-value in as many digits as it can bear."""
    if p is None:
        return ABSENT
    return "< 0.001" if p < 0.001 else f"{p:.3f}"
