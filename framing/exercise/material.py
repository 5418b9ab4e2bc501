"""An analysed corpus as teaching material: articles in words and sentences, with every mark where it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import polars as pl

from framing.exercise.model import Passage, Source, Word
from framing.lexicon import Entry
from framing.pipeline import Analysis

WORD = re.compile(r"[^\W_]+(?:(?:['’\-‑.&/]|(?<=\d),(?=\d))[^\W_]+)*")
"""A word as a reader points at it: won't, well-known, 8.30, 9,400, R&D."""
_KEPT = 256  # articles whose words are kept at hand


@dataclass(frozen=True, slots=True)
class Marked:
    """
    A lexicon's mark in an article.

    Attributes:
        first, last: its first and last word, by number in the article.
        surface: as it stands.
        entry: the lexicon's entry; its note and plainer word are for the key.
        voice: own, quoted or scare.
        negated: whether a negation stands before it.
    """

    first: int
    last: int
    surface: str
    entry: Entry
    voice: str
    negated: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article: its characters, its words `first` … `until` (exclusive), its paragraph."""

    start: int
    end: int
    first: int
    until: int
    paragraph: int


@dataclass(frozen=True)
class Page:
    """
    An article as teaching material.

    Attributes:
        row: its row of ARTICLES.
        starts, ends: characters of its words.
        quoted: for each word whether it stands in quotation marks.
        sentences: those of the text without page furniture, in order.
        marks: those of the text, in order.
    """

    row: Mapping[str, Any]
    starts: Sequence[int]
    ends: Sequence[int]
    quoted: Sequence[bool]
    sentences: Sequence[Sentence]
    marks: Sequence[Marked]

    @property
    def text(self) -> str:
        """The article's text."""
        return str(self.row["text"])

    def marks_in(self, first: int, until: int) -> list[Marked]:
        """The marks that lie within words `first` … `until` (exclusive)."""
        return [mark for mark in self.marks if first <= mark.first and mark.last < until]


class Material:
    """An analysis, looked up by article. Pages are made when they are asked for."""

    def __init__(self, analysis: Analysis, licence: str = "") -> None:
        self.analysis = analysis
        self.licence = licence
        self.articles: dict[str, dict[str, Any]] = {
            row["article"]: row for row in analysis.articles.iter_rows(named=True)
        }
        self.page = lru_cache(maxsize=_KEPT)(self._page)

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """The entries in force by their citation."""
        return {entry.citation: entry for entry in self.analysis.lexicons.in_force()}

    @cached_property
    def events(self) -> dict[str, list[str]]:
        """Event → its articles, for events that two outlets or more tell of; one article a story and outlet."""
        found: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
        for name, row in self.articles.items():
            if row["event"]:
                found[row["event"]].setdefault((row["outlet"], row["story"]), name)
        several = {event: list(names.values()) for event, names in found.items()}
        return {e: names for e, names in several.items() if len({self.articles[n]["outlet"] for n in names}) > 1}

    @cached_property
    def first_of_story(self) -> list[str]:
        """One article a story: reposts are left out."""
        stories: dict[str, str] = {}
        for name, row in self.articles.items():
            stories.setdefault(row["story"], name)
        return list(stories.values())

    def rows(self, table: str, article: str) -> list[dict[str, Any]]:
        """The rows of a table of the analysis (hits, quotes, mentions, links, sentences) that lie in an article."""
        return self._by_article(table).get(article, [])

    def sentence_of(self, row: Mapping[str, Any]) -> tuple[int, int] | None:
        """Start and end, in its field's text, of the sentence in which a row of HITS or LINKS lies."""
        place = row["field"], row["sentence"]
        found = (one for one in self.rows("sentences", row["article"]) if (one["field"], one["sentence"]) == place)
        return next(((one["start"], one["end"]) for one in found), None)

    @lru_cache(maxsize=8)  # noqa: B019  the material lives as long as the call that makes an exercise
    def _by_article(self, table: str) -> dict[str, list[dict[str, Any]]]:
        frame: pl.DataFrame = getattr(self.analysis, table)
        found: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in frame.iter_rows(named=True):
            found[row["article"]].append(row)
        return found

    def _page(self, article: str) -> Page:
        row = self.articles[article]
        spans = [match.span() for match in WORD.finditer(row["text"])]
        starts, ends = [span[0] for span in spans], [span[1] for span in spans]
        quotes = [(quote["start"], quote["end"]) for quote in self._texts("quotes", article)]
        blank = [(span["start"], span["end"]) for span in row["furniture"] or ()]
        return Page(
            row, starts, ends,
            [any(begin <= start < end for begin, end in quotes) for start in starts],
            list(self._sentences(article, starts, blank)),
            list(self._marks(article, starts, ends)),
        )  # fmt: skip

    def _texts(self, table: str, article: str) -> list[dict[str, Any]]:
        return [row for row in self.rows(table, article) if row["field"] == "text"]

    def _sentences(self, article: str, starts: Sequence[int], blank: Sequence[tuple[int, int]]) -> Iterator[Sentence]:
        for row in self._texts("sentences", article):
            start, end = row["start"], row["end"]
            if any(begin < end and start < stop for begin, stop in blank):
                continue
            inside = [number for number, at in enumerate(starts) if start <= at < end]
            if inside:
                yield Sentence(start, end, inside[0], inside[-1] + 1, row["paragraph"])

    def _marks(self, article: str, starts: Sequence[int], ends: Sequence[int]) -> Iterator[Marked]:
        for row in self._texts("hits", article):
            inside = [
                number
                for number, (start, end) in enumerate(zip(starts, ends, strict=True))
                if start < row["end"] and row["start"] < end
            ]
            entry = self.entries.get(row["entry"])
            if inside and entry:
                yield Marked(inside[0], inside[-1], row["surface"], entry, row["voice"], row["negated"])


def cut_passage(page: Page, first: int, last: int, label: str = "", licence: str = "") -> Passage:
    """Sentences number `first` … `last` of a page (inclusive) as a passage; words are numbered from 0 in it."""
    chosen = page.sentences[first : last + 1]
    begin, stop = chosen[0].start, chosen[-1].end
    words = []
    at = begin
    for sentence, bounds in enumerate(chosen):
        for number in range(bounds.first, bounds.until):
            start, end = page.starts[number], page.ends[number]
            words.append(Word(page.text[start:end], page.text[at:start], page.quoted[number], sentence))
            at = end
    return Passage(tuple(words), page.text[at:stop], label, source_of(page.row, begin, stop, licence))


def source_of(row: Mapping[str, Any], start: int = 0, end: int = 0, licence: str = "") -> Source:
    """Where characters `start` … `end` of an article come from, by its row of ARTICLES."""
    article, outlet, title, url, date = (str(row[name] or "") for name in ("article", "outlet", "title", "url", "date"))
    return Source(article, outlet, title, url, date, licence=licence, start=start, end=end)
