"""What words mark in a corpus, line by line, and what changes when the words do."""

from framing.concordance.findings import changed_findings
from framing.concordance.trial import TRIALS, try_words

__all__ = ["TRIALS", "changed_findings", "try_words"]
