"""The fitted weights as they ship."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from framing import resources
from framing.errors import LexiconError
from framing.lexicon.load import load_lexicon
from framing.stance import weights
from framing.stance.design import FEATURES

FOLDER = resources.lexicons() / weights.FOLDER / weights.FITTED


def rows(name: str) -> list[list[str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def test_a_few_hundred_weights_are_of_roles():
    """roles.csv holds features that the program knows, each once, and not too many to be read."""
    named = [row[0] for row in rows("roles.csv")[1:]]
    assert len(named) == len(set(named))
    assert set(named) <= {*FEATURES, weights.INTERCEPT}
    assert 100 <= len(named) <= 500


def test_words_stand_once_and_in_order():
    """words.csv can be read and compared line by line: sorted, no word twice, no line without a weight."""
    named = [row[0] for row in rows("words.csv")[1:]]
    assert named == sorted(set(named))
    assert all(any(row[1:]) for row in rows("words.csv")[1:])


@pytest.mark.parametrize(
    "name", ["trump", "clinton", "obama", "putin", "republican", "democrat", "gop", "conservatives", "labour", "tory"]
)
def test_no_name_has_a_weight(name: str):
    """People and parties are no features: who is spoken of must not decide what is said."""
    assert name not in {row[0].lower() for row in rows("words.csv")}


def test_weights_are_read_as_they_are_written():
    """Hundredths in the file are log-odds in the model, in the group that the column names."""
    header, *listed = rows("words.csv")
    model = weights.load_model()
    for row in listed[:: len(listed) // 50]:
        at = model.reader.words.index(row[0])
        wanted = np.array([int(cell or 0) for cell in row[1:]]) / weights.SCALE
        assert np.array_equal(model.weights.words[:, at].ravel(), wanted)
    assert tuple(header) == weights.WORD_COLUMNS


def test_a_broken_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Weights that were cut off or are of another version are refused with the file's name."""
    folder = tmp_path / weights.FOLDER
    (folder / weights.FITTED).mkdir(parents=True)
    (folder / weights.FITTED / "roles.csv").write_text("feature,valence,loadedness\nno such feature,1,2\n")
    monkeypatch.setattr(resources, "lexicons", lambda: tmp_path)
    with pytest.raises(LexiconError, match=r"roles.csv: there is no feature `no such feature`"):
        weights.load_model.__wrapped__()


def test_every_rated_word_is_known():
    """The reader knows every word of the tone lexicon, weighed or not."""
    entries = {entry.term.lower() for entry in load_lexicon(resources.lexicons() / weights.FOLDER).entries}
    assert entries <= set(weights.load_model().reader.words)
