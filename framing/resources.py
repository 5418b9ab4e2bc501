"""The only code that knows where the bundled lexicons and the sample corpus lie: in the wheel, or in the checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _find(folder: str) -> Path:
    installed = _PACKAGE / "_data" / folder
    return installed if installed.is_dir() else _PACKAGE.parent / folder


def lexicons() -> Path:
    """The folder of the bundled lexicons, one folder each."""
    return _find("lexicons")


def sample_corpus() -> Path:
    """The folder of the bundled sample corpus: text files and a manifest."""
    return _find("seeds")


def local_corpus() -> Path:
    """The folder of the bundled corpus for exercises: two local papers of invented places."""
    return sample_corpus() / "local"
