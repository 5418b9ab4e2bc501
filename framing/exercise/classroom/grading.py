"""A folder for a class: the page, the tables behind it, and words for the class's own list."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import polars as pl

from framing.cells import guard
from framing.exercise.classroom.answers import Collected
from framing.exercise.classroom.page import FEW, HALF, render_class
from framing.exercise.classroom.results import FEWEST, Marking, class_table, reader_table, tally_marks, tally_others
from framing.exercise.model import Exercise
from framing.lexicon.load import TOML
from framing.lexicon.rows import CANDIDATE
from framing.lexicon.writing import header_text, sheet_text
from framing.publish import publish_bytes

PAGE, WORDS, OVERLAP, AGAIN = "class.html", "class.csv", "readers.csv", "look-again.csv"
LEXICON = "lexicon"
_COLUMNS = ("term", "category", "pos", "forms", "valence", "note", "action", "#sentence")


def write_class(
    exercise: Exercise, answers: Collected, out: Path, before: Collected | None = None, least: int = FEWEST
) -> list[str]:
    """
    Write what a class answered, whole or not at all.

    Args:
        exercise: what was answered.
        answers: of this round.
        out: the folder.
        before: of the round before the talk.
        least: readers below which nothing is shown word by word; never fewer than five.

    Returns:
        the names of the files: the page, a row a word, a row a reader, words of the list that hardly anybody marked,
        and a lexicon of words that half of the class marked, all of which wait for a person to accept them.

    Raises:
        OutputError: the folder can't be written.
    """
    markings = tally_marks(exercise, answers, before, least)
    others = tally_others(exercise, answers, least)
    head = {"id": "class", "version": "0.1.0", "language": exercise.language, "licence": "",
            "source": f"marked by a class in exercise {exercise.id}", "description": "Words of a class.",
            "kind": "loaded"}  # fmt: skip
    files = {
        PAGE: render_class(exercise, markings, others, answers).encode(),
        WORDS: _csv(class_table(markings)),
        OVERLAP: _csv(reader_table(exercise, answers)),
        AGAIN: _csv(_look_again(markings)),
        f"{LEXICON}/{TOML}": header_text(head, {}).encode(),
        f"{LEXICON}/candidates.csv": sheet_text(find_candidates(markings), _COLUMNS).encode(),
    }
    publish_bytes(out, files)
    return list(files)


def find_candidates(markings: list[Marking]) -> list[dict[str, str]]:
    """Rows for words that at least half of the class marked and that the list does not have; each word once."""
    rows: dict[str, dict[str, str]] = {}
    for one in markings:
        for number, marked in enumerate(one.counts):
            word = one.passage.words[number]
            if marked / one.readers >= HALF and one.listed(number) == "none" and word.text.casefold() not in rows:
                sentence = "".join(w.before + w.text for w in one.passage.words if w.sentence == word.sentence)
                rows[word.text.casefold()] = {
                    "term": word.text.casefold(), "action": CANDIDATE, "#sentence": guard(" ".join(sentence.split())),
                    "note": f"{marked} of {one.readers} readers marked it.",
                }  # fmt: skip
    return list(rows.values())


def _look_again(markings: list[Marking]) -> pl.DataFrame:
    """CLASS without all but the words of the key that fewer than a fifth of the class marked."""
    frame = class_table(markings)
    return frame.filter((pl.col("list") == "key") & (pl.col("share") < FEW))


def _csv(frame: pl.DataFrame) -> bytes:
    """A table as spreadsheets open it; no cell is a formula."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(frame.columns)
    for row in frame.iter_rows():
        writer.writerow([guard(cell) if isinstance(cell, str) else "" if cell is None else cell for cell in row])
    return written.getvalue().encode("utf-8-sig")
