"""What coders write into a sheet → yes, no or arguable."""

from __future__ import annotations

from collections.abc import Mapping

from framing.validation.annotated import UnusableError
from framing.validation.spans import shorten

YES = frozenset("y yes yeah true 1 j ja oui s si sí sim tak да".split())
NO = frozenset("n no nope false 0 nein non nej nie não нет".split())
ARGUABLE = frozenset("? ?? y/n y? n? ?y ?n arguable maybe perhaps unsure unclear dk vielleicht".split())


def read_answer(cell: object) -> tuple[bool | None] | None:
    """
    An answer from a cell, in whatever case and with dots and spaces around.

    Returns:
        (True,) for yes, (False,) for no, (None,) for arguable; None: the cell is empty, nobody has answered yet.

    Raises:
        UnusableError: it is none of these.
    """
    if cell is None or cell != cell:
        return None
    text = str(cell).strip().casefold().removeprefix("'").removesuffix(".0").rstrip(".! ")
    if not text:
        return None
    for answer, words in ((True, YES), (False, NO), (None, ARGUABLE)):
        if text in words:
            return (answer,)
    raise UnusableError(f"`{shorten(cell)}` is no answer: write y, n or ?")


def settle(answers: Mapping[str, bool | None]) -> bool | None:
    """What most coders say, by their names; None where as many say yes as no, or nobody says either."""
    yes, no = (list(answers.values()).count(side) for side in (True, False))
    return None if yes == no else yes > no
