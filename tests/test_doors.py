"""The table of doors in CONTRIBUTING.md, the folders and the registries say the same."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import typer
from pages import ROOT, rows_of

from framing import resources
from framing.cli import app
from framing.corpus import READERS
from framing.lexicon import load_lexicons
from framing.lexicon.load import bundled_folders
from framing.report.sections import SECTIONS
from framing.score import MEASURES, Measure

PACKAGE = ROOT / "framing"


def doors() -> list[list[str]]:
    """The rows of the table."""
    return rows_of("CONTRIBUTING.md", "to add")


def stems(folder: Path) -> set[str]:
    """The modules of a folder."""
    return {path.stem for path in folder.glob("*.py")} - {"__init__"}


def test_every_door_leads_somewhere() -> None:
    """The folder of every door is there, and so is its registry."""
    for _, new_file, then, _ in doors():
        folder = new_file.strip("`").partition("<")[0]
        assert (ROOT / folder).is_dir(), folder
        for name in re.findall(r"`(framing\.[\w.]+)`", then):
            module, _, registry = name.rpartition(".")
            assert hasattr(import_module(module), registry), name


def test_every_format_has_a_line_in_readers() -> None:
    """What in framing/corpus/ returns rows from a path is in READERS, and nothing else is."""
    readers = set()
    for path in sorted((PACKAGE / "corpus").glob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and node.returns:
                arguments = [argument.arg for argument in node.args.args]
                if ast.unparse(node.returns) == "Rows" and arguments == ["path", "columns"]:
                    readers.add((f"framing.corpus.{path.stem}", node.name))
    assert readers == {(reader.__module__, reader.__name__) for reader in READERS.values()}


def test_every_measure_has_a_line_in_measures() -> None:
    """Every Measure that a module of framing/score/ makes is in MEASURES, under its own name."""
    made = []
    for name in sorted(stems(PACKAGE / "score")):
        module = import_module(f"framing.score.{name}")
        made += [value for value in vars(module).values() if isinstance(value, Measure)]
    assert {measure.name for measure in made} == MEASURES.keys()
    assert all(name == measure.name for name, measure in MEASURES.items())


def test_every_section_has_a_line_in_sections() -> None:
    """Every file of framing/report/sections/ is in SECTIONS under its name."""
    assert stems(PACKAGE / "report" / "sections") == SECTIONS.keys()
    for name, section in SECTIONS.items():
        assert section.render.__module__ == f"framing.report.sections.{name}"


def test_every_lexicon_is_found() -> None:
    """Every folder of lexicons/ has a header; each CSV file of a lexicon is a category that its header explains."""
    folders = {path for path in resources.lexicons().iterdir() if path.is_dir()}
    assert all((folder / "lexicon.toml").is_file() for folder in folders)
    assert folders - set(bundled_folders()) == {resources.lexicons() / "actors-world", resources.lexicons() / "tone-en"}
    for lexicon in load_lexicons().layers:
        assert {path.stem for path in lexicon.folder.glob("*.csv")} == lexicon.categories.keys()
        assert all(lexicon.categories.values())


def test_every_verb_has_a_file_and_a_page() -> None:
    """A verb of the command line is a file of framing/cli/ of that name, and stands in docs/cli.md."""
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    for name in typer.main.get_command(app).commands:  # type: ignore[attr-defined]
        assert name in stems(PACKAGE / "cli") | {path.parent.name for path in (PACKAGE / "cli").glob("*/__init__.py")}
        assert f"## framing {name}\n" in page
