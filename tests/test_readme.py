"""README.md keeps its promises."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import typer

from framing import resources
from framing.cli import app

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def blocks(kind: str) -> list[str]:
    """The code blocks of that kind ("" for none)."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def test_the_python_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples, run in a folder that holds the sample corpus, write a report."""
    shutil.copytree(resources.sample_corpus(), tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    scope: dict[str, object] = {}
    for example in blocks("python"):
        exec(compile(example, "README.md", "exec"), scope)
    assert (tmp_path / "reports" / "report.html").is_file()
    assert {"articles", "analysis", "findings"} <= scope.keys()


def test_the_example_is_five_lines() -> None:
    """Five lines of code are enough for the main job."""
    example = blocks("python")[0]
    assert len([line for line in example.splitlines() if line.strip()]) == 5


def test_there_are_two_commands() -> None:
    """One command installs and runs the main job, one runs the tests; .ci/run runs the same tests."""
    install, tests = blocks("")[:2]
    assert install.strip() == "pip install -e '.[test]' && framing report"
    assert tests.strip() == "python -m pytest"
    assert tests.strip() in (ROOT / ".ci" / "run").read_text("utf-8")


def test_commands_exist() -> None:
    """Every `framing …` line of the README names a command and options that exist."""
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    lines = [line.split("#")[0].split() for block in blocks("") for line in block.splitlines()]
    called = [line[1:] for line in lines if line[:1] == ["framing"]]
    assert called
    for words in called:
        command = commands[words[0]]
        command = getattr(command, "commands", {}).get(words[1], command)
        options = {name for parameter in command.params for name in parameter.opts}
        assert options >= {word for word in words if word.startswith("-")}, words
