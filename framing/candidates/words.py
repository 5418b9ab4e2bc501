"""A corpus as arrays: one place a word, its spelling an integer, who says it, and what it stands right behind."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from framing.text.arrays import Bools, Ints

# Words as lexicons count them; addresses on the web are none; other marks part phrases.
_TOKEN = r"(?:https?:|www\.)\S+|\S+\.(?:com|org|net|gov|edu|co\.uk)\b\S*|[\p{L}\p{N}]+|[^\p{L}\p{N}\s'’‘`´\-‐‑]"
_WORD = r"^[\p{L}\p{N}]+$"
_CHUNK = 100_000  # stretches whose words are strings at one time


@dataclass(frozen=True)
class Words:
    """
    The words of a corpus in its order; headlines and furniture are left out.

    Attributes:
        spellings: every spelling in small letters, in alphabetical order.
        spelling: its number in `spellings`.
        article: number of the article, as ARTICLES has them.
        sentence: number of the sentence over the whole corpus.
        own: whether it is in the outlet's own voice (between quotation marks of any kind nothing is).
        joined: whether nothing but a space, a hyphen or an apostrophe parts it from the word before, in one voice.
        capital: whether it begins with a capital letter.
    """

    spellings: pl.Series
    spelling: Ints
    article: Ints
    sentence: Ints
    own: Bools
    joined: Bools
    capital: Bools


def read_words(articles: pl.DataFrame, sentences: pl.DataFrame, quotes: pl.DataFrame) -> Words:
    """
    The words of the running text.

    Args:
        articles, sentences, quotes: ARTICLES, SENTENCES and QUOTES of one reading.
    """
    stretches = cut_stretches(articles, sentences, quotes)
    texts, types = articles["text"], []
    columns: dict[str, list[Ints]] = {name: [] for name in ("type", "stretch")}
    seen = 0
    for offset in range(0, stretches.height, _CHUNK):
        local, number, stretch = _split(texts, stretches[offset : offset + _CHUNK])
        types.append(local)
        columns["type"].append(number + seen)
        columns["stretch"].append(stretch + offset)
        seen += len(local)
    every = pl.concat([pl.Series("type", [], pl.String), *types])
    known = every.unique().sort()
    one = _number(every, known).take(_join(columns["type"]))
    return _as_words(known, one, _join(columns["stretch"]), stretches)


def _join(parts: list[Ints]) -> Ints:
    return np.concatenate([np.zeros(0, np.int64), *parts])


def _number(values: pl.Series, known: pl.Series) -> Ints:
    """The place of each value among known ones."""
    table = pl.DataFrame({"value": known, "number": np.arange(len(known))})
    found = pl.DataFrame({"value": values}).join(table, on="value", how="left", maintain_order="left")
    return found["number"].to_numpy()


def _split(texts: pl.Series, stretches: pl.DataFrame) -> tuple[pl.Series, Ints, Ints]:
    """Stretches → the types of their tokens, and for each token its type and its stretch."""
    size = pl.col("end") - pl.col("start")
    pieces = stretches.with_columns(texts.gather(stretches["article"]).alias("text"))
    found = pieces.select(pl.col("text").str.slice(pl.col("start"), size).str.extract_all(_TOKEN).alias("token"))[
        "token"
    ]
    tokens = found.explode(empty_as_null=False)
    types = tokens.unique().sort()
    return types, _number(tokens, types), np.repeat(np.arange(stretches.height), found.list.len().to_numpy())


def _as_words(types: pl.Series, number: Ints, stretch: Ints, stretches: pl.DataFrame) -> Words:
    is_word = types.str.contains(_WORD).to_numpy()
    small = types.str.to_lowercase()
    capital = (types.str.slice(0, 1) != small.str.slice(0, 1)).to_numpy()
    spellings = small.filter(pl.Series(is_word)).unique().sort()
    folded = _number(small, spellings)  # marks have none
    word = is_word.take(number)
    behind = np.concatenate([[False], word[:-1] & (stretch[1:] == stretch[:-1])])[: len(word)]
    number, stretch, joined = number[word], stretch[word], behind[word]
    column = {name: stretches[name].to_numpy().take(stretch) for name in ("article", "sentence", "own")}
    return Words(
        spellings, np.nan_to_num(folded).astype(np.int64).take(number), column["article"], column["sentence"],
        column["own"], joined, capital.take(number),
    )  # fmt: skip


def cut_stretches(articles: pl.DataFrame, sentences: pl.DataFrame, quotes: pl.DataFrame) -> pl.DataFrame:
    """
    The running text, cut wherever a sentence, a quotation or furniture begins or ends.

    Returns:
        article (number), sentence (number over the corpus), start and end (characters of the article's text), own.
    """
    base = np.concatenate([[0], np.cumsum(articles["text"].str.len_chars().to_numpy().astype(np.int64) + 1)])
    place = pl.DataFrame({"article": articles["article"], "base": base[:-1]})
    first, last = _spans(_running(sentences), place)
    furniture = articles.select("article", "furniture").explode("furniture").drop_nulls("furniture").unnest("furniture")
    covers = [_spans(furniture, place), _spans(quotes.filter(pl.col("field") == "text"), place)]
    cuts = np.unique(np.concatenate([first, last, *(side for cover in covers for side in cover)]))
    begin, end = cuts[:-1], cuts[1:]
    sentence = np.searchsorted(first, begin, "right") - 1
    left_out, quoted = (_covered(begin, *cover) for cover in covers)
    keep = (sentence >= 0) & ~left_out
    keep[keep] = begin[keep] < last.take(sentence[keep])
    begin, end, sentence, quoted = begin[keep], end[keep], sentence[keep], quoted[keep]
    article = np.searchsorted(base, begin, "right") - 1
    shift = base.take(article)
    return pl.DataFrame(
        {"article": article, "sentence": sentence, "start": begin - shift, "end": end - shift, "own": ~quoted}
    )


def place_sentences(articles: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """article (number), start and end (characters) of the sentences that `Words.sentence` numbers, in that order."""
    numbers = articles.select("article").with_row_index("number")
    placed = _running(sentences).join(numbers, on="article").sort("number", "start", "end")
    return placed.select(pl.col("number").alias("article"), "start", "end")


def _running(sentences: pl.DataFrame) -> pl.DataFrame:
    """Sentences of the running text; titles and headlines are left out."""
    return sentences.filter((pl.col("field") == "text") & (pl.col("words_headline") == 0))


def _spans(rows: pl.DataFrame, place: pl.DataFrame) -> tuple[Ints, Ints]:
    """Start and end of spans over the whole corpus, in order of their starts."""
    placed = rows.join(place, on="article").select(pl.col("start", "end") + pl.col("base")).sort("start", "end")
    return placed["start"].to_numpy(), placed["end"].to_numpy()


def _covered(place: Ints, begin: Ints, end: Ints) -> Bools:
    """Which places lie in a span; spans may overlap."""
    out: Bools = np.searchsorted(begin, place, "right") > np.searchsorted(np.sort(end), place, "right")
    return out
