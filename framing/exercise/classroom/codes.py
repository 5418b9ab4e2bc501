"""
Answer codes: the answers of a reader in a line that survives chat, forms and e-mail.

    FW1 3f1d7c K07 q1=2.7.14 q2=- q3=BAC #4141

The format, the exercise, the reader's code, the answers, and a checksum over all before it. `page.js` writes the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from framing.exercise.model import Count, Exercise, Mark, Order, Rate, Sort, Task

FORMAT = "FW1"
NONE, BLANK, EMPTY = "-", ".", "_"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_READER = r"[A-Za-z0-9]{1,12}"
_PART = r"q\d{1,4}=[A-Za-z0-9._-]+"
_HEAD = rf"(?<![A-Za-z0-9]){FORMAT}"
_CODE = re.compile(rf"{_HEAD}\s+([0-9a-f]{{6}})\s+({_READER})((?:\s+{_PART})*)\s+#\s?([0-9a-f]{{4}})(?![0-9a-z])", re.I)
_BEGUN = re.compile(rf"{_HEAD}\s[^#\n]{{0,300}}(?:#\S{{0,8}})?", re.I)

Answer: TypeAlias = "tuple[int | None, ...] | tuple[tuple[int | None, ...], ...] | int"
"""Mark: numbers of words from 0. Order: options by number, the plainest first. Sort: a class a prompt, None where
unanswered. Count: numbers row by row, None where empty. Rate: 1 … 5."""


@dataclass(frozen=True, slots=True)
class Code:
    """
    A code as found.

    Attributes:
        text: as it stands, white space single.
        exercise, reader: as it says; "" where it can't be read. Readers' codes are in capitals.
        answers: question → answer.
        problem: why it can't be used; "" if it can.
    """

    text: str
    exercise: str = ""
    reader: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    problem: str = ""


def encode(exercise: Exercise, reader: str, answers: Mapping[str, Answer]) -> str:
    """
    The code of a reader's answers.

    Args:
        exercise: what was answered.
        reader: one to twelve letters and digits.
        answers: question ("q1" …) → answer; questions that were left out are not there.
    """
    tasks = {name: task for name, _, task in exercise.questions()}
    parts = [f"{name}={write_answer(tasks[name], answers[name])}" for name in tasks if name in answers]
    body = " ".join([FORMAT, exercise.id, reader.upper(), *parts])
    return f"{body} #{checksum(body)}"


def find_codes(text: str, exercise: Exercise) -> list[Code]:
    """Every code of a text, in its order; those that are damaged or of another exercise with what is wrong."""
    flat = re.sub(r"[\s\u00a0\u200b\ufeff]+(?:>\s*)*", " ", text)
    whole = list(_CODE.finditer(flat))
    found = [(one.start(), read_code(one, exercise)) for one in whole]
    for begun in _BEGUN.finditer(flat):
        if not any(one.start() <= begun.start() < one.end() for one in whole):
            shown = " ".join(begun.group().split())[:80]
            found.append((begun.start(), Code(shown, problem="it is not whole: a part was cut off or changed")))
    return [code for _, code in sorted(found, key=lambda pair: pair[0])]


def read_code(found: re.Match[str], exercise: Exercise) -> Code:
    """A code that looks whole: checked, and its answers read."""
    about, reader, sum_ = found.group(1).lower(), found.group(2).upper(), found.group(4)
    parts = [f"{part[0].lower()}{part[1:].upper()}" for part in found.group(3).split()]
    body = " ".join([FORMAT, about, reader, *parts])
    text = f"{body} #{sum_.upper()}"
    if checksum(body) != sum_.upper():
        return Code(text, about, reader, problem="its checksum does not fit: a sign was changed on the way")
    if about != exercise.id:
        return Code(text, about, reader, problem=f"it is of the exercise {about}, not of {exercise.id}")
    tasks = {name: task for name, _, task in exercise.questions()}
    answers: dict[str, Answer] = {}
    for part in parts:
        name, _, value = part.partition("=")
        if name not in tasks:
            return Code(text, about, reader, problem=f"there is no question {name}")
        try:
            answers[name] = read_answer(tasks[name], value, exercise)
        except ValueError as error:
            return Code(text, about, reader, problem=f"{name}: {error}")
    return Code(text, about, reader, answers)


def checksum(body: str) -> str:
    """CRC-16/CCITT-FALSE over the bytes of a text, as four hexadecimal digits."""
    crc = 0xFFFF
    for byte in body.encode():
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return f"{crc:04X}"


def write_answer(task: Task, answer: Answer) -> str:
    """An answer as it stands in a code."""
    if isinstance(task, Rate):
        return str(answer)
    assert isinstance(answer, tuple)
    if isinstance(task, Mark):
        return ".".join(str(word + 1) for word in sorted(_numbers(answer))) or NONE
    if isinstance(task, Count):
        rows = [row for row in answer if isinstance(row, tuple)]
        return ".".join(EMPTY if cell is None else str(cell) for row in rows for cell in row)
    return "".join(LETTERS[one] if isinstance(one, int) else BLANK for one in answer)


def read_answer(task: Task, value: str, exercise: Exercise) -> Answer:
    """
    An answer from a code.

    Raises:
        ValueError: it is none to this task; the message says why.
    """
    if isinstance(task, Rate):
        if value not in ("1", "2", "3", "4", "5"):
            raise ValueError(f"{value} is no number from 1 to 5")
        return int(value)
    if isinstance(task, Mark):
        return _read_mark(task, value, exercise)
    if isinstance(task, Count):
        return _read_count(task, value)
    if isinstance(task, Order | Sort):
        return _read_letters(task, value.upper())
    raise ValueError("the task has no short answer")


def _read_mark(task: Mark, value: str, exercise: Exercise) -> tuple[int, ...]:
    if value == NONE:
        return ()
    if not all(part.isdigit() for part in value.split(".")):
        raise ValueError(f"{value} is no list of words")
    words = sorted({int(part) - 1 for part in value.split(".")})
    size = next(len(item.passages[task.passage].words) for _, item, one in exercise.questions() if one is task)
    if words[0] < 0 or words[-1] >= size:
        raise ValueError(f"the text has {size} words, and no word {max(words[-1] + 1, 0)}")
    return tuple(words)


def _read_count(task: Count, value: str) -> tuple[tuple[int | None, ...], ...]:
    cells = value.split(".")
    width = len(task.columns)
    fits = all(one == EMPTY or (one.isdigit() and len(one) < 6) for one in cells)
    if not fits or len(cells) != width * len(task.rows):
        raise ValueError(f"{value} is no table of {len(task.rows)} by {width}")
    numbers = [None if one == EMPTY else int(one) for one in cells]
    return tuple(tuple(numbers[at : at + width]) for at in range(0, len(numbers), width))


def _read_letters(task: Order | Sort, value: str) -> tuple[int | None, ...]:
    size = len(task.options) if isinstance(task, Order) else len(task.classes)
    chosen = [LETTERS.find(mark) if mark != BLANK else None for mark in value]
    if any(one is not None and not 0 <= one < size for one in chosen):
        raise ValueError(f"{value} has a letter beyond {LETTERS[size - 1]}")
    if isinstance(task, Order) and sorted(value) != sorted(LETTERS[:size]):
        raise ValueError(f"{value} does not have each letter once")
    if isinstance(task, Sort) and len(chosen) != len(task.prompts):
        raise ValueError(f"{value} is {len(chosen)} letters for {len(task.prompts)}")
    return tuple(chosen)


def _numbers(answer: Sequence[object]) -> list[int]:
    return [one for one in answer if isinstance(one, int)]
