"""Coding sheets that people have filled in → who said what of which item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from framing.cells import unguard
from framing.corpus.rows import SetAside
from framing.errors import CorpusError
from framing.tables import SET_ASIDE
from framing.validation.annotated import UnusableError
from framing.validation.answers import read_answer
from framing.validation.records import Record, Records, plain, read_records
from framing.validation.tables import CODINGS, ITEMS

_TEXTS = ("sentence", "before", "mark", "after", "term", "category")


@dataclass(frozen=True)
class Item:
    """A row of a sheet: its id, who coded it (None: it does not say), the answer as `read_answer` has it, the texts."""

    place: str
    id: str
    coder: str | None
    answer: tuple[bool | None] | None
    texts: dict[str, str]


@dataclass(frozen=True)
class Codings:
    """Who said what: CODINGS, ITEMS, SET_ASIDE, notes, and the sample that all items belong to."""

    answers: pl.DataFrame
    items: pl.DataFrame
    set_aside: pl.DataFrame
    notes: tuple[str, ...]
    sample: str


@dataclass
class _Gathered:
    answers: dict[tuple[str, str], bool | None] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)
    set_aside: list[SetAside] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    samples: dict[str, str] = field(default_factory=dict)
    twice: int = 0

    def add(self, item: Item, coder: str) -> None:
        self.items.setdefault(item.id, item)
        if item.answer is not None:
            self.twice += (item.id, coder) in self.answers
            self.answers[item.id, coder] = item.answer[0]


def sample_of(identity: str) -> str:
    """Which sample an item belongs to, by its id: "3f1d7c0a-012" is of "3f1d7c0a"."""
    return identity.rpartition("-")[0]


def is_sheet(records: Records) -> bool:
    """Whether the columns are those of a coding sheet."""
    return bool(records.column("id") and records.column("sentence") and answer_column(records))


def answer_column(records: Records) -> str | None:
    """The column with the answers: "loaded (y/n/?)", or whatever else begins with "loaded"."""
    return next((name for name in records.header if plain(name).startswith("loaded")), None)


def read_items(records: Records) -> Iterator[Item | SetAside]:
    """The rows of a coding sheet; those without an id, or with an answer that can't be read, are set aside."""
    columns = {name: records.column(name) for name in ("id", "coder", *_TEXTS)}
    answers = answer_column(records) or ""
    for place, record in records.rows:
        cells = {name: _text(record, column) for name, column in columns.items()}
        identity, coder = cells.pop("id"), cells.pop("coder") or None
        if not identity:
            yield SetAside(place, "it has no id", "unreadable")
            continue
        try:
            yield Item(place, identity, coder, read_answer(record.get(answers)), cells)
        except UnusableError as error:
            yield SetAside(place, str(error), "unreadable")


def read_codings(paths: Sequence[Path]) -> Codings:
    """
    The answers of every coder: a sheet each, or sheets with a column `coder`.

    Of two answers by one coder to one item the last counts. Answers that can't be read are set aside.

    Raises:
        CorpusError: a file can't be read or is no coding sheet; the sheets are of different samples; none is filled in.
    """
    found = _Gathered()
    for path, coder in zip(paths, _name_coders(paths), strict=True):
        _gather(path, coder, found)
    if not found.answers:
        raise CorpusError("nobody has answered anything", "fill in y, n or ? and save the sheet", paths[0])
    if found.twice:
        found.notes.append(f"Answers given twice by one coder: {found.twice:,}; the last one counts.")
    answers = [{"id": item, "coder": coder, "loaded": said} for (item, coder), said in found.answers.items()]
    items = [{"id": item.id, **item.texts} for item in found.items.values()]
    faults = SET_ASIDE.frame([fault._asdict() for fault in found.set_aside])
    return Codings(CODINGS.frame(answers), ITEMS.frame(items), faults, tuple(found.notes), next(iter(found.samples)))


def _gather(path: Path, coder: str, found: _Gathered) -> None:
    records = read_records(path)
    if not is_sheet(records):
        fix = "give a sheet that `framing lexicon sample` wrote, with its columns id, sentence and loaded"
        raise CorpusError("it is no coding sheet", fix, path)
    found.set_aside += records.set_aside
    found.notes += records.notes
    before = len(found.answers) + found.twice
    for item in read_items(records):
        if isinstance(item, SetAside):
            found.set_aside.append(item)
            continue
        _expect_same_sample(item, path, found)
        found.add(item, item.coder or coder)
    if len(found.answers) + found.twice == before:
        found.notes.append(f"{path.name} holds no answer.")


def _expect_same_sample(item: Item, path: Path, found: _Gathered) -> None:
    sample = sample_of(item.id)
    found.samples.setdefault(sample, path.name)
    if len(found.samples) > 1:
        (first, name), (second, other) = list(found.samples.items())[:2]
        fault = (
            f"it holds items of different samples: {first or 'no sample'} in {name}, {second or 'no sample'} in {other}"
        )
        raise CorpusError(fault, "give sheets that were all made by one `framing lexicon sample`", path)


def _name_coders(paths: Sequence[Path]) -> list[str]:
    """The names of files without their endings; with the folder where two are called the same."""
    stems = [path.stem for path in paths]
    return [f"{path.absolute().parent.name}/{path.name}" if stems.count(path.stem) > 1 else path.stem for path in paths]


def _text(record: Record, column: str | None) -> str:
    value = record.get(column) if column else None
    text = "" if value is None else unguard(str(value))
    return text.encode("utf-8", "replace").decode("utf-8")
