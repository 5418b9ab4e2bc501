"""Tables of the Markdown pages, as their readers see them."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def rows_of(page: str, head: str) -> list[list[str]]:
    """The cells of the table on a page (a path from the root) whose header begins with that cell."""
    lines = (ROOT / page).read_text("utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith(f"| {head} |"))
    rows = []
    for line in lines[at + 2 :]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows
