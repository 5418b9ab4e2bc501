"""From rows of HITS, LINKS, QUOTES and MENTIONS to the sentences that a number unfolds to, with their words marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from framing.report.evidence import Evidence, Excerpt, Mark, Reason
from framing.report.model import Analysed

ROOM = 400_000  # characters of evidence in a report
LONGEST = 600  # characters of an excerpt
LEAD = 150  # characters kept before the first mark of a sentence that is cut
_EXCERPT_COST, _MARK_COST = 250, 350  # characters of markup around them
_SENTENCE = ("article", "field", "sentence")
_COLUMNS = (
    "key", "article", "field", "sentence", "start", "end", "kind", "voice", "term", "entry", "category", "valence",
    "rule", "actor", "speaker", "negated",
)  # fmt: skip


@dataclass(frozen=True)
class Claim:
    """
    A number that asks for evidence.

    `key` is its anchor, `title` says what it is evidence of, `table` has every row of it. `most` sentences are shown at
    most, and `least` before other claims get their first.
    """

    key: str
    title: str
    table: str
    most: int
    least: int = 0


@dataclass(frozen=True)
class Library:
    """Looked up by id: articles (outlet, title, text), entries by citation (note, plainer word), names of actors."""

    articles: Mapping[str, tuple[str, str | None, str]]
    entries: Mapping[str, tuple[str, str]]
    names: Mapping[str, str]


def open_library(analysis: Analysed) -> Library:
    """What excerpts are made of."""
    rows = analysis.articles.select("article", "outlet", "title", "text").iter_rows()
    return Library(
        {article: (outlet, title, text) for article, outlet, title, text in rows},
        {entry.citation: (entry.note, entry.plain) for entry in analysis.lexicons.in_force()},
        {actor.id: actor.name for actor in analysis.actors},
    )


def mark_rows(rows: pl.DataFrame, kind: str, **columns: pl.Expr) -> pl.DataFrame:
    """Rows of a table, with `key`, as marks of that kind; columns that the table has not are null unless given."""
    rows = rows.with_columns(**columns)
    absent = [pl.lit(None).alias(name) for name in _COLUMNS if name not in rows.columns and name != "kind"]
    typed = [pl.col(name).cast(pl.String) for name in ("term", "entry", "category", "rule", "actor", "speaker")]
    marks = rows.with_columns(*absent, kind=pl.lit(kind)).select(_COLUMNS)
    return marks.with_columns(*typed, pl.col("valence").cast(pl.Float64), pl.col("negated").cast(pl.Boolean))


def gather_evidence(
    marks: pl.DataFrame, claims: Sequence[Claim], sentences: pl.DataFrame, library: Library, *, text: bool
) -> dict[str, Evidence]:
    """
    Evidence by key, for every claim that has a mark.

    One sentence of each article comes first, then a second of each; articles by id. Claims take turns until `ROOM` is
    used up, those that may show more sentences more often, so that every number has some.

    Args:
        marks: from `mark_rows`, of all claims.
        claims: in the order in which they take turns.
        sentences: SENTENCES.
        library: where words are looked up.
        text: whether sentences may be shown; if not, only places and marked words are.
    """
    if not marks.height:
        return {}
    totals = {
        key: (marked, spread)
        for key, marked, spread in marks.group_by("key")
        .agg(pl.struct("article", "field", "start", "end").n_unique(), spread=pl.struct(_SENTENCE).n_unique())
        .iter_rows()
    }
    chosen = _choose(marks, claims, sentences)
    shown: dict[str, list[Excerpt]] = {}
    rows = marks.join(chosen, on=["key", *_SENTENCE]).sort("place", "start", "end", "entry", "actor", nulls_last=True)
    for (key, _), group in rows.group_by("key", "place", maintain_order=True):
        shown.setdefault(str(key), []).append(_excerpt(group.rows(named=True), library, text=text))
    return {
        claim.key: Evidence(claim.key, claim.title, *totals[claim.key], claim.table, tuple(shown.get(claim.key, ())))
        for claim in claims
        if claim.key in totals
    }


def _choose(marks: pl.DataFrame, claims: Sequence[Claim], sentences: pl.DataFrame) -> pl.DataFrame:
    """The sentences to show: key, sentence, its bounds, and its place under the key."""
    turns = pl.DataFrame(
        [(claim.key, order, claim.most, claim.least) for order, claim in enumerate(claims)],
        schema={"key": pl.String, "order": pl.Int64, "most": pl.Int64, "least": pl.Int64},
        orient="row",
    )
    bounds = sentences.group_by(_SENTENCE).agg(begin=pl.col("start").min(), until=pl.col("end").max())
    found = marks.group_by("key", *_SENTENCE).agg(at=pl.col("start").min(), number=pl.len())
    found = found.sort("key", "article", "field", "at").with_columns(turn=pl.int_range(pl.len()).over("key", "article"))
    found = found.sort("key", "turn", "article", "field", "at")
    found = found.with_columns(place=pl.int_range(pl.len()).over("key")).join(turns, on="key")
    when = (pl.col("place") - pl.col("least")) / pl.col("most")
    found = found.join(bounds, on=_SENTENCE, how="left").sort(when, "order", "place")
    length = pl.min_horizontal(pl.col("until") - pl.col("begin"), LONGEST).fill_null(LONGEST)
    cost = _EXCERPT_COST + length + _MARK_COST * pl.col("number")
    found = found.filter(pl.col("place") < pl.col("most")).filter(cost.cum_sum() <= ROOM)
    return found.select("key", *_SENTENCE, "place", "begin", "until")


def _excerpt(rows: Sequence[dict[str, Any]], library: Library, *, text: bool) -> Excerpt:
    """A sentence (cut around its first mark if it is very long) with its marks."""
    first = rows[0]
    outlet, title, body = library.articles[first["article"]]
    whole = (title or "") if first["field"] == "title" else body
    begin, until = _window(rows, len(whole))
    bounds = sorted({(row["start"], min(row["end"], until)) for row in rows if row["start"] < until})
    spans: list[tuple[int, int]] = []
    for start, end in bounds:  # words marked twice: the first span stands, its reasons are joined
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
    marks = [
        Mark(start, end, _surface(whole[start:end], inside, text=text), _reasons(inside, library))
        for start, end in spans
        if (inside := [row for row in rows if row["start"] < end and row["end"] > start])
    ]
    return Excerpt(
        first["article"], outlet, title if text else None, first["field"], first["sentence"],
        begin, until, whole[begin:until] if text else None, tuple(marks),
    )  # fmt: skip


def _window(rows: Sequence[dict[str, Any]], size: int) -> tuple[int, int]:
    """Which characters are shown: the sentence and its marks, or around the first mark where that is too long."""
    first = min(row["start"] for row in rows)
    last = max(row["end"] for row in rows)
    begin, until = rows[0]["begin"], rows[0]["until"]
    begin = min(first, max(0, first - LEAD) if begin is None else begin)
    until = max(last, min(size, last + LEAD) if until is None else until)
    if until - begin > LONGEST:
        begin = max(begin, first - LEAD)
        until = min(until, begin + LONGEST)
    return begin, until


def _surface(words: str, rows: Sequence[dict[str, Any]], *, text: bool) -> str:
    """The marked words; of a quotation none where texts are left out."""
    return words if text or rows[0]["kind"] != "quotation" else ""


def _reasons(rows: Sequence[dict[str, Any]], library: Library) -> tuple[Reason, ...]:
    return tuple(dict.fromkeys(_reason(row, library) for row in rows))


def _reason(row: dict[str, Any], library: Library) -> Reason:
    note, plain = library.entries.get(row["entry"] or "", ("", ""))
    return Reason(
        kind=row["kind"],
        voice=row["voice"],
        term=row["term"] or "",
        entry=row["entry"] or "",
        category=row["category"] or "",
        valence=row["valence"],
        rule=row["rule"] or "",
        actor=library.names.get(row["actor"], row["actor"]) if row["actor"] else None,
        speaker=library.names.get(row["speaker"], row["speaker"]) if row["speaker"] else None,
        negated=bool(row["negated"]),
        note=note,
        plain=plain,
    )
