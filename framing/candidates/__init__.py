"""Candidates for a list of words, out of a corpus: what stands where listed words stand, what marks an outlet off."""

from framing.candidates.sheet import write_sheet
from framing.candidates.suggestion import Request, Suggestions, suggest
from framing.candidates.tables import CANDIDATES

__all__ = ["CANDIDATES", "Request", "Suggestions", "suggest", "write_sheet"]
