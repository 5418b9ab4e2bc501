"""Files broken on purpose, and exercises full of hostile text, for the tests of writers and checks."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

from exercise_samples import exercise, passage, spot
from hypothesis import strategies as st

from framing.archives import save_book, zip_files
from framing.exercise.checks import CHECKS, Findings
from framing.exercise.model import Count, Exercise, Item, Mark, Note, Order, Rate, Reveal, Sort, Write
from framing.exercise.writers.edition import Output

Change = Callable[[bytes], bytes]
Twin = tuple[str, Change, str]
SIGNS = "ab \\:#={}~%->[]*<&\"'/$@\n—–’…‘“.,;|_`!?()1\x0b\ufeff"


def check(name: str, data: bytes, made: Exercise | None = None) -> Findings:
    """What the check of a file says."""
    found = next(one for pattern, one in CHECKS.items() if Path(name).match(pattern))
    return found(name, data, made)


def faults(name: str, data: bytes, made: Exercise | None = None) -> str:
    """Every fault of a file, in a line."""
    return " | ".join(map(str, check(name, data, made).flaws))


def faults_of(output: Output, made: Exercise, *editions: object) -> str:
    """Every fault of what an output writes of an exercise."""
    files = [file for edition in editions for file in output.write(made, edition).files.items()]  # type: ignore[arg-type]
    return " | ".join(faults(name, data, made) for name, data in files if faults(name, data, made))


def text(old: str, new: str) -> Change:
    """One text of a file for another, at its first place."""

    def change(data: bytes) -> bytes:
        assert old.encode() in data
        return data.replace(old.encode(), new.encode(), 1)

    return change


def inside(file: str, change: Change | None) -> Change:
    """A change of a file of an archive; None takes it out."""

    def apply(data: bytes) -> bytes:
        files = unzip(data)
        if change is None:
            del files[file]
        else:
            files[file] = change(files[file])
        return zip_files(files)

    return apply


def cell(row: int, column: int, value: object) -> Change:
    """Another value in a cell of a workbook."""

    def apply(data: bytes) -> bytes:
        from openpyxl import load_workbook

        book = load_workbook(io.BytesIO(data))
        book.worksheets[0].cell(row, column).value = value
        return save_book(book)

    return apply


def unzip(data: bytes) -> dict[str, bytes]:
    """The files of an archive."""
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def names_of_twins(twins: list[Twin]) -> list[str]:
    """What a test of a broken twin is called."""
    return [f"{name}: {says}" for name, _, says in twins]


def _with_a_letter(parts: tuple[str, str]) -> str:
    return f"{parts[0]}x{parts[1]}"


hostile = st.one_of(st.text(SIGNS, max_size=20), st.text(max_size=8))
said = st.tuples(hostile, hostile).map(_with_a_letter)


@st.composite
def exercises(draw: st.DrawFn) -> Exercise:
    """An exercise with every kind of task and any signs in every text of it."""
    shown = passage(
        f"The mayor {draw(hostile)}slammed{draw(hostile)} the reckless plan of the town.", title=draw(hostile)
    )
    words = [word.text for word in shown.words]
    key = tuple(number for number, word in enumerate(words) if word in ("slammed", "reckless"))
    prompt, why, low = draw(said), draw(hostile), draw(said)
    mark = replace(spot(), stem=draw(said), passages=(shown,), tasks=(Mark(prompt, key),))
    mark = replace(mark, notes=(Note("key", "reckless", why, words=key[-1:]),))
    others: tuple[Item, ...] = (
        replace(mark, id="verbs-01", tasks=(Sort(prompt, (draw(said), "said"), ("plain", draw(said)), ((0,), (1,))),)),
        replace(mark, id="ladder-01", tasks=(Order(prompt, (draw(said), draw(said), "c"), (2, 0, 1), low, "b"),)),
        replace(mark, id="voices-01", tasks=(Count(prompt, (draw(hostile),), (draw(hostile), "b"), ((0, 4),)),)),
        replace(mark, id="other-01", tasks=(
            Write(prompt, (draw(hostile),), draw(hostile)), Rate(prompt, low, "b"), Reveal(prompt, draw(said)))),
    )  # fmt: skip
    return replace(exercise(mark, *others), title=draw(hostile))
