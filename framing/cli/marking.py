"""One article with its marks and their reasons, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import polars as pl

from framing.lexicon import Entry
from framing.pipeline import Analysis

_PLACE = ("field", "start", "end")


@dataclass(frozen=True)
class Tie:
    """Whom a word colours: the actor's name, the valence there (-3 … +3), the rule, how sure it is (0 … 1)."""

    actor: str
    valence: float
    rule: str
    confidence: float
    negated: bool


@dataclass(frozen=True)
class Reason:
    """Why words are marked: the entry that they match, and whom it colours."""

    entry: str
    term: str
    category: str
    valence: float
    negated: bool
    note: str
    plain: str
    ties: tuple[Tie, ...]


@dataclass(frozen=True)
class Mark:
    """Marked words of a text, numbered from 1 in the article, with their voice, speaker and reasons."""

    number: int
    start: int
    end: int
    surface: str
    voice: str
    speaker: str | None
    reasons: tuple[Reason, ...]

    @property
    def valence(self) -> float:
        """The valence furthest from 0 of those it has for actors, or else of its entries."""
        tied = [tie.valence for reason in self.reasons for tie in reason.ties]
        return max(tied or [reason.valence for reason in self.reasons], key=abs)


@dataclass(frozen=True)
class Passage:
    """The title or the text of an article: marks, quotations, and stretches left out of every count, in order."""

    text: str
    marks: tuple[Mark, ...]
    quotes: tuple[tuple[int, int], ...]
    furniture: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Marked:
    """An article ready to be printed."""

    article: str
    outlet: str
    title: Passage
    text: Passage
    left_out: tuple[str, ...]


def mark_article(analysis: Analysis, article: str) -> Marked:
    """
    The loaded words of an article, and the other words that colour an actor, each with its reasons.

    Words that are neither, such as reporting verbs of neutral kind ("said"), are not marked.

    Args:
        analysis: of the corpus that the article is in.
        article: its id.
    """
    row = analysis.articles.row(by_predicate=pl.col("article") == article, named=True)
    ours = pl.col("article") == article
    links = analysis.links.filter(ours)
    coloured = links.filter(pl.col("valence") != 0).select(*_PLACE, "entry", colours=True).unique()
    hits = analysis.hits.filter(ours).join(coloured, on=[*_PLACE, "entry"], how="left")
    hits = hits.filter(pl.col("loaded") | pl.col("colours").fill_null(False)).sort("start", "end", "entry")
    names = analysis.names
    entries = {entry.citation: entry for entry in analysis.lexicons.in_force()}
    ties: dict[tuple[Any, ...], list[Tie]] = {}
    for link in links.rows(named=True):
        key = (*(link[name] for name in _PLACE), link["entry"])
        name = names.get(link["actor"], link["actor"])
        ties.setdefault(key, []).append(Tie(name, link["valence"], link["role"], link["confidence"], link["negated"]))
    passages = {}
    number = 0
    for field in ("title", "text"):
        found = [hit for hit in hits.rows(named=True) if hit["field"] == field]
        marks = _number(found, number, ties, entries, names)
        number += len(marks)
        quotes = analysis.quotes.filter(ours & (pl.col("field") == field)).select("start", "end").sort("start").rows()
        furniture = row["furniture"] if field == "text" else []
        spans = tuple((span["start"], span["end"]) for span in furniture)
        passages[field] = Passage(row[field] or "", tuple(marks), tuple(quotes), spans)
    reasons = tuple(span["reason"] for span in row["furniture"])
    return Marked(article, row["outlet"], passages["title"], passages["text"], reasons)


def _number(
    hits: list[dict[str, Any]],
    before: int,
    ties: dict[tuple[Any, ...], list[Tie]],
    entries: dict[str, Entry],
    names: dict[str, str],
) -> list[Mark]:
    """Marks of hits in order; hits that overlap share the mark of the first and are reasons of it."""
    groups: list[list[dict[str, Any]]] = []
    for hit in hits:
        if groups and hit["start"] < max(other["end"] for other in groups[-1]):
            groups[-1].append(hit)
        else:
            groups.append([hit])
    marks = []
    for number, group in enumerate(groups, before + 1):
        widest = max(group, key=lambda hit: hit["end"] - hit["start"])
        reasons = tuple(_reason(hit, ties, entries) for hit in group)
        speaker = names.get(widest["speaker"], widest["speaker"])
        marks.append(Mark(number, widest["start"], widest["end"], widest["surface"], widest["voice"], speaker, reasons))
    return marks


def _reason(hit: dict[str, Any], ties: dict[tuple[Any, ...], list[Tie]], entries: dict[str, Entry]) -> Reason:
    entry = entries.get(hit["entry"])
    key = (*(hit[name] for name in _PLACE), hit["entry"])
    return Reason(
        entry=hit["entry"],
        term=hit["term"],
        category=hit["category"],
        valence=hit["valence"],
        negated=hit["negated"],
        note=entry.note if entry else "",
        plain=entry.plain if entry else "",
        ties=tuple(ties.get(key, ())),
    )
