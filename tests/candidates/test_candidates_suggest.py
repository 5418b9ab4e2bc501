"""From a corpus to candidates, each with its evidence, and none of them listed before somebody accepts it."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from candidate_samples import Text, invent_words, make_tables

from framing.candidates import CANDIDATES, Request, suggest, write_sheet
from framing.columns import check
from framing.lexicon import Entry, Lexicon, Lexicons, check_lexicon, load_lexicon, load_lexicons

LISTED = Lexicons((Lexicon("ours", entries=(Entry("despot", "labels"), Entry("slam", "hostile", kind="reporting"))),))
NOTHING = Lexicons((Lexicon("ours"),))


def write_texts(*, of: tuple[str, ...] = ("despot", "zarg"), size: int = 240) -> list[Text]:
    """Articles of two outlets in which the words `of` stand in the same places, among much that differs."""
    rng = np.random.default_rng(7)
    others = invent_words(80)
    texts = []
    for number in range(size):
        filler = [" ".join(rng.choice(others, 8)) + "." for _ in range(3)]
        word, here, there = of[int(rng.integers(len(of)))], *rng.choice(others, 2)
        charged = (
            f"The {rng.choice(['cruel', 'ruthless'])} {word} jailed {here} {rng.choice(['rivals', 'poets'])} again."
        )
        plain = f"A {rng.choice(['wet', 'dry'])} garden {rng.choice(['grew', 'lay'])} behind {there}."
        order = rng.permutation([*filler, plain if number % 3 else charged]).tolist()
        texts.append(Text(("Wire", "Tabloid")[number % 2], " ".join(order)))
    return texts


@pytest.fixture(scope="module")
def tables() -> dict[str, pl.DataFrame]:
    """A corpus in which zarg takes the places of despot."""
    return make_tables(write_texts())


def of_contexts(tables: dict[str, pl.DataFrame], request: Request, lexicons: Lexicons = LISTED) -> list[dict]:
    """Rows by contexts."""
    found = suggest(tables, lexicons, request).candidates
    return found.filter(found["source"] == "contexts").to_dicts()


def test_a_word_in_the_same_contexts_is_found(tables: dict[str, pl.DataFrame]) -> None:
    """What takes the places of a listed word comes first, with that word beside it and its category."""
    for request in (Request(like=["despot"]), Request(), Request(category="labels")):
        first = of_contexts(tables, request)[0]
        assert (first["term"], first["near"], first["category"]) == ("zarg", ["despot"], "labels")
        assert first["score"] > 0.5


def test_evidence_is_where_it_says(tables: dict[str, pl.DataFrame]) -> None:
    """Each place is the word itself in its article, in a sentence from there, of different articles and outlets."""
    found = suggest(tables, LISTED, Request(like=["despot"]))
    texts = dict(tables["articles"].select("article", "text").iter_rows())
    check(found.candidates, CANDIDATES)
    for row in found.candidates.to_dicts():
        for place in row["evidence"]:
            surface = texts[place["article"]][place["start"] : place["end"]].lower()
            assert surface in (row["term"], *row["forms"])
            start = place["offset"]
            assert texts[place["article"]][start : start + len(place["sentence"])] == place["sentence"]
            assert start <= place["start"] < place["end"] <= start + len(place["sentence"])
        assert len({place["article"] for place in row["evidence"]}) == len(row["evidence"])
    assert {place["outlet"] for place in found.candidates["evidence"][0]} == {"Wire", "Tabloid"}


def test_quoted_words_are_neither_counted_nor_shown() -> None:
    """A word counts and is shown only where the outlet itself says it."""
    texts = [one._replace(text=f'{one.text} "He is a zarg". ') for one in write_texts()]
    tables = make_tables(texts)
    first = of_contexts(tables, Request(like=["despot"]))[0]
    own = sum("zarg jailed" in one.text for one in texts)
    assert (first["term"], first["count"], first["articles"]) == ("zarg", own, own)
    assert all('"' not in place["sentence"] for place in first["evidence"])


def test_seeds_that_tell_nothing_are_named(tables: dict[str, pl.DataFrame]) -> None:
    """A seed that is not there, and one that stands there too seldom, are said."""
    few = make_tables([*write_texts(), Text("Wire", "A tyrant.")])
    found = suggest(few, LISTED, Request(like=["mogul", "tyrant"]))
    assert any(note.startswith("`mogul` is not in the corpus") for note in found.notes)
    assert any(note.startswith("`tyrant` stands there 1 ×: too few to tell") for note in found.notes)
    assert found.candidates.filter(found.candidates["source"] == "contexts").is_empty()


def test_seeds_need_not_be_listed(tables: dict[str, pl.DataFrame]) -> None:
    """With no list at all, a seed still finds its like, without a category, and is itself no candidate."""
    rows = of_contexts(tables, Request(like=["despot"]), NOTHING)
    assert (rows[0]["term"], rows[0]["category"]) == ("zarg", None)
    assert "despot" not in [row["term"] for row in rows]


def test_a_small_corpus_is_said_to_be_small(tables: dict[str, pl.DataFrame]) -> None:
    """Where no SVD is made, and where nothing stands often enough, the notes say so."""
    assert any(note.startswith("The corpus is small: contexts") for note in suggest(tables, LISTED).notes)
    tiny = suggest(make_tables(write_texts(size=3)), LISTED)
    assert tiny.candidates.is_empty()
    assert any(note.startswith("The corpus is too small") for note in tiny.notes)


def test_a_word_of_one_outlet_is_found_with_its_outlet() -> None:
    """What one outlet alone writes is a distinguishing term, shown in that outlet's sentences."""
    texts = [
        one._replace(text=f"{one.text} Plan {number} was grubby.") if number % 6 == 1 else one
        for number, one in enumerate(write_texts())
    ]
    found = suggest(make_tables(texts), LISTED).candidates
    row = found.filter((found["term"] == "grubby") & (found["source"] == "distinguishing")).to_dicts()[0]
    assert row["outlet"] == "Tabloid"
    assert row["q"] < 0.05
    assert row["score"] > 3
    assert {place["outlet"] for place in row["evidence"]} == {"Tabloid"}


def test_one_outlet_is_told_from_nobody() -> None:
    """With a single outlet there are candidates by contexts, and a note instead of those by outlet."""
    found = suggest(make_tables([one._replace(outlet="Wire") for one in write_texts()]), LISTED)
    assert set(found.candidates["source"]) == {"contexts"}
    assert any(note.startswith("There is nothing to tell outlets by") for note in found.notes)


def test_the_same_corpus_gives_the_same_sheet() -> None:
    """Byte for byte, whatever was run before."""
    first, second = (write_sheet(suggest(make_tables(write_texts()), LISTED).candidates) for _ in range(2))
    assert first == second


def test_a_sheet_marks_nothing_until_a_row_is_accepted(tables: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    """Given as a lexicon the sheet has no entry; with an emptied action it has that one."""
    sheet = tmp_path / "candidates.csv"
    text = write_sheet(suggest(tables, LISTED, Request(like=["despot"])).candidates)
    sheet.write_text(text, "utf-8")
    lexicon = load_lexicon(sheet)
    assert lexicon.entries == ()
    assert lexicon.drops == ()
    assert load_lexicons([sheet], bundled=False).in_force() == ()
    assert any("wait" in fault.fault for fault in check_lexicon(lexicon))
    sheet.write_text(text.replace("candidate,zarg,", ",zarg,"), "utf-8")
    (entry,) = load_lexicon(sheet).entries
    assert (entry.term, entry.category) == ("zarg", "labels")


def test_no_cell_of_a_sheet_is_a_formula() -> None:
    """Text of articles that begins like a formula is written so that a spreadsheet takes it for text."""
    row = {
        "term": "zarg", "forms": ["zargs"], "source": "contexts", "score": 0.5, "near": ["despot"], "count": 9,
        "articles": 9, "outlets": 1,
        "evidence": [{"article": "a", "outlet": "=A1", "start": 0, "end": 4, "sentence": "zarg", "offset": 0}],
    }  # fmt: skip
    rows = list(csv.DictReader(write_sheet(CANDIDATES.frame([row])).removeprefix("\ufeff").splitlines()))
    assert rows[0]["#sentence 1"].startswith("'=")
    assert rows[0]["forms"] == "zargs"
    assert rows[0]["action"] == "candidate"


def test_a_term_found_twice_has_one_row() -> None:
    """By contexts and by outlet: one row of the sheet, which names both."""
    row = {
        "term": "zarg",
        "forms": [],
        "score": 0.5,
        "near": [],
        "count": 9,
        "articles": 9,
        "outlets": 1,
        "evidence": [],
    }
    both = CANDIDATES.frame(
        [
            {**row, "source": "contexts", "category": "labels"},
            {**row, "source": "distinguishing", "outlet": "Wire", "q": 0.01},
        ]
    )
    (found,) = csv.DictReader(write_sheet(both).removeprefix("\ufeff").splitlines())
    assert found["#source"] == "contexts; distinguishing (Wire)"
