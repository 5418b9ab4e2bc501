"""The fitting of the weights, on small data made here."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl
import pytest
from scipy import sparse
from scipy.optimize import check_grad

from benchmarks.fitting import logistic
from benchmarks.fitting.groups import words_for_groups
from benchmarks.fitting.shipping import make_weights, turn, write_weights
from benchmarks.fitting.student import Design, hot, read_block
from benchmarks.fitting.texts import common_words, draw_mentions
from framing import resources
from framing.lexicon.model import Entry
from framing.stance.design import FEATURES, GROUPS
from framing.stance.prediction import predict
from framing.stance.reading import Reader
from framing.stance.weights import WORD_COLUMNS, Model

ENTRIES = (
    Entry("praise", "verbs", pos="verb", forms=("praised",), valence=None, subject=0.5, object=2.0),
    Entry("slam", "verbs", pos="verb", forms=("slammed",), valence=None, subject=-0.5, object=-2.0),
    Entry("liar", "nouns", pos="noun", forms=("liars",), valence=-3.0),
    Entry("brave", "adjectives", pos="adj", valence=2.0),
    Entry("meet", "verbs", pos="verb", forms=("met",), valence=None, subject=0.0, object=0.0),
)
SENTENCES = (
    ("Voters praised Quill.", 1), ("The brave Quill left.", 1), ("Quill is a liar.", -1), ("Voters met Quill.", 0),
    ("Critics slammed Quill.", -1), ("Quill met voters.", 0), ("They praised the brave Quill.", 1),
    ("Quill, a liar, left.", -1),
)  # fmt: skip


@pytest.fixture(scope="module")
def targets() -> pl.DataFrame:
    rows = [(text, text.index("Quill"), text.index("Quill") + 5, label) for text, label in SENTENCES * 3]
    return pl.DataFrame(rows, schema=["text", "start", "end", "polarity"], orient="row")


def test_logistic_regression_finds_the_optimum():
    """The weights are where the slope of the penalised likelihood is nothing, seen from the outside."""
    draw = np.random.default_rng(1)
    features, labels = draw.normal(size=(60, 4)), hot(draw.integers(-1, 2, 60))
    found = logistic.fit(sparse.csr_matrix(features), labels, 2.0)

    def loss(flat: np.ndarray) -> float:
        w = flat.reshape(5, 3)
        chance = logistic.predict(features, w)
        return float(-(labels * np.log(chance)).sum() + (w[:-1] ** 2).sum())

    def slope(flat: np.ndarray) -> np.ndarray:
        gap = logistic.predict(features, flat.reshape(5, 3)) - labels
        return np.vstack([features.T @ gap + 2.0 * flat.reshape(5, 3)[:-1], gap.sum(0)]).ravel()

    assert check_grad(loss, slope, found.ravel()) < 1e-3
    assert np.abs(slope(found.ravel())).max() < 0.1


def test_a_soft_label_counts_for_each_class_by_its_share():
    """Rows labelled half this, half that, are one row of each at half the weight."""
    features = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    soft = np.array([[0.5, 0.5, 0.0], [0.0, 1.0, 0.0], [0.0, 0.25, 0.75]])
    apart = np.vstack([np.diag(row) for row in soft])
    assert logistic.fit(features, soft, 1.0) == pytest.approx(
        logistic.fit(np.repeat(features, 3, 0), apart, 1.0), abs=1e-3
    )


def test_flat_weights_say_what_the_features_say(targets: pl.DataFrame):
    """Adding up the vectors of words into one weight for each word and group changes no score."""
    reader = Reader(ENTRIES)
    block = read_block(reader, targets)
    vectors = np.random.default_rng(2).normal(size=(len(reader.words), 3))
    design = Design(block, vectors, np.full(block.words.shape[1], 9))
    weights = logistic.fit(design.features(block), hot(targets["polarity"].to_numpy()), 1.0)
    base, words, intercept = design.flatten(weights)
    width = words.shape[0] * words.shape[1]
    scores = block.base @ base + block.words[:, :width] @ words.reshape(width, 3) + intercept
    assert scores == pytest.approx(design.features(block) @ weights[:-1] + weights[-1])


def test_what_ships_reads_what_was_learnt(targets: pl.DataFrame):
    """Fitted, rounded and read by the program itself, the weights get the sentences right that they were fitted on."""
    reader = Reader(ENTRIES)
    block = read_block(reader, targets)
    design = Design(block, np.zeros((len(reader.words), 2)), np.full(block.words.shape[1], 9))
    weights = logistic.fit(design.features(block), hot(targets["polarity"].to_numpy()), 0.1)
    shipped = make_weights(design.flatten(weights), np.full(len(reader.words), 9), reader.words)
    read = reader.read(*(targets[name].to_list() for name in ("text", "start", "end")))
    assert predict(Model(reader, shipped), *read).polarity.tolist() == targets["polarity"].to_list()


def test_two_numbers_hold_three_classes():
    """Valence and loadedness give back the three class scores, up to what is common to all."""
    classes = np.array([[-1.0, 0.25, 2.0], [0.5, 0.5, 0.5]])
    valence, loadedness = turn(classes).T
    back = np.stack([loadedness - valence, np.zeros(2), loadedness + valence], axis=1)
    assert back - back[:, 1:2] == pytest.approx(classes - classes[:, 1:2], abs=0.011)


def test_weights_that_are_small_or_seldom_seen_are_left_out(tmp_path: Path):
    """No line for a word below the least weight, or seen in too few texts, or for a group of people."""
    reader = Reader(ENTRIES, ["liberal", "harbour"])
    words = np.zeros((len(GROUPS), len(reader.words), 3))
    words[:, :, 2] = 1.0
    words[:, reader.words.index("brave")] = [0.0, 0.0, 0.01]
    seen = np.array([0 if word == "liar" else 9 for word in reader.words])
    flat = np.zeros((len(FEATURES), 3)), words, np.zeros(3)
    write_weights(tmp_path, reader, make_weights(flat, seen, reader.words))
    header, *lines = (tmp_path / "words.csv").read_text().splitlines()
    assert header == ",".join(WORD_COLUMNS)
    assert [line.partition(",")[0] for line in lines] == ["harbour", "meet", "praise", "slam"]


def test_mentions_are_drawn_alike_from_the_same_seed(tmp_path: Path):
    """The same seed draws the same sentences; a text that is tested on is never among them."""
    text = " ".join(
        f"On the morning of day {n} the mayor met Anna Quill in the old town hall again." for n in range(30)
    )
    pl.DataFrame({"text": [text]}).write_parquet(tmp_path / "news_sample.parquet")
    first = draw_mentions(tmp_path, 10, 7, set())
    assert first.equals(draw_mentions(tmp_path, 10, 7, set()))
    assert all(text[start:end][0].isupper() for text, start, end in first.rows())
    tested = first["text"][0]
    assert tested not in draw_mentions(tmp_path, 30, 7, {tested})["text"].to_list()


def test_words_mostly_written_large_are_no_words():
    """Names do not come in by the back door: a word must stand small, often, and mostly."""
    assert common_words(["the harbour may rose Rose Rose Rose harbour harbour may"], 2) == ["harbour", "may"]


@pytest.mark.parametrize("word", ["republican", "tory", "muslim", "russian", "women", "far-right"])
def test_groups_of_people_are_set_aside(word: str):
    """Parties, faiths, peoples and camps are among the words that get no weight."""
    assert word in words_for_groups()


def test_shipped_words_name_no_group():
    """In the shipped weights there is no word for a group of people either."""
    lines = (resources.lexicons() / "tone-en" / "fitted" / "words.csv").read_text("utf-8").splitlines()
    assert words_for_groups().isdisjoint(line.partition(",")[0] for line in lines)
