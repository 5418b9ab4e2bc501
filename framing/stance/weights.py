"""The fitted weights: what each feature, and each word in each group of roles, says for and against a target."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from framing import resources
from framing.errors import LexiconError
from framing.lexicon.load import load_lexicon
from framing.stance.design import FEATURES, GROUPS
from framing.stance.reading import Reader
from framing.text.arrays import Floats

FOLDER, FITTED = "tone-en", "fitted"
SCALE = 100  # weights are kept in hundredths
INTERCEPT = "intercept"


@dataclass(frozen=True)
class Weights:
    """
    Weights in log-odds, (…, 2): for valence (above 0: favourable) and for loadedness (above 0: not neutral).

    The scores of the three classes are loadedness + valence (favourable), loadedness - valence (unfavourable), and 0.

    Attributes:
        features: (FEATURES, 2). words: (groups of roles, words of the reader, 2). intercept: (2,).
    """

    features: Floats
    words: Floats
    intercept: Floats


@dataclass(frozen=True)
class Model:
    """
    What texts are read with, and the weights of what is found.

    Attributes:
        name, version, size: of the tone lexicon; size is entries.
        digest: sha256 (hex) over the lexicon and the weights.
    """

    reader: Reader
    weights: Weights
    name: str = ""
    version: str = "0"
    size: int = 0
    digest: str = ""


WORD_COLUMNS = ("term", *(f"{group}{side}" for group in GROUPS for side in (" valence", " loadedness")))


@cache
def load_model() -> Model:
    """
    The bundled model. About a second, once a process.

    Raises:
        LexiconError: the bundled files were tampered with.
    """
    folder = resources.lexicons() / FOLDER
    features, intercept = _read_features(folder / FITTED / "roles.csv")
    rows = _read_rows(folder / FITTED / "words.csv", 1 + 2 * len(GROUPS))
    lexicon = load_lexicon(folder)
    reader = Reader(lexicon.entries, (row[0] for row in rows))
    place = {word: at for at, word in enumerate(reader.words)}
    cells = np.array([[float(cell or 0) for cell in row[1:]] for row in rows]).reshape(len(rows), len(GROUPS), 2)
    words = np.zeros((len(GROUPS), len(reader.words), 2))
    words[:, [place[row[0]] for row in rows]] = cells.transpose(1, 0, 2) / SCALE
    sum_ = hashlib.sha256(lexicon.digest.encode())
    for name in ("roles.csv", "words.csv"):
        sum_.update((folder / FITTED / name).read_bytes().replace(b"\r\n", b"\n"))
    weights = Weights(features, words, intercept)
    return Model(reader, weights, lexicon.id, lexicon.version, len(lexicon.entries), sum_.hexdigest())


def _read_features(path: Path) -> tuple[Floats, Floats]:
    place = {name: at for at, name in enumerate(FEATURES)}
    features, intercept = np.zeros((len(FEATURES), 2)), np.zeros(2)
    for name, valence, loadedness in _read_rows(path, 3):
        pair = int(valence) / SCALE, int(loadedness) / SCALE
        if name == INTERCEPT:
            intercept[:] = pair
        elif name in place:
            features[place[name]] = pair
        else:
            raise LexiconError(f"{path.name}: there is no feature `{name}`", "install framing anew")
    return features, intercept


def _read_rows(path: Path, width: int) -> list[list[str]]:
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            _, *rows = [row for row in csv.reader(lines) if row and not row[0].startswith("#")]
    except (OSError, ValueError) as error:
        raise LexiconError(f"the fitted weights {path.name} can't be read", "install framing anew") from error
    if any(len(row) != width for row in rows):
        raise LexiconError(f"{path.name}: a row has not {width} cells", "install framing anew")
    return rows
