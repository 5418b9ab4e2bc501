"""A lexicon against people's judgement: annotated texts, samples to code, agreement, and rates corrected by both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from framing.corpus.rows import MAX_CHARACTERS, SetAside
from framing.errors import CorpusError
from framing.tables import SET_ASIDE
from framing.validation.annotated import Annotated, Marked
from framing.validation.formats import coding_sheet, doccano, label_studio, marked_words, offsets
from framing.validation.records import LOADERS, Records, read_records

__all__ = ["READERS", "Annotated", "Reader", "read_annotated"]


@dataclass(frozen=True)
class Reader:
    """A format: what it is, whether records are in it, and how their texts and marks are read."""

    title: str
    fits: Callable[[Records], bool]
    read: Callable[[Records], Iterator[Marked | SetAside]]


READERS: dict[str, Reader] = {
    "coding sheet": Reader("a coding sheet", coding_sheet.fits, coding_sheet.read),
    "label studio": Reader("Label Studio tasks", label_studio.fits, label_studio.read),
    "doccano": Reader("doccano's labelled texts", doccano.fits, doccano.read),
    "offsets": Reader("texts with offsets", offsets.fits, offsets.read),
    "marked words": Reader("texts with marked words", marked_words.fits, marked_words.read),
}
"""Name of a format → how it is recognised and read; the first that fits is taken."""
_EXPECTED = (
    "give columns text, start and end, or text and words, or the JSON of doccano or Label Studio, "
    "or a sheet that `framing lexicon sample` wrote"
)


def read_annotated(path: str | Path) -> Annotated:
    """
    The annotated texts of a file, or of every file of a folder, in whichever format each is.

    A text that stands twice counts once, with the marks of both rows. Rows that can't be used are set aside.

    Raises:
        CorpusError: nothing is there, it can't be read or recognised, or no text of it can be used.
    """
    path = Path(path)
    texts: dict[str, Marked] = {}
    set_aside: list[SetAside] = []
    notes: list[str] = []
    for file in _files(path):
        try:
            found = _read_file(file, notes)
        except CorpusError as error:
            if file == path:
                raise
            set_aside.append(SetAside(file.name, error.fault, "unreadable"))
            continue
        for one in found:
            fault = one if isinstance(one, SetAside) else _fault(one)
            if fault:
                set_aside.append(fault)
            if isinstance(one, Marked) and not fault:
                texts[one.text] = _join(texts[one.text], one) if one.text in texts else one
    if not texts:
        raise _nothing_usable(path, set_aside)
    return Annotated(tuple(texts.values()), SET_ASIDE.frame([fault._asdict() for fault in set_aside]), tuple(notes))


def _files(path: Path) -> list[Path]:
    try:
        if not path.is_dir():
            return [path]
        return sorted(file for file in path.iterdir() if file.suffix.lower() in LOADERS and file.name[0] not in ".~")
    except (OSError, ValueError) as error:
        raise CorpusError(f"it can't be opened: {error}", "check the name and its permissions", path) from error


def _read_file(file: Path, notes: list[str]) -> Iterable[Marked | SetAside]:
    records = read_records(file)
    reader = next((reader for reader in READERS.values() if reader.fits(records)), None)
    if reader is None:
        columns = ", ".join(f"{name:.40}" for name in records.header[:20]) or "none"
        raise CorpusError(f"nobody can tell where its marks are; its columns are {columns}", _EXPECTED, file)
    notes += [*records.notes, f"{file.name} was read as {reader.title}."]
    return [*records.set_aside, *reader.read(records)]


def _fault(one: Marked) -> SetAside | None:
    if len(one.text) > MAX_CHARACTERS:
        return SetAside(one.place, f"longer than {MAX_CHARACTERS:,} characters: split it", "unreadable")
    try:
        one.text.encode()
    except UnicodeEncodeError:
        return SetAside(one.place, "it holds half of a surrogate pair, which is no character", "unreadable")
    return None


def _join(first: Marked, second: Marked) -> Marked:
    """The marks of both; a text that one of them read whole was read whole."""
    spans = tuple(sorted({*first.spans, *second.spans}))
    judged = None
    if first.judged is not None and second.judged is not None:
        judged = tuple(sorted({*first.judged, *second.judged}))
    return replace(first, spans=spans, judged=judged)


def _nothing_usable(path: Path, set_aside: list[SetAside]) -> CorpusError:
    reasons = "".join(f"\n  {fault.place}: {fault.reason}" for fault in set_aside[:5])
    more = f"\n  and {len(set_aside) - 5:,} more" if len(set_aside) > 5 else ""
    return CorpusError(f"no text of it can be used{':' if reasons else ''}{reasons}{more}", _EXPECTED, path)
