"""A first look over a corpus for names: runs of capitalised words, with what stands around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import polars as pl

from framing.text.arrays import Bools, Ints
from framing.text.buffer import Piece, join_pieces
from framing.text.kinds import Kind
from framing.text.vocabulary import HE_WORD, SHE_WORD, Vocabulary
from framing.text.wordclasses import common_words
from framing.text.words import APOSTROPHE, COMMA, HYPHEN, NEWLINE, SPACE, STOP, Sheet, read_words

RUNS = {
    "article": pl.Int64,  # number of the article
    "surface": pl.String,  # the words as they stand
    "titled": pl.Boolean,  # a title stands before it: "President Putin"
    "speaks": pl.Boolean,  # a reporting verb stands beside it, or ", a …", ", 71, …" after it
    "placed": pl.Boolean,  # "in", "near", "from" stands before it
    "he": pl.Boolean,  # the next name-like thing after it is "he": no other name stands between
    "she": pl.Boolean,  # likewise "she"
    "country": pl.Int64,  # number of the country whose adjective stands before the title: "Russian President …"
}
_PLACING = ("in", "near", "at", "outside", "across", "into", "from", "to", "around", "through", "inside")
_MOST_WORDS = 5  # a longer run of capitals is a headline, not a name
_TITLE_REACH = 4
_PRONOUN_REACH = 25  # words


def survey_vocabulary(adjectives: Mapping[str, int]) -> Vocabulary:
    """The words that a survey needs to know: the common ones, and adjectives of countries."""
    return Vocabulary(common_words(), (), (), adjectives=adjectives)


def survey_names(
    chunks: Iterable[Sequence[Piece]], vocabulary: Vocabulary, adjectives: Mapping[str, int]
) -> pl.DataFrame:
    """
    Every run of capitalised words in the texts, a row each (columns: RUNS).

    Args:
        chunks: runs of pieces, as `buffer.cut_chunks` gives them.
        vocabulary: from `survey_vocabulary`.
        adjectives: "russian" to number of the country.
    """
    table = np.full(len(vocabulary.words), -1, np.int64)
    table[vocabulary.numbers(adjectives)] = list(adjectives.values())
    frames = [_survey_chunk(pieces, vocabulary, table) for pieces in chunks]
    return pl.concat(frames) if frames else pl.DataFrame(schema=RUNS)


def _survey_chunk(pieces: Sequence[Piece], vocabulary: Vocabulary, countries: Ints) -> pl.DataFrame:
    buffer = join_pieces(pieces)
    sheet = read_words(buffer, vocabulary)
    first, last = _runs(sheet)
    text = buffer.raw.tobytes()
    bounds = zip(sheet.start.take(first).tolist(), sheet.end.take(last).tolist(), strict=True)
    article = np.array([piece.article for piece in pieces], np.int64)
    before, after = sheet.kind.take(first - 1), sheet.kind.take(last + 1)
    near = (sheet.marks.take(first) & ~np.uint8(SPACE | STOP)) == 0  # "Gen. Strand" too
    titled = (before == Kind.TITLE) & near & (sheet.word.take(first - 1) > 0)
    placing = np.isin(sheet.word.take(first - 1), vocabulary.numbers(_PLACING))
    return pl.DataFrame(
        {
            "article": article.take(np.maximum(buffer.piece_of(sheet.start.take(first)), 0)),
            "surface": [text[begin:end].decode("utf-8", "replace") for begin, end in bounds],
            "titled": titled,
            "speaks": (after == Kind.REPORT) | (before == Kind.REPORT) | _is_described(sheet, last),
            "placed": placing,
            "he": _is_followed_by(sheet, first, HE_WORD),
            "she": _is_followed_by(sheet, first, SHE_WORD),
            "country": np.where(titled, _country_before(sheet, first, countries), -1),
        },
        schema=RUNS,
    )


def _is_followed_by(sheet: Sheet, first: Ints, pronoun: int) -> Bools:
    """Whether the first pronoun of the next words is this one, before any other name."""
    pronouns = sheet.with_trait(HE_WORD | SHE_WORD)
    if not pronouns.size:
        return np.zeros(len(first), bool)
    at = np.minimum(np.searchsorted(pronouns, first), len(pronouns) - 1)
    word = pronouns.take(at)
    following = np.append(first[1:], len(sheet.word))
    near = (word > first) & (word - first <= _PRONOUN_REACH) & (word < following)
    out: Bools = near & (sheet.traits.take(word) & pronoun > 0)
    return out


def _is_described(sheet: Sheet, last: Ints) -> Bools:
    """Whether a description with a comma follows: "Adalbi Shkhagoshev, a member of …"."""
    comma = (sheet.marks.take(last + 1) & COMMA) > 0
    out: Bools = comma & np.isin(sheet.kind.take(last + 1), (Kind.DETERMINER, Kind.NUMBER, Kind.WHO))
    return out


def _runs(sheet: Sheet) -> tuple[Ints, Ints]:
    """First and last words of runs of names."""
    named = sheet.kind == Kind.NAME
    month = np.flatnonzero((sheet.kind == Kind.AUXILIARY) & sheet.capital & ~sheet.opening)
    named[month] = named[month - 1] & (sheet.marks.take(month) == SPACE)  # "Theresa May"
    joined = _joins(sheet)
    starts = np.flatnonzero(named & ~(np.concatenate([[False], named[:-1]]) & joined))
    goes_on = named & joined
    ends = np.flatnonzero(named & ~np.append(goes_on[1:], False))
    short = ends - starts < _MOST_WORDS
    return starts[short], ends[short]


def _joins(sheet: Sheet) -> Bools:
    """Whether nothing but a space, a hyphen, an apostrophe or an initial's stop stands before a word."""
    tight = (sheet.marks & ~np.uint8(SPACE | HYPHEN | APOSTROPHE)) == 0
    tight &= (sheet.marks & (SPACE | APOSTROPHE)) != SPACE | APOSTROPHE  # a mark of quotation, not an apostrophe
    initial = np.concatenate([[False], (sheet.end - sheet.start)[:-1] == 1]) & (
        (sheet.marks & ~np.uint8(SPACE)) == STOP
    )
    out: Bools = (tight | initial) & ((sheet.marks & NEWLINE) == 0)
    return out


def _country_before(sheet: Sheet, first: Ints, countries: Ints) -> Ints:
    """The country whose adjective stands in the few words before a name: "Russian military boss General …"."""
    country = np.full(len(first), -1, np.int64)
    open_ = np.ones(len(first), bool)
    for step in range(1, _TITLE_REACH + 1):
        at = np.maximum(first - step, 0)
        found = countries.take(sheet.word.take(at))
        country = np.where(open_ & (country < 0) & (found >= 0), found, country)
        open_ &= np.isin(sheet.kind.take(at), (Kind.TITLE, Kind.NOUN, Kind.ADJECTIVE)) & (
            (sheet.marks.take(at) & ~np.uint8(SPACE | HYPHEN | STOP)) == 0
        )
    return country
