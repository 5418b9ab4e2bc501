"""The stages in order: the table of contents of the program."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from framing import resources
from framing.actors.cast import Cast, compile_cast
from framing.actors.discovery import discover_actors, mentioned_world
from framing.actors.files import Actor, load_actors, load_nicknames, load_world
from framing.actors.survey import survey_names, survey_vocabulary
from framing.engine import Equipment, equip, read_buffer
from framing.evidence import Evidence, collect_evidence
from framing.lexicon import Lexicons, load_lexicons
from framing.tables import ARTICLES, check
from framing.text.buffer import Piece, cut_chunks

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Analysis:
    """
    What was read in a corpus, as tables (framing/tables.py says what their columns mean).

    Attributes:
        articles: ARTICLES with words_own and words_quoted filled in.
        sentences, quotes, mentions, hits, links, scores: the tables of those names.
        actors: who was looked for.
        lexicons: the lexicons in force.
    """

    articles: pl.DataFrame
    sentences: pl.DataFrame
    quotes: pl.DataFrame
    mentions: pl.DataFrame
    hits: pl.DataFrame
    links: pl.DataFrame
    scores: pl.DataFrame
    actors: tuple[Actor, ...]
    lexicons: Lexicons


def find_headline(text: str, furniture: Sequence[tuple[int, int]]) -> int:
    """Up to where a text without a title begins with its headline: a first line of 4 to 30 words without a full stop."""
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        inside = any(begin < at + len(line) and at < end for begin, end in furniture)
        if bare and not inside:
            fits = 4 <= len(bare.split()) <= 30 and bare[-1] not in ".!?:;,…”\"’'"
            return at + len(line.rstrip()) if fits and text[at + len(line) :].strip() else 0
        at += len(line)
    return 0


def cut_pieces(articles: pl.DataFrame) -> list[Piece]:
    """Title and text of every article as pieces for the engine."""
    pieces = []
    for number, (title, text, furniture) in enumerate(articles.select("title", "text", "furniture").iter_rows()):
        blank = tuple((span["start"], span["end"]) for span in furniture or ())
        if title:
            pieces.append(Piece(number, True, title))
        pieces.append(Piece(number, False, text, blank, 0 if title else find_headline(text, blank)))
    return pieces


def find_cast(pieces: Sequence[Piece], actors: Sequence[Actor] | None) -> Cast:
    """The actors to look for: those given with the bundled countries, or those that the corpus itself names."""
    world = load_world()
    if actors is not None:
        given = {actor.id for actor in actors}
        return compile_cast([*actors, *(actor for actor in world if actor.id not in given)])
    adjectives = compile_cast(world).adjectives
    runs = survey_names(cut_chunks(pieces), survey_vocabulary(adjectives), adjectives)
    found, shared = discover_actors(runs, world, load_nicknames())
    return compile_cast([*found, *mentioned_world(runs, world)], shared)
