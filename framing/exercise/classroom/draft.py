"""Words of a class as a draft of its own list: candidates that wait for a person, and words to look at again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import polars as pl

from framing.cells import guard
from framing.errors import ExerciseError
from framing.exercise.classroom.questions import find_sentence
from framing.exercise.classroom.results import FEW, HALF, Marking
from framing.exercise.classroom.tables import class_table
from framing.exercise.model import Exercise, Mark
from framing.lexicon.load import TOML
from framing.lexicon.rows import CANDIDATE
from framing.lexicon.sheets import read_sheet
from framing.lexicon.writing import new_header, sheet_text
from framing.numerals import count

LEXICON, SHEET = "lexicon", "candidates.csv"
_COLUMNS = ("term", "category", "pos", "forms", "valence", "note", "action", "#sentence")


def draft_lexicon(exercise: Exercise, markings: Sequence[Marking], folder: Path) -> dict[str, bytes]:
    """
    The files of a lexicon of words that the class marked and the list does not have, each a candidate.

    Args:
        exercise: what was answered.
        markings: of the class.
        folder: where the lexicon stands or will stand. Rows in it that a person accepted or wrote stay as they are,
            and so does its header.

    Raises:
        ExerciseError: its sheet has faults, so that nobody knows which rows were accepted.
    """
    kept, columns = _kept(folder / SHEET)
    terms = {row["term"].casefold() for row in kept}
    rows = [row for row in find_candidates(exercise, markings) if row["term"] not in terms]
    files = {SHEET: sheet_text([*kept, *rows], columns).encode()}
    if not (folder / TOML).is_file():
        source = f"marked by a class in exercise {exercise.id}"
        files[TOML] = new_header("class", source, "Words of a class.", language=exercise.language).encode()
    return files


def _kept(path: Path) -> tuple[list[dict[str, str]], tuple[str, ...]]:
    """The rows that are no candidates any more, and the columns of the sheet with ours."""
    if not path.is_file():
        return [], _COLUMNS
    sheet = read_sheet(path, path.name)
    if sheet.faults or "term" not in sheet.columns:
        fault = sheet.faults[0].fault if sheet.faults else "there is no column `term`"
        raise ExerciseError(
            f"words that you accepted may stand there: {fault}", "mend it, or give another folder", path
        )
    kept = [row.cells for row in sheet.rows if row.cells.get("action", "").strip().casefold() != CANDIDATE]
    return kept, tuple(dict.fromkeys([*_COLUMNS, *(name for name in sheet.columns if name)]))


def find_candidates(exercise: Exercise, markings: Sequence[Marking]) -> list[dict[str, str]]:
    """
    Rows for words that at least half of the class marked and the list does not have, each word once, most marked first.

    A word that the key has in another text, or that a note says the list has, is none.
    """
    known = _known(exercise)
    shares = [(one.counts[n] / one.readers, one, n) for one in markings for n in range(len(one.counts))]
    rows: dict[str, dict[str, str]] = {}
    for share, one, number in sorted(shares, key=lambda found: -found[0]):
        word = one.passage.words[number]
        term = guard(word.text.casefold())
        if share >= HALF and one.listed(number) == "none" and term not in known and term not in rows:
            spoken = "; a speaker's word" if word.quoted else ""
            rows[term] = {
                "term": term, "action": CANDIDATE, "#sentence": guard(find_sentence(one.passage, number)),
                "note": f"Marked by {one.counts[number]} of {count(one.readers, 'reader')}{spoken}.",
            }  # fmt: skip
    return list(rows.values())


def _known(exercise: Exercise) -> set[str]:
    """Words that the list has, wherever the exercise says so."""
    words = []
    for item in exercise.items:
        for note in item.notes:
            if note.entry and item.passages:
                words += [item.passages[note.passage].words[number] for number in note.words]
        for task in item.tasks:
            if isinstance(task, Mark):
                words += [item.passages[task.passage].words[number] for number in task.key]
    return {word.text.casefold() for word in words}


def find_again(exercise: Exercise, markings: Sequence[Marking]) -> pl.DataFrame:
    """CLASS without all but the words that the list marks and fewer than a fifth of the class did."""
    return class_table(exercise, markings).filter((pl.col("list") == "key") & (pl.col("share") < FEW))
