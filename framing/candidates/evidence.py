"""Where candidates stand: a few sentences each, in the outlet's own voice."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import polars as pl

from framing.candidates.terms import Terms
from framing.candidates.words import Words, place_sentences
from framing.text.arrays import Ints

SHOWN = 3
Wanted = Sequence[tuple[int, str | None]]
"""Terms, each with the outlet that its sentences should come from (None: from different ones)."""


def find_evidence(
    words: Words, terms: Terms, tables: Mapping[str, pl.DataFrame], wanted: Wanted
) -> list[list[dict[str, Any]]]:
    """
    Up to three places of each wanted term, of different articles, and of different outlets as far as there are any.

    Args:
        words, terms: of one corpus.
        tables: ARTICLES, SENTENCES and QUOTES as "articles", "sentences" and "quotes".
        wanted: which terms.

    Returns:
        for each, rows of article, outlet, start and end of the words, the sentence, and offset, where that starts.
    """
    articles = tables["articles"]
    outlets = articles["outlet"].to_list()
    sentences = place_sentences(articles, tables["sentences"])
    quoted = _quoted(tables["quotes"], set(articles["article"].to_list()))
    places = _places(words, terms, [term for term, _ in wanted])
    out = []
    for term, outlet in wanted:
        found = []
        for place in _spread(words, places[term], outlets, outlet):
            number = int(words.article[place])
            _, begin, end = sentences.row(int(words.sentence[place]))
            spellings = [words.spellings[int(words.spelling[place + n])] for n in range(1 + (term >= terms.units))]
            text = articles["text"][number]
            span = _locate(text, (begin, end), spellings, quoted.get(articles["article"][number], []))
            if span:
                row = {"article": articles["article"][number], "outlet": outlets[number], "sentence": text[begin:end]}
                found.append({**row, "start": span[0], "end": span[1], "offset": begin})
            if len(found) == SHOWN:
                break
        out.append(found)
    return out


def _places(words: Words, terms: Terms, wanted: Sequence[int]) -> dict[int, Ints]:
    """The first place in each article, in own voice, of the wanted terms."""
    here = np.isin(terms.number, wanted) & words.own.take(terms.at)
    number, at = terms.number[here], terms.at[here]
    out = {}
    for term in wanted:
        mine = np.sort(at[number == term])
        out[term] = mine[np.unique(words.article.take(mine), return_index=True)[1]]
    return out


def _spread(words: Words, places: Ints, outlets: Sequence[str], outlet: str | None) -> list[int]:
    """Places of the outlet asked for, or of each outlet in turn."""
    turn: dict[str, int] = {}
    order = []
    for place in places.tolist():
        name = outlets[int(words.article[place])]
        turn[name] = turn.get(name, -1) + 1
        if outlet in (None, name):
            order.append((turn[name], place))
    return [place for _, place in sorted(order)]


def _quoted(quotes: pl.DataFrame, known: set[str]) -> dict[str, list[tuple[int, int]]]:
    out: dict[str, list[tuple[int, int]]] = {}
    for article, start, end in quotes.filter(pl.col("field") == "text").select("article", "start", "end").iter_rows():
        out.setdefault(article, []).append((start, end))
    return out


def _locate(
    text: str, sentence: tuple[int, int], spellings: Sequence[str], quoted: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Where the words stand in the sentence, outside of quotation marks."""
    between = r"[\s'’‘`´\-‐‑]+"
    pattern = rf"(?<![^\W_]){between.join(map(re.escape, spellings))}(?![^\W_])"
    for match in re.compile(pattern, re.IGNORECASE).finditer(text, *sentence):
        if not any(start < match.end() and match.start() < end for start, end in quoted):
            return match.span()
    return None
