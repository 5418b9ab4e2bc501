"""Moodle's own XML: the same questions with feedback, and with rubric and model for whoever grades."""

from __future__ import annotations

from html import escape
from xml.etree import ElementTree as Tree

from framing.cells import replace_unfit
from framing.exercise.model import Count, Exercise, Item, Mark, Order, Reveal, Sort, Task, Write
from framing.exercise.writers.choices import (
    Choice,
    cells_of,
    is_open,
    lose,
    offer_words,
    pairs_of,
    say_after,
    say_category,
    say_html,
    say_task,
    share_of,
)
from framing.exercise.writers.edition import Edition, Made, Output
from framing.exercise.writers.views import keep_secret

FILE = "moodle.xml"


def write(exercise: Exercise, edition: Edition) -> Made:
    """Every task as a question of one category; the tree is written by a library, so that no text breaks it."""
    exercise = keep_secret(exercise)
    losses: list[str] = []
    quiz = Tree.Element("quiz")
    _text(Tree.SubElement(quiz, "question", type="category"), "category", say_category(exercise))
    for item in exercise.items:
        for number, task in enumerate(item.tasks, 1):
            for question in _ask(item, task, f"{item.id} {number}"):
                _set(question, ("defaultgrade", "0" if question.get("type") == "description" else "1"))
                _set(question, ("penalty", "0"), ("hidden", "0"))
                after = "" if question.get("type") in ("essay", "description") else say_after(exercise)
                _text(question, "generalfeedback", after, format="html")
                quiz.append(question)
            losses += lose(item, task, FILE)
    Tree.indent(quiz, " ")
    document = Tree.tostring(quiz, encoding="unicode")
    made = ('<?xml version="1.0" encoding="UTF-8"?>\n' + document + "\n").encode()
    return Made({FILE: made}, tuple(dict.fromkeys(losses)))


def _text(parent: Tree.Element, tag: str, text: str, **attributes: str) -> Tree.Element:
    node = Tree.SubElement(parent, tag, attributes)
    Tree.SubElement(node, "text").text = replace_unfit(text)
    return node


def _set(question: Tree.Element, *values: tuple[str, str]) -> None:
    for tag, value in values:
        Tree.SubElement(question, tag).text = value


def _start(kind: str, name: str, html: str) -> Tree.Element:
    question = Tree.Element("question", type=kind)
    _text(question, "name", " ".join(name.split()))
    _text(question, "questiontext", f"<p>{html}</p>", format="html")
    return question


def _ask(item: Item, task: Task, name: str) -> list[Tree.Element]:
    html = say_html(item, *say_task(task))
    if isinstance(task, Mark) and (choices := offer_words(item, task)):
        return [_choose(_start("multichoice", name, html), choices)]
    if isinstance(task, Order) or (isinstance(task, Sort) and not is_open(task)):
        return [_match(_start("matching", name, html), pairs_of(task))]
    if isinstance(task, Count):
        return [
            _number(
                _start("numerical", f"{name}.{place} {label}", say_html(item, task.prompt, label)), cell, task.slack
            )
            for place, (label, cell) in enumerate(cells_of(task), 1)
        ]
    if isinstance(task, Reveal):
        return [_start("description", name, escape(f"{task.prompt}: {task.text}", quote=False))]
    return [_essay(_start("essay", name, html), task)]


def _choose(question: Tree.Element, choices: list[Choice]) -> Tree.Element:
    _set(question, ("single", "false"), ("shuffleanswers", "false"), ("answernumbering", "none"))
    for choice in choices:
        html = escape(choice.text, quote=False)
        answer = _text(question, "answer", html, fraction=share_of(choices, choice), format="html")
        _text(answer, "feedback", escape(choice.said, quote=False), format="html")
    return question


def _match(question: Tree.Element, pairs: list[tuple[str, str]]) -> Tree.Element:
    _set(question, ("shuffleanswers", "true"))
    for left, right in pairs:
        _text(_text(question, "subquestion", escape(left, quote=False), format="html"), "answer", right)
    return question


def _number(question: Tree.Element, cell: int, slack: int) -> Tree.Element:
    answer = _text(question, "answer", str(cell), fraction="100", format="moodle_auto_format")
    _set(answer, ("tolerance", str(slack)))
    return question


def _essay(question: Tree.Element, task: Task) -> Tree.Element:
    """An open question; whoever grades it sees checklist, rubric and model."""
    lines, told = 3, []
    if isinstance(task, Write):
        lines = task.lines
        told = [*task.checklist, *task.rubric, *([f"One way to say it: {task.model}"] if task.model else [])]
    _set(question, ("responseformat", "editor"), ("responserequired", "0"), ("responsefieldlines", str(5 * lines)))
    _text(question, "graderinfo", "<br>".join(escape(line, quote=False) for line in told), format="html")
    return question


OUTPUT = Output("moodle-xml", (FILE,), "import into Moodle's question bank (Moodle XML), with notes for grading", write)
