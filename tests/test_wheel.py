"""The wheel holds everything that the program needs, and works where there is no checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("hatchling") is None, reason="hatchling, which builds the wheel, is not installed"),
    pytest.mark.skipif(find_spec("pip") is None, reason="there is no pip in this environment"),
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of this checkout."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", str(ROOT), "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*command, "--quiet", "--wheel-dir", str(out)], check=True, cwd=out)
    (built,) = out.glob("*.whl")
    return built


def test_wheel_holds_data_and_nothing_else(wheel: Path) -> None:
    """Lexicons, sample corpus, the style of the report and the licences are in it; tests and documents are not."""
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("lexicons", "seeds"):
        files = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
        assert {f"framing/_data/{path.relative_to(ROOT).as_posix()}" for path in files} <= names
    assert {"framing/py.typed", "framing/report/style.css", "framing/cli/__init__.py"} <= names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"framing"}


def test_wheel_works_alone(wheel: Path, tmp_path: Path) -> None:
    """Unpacked into an empty folder, away from the checkout, it writes the report on its own sample corpus."""
    place, work = tmp_path / "site", tmp_path / "work"
    zipfile.ZipFile(wheel).extractall(place)
    work.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(place)}
    where = [sys.executable, "-c", "import framing; print(framing.__file__)"]
    shown = subprocess.run(where, env=environment, cwd=work, check=True, capture_output=True, text=True)
    assert str(place) in shown.stdout
    command = [sys.executable, "-m", "framing", "report"]
    done = subprocess.run(command, env=environment, cwd=work, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (work / "reports" / "report.html").is_file()
