"""doccano: an object a text, with `label`, `labels` or `entities`: [[start, end, label], …], all three being in use."""

from __future__ import annotations

from collections.abc import Iterator

from framing.corpus.rows import SetAside
from framing.validation.annotated import Marked
from framing.validation.formats.offsets import TEXTS, has_spans, read_spans
from framing.validation.records import Records

LISTS = ("label", "labels", "entities")


def fits(records: Records) -> bool:
    """Whether there is a text with a list of labelled spans."""
    return bool(records.column(*TEXTS)) and has_spans(records, LISTS)


def read(records: Records) -> Iterator[Marked | SetAside]:
    """Every text with its spans, whatever their labels."""
    return read_spans(records, LISTS)
