"""Every file of a pack read back by a parser of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from framing.errors import ExerciseError
from framing.exercise.checks.fault import Findings, Flaw
from framing.exercise.checks.gift import check_gift
from framing.exercise.checks.h5p import check_h5p
from framing.exercise.checks.kahoot import check_kahoot
from framing.exercise.checks.moodle_xml import check_moodle_xml
from framing.exercise.checks.pages import check_html, check_json, check_markdown, check_pdf
from framing.exercise.checks.qti import check_qti
from framing.exercise.model import Exercise
from framing.exercise.store import NAME, load_exercise

__all__ = ["CHECKS", "Findings", "Flaw", "check_pack"]
Check: TypeAlias = Callable[[str, bytes, Exercise | None], Findings]

CHECKS: dict[str, Check] = {
    NAME: check_json,
    "worksheet.pdf": check_pdf,
    "key.pdf": check_pdf,
    "exercise*.html": check_html,
    "worksheet.md": check_markdown,
    "key.md": check_markdown,
    "moodle.gift.txt": check_gift,
    "moodle.xml": check_moodle_xml,
    "*.h5p": check_h5p,
    "kahoot.xlsx": check_kahoot,
    "qti.zip": check_qti,
}
"""Name or pattern of a file → its check."""


def check_pack(folder: Path) -> Iterator[tuple[str, Findings]]:
    """
    Every file of a pack that has a check, with what was found.

    Raises:
        ExerciseError: there is no such folder, or no file in it that a pack has.
    """
    if not folder.is_dir():
        raise ExerciseError("there is no such folder", "give the folder of a pack", folder)
    try:
        exercise = load_exercise(folder)
    except ExerciseError:
        exercise = None  # check_json says why
    found = False
    for path in sorted(folder.iterdir()):
        check = next((one for pattern, one in CHECKS.items() if path.match(pattern)), None)
        if check and path.is_file():
            found = True
            yield path.name, check(path.name, path.read_bytes(), exercise)
    if not found:
        raise ExerciseError("no file of it is one of a pack", "make one: framing exercise demo -o pack/", folder)
