"""Tasks as questions of systems that know choices, pairs, numbers and open text alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from framing.exercise.chance import rank
from framing.exercise.model import Count, Exercise, Item, Mark, Order, Passage, Rate, Reveal, Sort, Task
from framing.exercise.writers.views import cite, unchecked

MOST = 10
"""Right words, and wrong ones, that a question may have: a tenth is the smallest share that Moodle knows for each."""
FEWEST_OTHERS = 3
SHORTEST, LONG = 3, 5  # letters: shorter words are not offered, long ones come first
WIDEST = 3  # words on either side of one that the text has twice
NONE = "no word of this text"
FRACTIONS = {1: "100", 2: "50", 3: "33.33333", 4: "25", 5: "20", 6: "16.66667", 7: "14.28571", 8: "12.5",
             9: "11.11111", 10: "10"}  # fmt: skip
"""Moodle's name for a share of the whole."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An option: its text, whether it is in the key, and what is said to whoever takes it."""

    text: str
    right: bool
    why: str = ""

    @property
    def said(self) -> str:
        """The reason of the key, or a question."""
        return self.why or ("In the key." if self.right else "Not in the key. What is your reason?")


def offer_words(item: Item, task: Mark) -> list[Choice]:
    """
    The words of the key, and as many others of the text, three if there are, in the order of the text.

    Words that look loaded and are not come first among the others; arguable words, quoted ones and words that stand in
    the key elsewhere are not offered. With an empty key the right choice is that there is none.

    Returns:
        the choices; [] where any word would do, or no other word is left to offer.
    """
    passage = item.passages[task.passage]
    key = [number for number in task.key if number not in task.arguable][:MOST]
    others = _others(item, task)[: max(FEWEST_OTHERS, len(key))]
    if not others:
        return []
    why = {word: note.why for note in item.notes if note.passage == task.passage for word in note.words}
    shown = [Choice(_show(passage, n), n in key, why.get(n, "")) for n in sorted([*key, *others])]
    return shown if key else [Choice(NONE, True), *shown]


def share_of(choices: list[Choice], choice: Choice) -> str:
    """Moodle's fraction: right words share the whole, others take as much away, so that ticking all gives nothing."""
    right = sum(one.right for one in choices)
    return FRACTIONS[right] if choice.right else f"-{FRACTIONS[len(choices) - right]}"


def _others(item: Item, task: Mark) -> list[int]:
    """Words that may be offered beside the key, the best ones first, each spelling once."""
    notes = [note for note in item.notes if note.passage == task.passage]
    words = item.passages[task.passage].words
    free = {n for note in notes if note.kind in ("arguable", "speaker", "missed") for n in note.words}
    decoys = {n for note in notes if note.kind == "decoy" for n in note.words}
    taken = {words[n].text.casefold() for n in (*task.key, *task.arguable)}
    found: dict[str, int] = {}
    for number in sorted(
        range(len(words)), key=lambda n: (n not in decoys, len(words[n].text) < LONG, rank(0, item.id, n))
    ):
        word, text = words[number], words[number].text.casefold()
        fits = len(text) >= SHORTEST and any(map(str.isalpha, text)) and not word.quoted
        if fits and text not in taken and number not in free:
            found.setdefault(text, number)
    return list(found.values())


def _show(passage: Passage, number: int) -> str:
    """The word; with its neighbours where the text has it twice, as many as tell one from the other."""
    text = passage.words[number].text
    same = [n for n, word in enumerate(passage.words) if word.text.casefold() == text.casefold()]
    if len(same) == 1:
        return text
    for reach in range(1, WIDEST + 1):
        text = _around(passage, number, reach)
        if sum(_around(passage, n, reach).casefold() == text.casefold() for n in same) == 1:
            break
    return text


def _around(passage: Passage, number: int, reach: int) -> str:
    texts = [word.text for word in passage.words]
    before, after = texts[max(0, number - reach) : number], texts[number + 1 : number + 1 + reach]
    return " ".join(["…", *before, f"[{texts[number]}]", *after, "…"])


def is_open(task: Sort) -> bool:
    """Whether every class is fine for every prompt: a matter of opinion."""
    return all(len(set(keys)) == len(task.classes) for keys in task.key)


def pairs_of(task: Order | Sort) -> list[tuple[str, str]]:
    """
    What belongs to what: options to their places from 1, prompts to the best of their classes.

    Classes that are the best of no prompt come last, with "" for a prompt: they can be chosen all the same.
    """
    if isinstance(task, Order):
        return [(word, str(place + 1)) for word, place in zip(task.options, task.ranks, strict=True)]
    pairs = [(prompt, task.classes[keys[0]]) for prompt, keys in zip(task.prompts, task.key, strict=True) if keys]
    used = {best for _, best in pairs}
    return [*pairs, *(("", one) for one in task.classes if one not in used)]


def cells_of(task: Count) -> Iterator[tuple[str, int]]:
    """Every cell of a table of counts: what it counts, and the number."""
    for row, cells in zip(task.rows, task.key, strict=True):
        for column, cell in zip(task.columns, cells, strict=True):
            yield f"{row}: {column}", cell


def say_task(task: Task) -> Iterator[str]:
    """The lines that ask a task; for one without a key, with all that can be answered."""
    yield task.prompt
    if isinstance(task, Order):
        yield f"1: {task.low}, {max(task.ranks, default=0) + 1}: {task.high}"
    elif isinstance(task, Rate):
        yield f"1: {task.low}, 5: {task.high}"
    elif isinstance(task, Sort) and is_open(task):
        yield from task.prompts
        yield " / ".join(task.classes)


def say_html(item: Item, *asked: str) -> str:
    """Stem, passages with their sources and what is asked, as one line of HTML; line ends of texts are breaks."""
    made = _breaks(item.stem)
    for passage in item.passages:
        text = _breaks(passage.text, cite(passage.source, key=False))
        made += f"{'<br>' * bool(passage.label)}{_breaks(passage.label)}<blockquote>{text}</blockquote>"
    return made + "<br>" * (not item.passages) + _breaks(*asked)


def _breaks(*parts: str) -> str:
    lines = [" ".join(line.split()) for part in parts for line in part.splitlines()]
    return "<br>".join(escape(line, quote=False) for line in lines if line)


def say_after(exercise: Exercise) -> str:
    """What is said after every question with a key: what it is for, and whether somebody has looked at it."""
    return f"The key starts the talk. {unchecked(exercise) or 'A person has looked at it.'}"


def say_category(exercise: Exercise) -> str:
    """The category of a question bank, without signs that part categories."""
    title = " ".join(
        "".join(mark if mark.isprintable() and mark not in "/\\$" else " " for mark in exercise.title).split()
    )
    return f"$course$/top/{title or 'Framing'}{'' if exercise.reviewed else ' (key not yet checked by a teacher)'}"


def lose(item: Item, task: Task, file: str) -> Iterator[str]:
    """What a system of choices can't hold of a task, a sentence each."""
    if isinstance(task, Mark):
        if left := max(0, len(task.key) - MOST):
            yield f"{item.id}: {left} words of the key have no room in {file}"
        offered = offer_words(item, task)
        how = "words are chosen from a list" if offered else "marking any word is an open question"
        yield f"{item.id}: {how} in {file}"
    elif isinstance(task, Sort) and is_open(task):
        yield f"{item.id}: sorting without a key is an open question in {file}"
    elif isinstance(task, Sort) and any(len(keys) > 1 for keys in task.key):
        yield f"{item.id}: of several classes that are fine, only the best one is right in {file}"
    elif isinstance(task, Rate):
        yield f"{item.id}: a rating is an open question in {file}"
    elif isinstance(task, Reveal):
        yield f"{item.id}: what is told last stands open in {file}: put it on a page of its own"
