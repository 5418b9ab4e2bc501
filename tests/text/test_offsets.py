"""Every row of every table points at the very characters of the article it speaks of, furniture or not."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from reference.reference_samples import articles, awkward_pieces, equipment

from framing import resources
from framing.corpus import read_corpus
from framing.engine import Equipment, equip, read_buffer
from framing.evidence import Evidence, collect, to_tables
from framing.lexicon import load_lexicons
from framing.pipeline import _titles, cut_pieces, find_cast
from framing.text.buffer import Piece, cut_chunks

Row = dict[str, Any]
WORD = re.compile("[A-Za-z0-9\u00c0-\u1fff\u3000-\U0010ffff]+")  # runs of letters and digits, as the engine sees them
QUOTATION_MARKS = frozenset("\"'“”„‟‘’‚‛«»")


@cache
def tools() -> Equipment:
    return equipment()


class Read:
    """The tables of some articles, and the texts they are about."""

    def __init__(self, pieces: Sequence[Piece], made: Equipment, size: int = 1 << 20) -> None:
        self.pieces = {(str(piece.article), "title" if piece.title else "text"): piece for piece in pieces}
        ids = [str(number) for number in range(max(piece.article for piece in pieces) + 1)]
        parts = [collect(read_buffer(chunk, made), made) for chunk in cut_chunks(pieces, size)]
        self.evidence: Evidence = to_tables(parts, made, ids)
        self.edges = {key: edges(piece) for key, piece in self.pieces.items()}

    def of_article(self, article: str) -> list[Piece]:
        """The pieces of an article."""
        return [piece for (name, _), piece in self.pieces.items() if name == article]

    def rows(self, table: str) -> Iterator[Row]:
        frame: pl.DataFrame = getattr(self.evidence, table)
        return frame.iter_rows(named=True)

    def text(self, row: Row, start: str = "start", end: str = "end") -> str:
        """The characters that a row points at."""
        return self.pieces[row["article"], row["field"]].text[row[start] : row[end]]

    def is_of_words(self, row: Row, start: str = "start", end: str = "end") -> bool:
        """Does the row begin where a word begins, end where one ends, and hold some?"""
        begins, ends = self.edges[row["article"], row["field"]]
        return row[start] < row[end] and row[start] in begins and row[end] in ends

    def is_in_furniture(self, row: Row) -> bool:
        """Does the row begin or end in furniture?"""
        blank = self.pieces[row["article"], row["field"]].blank
        return any(begin <= row["start"] < end or begin < row["end"] <= end for begin, end in blank)


def without_furniture(piece: Piece) -> str:
    """The text with furniture as line ends, as long as before."""
    text = piece.text
    for begin, end in piece.blank:
        text = text[:begin] + "\n" * (end - begin) + text[end:]
    return text


def edges(piece: Piece) -> tuple[set[int], set[int]]:
    """Where words begin and where they end."""
    found = list(WORD.finditer(without_furniture(piece)))
    return {word.start() for word in found}, {word.end() for word in found}


def check(read: Read) -> None:
    """All that holds of the places in all tables."""
    for table in ("hits", "mentions", "links"):
        for row in read.rows(table):
            assert read.is_of_words(row), (table, row)
            assert not read.is_in_furniture(row), (table, row)
    assert all(read.text(row) == row["surface"] for row in read.rows("hits"))
    check_links(read)
    check_quotes(read)
    check_sentences(read)


def check_links(read: Read) -> None:
    """A link goes from a hit to a mention of its actor."""
    hits = {(row["article"], row["field"], row["start"], row["end"], row["entry"]) for row in read.rows("hits")}
    mentions = {(row["article"], row["field"], row["start"], row["end"], row["actor"]) for row in read.rows("mentions")}
    for row in read.rows("links"):
        assert read.is_of_words(row, "mention_start", "mention_end"), row
        assert (row["article"], row["field"], row["start"], row["end"], row["entry"]) in hits
        assert (row["article"], row["field"], row["mention_start"], row["mention_end"], row["actor"]) in mentions


def check_quotes(read: Read) -> None:
    """A quotation begins with a mark, ends with one or with its line, and counts no more words than it has."""
    for row in read.rows("quotes"):
        piece = read.pieces[row["article"], row["field"]]
        text, given = without_furniture(piece), read.text(row)
        assert given[0] in QUOTATION_MARKS, row
        assert given[-1] in QUOTATION_MARKS or text[row["end"] : row["end"] + 1] in ("", "\n"), row
        assert row["words"] <= len(WORD.findall(text, row["start"], row["end"])), row
        if row["speaker_name"] is not None:
            assert any(row["speaker_name"] in piece.text for piece in read.of_article(row["article"]))
            assert any(row["verb"] in piece.text for piece in read.of_article(row["article"]))


def check_sentences(read: Read) -> None:
    """Sentences follow one another; every word is in one of them and is cut by none; no character is."""
    places: dict[tuple[str, str], list[Row]] = {key: [] for key in read.pieces}
    for row in read.rows("sentences"):
        places[row["article"], row["field"]].append(row)
    for key, rows in places.items():
        begins, ends = read.edges[key]
        text = without_furniture(read.pieces[key])
        assert all(before["end"] <= after["start"] for before, after in itertools.pairwise(rows))
        inside = [word.span() for row in rows for word in WORD.finditer(text, row["start"], row["end"])]
        assert {begin for begin, _ in inside} == begins
        assert {end for _, end in inside} == ends
        numbers = [row["sentence"] for row in rows]
        assert numbers == ([-1] * len(rows) if key[1] == "title" else list(range(len(rows))))
        counted = sum(row[column] for row in rows for column in row if column.startswith("words_"))
        assert counted <= len(begins)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(articles())
def test_random_texts_point_at_their_characters(pieces: list[Piece]) -> None:
    """Whatever characters a text has, its rows point at what they speak of."""
    check(Read(pieces, tools()))


@pytest.mark.parametrize("size", [1, 4 << 10, 1 << 20])
def test_awkward_texts_point_at_their_characters(size: int) -> None:
    """Texts with every kind of quotation, gap, character and furniture too, however they are cut."""
    check(Read(awkward_pieces(), tools(), size))


def test_sample_corpus_points_at_its_characters() -> None:
    """Rows of the sample corpus, with its page furniture, point at what they speak of."""
    pieces = cut_pieces(read_corpus(resources.sample_corpus()).articles)
    assert any(piece.blank for piece in pieces)
    check(Read(pieces, equip(load_lexicons().in_force(), find_cast(pieces, None), _titles())))


def test_names_stand_where_they_are_mentioned() -> None:
    """What a mention by name points at is a name of its actor."""
    pieces = [
        Piece(0, True, "Putin’s 👍🏽 “plan”"),
        Piece(0, False, "É 中文: Vladimir\u00a0Putin, said Zelensky. Kyiv 🇷🇺Reed."),
    ]
    read = Read(pieces, tools())
    named = [(read.text(row), row["actor"]) for row in read.rows("mentions")]
    assert named == [
        ("Putin", "putin"), ("Vladimir\u00a0Putin", "putin"), ("Zelensky", "zelensky"), ("Kyiv", "Ukraine"),
    ]  # fmt: skip
