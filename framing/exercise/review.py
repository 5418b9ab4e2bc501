"""The review of an exercise: a sheet that a teacher fills in, and the exercise with what it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from framing.cells import unguard, write_rows
from framing.errors import ExerciseError
from framing.exercise.model import Exercise, Item, Mark, Note
from framing.exercise.store import identify
from framing.lexicon.sheets import Sheet, read_sheet

NAME = "review.csv"
COLUMNS = ("exercise", "item", "what", "text", "now", "decision", "plain", "why")
DECISIONS = ("accept", "drop", "arguable", "key")
GUIDE = (
    "decision: accept (as it is) or drop (leave it out); for a word also arguable (fine either way) or key. "
    "An empty cell accepts. plain and why: change them if you like."
)
_ITEM = "item"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An exercise after its review, how many decisions changed something, and the rows that could not be used."""

    exercise: Exercise
    changed: int
    unused: tuple[str, ...]


def write_review(exercise: Exercise) -> str:
    """The sheet as CSV: a row for every item, and below it a row for every word of its key."""
    rows: list[Sequence[object]] = [COLUMNS, ["# " + GUIDE]]
    for item in exercise.items:
        shown = " ".join(passage.text for passage in item.passages) or item.stem
        rows.append((exercise.id, item.id, _ITEM, " ".join(shown.split()), item.review, "", "", ""))
        rows += [
            (exercise.id, item.id, number, note.surface, note.kind, "", note.plain, note.why)
            for number, note in enumerate(item.notes, 1)
        ]
    return write_rows(rows)


def apply_review(exercise: Exercise, path: Path) -> Reviewed:
    """
    An exercise as a filled-in sheet wants it. Items that it names, and accepts or edits, count as reviewed.

    Raises:
        ExerciseError: the sheet can't be read, lacks a column, or is of another exercise.
    """
    sheet = _read(path)
    decisions: dict[tuple[str, str], Mapping[str, str]] = {}
    unused = []
    known = {(item.id, what) for item in exercise.items for what in _rows_of(item)}
    for row in sheet.rows:
        cells = {name: cell.strip() for name, cell in row.cells.items()}
        place = f"{path.name}:{row.line}"
        if cells.get("exercise") != exercise.id:
            fault = f"the row is of the exercise {cells.get('exercise') or '(none)'}, not of {exercise.id}"
            raise ExerciseError(fault, "use the sheet that was made with this pack", place)
        if (cells["item"], cells["what"]) not in known:
            unused.append(f"{place}: there is no {cells['item']} {cells['what']}")
        elif cells["decision"].casefold() not in ("", *DECISIONS):
            unused.append(
                f"{place}: there is no decision {cells['decision']!r}: write {', '.join(DECISIONS)} or nothing"
            )
        else:
            decisions[cells["item"], cells["what"]] = cells
    items = [_decide(item, decisions) for item in exercise.items if (item.id, _ITEM) in decisions]
    kept = [made for made in items if made is not None]
    kept_ids = {item.id: item for item in kept}
    seen = {name for name, what in decisions if what == _ITEM}
    order = [kept_ids.get(item.id, item) for item in exercise.items if item.id in kept_ids or item.id not in seen]
    changed = sum(one not in exercise.items for one in order) + len(exercise.items) - len(order)
    made = replace(exercise, items=tuple(order))
    return Reviewed(replace(made, id=identify(made)), changed, tuple(unused))


def _rows_of(item: Item) -> list[str]:
    return [_ITEM, *map(str, range(1, len(item.notes) + 1))]


def _decide(item: Item, decisions: Mapping[tuple[str, str], Mapping[str, str]]) -> Item | None:
    """The item as its rows want it; None if it is dropped."""
    if decisions[item.id, _ITEM]["decision"].casefold() == "drop":
        return None
    notes = []
    for number, note in enumerate(item.notes, 1):
        cells = decisions.get((item.id, str(number)), {})
        decision = cells.get("decision", "").casefold()
        if decision != "drop":
            kind = decision if decision in ("arguable", "key") else note.kind
            plain, why = (unguard(cells.get(name, getattr(note, name))) for name in ("plain", "why"))
            notes.append(replace(note, kind=kind, plain=plain, why=why))
        elif note.kind in ("key", "arguable", "speaker"):
            notes.append(replace(note, kind="decoy"))
    if tuple(notes) == item.notes:
        return replace(item, review="accepted")
    return replace(rekey(replace(item, notes=tuple(notes))), review="edited")


def rekey(item: Item) -> Item:
    """The item with the keys of its marking tasks made anew from its notes; tasks without a noted word stay."""
    tasks = []
    for task in item.tasks:
        if isinstance(task, Mark):
            noted = {word for note in item.notes if note.passage == task.passage for word in note.words}
            key = _words(item.notes, task.passage, ("key",))
            free = tuple(word for word in _words(item.notes, task.passage, ("arguable", "speaker")) if word not in key)
            if noted & {*task.key, *task.arguable} and len(task.arguable) < len(item.passages[task.passage].words):
                task = replace(task, key=key, arguable=free)
        tasks.append(task)
    return replace(item, tasks=tuple(tasks))


def _words(notes: Sequence[Note], passage: int, kinds: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(sorted({w for note in notes if note.kind in kinds and note.passage == passage for w in note.words}))


def _read(path: Path) -> Sheet:
    sheet = read_sheet(path, path.name)
    if sheet.faults:
        raise ExerciseError(sheet.faults[0].fault, sheet.faults[0].fix, sheet.faults[0].place)
    if missing := [name for name in COLUMNS if name not in sheet.columns]:
        fault = f"the sheet lacks the column {missing[0]}"
        raise ExerciseError(fault, "write it anew: framing exercise review EXERCISE", path)
    return sheet
