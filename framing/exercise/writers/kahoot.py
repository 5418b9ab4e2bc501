"""Kahoot: a workbook of quick questions, for tasks that fit into its few letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framing.archives import save_book
from framing.cells import fit
from framing.exercise.model import Exercise, Item, Mark, Order, Sort, Task
from framing.exercise.writers.choices import offer_words
from framing.exercise.writers.edition import Edition, Made, Output

FILE = "kahoot.xlsx"
HEADER, QUESTION, ANSWER, ANSWERS = 8, 120, 75, 4
SECONDS = (5, 10, 20, 30, 60, 90, 120, 240)
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


def write(exercise: Exercise, edition: Edition) -> Made:
    """A question a verb, two a ladder, one a short text; longer ones are left out and named."""
    from openpyxl import Workbook

    questions: list[Quick] = []
    losses: list[str] = []
    for item in exercise.items:
        for task in item.tasks:
            found = [one for one in _ask(item, task) if _fits(one)]
            questions += found
            if not found:
                losses.append(f"{item.id}: {task.kind} does not fit into {FILE}")
    if not questions:
        return Made({}, (*losses, f"no question fits into {FILE}"))
    book = Workbook()
    sheet = book.active
    sheet.title = "Kahoot"
    sheet.cell(2, 2, fit(exercise.title))
    for place, name in enumerate(_COLUMNS, 1):
        sheet.cell(HEADER, place, name or None)
    for number, one in enumerate(questions, 1):
        row = HEADER + number
        sheet.cell(row, 1, number)
        for place, text in enumerate((one.question, *one.answers), 2):
            cell = sheet.cell(row, place, fit(text))
            cell.data_type, cell.quotePrefix = "s", True
        sheet.cell(row, 7, SECONDS[4])
        sheet.cell(row, 8, ",".join(map(str, one.right)))
    return Made({FILE: save_book(book)}, tuple(dict.fromkeys(losses)))


def _fits(one: Quick) -> bool:
    texts = (one.question, *one.answers)
    short = len(one.question) <= QUESTION and all(len(text) <= ANSWER for text in one.answers)
    return short and 2 <= len(one.answers) <= ANSWERS and all(text.strip() for text in texts) and bool(one.right)


def _ask(item: Item, task: Task) -> Iterator[Quick]:
    if isinstance(task, Sort):
        for prompt, keys in zip(task.prompts, task.key, strict=True):
            question = f"{task.prompt} “{prompt}”"
            question = question if len(question) <= QUESTION else prompt
            yield Quick(question, task.classes, tuple(number + 1 for number in keys))
    elif isinstance(task, Order) and len(task.options) <= ANSWERS:
        for end, rank in ((task.low, min(task.ranks)), (task.high, max(task.ranks))):
            right = tuple(number for number, one in enumerate(task.ranks, 1) if one == rank)
            yield Quick(f"{task.prompt} Which is {end}?", task.options, right)
    elif isinstance(task, Mark) and task.key:
        choices = offer_words(item, task)
        chosen = [c for c in choices if c.right][:2] + [c for c in choices if not c.right][:2]
        chosen.sort(key=choices.index)
        right = tuple(number for number, choice in enumerate(chosen, 1) if choice.right)
        text = " ".join(item.passages[task.passage].text.split())
        yield Quick(f"{task.prompt} {text}", tuple(choice.text for choice in chosen), right)


OUTPUT = Output("kahoot", (FILE,), "import as a spreadsheet into Kahoot; short questions only", write)
