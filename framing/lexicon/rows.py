"""A row of a lexicon's sheet → an entry or a drop, with every fault in it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from framing.lexicon.faults import Fault, Severity, nearest
from framing.lexicon.model import MATCHES, PARTS_OF_SPEECH, TONE, Drop, Entry
from framing.lexicon.sheets import Row, Sheet
from framing.lexicon.words import fold, tidy

COLUMNS = (
    "term", "match", "pos", "forms", "valence", "subject", "object", "owner",
    "intensity", "plain", "set", "unless", "note", "source", "hit", "miss",
)  # fmt: skip
LAYER_COLUMNS = ("category", "action")
DROP, CANDIDATE = "drop", "candidate"
_VALUES = ("valence", "subject", "object", "owner")
_HYPHENATED_MINUS = str.maketrans({"−": "-", "–": "-", ",": "."})


class Numbers(NamedTuple):
    """The numbers of a row as read."""

    valence: float | None
    subject: float | None
    object: float | None
    owner: float | None
    intensity: float | None


@dataclass
class Header:
    """What the rows of a lexicon share."""

    lexicon: str
    version: str
    kind: str
    plain_categories: frozenset[str]
    described: bool


@dataclass
class RowReader:
    """
    Reads the rows of one sheet; what it read and what was wrong gathers in its lists.

    A row whose `action` is `drop` takes a term out of the layers below; one that is `candidate` waits for a person to
    accept it and is not read.
    """

    sheet: Sheet
    header: Header
    stem: str
    entries: list[Entry] = field(default_factory=list)
    drops: list[Drop] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    waiting: int = 0

    def read(self) -> None:
        """Read every row (none if the header lacks `term`)."""
        self.faults.extend(self.sheet.faults)
        if not self.sheet.columns:
            return
        self.faults.extend(column_faults(self.sheet, (*COLUMNS, *LAYER_COLUMNS)))
        if "term" not in self.sheet.columns:
            fix = "the first row must be a header that names the columns: term,category"
            self._note(1, "there is no column `term`", fix)
            return
        for row in self.sheet.rows:
            self._read_row(row)
        if self.waiting:
            fault = f"{self.waiting:,} candidate{' waits' if self.waiting == 1 else 's wait'}"
            self._note(self.sheet.header_line, fault, "empty `action` to accept, delete the row to refuse", "warning")

    def _note(self, line: int, fault: str, fix: str, severity: Severity = "error") -> None:
        self.faults.append(Fault(self.sheet.place(line), fault, fix, severity))

    def _read_row(self, row: Row) -> None:
        term = tidy(row.cells["term"])
        if not fold(term):
            shown = f"the term `{term}` has no letter or digit" if term else "the term is empty"
            self._note(row.line, shown, "write a word, or delete the row")
            return
        if self._dropped(row, term):
            return
        self._spaces(row, term)
        self.entries.append(self._entry(row, term))

    def _dropped(self, row: Row, term: str) -> bool:
        action = tidy(row.cells.get("action", "")).casefold()
        if action == CANDIDATE:
            self.waiting += 1
        elif action == DROP:
            self.drops.append(Drop(term, tidy(row.cells.get("category", "")) or None, self.sheet.place(row.line)))
        elif action:
            self._note(row.line, f"`{term}`: there is no action `{action}`", "write `drop`, or leave the cell empty")
        return bool(action)

    def _spaces(self, row: Row, term: str) -> None:
        for column in [column for column, cell in row.cells.items() if cell != cell.strip()]:
            self._note(row.line, f"`{term}`: {column} has spaces at an end", "remove them", "warning")

    def _entry(self, row: Row, term: str) -> Entry:
        cell = {column: tidy(text) for column, text in row.cells.items() if text}
        numbers = self._numbers(row.line, term, cell)
        category = cell.get("category", "") or self.stem
        return Entry(
            term=term,
            category=category,
            match=self._choice(row.line, term, "match", cell.get("match", ""), MATCHES) or MATCHES[0],
            pos=self._choice(row.line, term, "pos", cell.get("pos", ""), PARTS_OF_SPEECH),
            forms=_items(cell.get("forms", "")),
            valence=numbers.valence,
            subject=numbers.subject,
            object=numbers.object,
            owner=numbers.owner,
            intensity=1.0 if numbers.intensity is None else numbers.intensity,
            unless=_items(cell.get("unless", "")),
            place=self.sheet.place(row.line),
            lexicon=self.header.lexicon,
            version=self.header.version,
            kind=self.header.kind,
            loaded=category.casefold() not in self.header.plain_categories,
            **{column: cell.get(column, "") for column in ("plain", "set", "note", "source", "hit", "miss")},
        )

    def _numbers(self, line: int, term: str, cell: dict[str, str]) -> Numbers:
        values = {column: self._number(line, term, column, cell.get(column, ""), (-3, 3)) for column in _VALUES}
        intensity = self._number(line, term, "intensity", cell.get("intensity", ""), (1, 3))
        roles = values["subject"] is not None or values["object"] is not None
        if values["valence"] is None and not roles:
            values["valence"] = 0.0
            self._absent(line, term, "valence", "0", cell)
        if intensity is None and self.header.kind != TONE:
            self._absent(line, term, "intensity", "1", cell)
        return Numbers(**values, intensity=intensity)

    def _absent(self, line: int, term: str, column: str, taken: str, cell: dict[str, str]) -> None:
        """A lexicon that comes with a lexicon.toml is expected to give every value; a reader's own list is not."""
        if self.header.described and not cell.get(column):
            self._note(line, f"`{term}`: {column} is empty and read as {taken}", "fill it in", "warning")

    def _number(self, line: int, term: str, column: str, text: str, span: tuple[int, int]) -> float | None:
        if not text:
            return None
        low, high = span
        value = read_number(text)
        if math.isnan(value):
            fault = f"`{term}`: {column} is `{text}`, not a number"
        elif not low <= value <= high:
            fault = f"`{term}`: {column} is {text}, out of range"
        else:
            return value
        self._note(line, fault, f"give a number from {low} to {high}, or leave the cell empty")
        return None

    def _choice(self, line: int, term: str, column: str, text: str, known: Sequence[str]) -> str:
        text = text.casefold()
        if text and text not in known:
            self._note(line, f"`{term}`: there is no {column} `{text}`", f"write one of {', '.join(known)}, or nothing")
            return ""
        return text


def column_faults(sheet: Sheet, known: Iterable[str]) -> list[Fault]:
    """Columns that mean nothing: an error where one looks like a known column misspelt, else a warning."""
    known = tuple(known)
    place = sheet.place(1)
    faults = []
    for name in sheet.columns:
        if not name or name in known or name.startswith("#"):
            continue
        near = nearest(name, known)
        if near:
            faults.append(Fault(place, f"there is no column `{name}`", f"did you mean `{near}`?"))
        else:
            fix = f"remove it, or put # before its name; the columns are {', '.join(known)}"
            faults.append(Fault(place, f"there is no column `{name}`; it is not read", fix, "warning"))
    return faults


@lru_cache(maxsize=1_000)
def read_number(text: str) -> float:
    """A number as people write it, with a decimal comma or a real minus sign; NaN if it is none."""
    try:
        return float(text.translate(_HYPHENATED_MINUS))
    except ValueError:
        return math.nan


def _items(cell: str) -> tuple[str, ...]:
    return tuple(item for part in cell.split(";") if (item := part.strip())) if cell else ()
