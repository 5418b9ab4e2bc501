"""A marking task as a choice of words, for systems in which nobody can mark a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from framing.exercise.chance import rank
from framing.exercise.model import Count, Item, Mark, Order, Passage, Rate, Sort, Task

MOST = 10
"""Right words, and wrong ones, that a question may have: Moodle knows a tenth as its smallest even fraction."""
NONE = "no word in this text judges"
FEWEST_OTHERS = 3
SHORT = 2  # letters: shorter words are not offered
FRACTIONS = {1: "100", 2: "50", 3: "33.33333", 4: "25", 5: "20", 6: "16.66667", 7: "14.28571", 8: "12.5",
             9: "11.11111", 10: "10"}  # fmt: skip
"""Moodle's name for a share of the whole."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An option: its text, whether it is in the key, and what is said to whoever takes it."""

    text: str
    right: bool
    said: str = ""


def offer_words(item: Item, task: Mark) -> list[Choice]:
    """
    The words of the key, and as many others of the text, three at least; arguable and quoted words are not offered.

    With an empty key the right choice is that there is none. [] where any word would do, or none is left to offer.
    """
    passage = item.passages[task.passage]
    free = {*task.arguable, *(n for n, word in enumerate(passage.words) if word.quoted)}
    said = {word: note.why for note in item.notes if note.passage == task.passage for word in note.words}
    decoys = [w for note in item.notes if note.kind == "decoy" and note.passage == task.passage for w in note.words]
    key = list(task.key[:MOST])
    taken = {*free, *task.key}
    others = [n for n, word in enumerate(passage.words) if n not in taken and len(word.text) > SHORT]
    if not others:
        return []
    others.sort(key=lambda n: (n not in decoys, rank(0, item.id, n)))
    wrong = _distinct(passage, others, {passage.words[n].text.casefold() for n in task.key})
    wrong = wrong[: min(MOST, max(FEWEST_OTHERS, len(key)))]
    shown = sorted([*key, *wrong])
    choices = [Choice(_show(passage, n), n in key, said.get(n, "")) for n in shown]
    return choices if key else [Choice(NONE, True), *choices]


def pairs_of(task: Order | Sort) -> list[tuple[str, str]]:
    """What belongs to what: options to their places from 1, prompts to the best of their classes."""
    if isinstance(task, Order):
        return [(word, str(rank + 1)) for word, rank in zip(task.options, task.ranks, strict=True)]
    return [(prompt, task.classes[keys[0]]) for prompt, keys in zip(task.prompts, task.key, strict=True)]


def ends_of(task: Order | Sort) -> str:
    """What the places of an order mean, as a line of HTML; "" for a sort."""
    return f"<br>1: {escape(task.low)}, {max(task.ranks) + 1}: {escape(task.high)}" if isinstance(task, Order) else ""


def cells_of(task: Count) -> Iterator[tuple[str, int]]:
    """Every cell of a table of counts: what it counts, and the number."""
    for row, cells in zip(task.rows, task.key, strict=True):
        for column, cell in zip(task.columns, cells, strict=True):
            yield f"{row}: {column}", cell


def lose(item: Item, task: Task, file: str) -> Iterator[str]:
    """What a system of choices can't hold of a task, a sentence each."""
    if isinstance(task, Mark):
        if left := max(0, len(task.key) - MOST):
            yield f"{item.id}: {left} words of the key have no room in {file}"
        offered = offer_words(item, task)
        how = "words are chosen from a list" if offered else "marking any word is an open question"
        yield f"{item.id}: {how} in {file}"
    elif isinstance(task, Sort) and any(len(keys) > 1 for keys in task.key):
        yield f"{item.id}: of several classes that are fine, only the best one is right in {file}"
    elif isinstance(task, Rate):
        yield f"{item.id}: a rating is an open question in {file}"


def _distinct(passage: Passage, numbers: list[int], taken: set[str]) -> list[int]:
    chosen = []
    for number in numbers:
        text = passage.words[number].text.casefold()
        if text not in taken:
            taken.add(text)
            chosen.append(number)
    return chosen


def _show(passage: Passage, number: int) -> str:
    """The word; with its neighbours where the text has it twice."""
    words = passage.words
    text = words[number].text
    if sum(word.text.casefold() == text.casefold() for word in words) == 1:
        return text
    before = words[number - 1].text + " " if number else ""
    after = " " + words[number + 1].text if number + 1 < len(words) else ""
    return f"… {before}[{text}]{after} …"


def text_as_html(item: Item, prompt: str, passages: bool = True) -> str:
    """Stem, passages and prompt as one line of HTML; line ends of texts are breaks."""
    parts = [item.stem]
    if passages:
        for passage in item.passages:
            parts += [passage.label] if passage.label else []
            parts.append("“" + passage.text.strip() + "”")
    parts.append(prompt)
    lines = [escape(line, quote=False) for part in parts for line in part.splitlines() if line.strip()]
    return "<br>".join(" ".join(line.split()) for line in lines)
