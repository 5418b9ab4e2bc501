"""The stages in order: the table of contents of the program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import polars as pl

from framing.actors.cast import Cast, compile_cast
from framing.actors.discovery import discover_actors, mentioned_world
from framing.actors.files import Actor, load_nicknames, load_offices, load_world
from framing.actors.survey import survey_names, survey_vocabulary
from framing.corpus import Reading as CorpusReading
from framing.engine import Equipment, equip, read_buffer
from framing.evidence import collect, to_tables
from framing.layout import Columns
from framing.lexicon import Lexicons, load_lexicons
from framing.progress import Progress, stay_quiet
from framing.recipe import SHORT, Recipe, Source, make_recipe
from framing.score import count_words, score
from framing.stance import load_model, read_stances
from framing.tables import ARTICLES, SET_ASIDE, STANCES, check
from framing.text.buffer import Piece, cut_chunks

_TITLED = ("head of state", "head of government", "minister", "military", "legislator", "judge", "spokesperson")


@dataclass(frozen=True)
class Analysis:
    """
    What was read in a corpus, as tables (framing/tables.py says what their columns mean).

    Attributes:
        articles: ARTICLES with words_own and words_quoted filled in.
        sentences, quotes, mentions, hits, links, stances, scores: the tables of those names.
        set_aside: what of the input could not be used.
        notes: what else is to be known of the corpus, a sentence each.
        actors: who was looked for.
        lexicons: the lexicons in force.
        recipe: what it was made with.
    """

    articles: pl.DataFrame
    sentences: pl.DataFrame
    quotes: pl.DataFrame
    mentions: pl.DataFrame
    hits: pl.DataFrame
    links: pl.DataFrame
    stances: pl.DataFrame
    scores: pl.DataFrame
    set_aside: pl.DataFrame
    notes: tuple[str, ...]
    actors: tuple[Actor, ...]
    lexicons: Lexicons
    recipe: Recipe

    @property
    def names(self) -> dict[str, str]:
        """Actor id → name."""
        return {actor.id: actor.name for actor in self.actors}


@dataclass(frozen=True)
class Options:
    """
    What an analysis may be asked for.

    Attributes:
        categories: score every category of loaded words for every actor too.
        stances: read every sentence toward the actors that it mentions.
        tone: read the general tone with TextBlob and VADER (slow: about a megabyte a second).
    """

    categories: bool = False
    stances: bool = True
    tone: bool = False


def analyze(
    corpus: pl.DataFrame | CorpusReading,
    *,
    lexicons: Lexicons | None = None,
    actors: Sequence[Actor] | None = None,
    options: Options = Options(),
    progress: Progress = stay_quiet,
) -> Analysis:
    """
    Read every article: who says what about whom, with its place in the text.

    Args:
        corpus: ARTICLES, or what `read_corpus` gives with its notes.
        lexicons: those in force; None: the bundled ones.
        actors: who to look for, beside the bundled countries; None: whoever the corpus itself names.
        options: what to score beyond the default.
        progress: called with a stage's name, how much is done, and how much there is.

    Raises:
        TableError: `corpus` is no ARTICLES table. LexiconError, ActorError: the bundled data were tampered with.
    """
    reading = corpus if isinstance(corpus, CorpusReading) else None
    articles = check(corpus.articles if isinstance(corpus, CorpusReading) else corpus, ARTICLES)
    lexicons = lexicons or load_lexicons()
    ids = articles["article"].to_list()
    pieces = cut_pieces(articles)
    progress("finding actors", 0, 1)
    cast = find_cast(pieces, actors)
    equipment = equip(lexicons.in_force(), cast, _titles())
    evidence = to_tables(list(_read(pieces, equipment, progress)), equipment, ids)
    tables = {name: getattr(evidence, name) for name in ("sentences", "quotes", "mentions", "hits", "links")}
    if options.stances:
        progress("reading stances", 0, 1)
        tables["stances"] = read_stances(articles, tables["sentences"], tables["mentions"])
    progress("scoring", 0, 1)
    scores = score(
        articles, tables, lexicons=lexicons, categories=options.categories, tone=options.tone,
        progress=partial(progress, "reading the tone"),
    )  # fmt: skip
    seen = set(evidence.mentions["actor"].unique().to_list())
    return Analysis(
        articles=count_words(articles, evidence.sentences),
        **{"stances": STANCES.empty(), **tables},
        scores=scores,
        set_aside=reading.set_aside if reading else SET_ASIDE.empty(),
        notes=reading.notes if reading else (),
        actors=tuple(actor for actor in cast.actors if actor.id in seen),
        lexicons=lexicons,
        recipe=make_recipe(
            articles,
            lexicons,
            cast.actors,
            actors_from="discovered" if actors is None else "given",
            further=_tone_source() if options.stances else (),
        ),
    )


def _tone_source() -> tuple[Source]:
    model = load_model()
    return (Source(model.name, model.version, model.size, model.digest[:SHORT]),)


def _read(pieces: Sequence[Piece], equipment: Equipment, progress: Progress) -> Iterator[dict[str, Columns]]:
    done, size = 0, len(pieces)
    for chunk in cut_chunks(pieces):
        yield collect(read_buffer(chunk, equipment), equipment)
        done += len(chunk)
        progress("reading", done, size)


def _titles() -> list[str]:
    """Single words for offices that may stand before a name."""
    return [title for title, kind in load_offices().items() if title.isalpha() and title.islower() and kind in _TITLED]


def find_headline(text: str, furniture: Sequence[tuple[int, int]]) -> int:
    """Up to where a text without a title is its headline: a first line of 4 to 30 words without a full stop."""
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
    columns = (articles[name].to_list() for name in ("title", "text", "furniture"))
    for number, (title, text, furniture) in enumerate(zip(*columns, strict=True)):
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
