"""The texts that the weights are fitted on: labelled targets, and unlabelled mentions that carry it further."""

from __future__ import annotations

import random
import re
from pathlib import Path

import polars as pl

_END_OF_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")
_NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][a-z]+){0,2}\b|\b(?:he|she|him|her|they)\b")
_NO_NAMES = frozenset(
    """The A An In On At For But And It He She They This That These Those There We I You His Her Its If When While
    As After Before Since With From To By Of Or So Not No Yet What Who How Why Monday Tuesday Wednesday Thursday
    Friday Saturday Sunday January February March April May June July August September October November
    December""".split()
)
_SHORTEST, _LONGEST = 60, 420  # characters of a sentence that is used
_MOST = 60  # sentences of one article


def load_targets(data: Path) -> pl.DataFrame:
    """NewsMTSC's train and development halves: split, id, text, start, end, polarity (-1, 0, 1)."""
    return pl.read_parquet(data / "newsmtsc_dev.parquet")


def draw_mentions(data: Path, most: int, seed: int, without: set[str]) -> pl.DataFrame:
    """
    Sentences of the news sample with a name or a pronoun in them: text, start, end. No labels.

    Args:
        most: how many. seed: of the draw. without: texts that must not be among them (those that are tested on).
    """
    draw = random.Random(seed)
    rows: list[tuple[str, int, int]] = []
    for article in pl.read_parquet(data / "news_sample.parquet")["text"].to_list():
        sentences = [s for line in article.split("\n") for s in _END_OF_SENTENCE.split(line.strip())]
        sentences = [s for s in sentences if _SHORTEST <= len(s) <= _LONGEST]
        draw.shuffle(sentences)
        for sentence in sentences[:_MOST]:
            names = [m for m in _NAME.finditer(sentence) if m.group().split()[0] not in _NO_NAMES]
            if names:
                one = draw.choice(names)
                rows.append((sentence, *one.span()))
    draw.shuffle(rows)
    drawn = pl.DataFrame(rows, schema={"text": pl.String, "start": pl.Int64, "end": pl.Int64}, orient="row")
    drawn = drawn.unique(subset=["text"], maintain_order=True)
    return drawn.filter(~pl.col("text").is_in(list(without))).head(most)


def common_words(texts: list[str], fewest: int) -> list[str]:
    """Words of the texts that are written small at least so often, and mostly: no names."""
    small: dict[str, int] = {}
    large: dict[str, int] = {}
    for text in texts:
        for word in re.findall(r"[A-Za-z]{3,}", text):
            counts = small if word.islower() else large
            counts[word.lower()] = counts.get(word.lower(), 0) + 1
    return sorted(word for word, count in small.items() if count >= fewest and count >= large.get(word, 0))
