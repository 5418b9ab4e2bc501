"""No stage knows its neighbours' insides: which part of framing may import which."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "framing"

# What each part imports beside itself; everybody may import `errors`. "" is framing/__init__.py.
MAY_IMPORT: dict[str, set[str]] = {
    "": {"api", "pipeline"},  # lazily: the public names
    "__main__": {"cli"},
    "agreement": set(),
    "archives": set(),
    "cells": set(),
    "errors": set(),
    "resources": set(),
    "columns": set(),
    "tables": {"columns"},
    "numerals": set(),
    "progress": set(),
    "publish": set(),
    "text": set(),
    "lexicon": {"publish", "resources"},
    "corpus": {"tables"},
    "actors": {"resources", "lexicon", "text"},  # actor files are read as lexicons are; names are found in words
    "spans": {"text", "lexicon", "actors"},
    "link": {"text", "spans"},  # a link ties a span to a mention
    "stance": {"lexicon", "link", "resources", "spans", "tables", "text"},
    "engine": {"actors", "lexicon", "link", "spans", "text"},
    "layout": {"engine", "text"},
    "evidence": {"engine", "layout", "link", "spans", "tables", "text"},
    "score": {"lexicon", "tables"},
    "comparison": {"numerals", "tables"},
    "recipe": {"", "actors", "comparison", "lexicon"},  # it names the version, actors, settings and lexicons
    "report": {"actors", "comparison", "lexicon", "numerals", "progress", "publish", "recipe", "score", "tables"},
    "pipeline": {
        "actors",
        "corpus",
        "engine",
        "evidence",
        "layout",
        "lexicon",
        "progress",
        "recipe",
        "score",
        "stance",
        "tables",
        "text",
    },
    "candidates": {"cells", "columns", "comparison", "lexicon", "numerals", "text"},
    "concordance": {"columns"},
    "exchange": {"archives", "cells", "lexicon", "numerals", "publish"},
    "validation": {"agreement", "archives", "cells", "columns", "corpus", "numerals", "publish", "report", "tables"},
    "exercise": {
        "agreement",
        "archives",
        "cells",
        "columns",
        "corpus",
        "lexicon",
        "numerals",
        "pipeline",
        "publish",
        "report",
        "resources",
        "validation",
    },
    "api": {"actors", "comparison", "corpus", "lexicon", "pipeline", "report", "score", "stance", "tables"},
    "cli": {
        "",
        "actors",
        "candidates",
        "comparison",
        "concordance",
        "corpus",
        "exchange",
        "exercise",
        "lexicon",
        "numerals",
        "pipeline",
        "progress",
        "publish",
        "recipe",
        "report",
        "resources",
        "tables",
        "validation",
    },
}
FILES = sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    """The part of the package that a file belongs to."""
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def imported(path: Path) -> set[str]:
    """The parts of framing that a file imports, anywhere in it."""
    parts = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            inner = [f"framing.{alias.name}" for alias in node.names]
            names = inner if node.module == "framing" else [node.module or ""]
        parts |= {name.split(".")[1] for name in names if name.startswith("framing.")}
    return {part if (PACKAGE / part).is_dir() or (PACKAGE / f"{part}.py").is_file() else "" for part in parts}


def test_every_part_is_listed() -> None:
    """A new folder or module of the package has to say what it may import."""
    assert {part_of(path) for path in FILES} == MAY_IMPORT.keys()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_one_way(path: Path) -> None:
    """A file imports its own part, `errors`, and what its part is allowed."""
    part = part_of(path)
    assert imported(path) <= MAY_IMPORT[part] | {part, "errors"}


def test_nothing_is_allowed_in_vain() -> None:
    """The list has no permission that nobody uses."""
    used: dict[str, set[str]] = {part: set() for part in MAY_IMPORT}
    for path in FILES:
        used[part_of(path)] |= imported(path)
    unused = {part: allowed - used[part] for part, allowed in MAY_IMPORT.items() if allowed - used[part]}
    assert unused == {}


def test_there_is_no_way_back() -> None:
    """The parts form no circle, leaving out the package itself, whose public names are imported when asked for."""
    done: list[str] = []
    waiting = {part: allowed - {""} for part, allowed in MAY_IMPORT.items() if part}
    while waiting:
        free = [part for part, allowed in waiting.items() if allowed <= set(done)]
        assert free, f"a circle among {sorted(waiting)}"
        done += free
        waiting = {part: allowed for part, allowed in waiting.items() if part not in free}


def test_nobody_imports_the_command_line() -> None:
    """The command line is a doorway: only framing/__main__.py goes through it."""
    assert {part for part, allowed in MAY_IMPORT.items() if "cli" in allowed} == {"__main__"}
