"""
Writes the pages of docs/ that are made from the program, so that they can't say anything else than it does.

`python docs/build.py` writes them; `python docs/build.py --check` fails if one is stale.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framing.columns import Table

DOCS = Path(__file__).resolve().parent
sys.path.insert(0, str(DOCS.parent))  # the pages are those of this checkout, whatever else is installed

_MADE = "<!-- Made by docs/build.py: change the program, not this page. -->\n"
_CLI = """# The command line

Every verb is a few lines around the Python that [the README](../README.md) shows. `framing` and `python -m framing` are
the same. Notes and results go to standard output, messages and the progress bar (on a terminal only) to standard error.
"""
_CODES = """## Exit codes

A message says what is wrong and, after `fix:`, what to do about it. Nothing is half written: a report replaces the
one before it as a whole or not at all.
"""
_TABLES = """# Tables

What the stages hand on, and what `framing report` and `framing score` write to `tables/<name>.parquet`. Made from
`framing/tables.py`. Offsets are in characters of the article's `text` or `title` as given, never in bytes.
"""


_VERBS = """# Tables of single verbs

What a verb prints, or writes as CSV where `-o` says.
"""
_SHARES = """# The rules' shares

How many links [each rule](roles.md) gives on the sample corpus, with the bundled lists and the actors found. Most links
by far are reporting verbs with their subjects, whose value is often 0. A rule without a link here earned some in news
of twelve outlets that is not ours to publish; rules that earned none in either are not kept.
"""


def build_cli() -> str:
    """The help of every command, and the exit codes."""
    from framing.cli.doorway import MEANINGS

    parts = [_CLI]
    for words in list_commands():
        name = " ".join(("framing", *words))
        parts.append(f"## {name}\n\n```\n{ask_help(words)}```\n")
    rows = [f"| {int(code)} | {meaning} |" for code, meaning in sorted(MEANINGS.items())]
    return "\n".join([*parts, _CODES, "| code | meaning |", "|---:|---|", *rows, ""])


def list_commands() -> Iterator[tuple[str, ...]]:
    """The words of every command: () for `framing` itself, ("corpus", "check") …"""
    import typer

    from framing.cli import app

    yield ()
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        yield (name,)
        yield from ((name, inner) for inner in getattr(command, "commands", {}))


def ask_help(words: tuple[str, ...]) -> str:
    """What a command prints for --help, 80 columns wide."""
    from typer.testing import CliRunner

    from framing.cli import app

    os.environ.update(COLUMNS="80", TERMINAL_WIDTH="80")
    result = CliRunner().invoke(app, [*words, "--help"], prog_name="framing")
    return "\n".join(line.rstrip() for line in result.output.splitlines()) + "\n"


def build_tables() -> str:
    """Every table with its columns."""
    from framing.tables import ASKED, TABLES

    parts = [_TABLES]
    for name, table in {**TABLES, **ASKED}.items():
        parts += _describe(table, f" File: `tables/{name}.parquet`." if name in TABLES else "")
    parts.append(_VERBS)
    for verb, tables in _written_by_verbs().items():
        for table in tables:
            parts += _describe(table, f" From `framing {verb}`.")
    return "\n".join(parts)


def _written_by_verbs() -> dict[str, tuple[Table, ...]]:
    from framing.candidates import CANDIDATES
    from framing.concordance import TRIALS
    from framing.exercise.classroom.tables import CLASS, OPTIONS, READERS, REMARKS
    from framing.validation import tables

    return {
        "lexicon try": (TRIALS,),
        "lexicon suggest": (CANDIDATES,),
        "lexicon evaluate": (tables.CATEGORIES, tables.ENTRIES, tables.WRONG),
        "lexicon sample": (tables.SHEET, tables.KEY, tables.COUNTS),
        "lexicon agreement": (tables.JUDGED, tables.CODERS, tables.RATES),
        "exercise grade": (CLASS, OPTIONS, READERS, REMARKS),
    }


def _describe(table: Table, file: str) -> list[str]:
    """A table as a section of the page."""
    parts = [f"## {table.name}", f"A row is {table.row}.{file}", ""]
    parts += ["| column | type | unit | meaning |", "|---|---|---|---|"]
    for column in table.columns:
        kind = f"{column.dtype}".replace("|", "\\|") + (", may be null" if column.null else "")
        parts.append(f"| `{column.name}` | {kind} | {column.unit} | {column.meaning} |")
    return [*parts, ""]


def build_measures() -> str:
    """Every measure."""
    from framing.score.dictionary import measures_page

    return measures_page()


def build_lexicon_index() -> str:
    """Every word of the bundled lexicons."""
    from framing.lexicon import load_lexicons
    from framing.lexicon.index import lexicon_index

    return lexicon_index(load_lexicons())


def build_role_shares() -> str:
    """How many links of the sample corpus each rule gives."""
    from framing import resources
    from framing.corpus import read_corpus
    from framing.link.roles import CONFIDENCE
    from framing.pipeline import analyze

    links = analyze(read_corpus(resources.sample_corpus()).articles).links
    rows = ["| rule | links | share | with a value other than 0 |", "|---|---:|---:|---:|"]
    for role in CONFIDENCE:
        of_role = links.filter(links["role"] == role.name.lower())
        loaded = of_role.filter(of_role["valence"] != 0).height
        rows.append(f"| `{role.name.lower()}` | {of_role.height} | {of_role.height / links.height:.1%} | {loaded} |")
    rows.append(f"| all | {links.height} | 100.0% | {links.filter(links['valence'] != 0).height} |")
    return "\n".join([_SHARES, *rows, ""])


PAGES: dict[str, Callable[[], str]] = {
    "cli.md": build_cli,
    "tables.md": build_tables,
    "measures.md": build_measures,
    "lexicon-index.md": build_lexicon_index,
    "role-shares.md": build_role_shares,
}


def find_stale() -> list[str]:
    """The pages that are not what they would be if they were made now."""
    return [name for name, page in make_pages() if read_page(name) != page]


def read_page(name: str) -> str | None:
    """A page as it stands; None if there is none."""
    path = DOCS / name
    return path.read_text("utf-8") if path.is_file() else None


def make_pages() -> Iterator[tuple[str, str]]:
    """Name and contents of every page."""
    for name, build in PAGES.items():
        yield name, _MADE + "\n" + build()


def main() -> int:
    """Write the pages, or check them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a page is stale")
    if parser.parse_args().check:
        stale = find_stale()
        for name in stale:
            print(f"docs/{name} is stale: run `python docs/build.py`", file=sys.stderr)
        return 1 if stale else 0
    for name, page in make_pages():
        (DOCS / name).write_text(page, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
