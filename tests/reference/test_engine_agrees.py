"""The engine says exactly what a slow reference says that reads word by word: on awkward, random and real texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from reference_comparison import Tables, by_article, differences, read_with_engine, read_with_reference, tables_of
from reference_matching import Matcher
from reference_read import read_article
from reference_samples import ARTICLES_OF_ONE_POINT, articles, awkward_pieces, equipment
from reference_text import lists_of

import framing.link.before
import framing.text.phrases
import framing.text.quotes
import framing.text.words
from framing import resources
from framing.corpus import read_corpus
from framing.engine import Equipment, equip
from framing.lexicon import load_lexicons
from framing.link.roles import Role
from framing.pipeline import _titles, cut_pieces, find_cast
from framing.text.buffer import Piece
from framing.text.kinds import Kind
from framing.text.words import COMMA

SIZES = (4 << 10, 1 << 20)  # characters a chunk: how a corpus is cut must not change anything
SHARED = Path(__file__).parents[3] / "shared"
NEWS = SHARED / "eval" / "news_sample.parquet"


@cache
def tools() -> Equipment:
    return equipment()


@cache
def reader() -> Callable[[Sequence[Piece]], dict[int, Tables]]:
    """The reference with its lists made once."""
    lists = lists_of(tools())
    matcher = Matcher.of(lists)
    return lambda pieces: {n: tables_of(read_article(list(group), lists, matcher)) for n, group in by_article(pieces)}


@cache
def corpus(path: Path, most: int = 1 << 30) -> tuple[list[Piece], Equipment, dict[int, Tables]]:
    """A corpus as pieces, the equipment the program would make for it, and what the reference says of it."""
    table = read_corpus(path).articles
    pieces = cut_pieces(table.gather_every(max(1, table.height // most)).head(most))
    made = equip(load_lexicons().in_force(), find_cast(pieces, None), _titles())
    return pieces, made, read_with_reference(pieces, made)


def disagreements(path: Path, size: int, most: int = 1 << 30) -> list[str]:
    pieces, made, reference = corpus(path, most)
    return differences(read_with_engine(pieces, made, size), reference)


@pytest.mark.parametrize("size", SIZES)
def test_awkward_texts(size: int) -> None:
    """Texts with everything that goes wrong in texts are read alike, however they are cut."""
    pieces = awkward_pieces()
    assert differences(read_with_engine(pieces, tools(), size), reader()(pieces)) == []


@pytest.mark.parametrize("point", ARTICLES_OF_ONE_POINT)
def test_one_point(point: str) -> None:
    """Each of the points on which the engine was once found wrong is read alike by itself."""
    pieces = ARTICLES_OF_ONE_POINT[point]
    assert differences(read_with_engine(pieces, tools(), SIZES[1]), reader()(pieces)) == []


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(articles())
def test_random_texts(pieces: list[Piece]) -> None:
    """Whatever is written, in whatever characters, is read alike, one article at a time or all at once."""
    reference = reader()(pieces)
    for size in (1, SIZES[1]):
        assert differences(read_with_engine(pieces, tools(), size), reference) == []


@pytest.mark.parametrize("size", SIZES)
def test_sample_corpus(size: int) -> None:
    """The bundled sample corpus is read alike."""
    assert disagreements(resources.sample_corpus(), size) == []


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the folder ../shared/seeds is not there")
@pytest.mark.parametrize("size", SIZES)
def test_real_articles_of_one_event(size: int) -> None:
    """Real articles about one event, with their page furniture, are read alike."""
    assert disagreements(SHARED / "seeds", size) == []


@pytest.mark.slow
@pytest.mark.skipif(not NEWS.is_file(), reason="the articles ../shared/eval/news_sample.parquet are not there")
@pytest.mark.parametrize("size", SIZES)
def test_real_articles_of_many_outlets(size: int) -> None:
    """300 real articles of twelve outlets are read alike."""
    assert disagreements(NEWS, size, 300) == []


@pytest.mark.parametrize("number", [0, 1 << 10, 1 << 18, 1 << 25])
def test_number_of_an_article(number: int) -> None:
    """The thousandth or the millionth article of a corpus is read like the first."""
    text = "Reed met Anna Reed. Reed lied. A minister praised Vladimir Putin the Russian president."
    pieces = [Piece(number, False, text)]
    assert differences(read_with_engine(pieces, tools(), SIZES[1]), reader()(pieces)) == []


def test_order_of_articles() -> None:
    """What is read in an article does not depend on the articles beside it."""
    pieces = awkward_pieces()
    last = max(piece.article for piece in pieces)
    turned = sorted((replace(piece, article=last - piece.article) for piece in pieces), key=lambda piece: piece.article)
    there, back = read_with_engine(pieces, tools(), SIZES[1]), read_with_engine(turned, tools(), SIZES[1])
    assert differences(there, {last - number: tables for number, tables in back.items()}) == []


def changed(table: np.ndarray, places: Sequence[int], value: int) -> np.ndarray:
    """A table with some places changed."""
    out = table.copy()
    out[list(places)] = value
    return out


NOUN_ROLE, SETTLED = framing.link.before._NOUN_ROLE, framing.text.phrases._context_table()


def without_passives() -> np.ndarray:
    """The table of settled kinds as if there were no passive."""
    return np.where(SETTLED == Kind.PASSIVE, Kind.VERB, SETTLED).astype(np.uint8)


BREAKS = {
    "a noun's role": ("framing.link.before._NOUN_ROLE", changed(NOUN_ROLE, [Kind.FOR], Role.NOUN_OF)),
    "how far the doer of a passive may be": ("framing.link.before._AGENT_REACH", 0),
    "how far a negation reaches": ("framing.text.phrases.NEGATION_REACH", 1),
    "what a bracket is": ("framing.text.words._MARK", changed(framing.text.words._MARK, [ord("(")], COMMA)),
    "what an apostrophe is": ("framing.text.quotes._STRONG_AFTER", np.ones_like(framing.text.quotes._STRONG_AFTER)),
    "what may stand before a quotation": ("framing.text.quotes._LEADS_IN", framing.text.quotes._SPACES),
    "how far a pronoun reaches": ("framing.spans.people._REACH", 0),
    "how long a quotation may be": ("framing.text.quotes._LONGEST", 0),
    "a list of names": ("framing.link.ties._LIST", 1),
    "who is blamed": ("framing.link.framed._OF", np.zeros(64, bool)),
    "what denies": ("framing.text.phrases.DENIES", 0),
    "what goes on after Mr": ("framing.text.phrases.SHORT_TITLE", 0),
    "a participle": ("framing.link.ties.ING", 0),
    "the passive": ("framing.text.phrases._context_table", without_passives),
}  # fmt: skip


@pytest.mark.parametrize("broken", BREAKS)
def test_comparison_notices(broken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A single thing broken in the engine on purpose shows in the comparison."""
    pieces = awkward_pieces()
    reference = reader()(pieces)
    before = set(differences(read_with_engine(pieces, tools(), SIZES[1]), reference))
    monkeypatch.setattr(*BREAKS[broken])
    assert set(differences(read_with_engine(pieces, tools(), SIZES[1]), reference)) - before
