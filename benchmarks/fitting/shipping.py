"""The student as it ships: weights in hundredths of log-odds, one readable line a feature or word."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.fitting.groups import words_for_groups
from framing.stance.design import FEATURES
from framing.stance.reading import Reader
from framing.stance.weights import INTERCEPT, SCALE, WORD_COLUMNS, Weights

LEAST = 0.02  # log-odds below which a word's weight is left out
FEWEST = 3  # texts that a word must have stood in


def turn(classes: np.ndarray) -> np.ndarray:
    """Weights for (unfavourable, neutral, favourable) as (valence, loadedness), in whole hundredths."""
    against, neither, favour = np.moveaxis(classes, -1, 0)
    pair = np.stack([(favour - against) / 2, (favour + against) / 2 - neither], axis=-1)
    return np.round(pair * SCALE) / SCALE


def make_weights(
    flat: tuple[np.ndarray, np.ndarray, np.ndarray], seen: np.ndarray, vocabulary: Sequence[str]
) -> Weights:
    """
    The weights that ship.

    Args:
        flat: from `Design.flatten`.
        seen: by word, in how many texts it stood.
        vocabulary: the words.
    """
    base, words, intercept = flat
    pairs = turn(words)
    groups = words_for_groups()
    silent = (seen < FEWEST) | np.array([word in groups for word in vocabulary])
    pairs[(np.abs(pairs) < LEAST) | silent[None, :, None]] = 0
    return Weights(turn(base), pairs, turn(intercept))


def write_weights(folder: Path, reader: Reader, weights: Weights) -> None:
    """Write roles.csv and words.csv into the folder; lines without a weight are left out."""
    folder.mkdir(parents=True, exist_ok=True)
    named = [(INTERCEPT, weights.intercept), *zip(FEATURES, weights.features, strict=True)]
    roles = [(name, *_cells(pair)) for name, pair in named if pair.any()]
    _write(folder / "roles.csv", ("feature", "valence", "loadedness"), roles)
    _write(folder / "words.csv", WORD_COLUMNS, sorted(_word_rows(reader, weights)))


def _word_rows(reader: Reader, weights: Weights) -> Iterator[Sequence[str]]:
    for at in np.flatnonzero(weights.words.any(axis=(0, 2))).tolist():
        yield reader.words[at], *("" if cell == "0" else cell for cell in _cells(weights.words[:, at].ravel()))


def _cells(values: np.ndarray) -> list[str]:
    return [str(round(value * SCALE)) for value in values.tolist()]


def _write(path: Path, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    waiting = path.with_suffix(".new")
    with waiting.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    waiting.replace(path)
