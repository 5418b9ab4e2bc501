"""The figures in docs/accuracy.md: they stand between two markers, the prose around them is written by hand."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.accuracy.data import ROOT
from framing.lexicon import load_lexicons

PAGE = ROOT / "docs" / "accuracy.md"
BEGIN = "<!-- figures: made by `python -m benchmarks.accuracy`; what stands between these marks is written anew -->"
END = "<!-- end of figures -->"
_TOOLS = {"VADER": "vaderSentiment", "TextBlob": "textblob", "AFINN": "afinn"}


def describe_run(draws: int) -> str:
    """What the figures were made with: lexicons with their digests, and the other tools."""
    lexicons = ", ".join(f"{one.id}@{one.version} {one.digest[:8]}" for one in load_lexicons().layers)
    tools = ", ".join(f"{name} {_version(package)}" for name, package in _TOOLS.items())
    return (
        f"Lexicons: {lexicons}. Beside: {tools}. In brackets the 95 % interval of {draws} bootstrap draws; 1 is best, "
        "for AUC .5 is chance."
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "(not installed, left out)"


def replace_figures(page: str, figures: str) -> str:
    """
    The page with other figures between its markers.

    Raises:
        ValueError: a marker is not there, stands twice, or they are the wrong way round.
    """
    if page.count(BEGIN) != 1 or page.count(END) != 1 or page.index(BEGIN) > page.index(END):
        raise ValueError(f"the page must have one line {BEGIN!r} and after it one line {END!r}")
    before, after = page.split(BEGIN)[0], page.split(END)[1]
    return f"{before}{BEGIN}\n\n{figures.strip()}\n\n{END}{after}"


def write_figures(path: Path, figures: str) -> None:
    """Put the figures on a page that has the markers."""
    path.write_text(replace_figures(path.read_text("utf-8"), figures), "utf-8")
