"""Folders of CSV files → lexicons, and lexicons → layers."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from framing import resources
from framing.errors import LexiconError
from framing.lexicon.faults import Fault, errors, nearest
from framing.lexicon.model import KINDS, LAYER_KINDS, TONE, Drop, Entry, Lexicon, Lexicons
from framing.lexicon.rows import Header, RowReader
from framing.lexicon.sheets import Sheet, read_sheet, read_text
from framing.lexicon.words import fold

TOML = "lexicon.toml"
SHEETS = (".csv", ".tsv")
_TEXTS = ("id", "version", "language", "licence", "source", "description", "kind")
_KEYS = (*_TEXTS, "license", "categories", "plain_categories", "overlaps", "scales")


@dataclass
class _Content:
    """What the files of a folder hold, as far as it is read."""

    head: dict[str, Any] = field(default_factory=dict)
    described: bool = False
    entries: list[Entry] = field(default_factory=list)
    drops: list[Drop] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    digest: Any = field(default_factory=hashlib.sha256)

    def hash(self, sheet: Sheet) -> None:
        self.digest.update(sheet.name.rpartition("/")[2].encode("utf-8", "surrogateescape") + b"\0")
        self.digest.update(sheet.data.replace(b"\r\n", b"\n") + b"\0")


def load_lexicon(folder: Path | str) -> Lexicon:
    """
    One lexicon: a folder of CSV files (one category each, or with a `category` column), with or without a lexicon.toml;
    or a single CSV file.

    Without lexicon.toml its id is the folder's name and its version "0". `term` is the only column that must be there.

    Raises:
        LexiconError: it can't be used as it is; `faults` holds every fault, a line each.
    """
    lexicon = read_lexicon(Path(folder))
    _refuse(errors(lexicon.faults), folder)
    return lexicon


def load_lexicons(extra: Sequence[Path | str] = (), bundled: bool = True) -> Lexicons:
    """
    The bundled lexicons (unless `bundled` is false) with those in `extra` layered over them, in order.

    Raises:
        LexiconError: one or more can't be used; `faults` holds every fault of all of them.
    """
    folders = [*(bundled_folders() if bundled else ()), *(Path(folder) for folder in extra)]
    layers = tuple(_as_layer(read_lexicon(folder)) for folder in folders)
    faulty = [layer for layer in layers if errors(layer.faults)]
    if faulty:
        _refuse([fault for layer in faulty for fault in errors(layer.faults)], faulty[0].folder)
    return Lexicons(layers)


def _as_layer(lexicon: Lexicon) -> Lexicon:
    if lexicon.kind != TONE:
        return lexicon
    fault = Fault(f"{lexicon.id}/{TOML}", "a tone lexicon can't be layered", "give one of kind loaded or reporting")
    return replace(lexicon, faults=(*lexicon.faults, fault))


def bundled_folders() -> list[Path]:
    """The folders of the bundled lexicons of loaded words and reporting verbs, by name (lists of actors left out)."""
    folders = sorted(path.parent for path in resources.lexicons().glob(f"*/{TOML}"))
    return [folder for folder in folders if _read_toml(folder / TOML, Sheet(TOML)).get("kind", "loaded") in LAYER_KINDS]


def read_lexicon(folder: Path) -> Lexicon:
    """As `load_lexicon`, but never raises: faulty rows are left out or read without the faulty cell."""
    content = _Content()
    name = folder.stem if folder.is_file() else folder.resolve().name
    files = _files(folder, name, content)
    if not folder.is_file() and (folder / TOML).is_file():
        sheet = Sheet(f"{name}/{TOML}")
        content.head, content.described = _read_toml(folder / TOML, sheet), True
        content.hash(sheet)
        content.faults += sheet.faults + _head_faults(content.head, sheet.name)
    header = _header(content, name)
    for file in files:
        reader = RowReader(read_sheet(file, f"{name}/{file.name}"), header, file.stem)
        reader.read()
        content.hash(reader.sheet)
        content.entries += reader.entries
        content.drops += reader.drops
        content.faults += reader.faults
    return _lexicon(folder, header, content)


def _files(folder: Path, name: str, content: _Content) -> list[Path]:
    if folder.is_file():
        return [folder]
    try:
        files = sorted(
            path for path in folder.iterdir() if path.suffix.casefold() in SHEETS and path.name[0] not in ".~"
        )
    except FileNotFoundError:
        content.faults.append(Fault(name, "there is no such folder", "check the path given with --lexicon"))
        return []
    except OSError as error:
        content.faults.append(Fault(name, f"the folder can't be read ({error.strerror})", "check who may read it"))
        return []
    if not files:
        fix = "put a file there that ends in .csv, with a header row: term,category"
        content.faults.append(Fault(name, "the folder holds no CSV file", fix))
    return files


def _read_toml(path: Path, sheet: Sheet) -> dict[str, Any]:
    text = read_text(path, sheet)
    if text is None:
        return {}
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        sheet.refuse(f"not valid TOML: {error}", 'write keys as `key = "value"`, a line each')
    except RecursionError:
        sheet.refuse("not usable TOML: nested too deeply", 'write keys as `key = "value"`, a line each')
    return {}


def _head_faults(head: dict[str, Any], place: str) -> list[Fault]:
    faults = []
    for key in head.keys() - set(_KEYS):
        near = nearest(key, _KEYS)
        if near:
            faults.append(Fault(place, f"there is no key `{key}`", f"did you mean `{near}`?"))
    kind = head.get("kind", "loaded")
    if kind == "actors":
        faults.append(Fault(place, "this is a list of actors, not a lexicon", "give it with --actors"))
    elif kind not in KINDS:
        faults.append(Fault(place, f"there is no kind `{kind}`", f"write one of {', '.join(LAYER_KINDS)}"))
    for key in ("categories", "overlaps"):
        if not isinstance(head.get(key, {}), dict):
            faults.append(Fault(place, f"`{key}` is not a table", f'write [{key}] and below it `name = "meaning"`'))
    if not isinstance(head.get("plain_categories", []), list):
        faults.append(Fault(place, "`plain_categories` is not a list", 'write plain_categories = ["neutral"]'))
    return faults


def _header(content: _Content, name: str) -> Header:
    head = content.head
    plain = head.get("plain_categories", [])
    return Header(
        lexicon=str(head.get("id") or name),
        version=str(head.get("version", "0")),
        kind=head["kind"] if head.get("kind") in KINDS else "loaded",
        plain_categories=frozenset(str(c).casefold() for c in plain) if isinstance(plain, list) else frozenset(),
        described=content.described,
    )


def _lexicon(folder: Path, header: Header, content: _Content) -> Lexicon:
    head = content.head
    texts = {key: str(head.get(key, "")) for key in ("source", "description")}
    categories = _table(head, "categories")
    for entry in content.entries:
        categories.setdefault(entry.category, "")
    return Lexicon(
        id=header.lexicon,
        version=header.version,
        language=str(head.get("language", "en")),
        licence=str(head.get("licence", head.get("license", ""))),
        kind=header.kind,
        categories=categories,
        plain_categories=tuple(name for name in categories if name.casefold() in header.plain_categories),
        entries=tuple(content.entries),
        drops=tuple(content.drops),
        digest=content.digest.hexdigest(),
        folder=folder,
        described=content.described,
        overlaps={fold(term): reason for term, reason in _table(head, "overlaps").items()},
        faults=(*content.faults, *_twice(content.entries)),
        **texts,
    )


def _table(head: dict[str, Any], key: str) -> dict[str, str]:
    """A table of the header as name → text; `name = { meaning = "…" }` is read too."""
    table = head.get(key, {})
    if not isinstance(table, dict):
        return {}
    return {name: str(text.get("meaning", "") if isinstance(text, dict) else text) for name, text in table.items()}


def _twice(entries: list[Entry]) -> list[Fault]:
    """Rows with the term and category of an earlier row."""
    seen: dict[tuple[str, str], Entry] = {}
    faults = []
    for entry in entries:
        first = seen.setdefault((fold(entry.term), entry.category.casefold()), entry)
        if first is not entry:
            fault = f"`{entry.term}` stands twice in {entry.category} (also {first.place})"
            faults.append(Fault(entry.place, fault, "remove one of the rows"))
    return faults


def _refuse(faults: Sequence[Fault], folder: Path | str) -> None:
    if not faults:
        return
    lines = tuple(str(fault) for fault in faults)
    if len(faults) == 1:
        raise LexiconError(faults[0].fault, faults[0].fix, faults[0].place, lines)
    raise LexiconError(f"the lexicon has {len(faults)} faults", "mend the lines listed", folder, lines)
