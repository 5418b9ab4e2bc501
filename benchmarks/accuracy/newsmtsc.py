"""NewsMTSC: is a sentence negative, neutral or positive toward a target in it?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

import framing
from benchmarks.accuracy.measures import Figure, accuracy, bootstrap, f1, macro_f1, most_confident
from benchmarks.accuracy.rivals import load_rivals, polarity, tones, window
from benchmarks.accuracy.sections import Section

LABELS = (-1, 0, 1)
FOLDS = 5
GOAL, GOAL_CONFIDENT = 0.675, 0.80
COLUMNS = ("macro-F1", "accuracy", "F1 of pos. and neg.", "accuracy of the surer half")
SPLITS = {"train": "train, five folds", "dev-rw": "dev-rw", "dev-mt": "dev-mt"}
Said = tuple[NDArray[np.int64], NDArray[np.float64]]
Predictor = Callable[[pl.DataFrame], Said]
"""A frame with text, start, end → the polarity (-1, 0, 1) of every row, and how sure it is (any scale)."""


def find_fold(ids: pl.Series) -> pl.Series:
    """The fold of every target, 0 … 4: all targets of an article (the first three `_`-parts of the id) share one."""
    articles = ["_".join(name.split("_")[:3]) for name in ids]
    return pl.Series("fold", [int(hashlib.md5(a.encode()).hexdigest(), 16) % FOLDS for a in articles])


def rate(frame: pl.DataFrame, said: Said, draws: int) -> list[Figure]:
    """
    The figures of COLUMNS, sentences drawn for the intervals.

    Args:
        frame: text and polarity, the truth.
        said: what a predictor says of its rows.
        draws: of the bootstrap.
    """
    truth, (label, confidence), unit = frame["polarity"].to_numpy(), said, frame["text"].to_numpy()
    half = most_confident(confidence)
    polar = (-1, 1)
    return [
        bootstrap(lambda w: macro_f1(label, truth, LABELS, w), unit, draws=draws),
        bootstrap(lambda w: accuracy(label, truth, w), unit, draws=draws),
        bootstrap(lambda w: float(np.mean([f1(label, truth, one, w) for one in polar])), unit, draws=draws),
        bootstrap(lambda w: accuracy(label[half], truth[half], w), unit[half], draws=draws),
    ]


def baselines() -> Iterator[tuple[str, Predictor]]:
    """The tools of everybody, on the whole sentence and on eight words to each side of the target."""
    for name, scorer in load_rivals().items():

        def whole(frame: pl.DataFrame, name: str = name, scorer: Callable[[str], float] = scorer) -> Said:
            tone = tones(scorer, frame["text"].to_list())
            return polarity(name, tone), np.abs(tone)

        def near(frame: pl.DataFrame, name: str = name, scorer: Callable[[str], float] = scorer) -> Said:
            tone = tones(scorer, [window(*row) for row in frame.select("text", "start", "end").rows()])
            return polarity(name, tone), np.abs(tone)

        yield f"{name}, whole sentence", whole
        yield f"{name}, eight words each side", near


def majority(frame: pl.DataFrame) -> Said:
    """Everything is neutral."""
    return np.zeros(frame.height, np.int64), np.zeros(frame.height)


def measure(frame: pl.DataFrame, draws: int, predictions: Path | pl.DataFrame | None = None) -> list[Section]:
    """A section a split, with everything that can be run, and with predictions (a file of them, or a frame)."""
    given = None if predictions is None else read_predictions(predictions)
    sections = []
    for split, title in SPLITS.items():
        rows = frame.filter(pl.col("split") == split)
        if not rows.height:
            continue
        section = Section(f"NewsMTSC, {title}", _describe(rows, split), COLUMNS)
        section.add("everything neutral", *rate(rows, majority(rows), draws))
        for name, predict in baselines():
            section.add(name, *rate(rows, predict(rows), draws))
        _add_ours(section, rows, split, draws, given)
        sections.append(section)
    return sections


def _describe(rows: pl.DataFrame, split: str) -> str:
    count = {label: rows.filter(pl.col("polarity") == label).height for label in LABELS}
    goal = f" Goals: macro-F1 {GOAL}, accuracy of the surer half {GOAL_CONFIDENT:.2f}." if split == "train" else ""
    return (
        f"{rows.height:,} targets ({count[-1]:,} negative, {count[0]:,} neutral, {count[1]:,} positive); "
        f"intervals draw sentences.{goal}"
    )


def _add_ours(section: Section, rows: pl.DataFrame, split: str, draws: int, given: pl.DataFrame | None) -> None:
    if given is not None:
        said = rows.join(given, on=["split", "id"], how="inner", maintain_order="left", suffix="_said")
        if said.height:
            labels = said["polarity_said"].to_numpy().astype(np.int64), said["confidence"].to_numpy()
            section.add("framing", *rate(said, labels, draws))
            if said.height < rows.height:
                section.notes.append(f"{rows.height - said.height:,} targets have no prediction and are left out.")
            return
    if split == "train":
        section.notes.append("framing: no cross-validated predictions were given (`--predictions`).")
    elif not hasattr(framing, "toward"):
        section.notes.append("framing: there is no `framing.toward` yet.")
    else:
        section.add("framing", *rate(rows, predict_toward(rows), draws))


def predict_toward(frame: pl.DataFrame) -> Said:
    """What `framing.toward` says, with the model that comes with the program (which was fitted on train)."""
    said: pl.DataFrame = framing.toward(frame.select("text", "start", "end"))
    return said["polarity"].to_numpy().astype(np.int64), said["confidence"].to_numpy()


def read_predictions(given: Path | pl.DataFrame) -> pl.DataFrame:
    """
    Predictions made elsewhere, as a frame or in Parquet: `id`, `polarity`, `confidence`, and `split` (else train).

    Those for train must be cross-validated by `find_fold`: no target predicted by what was fitted on its article.
    """
    frame = given if isinstance(given, pl.DataFrame) else pl.read_parquet(given)
    if "split" not in frame.columns:
        frame = frame.with_columns(split=pl.lit("train"))
    return frame.select("split", "id", "polarity", "confidence")
