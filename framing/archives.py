"""Archives and workbooks without the hour they were made: the same content is the same file."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)


def zip_files(files: Mapping[str, bytes]) -> bytes:
    """Files as a zip archive, in their order."""
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, data)
    return written.getvalue()


def save_book(book: Any) -> bytes:
    """The bytes of a workbook of openpyxl."""
    book.properties.created = book.properties.modified = datetime(*_EPOCH)
    raw = io.BytesIO()
    book.save(raw)
    with ZipFile(raw) as archive:
        files = {info.filename: archive.read(info) for info in archive.infolist()}
    core = "docProps/core.xml"  # saving writes the hour into it
    files[core] = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", files[core])
    return zip_files(files)
