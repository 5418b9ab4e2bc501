"""Small corpora for the tests of the command line, and one way to call it."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from typer.testing import CliRunner

from framing.cli import app

PLAIN = (
    "The minister opened the bridge in Kesten on Monday. Oskar Brandt said that it was finished in time. "
    "Traffic began at noon."
)
LOADED = (
    'The snarling despot Oskar Brandt lashed out at Mirela Voss on Monday. "The Aramere regime lies," Brandt said. '
    "The brave Voss refused to gloat. Brandt was ashen-faced after his shocking blunder."
)


class Outcome:
    """What a call gave: exit code, standard output, standard error."""

    def __init__(self, arguments: Sequence[object], env: Mapping[str, str] | None = None) -> None:
        result = CliRunner().invoke(app, [str(argument) for argument in arguments], env=env, prog_name="framing")
        self.code, self.out, self.err = result.exit_code, result.stdout, result.stderr

    @property
    def all(self) -> str:
        """Everything printed."""
        return self.out + self.err


def call(*arguments: object, env: Mapping[str, str] | None = None) -> Outcome:
    """`framing` with these arguments."""
    return Outcome(arguments, env)


def write_texts(folder: Path, texts: Mapping[str, str]) -> Path:
    """A folder of text files: name to text."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text + "\n", "utf-8")
    return folder


def write_table(path: Path, rows: Sequence[Mapping[str, object]]) -> Path:
    """A CSV file of rows."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_people(path: Path) -> Path:
    """An actor file of the two people in the samples."""
    rows = [{"name": "Oskar Brandt", "aliases": "Brandt"}, {"name": "Mirela Voss", "aliases": "Voss"}]
    return write_table(path, rows)


def write_corpus(folder: Path, **columns: object) -> Path:
    """Two outlets on three events, with a manifest; `columns` are added to each of its rows."""
    rows = []
    for number in range(3):
        for outlet, text in (("Wire", PLAIN), ("Tabloid", LOADED)):
            name = f"{outlet.lower()}-{number}.txt"
            write_texts(folder, {name: f"{text} It was day {number} of the {outlet.lower()} talks."})
            row = {"file": name, "outlet": outlet, "event": f"e{number}", "title": f"Talks of day {number}"}
            rows.append({**row, "date": f"2024-05-0{number + 1}", **columns})
    write_table(folder / "manifest.csv", rows)
    return folder


def everything_in(folder: Path) -> dict[str, bytes]:
    """Name to contents of every file of a folder, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
