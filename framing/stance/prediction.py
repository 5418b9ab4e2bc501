"""What a text says toward its targets: three class scores from the weights, and the words that they come from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl
from scipy.special import softmax

from framing.link.loose import Loose
from framing.link.roles import Role
from framing.stance.design import GROUP_OF_ROLE, Parts, weigh_targets, weigh_words
from framing.stance.reading import Contacts, Reader, Targets
from framing.stance.weights import Model, Weights
from framing.tables import EVIDENCE, TOWARD, check
from framing.text.arrays import Floats, Ints

LEAST = 0.05  # log-odds below which a word is left out of the evidence
_ROLE_NAMES = np.zeros(256, object)
for _role in (*Role, *Loose):
    _ROLE_NAMES[_role] = _role.name.lower()


@dataclass(frozen=True)
class Prediction:
    """
    One place a target.

    Attributes:
        polarity: -1 unfavourable, 0 neutral, 1 favourable: the likeliest class.
        valence: probability of favourable less that of unfavourable, -1 … +1.
        loadedness: probability that it is not neutral, 0 … 1.
        confidence: probability of the likeliest class, 1/3 … 1.
        evidence: EVIDENCE with the column `row`, in the order of rows and text.
    """

    polarity: Ints
    valence: Floats
    loadedness: Floats
    confidence: Floats
    evidence: pl.DataFrame


def predict(model: Model, contacts: Contacts, targets: Targets) -> Prediction:
    """What the weights make of contacts and targets."""
    size = len(targets.opens)
    by_word = _weigh(model, contacts)
    scores = np.tile(model.weights.intercept, (size, 1))
    scores += _add_up(weigh_targets(targets), model.weights.features, size)
    for side in range(2):
        scores[:, side] += np.bincount(contacts.row, by_word[:, side], minlength=size)
    valence, loadedness = scores.T
    chance = softmax(np.stack([loadedness - valence, np.zeros(size), loadedness + valence], axis=1), axis=1)
    return Prediction(
        polarity=chance.argmax(axis=1) - 1,
        valence=chance[:, 2] - chance[:, 0],
        loadedness=1 - chance[:, 1],
        confidence=chance.max(axis=1),
        evidence=_list_evidence(model.reader, contacts, by_word[:, 0]),
    )


def tabulate(found: Prediction) -> pl.DataFrame:
    """A prediction as TOWARD, its evidence a list in each row."""
    listed = found.evidence.group_by("row", maintain_order=True).agg(pl.struct(EVIDENCE.names).alias("evidence"))
    figures = {name: getattr(found, name) for name in TOWARD.names if name != "evidence"}
    told = pl.DataFrame(figures).with_row_index("row").cast({"row": pl.Int64})
    told = told.join(listed, on="row", how="left", maintain_order="left")
    return check(told.with_columns(pl.col("evidence").fill_null([])), TOWARD)


def _weigh(model: Model, contacts: Contacts) -> Floats:
    """What each contact adds: (contacts, 2), its role's weights and its own."""
    weights: Weights = model.weights
    by_role = _add_up(weigh_words(contacts), weights.features, len(contacts.row))
    word = model.reader.word_of_sense.take(contacts.sense)
    out: Floats = by_role + weights.words[GROUP_OF_ROLE.take(contacts.role), word] * contacts.factor[:, None]
    return out


def _add_up(parts: Parts, features: Floats, size: int) -> Floats:
    weighed = features.take(parts.feature, axis=0) * parts.amount[:, None]
    return np.stack([np.bincount(parts.source, weighed[:, side], minlength=size) for side in range(2)], axis=1)


def _list_evidence(reader: Reader, contacts: Contacts, weight: Floats) -> pl.DataFrame:
    some = np.flatnonzero(np.abs(weight) >= LEAST)
    words = np.array(reader.words, dtype=object)
    return pl.DataFrame(
        {
            "row": contacts.row[some],
            "start": contacts.start[some],
            "end": contacts.end[some],
            "term": pl.Series(words[reader.word_of_sense[contacts.sense[some]]].tolist(), dtype=pl.String),
            "role": pl.Series(_ROLE_NAMES[contacts.role[some]].tolist(), dtype=pl.String),
            "weight": np.round(weight[some], 3),
        },
        schema={"row": pl.Int64, **EVIDENCE.schema},
    )
