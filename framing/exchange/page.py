"""The formats as a table of the documentation."""

from __future__ import annotations

from framing.exchange import READERS, VALUES, WRITERS
from framing.exchange.model import Reader, Writer

_HEAD = """| format | name | read from | named, not read | kept when written, beside words and forms |
|---|---|---|---|---|"""
_EVERYWHERE = """Of no format are read: wildcards elsewhere than at the end of a term, emoticons, terms without a
letter or digit. Nested categories are called by their whole path, `parent.child`. A prefix stays one (`despot*`). None
tells which words don't count as loaded, such as the plain verbs of saying: written without that mark, or not."""


def exchange_table() -> str:
    """Every format with what it reads, what it keeps and what it can't: Markdown, made from READERS and WRITERS."""
    names = [*READERS, *(name for name in WRITERS if name not in READERS)]
    rows = [_row(name, READERS.get(name), WRITERS.get(name)) for name in names]
    return "\n".join([_HEAD, *rows, "", _EVERYWHERE])


def _row(name: str, reader: Reader | None, writer: Writer | None) -> str:
    title = reader.title if reader else writer.title if writer else ""
    endings = ", ".join(f"`{ending}`" for ending in reader.endings) if reader else "not read"
    kept = describe_kept(writer) if writer else "not written"
    return f"| {title} | `{name}` | {endings} | {reader.leaves if reader else ''} | {kept} |"


def describe_kept(writer: Writer) -> str:
    """What a format keeps of an entry, in words."""
    held = [text for column, text in VALUES.items() if column in writer.carries]
    parts = ["categories"] * writer.categories + (["everything"] if len(held) == len(VALUES) else held)
    if "match" in writer.carries and len(held) < len(VALUES):
        parts.append("that case matters")
    return ", ".join(parts) + ("" if writer.phrases else "; single words only")
