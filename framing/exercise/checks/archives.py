"""Archives opened, and the JSON in them, so that a damaged one is a fault and no traceback."""

from __future__ import annotations

import io
import json
import zlib
from typing import Any
from zipfile import BadZipFile, ZipFile

from framing.exercise.checks.fault import Findings

_LARGEST = 50_000_000


def open_zip(found: Findings, name: str, data: bytes) -> dict[str, bytes] | None:
    """The files of an archive; None, with a flaw, where it is none, too large, locked, or has a name twice."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            names = {info.filename for info in infos}
            found.expect(len(names) == len(infos), name, "a file is in it twice")
            if not found.expect(sum(info.file_size for info in infos) < _LARGEST, name, "it is too large"):
                return None
            return {info.filename: archive.read(info) for info in infos}
    except (BadZipFile, OSError, ValueError, RuntimeError, EOFError, zlib.error) as error:
        found.expect(False, name, f"it is no zip archive that can be read: {error}")
        return None


def read_object(found: Findings, place: str, data: bytes) -> dict[str, Any] | None:
    """An object of JSON; None, with a flaw, where it is none."""
    try:
        read = json.loads(data)
    except (ValueError, RecursionError):
        read = None
    return read if found.expect(isinstance(read, dict), place, "it is no JSON, or no object") else None
