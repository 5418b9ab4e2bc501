"""A finding in few words: who has more of what, how much more, and on what it rests."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from framing.numerals import count
from framing.report import numbers
from framing.report.model import Finding
from framing.report.terms import DESIGNS, MEASURES


@dataclass(frozen=True)
class Gap:
    """
    A finding seen from one outlet, in words: MORE: SIZE WHAT JOIN LESS, "The Post: 3.1 times as many words as The Sun".

    Attributes:
        more, less: the outlets.
        size, what, join: the words between them.
        ends: both ends of the 95 % interval, seen from `more`; None without one.
        values, evidence: of both outlets, `more` first, with `unit`.
        rests: on how many events or articles.
    """

    more: str
    less: str
    size: str
    what: str
    join: str
    ends: str | None
    values: tuple[str, str]
    evidence: tuple[str | None, str | None]
    unit: str
    rests: str

    def sentence(self) -> str:
        """The gap without its outlets: "3.1 times as many loaded words"."""
        return f"{self.size} {self.what}"


def see(finding: Finding, *, turned: bool | None = None) -> Gap:
    """
    A finding from the outlet that has more, or that is more blaming.

    Args:
        finding: a row of COMPARISONS.
        turned: whether to see it from outlet B; None: from the one that has more.
    """
    mean, size = finding.effect == "difference", finding.ratio
    if turned is None:
        turned = _blames(finding) if mean else (size or 1.0) >= 1
    sides = [
        (finding.outlet_a, finding.value_a, finding.evidence_a),
        (finding.outlet_b, finding.value_b, finding.evidence_b),
    ]
    (more, value, key), (less, other, other_key) = sides[::-1] if turned else sides
    size, low, high = turn(finding, turned)
    noun, join = name_counted(finding.measure), "as"
    if mean:
        worse = (size or 0.0) <= 0
        said, what, join = (
            numbers.difference(abs(size or 0.0)),
            "more blaming" if worse else "more praising",
            "than",
        )
        ends = _ends(low, high, worse=worse)
    else:
        what = f"as large a share of {noun}" if finding.kind == "share" else f"as many {noun}"
        said = f"{numbers.times(size)} times"
        ends = None if low is None else f"{numbers.times(low)} to {numbers.times(high)}"
    return Gap(
        more, less, said, what, join, ends, (_value(value, finding), _value(other, finding)), (key, other_key),
        {"rate": "per 1,000 words", "mean": "mean valence"}.get(finding.kind, ""),
        rests_on(finding, turned=turned),
    )  # fmt: skip


def turn(finding: Finding, turned: bool) -> tuple[float | None, float | None, float | None]:
    """Estimate and 95 % interval: outlet B against A where `turned`, else A against B."""
    size, low, high = finding.ratio, finding.low, finding.high
    if turned:
        return size, low, high
    flip = _negate if finding.effect == "difference" else _invert
    return flip(size), flip(high), flip(low)


def _negate(x: float | None) -> float | None:
    return None if x is None else -x


def _invert(x: float | None) -> float | None:
    return None if x is None else 1 / x if x else math.inf


def name_counted(measure: str) -> str:
    """What a measure counts: "loaded words (labels)"."""
    base, _, sort = measure.partition(":")
    return MEASURES.get(measure) or f"{MEASURES.get(base, base)}{f' ({sort})' if sort else ''}"


def rests_on(finding: Finding, *, turned: bool = False) -> str:
    """What it rests on, outlet B first where `turned`: 13 events that both covered; 5 and 7 articles."""
    one, many = DESIGNS.get(finding.design, (finding.design, finding.design))
    if finding.design == "matched events":
        return count(finding.units_a, one, many)
    first, second = (finding.units_b, finding.units_a) if turned else (finding.units_a, finding.units_b)
    return f"{count(first, one, many)} each" if first == second else f"{first:,} and {second:,} {many}"


def by_subject(findings: Iterable[Finding]) -> list[tuple[str | None, list[Finding]]]:
    """Findings by actor: the whole article (None) first, then actors with the most that differ."""
    groups: dict[str | None, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.actor, []).append(finding)

    def place(actor: str | None) -> tuple[object, ...]:
        differ = sum(finding.verdict == "differs" for finding in groups[actor])
        return actor is not None, -differ, -len(groups[actor]), actor or ""

    return [(actor, groups[actor]) for actor in sorted(groups, key=place)]


def _blames(finding: Finding) -> bool:
    """Whether B is the outlet to name first: the one farther from 0."""
    a, b = finding.value_a or 0.0, finding.value_b or 0.0
    return abs(b) > abs(a)


def _ends(low: float | None, high: float | None, *, worse: bool) -> str | None:
    if low is None or high is None:
        return None
    first, last = (-high, -low) if worse else (low, high)
    return f"{numbers.difference(first)} to {numbers.difference(last)}"


def _value(value: float | None, finding: Finding) -> str:
    return "none" if value == 0 and finding.effect == "ratio" else numbers.value(value, finding.kind)
