"""A pack: the folder that a teacher gets, with every output of an exercise, and a page that says what is for what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from framing.exercise.model import UNCHECKED, Exercise
from framing.exercise.store import NAME, to_json
from framing.exercise.writers import WRITERS
from framing.exercise.writers.edition import Edition, Made, Output
from framing.publish import publish_bytes

LOG, README = "build.log", "README.txt"
PLAIN = Edition()
_RULE = "-" * 72


def write_pack(
    exercise: Exercise,
    out: Path,
    edition: Edition = PLAIN,
    formats: Iterable[str] = tuple(WRITERS),
    further: Mapping[str, bytes] = MappingProxyType({}),
) -> list[str]:
    """
    Write an exercise into a folder, whole or not at all; what else is in the folder stays.

    Args:
        exercise: what the outputs are made from.
        out: the folder.
        edition: paper, tint, size, with or without the key in the web page.
        formats: names of WRITERS.
        further: files to put beside them, such as a lesson's plan.

    Returns:
        the names of the files, in order.

    Raises:
        OutputError: the folder can't be written.
    """
    made = {name: WRITERS[name].write(exercise, edition) for name in formats}
    files: dict[str, bytes] = {NAME: to_json(exercise).encode()}
    for part in made.values():
        files.update(part.files)
    files.update(further)
    files[LOG] = _log(exercise, made).encode()
    files[README] = _readme(exercise, [WRITERS[name] for name in made if made[name].files], list(files)).encode()
    publish_bytes(out, files)
    return list(files)


def _log(exercise: Exercise, made: Mapping[str, Made]) -> str:
    """What was left out and why: candidates first, then what each format can't carry."""
    lines = ["What was left out when the items were chosen:", *(exercise.log or ("nothing",)), ""]
    for name, part in made.items():
        lines += [f"What {name} can't carry:", *(part.losses or ("nothing",)), ""]
    return "\n".join(lines)


def _readme(exercise: Exercise, outputs: Sequence[Output], files: Sequence[str]) -> str:
    """For a teacher: which two pages to print, which one to open, and what the rest is for."""
    state = "The key was checked by a person." if exercise.reviewed else f"This is a {UNCHECKED}: read it first."
    parts = [exercise.title, "=" * len(exercise.title), "", state, ""]
    if {"worksheet.pdf", "key.pdf"} <= set(files):
        parts += [
            "Print these two:",
            "  worksheet.pdf   for the class",
            "  key.pdf         for you (not for the copier)",
        ]
    if "exercise.html" in files:
        parts += ["Open this one:", "  exercise.html   in any browser; it needs no network and stores nothing"]
    parts += ["", "The words that are marked are words to talk about. No outlet or person is called biased.", ""]
    if "plan.md" in files:
        parts += ["Begin with plan.md: the lesson, minute by minute. slides.md is for the projector.", ""]
    if exercise.warnings:
        parts += ["To know before you use it:", *(f"  - {warning}" for warning in exercise.warnings), ""]
    parts += ["All files", _RULE]
    for output in outputs:
        parts += [f"{', '.join(sorted(n for n in files if _of(output, n)))}", f"    {output.about}"]
    parts += [
        f"{NAME}", "    all of the above is made from it (framing exercise build)",
        f"{LOG}", "    what was left out, and why", _RULE, "",
        f"Lists: {', '.join(exercise.lexicons)}. Age: {exercise.age}. Texts: {exercise.credit or 'see the sources'}.",
        f"Exercise {exercise.id}, seed {exercise.seed}.", "",
    ]  # fmt: skip
    return "\n".join(parts)


def _of(output: Output, name: str) -> bool:
    """Whether a file is one of an output: by name, or by its pattern ("spot-*.h5p")."""
    return any(Path(name).match(pattern) for pattern in output.files)
