"""The sections of a report in their order: one file each. A new one is a file here and a line in SECTIONS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from framing.report.html import Html
from framing.report.model import Report
from framing.report.sections import actors, articles, findings, methods, outlets, reading, recipe, words


@dataclass(frozen=True)
class Section:
    """A heading, and what makes its content from a report."""

    title: str
    render: Callable[[Report], Html]


SECTIONS: dict[str, Section] = {
    "findings": Section("Findings", findings.render),
    "reading": Section("What was read", reading.render),
    "outlets": Section("Outlets", outlets.render),
    "actors": Section("Actors", actors.render),
    "words": Section("The words that make the difference", words.render),
    "articles": Section("Articles", articles.render),
    "methods": Section("Methods and limits", methods.render),
    "recipe": Section("Recipe", recipe.render),
}
"""Anchor → section."""
