"""Everything the student learns from, read once: targets, unlabelled mentions, and what the encoder makes of both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

from benchmarks.accuracy.newsmtsc import find_fold
from benchmarks.fitting import teacher, texts
from benchmarks.fitting.student import Design, Lesson, learn, read_block, reduce_vectors
from framing import resources
from framing.lexicon.load import load_lexicon
from framing.stance.reading import Reader
from framing.stance.weights import FOLDER
from framing.text.kinds import CLOSED

MENTIONS, SEED = 90_000, 7
FEWEST = 5  # times that an unlisted word must be written small to be weighed


@dataclass(frozen=True)
class Course:
    """The targets with their folds, the reader of their texts, and the lesson."""

    targets: pl.DataFrame
    folds: np.ndarray
    reader: Reader
    lesson: Lesson

    def where(self, split: str) -> np.ndarray:
        """Rows of a split: train, dev-rw, dev-mt."""
        return np.flatnonzero((self.targets["split"] == split).to_numpy())

    def seen(self, rows: np.ndarray) -> np.ndarray:
        """By word, in how many of these texts and of the unlabelled ones it stands."""
        size = len(self.reader.words)
        counts = sum(
            np.asarray((block.words[:, -size:] != 0).sum(0)).ravel()
            for block in (self.lesson.block.where(rows), self.lesson.unlabelled)
        )
        return np.asarray(counts)

    def learn(self, rows: np.ndarray) -> tuple[Design, np.ndarray]:
        """The student fitted on these rows."""
        return learn(self.lesson, rows)


def prepare(data: Path, cache: Path) -> Course:
    """
    Read everything; what the encoder makes of it is kept in `cache` (it takes about ten minutes).

    Args:
        data: the folder with newsmtsc_dev.parquet and news_sample.parquet.
    """
    targets = texts.load_targets(data)
    unlabelled = texts.draw_mentions(data, MENTIONS, SEED, set(targets["text"]))
    closed = {word for words in CLOSED.values() for word in words.split()}
    written = [*targets.filter(pl.col("split") == "train")["text"], *unlabelled["text"]]
    further = [word for word in texts.common_words(written, FEWEST) if word not in closed]
    reader = Reader(load_lexicon(resources.lexicons() / FOLDER).entries, further)
    cache.mkdir(parents=True, exist_ok=True)
    view = _keep(cache / "targets.npy", targets.height, lambda: teacher.encode_targets(targets))
    far_view = _keep(cache / "mentions.npy", unlabelled.height, lambda: teacher.encode_targets(unlabelled))
    vectors = _keep(cache / "words.npy", len(reader.words), lambda: teacher.encode_words(reader.words))
    mean, spread = view.mean(0, dtype=np.float32), view.std(0, dtype=np.float32) + 1e-6
    lesson = Lesson(
        block=read_block(reader, targets),
        labels=targets["polarity"].to_numpy(),
        view=(view - mean) / spread,
        unlabelled=read_block(reader, unlabelled),
        unlabelled_view=(far_view - mean) / spread,
        vectors=reduce_vectors(vectors),
    )
    return Course(targets, find_fold(targets["id"]).to_numpy(), reader, lesson)


def _keep(path: Path, rows: int, make: Callable[[], np.ndarray]) -> np.ndarray:
    """An array from the cache if it has that many rows; else made and kept."""
    if path.exists() and len(kept := np.load(path)) == rows:
        return kept
    made = make()
    np.save(path, made)
    return made
