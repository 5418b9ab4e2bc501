"""Lexicoder's .lc3 and .lcd, and Yoshikoder's .ykd: plus signs, or nodes of XML."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from framing.errors import LexiconError
from framing.exchange.model import Foreign, Reader, Scale
from framing.exchange.opening import open_text
from framing.exchange.terms import NAMELESS, add_term, lines_of

_DECLARED = re.compile(r"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_DEEPEST = 50


def fits_lc3(text: str) -> bool:
    """The first line begins with a plus sign."""
    return text.lstrip().startswith("+")


def read_lc3(path: Path, scale: Scale | None) -> Foreign:
    """A .lc3: a line with a plus sign opens a category, every other line is an entry of it."""
    into, category = Foreign(), NAMELESS
    for number, line in enumerate(lines_of(open_text(path)), 1):
        text = line.strip()
        if text.startswith("+") and text.strip("+ "):
            category = " ".join(text.lstrip("+ ").split())
            into.add_category(category)
        elif text:
            add_term(into, f"{path.name}:{number}", text, category)
    return into


def fits_xml(text: str) -> bool:
    """XML with nodes of categories."""
    return text.lstrip().startswith("<") and "cnode" in text


def read_xml(path: Path, scale: Scale | None) -> Foreign:
    """
    A .lcd or .ykd: a cnode is a category, a pnode in it a pattern. Nested categories are joined with dots.

    Raises:
        LexiconError: no XML, or XML that declares entities (these can be made to swell without end).
    """
    text = open_text(path)
    if _DECLARED.search(text):
        raise LexiconError("its XML declares a document type or entities", "remove the declaration", path.name)
    try:
        root = ElementTree.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except ElementTree.ParseError as error:
        line = error.position[0]
        raise LexiconError(f"not valid XML: {error.msg}", "export it again", f"{path.name}:{line}") from error
    into = Foreign()
    _walk(into, path.name, root)
    return into


def _walk(into: Foreign, file: str, node: ElementTree.Element, names: tuple[str, ...] = (), depth: int = 0) -> None:
    if depth > _DEEPEST:
        into.lose(file, "categories nested too deeply", ".".join(names))
        return
    for number, inner in enumerate(node, 1):
        kind, name = inner.tag.rpartition("}")[2], " ".join((inner.get("name") or "").split())
        if kind == "pnode":
            add_term(into, f"{file}:{'.'.join(names) or 'top'} {number}", name, ".".join(names))
        else:
            _walk(into, file, inner, (*names, name or NAMELESS) if kind == "cnode" else names, depth + 1)


LC3 = Reader("lc3", "Lexicoder 3", (".lc3",), fits_lc3, read_lc3)
LCD = Reader("lcd", "Lexicoder 2", (".lcd",), fits_xml, read_xml)
YKD = Reader("yoshikoder", "Yoshikoder", (".ykd",), fits_xml, read_xml)
