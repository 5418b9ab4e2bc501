"""Moodle's own XML: the same questions with feedback, and with rubric and model for whoever grades."""

from __future__ import annotations

import re
from html import escape
from xml.etree import ElementTree as Tree

from framing.exercise.model import Count, Exercise, Item, Mark, Order, Reveal, Sort, Task, Write
from framing.exercise.writers.choices import (
    FRACTIONS,
    Choice,
    cells_of,
    ends_of,
    lose,
    offer_words,
    pairs_of,
    text_as_html,
)
from framing.exercise.writers.edition import Edition, Made, Output
from framing.exercise.writers.gift import STARTS

FILE = "moodle.xml"
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def write(exercise: Exercise, edition: Edition) -> Made:
    """Every task as a question of one category; the tree is written by a library, so that no text breaks it."""
    losses: list[str] = []
    quiz = Tree.Element("quiz")
    category = _question(quiz, "category")
    _text(category, "category", f"$course$/top/{' '.join(exercise.title.replace('/', ' ').split())}")
    for item in exercise.items:
        for number, task in enumerate(item.tasks, 1):
            _add(quiz, item, task, f"{item.id} {number}")
            losses += lose(item, task, FILE)
    Tree.indent(quiz, " ")
    document = Tree.tostring(quiz, encoding="unicode")
    return Made({FILE: ('<?xml version="1.0" encoding="UTF-8"?>\n' + document + "\n").encode()}, tuple(losses))


def fit(text: str) -> str:
    """Text without what XML may not hold."""
    return _UNFIT.sub("\ufffd", text)


def _question(quiz: Tree.Element, kind: str) -> Tree.Element:
    return Tree.SubElement(quiz, "question", type=kind)


def _text(parent: Tree.Element, tag: str, text: str, **attributes: str) -> Tree.Element:
    node = Tree.SubElement(parent, tag, attributes)
    Tree.SubElement(node, "text").text = fit(text)
    return node


def _start(quiz: Tree.Element, kind: str, name: str, shown: str) -> Tree.Element:
    question = _question(quiz, kind)
    _text(question, "name", name)
    _text(question, "questiontext", f"<p>{shown}</p>", format="html")
    _text(question, "generalfeedback", STARTS if kind != "description" else "", format="html")
    for tag, value in (("defaultgrade", "0" if kind == "description" else "1"), ("penalty", "0"), ("hidden", "0")):
        Tree.SubElement(question, tag).text = value
    return question


def _add(quiz: Tree.Element, item: Item, task: Task, name: str) -> None:
    shown = text_as_html(item, task.prompt)
    if isinstance(task, Mark) and (choices := offer_words(item, task)):
        _choose(_start(quiz, "multichoice", name, shown), choices)
    elif isinstance(task, Order | Sort):
        _match(_start(quiz, "matching", name, shown + ends_of(task)), pairs_of(task))
    elif isinstance(task, Count):
        for label, cell in cells_of(task):
            _number(_start(quiz, "numerical", f"{name} {label}", f"{shown} {escape(label)}"), cell, task.slack)
    elif isinstance(task, Reveal):
        _start(quiz, "description", name, f"{escape(task.prompt)}: {escape(task.text)}")
    else:
        _essay(_start(quiz, "essay", name, shown), task)


def _choose(question: Tree.Element, choices: list[Choice]) -> None:
    right = sum(choice.right for choice in choices)
    for tag, value in (("single", "false"), ("shuffleanswers", "false"), ("answernumbering", "none")):
        Tree.SubElement(question, tag).text = value
    for choice in choices:
        share = FRACTIONS[right] if choice.right else f"-{FRACTIONS[len(choices) - right]}"
        answer = _text(question, "answer", escape(choice.text), fraction=share, format="html")
        said = choice.said or ("In the key." if choice.right else "Not in the key. What is your reason?")
        _text(answer, "feedback", escape(said), format="html")


def _match(question: Tree.Element, pairs: list[tuple[str, str]]) -> None:
    Tree.SubElement(question, "shuffleanswers").text = "true"
    for left, right in pairs:
        node = _text(question, "subquestion", escape(left), format="html")
        _text(node, "answer", right)


def _number(question: Tree.Element, cell: int, slack: int) -> None:
    answer = _text(question, "answer", str(cell), fraction="100", format="moodle_auto_format")
    Tree.SubElement(answer, "tolerance").text = str(slack)


def _essay(question: Tree.Element, task: Task) -> None:
    lines, told = 3, [""]
    if isinstance(task, Write):
        lines = task.lines
        told = [*task.checklist, *task.rubric, f"One way to say it: {task.model}" if task.model else ""]
    for tag, value in (("responseformat", "editor"), ("responserequired", "0"), ("responsefieldlines", str(5 * lines))):
        Tree.SubElement(question, tag).text = value
    _text(question, "graderinfo", "<br>".join(escape(line) for line in told if line), format="html")


OUTPUT = Output("moodle-xml", (FILE,), "import into Moodle's question bank (Moodle XML), with notes for grading", write)
