"""The sample corpus read whole: the tables it gives, and how they agree with a key made by reading."""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

import polars as pl
import pytest

from framing import corpus
from framing.actors.files import load_actors
from framing.pipeline import Analysis, analyze
from framing.resources import sample_corpus

GOLDEN = Path(__file__).parent / "golden"
sys.path.insert(0, str(GOLDEN))
import update  # noqa: E402

TABLES = update.make_tables()


@pytest.mark.parametrize("name", list(update.KEPT))
def test_table_is_as_expected(name: str) -> None:
    """The table is what was read and agreed on; `python tests/golden/update.py` writes it anew for reading."""
    expected = pl.read_csv(update.EXPECTED / f"{name}.csv", schema=TABLES[name].schema)
    assert TABLES[name].to_dicts() == expected.to_dicts()


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    folder = sample_corpus()
    return analyze(corpus.read_corpus(folder), actors=load_actors(folder / "actors.csv"))


def _read_key(analysis: Analysis) -> pl.DataFrame:
    """The key's rows that are not called arguable, with what the program says of their words."""
    texts = {row["article"]: row for row in analysis.articles.iter_rows(named=True)}
    with (GOLDEN / "expected_marks.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if not row["note"].startswith("arguable")]
    names = {actor.id: actor.name for actor in analysis.actors}
    hits, links = analysis.hits.to_dicts(), analysis.links.filter(pl.col("valence") != 0).to_dicts()
    return pl.DataFrame([_judge(row, texts[row["article"]], hits, links, names) for row in rows])


def _judge(row: dict, article: dict, hits: list[dict], links: list[dict], names: dict[str, str]) -> dict:
    field = "title" if row["voice"] == "headline" and article["title"] else "text"
    places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(row['surface'])}(?!\w)", article[field])]
    start, end = places[int(row["occurrence"]) - 1]

    def here(found: dict) -> bool:
        at = (found["article"], found["field"]) == (row["article"], field)
        return at and found["start"] < end and start < found["end"]

    voices = {hit["voice"] for hit in hits if here(hit)}
    actors = {names[link["actor"]] for link in links if here(link)}
    return {
        "found": bool(voices),
        "voice_right": row["voice"] in voices,
        "named": bool(row["actor"]) and "negated" not in row["note"],
        "linked": row["actor"] in actors,
        "charged": bool(actors) and not row["actor"] and "negated" not in row["note"],
        "negated_charged": "negated" in row["note"] and bool(actors),
        "wrong": bool(actors) and bool(row["actor"]) and row["actor"] not in actors,
    }


def test_agreement_with_the_key(analysis: Analysis) -> None:
    """
    Of the words a reader marked the program finds most, nearly all in the right voice; it links more than half of
    those that colour somebody to that actor, and hardly ever to another. What it can't link it leaves alone.
    """
    key = _read_key(analysis)
    found, named = key.filter("found"), key.filter(pl.col("found") & pl.col("named"))
    assert key.height > 150
    assert found.height / key.height >= 0.80
    assert found["voice_right"].mean() >= 0.97
    assert named["linked"].mean() >= 0.55
    assert named["wrong"].mean() <= 0.04
    assert found.filter(~pl.col("named"))["charged"].mean() <= 0.05
    assert not key["negated_charged"].any()


def test_the_state_broadcaster_and_the_tabloid_differ_from_the_agency() -> None:
    """What was laid on thickly is found: both use more loaded words than the wire, by far."""
    rows = TABLES["comparisons"].filter(pl.col("actor").is_null() & (pl.col("measure") == "loaded"))
    wire = rows.filter(pl.col("outlet_a") == "Meridian Wire")
    thick = wire.filter(pl.col("outlet_b").is_in(["The Daily Beacon", "Valdoria State Television"]))
    assert thick["verdict"].to_list() == ["differs", "differs"]
    assert thick["low"].min() > 2
