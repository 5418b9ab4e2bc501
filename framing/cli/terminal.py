"""What is printed where: safe text, aligned columns, a progress bar on a terminal and none in a pipe."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeAlias

Progress: TypeAlias = Callable[[str, int, int], None]

# Escape sequences of a hostile text must not reach the terminal, nor marks that turn the direction of writing.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


def clean(text: str) -> str:
    """Text without control characters: carriage returns before a line end go, others show as U+FFFD."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n"))


def count(n: int, one: str, many: str | None = None) -> str:
    """A number with its noun: 1 article, 1,200 articles."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


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


def _quiet(stage: str, done: int, size: int) -> None:
    """No progress is shown."""


@contextmanager
def show_progress() -> Iterator[Progress]:
    """A bar on stderr that goes away when it is done, if stderr is a terminal; nothing otherwise."""
    if not sys.stderr.isatty():
        yield _quiet
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading the corpus", total=None)

        def show(stage: str, done: int, size: int) -> None:
            bar.update(task, description=stage, completed=done, total=size if size > 1 else None)

        yield show
