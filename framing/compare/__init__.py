"""SCORES to COMPARISONS: which outlets differ on which measure, how surely, and where nobody can tell."""

from framing.compare.comparison import compare
from framing.compare.measures import COMPARED, DEFAULT_FAMILY, Measure
from framing.compare.settings import Settings

__all__ = ["COMPARED", "DEFAULT_FAMILY", "Measure", "Settings", "compare"]
