"""
Answer codes: the answers of a reader in a line that survives chat, forms and e-mail.

    FW1 3f1d7c K07 q1=2.7.14 q2=- q3=BAC #4141

The format, the exercise, the reader's code, the answers, and a checksum over all before it. `page.js` writes the same.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from framing.errors import ExerciseError
from framing.exercise.model import Count, Exercise, Mark, Order, Rate, Sort, Task

FORMAT = "FW1"
NONE, BLANK, EMPTY = "-", ".", "_"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
READER = re.compile(r"[A-Za-z0-9]{1,12}")
"""What a reader's code is."""
_FLAGS = re.IGNORECASE | re.ASCII
_HEAD = r"(?<![A-Z0-9])FW[0-9]{1,2}"
_PART = r"(?<![A-Z0-9])q[0-9]{1,4}="
_SUM = r"# ?([0-9A-F]{4})(?![A-Z0-9])"
_CODE = re.compile(rf"({_HEAD}) ([0-9A-F]{{6}}) ({READER.pattern})((?: {_PART}[A-Z0-9._-]+)*) {_SUM}", _FLAGS)
_BEGIN = re.compile(rf"{_HEAD}(?= )", _FLAGS)
_LIKE = re.compile(rf"{_PART}|^{FORMAT} |^{_HEAD} [0-9A-F]{{6}}(?![A-Z0-9])", _FLAGS)  # FW2 alone may be anything
_HEADLESS = re.compile(rf"{_PART}.*?{_SUM}", _FLAGS)
_SPACE = re.compile(r"\s+(?:>\s*)*")  # with the signs that mails put before lines
_CHANGED = str.maketrans({"…": "...", "–": "-", "—": "-", "\u2011": "-", "\u2212": "-"})  # by keyboards that mean well
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\xad"))

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

    Raises:
        ExerciseError: the reader's code is none, or an answer is none to its question.
    """
    if not READER.fullmatch(reader):
        raise ExerciseError(f"{reader!r} is no code of a reader", "give one to twelve letters and digits, no name")
    tasks = {name: task for name, _, task in exercise.questions()}
    if strange := answers.keys() - tasks.keys():
        raise ExerciseError(f"there is no question {min(strange)}", f"the questions are {', '.join(tasks)}")
    parts = [f"{name}={write_answer(tasks[name], answers[name])}" for name in tasks if name in answers]
    body = " ".join([FORMAT, exercise.id, reader.upper(), *parts])
    code = f"{body} #{checksum(body)}"
    if [found.answers for found in find_codes(code, exercise)] != [dict(answers)]:
        raise ExerciseError(f"these are no answers to the exercise: {code}", "see `Answer` for what an answer is")
    return code


def find_codes(text: str, exercise: Exercise) -> list[Code]:
    """Every code of a text, in its order; those that are damaged or of another exercise with what is wrong."""
    flat = _SPACE.sub(" ", text.translate(_UNSEEN).translate(_CHANGED))
    found: list[Code] = []
    at = 0
    for whole in _CODE.finditer(flat):
        found += [*_find_damaged(flat[at : whole.start()]), read_code(whole, exercise)]
        at = whole.end()
    return [*found, *_find_damaged(flat[at:])]


def _find_damaged(text: str) -> Iterator[Code]:
    """What looks like a code and is not whole, in a text without whole ones: each from its head to the next."""
    heads = [one.start() for one in _BEGIN.finditer(text)]
    if headless := _HEADLESS.search(text[: heads[0]] if heads else text):
        yield Code(_show(headless.group()), problem="it is not whole: its beginning was cut off or changed")
    for start, end in pairwise([*heads, len(text)]):
        if _LIKE.search(text[start:end]):
            yield Code(_show(text[start:end]), problem="it is not whole: a part was cut off or changed")


def _show(piece: str) -> str:
    """A damaged code up to its checksum, or as much as fits a line."""
    end = re.search(r"#\S{0,4}", piece)
    return piece[: end.end() if end else None].strip()[:80]


def read_code(found: re.Match[str], exercise: Exercise) -> Code:
    """A code that looks whole: checked, and its answers read."""
    version, about, reader, sum_ = (found.group(number) for number in (1, 2, 3, 5))
    version, about, reader, sum_ = version.upper(), about.lower(), reader.upper(), sum_.upper()
    parts = [f"{part[0].lower()}{part[1:].upper()}" for part in found.group(4).split()]
    body = " ".join([version, about, reader, *parts])
    text = f"{body} #{sum_}"
    if checksum(body) != sum_:
        return Code(text, about, reader, problem="its checksum does not fit: a sign was changed on the way")
    if version != FORMAT:
        return Code(
            text, about, reader, problem=f"it is of the format {version}, not {FORMAT}: use the program's newest"
        )
    if about != exercise.id:
        return Code(text, about, reader, problem=f"it is of the exercise {about}, not of {exercise.id}")
    try:
        return Code(text, about, reader, _read_parts(parts, exercise))
    except ValueError as error:
        return Code(text, about, reader, problem=str(error))


def _read_parts(parts: Sequence[str], exercise: Exercise) -> dict[str, Answer]:
    tasks = {name: task for name, _, task in exercise.questions()}
    answers: dict[str, Answer] = {}
    for part in parts:
        name, _, value = part.partition("=")
        if name not in tasks:
            raise ValueError(f"there is no question {name}")
        if name in answers:
            raise ValueError(f"{name} is answered twice")
        try:
            answers[name] = read_answer(tasks[name], value, exercise)
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from error
    return answers


def checksum(body: str) -> str:
    """CRC-16/CCITT-FALSE over the bytes of a text, as four hexadecimal digits."""
    return f"{binascii.crc_hqx(body.encode(), 0xFFFF):04X}"


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
