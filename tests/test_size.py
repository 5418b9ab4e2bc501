"""Files and functions stay small enough to be read."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "framing"
FILES = sorted(PACKAGE.rglob("*.py"))
FILE_LINES, FUNCTION_LINES, PARAMETERS = 300, 60, 8

# What may be larger: "file" or "file:function", with the reason.
ALLOWED: dict[str, str] = {
    "cli/report.py:report": "an option of the command line is a parameter",
    "cli/exercise/make.py:make": "so it is here",
    "cli/exercise/lesson.py:lesson": "so it is here",
    "cli/lexicon/add.py:add": "so it is here: a column of the sheet is an option",
    "cli/lexicon/sample.py:sample": "so it is here",
    "cli/lexicon/suggest.py:suggest": "so it is here",
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(path: Path) -> Iterator[Function]:
    """Every function of a file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines_of(node: Function) -> int:
    """Lines of a function without its docstring."""
    told = len((ast.get_docstring(node, clean=False) or "").splitlines())
    return (node.end_lineno or node.lineno) - node.lineno + 1 - told


def parameters_of(node: Function) -> int:
    """How many parameters a function has, without self."""
    arguments = node.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    return len([argument for argument in every if argument.arg not in ("self", "cls")])


def too_large(path: Path) -> dict[str, str]:
    """What of a file is over the limits: its name, and by how much."""
    name = str(path.relative_to(PACKAGE))
    size = len(path.read_text("utf-8").splitlines())
    found = {name: f"{size} lines"} if size > FILE_LINES else {}
    for node in functions(path):
        if lines_of(node) > FUNCTION_LINES:
            found[f"{name}:{node.name}"] = f"{lines_of(node)} lines"
        if parameters_of(node) > PARAMETERS:
            found[f"{name}:{node.name}"] = f"{parameters_of(node)} parameters"
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_and_functions_fit_a_screen(path: Path) -> None:
    """Files have up to 300 lines, functions 60 and 8 parameters; what has more is listed with its reason."""
    assert {name: size for name, size in too_large(path).items() if name not in ALLOWED} == {}


def test_no_exception_is_listed_in_vain() -> None:
    """What is listed as larger is larger."""
    assert ALLOWED.keys() <= {name for path in FILES for name in too_large(path)}
