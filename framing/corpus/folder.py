"""A folder of .txt files, an article each, with or without a manifest; or one such file."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from framing.corpus import manifest
from framing.corpus.encoding import NotTextError, decode
from framing.corpus.rows import MAX_CHARACTERS, NO_OUTLET, Row, Rows, SetAside
from framing.errors import CorpusError

_MAX_BYTES = 4 * MAX_CHARACTERS
_EXPECTED = ("readme.md", "actors.csv")  # stand beside the texts, as the manifest does, and need no note


def read(path: Path, columns: Mapping[str, str] | None) -> Rows:
    """
    The articles of a folder and its sub-folders. With `manifest.csv` the outlets come from there; without, an article's
    outlet is the name of its sub-folder, and one outlet stands for all where there are no sub-folders.

    Where the folder has a manifest, a sub-folder with a manifest of its own is a corpus of its own and passed over,
    unless the folder's manifest names a file in it.

    Raises:
        CorpusError: the folder holds no .txt file, or its manifest can't be used.
    """
    files, others = _list(path)
    if not files:
        raise _without_texts(path, others)
    listing = next((name for name in others if name.lower() == manifest.NAME), None)
    if listing:
        others.remove(listing)
        contents = manifest.read(path / listing, files, columns)
        apart = _corpora_apart(others, {entry.file for entry in contents.entries})
        others = [name for name in others if not name.startswith(apart)]
        files = {name: file for name, file in files.items() if not name.startswith(apart)}
        found = _with_manifest(listing, contents, files)
    else:
        found = _without_manifest(path.name, files)
    if strange := [name for name in others if name.lower() not in _EXPECTED]:
        found.notes.append(f"Passed over, being no .txt: {_some(strange)}.")
    return found


def read_file(path: Path, columns: Mapping[str, str] | None) -> Rows:
    """One .txt file as a corpus of one article of no outlet."""
    found = Rows(notes=[f"{path.name} names no outlet; it counts as {NO_OUTLET}."])
    _add(found, path, path.name, path.name, {"id": path.stem, "outlet": NO_OUTLET})
    return found


def _corpora_apart(others: Iterable[str], named: Iterable[str]) -> tuple[str, ...]:
    """Sub-folders, each with its slash, with a manifest of their own and no file that the folder's manifest names."""
    own = {name[: -len(manifest.NAME)] for name in others if name.lower().endswith("/" + manifest.NAME)}
    return tuple(folder for folder in sorted(own) if not any(name.startswith(folder) for name in named))


def _with_manifest(listing: str, contents: manifest.Manifest, files: Mapping[str, Path]) -> Rows:
    found = Rows(set_aside=contents.set_aside, notes=contents.notes)
    ids = _ids(files)
    for entry in contents.entries:
        identity = (entry.values.get("id") or "").strip() or ids[entry.file]
        _add(found, files[entry.file], entry.file, f"{entry.place} ({entry.file})", {**entry.values, "id": identity})
    unlisted = files.keys() - {entry.file for entry in contents.entries}
    reason = f"{listing} does not name it: add a row for it"
    found.set_aside += [SetAside(file, reason, "not listed") for file in sorted(unlisted)]
    return found


def _without_manifest(folder: str, files: Mapping[str, Path]) -> Rows:
    """Outlets by sub-folder. Files beside the sub-folders have none then; without sub-folders all share NO_OUTLET."""
    found, ids = Rows(), _ids(files)
    by_folder = any("/" in file for file in files)
    if by_folder:
        found.notes.append(f"{folder} has no {manifest.NAME}; an article's outlet is the name of its sub-folder.")
    else:
        found.notes.append(
            f"{folder} has no {manifest.NAME}, so all articles count as one outlet, {NO_OUTLET}: to name an outlet, "
            f"add {manifest.NAME} with the columns file and outlet, or put its files in a sub-folder of its name."
        )
    for file, path in files.items():
        outlet = (file.split("/")[0] if "/" in file else None) if by_folder else NO_OUTLET
        _add(found, path, file, file, {"id": ids[file], "outlet": outlet})
    return found


def _add(found: Rows, path: Path, name: str, place: str, values: dict[str, str | None]) -> None:
    """Read one file and add it to the rows, or to what is set aside where it is no text."""
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise NotTextError(f"too large for an article (more than {_MAX_BYTES:,} bytes): split it")
        decoded = decode(path.read_bytes())
    except OSError as error:
        found.set_aside.append(SetAside(place, f"the file can't be read: {error.strerror}", "unreadable"))
    except NotTextError as error:
        found.set_aside.append(SetAside(place, str(error), "unreadable"))
    else:
        if note := decoded.note(name):
            found.notes.append(note)
        identity = values.pop("id") or name
        found.rows.append(Row(place=place, id=identity, text=decoded.text, **values))


def _list(path: Path) -> tuple[dict[str, Path], list[str]]:
    """The .txt files by their name relative to the folder, and the names of other files; hidden ones are left out."""
    texts: dict[str, Path] = {}
    others: list[str] = []
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            file = Path(folder, name)
            # a name that is no UTF-8 still has to be printed
            shown = os.fsencode(file.relative_to(path).as_posix()).decode("utf-8", "replace")
            if file.suffix.lower() == ".txt" and file.is_file():
                texts[shown] = file
            else:
                others.append(shown)
    return texts, others


def _ids(files: Iterable[str]) -> dict[str, str]:
    """A file's id is its stem; files of several sub-folders that share one are told apart by their folder."""
    paths = {file: PurePosixPath(file) for file in files}
    times = Counter(path.stem for path in paths.values())
    return {file: path.stem if times[path.stem] == 1 else str(path.with_suffix("")) for file, path in paths.items()}


def _without_texts(path: Path, others: list[str]) -> CorpusError:
    tables = [name for name in others if name.lower().endswith((".csv", ".tsv", ".jsonl", ".ndjson", ".parquet"))]
    tables = [name for name in tables if name.lower() != manifest.NAME]
    if tables:
        return CorpusError("the folder holds no .txt file", f"give the table itself, {path / tables[0]}", path)
    what = f"the folder holds no .txt file, only {_some(others)}" if others else "the folder is empty"
    return CorpusError(what, "put one .txt file an article in it, or give a .csv, .tsv, .jsonl or .parquet file", path)


def _some(names: list[str], at_most: int = 5) -> str:
    more = f" and {len(names) - at_most} more" if len(names) > at_most else ""
    return ", ".join(names[:at_most]) + more
