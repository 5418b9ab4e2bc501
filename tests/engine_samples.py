"""A few entries and actors made by hand, and one call that reads a text with them, for all tests of the engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import polars as pl

from framing.actors.cast import compile_cast
from framing.actors.files import Actor
from framing.engine import Equipment, equip, read_buffer
from framing.evidence import Evidence, collect, to_tables
from framing.lexicon.model import Entry
from framing.text.buffer import Buffer, Piece, cut_chunks, join_pieces
from framing.text.vocabulary import Vocabulary
from framing.text.wordclasses import common_words
from framing.text.words import Sheet, read_words


def entry(term: str, pos: str, valence: float | None = None, **given: object) -> Entry:
    """An entry of a loaded lexicon; `said(…)` makes one of a reporting lexicon."""
    plain = {"category": "test", "lexicon": "mine", "version": "1", "place": "mine/test.csv:2"}
    return Entry(term=term, pos=pos, valence=valence, **(plain | given))  # type: ignore[arg-type]


def said(term: str, *forms: str, pos: str = "verb") -> Entry:
    """A plain reporting verb."""
    return entry(term, pos, forms=forms, subject=0.0, lexicon="sayings", kind="reporting", loaded=False)


ENTRIES = (
    entry("despot", "noun", -3.0, forms=("despots",), set="ruler"),
    entry("tyrant", "noun", -3.0, forms=("tyrants",), set="ruler"),
    entry("crony", "noun", -2.0, forms=("cronies",)),
    entry("stooge", "noun", -2.0, forms=("stooges",)),
    entry("hero", "noun", 2.0, forms=("heroes",)),
    entry("regime", "noun", -1.5, forms=("regimes",), owner=-1.5),
    entry("lies", "noun", -2.5, owner=-2.0),
    entry("masterstroke", "noun", 2.0, forms=("masterstrokes",), owner=3.0),
    entry("embarrassment", "noun", -1.5, owner=-1.0),
    entry("brave", "adj", 2.0, forms=("braver", "bravest")),
    entry("reckless", "adj", -2.0),
    entry("snarling", "adj", -2.5),
    entry("ashen-faced", "adj", -1.5),
    entry("humiliate", "verb", forms=("humiliates", "humiliated", "humiliating"), subject=0.5, object=-2.0),
    entry("slam", "verb", forms=("slams", "slammed", "slamming"), subject=-0.5, object=-1.5),
    entry("lash out", "verb", forms=("lashes out", "lashed out", "lashing out"), subject=-1.5, object=-0.5),
    entry("liar", "noun", -2.5, forms=("liars",)),
    entry("paranoid", "adj", -2.0),
    entry("lie", "verb", forms=("lied", "lying"), subject=-2.0, object=-0.5),
    entry("rage", "verb", forms=("raged", "raging"), subject=-2.0),
    entry("gloat", "verb", forms=("gloats", "gloated", "gloating"), subject=-2.0),
    said("say", "says", "said", "saying"),
    said("tell", "tells", "told", "telling"),
    said("warn", "warns", "warned", "warning"),
    said("claim", "claims", "claimed", "claiming"),
    said("according to", pos="phrase"),
)
# Nobody of these exists.
ACTORS = (
    Actor("orlan", "Viktor Orlan", ("Orlan",), country="norland", gender="he"),
    Actor("dovan", "Pavel Dovan", ("Dovan",), country="sudland", gender="he"),
    Actor("reis", "Marta Reis", ("Reis",), country="sudland", gender="she"),
    Actor("norland", "Norland", (), "country", ("Norlandic",), ("Norlanders",), ("Grey Palace", "Osk")),
    Actor("sudland", "Sudland", (), "country", ("Sudlandic",), ("Sudlanders",), ("Miravel",)),
)


@cache
def equipment(
    entries: tuple[Entry, ...] = ENTRIES,
    actors: tuple[Actor, ...] = ACTORS,
    shared: tuple[tuple[str, tuple[str, ...]], ...] = (),
) -> Equipment:
    """Equipment for these entries and actors, made once."""
    return equip(entries, compile_cast(actors, dict(shared)), ("president", "minister"))


@dataclass(frozen=True)
class Result:
    """The tables of what was read, and short ways to ask them."""

    evidence: Evidence
    pieces: tuple[Piece, ...]

    def text(self, row: dict[str, object]) -> str:
        """The stretch of text that a row of any table is about."""
        title = row["field"] == "title"
        piece = next(p for p in self.pieces if p.title == title and str(p.article) == row["article"])
        return piece.text[int(str(row["start"])) : int(str(row["end"]))]

    def links(self) -> set[tuple[str, str, str]]:
        """Every link as (words, actor, role)."""
        rows = self.evidence.links.iter_rows(named=True)
        return {(self.text(row), row["actor"], row["role"]) for row in rows}

    def values(self) -> dict[tuple[str, str], float]:
        """(words, actor) to valence."""
        rows = self.evidence.links.iter_rows(named=True)
        return {(self.text(row), row["actor"]): row["valence"] for row in rows}

    def mentions(self) -> list[tuple[str, str]]:
        """Every mention as (words, actor), in order."""
        return [(self.text(row), row["actor"]) for row in self.evidence.mentions.iter_rows(named=True)]

    def references(self) -> list[tuple[str, str]]:
        """Mentions that are no names, in order."""
        rows = self.evidence.mentions.filter(~pl.col("form").is_in(["name", "metonym"])).iter_rows(named=True)
        return [(self.text(row), row["actor"]) for row in rows]

    def hits(self) -> list[tuple[str, str]]:
        """Every hit as (words, term), in order."""
        return [(self.text(row), row["term"]) for row in self.evidence.hits.iter_rows(named=True)]

    def voices(self) -> list[tuple[str, str, str | None]]:
        """Every hit as (words, voice, speaker), in order."""
        return [(self.text(row), row["voice"], row["speaker"]) for row in self.evidence.hits.iter_rows(named=True)]

    def quotes(self) -> list[tuple[str, str]]:
        """Every quotation with its marks and its kind (speech, fragment, scare), in order."""
        return [(self.text(row), row["kind"]) for row in self.evidence.quotes.iter_rows(named=True)]

    def speakers(self) -> list[str | None]:
        """Who says each quotation."""
        return self.evidence.quotes["speaker"].to_list()

    def speaker_names(self) -> list[str | None]:
        """What each speaker is called."""
        return self.evidence.quotes["speaker_name"].to_list()

    def sentences(self) -> list[str]:
        """Every sentence."""
        return [self.text(row) for row in self.evidence.sentences.iter_rows(named=True)]


def read(*pieces: Piece | str, tools: Equipment | None = None, size: int = 1 << 20) -> Result:
    """Texts read, an article each unless they are given as pieces; article ids are "0", "1", …"""
    whole = tuple(piece if isinstance(piece, Piece) else Piece(i, False, piece) for i, piece in enumerate(pieces))
    tools = tools or equipment()
    articles = [str(number) for number in range(max((piece.article for piece in whole), default=-1) + 1)]
    parts = [collect(read_buffer(chunk, tools), tools) for chunk in cut_chunks(whole, size)]
    return Result(to_tables(parts, tools, articles), whole)


def titled(title: str, text: str) -> tuple[Piece, Piece]:
    """One article with its headline."""
    return Piece(0, True, title), Piece(0, False, text)


@cache
def _plain_vocabulary() -> Vocabulary:
    return Vocabulary(common_words(), (), ())


def words_of(text: str) -> tuple[Sheet, list[str]]:
    """The words of a text without any lexicon, by themselves and as they stand."""
    buffer = join_pieces([Piece(0, False, text)])
    sheet = read_words(buffer, _plain_vocabulary())
    return sheet, [text[begin:end] for begin, end, inside in _places(buffer, sheet) if inside]


def _places(buffer: Buffer, sheet: Sheet) -> Sequence[tuple[int, int, bool]]:
    inside = (sheet.start >= buffer.start[0]) & (sheet.end <= buffer.end[0])
    begin, end = buffer.characters(sheet.start), buffer.characters(sheet.end)
    return list(zip(begin.tolist(), end.tolist(), inside.tolist(), strict=True))
