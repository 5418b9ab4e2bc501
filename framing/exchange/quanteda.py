"""quanteda dictionaries in YAML: nested maps whose leaves are lists of patterns; all is text, whatever YAML says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from framing.errors import LexiconError
from framing.exchange.model import Foreign, Reader, Scale, Writer
from framing.exchange.opening import open_text
from framing.exchange.terms import NAMELESS, add_term, lines_of
from framing.lexicon import Entry

DEEPEST = 50


def fits(text: str) -> bool:
    """A first line that ends with a colon."""
    lines = [line for line in lines_of(text) if line.strip() and not line.lstrip().startswith(("#", "---", "%"))]
    return bool(lines) and lines[0].rstrip().endswith(":")


def read(path: Path, scale: Scale | None) -> Foreign:
    """
    A YAML dictionary. Nested keys are joined with dots. Aliases are refused, and no value is turned into anything.

    Raises:
        LexiconError: it is no YAML of maps and lists.
    """
    import yaml

    tree = _Tree(Foreign(), path.name)
    try:
        for event in yaml.parse(open_text(path), Loader=yaml.SafeLoader):
            tree.take(event)
    except yaml.YAMLError as error:
        place = _place(path.name, getattr(error, "problem_mark", None))
        fault = getattr(error, "problem", None) or "it can't be read"
        raise LexiconError(f"not valid YAML: {fault}", "mend the line, or put it in quotation marks", place) from error
    return tree.into


@dataclass
class _Level:
    """An open map or list: the keys above it, and of a map the key whose value is due (None: a key is due)."""

    keys: tuple[str, ...]
    is_map: bool
    key: str | None = None

    @property
    def path(self) -> tuple[str, ...]:
        return (*self.keys, self.key or NAMELESS) if self.is_map else self.keys

    def close_node(self, text: str = "") -> None:
        """A node of it has ended: in a map it was a key, or the value of one."""
        if self.is_map:
            self.key = None if self.key is not None else " ".join(text.split()) or NAMELESS


@dataclass
class _Tree:
    """Reads the events of a YAML file as they come: nothing is built, so nothing can swell."""

    into: Foreign
    file: str
    levels: list[_Level] = field(default_factory=list)

    def take(self, event: Any) -> None:
        """The next event."""
        import yaml

        if isinstance(event, yaml.AliasEvent):
            fix = "write the words out; a pattern that begins with * needs quotation marks"
            raise LexiconError("it has an alias", fix, _place(self.file, event.start_mark))
        if isinstance(event, yaml.CollectionStartEvent):
            if len(self.levels) > DEEPEST:
                fault = "categories are nested too deeply"
                raise LexiconError(fault, f"nest up to {DEEPEST}", _place(self.file, event.start_mark))
            above = self.levels[-1].path if self.levels else ()
            self.levels.append(_Level(above, isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, yaml.CollectionEndEvent):
            self.levels.pop()
            if self.levels:
                self.levels[-1].close_node()
        elif isinstance(event, yaml.ScalarEvent):
            self._take_scalar(event)

    def _take_scalar(self, event: Any) -> None:
        level = self.levels[-1] if self.levels else _Level((), False)
        if event.value.strip() and not (level.is_map and level.key is None):
            add_term(self.into, _place(self.file, event.start_mark), event.value, ".".join(level.path))
        level.close_node(event.value)


def _place(file: str, mark: Any) -> str:
    """`file:line` of a mark of the YAML reader."""
    return f"{file}:{mark.line + 1}" if mark else file


def write(entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """A map of categories, each a list of quoted patterns."""
    lines: list[str] = []
    for name in dict.fromkeys(entry.category for entry in entries):
        lines.append(f"{quote(name)}:")
        terms = {spelling + star(entry, spelling): None for entry in entries if entry.category == name
                 for spelling in entry.spellings}  # fmt: skip
        lines += [f"  - {quote(term)}" for term in sorted(terms)]
    return {"lexicon.yml": ("\n".join(lines) + "\n").encode()}


def star(entry: Entry, spelling: str) -> str:
    """The star of a prefix, where the spelling lacks it."""
    return "*" if entry.match == "prefix" and not spelling.endswith("*") else ""


def quote(text: str) -> str:
    """A YAML string between double quotation marks; what can't be printed is escaped."""
    shown = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(mark if mark.isprintable() else f"\\U{ord(mark):08x}" for mark in shown) + '"'


QUANTEDA = Reader("quanteda", "quanteda YAML", (".yml", ".yaml"), fits, read, "aliases: such a file is refused")
TO_QUANTEDA = Writer("quanteda", "quanteda YAML", frozenset(), True, write)
