"""A lexicon of one's own: a folder to start from, and rows added to it without touching what else stands there."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from framing.errors import LexiconError
from framing.lexicon.faults import Fault, errors
from framing.lexicon.load import TOML, read_lexicon
from framing.lexicon.model import Lexicon
from framing.lexicon.rows import COLUMNS, LAYER_COLUMNS, Header, RowReader
from framing.lexicon.sheets import Row, Sheet, find_separator, read_sheet
from framing.lexicon.words import fold
from framing.lexicon.writing import new_header
from framing.publish import publish_bytes

SHEET = "words.csv"
START_COLUMNS = (
    "term", "category", "pos", "forms", "valence", "subject", "object", "intensity",
    "plain", "set", "unless", "note", "hit", "miss", "action",
)  # fmt: skip
_GUIDE = """\
# Words of your own: one row a word. Lines that begin with # are not read; delete them or let them stand.
# Only term must be filled in. category: a bundled one (framing lexicon list) or one of your own.
# pos: noun verb adj adv phrase. forms: the other forms with semicolons between (despots; despotic).
# valence: from -3 (blames most) to 3 (praises most) - how it colours whoever it is said of; 0 is loaded but neither.
# subject and object: for a verb - how it colours who does it and whom it is done to. intensity: 1 light to 3 strong.
# plain: what a wire report would say. set: the same key for words for the same thing. note: why - in a sentence.
# unless: phrases with the word in which it is plain (heart attack).
# hit and miss: a sentence in which it must be found - and one in which it must not.
# action: drop takes a word out of the lists below; empty adds the row or replaces the one below.
# Then: framing lexicon check FOLDER - and see what your words mark: framing lexicon try FOLDER CORPUS
"""


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a row did: the file and line it stands at, and what the check says of the row."""

    file: Path
    line: int
    faults: tuple[Fault, ...]


def start_lexicon(folder: Path, licence: str = "") -> list[Path]:
    """
    A folder with a header and a commented sheet without a row.

    Returns:
        the files written.

    Raises:
        LexiconError: the folder holds something already. OutputError: it can't be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise LexiconError("there is something already", "give the name of a new folder", folder)
    header = new_header(folder.resolve().name, "", "Words of our own.", licence=licence)
    texts = {TOML: header, SHEET: _GUIDE + ",".join(START_COLUMNS) + "\n"}
    publish_bytes(folder, {name: text.encode() for name, text in texts.items()})
    return [folder / name for name in texts]


def add_row(folder: Path, cells: Mapping[str, str]) -> Added:
    """
    Add a row to a lexicon: to the file of its category, or else to a sheet that has a column `category`, or else to a
    new file. The row goes where the order of terms wants it; separator, line ends and encoding of the file stay.

    Args:
        folder: the lexicon's folder, or a CSV file of one.
        cells: column → cell; `term` and `category` at least.

    Raises:
        LexiconError: the folder is no lexicon, a file of it or a cell can't be read, or the term stands in the category
            already; nothing is written then.
        OutputError: it can't be written.
    """
    if not folder.exists():
        raise LexiconError("there is no such folder", f"make it with: framing lexicon new {folder}", folder)
    lexicon = read_lexicon(folder)
    _expect_new(lexicon, cells)
    file = _choose_sheet(folder, cells["category"])
    if file.exists():
        sheet = read_sheet(file, file.name)
        _refuse(sheet.faults)
        own = file.stem.casefold() == cells["category"].casefold() and "category" not in sheet.columns
        data, line = insert_row(sheet, {**cells, "category": ""} if own else cells)
    else:
        data, line = _new_sheet(cells), 2
    faults = _row_faults(lexicon, cells, f"{file.parent.name}/{file.name}", line)
    _refuse(faults)
    publish_bytes(file.parent, {file.name: data})
    return Added(file, line, faults)


def insert_row(sheet: Sheet, cells: Mapping[str, str]) -> tuple[bytes, int]:
    """
    The bytes of a sheet with a row more, and the line it stands at.

    Columns that the sheet lacks are added to its header; the rows above and below need not fill them.
    """
    encoding = _encoding(sheet.data)
    lines = io.StringIO(sheet.data.decode(encoding), newline="").readlines()  # line ends as they stand
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    separator = find_separator([line.rstrip("\r\n") for line in lines])
    columns = [*sheet.columns, *(name for name in cells if cells[name] and name not in sheet.columns)]
    if len(columns) > len(sheet.columns):
        lines[sheet.header_line - 1] = _csv_line(columns, separator, end)
    before = [row.line for row in sheet.rows if fold(row.cells.get("term", "")) > fold(cells["term"])]
    line = before[0] if before else len(lines) + 1
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += end
    lines.insert(line - 1, _csv_line([cells.get(name, "") for name in columns], separator, end))
    text = "".join(lines)
    try:
        return text.encode(encoding), line
    except UnicodeEncodeError:  # a letter that Windows-1252 does not have
        return text.encode("utf-8-sig"), line


def _expect_new(lexicon: Lexicon, cells: Mapping[str, str]) -> None:
    for entry in lexicon.entries:
        if fold(entry.term) == fold(cells["term"]) and entry.category.casefold() == cells["category"].casefold():
            fault = f"`{entry.term}` stands in {entry.category} already"
            raise LexiconError(fault, "edit that row, or choose another category", entry.place)


def _row_faults(lexicon: Lexicon, cells: Mapping[str, str], name: str, line: int) -> tuple[Fault, ...]:
    """What reading the row will say."""
    header = Header(lexicon.id, lexicon.version, lexicon.kind, frozenset(), lexicon.described)
    reader = RowReader(Sheet(name, tuple(cells), [Row(line, dict(cells))]), header, cells["category"])
    reader.read()
    return tuple(reader.faults)


def _refuse(faults: Sequence[Fault]) -> None:
    if fatal := errors(faults):
        raise LexiconError(fatal[0].fault, fatal[0].fix, fatal[0].place, [str(fault) for fault in fatal])


def _choose_sheet(folder: Path, category: str) -> Path:
    if folder.is_file():
        return folder
    own = folder / f"{category}.csv"
    if own.is_file():
        return own
    sheets = [path for path in sorted(folder.glob("*.csv")) if "category" in read_sheet(path, path.name).columns]
    return sheets[0] if sheets else own


def _new_sheet(cells: Mapping[str, str]) -> bytes:
    columns = [name for name in (*COLUMNS, *LAYER_COLUMNS) if name in START_COLUMNS and name != "category"]
    return (_csv_line(columns, ",", "\n") + _csv_line([cells.get(name, "") for name in columns], ",", "\n")).encode()


def _csv_line(cells: list[str], separator: str, end: str) -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=separator, lineterminator=end).writerow(cells)
    return written.getvalue()


def _encoding(data: bytes) -> str:
    """The encoding that a file stays in; `utf-8-sig` and `utf-16` write their mark again."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
