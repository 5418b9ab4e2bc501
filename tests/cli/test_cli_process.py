"""What only shows in a process of its own: what is imported, pipes, signals, the terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_samples import LOADED, write_corpus, write_texts

from framing.cli.doorway import MEANINGS, NO_READER
from framing.errors import ExitCode

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
HEAVY = ("polars", "numpy", "scipy", "altair", "nltk", "textblob", "vaderSentiment", "vl_convert", "jinja2")


def run(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    """`python -m framing` in a process of its own."""
    command = [sys.executable, "-m", "framing", *map(str, arguments)]
    return subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize("arguments", [["--help"], ["report", "--help"], ["--version"], ["corpus", "check", "--help"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    """Help and version answer at once: none of the large libraries is imported for them."""
    code = (
        "import sys\nfrom framing.cli import main\nsys.argv = ['framing', *sys.argv[1:]]\n"
        f"try: main()\nexcept SystemExit: pass\nloaded = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "sys.exit(f'imported: {loaded}' if loaded else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_quiet_in_a_pipe(tmp_path: Path) -> None:
    """Nothing is printed on standard error where it is no terminal, and no escape sequence anywhere."""
    done = run("report", write_corpus(tmp_path / "c"), "-o", tmp_path / "out")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "\x1b" not in done.stdout


def test_reader_that_goes_away(tmp_path: Path) -> None:
    """`framing … | head` ends quietly, with the exit code that shells give for it."""
    article = write_texts(tmp_path, {"a.txt": LOADED}) / "a.txt"
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "framing", "show", str(article)]
    done = subprocess.run(command, env=ENVIRONMENT, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert done.stderr == ""
    assert done.returncode == NO_READER


def test_traceback_on_request(tmp_path: Path) -> None:
    """`--traceback` shows where an unexpected error came from; without it there is none."""
    code = (
        "import sys, framing.report\nfrom framing.cli import main\n"
        "framing.report.write_report = lambda *a, **k: 1 / 0\nmain()"
    )
    corpus = write_corpus(tmp_path / "c")
    for option, shown in ([], False), (["--traceback"], True):
        command = [sys.executable, "-c", code, *option, "report", str(corpus), "-o", str(tmp_path / "out")]
        done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert ("Traceback" in done.stderr) is shown
        assert "ZeroDivisionError" in done.stderr


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no pseudo-terminals")
def test_colours_and_progress_on_a_terminal(tmp_path: Path) -> None:
    """On a terminal, marks are coloured and still carry their sign, and a progress bar runs on standard error."""
    article = write_texts(tmp_path, {"a.txt": LOADED}) / "a.txt"
    leader, follower = os.openpty()
    command = [sys.executable, "-m", "framing", "show", str(article)]
    environment = {**ENVIRONMENT, "TERM": "xterm-256color", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(command, env=environment, stdout=follower, stderr=subprocess.DEVNULL) as process:
        os.close(follower)
        shown = b""
        while True:
            try:
                part = os.read(leader, 65536)
            except OSError:
                break
            if not part:
                break
            shown += part
    os.close(leader)
    assert process.returncode == 0
    assert b"\x1b[" in shown
    assert b"[2-]" in shown


def test_exit_codes_are_documented() -> None:
    """Every exit code has its meaning in docs/cli.md."""
    assert set(ExitCode) < MEANINGS.keys()
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    assert all(f"| {int(code)} | {meaning} |" in page for code, meaning in MEANINGS.items())
