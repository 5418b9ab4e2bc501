"""Sheets of answers: a row a mark of a reader, or a row a word with the hands that were raised for it."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from framing.exercise.classroom.collected import Collected, Hands, Remark, read_cell
from framing.exercise.classroom.questions import (
    UnclearError,
    find_marks,
    find_passage,
    find_question,
    find_token,
    whole_words,
)
from framing.exercise.model import Exercise, Item, Mark, Passage
from framing.validation.records import Record, Records

MARKS = ("reader", "item", "start", "end")
HANDS = ("item", "token", "count")
_OFFSET = re.compile(r"[0-9]{1,7}")
_UNKNOWN = "nobody knows how many readers raised their hands"


def has_marks(records: Records) -> bool:
    """Whether there are the columns of marks."""
    return all(records.column(name) for name in MARKS)


def has_hands(records: Records) -> bool:
    """Whether there are the columns of hands."""
    return all(records.column(name) for name in HANDS)


def read_marks(into: Collected, records: Records, exercise: Exercise, path: Path) -> None:
    """
    Columns reader, item, start, end, and if you like label and reason.

    `start` and `end` are characters of the text from 0, `end` exclusive, as the exercise's page saves them; they hold
    whole words. A row with neither says that nothing was marked. `item` is an item or a question, `label` the question
    where an item has several.
    """
    marks = find_marks(exercise)
    found: dict[str, dict[str, dict[int, str]]] = defaultdict(dict)
    for place, row in records.rows:
        cells = _cells(records, row, (*MARKS, "label", "reason"))
        if not any(cells.values()):
            continue
        try:
            question = find_question(marks, cells["item"], cells["label"])
            words = _words(cells, *marks[question])
        except UnclearError as error:
            into.lose(place, str(error), f"{cells['item']} {cells['start']}-{cells['end']}")
            continue
        if not cells["reader"]:
            into.lose(place, "the row has no reader")
            continue
        kept = found[into.name(cells["reader"], place)].setdefault(question, {})
        kept.update({word: cells["reason"] or kept.get(word, "") for word in words})
    for reader, answers in found.items():
        into.hand_in(reader, {name: tuple(sorted(words)) for name, words in answers.items()}, path.name)
        for name, told in answers.items():
            into.reasons[reader, name] = {word: why for word, why in told.items() if why}


def _words(cells: dict[str, str], item: Item, task: Mark) -> tuple[int, ...]:
    start, end = cells["start"], cells["end"]
    if not start and not end:
        return ()
    if not (_OFFSET.fullmatch(start) and _OFFSET.fullmatch(end)):
        raise UnclearError("start and end are no whole numbers")
    return whole_words(find_passage(item, task), int(start), int(end))


def read_hands(into: Collected, records: Records, exercise: Exercise, path: Path) -> None:
    """
    Columns item, token, count: how many hands were raised for a word, by its number from 1 or by itself.

    A row item,readers,N says how many readers there were; else it is `into.assumed`. A word without a row got no hand;
    of one whose count can't be used nobody knows.
    """
    marks = find_marks(exercise)
    raised: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    readers: dict[str, int] = {}
    for place, row in records.rows:
        cells = _cells(records, row, HANDS)
        if not any(cells.values()):
            continue
        try:
            question = find_question(marks, cells["item"])
            if cells["token"].casefold() == "readers":
                readers[question] = _number(cells["count"])
            else:
                raised[question].append((place, cells["token"], cells["count"]))
        except UnclearError as error:
            into.lose(place, str(error), " ".join(cells.values()))
    for question in dict.fromkeys((*readers, *raised)):
        item, task = marks[question]
        known = readers.get(question, into.assumed)
        if known:
            into.raise_hands(question, _raise(into, raised[question], find_passage(item, task), known), path.name)
        else:
            into.lose(path.name, f"{_UNKNOWN}: add a row {item.id},readers,N or give --readers N")


def _number(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", text):
        raise UnclearError("the count is no whole number")
    return int(text)


def _raise(into: Collected, rows: list[tuple[str, str, str]], passage: Passage, readers: int) -> Hands:
    """The hands of a text; a word that has two rows has the last one's."""
    marked: dict[int, int] = {}
    unknown: set[int] = set()
    for place, token, told in rows:
        word = None
        try:
            word = find_token(passage, token)
            number = _number(told)
            if number > readers:
                raise UnclearError(f"there are more hands than the {readers} readers")
        except UnclearError as error:
            into.lose(place, str(error), f"{token} {told}")
            unknown |= set() if word is None else {word}
            continue
        if marked.get(word, number) != number:
            into.notes.append(Remark(place, f"word {word + 1} was counted again: the last count is used"))
        marked[word] = number
    return Hands(marked, readers, frozenset(unknown - marked.keys()))


def _cells(records: Records, row: Record, names: tuple[str, ...]) -> dict[str, str]:
    """Name → cell; "" where there is no such column."""
    return {name: read_cell(row.get(records.column(name) or "")) for name in names}
