"""`framing lexicon check`: every fault of a list of words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.terminal import clean
from framing.errors import ExitCode
from framing.numerals import count

if TYPE_CHECKING:
    from framing.lexicon import Lexicon


def check(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="DIR",
            show_default=False,
            help="A lexicon's folder, a folder of such folders, or a CSV file. Without it: the bundled lexicons.",
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail the check too.")] = False,
) -> None:
    """Print every fault of a lexicon."""
    from framing.lexicon import check_lexicon
    from framing.lexicon.load import bundled_folders, read_lexicon

    bundled = [read_lexicon(path) for path in bundled_folders()]
    wanted = [read_lexicon(path) for path in _folders(folder)] if folder else bundled
    severities = []
    for one in wanted:
        others = [other for other in [*bundled, *wanted] if other.folder.resolve() != one.folder.resolve()]
        faults = check_lexicon(one, list({other.id: other for other in others}.values()))
        severities += [fault.severity for fault in faults]
        for fault in faults:
            typer.echo(clean(f"{fault.severity}: {fault}"))
        typer.echo(clean(f"{one.id} {one.version}: {_size(one)}, {count(len(faults), 'fault')}"))
    if "error" in severities or (strict and severities):
        raise typer.Exit(ExitCode.BAD_LEXICON)


def _folders(folder: Path) -> list[Path]:
    """The folder itself, or the folders of lexicons that it holds; lists of actors are no lexicons."""
    from framing.lexicon.load import SHEETS, TOML

    if not folder.is_dir() or any(path.suffix.casefold() in SHEETS for path in folder.iterdir()):
        return [folder]
    inner = sorted(path.parent for path in folder.glob(f"*/{TOML}"))
    return [path for path in inner if 'kind = "actors"' not in (path / TOML).read_text("utf-8", "replace")] or [folder]


def _size(one: Lexicon) -> str:
    files = {entry.file for entry in one.entries}
    return f"{count(len(one.entries), 'entry', 'entries')} in {count(len(files), 'file')}"
