"""What `framing.stance` reads beside a target is exactly what a slow reference reads that goes word by word."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reference_samples import TEXTS, texts
from reference_stance import Contact, SlowReader

from framing import resources
from framing.lexicon.load import load_lexicon
from framing.link.loose import Loose
from framing.link.roles import Role
from framing.stance.reading import Reader

SHARED = Path(__file__).parents[3] / "shared"
TARGETS = SHARED / "eval" / "newsmtsc_dev.parquet"
NAME_OF = {role.value: role.name.lower() for role in (*Role, *Loose)}
Row = tuple[str, int, int]


@cache
def readers() -> tuple[Reader, SlowReader]:
    reader = Reader(load_lexicon(resources.lexicons() / "tone-en").entries, ["autumn", "office"])
    return reader, SlowReader(reader)


def read_fast(rows: list[Row]) -> list[list[Contact]]:
    reader, _ = readers()
    found, _ = reader.read(*(list(column) for column in zip(*rows, strict=True)))
    out: list[list[Contact]] = [[] for _ in rows]
    for at, row in enumerate(found.row.tolist()):
        entry = reader.terms.entries[reader.terms.entry[found.sense[at]]]
        value = found.value[at]
        out[row].append(
            Contact(
                int(found.start[at]), int(found.end[at]), entry.term, NAME_OF[int(found.role[at])],
                None if np.isnan(value) else float(value), float(found.factor[at]), int(found.distance[at]),
                bool(found.quoted[at]),
            )
        )  # fmt: skip
    return out


def disagreements(rows: list[Row]) -> list[tuple[Row, set[Contact]]]:
    slow = readers()[1]
    pairs = [(row, set(fast), set(slow.read(*row))) for row, fast in zip(rows, read_fast(rows), strict=True)]
    return [(row, fast ^ plain) for row, fast, plain in pairs if fast != plain]


def targets_in(text: str) -> list[Row]:
    """Every third word with a capital as a target."""
    spots = [at for at in range(len(text)) if text[at].isupper() and (at == 0 or not text[at - 1].isalpha())]
    ends = [next((i for i in range(at, len(text)) if not text[i].isalnum()), len(text)) for at in spots]
    return [(text, start, end) for start, end in zip(spots, ends, strict=True) if end > start][::3]


def test_verbs_part_a_phrase_from_the_name_after_it():
    """No tight role reaches over a verb to the target after it."""
    assert disagreements([("governor slam,’ Putin ", 13, 14), ("The governor slam, Putin left.", 19, 24)]) == []


def test_awkward_texts():
    """Texts with everything that goes wrong in texts are read alike, toward many targets."""
    assert disagreements([row for text in TEXTS for row in targets_in(text[:2000])]) == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(texts(30), st.data())
def test_random_texts(text: str, data: st.DataObject):
    """Whatever is written and whatever is the target, both read alike."""
    text = text or "x"
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 12)))
    assert disagreements([(text, start, end)]) == []


@pytest.mark.slow
@pytest.mark.skipif(not TARGETS.is_file(), reason="the targets ../shared/eval/newsmtsc_dev.parquet are not there")
def test_real_sentences():
    """A thousand real sentences are read alike toward their targets."""
    frame = pl.read_parquet(TARGETS).select("text", "start", "end").gather_every(9)
    assert disagreements(frame.rows()) == []


def test_the_comparison_notices(monkeypatch: pytest.MonkeyPatch):
    """A rule broken on purpose shows."""
    monkeypatch.setattr("framing.link.loose._NEXT_REACH", 2)
    assert disagreements([row for text in TEXTS for row in targets_in(text[:2000])]) != []
