"""`python -m benchmarks.fitting DATA`: fit the weights, write them, and say what cross-validation shows."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import polars as pl

from benchmarks.accuracy.newsmtsc import FOLDS
from benchmarks.fitting.lesson import Course, prepare
from benchmarks.fitting.shipping import make_weights, write_weights
from framing import resources
from framing.stance.prediction import predict
from framing.stance.weights import FITTED, FOLDER, Model, Weights


def fit(course: Course, rows: np.ndarray) -> Weights:
    """The weights as they ship, fitted on these rows."""
    design, weights = course.learn(rows)
    return make_weights(design.flatten(weights), course.seen(rows), course.reader.words)


def judge(course: Course, weights: Weights, rows: np.ndarray) -> pl.DataFrame:
    """These targets as the weights read them: split, id, label, polarity, confidence."""
    frame = course.targets[rows]
    contacts, targets = course.reader.read(*(frame[name].to_list() for name in ("text", "start", "end")))
    found = predict(Model(course.reader, weights), contacts, targets)
    return frame.select("split", "id", label="polarity").with_columns(
        polarity=pl.Series(found.polarity), confidence=pl.Series(found.confidence)
    )


def main() -> None:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(prog="benchmarks.fitting", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with newsmtsc_dev.parquet and news_sample.parquet")
    parser.add_argument("--cache", type=Path, default=Path("fitting-cache"), help="where the encoder's work is kept")
    parser.add_argument("--folds", type=Path, help="a parquet file for the predictions of five folds")
    given = parser.parse_args()
    course = prepare(given.data, given.cache)
    train = course.where("train")
    weights = fit(course, train)
    write_weights(resources.lexicons() / FOLDER / FITTED, course.reader, weights)
    print(f"{weights.words.any(axis=(0, 2)).sum():,} words and {weights.features.any(axis=1).sum()} features weigh")
    if given.folds:
        parts = [judge(course, weights, np.flatnonzero((course.targets["split"] != "train").to_numpy()))]
        for fold in range(FOLDS):
            held = course.folds[train] == fold
            parts.append(judge(course, fit(course, train[~held]), train[held]))
        pl.concat(parts).write_parquet(given.folds)


if __name__ == "__main__":
    main()
