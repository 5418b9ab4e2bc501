"""What a text says toward a target, as a user asks it."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from toward_samples import FAVOURABLE, PLAIN, UNFAVOURABLE, frame

import framing
from framing.errors import TableError
from framing.tables import TOWARD

ALL = (*FAVOURABLE, *UNFAVOURABLE, *PLAIN)


@pytest.mark.parametrize(("sentences", "polarity"), [(FAVOURABLE, 1), (UNFAVOURABLE, -1), (PLAIN, 0)])
def test_plain_cases_are_read_right(sentences: tuple[str, ...], polarity: int):
    """Praise is favourable, blame unfavourable, and a plain report neither."""
    assert framing.toward(frame(*sentences))["polarity"].to_list() == [polarity] * len(sentences)


def test_who_does_it_and_whom_it_is_done_to_are_told_apart():
    """Of one sentence, the accuser is seen in a better light than the accused."""
    accuser, accused = framing.toward(
        frame("[Quint] accused Orlan of fraud and theft.", "Quint accused [Orlan] of fraud and theft.")
    )["valence"].to_list()
    assert accused < accuser


def test_every_column_that_was_given_is_kept():
    """The rows come back as they were, with the columns of TOWARD beside them."""
    given_frame = frame(*ALL).with_columns(mine=pl.lit("kept"))
    read = framing.toward(given_frame)
    assert read.select(given_frame.columns).equals(given_frame)
    assert read.columns == [*given_frame.columns, *TOWARD.names]
    assert dict(read.select(TOWARD.names).schema) == TOWARD.schema


def test_figures_lie_in_their_ranges():
    """Valence lies within -1 and +1, loadedness within 0 and 1, confidence within a third and 1."""
    read = framing.toward(frame(*ALL))
    assert read["valence"].is_between(-1, 1).all()
    assert read["loadedness"].is_between(0, 1).all()
    assert read["confidence"].is_between(1 / 3, 1).all()


def test_evidence_lies_where_it_says():
    """Every word of the evidence is found between its offsets, outside of the target, in the order of the text."""
    for row in framing.toward(frame(*ALL)).iter_rows(named=True):
        starts = [word["start"] for word in row["evidence"]]
        assert starts == sorted(starts)
        for word in row["evidence"]:
            surface = row["text"][word["start"] : word["end"]]
            assert surface == surface.strip()
            assert surface
            assert word["end"] <= row["start"] or word["start"] >= row["end"]
            assert word["role"]
            assert word["weight"] != 0


def test_the_words_of_the_evidence_are_the_reason():
    """What speaks against the target most in "lied to voters" is the lie."""
    evidence = framing.toward(frame("[Quint] lied to voters."))["evidence"][0].to_list()
    worst = min(evidence, key=lambda word: word["weight"])
    assert (worst["term"].split()[0], worst["role"]) == ("lie", "subject")


def test_below_the_threshold_it_abstains():
    """Where the confidence is below the threshold polarity is null, and nowhere else; by default it never is."""
    read = framing.toward(frame(*ALL))
    assert read["polarity"].null_count() == 0
    sure = framing.toward(frame(*ALL), threshold=0.9)
    assert 0 < sure["polarity"].null_count() < len(ALL)
    assert (sure["polarity"].is_null() == (read["confidence"] < 0.9)).all()
    assert sure["valence"].equals(read["valence"])


def test_a_row_does_not_depend_on_the_others():
    """Alone, in company, or in another order, a target gets the same figures and the same evidence."""
    together = framing.toward(frame(*ALL))
    for at, sentence in enumerate(ALL):
        assert framing.toward(frame(sentence)).equals(together[at : at + 1])
    assert framing.toward(frame(*reversed(ALL))).equals(together.reverse())


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(ALL), st.sampled_from(["Adel Orme", "Vlad Petrov", "Boris Stark", "Hilda Crook", "Joy Savage"]))
def test_a_name_has_no_tone(sentence: str, name: str):
    """Another name in the target's place, be it Crook or Joy, changes nothing."""
    first = framing.toward(frame(sentence)).drop("text", "start", "end", "evidence")
    assert (
        framing.toward(frame(sentence.replace("Marla Quint", name)))
        .drop("text", "start", "end", "evidence")
        .equals(first)
    )


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=60), st.data())
def test_any_text_can_be_read(text: str, data: st.DataObject):
    """Whatever the characters, a target in them is read, and the evidence points into the text."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    row = framing.toward(pl.DataFrame({"text": [text], "start": [start], "end": [end]})).row(0, named=True)
    assert all(0 <= word["start"] < word["end"] <= len(text) for word in row["evidence"])


def test_an_empty_frame_comes_back_empty():
    """No rows in, no rows out, with every column."""
    assert framing.toward(frame()).columns == ["text", "start", "end", *TOWARD.names]


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 2), (0, 99)])
def test_a_target_outside_its_text_is_refused(start: int, end: int):
    """Offsets that do not lie within the text are an error that names the first such row."""
    wrong = pl.DataFrame({"text": ["Quint lied.", "Quint lied."], "start": [0, start], "end": [5, end]})
    with pytest.raises(
        TableError, match=f"1 of 2 targets lie outside their text; the first is row 1: {start} to {end}"
    ):
        framing.toward(wrong)


def test_a_missing_column_is_named():
    """A frame without offsets is refused, and told what is missing."""
    with pytest.raises(TableError, match="TARGETS lacks start, end"):
        framing.toward(pl.DataFrame({"text": ["Quint lied."]}))
