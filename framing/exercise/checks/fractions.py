"""What the answers of a choice earn in Moodle."""

from __future__ import annotations

from collections.abc import Sequence

from framing.exercise.checks.fault import Findings

_SHARES = ("100 90 83.33333 80 75 70 66.66667 60 50 40 33.33333 30 25 20 16.66667 14.28571 12.5 11.11111 10 5").split()
MOODLE = frozenset({"0", *_SHARES, *(f"-{share}" for share in _SHARES)})
"""Every fraction that Moodle knows, in percent; it refuses others, or rounds them."""
_NEAR = 0.1


def check_fractions(found: Findings, place: str, shares: Sequence[str]) -> None:
    """Each is one of Moodle's, the right ones make up the whole, and ticking everything earns nothing."""
    strange = next((share for share in shares if share not in MOODLE), None)
    if not found.expect(strange is None, place, f"Moodle does not know the fraction {strange}"):
        return
    values = [float(share) for share in shares]
    right = sum(value for value in values if value > 0)
    found.expect(abs(right - 100) < _NEAR, place, "the right answers do not add up to 100")
    found.expect(sum(values) < _NEAR, place, "ticking everything earns something")
