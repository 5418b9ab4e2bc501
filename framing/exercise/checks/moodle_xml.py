"""Moodle XML read back: well-formed, and by the rules of Moodle's importer."""

from __future__ import annotations

from xml.etree import ElementTree as Tree

from framing.exercise.checks.fault import Findings
from framing.exercise.model import Exercise
from framing.exercise.writers.choices import FRACTIONS

TYPES = ("category", "multichoice", "matching", "essay", "numerical", "description")
_ALLOWED = {"0", *FRACTIONS.values(), *(f"-{share}" for share in FRACTIONS.values())}


def parse(found: Findings, name: str, data: bytes) -> Tree.Element | None:
    """The tree; None, with a flaw, where it can't be read or declares a document type."""
    if not found.expect(b"<!DOCTYPE" not in data and b"<!ENTITY" not in data, name, "it declares a document type"):
        return None
    try:
        return Tree.fromstring(data)
    except (Tree.ParseError, ValueError, LookupError) as error:
        found.expect(False, name, f"it is no well-formed XML: {error}")
        return None


def check_moodle_xml(name: str, data: bytes, exercise: Exercise | None) -> Findings:
    """Every question has a known type, a name and a text; fractions are Moodle's; there are two answers at least."""
    found = Findings(checked=["an XML parser", "Moodle's rules"])
    root = parse(found, name, data)
    if root is None or not found.expect(root.tag == "quiz", name, "it is no quiz"):
        return found
    questions = [one for one in root.findall("question") if one.get("type") != "category"]
    found.expect(bool(questions), name, "it has no question")
    names = []
    for number, question in enumerate(questions, 1):
        place = f"{name}: question {number}"
        kind = question.get("type", "")
        names.append(question.findtext("name/text") or "")
        found.expect(kind in TYPES, place, f"Moodle does not know the type {kind!r}")
        found.expect(bool(names[-1].strip()), place, "it has no name")
        found.expect(bool((question.findtext("questiontext/text") or "").strip()), place, "it has no text")
        if kind == "multichoice":
            _check_choice(found, place, question)
        elif kind == "matching":
            pairs = [(p.findtext("text"), p.findtext("answer/text")) for p in question.findall("subquestion")]
            found.expect(
                len(pairs) > 1 and all(all(pair) for pair in pairs), place, "a pair is not whole, or there is only one"
            )
        elif kind == "numerical":
            value = question.findtext("answer/text") or ""
            found.expect(value.lstrip("-").isdigit(), place, "its answer is no number")
    found.expect(len(names) == len(set(names)), name, "two questions have the same name")
    return found


def _check_choice(found: Findings, place: str, question: Tree.Element) -> None:
    answers = question.findall("answer")
    shares = [answer.get("fraction", "") for answer in answers]
    found.expect(len(answers) > 1, place, "it has fewer than two answers")
    found.expect(all((answer.findtext("text") or "").strip() for answer in answers), place, "an answer is empty")
    if found.expect(set(shares) <= _ALLOWED, place, "it has a fraction that Moodle does not know"):
        right = sum(float(share) for share in shares if float(share) > 0)
        found.expect(abs(right - 100) < 0.1, place, "the right answers do not add up to 100")
        found.expect(sum(map(float, shares)) < 0.1, place, "ticking everything earns something")
