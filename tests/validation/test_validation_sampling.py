"""A sample is fair, seeded, blind and weighted so that it stands for the corpus."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from validation_samples import articles, hit, hits, sentence, sentences

from framing.errors import CorpusError, OutputError
from framing.validation.codings import sample_of
from framing.validation.keys import find_key, read_key, write_sample
from framing.validation.sampling import LONGEST, Design, Sample, draw_sample, share_out
from framing.validation.tables import COUNTS, KEY, LOADED, SHEET

WORDS = "The despot spoke. "


def corpus(sizes: dict[tuple[str, str], int], clear: int = 0) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """So many marks of each outlet and category, one an article, and articles of one sentence without a mark."""
    texts, said, marks = {}, [], []
    for (outlet, category), size in sizes.items():
        for n in range(size):
            one = f"{outlet}-{category}-{n}"
            texts[one] = (outlet, WORDS)
            said.append(sentence(one, 0, len(WORDS) - 1))
            marks.append(hit(one, 4, 10, category=category))
    for n in range(clear):
        texts[f"clear-{n}"] = ("Wire", "It rained here.")
        said.append(sentence(f"clear-{n}", 0, 15))
    return articles(texts), sentences(*said), hits(*marks)


def draw(sizes: dict[tuple[str, str], int], clear: int = 0, **wanted: object) -> Sample:
    return draw_sample(*corpus(sizes, clear), Design(**wanted))  # type: ignore[arg-type]


def test_shares_are_equal_as_far_as_there_are_enough() -> None:
    """Of 5, 100 and 40 marks, 45 are drawn 5, 20, 20; each stands for what its group holds over what was drawn."""
    drawn = draw({("A", "labels"): 5, ("A", "praise"): 100, ("B", "labels"): 40}, marks=45)
    counted = drawn.key.group_by("outlet", "category").agg(pl.len(), pl.col("weight").unique())
    assert sorted((*row[:3], *row[3]) for row in counted.rows()) == [
        ("A", "labels", 5, 1.0), ("A", "praise", 20, 5.0), ("B", "labels", 20, 2.0)
    ]  # fmt: skip
    assert drawn.marks == 145


@given(sizes=st.lists(st.integers(1, 30), max_size=6), wanted=st.integers(0, 120), seed=st.integers(0, 5))
def test_shares_out_what_there_is(sizes: list[int], wanted: int, seed: int) -> None:
    """No group gives more than it has, two that could give more differ by at most one, and the sum is right."""
    given_, weights = share_out(sizes, wanted, np.random.default_rng(seed))
    assert sum(given_) == min(wanted, sum(sizes))
    assert all(0 <= many <= size for many, size in zip(given_, sizes, strict=True))
    spare = [many for many, size in zip(given_, sizes, strict=True) if many < size]
    assert not spare or max(given_) - min(spare) <= 1
    if all(given_):
        assert sum(many * weight for many, weight in zip(given_, weights, strict=True)) == pytest.approx(sum(sizes))


def test_weights_stand_for_the_corpus_where_groups_are_too_many() -> None:
    """With more groups than marks to draw, weights add up to the corpus on average over the seeds."""
    sizes = [3, 50, 7, 20, 1, 9]
    totals = []
    for seed in range(400):
        many, weights = share_out(sizes, 4, np.random.default_rng(seed))
        totals.append(sum(m * w for m, w in zip(many, weights, strict=True)))
    assert np.mean(totals) == pytest.approx(sum(sizes), rel=0.08)


def test_nothing_is_drawn_twice_and_the_seed_decides() -> None:
    """The same seed gives the same sample under the same id, another seed another one; no mark comes twice."""
    sizes = {("A", "labels"): 50, ("B", "labels"): 50}
    one, same, other = (draw(sizes, marks=30, seed=seed) for seed in (3, 3, 4))
    assert one.key.equals(same.key)
    assert one.sheet.equals(same.sheet)
    assert sample_of(one.key["id"][0]) != sample_of(other.key["id"][0])
    assert one.key.select("article", "start").is_unique().all()
    assert not one.key["article"].equals(other.key["article"])


def test_all_is_drawn_where_there_is_less_than_asked() -> None:
    """Asked for 200 of 7 marks, the sample has 7, each standing for itself."""
    drawn = draw({("A", "labels"): 7}, marks=200)
    assert drawn.key["weight"].to_list() == [1.0] * 7
    assert draw({}, marks=5).sheet.height == 0


def test_only_loaded_words_in_the_voice_asked_for() -> None:
    """Quoted words and neutral verbs are not drawn, nor counted; headlines are if asked for."""
    texts = articles({"a": ("Wire", WORDS)}).with_columns(title=pl.lit("Despot out"))
    said = sentences(
        sentence("a", 0, 17), {**sentence("a", 0, 10, -1, words_own=0, words_headline=2), "field": "title"}
    )
    marks = hits(
        hit("a", 4, 10, voice="quoted"),
        hit("a", 11, 16, loaded=False),
        hit("a", 0, 6, voice="headline", field="title", sentence=-1),
    )
    assert draw_sample(texts, said, marks, Design()).sheet.height == 0
    drawn = draw_sample(texts, said, marks, Design(voice="headline"))
    assert drawn.sheet["sentence"].to_list() == ["Despot out"]
    assert drawn.counts.rows() == [("a", "Wire", 2, "labels", 1)]


def test_sentences_without_a_mark_are_mixed_in() -> None:
    """They have no mark, stand among the others, and stand for all such sentences."""
    drawn = draw({("A", "labels"): 40}, clear=60, marks=20, unmarked=20)
    kinds = drawn.key["kind"].to_list()
    assert (kinds.count("marked"), kinds.count("unmarked")) == (20, 20)
    assert kinds != sorted(kinds)
    clear = drawn.sheet.filter(pl.col("mark") == "")
    assert set(clear["sentence"]) == {"It rained here."}
    assert set(clear["before"]) == {""}
    assert set(drawn.key.filter(pl.col("kind") == "unmarked")["weight"]) == {3.0}
    assert drawn.unmarked == 60


def test_the_key_points_to_the_mark() -> None:
    """Offsets, entry and article of the key find the mark again, and the sheet shows the same words."""
    texts, said, marks = corpus({("A", "labels"): 5, ("B", "praise"): 5})
    drawn = draw_sample(texts, said, marks, Design(marks=6))
    by_id = dict(texts.select("article", "text").rows())
    for item, key in zip(drawn.sheet.iter_rows(named=True), drawn.key.iter_rows(named=True), strict=True):
        assert item["id"] == key["id"]
        assert by_id[key["article"]][key["start"] : key["end"]] == item["mark"] == "despot"
        assert item["before"] + item["mark"] + item["after"] == item["sentence"]
        assert key["entry"].startswith("ours/")
    assert drawn.sheet.schema == SHEET.schema
    assert drawn.key.schema == KEY.schema
    assert drawn.counts.schema == COUNTS.schema


def test_a_long_sentence_is_cut_around_its_mark() -> None:
    """However long a sentence, the coder sees the mark with what is around it, from word to word, on one line."""
    text = "word\n" * 400 + "despot " + "word " * 400
    start = text.index("despot")
    said = sentences(sentence("a", 0, len(text) - 1))
    drawn = draw_sample(articles({"a": ("Wire", text)}), said, hits(hit("a", start, start + 6)), Design())
    (item,) = drawn.sheet.iter_rows(named=True)
    assert len(item["sentence"]) <= LONGEST
    assert item["before"] + item["mark"] + item["after"] == item["sentence"]
    assert set(item["sentence"].split(" ")) == {"word", "despot"}
    assert len(item["before"]) > LONGEST / 3
    assert len(item["after"]) > LONGEST / 3


def test_counts_hold_every_article(tmp_path: Path) -> None:
    """Articles without a mark count by their words; the counts are read back as they were written."""
    drawn = draw({("A", "labels"): 3}, clear=2, marks=2)
    assert drawn.counts.height == 5
    assert drawn.counts.filter(pl.col("category") == "").select("words", "marks").rows() == [(10, 0)] * 2
    key, _ = write_sample(drawn, tmp_path / "coding.csv")
    sample = sample_of(drawn.key["id"][0])
    read = read_key(key, sample)
    assert read.key.equals(drawn.key)
    assert read.counts.equals(drawn.counts)
    assert find_key([tmp_path / "anna.csv"], sample) == key
    assert find_key([tmp_path / "coders" / "anna.csv"], sample) == key
    assert find_key([tmp_path / "anna.csv"], "other") is None


def test_coders_do_not_see_the_outlet(tmp_path: Path) -> None:
    """Neither outlet nor article stands in the sheet unless asked for; the columns to fill in are empty."""
    drawn = draw({("Tabloid", "labels"): 3}, marks=3)
    write_sample(drawn, tmp_path / "blind.csv")
    blind = (tmp_path / "blind.csv").read_text("utf-8-sig")
    assert "Tabloid" not in blind
    assert blind.splitlines()[0] == f"id,sentence,before,mark,after,term,category,{LOADED},reason"
    write_sample(drawn, tmp_path / "seen.csv", outlets=True)
    assert "Tabloid" in (tmp_path / "seen.csv").read_text("utf-8-sig")


def test_a_sheet_at_work_is_not_written_over(tmp_path: Path) -> None:
    """A second sample under the same name is refused: people may have filled in the first."""
    drawn = draw({("A", "labels"): 3}, marks=3)
    write_sample(drawn, tmp_path / "coding.csv")
    for name in ("coding.csv", "coding.xlsx"):  # both would have the same key
        with pytest.raises(OutputError, match="it is there already"):
            write_sample(drawn, tmp_path / name)
    with pytest.raises(OutputError, match=r"ends in \.csv or \.xlsx"):
        write_sample(drawn, tmp_path / "coding.ods")


def test_a_key_that_was_changed_is_refused(tmp_path: Path) -> None:
    """A key of another sample, or one with a broken number, gives a message and not a wrong figure."""
    drawn = draw({("A", "labels"): 3}, marks=3)
    key, _ = write_sample(drawn, tmp_path / "coding.csv")
    sample = sample_of(drawn.key["id"][0])
    with pytest.raises(CorpusError, match="key of another sample"):
        read_key(key, "other")
    key.write_text(key.read_text("utf-8-sig").replace(",1.0", ",many"), "utf-8")
    with pytest.raises(CorpusError, match="it can't be read"):
        read_key(key, sample)
    key.write_text("id,weight\n", "utf-8")
    with pytest.raises(CorpusError, match="lacks"):
        read_key(key, sample)
