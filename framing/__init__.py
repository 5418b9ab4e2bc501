"""Source-bias and framing analysis for news, with the evidence beside every figure."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from framing.api import about, analyze, compare, loadedness, read_corpus, toward, write_report
    from framing.pipeline import Analysis

__version__ = "0.1.0"
__all__ = ["Analysis", "about", "analyze", "compare", "loadedness", "read_corpus", "toward", "write_report"]

_HOME = {
    "Analysis": "framing.pipeline",
    "about": "framing.api",
    "analyze": "framing.api",
    "compare": "framing.api",
    "loadedness": "framing.api",
    "read_corpus": "framing.api",
    "toward": "framing.api",
    "write_report": "framing.api",
}


def __getattr__(name: str) -> Any:
    """Public names are imported when they are first asked for, so that `framing --help` answers at once."""
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'framing' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
