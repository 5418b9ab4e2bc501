"""What a benchmark hands to the page: a table of systems by figures, and sentences about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.accuracy.measures import Figure

Cell = Figure | float | str | None


@dataclass
class Section:
    """A table with a heading, what it was measured on, and remarks. A row: its name, then a cell for every column."""

    title: str
    about: str
    columns: Sequence[str]
    rows: list[tuple[str, list[Cell]]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    rows_are: str = "system"

    def add(self, name: str, *cells: Cell) -> None:
        """Another row."""
        self.rows.append((name, list(cells)))


def write_cell(cell: Cell) -> str:
    """A figure with its interval, a number with three digits, nothing as a dash."""
    if cell is None:
        return "–"
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)


def write_section(section: Section) -> str:
    """A section in Markdown."""
    lines = [f"### {section.title}", "", section.about, ""]
    if section.rows:
        lines += [f"| {section.rows_are} | {' | '.join(section.columns)} |", "|---|" + "---:|" * len(section.columns)]
        lines += [f"| {name} | {' | '.join(map(write_cell, cells))} |" for name, cells in section.rows]
        lines.append("")
    for note in section.notes:
        lines += [note, ""]
    return "\n".join(lines)
