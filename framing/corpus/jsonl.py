"""JSON lines: one object a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from framing.corpus.columns import recognise
from framing.corpus.encoding import read_text
from framing.corpus.rows import Rows, SetAside
from framing.corpus.tabular import to_rows
from framing.errors import CorpusError


def read(path: Path, columns: Mapping[str, str] | None) -> Rows:
    """
    The articles of a JSON lines file; a line that is no JSON object is set aside with its number.

    Raises:
        CorpusError: it can't be read, holds no object at all, or no object has a text.
    """
    decoded = read_text(path)
    records: list[tuple[str, dict[str, Any]]] = []
    set_aside: list[SetAside] = []
    # not splitlines(): U+2028 and its like are allowed inside a JSON string
    for number, line in enumerate(decoded.text.split("\n"), start=1):
        if not line.strip():
            continue
        place = f"{path.name}:{number}"
        value = _parse(line)
        if isinstance(value, dict):
            records.append((place, value))
        else:
            set_aside.append(SetAside(place, value, "unreadable"))
    if not records:
        raise CorpusError("no line of it is a JSON object", "write one JSON object a line, an article each", path)
    header = list(dict.fromkeys(name for _, record in records for name in record))
    found = to_rows(path.name, recognise(header, columns, path), records)
    found.set_aside += set_aside
    if note := decoded.note(path.name):
        found.notes.insert(0, note)
    return found


def _parse(line: str) -> dict[str, Any] | str:
    """The object of a line, or what is wrong with it."""
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        return f"the line is not JSON: {error.msg} at character {error.pos + 1}"
    except (ValueError, RecursionError):
        return "the line is not JSON that can be read: a number too long or too many levels"
    return value if isinstance(value, dict) else "the line is JSON but no object"
