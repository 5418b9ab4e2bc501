"""The two local papers that exercises are made from: what a class may rely on, and the key made by two readings."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from framing.actors.files import load_actors
from framing.agreement import measure_agreement
from framing.corpus import read_corpus
from framing.exercise.gates import passage_lix, refuse
from framing.exercise.material import Material, Page, cut_passage
from framing.exercise.model import Passage
from framing.exercise.request import Request
from framing.pipeline import Options, analyze
from framing.resources import local_corpus, sample_corpus

FOLDER = local_corpus()
SHARED = Path(__file__).resolve().parents[3] / "shared"
EVENTS = ("bakery", "bus", "dog", "lake", "library", "market", "skate", "wall")
LOADED = [f"{event}-{paper}" for event in EVENTS for paper in ("courier", "post")]
PLAIN = ["bridge-courier", "bypass-post", "club-post", "pool-courier"]
PAPERS = {"post": "Harbour Post", "courier": "Valley Courier"}
DECIDE = {"Nora Pellow", "Tarrowmouth Council", "Idris Vane", "Dale Buses", "Piet Larsen", "Colin Meers"}
LOW, HIGH = 0.35, 0.65


@cache
def material() -> Material:
    analysis = analyze(read_corpus(FOLDER), actors=load_actors(FOLDER / "actors.csv"), options=Options(stances=False))
    return Material(analysis, "CC BY 4.0")


@cache
def key() -> dict[str, list[dict[str, str]]]:
    """Article → its rows of the key."""
    rows = defaultdict(list)
    with (FOLDER / "key.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows[row["file"].removesuffix(".txt")].append(row)
    return rows


def own_key() -> list[dict[str, str]]:
    return [row for rows in key().values() for row in rows if row["voice"] == "own"]


def hits(article: str, field: str = "text") -> list[dict]:
    """The loaded words that the bundled lists mark."""
    return [row for row in material().rows("hits", article) if row["field"] == field and row["loaded"]]


def whole(page: Page) -> Passage:
    return cut_passage(page, 0, len(page.sentences) - 1)


def touches(row: dict[str, str], start: int, end: int) -> bool:
    return int(row["start"]) < end and start < int(row["end"])


def outlet_of(row: dict[str, str]) -> str:
    return material().articles[row["file"].removesuffix(".txt")]["outlet"]


def is_even(share: float) -> bool:
    return LOW <= share <= HIGH


def clean_sentences(article: str) -> list[bool]:
    """For each sentence whether neither a reader nor the lists marked anything in it."""
    marked = [int(row["start"]) for row in key()[article]] + [hit["start"] for hit in hits(article)]
    return [not any(one.start <= at < one.end for at in marked) for one in material().page(article).sentences]


def test_eight_events_by_two_papers_and_four_plain_reports() -> None:
    """Both papers are there with the same events, and with two plain reports each."""
    rows = material().articles
    assert sorted(rows) == sorted(LOADED + PLAIN)
    assert {name: row["outlet"] for name, row in rows.items()} == {name: PAPERS[name.split("-")[1]] for name in rows}
    assert all(row["event"] == name.split("-")[0] and row["title"] and row["date"] for name, row in rows.items())
    assert sorted(material().events) == list(EVENTS)
    assert len(material().first_of_story) == len(rows)


def test_the_sample_corpus_is_read_without_it() -> None:
    """It lies in the sample corpus's folder and is no part of it."""
    reading = read_corpus(sample_corpus())
    assert not set(reading.articles["article"]) & set(material().articles)
    assert reading.set_aside.is_empty()
    assert not any("local" in note for note in reading.notes)


@pytest.mark.parametrize("article", LOADED + PLAIN)
def test_every_report_may_go_before_the_youngest_class(article: str) -> None:
    """100 to 150 words that stand on their own feet, are easy enough, and hold nothing that is kept from a class."""
    passage = whole(material().page(article))
    assert 100 <= len(passage.words) <= 150
    assert refuse([passage], Request(age="11-13", licence="CC BY 4.0")) is None
    assert 25 <= passage_lix(passage) <= 42


@pytest.mark.parametrize("article", PLAIN)
def test_plain_reports_are_plain(article: str) -> None:
    """Neither the lists nor a reader found a loaded word in them, not even in a title or a quotation."""
    assert hits(article) == hits(article, "title") == key()[article] == []


@pytest.mark.parametrize("article", LOADED)
def test_loaded_reports_have_what_an_exercise_needs(article: str) -> None:
    """Words for a key, a speaker's loaded word, a plain sentence, and two speakers with verbs that differ."""
    own = [hit for hit in hits(article) if hit["voice"] == "own"]
    assert 3 <= len(own) <= 12
    assert sum(hit["intensity"] > 1 and not hit["negated"] for hit in own) >= 3
    assert any(row["voice"] == "quoted" for row in key()[article])
    assert any(clean_sentences(article))
    quotes = [row for row in material().rows("quotes", article) if row["field"] == "text" and row["voice"] == "quoted"]
    assert len({row["speaker_name"] for row in quotes if row["speaker_name"]}) >= 2
    assert len({row["verb"] for row in quotes if row["verb"]}) >= 2


def test_the_key_stands_where_it_says() -> None:
    """A row's characters are its word, whole words that no other row has; its voice is that of the quotation marks."""
    for article, rows in key().items():
        page = material().page(article)
        for row in rows:
            start, end = int(row["start"]), int(row["end"])
            assert page.text[start:end] == row["word"]
            assert start in page.starts
            assert end in page.ends
            assert row["voice"] == ("quoted" if page.quoted[page.starts.index(start)] else "own")
            assert {row["reading_1"], row["reading_2"]} in ({"1"}, {"0", "1"})
            assert row["colour"] in ("praise", "blame", "neither")
        assert all(int(a["end"]) <= int(b["start"]) for a, b in pairwise(rows))


def test_whom_the_key_names_is_in_the_actor_file() -> None:
    """A word falls on somebody who can be looked up, or on nobody."""
    names = {actor.name for actor in load_actors(FOLDER / "actors.csv")}
    assert {row["about"] for rows in key().values() for row in rows} <= names | {""}
    assert names >= DECIDE


def test_the_papers_are_loaded_alike() -> None:
    """Neither is the bad one: about as many loaded words in each, by both readers and by the lists."""
    lists = Counter(
        material().articles[name]["outlet"] for name in LOADED for hit in hits(name) if hit["voice"] == "own"
    )
    for counts in (Counter(map(outlet_of, own_key())), lists):
        assert is_even(counts["Harbour Post"] / counts.total())


@pytest.mark.parametrize("outlet", PAPERS.values())
def test_each_paper_praises_and_blames_both_sides(outlet: str) -> None:
    """Praise and blame are about equal in each paper, towards those who decide and towards the others."""
    for side in (True, False):
        rows = [row for row in own_key() if outlet_of(row) == outlet and row["about"]]
        colours = Counter(row["colour"] for row in rows if (row["about"] in DECIDE) == side)
        assert is_even(colours["praise"] / (colours["praise"] + colours["blame"]))


def test_words_fall_alike_on_both_sides_and_on_the_mayor() -> None:
    """Those who decide are coloured as often as the others; whoever is in many reports, by both papers."""
    rows = [row for row in own_key() if row["about"]]
    assert is_even(sum(row["about"] in DECIDE for row in rows) / len(rows))
    for name in ("Nora Pellow", "Maud Fenner"):
        papers = Counter(outlet_of(row) for row in rows if row["about"] == name)
        assert is_even(papers["Harbour Post"] / papers.total())


def test_somewhere_each_paper_negates_a_loaded_word() -> None:
    """A list that counts words has to be argued with: "will not sulk" is no blame."""
    negated = {name.split("-")[1] for name in LOADED if any(hit["negated"] for hit in hits(name))}
    assert negated == set(PAPERS)


def test_lists_and_readers_differ_both_ways() -> None:
    """There is something to argue about: harmless words that the lists mark, and loaded ones that they lack."""
    extra = [h for name in LOADED for h in hits(name) if not any(touches(r, h["start"], h["end"]) for r in key()[name])]
    lacking = [
        row
        for name in LOADED
        for row in key()[name]
        if row["voice"] == "own" and not any(touches(row, hit["start"], hit["end"]) for hit in hits(name))
    ]
    assert len(extra) >= 6
    assert len(lacking) >= 15


@pytest.mark.parametrize("event", EVENTS)
def test_both_papers_tell_the_same_event(event: str) -> None:
    """The same two to four people and bodies are named in both, and figures agree."""
    texts = [material().articles[f"{event}-{paper}"]["text"] for paper in PAPERS]
    named = [
        {row["actor"] for row in material().rows("mentions", f"{event}-{paper}") if row["field"] == "text"}
        for paper in PAPERS
    ]
    assert named[0] == named[1]
    assert 2 <= len(named[0]) <= 4
    figures = [set(re.findall(r"\d[\d.,]*\d|\d", text)) for text in texts]
    assert len(figures[0] & figures[1]) >= 2


def test_a_third_of_the_sentences_only_report() -> None:
    """Restraint can be learnt here: at least 30 % of all sentences hold nothing that anybody marked."""
    clean = [one for name in LOADED + PLAIN for one in clean_sentences(name)]
    assert sum(clean) / len(clean) >= 0.30


def test_the_agreement_is_the_one_stated() -> None:
    """The README's figures on the two readings are those of the key, word by word over all reports."""
    values = [
        [float(any(row[f"reading_{n}"] == "1" and touches(row, start, end) for row in key()[name])) for n in (1, 2)]
        for name in sorted(LOADED + PLAIN)
        for start, end in zip(material().page(name).starts, material().page(name).ends, strict=True)
    ]
    table = np.array(values)
    first, second = table.sum(axis=0).astype(int)
    found = measure_agreement(table)
    differ = (table[:, 0] != table[:, 1]).sum()
    stated = " ".join((FOLDER / "README.md").read_text(encoding="utf-8").split())
    assert f"Over all {len(table)} words of the 20 reports" in stated
    assert f"alpha {found.alpha:.2f} (nominal; 95 % interval {found.low:.2f} to {found.high:.2f})" in stated
    assert f"The first took {first} words, the second {second}; they differ on {differ}." in stated


@pytest.mark.skipif(not SHARED.is_dir(), reason="the texts of others are not on this machine")
def test_no_sentence_is_somebody_elses() -> None:
    """No sentence of nine words or more stands in the articles of others that we test with."""
    theirs = f" {' '.join(_fold(text) for text in _shared_texts())} "
    for name in LOADED + PLAIN:
        page = material().page(name)
        for sentence in page.sentences:
            if sentence.until - sentence.first >= 9:
                assert f" {_fold(page.text[sentence.start : sentence.end])} " not in theirs


def _fold(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _shared_texts() -> list[str]:
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in SHARED.rglob("*.txt")]
    for path in SHARED.rglob("*.parquet"):
        frame = pl.read_parquet(path)
        strings = [frame[name].drop_nulls() for name, kind in frame.schema.items() if kind == pl.String]
        lists = [frame[name].explode() for name, kind in frame.schema.items() if kind == pl.List(pl.String)]
        texts += [text for series in (*strings, *lists) for text in series if text]
    return texts
