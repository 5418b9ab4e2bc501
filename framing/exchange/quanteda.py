"""quanteda dictionaries in YAML: nested maps whose leaves are lists of patterns; all is text, whatever YAML says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from framing.errors import LexiconError
from framing.exchange.model import Foreign, Reader, Scale, Writer
from framing.exchange.opening import open_text
from framing.exchange.terms import add_term, lines_of
from framing.lexicon import Entry

DEEPEST = 50
_NAMELESS = "words"


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

    text = open_text(path)
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                fix = "write the words out; a pattern that begins with * needs quotation marks"
                raise LexiconError("it has an alias", fix, _place(path.name, event.start_mark))
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        place = _place(path.name, getattr(error, "problem_mark", None))
        fault = getattr(error, "problem", None) or "it can't be read"
        raise LexiconError(f"not valid YAML: {fault}", "mend the line, or put it in quotation marks", place) from error
    except RecursionError as error:
        raise LexiconError("not usable YAML: nested too deeply", "write categories and words", path.name) from error
    into = Foreign()
    if root is not None:
        _walk(into, path.name, root, ())
    return into


def _walk(into: Foreign, file: str, node: Any, keys: tuple[str, ...]) -> None:
    """A node of the YAML tree under its keys."""
    import yaml

    place = _place(file, node.start_mark)
    if len(keys) > DEEPEST:
        into.lose(place, "categories nested too deeply")
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            named = key.value if isinstance(key, yaml.ScalarNode) else ""
            _walk(into, file, value, (*keys, " ".join(str(named).split()) or _NAMELESS))
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _walk(into, file, value, keys)
    elif node.value.strip():
        add_term(into, place, node.value, ".".join(keys) or _NAMELESS)


def _place(file: str, mark: Any) -> str:
    """`file:line` of a mark of the YAML reader."""
    return f"{file}:{mark.line + 1}" if mark else file


def write(entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """A map of categories, each a list of quoted patterns."""
    lines: list[str] = []
    for name in dict.fromkeys(entry.category for entry in entries):
        lines.append(f"{_quoted(name)}:")
        terms = {spelling + star(entry, spelling): None for entry in entries if entry.category == name
                 for spelling in entry.spellings}  # fmt: skip
        lines += [f"  - {_quoted(term)}" for term in sorted(terms)]
    return {"lexicon.yml": ("\n".join(lines) + "\n").encode()}


def star(entry: Entry, spelling: str) -> str:
    """The star of a prefix, where the spelling lacks it."""
    return "*" if entry.match == "prefix" and not spelling.endswith("*") else ""


def _quoted(text: str) -> str:
    """A YAML string between double quotation marks; what can't be printed is escaped."""
    shown = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(mark if mark.isprintable() else f"\\U{ord(mark):08x}" for mark in shown) + '"'


QUANTEDA = Reader("quanteda", "quanteda YAML", (".yml", ".yaml"), fits, read)
TO_QUANTEDA = Writer("quanteda", "quanteda YAML", frozenset(), True, write)
