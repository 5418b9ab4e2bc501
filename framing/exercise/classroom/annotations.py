"""Marks made in annotation tools: texts with spans, each of a reader and of the question whose text it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from framing.corpus.rows import SetAside
from framing.exercise.classroom.collected import Collected
from framing.exercise.classroom.questions import UnclearError, find_marks, find_passage, find_question, words_in
from framing.exercise.model import Exercise, Item, Mark
from framing.validation.annotated import Marked
from framing.validation.formats import doccano, label_studio
from framing.validation.records import Record, Records

_WHO = ("reader", "annotator", "annotated_by", "user", "username")
_ABOUT = ("question", "item")


class _Round(NamedTuple):
    """A text as one reader marked it: who, "" for nobody named; what question it says it is about; the marks."""

    place: str
    reader: str
    about: str
    marked: Marked | SetAside | UnclearError


def read_label_studio(into: Collected, records: Records, exercise: Exercise, path: Path) -> None:
    """
    Label Studio's JSON: an annotation a reader, `completed_by` being who.

    A text that several questions ask about needs the question in `data.question`.
    """
    _take(into, _rounds(records), exercise, path)


def read_doccano(into: Collected, records: Records, exercise: Exercise, path: Path) -> None:
    """doccano's JSON lines: `annotator` (or reader, user …) is who; without one, the file's name is."""
    rounds = (
        _Round(place, _first(row, _WHO), _first(row, _ABOUT), marked)
        for place, row in records.rows
        for marked in doccano.read(replace(records, rows=[(place, row)]))
    )
    _take(into, rounds, exercise, path)


def _rounds(records: Records) -> Iterator[_Round]:
    """Label Studio's tasks, an annotation at a time; a task without one is set aside by its reader."""
    for place, task in records.rows:
        done = label_studio.rounds_of(task) or []
        data = task.get("data")
        about = _first(data, _ABOUT) if isinstance(data, Mapping) else ""
        several = len(done) > 1
        for one in done or [None]:
            alone = {**task, "annotations": [] if one is None else [one]}
            who = _who(one.get("completed_by")) if isinstance(one, Mapping) else ""
            for marked in label_studio.read(replace(records, rows=[(place, alone)])):
                if several and not who and isinstance(marked, Marked):
                    fault = UnclearError("one of the text's annotations does not say who made it (completed_by)")
                    yield _Round(place, who, about, fault)
                else:
                    yield _Round(place, who, about, marked)


def _who(given: object) -> str:
    """Who completed an annotation: a number or name, or an object with one."""
    if isinstance(given, Mapping):
        given = next((given[name] for name in ("id", "email", "username") if given.get(name) is not None), None)
    return str(given) if isinstance(given, str | int) and not isinstance(given, bool) else ""


def _first(row: Record, names: tuple[str, ...]) -> str:
    return next((str(row[name]) for name in names if isinstance(row.get(name), str | int)), "")


def _take(into: Collected, rounds: Iterator[_Round], exercise: Exercise, path: Path) -> None:
    """Spans → words, gathered by reader."""
    marks = find_marks(exercise)
    questions: dict[str, list[str]] = defaultdict(list)
    for name, (item, task) in marks.items():
        questions[find_passage(item, task).text.strip()].append(name)
    found: dict[str, dict[str, tuple[int, ...]]] = defaultdict(dict)
    for place, who, about, one in rounds:
        if isinstance(one, SetAside):
            into.lose(place, "the row can't be read", one.reason)
            continue
        try:
            if isinstance(one, UnclearError):
                raise one
            question = _question(questions.get(one.text.strip(), []), marks, about)
        except UnclearError as error:
            into.lose(place, str(error))
            continue
        mine = found[into.name(who or path.stem, place)]
        mine[question] = tuple(sorted({*mine.get(question, ()), *_words(one, *marks[question])}))
    for reader, answers in found.items():
        into.hand_in(reader, answers, path.name)


def _question(fitting: list[str], marks: dict[str, tuple[Item, Mark]], about: str) -> str:
    """The question that asks about a text, by what is said of it where several do."""
    if not fitting:
        raise UnclearError("its text is no text of the exercise")
    if len(fitting) == 1:
        return fitting[0]
    named = find_question({name: marks[name] for name in fitting}, about) if about else ""
    if not named:
        raise UnclearError(f"{' and '.join(fitting)} ask about this text: say which, as `question`")
    return named


def _words(one: Marked, item: Item, task: Mark) -> set[int]:
    """Words that the spans touch; space around the text does not matter."""
    passage = find_passage(item, task)
    shift = passage.text.index(passage.text.strip()) - one.text.index(one.text.strip())
    return {word for span in one.spans for word in words_in(passage, span.start + shift, span.end + shift)}
