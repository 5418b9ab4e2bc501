"""A folder for a class: the page, the tables behind it, and words for the class's own list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from framing.exercise.classroom.answers import collect_answers
from framing.exercise.classroom.collected import Collected
from framing.exercise.classroom.draft import LEXICON, draft_lexicon, find_again
from framing.exercise.classroom.overlap import reader_table
from framing.exercise.classroom.page import render_class
from framing.exercise.classroom.results import find_results
from framing.exercise.classroom.rounds import CHOICES, FEWEST, WORDS, Round, count_round, read_round
from framing.exercise.classroom.tables import REMARKS, class_table, option_table, write_sheet
from framing.exercise.model import Exercise
from framing.publish import publish_bytes

PAGE, OVERLAP, AGAIN, LOST = "class.html", "readers.csv", "look-again.csv", "not-used.csv"


def write_class(
    exercise: Exercise, answers: Collected, out: Path, before: Collected | Round | None = None, least: int = FEWEST
) -> list[str]:
    """
    Write what a class answered, whole or not at all.

    Args:
        exercise: what was answered.
        answers: of this round.
        out: the folder. Words that a person accepted in its lexicon stay.
        before: of the round before the talk.
        least: readers below which nothing is shown; never fewer than five.

    Returns:
        the names of the files: the page, a row a word, a row an option, a row a reader, words of the list that hardly
        anybody marked, what was not used, and a lexicon of words that half of the class marked, all of which wait for
        a person to accept them.

    Raises:
        ExerciseError: the folder has a lexicon of words that can't be read. OutputError: it can't be written.
    """
    rounds = [answers, *([before] if isinstance(before, Collected) else [])]
    then = count_round(exercise, before) if isinstance(before, Collected) else before
    results = find_results(exercise, answers, then, least)
    files = {
        PAGE: render_class(results, rounds).encode("utf-8", "replace"),
        WORDS: write_sheet(class_table(exercise, results.markings)),
        CHOICES: write_sheet(option_table(exercise, results.others)),
        OVERLAP: write_sheet(reader_table(exercise, answers)),
        AGAIN: write_sheet(find_again(exercise, results.markings)),
        LOST: _remarks(rounds),
    }
    draft = draft_lexicon(exercise, results.markings, out / LEXICON)
    files |= {f"{LEXICON}/{name}": data for name, data in draft.items()}
    publish_bytes(out, files)
    return list(files)


def read_before(paths: Sequence[Path], exercise: Exercise, present: int = 0) -> Collected | Round:
    """
    The round before: the folder that was written for it, or its files of answers, as `collect_answers` takes them.

    Raises:
        ExerciseError: nothing of it can be used, or it is of another exercise.
    """
    if len(paths) == 1 and (paths[0] / WORDS).is_file():
        return read_round(paths[0], exercise)
    return collect_answers(paths, exercise, present)


def _remarks(rounds: Sequence[Collected]) -> bytes:
    """REMARKS of the rounds as CSV."""
    rows = [
        {"round": name, "kind": kind, "place": one.place, "said": one.said, "detail": one.detail}
        for name, answers in zip(("this", "before"), rounds, strict=False)
        for kind, remarks in (("not used", answers.lost), ("changed", answers.notes))
        for one in remarks
    ]
    return write_sheet(REMARKS.frame(rows))
