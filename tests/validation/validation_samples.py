"""Lexicons, texts and tables for the tests of validation."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import polars as pl

from framing.tables import ARTICLES, HITS, SENTENCES, SET_ASIDE
from framing.validation import Annotated
from framing.validation.annotated import Marked, Span

TEXT = "The reckless mayor slammed the plan. Brandt praised it."
RECKLESS = (4, 12)
SLAMMED = (19, 26)


def write_csv(path: Path, rows: Sequence[Mapping[str, object]]) -> Path:
    """A CSV file of rows."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_lines(path: Path, rows: Iterable[object]) -> Path:
    """A JSON lines file."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def annotated(
    *texts: tuple[str, Sequence[tuple[int, int]]], judged: Sequence[tuple[int, int]] | None = None
) -> Annotated:
    """Texts with the spans that people marked; `judged`: all they were asked about, the same in every text."""
    asked = None if judged is None else tuple(Span(*one) for one in judged)
    marked = [
        Marked(f"t:{n}", text, tuple(Span(*one) for one in spans), asked) for n, (text, spans) in enumerate(texts)
    ]
    return Annotated(tuple(marked), SET_ASIDE.empty(), ())


def hit(article: object, start: int, end: int, **changes: object) -> dict[str, object]:
    """A row of HITS."""
    given = {"term": "despot", "category": "labels", "voice": "own", "loaded": True, **changes}
    entry = f"ours/{given['category']}.csv:{given['term']}@1"
    fixed = {"field": "text", "sentence": 0, "surface": "", "lexicon": "ours", "valence": 0.0, "intensity": 1.0}
    return {"article": str(article), "start": start, "end": end, "entry": entry, "negated": False, **fixed, **given}


def hits(*rows: dict[str, object]) -> pl.DataFrame:
    """HITS of rows."""
    return HITS.frame(list(rows))


def sentence(article: object, start: int, end: int, number: int = 0, **words: int) -> dict[str, object]:
    """A row of SENTENCES; words_own is 10 unless given."""
    counted = {"words_own": 10, "words_quoted": 0, "words_scare": 0, "words_headline": 0, **words}
    place = {"article": str(article), "field": "text", "sentence": number, "start": start, "end": end, "paragraph": 0}
    return {**place, **counted}


def sentences(*rows: dict[str, object]) -> pl.DataFrame:
    """SENTENCES of rows."""
    return SENTENCES.frame(list(rows))


def articles(texts: Mapping[str, tuple[str, str]]) -> pl.DataFrame:
    """ARTICLES: id to outlet and text."""
    rows = [
        {"article": one, "outlet": outlet, "text": text, "story": one, "furniture": []}
        for one, (outlet, text) in texts.items()
    ]
    return ARTICLES.frame(rows)
