"""Many texts as one UTF-8 byte buffer, cut on article boundaries, with the way back to character offsets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np

from framing.text.arrays import Bytes, Ints

# Dummy paragraphs: at both ends, so that a rule may look three words away without a bounds test, and between two
# pieces, so that neighbours never look into another text. Their word is in no list, and no text goes on from it or
# into it.
BREAK = "\né.\n".encode()
EDGE = BREAK[:-1] * 3 + b"\n"
ROOM = b"\0" * 16  # a word is read eight bytes at a time
CHUNK = 800_000  # bytes a buffer: large enough for few calls, small enough for a processor's cache


@dataclass(frozen=True)
class Piece:
    """One text to read: which article it belongs to, whether it is the title, the spans to be passed over, and up to
    which character a text without a title begins with its headline."""

    article: int
    title: bool
    text: str
    blank: tuple[tuple[int, int], ...] = ()
    headline: int = 0


@dataclass(frozen=True)
class Buffer:
    """
    Pieces laid end to end.

    `raw` holds the bytes as given, `work` the same bytes with furniture blanked to line ends: offsets are the same
    in both. `start` and `end` are the pieces' byte bounds.
    """

    pieces: tuple[Piece, ...]
    raw: Bytes
    work: Bytes
    start: Ints
    end: Ints

    def piece_of(self, place: Ints) -> Ints:
        """The piece that each byte lies in or after."""
        return np.searchsorted(self.start, place, "right").astype(np.int64) - 1

    @cached_property
    def headlines(self) -> tuple[Ints, Ints]:
        """Byte bounds of every piece's headline: a title, or what a text without one begins with (often nothing)."""
        ends = [
            end if piece.title else start + len(piece.text[: piece.headline].encode("utf-8", "surrogatepass"))
            for piece, start, end in zip(self.pieces, self.start.tolist(), self.end.tolist(), strict=True)
        ]
        return self.start, np.array(ends, np.int64)

    @cached_property
    def _continuations(self) -> Ints:
        """Places of the bytes that continue a character."""
        return np.flatnonzero((self.raw & 0xC0) == 0x80)

    @cached_property
    def _continued(self) -> Ints:
        """How many such bytes stand before each piece."""
        return np.searchsorted(self._continuations, self.start).astype(np.int64, copy=False)

    def characters(self, place: Ints, piece: Ints | None = None) -> Ints:
        """Byte places as character offsets into their pieces; which these are may be given, where it is known."""
        piece = self.piece_of(place) if piece is None else piece
        inside = np.searchsorted(self._continuations, place) - self._continued.take(piece)
        out: Ints = place - self.start.take(piece) - inside
        return out


def join_pieces(pieces: Sequence[Piece]) -> Buffer:
    """The pieces as one buffer."""
    encoded = [piece.text.encode("utf-8", "surrogatepass") for piece in pieces]
    lengths = np.array([len(text) for text in encoded], np.int64)
    start = len(EDGE) + np.concatenate([[0], np.cumsum(lengths + len(BREAK))[:-1]]).astype(np.int64)
    raw = np.frombuffer(b"".join([EDGE, *chain.from_iterable((text, BREAK) for text in encoded), EDGE, ROOM]), np.uint8)
    work = raw.copy() if any(piece.blank for piece in pieces) else raw
    for piece, begin in zip(pieces, start.tolist(), strict=True):
        for first, last in piece.blank:
            left = begin + len(piece.text[:first].encode("utf-8", "surrogatepass"))
            work[left : left + len(piece.text[first:last].encode("utf-8", "surrogatepass"))] = ord("\n")
    return Buffer(tuple(pieces), raw, work, start, start + lengths)


def cut_chunks(pieces: Sequence[Piece], size: int = CHUNK) -> Iterator[tuple[Piece, ...]]:
    """Runs of whole articles of about `size` characters each."""
    begin, length = 0, 0
    for at, piece in enumerate(pieces, 1):
        length += len(piece.text)
        ends_article = at == len(pieces) or pieces[at].article != piece.article
        if ends_article and (length >= size or at == len(pieces)):
            yield tuple(pieces[begin:at])
            begin, length = at, 0
