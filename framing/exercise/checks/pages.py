"""Sheets and pages read back: PDF, HTML, Markdown, and the JSON that all is made from."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

from framing.errors import ExerciseError
from framing.exercise.checks.fault import Findings, Flaw
from framing.exercise.model import Exercise
from framing.exercise.store import from_json, identify
from framing.exercise.writers.html import policy
from framing.exercise.writers.markdown import escape

_LOADS = ("src", "srcset", "data", "poster", "background", "action", "formaction", "ping")
_LOADING_TAGS = ("base", "embed", "frame", "iframe", "link", "object")
_STYLE = re.compile(r"@import|url\(", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|#|$", re.IGNORECASE)


def check_json(name: str, data: bytes, exercise: Exercise | None) -> Findings:
    """It is an exercise, and its id is that of what it asks."""
    found = Findings(checked=["the exercise's own reader"])
    try:
        read = from_json(data.decode("utf-8"), name)
    except (ExerciseError, UnicodeDecodeError) as error:
        fault = error.fault if isinstance(error, ExerciseError) else "it is no UTF-8"
        found.flaws.append(Flaw(name, fault, "undo the last edit"))
        return found
    if read.id != identify(read):
        found.flaws.append(
            Flaw(name, "its id is not that of what it asks", "framing exercise review --apply, or make it anew")
        )
    return found


class _Reader(HTMLParser):
    """Tags with their attributes, and the text of styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, Mapping[str, str | None]]] = []
        self.styles = ""
        self._inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "style":
            self.styles += data


def check_html(name: str, data: bytes, exercise: Exercise | None) -> Findings:
    """One page with its policy, language and title; ids once; nothing loads from elsewhere; every item is there."""
    found = Findings(checked=["an HTML parser"])
    text = _decode(found, name, data)
    reader = _Reader(text)
    metas = [attrs for tag, attrs in reader.tags if tag == "meta"]
    policies = [meta.get("content") for meta in metas if meta.get("http-equiv") == "Content-Security-Policy"]
    found.expect(policies == [policy()], name, "its policy is not the one that framing writes")
    found.expect(any(tag == "html" and attrs.get("lang") for tag, attrs in reader.tags), name, "it names no language")
    found.expect(any(tag == "title" for tag, _ in reader.tags), name, "it has no title")
    ids = [attrs["id"] for _, attrs in reader.tags if attrs.get("id")]
    found.expect(len(ids) == len(set(ids)), name, "an id stands twice")
    found.expect(not any(_loads(tag, attrs) for tag, attrs in reader.tags), name, "it loads something")
    found.expect(not _STYLE.search(reader.styles), name, "its style loads something")
    links = [attrs.get("href") or "" for tag, attrs in reader.tags if tag in ("a", "area")]
    found.expect(all(map(_ADDRESS.match, links)), name, "a link is no address of the web")
    for item in exercise.items if exercise else ():
        found.expect(item.id in ids, name, f"{item.id} is not in it")
    return found


def _loads(tag: str, attrs: Mapping[str, str | None]) -> bool:
    """Whether a browser would ask for something, or go elsewhere by itself."""
    refreshes = tag == "meta" and (attrs.get("http-equiv") or "").casefold() == "refresh"
    return tag in _LOADING_TAGS or refreshes or any(attrs.get(name) for name in _LOADS)


def _decode(found: Findings, name: str, data: bytes) -> str:
    text = found.read_text(name, data)
    return data.decode("utf-8", "replace") if text is None else text


def check_markdown(name: str, data: bytes, exercise: Exercise | None) -> Findings:
    """It is text without HTML, and every item's number and stem are in it."""
    found = Findings(checked=["its text"])
    text = _decode(found, name, data)
    found.expect(not re.search(r"(?<!\\)<[A-Za-z/!]", text), name, "it holds HTML")
    for number, item in enumerate(exercise.items if exercise else (), 1):
        there = f"\n## {number} " in text and escape(item.stem) in text
        found.expect(there, name, f"{item.id} is not in it")
    return found


def check_pdf(name: str, data: bytes, exercise: Exercise | None) -> Findings:
    """It is a whole PDF, tagged, with a language, a title and every item (looked for by pypdf where that is there)."""
    found = Findings(checked=["beginning and end"])
    whole = data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")
    if not found.expect(whole, name, "it is no whole PDF"):
        return found
    try:
        from pypdf import PdfReader
    except ImportError:
        found.skipped.append("tags, language and text: pypdf is not installed")
        return found
    try:
        reader = PdfReader(io.BytesIO(data))
        root: Any = reader.trailer["/Root"]
        text = _letters(" ".join(page.extract_text() for page in reader.pages))
        title = bool(reader.metadata and reader.metadata.title)
    except Exception as error:  # pypdf raises many kinds for damaged files
        found.expect(False, name, f"it can't be read: {error}")
        return found
    found.expect("/StructTreeRoot" in root, name, "it is not tagged for screen readers")
    found.expect(bool(root.get("/Lang")), name, "it names no language")
    found.expect(title, name, "it has no title")
    for item in exercise.items if exercise else ():
        found.expect(_letters(item.stem) in text, name, f"{item.id} is not in it")
    found.checked.append("pypdf")
    return found


def _letters(text: str) -> str:
    """Letters alone: where lines end, and where a word is parted, is the paper's affair."""
    return "".join(filter(str.isalpha, text))
