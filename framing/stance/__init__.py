"""
How a text speaks of a target: favourably, unfavourably or neither, word by word explained.

Every word of the tone lexicon that stands beside the target adds a weight, which depends on the word and on its role
toward the target. The weights were fitted on labelled news (docs/accuracy.md).
"""

from __future__ import annotations

import polars as pl

from framing.errors import TableError
from framing.stance.prediction import predict, tabulate
from framing.stance.stances import read_stances
from framing.stance.weights import load_model
from framing.tables import TARGETS, TOWARD, check

__all__ = ["load_model", "read_stances", "toward"]


def toward(frame: pl.DataFrame, *, threshold: float = 0.0) -> pl.DataFrame:
    """
    What each text says toward its target.

    Args:
        frame: TARGETS: text, and start and end of the target's characters in it; further columns are kept.
        threshold: 0 … 1; where the confidence is below it, polarity is null. By default it never abstains.

    Returns:
        The same rows with the columns of TOWARD (docs/tables.md): polarity (-1, 0, 1), valence (-1 … +1, above 0
        favourable), loadedness (0 … 1), confidence (1/3 … 1), and evidence, a list of words (start, end, term, role,
        weight). Columns of these names that the frame has are replaced. What a row gets does not depend on other rows.

    Raises:
        TableError: a column is missing or of another type, or a target does not lie within its text.
    """
    targets = check(frame.select(name for name in TARGETS.names if name in frame.columns), TARGETS)
    _refuse_outside(targets)
    if targets.is_empty():
        return frame.with_columns(TOWARD.empty())
    model = load_model()
    found = predict(model, *model.reader.read(*(targets[name].to_list() for name in TARGETS.names)))
    told = tabulate(found)
    sure = pl.col("confidence") >= threshold
    return frame.with_columns(told.with_columns(pl.when(sure).then("polarity").alias("polarity")).get_columns())


def _refuse_outside(targets: pl.DataFrame) -> None:
    length = pl.col("text").str.len_chars()
    wrong = targets.with_row_index("row").filter(
        (pl.col("start") < 0) | (pl.col("start") >= pl.col("end")) | (pl.col("end") > length)
    )
    if wrong.height:
        first = wrong.row(0, named=True)
        raise TableError(
            f"{wrong.height} of {targets.height} targets lie outside their text; the first is row {first['row']}: "
            f"{first['start']} to {first['end']}",
            "give start and end as characters of the text, from 0, the end not included",
        )
