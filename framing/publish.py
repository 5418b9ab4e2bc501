"""Files into a folder, whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from framing.errors import OutputError

Writer = Callable[[Path], None]
_FIX = "choose another folder with -o, or make room and permission to write there"


def publish(out: Path, writers: Mapping[str, Writer]) -> None:
    """
    Write files into a folder, all of them or none.

    They are made in a hidden folder beside (or, where `out` is there already, in it) and then moved into place. Files
    of the same names are replaced, all others stay. If anything fails, what was there before is put back.

    Args:
        out: the folder; it is made if it is not there.
        writers: path within the folder to what writes it, given where to.

    Raises:
        OutputError: the folder can't be made or written.
    """
    if out.exists() and not out.is_dir():
        raise OutputError("it is a file, not a folder", "give the name of a folder with -o", out)
    made: list[Path] = []
    try:
        home = out if out.is_dir() else _make_parents(out.absolute().parent, made)
        stage = Path(tempfile.mkdtemp(prefix=".framing-", dir=home))
    except OSError as error:
        _remove_empty(made)
        raise _fault(out, error) from error
    try:
        new = stage / "new"
        _write(new, writers)
        if out.is_dir():
            _replace(out, new, stage / "old", list(writers))
        else:
            os.replace(new, out)
    except OSError as error:
        shutil.rmtree(stage, ignore_errors=True)
        _remove_empty(made)
        raise _fault(out, error) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def publish_bytes(out: Path, files: Mapping[str, bytes]) -> None:
    """
    Write files whose contents are at hand, as `publish` does.

    Args:
        out: the folder; it is made if it is not there.
        files: path within the folder to contents.

    Raises:
        OutputError: the folder can't be made or written.
    """

    def holding(data: bytes) -> Writer:
        def write(path: Path) -> None:
            path.write_bytes(data)

        return write

    publish(out, {name: holding(data) for name, data in files.items()})


def _fault(out: Path, error: OSError) -> OutputError:
    return OutputError(f"it can't be written there: {error.strerror or error}", _FIX, error.filename or out)


def _make_parents(folder: Path, made: list[Path]) -> Path:
    """Make the folders that are missing, noting them."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir()
        made.append(one)
    return folder


def _remove_empty(made: list[Path]) -> None:
    for folder in reversed(made):
        folder.rmdir()


def _write(new: Path, writers: Mapping[str, Writer]) -> None:
    new.mkdir()
    for name, write in writers.items():
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        write(new / name)


def _replace(out: Path, new: Path, old: Path, names: list[str]) -> None:
    """Move new files over those of the same names; put the old ones back if one can't be moved."""
    moved: list[str] = []
    folders: list[Path] = []
    try:
        for name in names:
            target = out / name
            _make_parents(target.parent, folders)
            if target.is_dir():
                raise IsADirectoryError(21, "a folder of that name is in the way", str(target))
            (old / name).parent.mkdir(parents=True, exist_ok=True)
            if target.exists() or target.is_symlink():
                os.replace(target, old / name)
            moved.append(name)
            os.replace(new / name, target)
    except BaseException:
        for name in reversed(moved):
            if (old / name).exists() or (old / name).is_symlink():
                os.replace(old / name, out / name)
            else:
                (out / name).unlink(missing_ok=True)
        _remove_empty(folders)
        raise
