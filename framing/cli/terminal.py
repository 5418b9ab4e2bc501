"""What is printed where: safe text, aligned columns, a progress bar on a terminal and none in a pipe."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import typer

from framing.progress import Progress, stay_quiet

# Escape sequences of a hostile text must not reach the terminal, nor marks that turn the direction of writing.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


def clean(text: str) -> str:
    """Text without control characters: carriage returns before a line end go, others show as U+FFFD."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n"))


def echo_notes(notes: Iterable[str]) -> None:
    """A line for each note on a corpus."""
    for note in notes:
        typer.echo(clean(f"note: {note}"))


def align(rows: Sequence[Sequence[object]], indent: str = "  ") -> str:
    """Rows as lines of aligned columns; numbers to the right."""
    cells = [[clean(f"{cell:,}" if isinstance(cell, int) else str(cell)) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    right = [all(isinstance(cell, int) for cell in column) for column in zip(*rows[1:], strict=True)]
    lines = []
    for row in cells:
        sides = zip(row, widths, right or [False] * len(widths), strict=True)
        lines.append(indent + "  ".join(cell.rjust(w) if r else cell.ljust(w) for cell, w, r in sides).rstrip())
    return "\n".join(lines)


@contextmanager
def show_progress() -> Iterator[Progress]:
    """A bar on stderr that goes away when it is done, if stderr is a terminal; nothing otherwise."""
    if not sys.stderr.isatty():
        yield stay_quiet
        return
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading the corpus", total=None)

        def show(stage: str, done: int, size: int) -> None:
            bar.update(task, description=stage, completed=done, total=size if size > 1 else None)

        yield show
