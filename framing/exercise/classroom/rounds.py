"""A round of answers as counts: how many readers marked each word and chose each option, of how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from framing.cells import unguard
from framing.errors import CorpusError, ExerciseError
from framing.exercise.classroom.codes import Answer
from framing.exercise.classroom.collected import Collected
from framing.exercise.model import Count, Exercise, Mark, Order, Rate, Sort, Task
from framing.validation.records import Records, read_records

FEWEST = 5  # readers below which nothing is shown
WORDS, CHOICES = "class.csv", "options.csv"
Line = Mapping[str, int]


@dataclass
class Round:
    """
    Counts of a round.

    Attributes:
        readers: question → who answered it.
        marked: question → word → who marked it.
        unknown: question → words of which nobody knows who marked them.
        chosen: question and line (from 0) → option → who chose it.
    """

    readers: dict[str, int] = field(default_factory=dict)
    marked: dict[str, dict[int, int]] = field(default_factory=dict)
    unknown: dict[str, frozenset[int]] = field(default_factory=dict)
    chosen: dict[tuple[str, int], dict[str, int]] = field(default_factory=dict)


def count_round(exercise: Exercise, answers: Collected) -> Round:
    """The counts of what a class handed in. Hands count for a text that no reader answered in writing."""
    found = Round()
    for name, _, task in exercise.questions():
        given = [said[name] for said in answers.readers.values() if name in said]
        hands = answers.hands.get(name)
        if not given and not hands:
            continue
        found.readers[name] = len(given) or (hands.readers if hands else 0)
        if isinstance(task, Mark):
            told = Counter(word for one in given for word in numbers(one))
            found.marked[name] = dict(told) if given or not hands else dict(hands.marked)
            found.unknown[name] = frozenset() if given or not hands else hands.unknown
        else:
            for line, options in enumerate(_lines(task, given)):
                found.chosen[name, line] = options
    return found


def numbers(answer: Answer) -> tuple[int, ...]:
    """The numbers of an answer that is a row of them."""
    return tuple(one for one in answer if isinstance(one, int)) if isinstance(answer, tuple) else (answer,)


def _lines(task: Task, given: list[Answer]) -> list[dict[str, int]]:
    """Option → readers, a line of the question each."""
    rows = [one for one in given if isinstance(one, tuple)]
    if isinstance(task, Rate):
        return [Counter(str(one) for one in given)]
    if isinstance(task, Order):
        places = [{option: str(place) for place, option in enumerate(row, 1)} for row in rows]
        return [Counter(one[option] for one in places) for option in range(len(task.options))]
    if isinstance(task, Sort):
        chosen = [[row[n] for row in rows] for n in range(len(task.prompts))]
        return [Counter(task.classes[one] for one in line if isinstance(one, int)) for line in chosen]
    assert isinstance(task, Count)
    tables = [[cell for line in row if isinstance(line, tuple) for cell in line] for row in rows]
    return [Counter(str(n) for n in cells if n is not None) for cells in zip(*tables, strict=True)]


def read_round(folder: Path, exercise: Exercise) -> Round:
    """
    The counts of an earlier round, from the folder that `framing exercise grade` wrote for it.

    Raises:
        ExerciseError: it is no such folder, or one of another exercise.
    """
    found = Round()
    sizes = {name: len(item.passages[t.passage].words) for name, item, t in exercise.questions() if isinstance(t, Mark)}
    fix = "give the folder that was written for the round before, or its files of answers"
    try:
        sheets = [read_records(folder / name) for name in (WORDS, CHOICES) if (folder / name).is_file()]
        if not sheets:
            raise ExerciseError(f"there is no {WORDS} in it", fix, folder)
        for sheet in sheets:
            _take(found, sheet, exercise, sizes)
    except CorpusError as error:
        raise ExerciseError(error.fault, fix, error.place) from error
    except (KeyError, ValueError) as error:
        raise ExerciseError("its tables are not as they were written", fix, folder) from error
    return found


def _take(found: Round, sheet: Records, exercise: Exercise, sizes: Mapping[str, int]) -> None:
    names = {name for name, _, _ in exercise.questions()}
    for place, row in sheet.rows:
        if row["exercise"] != exercise.id:
            raise ExerciseError(
                f"it is of the exercise {row['exercise']}, not of {exercise.id}", "don't mix them", place
            )
        question, readers = row["question"], int(row["readers"])
        if question not in names or readers < 1:
            raise ValueError(place)
        found.readers[question] = readers
        if "number" in row:
            word = int(row["number"]) - 1
            if not 0 <= word < sizes.get(question, 0):
                raise ValueError(place)
            found.marked.setdefault(question, {})[word] = max(0, min(int(row["marked"]), readers))
        else:
            line = found.chosen.setdefault((question, int(row["line"]) - 1), {})
            if chosen := max(0, min(int(row["chosen"]), readers)):
                line[unguard(row["option"])] = chosen
