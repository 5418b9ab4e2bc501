"""
Answers of a class, from whatever they come in: codes, sheets, tallies of hands, and files of annotation tools.

Codes are found anywhere in a file; any other form is told by its columns or its shape.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from framing.errors import CorpusError, ExerciseError
from framing.exercise.classroom import sheets
from framing.exercise.classroom.annotations import read_doccano, read_label_studio
from framing.exercise.classroom.codes import FORMAT, Code, find_codes
from framing.exercise.classroom.collected import Collected
from framing.exercise.model import Exercise
from framing.lexicon.sheets import Sheet, read_text
from framing.validation.formats import doccano, label_studio
from framing.validation.records import LOADERS, Records, read_book, read_records

_HEAD = re.compile(rf"(?<![A-Za-z0-9]){FORMAT}(?=[\s\u200b\ufeff])", re.IGNORECASE)
_IN_CODE = re.compile(rf"{FORMAT}\s+[0-9a-f]{{6}}\s+$", re.IGNORECASE)  # a reader's code may be FW1, too
_TOLD = 5
Read = Callable[[Collected, Records, Exercise, Path], None]


@dataclass(frozen=True)
class Form:
    """A form of answers: whether records have it, and what reads them."""

    fits: Callable[[Records], bool]
    read: Read


FORMS: dict[str, Form] = {
    "label studio": Form(label_studio.fits, read_label_studio),
    "doccano": Form(doccano.fits, read_doccano),
    "hands": Form(sheets.has_hands, sheets.read_hands),
    "marks": Form(sheets.has_marks, sheets.read_marks),
}
"""Forms beside codes, the first that fits counts."""


def collect_answers(paths: Sequence[Path], exercise: Exercise, present: int = 0) -> Collected:
    """
    The answers in files, each in whichever form it is.

    Args:
        paths: text, CSV, XLSX, JSON or JSON lines, or folders of them: answer codes anywhere in them; or sheets with
            the columns reader, item, start, end (characters of the text) and, if you like, label and reason; or item,
            token, count; or what Label Studio or doccano export.
        exercise: what was answered.
        present: how many readers a tally of hands speaks of, where its sheet does not say.

    Raises:
        ExerciseError: no answer of any file can be used.
    """
    into = Collected(assumed=present)
    for path in _files(paths):
        before = into.taken
        try:
            _read_file(into, path, exercise)
        except ExerciseError as error:
            into.lose(path.name, error.fault)
        except CorpusError as error:
            into.lose(path.name, "the file can't be read", error.fault)
        (into.used if into.taken > before else into.unused).append(path)
    for question in into.hands:
        if any(question in said for said in into.readers.values()):
            into.lose(question, f"hands were raised for {question}, and readers answered it: their answers count")
    if not into.taken:
        told = "".join(f"\n  {one}" for one in into.lost[:_TOLD])
        fix = "give files with answer codes, or a sheet with the columns reader, item, start, end"
        raise ExerciseError(f"no answer can be used{told}", fix)
    return into


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """Files as given, and those of folders; none twice."""
    given = (one for path in paths for one in (_inside(path) if path.is_dir() else [path]))
    yield from dict.fromkeys(given)


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except OSError as error:
        raise ExerciseError(f"it can't be read: {error.strerror}", "check who may read it", folder) from error


def _read_file(into: Collected, path: Path, exercise: Exercise) -> None:
    codes = False
    for place, code in _codes_in(path, exercise):
        codes = True
        if code.problem:
            who = f"{code.reader}: " if code.reader else ""
            into.lose(place, f"{who}{code.problem}", code.text)
        else:
            into.hand_in(code.reader, code.answers, place)
    if path.suffix.lower() not in LOADERS:
        if not codes:
            fix = f"copy the whole code, from {FORMAT} to the four signs at its end"
            raise ExerciseError("there is no answer code in it", fix)
        return
    try:
        records = read_records(path)
    except CorpusError:
        if codes:
            return  # the codes are what it holds
        raise
    form = next((form for form in FORMS.values() if form.fits(records)), None)
    if form:
        for one in records.set_aside:
            into.lose(one.place, "the row can't be read", one.reason)
        form.read(into, records, exercise, path)
    elif not codes:
        raise ExerciseError("it holds neither codes nor the columns of answers", "see docs/exercises.md")


def _codes_in(path: Path, exercise: Exercise) -> Iterator[tuple[str, Code]]:
    """Codes with their places: anywhere in texts and in the cells of every sheet of a workbook."""
    for place, text in _texts_of(path):
        for line, piece in _cut(text):
            where = f"{place}:{line}" if place == path.name else place
            yield from ((where, code) for code in find_codes(piece, exercise))


def _texts_of(path: Path) -> Iterator[tuple[str, str]]:
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        for name, rows in read_book(path).items():
            yield from ((f"{path.name}:{name}:{number}", "\n".join(map(str, cells))) for number, cells in rows)
    elif suffix in LOADERS and suffix not in (".csv", ".tsv"):
        records = read_records(path)
        yield from ((place, "\n".join(map(str, row.values()))) for place, row in records.rows)
    else:
        sheet = Sheet(path.name)
        text = read_text(path, sheet)
        if text is None:
            raise ExerciseError(sheet.faults[0].fault, sheet.faults[0].fix, path.name)
        yield path.name, text


def _cut(text: str) -> Iterator[tuple[int, str]]:
    """A text cut before each code, with the line on which each piece begins."""
    found = (one.start() for one in _HEAD.finditer(text))
    heads = [start for start in found if not _IN_CODE.search(text[max(0, start - 40) : start])]
    line, at = 1, 0
    for start, end in pairwise([*heads, len(text)]):
        line += text.count("\n", at, start)
        at = start
        yield line, text[start:end]
