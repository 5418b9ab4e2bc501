"""Three lessons of 45 minutes: which exercises, a plan for the teacher, and slides, a folder each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib.resources import files

from framing.exercise.making import make_exercise
from framing.exercise.material import Material
from framing.exercise.model import Exercise, Item, Order
from framing.exercise.request import Request
from framing.exercise.store import identify
from framing.exercise.types import EXERCISES
from framing.exercise.writers.markdown import escape

PLAN, SLIDES = "plan.md", "slides.md"


@dataclass(frozen=True, slots=True)
class Lesson:
    """
    A lesson.

    Attributes:
        number, title: which one.
        age: for whom it was written.
        parts: type → how many items, in the order of the lesson.
        key: whether its web page may hold the key.
        label: whether `spot` asks for techniques.
    """

    number: int
    title: str
    age: str
    parts: tuple[tuple[str, int], ...]
    key: bool = True
    label: bool = False


LESSONS: dict[int, Lesson] = {
    1: Lesson(1, "Whose words are these?", "11-13", (("ladder", 2), ("spot", 2), ("rewrite", 1))),
    2: Lesson(2, "Same event, two papers: guess later", "14-16",
              (("blind", 1), ("headlines", 1), ("voices", 2), ("portrait", 1))),
    3: Lesson(3, "Argue with the machine", "17+", (("spot", 2), ("dispute", 2)), key=False),
}  # fmt: skip
"""Number → lesson."""


def make_lesson(lesson: Lesson, material: Material, request: Request, credit: str = "") -> Exercise:
    """
    The exercise of a lesson, its items in the order of the plan. What could not be made stands in its warnings.

    Args:
        lesson: one of LESSONS.
        material: the analysed corpus.
        request: age, seed and licence; how many of each type comes from the lesson.
        credit: of the corpus.
    """
    made = []
    for name, count in lesson.parts:
        asked = replace(request, count=count, label=lesson.label)
        made.append(make_exercise(material, [EXERCISES[name]], asked, lesson.title, credit))
    return join_exercises(made)


def join_exercises(parts: list[Exercise]) -> Exercise:
    """One exercise of several that were made alike: items, warnings and logs one after the other."""
    whole = replace(
        parts[0],
        items=tuple(item for part in parts for item in part.items),
        warnings=tuple(warning for part in parts for warning in part.warnings),
        log=tuple(line for part in parts for line in part.log),
    )
    return replace(whole, id=identify(whole))


def write_pages(lesson: Lesson, exercise: Exercise) -> dict[str, bytes]:
    """The teacher's plan and the slides of a lesson, in Markdown, with what this exercise puts into them."""
    told = {
        "ladders": _ladders(exercise),
        "event": _event(exercise),
        "count": str(len(exercise.items)),
        "lists": ", ".join(exercise.lexicons),
        "misses": "; ".join(exercise.known_misses),
        "items": _numbered(exercise),
    }
    pages = {}
    for name in (PLAN, SLIDES):
        text = files("framing.exercise.lessons").joinpath(f"lesson{lesson.number}.{name}").read_text("utf-8")
        for key, value in told.items():
            text = text.replace(f"{{{key}}}", escape(value))
        pages[name] = text.encode()
    return pages


def _ladders(exercise: Exercise) -> str:
    """The words of each ladder."""
    orders = [task for item in exercise.items for task in item.tasks if isinstance(task, Order)]
    return "; ".join(", ".join(task.options) for task in orders) or "none could be made"


def _event(exercise: Exercise) -> str:
    """The titles of the reports that the lesson's texts come from, without their outlets."""
    titles = [p.source.title for item in exercise.items if item.type in ("blind", "headlines") for p in item.passages]
    return titles[0] if titles else "the event of the two texts"


def _numbered(exercise: Exercise) -> str:
    """Which items serve which part: "1 ladder, 2 ladder, 3 spot"."""
    return ", ".join(f"{number} {_name(item)}" for number, item in enumerate(exercise.items, 1))


def _name(item: Item) -> str:
    return EXERCISES[item.type].title
