"""Kahoot's workbook read back: its header, its limits, and that no cell computes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from framing.exercise.checks.fault import Findings
from framing.exercise.model import Exercise
from framing.exercise.writers.kahoot import ANSWER, ANSWERS, HEADER, QUESTION, SECONDS

_COLUMNS = 8


def check_kahoot(name: str, data: bytes, exercise: Exercise | None) -> Findings:
    """Questions and answers are as short as Kahoot wants them, times are its own, and no cell is a formula."""
    from openpyxl import load_workbook

    found = Findings(checked=["a reader of workbooks", "Kahoot's limits"])
    try:
        sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    except Exception as error:  # a damaged workbook raises whatever zip, XML and openpyxl do
        found.expect(False, name, f"it is no workbook: {error}")
        return found
    cells = [cell for row in sheet.iter_rows() for cell in row]
    found.expect(all(cell.data_type != "f" for cell in cells), name, "a cell is a formula")
    found.expect("Question" in str(sheet.cell(HEADER, 2).value), name, f"row {HEADER} is not the header")
    rows = list(sheet.iter_rows(min_row=HEADER + 1, max_col=_COLUMNS, values_only=True))
    found.expect(bool(rows), name, "it has no question")
    for number, row in enumerate(rows, HEADER + 1):
        _check_row(found, f"{name}:{number}", row)
    return found


def _check_row(found: Findings, place: str, row: Sequence[Any]) -> None:
    question, answers = str(row[1] or ""), [str(a) for a in row[2 : 2 + ANSWERS] if a not in (None, "")]
    found.expect(0 < len(question) <= QUESTION, place, f"the question has {len(question)} letters, not 1 to {QUESTION}")
    found.expect(len(answers) > 1, place, "it has fewer than two answers")
    found.expect(all(len(answer) <= ANSWER for answer in answers), place, f"an answer has more than {ANSWER} letters")
    found.expect(row[6] in SECONDS, place, f"{row[6]} is no time that Kahoot knows")
    right = str(row[7] or "").split(",")
    there = {str(number) for number in range(1, len(answers) + 1)}
    found.expect(set(right) <= there, place, "a right answer is not there")
