"""Files are written whole or not at all, and nobody else's files are touched."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from folders import read_all

from framing.errors import ExitCode, OutputError
from framing.publish import Writer, publish


def text(content: str) -> Writer:
    def write(path: Path) -> None:
        path.write_text(content, "utf-8")

    return write


def fail(path: Path) -> None:
    path.write_text("half", "utf-8")
    raise OSError(28, "No space left on device", str(path))


def test_a_new_folder_is_made(tmp_path: Path) -> None:
    """Folders that are missing are made, and nothing else is left beside them."""
    publish(tmp_path / "a" / "b", {"x.txt": text("1"), "t/y.txt": text("2")})
    assert read_all(tmp_path) == {"a/b/x.txt": b"1", "a/b/t/y.txt": b"2"}


def test_old_files_are_replaced_and_others_stay(tmp_path: Path) -> None:
    """A second report replaces the first; a file of the user's own stays."""
    publish(tmp_path, {"x.txt": text("1"), "t/y.txt": text("2")})
    (tmp_path / "t" / "mine.txt").write_text("mine", "utf-8")
    publish(tmp_path, {"x.txt": text("3"), "t/y.txt": text("4"), "z.txt": text("5")})
    assert read_all(tmp_path) == {"x.txt": b"3", "t/y.txt": b"4", "t/mine.txt": b"mine", "z.txt": b"5"}


def test_a_failure_while_writing_leaves_no_trace(tmp_path: Path) -> None:
    """If a file can't be written, no folder is made and the message says why and what to do."""
    with pytest.raises(OutputError, match="No space left on device") as caught:
        publish(tmp_path / "a" / "b", {"x.txt": text("1"), "y.txt": fail})
    assert list(tmp_path.iterdir()) == []
    assert "fix: " in str(caught.value)
    assert caught.value.exit_code == ExitCode.CANNOT_WRITE


def test_a_failure_while_writing_keeps_the_old_report(tmp_path: Path) -> None:
    """If a file of the second report can't be written, the first stays whole."""
    publish(tmp_path, {"x.txt": text("1"), "y.txt": text("2")})
    with pytest.raises(OutputError):
        publish(tmp_path, {"x.txt": text("3"), "y.txt": fail})
    assert read_all(tmp_path) == {"x.txt": b"1", "y.txt": b"2"}


@pytest.mark.parametrize("broken", [1, 2, 3, 4, 5])
def test_a_failure_while_moving_puts_everything_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: int
) -> None:
    """Whichever move fails, the old files are back in place and the new ones are gone."""
    publish(tmp_path, {"x.txt": text("1"), "y.txt": text("2")})
    monkeypatch.setattr(os, "replace", breaking(os.replace, broken))
    with pytest.raises(OutputError, match="in use"):
        publish(tmp_path, {"new/w.txt": text("0"), "x.txt": text("3"), "y.txt": text("4")})
    assert read_all(tmp_path) == {"x.txt": b"1", "y.txt": b"2"}
    assert {path.name for path in tmp_path.iterdir()} == {"x.txt", "y.txt"}


def breaking(move: Callable[[Path, Path], None], number: int) -> Callable[[Path, Path], None]:
    """As `move`, but that many-th call fails, once."""
    calls = 0

    def broken(source: Path, target: Path) -> None:
        nonlocal calls
        calls += 1
        if calls == number:
            raise PermissionError(13, "the file is in use", str(target))
        move(source, target)

    return broken


def test_a_file_in_the_folders_place(tmp_path: Path) -> None:
    """A file where the folder should be is not replaced."""
    (tmp_path / "out").write_text("mine", "utf-8")
    with pytest.raises(OutputError, match="a file, not a folder"):
        publish(tmp_path / "out", {"x.txt": text("1")})
    with pytest.raises(OutputError):
        publish(tmp_path / "out" / "deeper", {"x.txt": text("1")})
    assert read_all(tmp_path) == {"out": b"mine"}


def test_a_folder_in_a_files_place(tmp_path: Path) -> None:
    """A folder that bears the name of a file of the report is not removed; nothing is changed."""
    (tmp_path / "y.txt").mkdir()
    (tmp_path / "y.txt" / "mine.txt").write_text("mine", "utf-8")
    (tmp_path / "x.txt").write_text("old", "utf-8")
    with pytest.raises(OutputError, match="folder of that name"):
        publish(tmp_path, {"x.txt": text("1"), "y.txt": text("2")})
    assert read_all(tmp_path) == {"x.txt": b"old", "y.txt/mine.txt": b"mine"}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    """A folder that may not be written gets a message."""
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="ermission"):
        publish(tmp_path / "out", {"x.txt": text("1")})
    tmp_path.chmod(0o700)
