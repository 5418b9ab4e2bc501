"""Archives and workbooks: written without the hour they were made, and read only where they unpack to a fair size."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
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


class SwollenError(ValueError):
    """A workbook unpacks to more than is read."""


@contextmanager
def open_book(path: Path, largest: int) -> Iterator[Any]:
    """
    A workbook of openpyxl to read values from, closed afterwards.

    Args:
        path: the file.
        largest: bytes that it may have once unpacked.

    Raises:
        SwollenError: it has more. Exception: it is damaged or no workbook; zip, XML and openpyxl raise many kinds.
    """
    from openpyxl import load_workbook

    with ZipFile(path) as parts:
        if sum(part.file_size for part in parts.infolist()) > largest:
            raise SwollenError(path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and the like that openpyxl leaves out
        book = load_workbook(path, read_only=True, data_only=True)
        try:
            yield book
        finally:
            book.close()
