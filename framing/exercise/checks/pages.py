"""Sheets and pages read back: PDF, HTML, Markdown, and the JSON that all is made from."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from typing import Any

from framing.errors import ExerciseError
from framing.exercise.checks.fault import Findings, Flaw
from framing.exercise.model import Exercise
from framing.exercise.store import from_json, identify
from framing.exercise.writers.html import policy
from framing.exercise.writers.markdown import escape


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
    """Tags with their attributes, and the visible text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._hidden = tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = False

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.text.append(data)


def check_html(name: str, data: bytes, exercise: Exercise | None) -> Findings:
    """One page with its policy, a language and a title; ids once; nothing loads from elsewhere; every item there."""
    found = Findings(checked=["an HTML parser"])
    reader = _Reader()
    reader.feed(data.decode("utf-8", "replace"))
    metas = [attrs for tag, attrs in reader.tags if tag == "meta"]
    policies = [meta.get("content") for meta in metas if meta.get("http-equiv") == "Content-Security-Policy"]
    found.expect(policies == [policy()], name, "its policy is not the one that framing writes")
    found.expect(any(tag == "html" and attrs.get("lang") for tag, attrs in reader.tags), name, "it names no language")
    found.expect(any(tag == "title" for tag, _ in reader.tags), name, "it has no title")
    ids = [attrs["id"] for _, attrs in reader.tags if attrs.get("id")]
    found.expect(len(ids) == len(set(ids)), name, "an id stands twice")
    outside = [attrs for tag, attrs in reader.tags if attrs.get("src") or (tag == "link" and attrs.get("href"))]
    found.expect(not outside, name, "it loads something")
    for item in exercise.items if exercise else ():
        found.expect(item.id in ids, name, f"{item.id} is not in it")
    return found


def check_markdown(name: str, data: bytes, exercise: Exercise | None) -> Findings:
    """It is text without HTML, and every item's stem is in it."""
    found = Findings(checked=["its text"])
    text = data.decode("utf-8", "replace")
    found.expect("\ufffd" not in text or exercise is not None, name, "it is no UTF-8")
    found.expect(not re.search(r"(?<!\\)<[A-Za-z/!]", text), name, "it holds HTML")
    for number, item in enumerate(exercise.items if exercise else (), 1):
        there = f"\n## {number} " in text and escape(item.stem) in text
        found.expect(there, name, f"{item.id} is not in it")
    return found


def check_pdf(name: str, data: bytes, exercise: Exercise | None) -> Findings:
    """It is a whole PDF, tagged, with a language and a title (looked for by pypdf where that is installed)."""
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
        text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    except Exception as error:  # pypdf raises many kinds for damaged files
        found.expect(False, name, f"it can't be read: {error}")
        return found
    found.expect("/StructTreeRoot" in root, name, "it is not tagged for screen readers")
    found.expect(bool(root.get("/Lang")), name, "it names no language")
    found.expect(bool(reader.metadata and reader.metadata.title), name, "it has no title")
    for number, _ in enumerate(exercise.items if exercise else (), 1):
        found.expect(str(number) in text, name, f"item {number} is not in it")
    found.checked.append("pypdf")
    return found
