"""Moodle XML read back: well-formed, and by the rules of Moodle's importer."""

from __future__ import annotations

from xml.etree import ElementTree as Tree

from framing.exercise.checks.fault import Findings
from framing.exercise.checks.fractions import check_fractions
from framing.exercise.model import Exercise


def parse(found: Findings, name: str, data: bytes) -> Tree.Element | None:
    """The tree of a text in UTF-8; None, with a flaw, where it can't be read or declares a document type."""
    text = found.read_text(name, data)
    if text is None:
        return None
    if not found.expect("<!DOCTYPE" not in text and "<!ENTITY" not in text, name, "it declares a document type"):
        return None
    try:
        return Tree.fromstring(text)
    except (Tree.ParseError, ValueError, LookupError) as error:
        found.expect(False, name, f"it is no well-formed XML: {error}")
        return None


def check_moodle_xml(name: str, data: bytes, exercise: Exercise | None) -> Findings:
    """Types are known, names stand once, texts are there; fractions are Moodle's; choices and pairs are two or more."""
    found = Findings(checked=["an XML parser", "Moodle's rules"])
    root = parse(found, name, data)
    if root is None or not found.expect(root.tag == "quiz", name, "it is no quiz"):
        return found
    questions = [one for one in root.findall("question") if one.get("type") != "category"]
    found.expect(bool(questions), name, "it has no question")
    for number, question in enumerate(questions, 1):
        _check_question(found, f"{name}: question {number}", question)
    names = [_text(question, "name") for question in questions]
    found.expect(len(names) == len(set(names)), name, "two questions have the same name")
    return found


def _text(node: Tree.Element, path: str = ".") -> str:
    return (node.findtext(f"{path}/text") or "").strip()


def _check_question(found: Findings, place: str, question: Tree.Element) -> None:
    kind = question.get("type", "")
    found.expect(bool(_text(question, "name")), place, "it has no name")
    found.expect(bool(_text(question, "questiontext")), place, "it has no text")
    if found.expect(kind in KINDS, place, f"Moodle does not know the type {kind!r}"):
        KINDS[kind](found, place, question)


def _check_choice(found: Findings, place: str, question: Tree.Element) -> None:
    answers = question.findall("answer")
    found.expect(len(answers) > 1, place, "it has fewer than two answers")
    found.expect(all(map(_text, answers)), place, "an answer is empty")
    check_fractions(found, place, [answer.get("fraction", "none") for answer in answers])


def _check_pairs(found: Findings, place: str, question: Tree.Element) -> None:
    pairs = question.findall("subquestion")
    found.expect(len(pairs) > 1, place, "it has fewer than two pairs")
    found.expect(all(_text(pair, "answer") for pair in pairs), place, "a pair is not whole")
    found.expect(any(map(_text, pairs)), place, "a pair is not whole")


def _check_number(found: Findings, place: str, question: Tree.Element) -> None:
    numbers = [_text(question, "answer"), question.findtext("answer/tolerance") or ""]
    found.expect(all(number.isdecimal() for number in numbers), place, "its answer is no number")


def _check_essay(found: Findings, place: str, question: Tree.Element) -> None:
    found.expect(question.find("graderinfo") is not None, place, "it has no notes for whoever grades it")


def _check_nothing(found: Findings, place: str, question: Tree.Element) -> None:
    found.expect(question.find("answer") is None, place, "it only tells, and has an answer")


KINDS = {
    "multichoice": _check_choice,
    "matching": _check_pairs,
    "numerical": _check_number,
    "essay": _check_essay,
    "description": _check_nothing,
}
"""Type of a question → what it needs."""
