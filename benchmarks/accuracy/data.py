"""The annotated news: where it is, and its rows as articles that the program reads. None of it is in this project."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import polars as pl

import framing
from framing.tables import ARTICLES

ROOT = Path(__file__).resolve().parents[2]
USUAL = ROOT.parent / "shared" / "eval"
FILES = ("newsmtsc_dev", "babe_dev", "basil_dev_articles", "basil_dev_spans")


@dataclass(frozen=True)
class Data:
    """A folder of annotated news; a data set that is not there is None."""

    folder: Path

    def read(self, name: str) -> pl.DataFrame | None:
        """A file of FILES, None if it is not there."""
        path = self.folder / f"{name}.parquet"
        return pl.read_parquet(path) if path.is_file() else None

    @property
    def missing(self) -> list[str]:
        """The files that are not there."""
        return [f"{name}.parquet" for name in FILES if not (self.folder / f"{name}.parquet").is_file()]

    @cached_property
    def newsmtsc(self) -> pl.DataFrame | None:
        """Targets: split, id, text, start, end, polarity."""
        return self.read("newsmtsc_dev")

    @cached_property
    def babe(self) -> pl.DataFrame | None:
        """Sentences: text, biased, biased_words."""
        return self.read("babe_dev")

    @cached_property
    def basil(self) -> Basil | None:
        """Articles on events, with the spans that readers marked."""
        articles, spans = self.read("basil_dev_articles"), self.read("basil_dev_spans")
        return None if articles is None or spans is None else Basil(articles, spans)


@dataclass(frozen=True)
class Basil:
    """BASIL as its files have it; the text of an article is its sentences, with blank lines between paragraphs."""

    articles: pl.DataFrame
    marked: pl.DataFrame

    @cached_property
    def _texts(self) -> list[tuple[str, list[int]]]:
        """The text of every article, and where its sentences begin."""
        columns = self.articles.select("sentences", "paragraph").rows()
        return [join_sentences(sentences, paragraphs) for sentences, paragraphs in columns]

    @cached_property
    def analysis(self) -> framing.Analysis:
        """What the program makes of the articles; actors are whoever the articles name."""
        rows = [
            {"article": key, "outlet": outlet, "event": event, "title": title, "text": text, "story": key}
            for (key, outlet, event, title), (text, _) in zip(
                self.articles.select("article_id", "outlet", "event", "title").rows(), self._texts, strict=True
            )
        ]
        return framing.analyze(ARTICLES.frame([row | {"furniture": []} for row in rows]))

    @cached_property
    def sentences(self) -> pl.DataFrame:
        """A row a sentence: article, event, sentence (its number), text, offset (of its first character)."""
        columns = zip(self.articles.select("article_id", "event", "sentences").rows(), self._texts, strict=True)
        rows = [
            (key, event, number, sentence, offset)
            for (key, event, sentences), (_, offsets) in columns
            for number, (sentence, offset) in enumerate(zip(sentences, offsets, strict=True))
        ]
        schema = {"article": pl.String, "event": pl.String, "sentence": pl.Int64, "text": pl.String, "offset": pl.Int64}
        return pl.DataFrame(rows, schema=schema, orient="row")

    @cached_property
    def spans(self) -> pl.DataFrame:
        """The marked spans outside titles: place in the sentence (at, to) and in the article (start, end)."""
        named = self.marked.rename({"article_id": "article", "start": "at", "end": "to"})
        placed = named.join(self.sentences, on=["article", "sentence"], maintain_order="left")
        return placed.with_columns(start=pl.col("at") + pl.col("offset"), end=pl.col("to") + pl.col("offset"))


def join_sentences(sentences: list[str], paragraphs: list[int]) -> tuple[str, list[int]]:
    """One text of an article's sentences, and where each begins in it."""
    text, offsets, before = "", [], None
    for sentence, paragraph in zip(sentences, paragraphs, strict=True):
        if text:
            text += " " if paragraph == before else "\n\n"
        offsets.append(len(text))
        text, before = text + sentence, paragraph
    return text, offsets


def find_data(folder: str | None) -> Data:
    """The data in a folder, by default beside the project: `../shared/eval`."""
    return Data(Path(folder) if folder else USUAL)
