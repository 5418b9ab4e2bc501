"""SCORES to COMPARISONS: which outlets differ on which measure, how surely, and where nobody can tell."""

from framing.comparison.measures import COMPARED, DEFAULT_FAMILY, Measure
from framing.comparison.pairs import compare
from framing.comparison.settings import Settings

__all__ = ["COMPARED", "DEFAULT_FAMILY", "Measure", "Settings", "compare"]
