"""Texts as bytes: the way back to characters, furniture blanked, articles kept whole."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from framing.text.buffer import Piece, cut_chunks, join_pieces

ANY_TEXT = st.text(st.characters(codec=None, categories=None) | st.sampled_from("aé’–😀\ud800\r\n"), max_size=40)


@given(st.lists(ANY_TEXT, min_size=1, max_size=5))
def test_bytes_lead_back_to_characters(texts: list[str]) -> None:
    """Whatever a text holds (emoji, half emoji, any script), each character is found again from its bytes."""
    buffer = join_pieces([Piece(i, False, text) for i, text in enumerate(texts)])
    for begin, text in zip(buffer.start.tolist(), texts, strict=True):
        sizes = [len(character.encode("utf-8", "surrogatepass")) for character in text]
        places = begin + np.cumsum([0, *sizes])
        assert buffer.characters(places).tolist() == list(range(len(text) + 1))


@given(st.lists(ANY_TEXT, min_size=1, max_size=5))
def test_every_byte_belongs_to_its_own_text(texts: list[str]) -> None:
    """No place of one text is ever taken for a place of its neighbour."""
    buffer = join_pieces([Piece(i, False, text) for i, text in enumerate(texts)])
    for number, (begin, end) in enumerate(zip(buffer.start.tolist(), buffer.end.tolist(), strict=True)):
        assert set(buffer.piece_of(np.arange(begin, end)).tolist()) <= {number}
        assert buffer.raw[begin:end].tobytes() == texts[number].encode("utf-8", "surrogatepass")


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_furniture_is_blanked_and_nothing_else(before: str, furniture: str, after: str) -> None:
    """What is left out becomes empty lines of the same length; the text as given and all that is around it stay."""
    text = before + furniture + after
    buffer = join_pieces([Piece(0, False, text, ((len(before), len(before) + len(furniture)),))])
    left, middle, right = (part.encode("utf-8", "surrogatepass") for part in (before, furniture, after))
    begin, end = int(buffer.start[0]), int(buffer.end[0])
    assert buffer.work[begin:end].tobytes() == left + b"\n" * len(middle) + right
    assert buffer.raw[begin:end].tobytes() == left + middle + right


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 30)), max_size=30), st.integers(1, 60))
def test_chunks_keep_articles_whole(pieces: list[tuple[int, int]], size: int) -> None:
    """Title and text of an article are always read together, in order, none twice and none left out."""
    given_pieces = [Piece(article, False, "x" * length) for article, length in sorted(pieces)]
    chunks = list(cut_chunks(given_pieces, size))
    assert [piece for chunk in chunks for piece in chunk] == given_pieces
    for chunk, following in pairwise(chunks):
        assert chunk[-1].article != following[0].article
        assert sum(len(piece.text) for piece in chunk) >= size
