"""The check of a pack: what is whole passes, each broken twin of a page is refused, and what can't be asked is said."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from check_samples import Change, Twin, check, exercises, faults, faults_of, names_of_twins, text
from exercise_samples import exercise, items, spot
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from framing.cli import app
from framing.errors import ExerciseError, ExitCode
from framing.exercise.checks import CHECKS, Findings, check_pack
from framing.exercise.checks.gift import NODE_MODULES
from framing.exercise.model import Exercise
from framing.exercise.pack import write_pack
from framing.exercise.store import to_json
from framing.exercise.writers import WRITERS
from framing.exercise.writers.edition import Edition

MADE = exercise()
SYSTEMS = ("moodle.gift.txt", "moodle.xml", "spot-01.h5p", "kahoot.xlsx", "qti.zip")


@cache
def whole() -> dict[str, bytes]:
    """Every file of a pack."""
    files: dict[str, bytes] = {"exercise.json": to_json(MADE).encode()}
    for output in WRITERS.values():
        files.update(output.write(MADE, Edition()).files)
    return files


def named(name: str) -> bytes:
    """A file of the pack; the test is skipped where its writer has not what it needs."""
    if name not in whole():
        pytest.skip(f"{name} was not made here")
    return whole()[name]


@pytest.mark.parametrize(
    "name", sorted({name.replace("*", "spot-01") for one in WRITERS.values() for name in one.files})
)
def test_every_file_of_a_pack_passes(name: str) -> None:
    """What framing writes is read back without a fault, hostile texts included, and something was looked at."""
    found = check(name, named(name), MADE)
    assert found.flaws == []
    assert found.checked


def test_every_output_has_a_check() -> None:
    """No file of a pack goes unread but the two that are for the eye."""
    for output in WRITERS.values():
        for name in output.files:
            assert any(Path(name.replace("*", "spot-01")).match(pattern) for pattern in CHECKS), name


TWINS: list[Twin] = [
    ("exercise.json", text('"format": 1', '"format": 2'), "no exercise of format 1"),
    ("exercise.json", text('"slammed"', '"hit"'), "its id is not that of what it asks"),
    ("exercise.json", lambda d: d[:-9], "not valid JSON"),
    ("exercise.json", lambda d: d + b"\xff", "it is no UTF-8"),
    ("worksheet.pdf", lambda d: d[:-200], "it is no whole PDF"),
    ("worksheet.pdf", lambda d: b"%PDF-1.7\n%%EOF", "it can't be read"),
    ("exercise.html", text("default-src &#x27;none&#x27;", "default-src *"), "its policy is not the one"),
    ("exercise.html", text('<html lang="en">', "<html>"), "it names no language"),
    ("exercise.html", text("<title>", "<p>"), "it has no title"),
    ("exercise.html", text('id="reader"', 'id="code"'), "an id stands twice"),
    ("exercise.html", text("<main>", '<main><img src="x.png">'), "it loads something"),
    ("exercise.html", text("<main>", '<link rel="icon" href="x.png"><main>'), "it loads something"),
    ("exercise.html", text("<main>", '<meta http-equiv="Refresh" content="0;url=x"><main>'), "it loads something"),
    ("exercise.html", text("<main>", '<form action="x"></form><main>'), "it loads something"),
    ("exercise.html", text("<style>", "<style>@import 'x';"), "its style loads something"),
    ("exercise.html", text("<style>", "<style>p{background:url(x)}"), "its style loads something"),
    ("exercise.html", text("<main>", '<main><a href="javascript:x">x</a>'), "a link is no address of the web"),
    ("exercise.html", lambda d: d + b"\xff", "it is no UTF-8"),
    ("exercise-class.html", text('id="spot-01"', 'id="other"'), "spot-01 is not in it"),
    ("worksheet.md", lambda d: d + b"<b>x</b>", "it holds HTML"),
    ("worksheet.md", lambda d: d + b"\xff", "it is no UTF-8"),
    ("key.md", text("## 4 ", "## 9 "), "ladder-01 is not in it"),
]


@pytest.mark.parametrize(("name", "change", "says"), TWINS, ids=names_of_twins(TWINS))
def test_a_broken_twin_is_refused(name: str, change: Change, says: str) -> None:
    """Each fault is named in its own words, with a way out."""
    found = faults(name, change(named(name)), MADE)
    assert says in found
    assert " — " in found


def test_a_sheet_of_another_exercise_is_refused() -> None:
    """PDF, page and Markdown are compared with the exercise that lies beside them, item by item."""
    other = replace(MADE, items=(*items(), replace(spot(9), stem="Quite another stem.")))
    for name in ("worksheet.pdf", "exercise.html", "worksheet.md"):
        assert "spot-09 is not in it" in faults(name, named(name), other)


def test_a_link_to_a_source_is_no_fault() -> None:
    """An address of the web may stand in a link: nothing is loaded until somebody follows it."""
    page = text("<main>", '<main><a href="https://example.org/a">a</a>')(named("exercise.html"))
    assert check("exercise.html", page, MADE).flaws == []


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_damage_is_a_traceback(data: st.DataObject) -> None:
    """Whatever happened to a file on its way, the check gives findings."""
    name = data.draw(st.sampled_from(SYSTEMS))
    whole_file = whole()[name]
    start = data.draw(st.integers(0, len(whole_file)))
    end = data.draw(st.integers(start, min(len(whole_file), start + 60)))
    damaged = whole_file[:start] + data.draw(st.binary(max_size=8)) + whole_file[end:]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(NODE_MODULES, "/nowhere")
        assert isinstance(check(name, damaged, MADE), Findings)


@settings(max_examples=30, deadline=None)
@given(exercises())
def test_any_text_passes_on_pages(made: Exercise) -> None:
    """Whatever signs stand in an exercise, page, Markdown and JSON are read back without a fault."""
    assert faults("exercise.json", to_json(made).encode(), made) == ""
    for name in ("html", "markdown"):
        assert faults_of(WRITERS[name], made, Edition()) == ""


def test_a_pack_is_checked_file_by_file(tmp_path: Path) -> None:
    """Every file that has a check is named once; a folder without a pack is refused in words."""
    files = write_pack(MADE, tmp_path / "pack")
    read = [name for name, found in check_pack(tmp_path / "pack") if not found.flaws]
    assert read == sorted(set(files) - {"build.log", "README.txt"})
    with pytest.raises(ExerciseError, match="no file of it is one of a pack"):
        list(check_pack(tmp_path))
    with pytest.raises(ExerciseError, match="there is no such folder"):
        list(check_pack(tmp_path / "none"))


def test_a_pack_without_its_exercise_is_checked_as_far_as_it_goes(tmp_path: Path) -> None:
    """A broken exercise.json is one fault; the other files are read by themselves."""
    write_pack(MADE, tmp_path, formats=("gift", "h5p"))
    (tmp_path / "exercise.json").write_text("{")
    flawed = [name for name, found in check_pack(tmp_path) if found.flaws]
    assert flawed == ["exercise.json"]


def test_the_command_says_what_it_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line a file, what was not looked at and why; exit 0 where all is whole."""
    monkeypatch.setenv(NODE_MODULES, str(tmp_path))
    write_pack(MADE, tmp_path, formats=("gift", "qti"))
    done = CliRunner().invoke(app, ["exercise", "check", str(tmp_path)])
    assert done.exit_code == ExitCode.FINE
    assert "moodle.gift.txt: ok (Moodle's rules)\n  not looked at: gift-pegjs: " in done.stdout
    assert "qti.zip: ok" in done.stdout


def test_the_command_says_where_the_fault_is(tmp_path: Path) -> None:
    """A fault has its place and its way out, and the exit is that of exercises that can't be used."""
    write_pack(MADE, tmp_path, formats=("gift", "moodle-xml"))
    file = tmp_path / "moodle.gift.txt"
    file.write_text(re.sub(r"%50%", "%33%", file.read_text("utf-8"), count=1), "utf-8")
    done = CliRunner().invoke(app, ["exercise", "check", str(tmp_path)])
    assert done.exit_code == ExitCode.BAD_EXERCISE
    assert "moodle.gift.txt: 1 fault" in done.stdout
    assert "  moodle.gift.txt:3: Moodle does not know the fraction 33 — make the pack again" in done.stdout
    assert "moodle.xml: ok" in done.stdout


def test_the_same_exercise_gives_the_same_bytes(tmp_path: Path) -> None:
    """Written twice, every file of a pack is the same; another edition changes the sheets."""
    for name in ("one", "two"):
        write_pack(MADE, tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name
    cream = WRITERS["pdf"].write(MADE, Edition(paper="letter", tint="cream", size=14)).files
    assert cream.get("worksheet.pdf") != named("worksheet.pdf")


def test_json_holds_what_all_is_made_from(tmp_path: Path) -> None:
    """The JSON of a pack is the exercise."""
    write_pack(MADE, tmp_path / "p", formats=())
    assert json.loads((tmp_path / "p" / "exercise.json").read_text("utf-8"))["id"] == MADE.id
