"""The package opens no connection, and prints only at the command line."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "framing"
FILES = sorted(PACKAGE.rglob("*.py"))
NETWORK = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "urllib", "urllib3", "webbrowser", "websockets", "xmlrpc",
}  # fmt: skip
DOWNLOADERS = {"download", "urlopen", "urlretrieve", "download_all"}


def modules(path: Path) -> set[str]:
    """The first words of what a file imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    return names


def calls(path: Path) -> set[str]:
    """The names of the functions that a file calls."""
    tree = ast.walk(ast.parse(path.read_text("utf-8")))
    functions = [node.func for node in tree if isinstance(node, ast.Call)]
    return {getattr(function, "id", getattr(function, "attr", "")) for function in functions}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_file_reaches_for_the_network(path: Path) -> None:
    """No file imports a module that opens connections, or calls a downloader of another package."""
    assert modules(path) & NETWORK == set()
    assert calls(path) & DOWNLOADERS == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_command_line_prints(path: Path) -> None:
    """Outside framing/cli/ nothing is printed."""
    if "cli" not in path.relative_to(PACKAGE).parts:
        assert calls(path) & {"print", "echo"} == set()
