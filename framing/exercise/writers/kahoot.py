"""Kahoot: a workbook of quick questions, for tasks that fit into its few letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from framing.archives import save_book
from framing.cells import fit
from framing.exercise.chance import rank
from framing.exercise.model import Exercise, Item, Mark, Order, Passage, Sort, Task
from framing.exercise.writers.choices import is_open
from framing.exercise.writers.edition import Edition, Made, Output
from framing.exercise.writers.views import unchecked

FILE = "kahoot.xlsx"
HEADER, QUESTION, ANSWER, ANSWERS = 8, 120, 75, 4
"""Row of the header; the most letters of a question and of an answer; the most answers."""
SECONDS = (5, 10, 20, 30, 60, 90, 120, 240)
_TIME = SECONDS[4]
_SHORTEST, _LONG = 3, 5  # letters: shorter words are not offered, long ones come first
_COLUMNS = (
    "",
    "Question - max 120 characters",
    *(f"Answer {number} - max 75 characters" for number in range(1, 5)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)


@dataclass(frozen=True, slots=True)
class Quick:
    """A question: up to 120 letters, two to four answers, the numbers of the right ones from 1."""

    question: str
    answers: tuple[str, ...]
    right: tuple[int, ...]

    @property
    def fits(self) -> bool:
        """Whether Kahoot takes it."""
        short = len(self.question) <= QUESTION and all(0 < len(answer) <= ANSWER for answer in self.answers)
        return short and 2 <= len(self.answers) <= ANSWERS and bool(self.question and self.right)


def write(exercise: Exercise, edition: Edition) -> Made:
    """A question a prompt to sort, two an order, one a short sentence with a key; the others are counted."""
    questions: list[Quick] = []
    losses: list[str] = []
    for item in exercise.items:
        for task in item.tasks:
            found = list(_ask(item, task))
            fitting = [one for one in found if one.fits]
            questions += fitting
            if not found:
                losses.append(f"{item.id}: {task.kind} has no question in {FILE}")
            elif left := len(found) - len(fitting):
                losses.append(f"{item.id}: {left} of {len(found)} quick questions are too long for {FILE}")
            if fitting and item.passages and not isinstance(task, Mark):
                losses.append(f"{item.id}: its text is not in {FILE}: show it beside the questions")
    files = {FILE: _book(exercise, questions)} if questions else {}
    return Made(files, tuple(dict.fromkeys(losses)))


def _book(exercise: Exercise, questions: list[Quick]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Kahoot"
    rows: dict[int, tuple[str | int, ...]] = {2: ("", exercise.title), 3: ("", unchecked(exercise)), HEADER: _COLUMNS}
    for number, one in enumerate(questions, 1):
        answers = (*one.answers, *[""] * (ANSWERS - len(one.answers)))
        right = ",".join(map(str, one.right))
        rows[HEADER + number] = (number, one.question, *answers, _TIME, right)
    for row, values in rows.items():
        for column, value in enumerate(values, 1):
            if value != "":
                cell = sheet.cell(row, column, fit(value) if isinstance(value, str) else value)
                if isinstance(value, str):  # a text is no formula, whatever it begins with
                    cell.data_type, cell.quotePrefix = "s", True
    return save_book(book)


def _ask(item: Item, task: Task) -> Iterator[Quick]:
    if isinstance(task, Sort) and not is_open(task):
        texts = {passage.label: passage.text for passage in item.passages}
        for prompt, keys in zip(task.prompts, task.key, strict=True):
            asked = _line(f"{task.prompt} “{texts.get(prompt, prompt).strip()}”")
            yield Quick(asked, tuple(map(_line, task.classes)), tuple(sorted(key + 1 for key in keys)))
    elif isinstance(task, Order):
        yield from _ask_ends(task)
    elif isinstance(task, Mark) and len(item.passages) == 1:
        yield from _ask_words(item, task)


def _ask_words(item: Item, task: Mark) -> Iterator[Quick]:
    """Which words of a sentence? Of a long one, so many words around the first of the key as there is room for."""
    passage = item.passages[0]
    prompt = re.split(r"(?<=[.?!])\s", _line(task.prompt))[0]
    for sentence in sorted({word.sentence for word in passage.words}):
        numbers = _fit_words(passage, sentence, task.key, QUESTION - len(f"{prompt} “”"))
        if choices := _offer(item, task, numbers):
            right = tuple(place for place, n in enumerate(choices, 1) if n in task.key)
            yield Quick(
                f"{prompt} “{_cut(passage, numbers)}”", tuple(_line(passage.words[n].text) for n in choices), right
            )


def _ask_ends(task: Order) -> Iterator[Quick]:
    """Which is the one end, which the other? Of more options than fit, those in the middle are left out."""
    if len(set(task.ranks)) < 2:
        return
    low, high = min(task.ranks), max(task.ranks)
    outermost = sorted(range(len(task.options)), key=lambda n: -abs(2 * task.ranks[n] - low - high))
    chosen = sorted(outermost[:ANSWERS])
    for end, place in ((task.low, low), (task.high, high)):
        right = tuple(number for number, n in enumerate(chosen, 1) if task.ranks[n] == place)
        yield Quick(_line(f"{task.prompt} Which is {end}?"), tuple(_line(task.options[n]) for n in chosen), right)


def _fit_words(passage: Passage, sentence: int, key: Sequence[int], room: int) -> list[int]:
    """Numbers of a sentence's words, or of those around the first of the key that fit; [] without a key."""
    inside = [n for n, word in enumerate(passage.words) if word.sentence == sentence]
    at = next((place for place, n in enumerate(inside) if n in key), None)
    chosen: list[int] = []
    for reach in range(len(inside) if at is not None else 0):
        wider = inside[max(0, (at or 0) - reach) : (at or 0) + reach + 1]
        if chosen and len(_cut(passage, wider)) > room:
            break
        chosen = wider
    return chosen


def _offer(item: Item, task: Mark, numbers: Sequence[int]) -> list[int]:
    """Of these words three of the key at most, and others up to four in all; [] without a key or others."""
    words = item.passages[task.passage].words
    key = [n for n in numbers if n in task.key and n not in task.arguable][: ANSWERS - 1]
    free = {n for note in item.notes if note.kind != "decoy" for n in note.words}
    taken = {words[n].text.casefold() for n in (*task.key, *task.arguable)}
    others: dict[str, int] = {}
    for n in sorted(numbers, key=lambda n: (len(words[n].text) < _LONG, rank(0, item.id, n))):
        text = words[n].text.casefold()
        if len(text) >= _SHORTEST and text not in taken and n not in free and not words[n].quoted:
            others.setdefault(text, n)
    chosen = [*key, *list(others.values())[: ANSWERS - len(key)]]
    return sorted(chosen) if key and len(chosen) > len(key) else []


def _cut(passage: Passage, numbers: Sequence[int]) -> str:
    """These words as they stand, up to the space after the last; "…" where their sentence goes on."""
    words = passage.words
    text = "".join(words[n].before * (n != numbers[0]) + words[n].text for n in numbers)
    first, last, sentence = numbers[0] - 1, numbers[-1] + 1, words[numbers[0]].sentence
    rest = words[last].before if last < len(words) else passage.after
    ending = (rest.split() or [""])[0] * (not rest[:1].isspace())
    before = "… " * (first >= 0 and words[first].sentence == sentence)
    after = " …" * (last < len(words) and words[last].sentence == sentence)
    return before + _line(text) + (after or ending)


def _line(text: str) -> str:
    return " ".join("".join(mark if mark.isprintable() else " " for mark in text).split())


OUTPUT = Output("kahoot", (FILE,), "import as a spreadsheet into Kahoot; short questions only", write)
