"""The student: words × roles as features, fitted on labels, then on what a teacher says of unlabelled mentions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl
from scipy import sparse

from benchmarks.fitting import logistic
from benchmarks.fitting.groups import words_for_groups
from framing.stance.design import FEATURES, GROUP_OF_ROLE, GROUPS, weigh_targets, weigh_words
from framing.stance.reading import Reader

CLASSES = (-1, 0, 1)
STRENGTH, TEACHER_STRENGTH = 1 / 0.03, 1 / 0.001  # of the penalties; chosen by cross-validation on the train half
TAUGHT = 1.0  # what a taught mention weighs beside a labelled target
_BASE_SCALE, _WORD_SCALE, _VECTOR_SCALE = 0.4, 1.2, 0.6
DIMENSIONS = 100  # of the words' vectors
_FEWEST_ROWS, _FEWEST_WORDS = 5, 3  # rows that a feature, or a word in a group, must be seen in
_ANY = 0.5  # what a word counts apart from its role


@dataclass(frozen=True)
class Block:
    """Rows of features: base (rows, FEATURES) and words (rows, (groups + 1) * words), the last group being "any"."""

    base: sparse.csr_matrix
    words: sparse.csr_matrix

    def where(self, keep: np.ndarray) -> Block:
        """The rows that `keep` picks."""
        return Block(self.base[keep], self.words[keep])


def read_block(reader: Reader, frame: pl.DataFrame) -> Block:
    """The features of targets: text, start, end. Words for groups of people count by their rating alone."""
    contacts, targets = reader.read(*(frame[name].to_list() for name in ("text", "start", "end")))
    of_words, of_targets = weigh_words(contacts), weigh_targets(targets)
    rows = np.concatenate([contacts.row[of_words.source], of_targets.source])
    features = np.concatenate([of_words.feature, of_targets.feature])
    amounts = np.concatenate([of_words.amount, of_targets.amount])
    base = sparse.csr_matrix((amounts, (rows, features)), shape=(frame.height, len(FEATURES)))
    groups = words_for_groups()
    ours = np.array([word not in groups for word in reader.words])[reader.word_of_sense[contacts.sense]]
    contacts = contacts.where(ours)
    word, group, size = reader.word_of_sense[contacts.sense], GROUP_OF_ROLE[contacts.role], len(reader.words)
    columns = np.concatenate([group * size + word, len(GROUPS) * size + word])
    factors = np.concatenate([contacts.factor, contacts.factor * _ANY])
    width = (len(GROUPS) + 1) * size
    words = sparse.csr_matrix((factors, (np.tile(contacts.row, 2), columns)), shape=(frame.height, width))
    return Block(base, words)


def reduce_vectors(vectors: np.ndarray) -> np.ndarray:
    """Unit vectors about their mean, in fewer dimensions, of mean square length 1: (words, DIMENSIONS)."""
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    left, size, _ = np.linalg.svd(unit - unit.mean(0), full_matrices=False)
    reduced = left[:, :DIMENSIONS] * size[:DIMENSIONS]
    return reduced / np.sqrt((reduced**2).sum(1).mean())


class Design:
    """What of a block is fitted, and at which scale: settled on the rows that are fitted on."""

    def __init__(self, block: Block, vectors: np.ndarray, seen: np.ndarray) -> None:
        base = block.base
        mean, square = np.asarray(base.mean(0)).ravel(), np.asarray(base.multiply(base).mean(0)).ravel()
        spread = np.maximum(np.sqrt(np.maximum(square - mean**2, 0)), 0.05)
        often = np.asarray((base != 0).sum(0)).ravel() >= _FEWEST_ROWS
        self.scale = np.where(often, _BASE_SCALE / spread, 0.0)
        self.words = np.flatnonzero(seen >= _FEWEST_WORDS)
        self.vectors = vectors

    def features(self, block: Block) -> sparse.csr_matrix:
        """The columns that are fitted: base, words, vectors."""
        size = len(self.vectors)
        by_group = [block.words[:, at : at + size] @ self.vectors for at in range(0, block.words.shape[1], size)]
        parts = [block.base @ sparse.diags(self.scale), block.words[:, self.words] * _WORD_SCALE]
        return sparse.hstack([*parts, np.hstack(by_group) * _VECTOR_SCALE]).tocsr()

    def flatten(self, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """
        The weights by plain feature, (…, classes): of FEATURES, of words (groups, words), and the intercept.

        What the vectors and the group "any" say of a word is added up into one weight for each word and group.
        """
        size, groups, classes = len(self.vectors), len(GROUPS) + 1, weights.shape[1]
        base = weights[: len(self.scale)] * self.scale[:, None]
        words = np.zeros((groups * size, classes))
        rest = weights[len(self.scale) : -1]
        words[self.words] = rest[: len(self.words)] * _WORD_SCALE
        words = words.reshape(groups, size, classes)
        along = rest[len(self.words) :].reshape(groups, -1, classes) * _VECTOR_SCALE
        words = words + np.einsum("wd,gdc->gwc", self.vectors, along)
        return base, words[:-1] + _ANY * words[-1], weights[-1]


@dataclass(frozen=True)
class Lesson:
    """What is learnt from: labelled rows, and unlabelled ones with the teacher's view of both."""

    block: Block
    labels: np.ndarray
    view: np.ndarray
    unlabelled: Block
    unlabelled_view: np.ndarray
    vectors: np.ndarray


def hot(labels: np.ndarray) -> np.ndarray:
    """Labels -1, 0, 1 as rows of 0 and 1."""
    return (labels[:, None] == np.array(CLASSES)).astype(np.float64)


def learn(lesson: Lesson, rows: np.ndarray) -> tuple[Design, np.ndarray]:
    """
    The student, fitted on these labelled rows and on what the teacher, fitted on the same rows, says of the others.

    The teacher is the mean of two: a regression on the encoder's view, and a first student.
    """
    block, labels = lesson.block.where(rows), hot(lesson.labels[rows])
    first = Design(block, lesson.vectors, _seen(block))
    student = logistic.fit(first.features(block), labels, STRENGTH)
    reader = logistic.fit(lesson.view[rows], labels, TEACHER_STRENGTH)
    taught = logistic.predict(first.features(lesson.unlabelled), student)
    taught = (taught + logistic.predict(lesson.unlabelled_view, reader)) / 2
    design = Design(block, lesson.vectors, _seen(block) + _seen(lesson.unlabelled))
    features = sparse.vstack([design.features(block), design.features(lesson.unlabelled)]).tocsr()
    return design, logistic.fit(features, np.vstack([labels, taught * TAUGHT]), STRENGTH)


def _seen(block: Block) -> np.ndarray:
    return np.asarray((block.words != 0).sum(0)).ravel()
