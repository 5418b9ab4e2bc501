"""Small invented corpora as tables, without the engine: every full stop ends a sentence, straight marks hold speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import polars as pl

from framing.tables import ARTICLES, QUOTES, SENTENCES

SYLLABLES = ("ba", "de", "fi", "go", "lu", "ma", "ne", "po", "ri", "su", "ta", "vo")


class Text(NamedTuple):
    """An article: outlet, text, event, story (None: its own), spans of furniture."""

    outlet: str
    text: str
    event: str | None = None
    story: str | None = None
    furniture: Sequence[tuple[int, int]] = ()


def make_tables(texts: Sequence[Text]) -> dict[str, pl.DataFrame]:
    """ARTICLES, SENTENCES and QUOTES of the texts; articles are called a0, a1, …"""
    articles, sentences, quotes = [], [], []
    for number, one in enumerate(texts):
        name = f"a{number}"
        furniture = [{"start": start, "end": end, "reason": "test"} for start, end in one.furniture]
        row = {"article": name, "outlet": one.outlet, "text": one.text, "event": one.event, "furniture": furniture}
        articles.append({**row, "story": one.story or name})
        for place, match in enumerate(re.finditer(r"[^.]+\.?", one.text)):
            span = {"article": name, "field": "text", "sentence": place, "start": match.start(), "end": match.end()}
            words = {f"words_{voice}": 0 for voice in ("own", "quoted", "scare", "headline")}
            sentences.append({**span, "paragraph": 0, **words})
        for match in re.finditer(r'"[^"]*"', one.text):
            span = {"article": name, "field": "text", "sentence": 0, "start": match.start(), "end": match.end()}
            quotes.append({**span, "kind": "speech", "voice": "quoted", "continues": False, "words": 1})
    return {
        "articles": ARTICLES.frame(articles), "sentences": SENTENCES.frame(sentences), "quotes": QUOTES.frame(quotes),
    }  # fmt: skip


def invent_words(number: int) -> list[str]:
    """So many different words that are in no list and share no stem."""
    base = len(SYLLABLES)
    return ["k" + "".join(SYLLABLES[n // base**place % base] for place in range(3)) + "k" for n in range(number)]


def draw_texts(rng: np.random.Generator, outlets: Sequence[str], vocabulary: Sequence[str]) -> list[Text]:
    """An article for each outlet named: some 60 words, each article with favourites of its own (overdispersed)."""
    base = 1 / np.arange(3, len(vocabulary) + 3)
    texts = []
    for outlet in outlets:
        taste = base * rng.gamma(0.5, 2, len(vocabulary))
        drawn = rng.choice(vocabulary, rng.integers(40, 80), p=taste / taste.sum())
        texts.append(Text(outlet, " ".join(drawn) + "."))
    return texts
