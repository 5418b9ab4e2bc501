"""Tables to the plain values of a report. No HTML here."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

import polars as pl

from framing.report.claims import KINDS, SORTS, find_key, list_claims, mark_claims, own_hits
from framing.report.contrast import contrast_words
from framing.report.excerpts import gather_evidence
from framing.report.figures import Figures, pool_scores
from framing.report.ground import Ground, lay_ground
from framing.report.model import (
    ActorPart,
    ActorRow,
    Analysed,
    ArticleRow,
    Figure,
    OutletRow,
    Overview,
    Report,
)
from framing.report.numbers import kind_of
from framing.report.ranking import count_outcomes, list_findings, rank, sum_up

OUTLET_MEASURES = ("loaded", "blaming", "praising", "loaded:", "tone:")
ACTOR_MEASURES = (
    "mentions", "loaded", "blaming", "praising", "valence", "stance", "labels_blaming", "labels_praising",
    "quotations", "quoted_words", "verbs:", "tone:",
)  # fmt: skip
SET_ASIDE_SHOWN = 20


def build_report(analysis: Analysed, findings: pl.DataFrame | None, *, text: bool = True) -> Report:
    """
    Everything that a report says.

    Args:
        analysis: the tables, actors, lexicons, notes and recipe.
        findings: COMPARISONS; None for none.
        text: whether article texts may be shown; if not, only marked words and their places are.
    """
    ground = lay_ground(analysis)
    hits = own_hits(ground)
    sizes = _words_by_outlet(analysis.articles)
    words = contrast_words(hits, sizes, ground.outlets, ground.library.entries)
    marks = mark_claims(ground, hits, words)
    evidence = gather_evidence(marks, list_claims(ground, words), analysis.sentences, ground.library, text=text)
    articles = _articles(ground, hits, text=text)
    ranked = rank(findings)
    kept = list_findings(ground, ranked, evidence)
    return Report(
        overview=_overview(analysis, hits),
        findings=kept,
        outcomes=count_outcomes(ranked),
        untested=sum_up(ground, ranked),
        left_out=ranked.height - len(kept),
        outlets=_outlets(ground, evidence),
        actors=_actors(ground, evidence),
        actors_found=ground.found,
        words=words,
        articles=articles,
        evidence=evidence,
        rules=tuple(sorted(analysis.links["role"].unique())),
        recipe=analysis.recipe,
        with_text=text,
    )


def _words_by_outlet(articles: pl.DataFrame) -> dict[str, int]:
    sums = articles.group_by("outlet").agg(pl.col("words_own").sum()).sort("outlet")
    return dict(sums.iter_rows())


def _overview(analysis: Analysed, hits: pl.DataFrame) -> Overview:
    articles = analysis.articles
    spans = articles.explode("furniture").drop_nulls("furniture")
    reasons = spans.select(
        "article", reason=pl.col("furniture").struct.field("reason").str.replace("^shared with .*", "shared block")
    )
    stories = articles["story"].n_unique()
    return Overview(
        articles=articles.height,
        outlets=articles["outlet"].n_unique(),
        events=articles["event"].drop_nulls().n_unique(),
        stories=stories,
        copies=articles.height - stories,
        words_own=int(articles["words_own"].sum()),
        words_quoted=int(articles["words_quoted"].sum()),
        loaded=hits.select("article", "field", "start", "end").n_unique(),
        first=_day(articles["date"].min()),
        last=_day(articles["date"].max()),
        furniture=_tally(reasons["reason"]),
        furniture_articles=reasons["article"].n_unique(),
        set_aside=_tally(analysis.set_aside["kind"]),
        set_aside_first=tuple(analysis.set_aside.select("place", "reason").head(SET_ASIDE_SHOWN).iter_rows()),
        notes=tuple(analysis.notes),
    )


def _tally(values: pl.Series) -> dict[str, int]:
    """How often each value stands, the most frequent first."""
    counted = values.rename("value").to_frame().group_by("value").agg(number=pl.len())
    return dict(counted.sort("number", "value", descending=[True, False]).iter_rows())


def _day(value: object) -> str | None:
    return None if value is None else str(value)


def _articles(ground: Ground, hits: pl.DataFrame, *, text: bool) -> tuple[ArticleRow, ...]:
    """Every article, by outlet, date and id."""
    loaded = hits.group_by("article").agg(loaded=pl.struct("field", "start", "end").n_unique())
    copy = pl.when(pl.col("story") != pl.col("article")).then("story")
    rows = ground.analysis.articles.select(
        "article", "outlet", title="title" if text else pl.lit(None), date=pl.col("date").cast(pl.String), url="url",
        event="event", copy_of=copy, words_own=pl.col("words_own").fill_null(0),
        words_quoted=pl.col("words_quoted").fill_null(0),
    )  # fmt: skip
    rows = rows.join(loaded, on="article", how="left").with_columns(pl.col("loaded").fill_null(0))
    return tuple(ArticleRow(**row) for row in rows.sort("outlet", "date", "article").iter_rows(named=True))


def _outlets(ground: Ground, evidence: Collection[str]) -> tuple[OutletRow, ...]:
    figures = pool_scores(ground.analysis.scores, OUTLET_MEASURES, (None,))
    read = ground.analysis.articles.group_by("outlet").agg(
        articles=pl.len(), copies=(pl.col("story") != pl.col("article")).sum(),
        words_own=pl.col("words_own").sum(), words_quoted=pl.col("words_quoted").sum(),
        first=pl.col("date").min().cast(pl.String), last=pl.col("date").max().cast(pl.String),
    )  # fmt: skip
    rows = []
    for row in read.sort("outlet").iter_rows(named=True):
        key = ground.outlets[row["outlet"]]
        keys = tuple(f"{key}-{sort}" for sort in SORTS if f"{key}-{sort}" in evidence)
        anchors = {*keys, f"{key}-loaded"} if keys else set()
        rows.append(
            OutletRow(**row, figures=_figures_of(figures, row["outlet"], None, ("", key), anchors), evidence=keys)
        )
    return tuple(rows)


def _actors(ground: Ground, evidence: Collection[str]) -> tuple[ActorPart, ...]:
    figures = pool_scores(ground.analysis.scores, ACTOR_MEASURES, tuple(ground.actors))
    mentions = ground.by_outlet(ground.analysis.mentions)
    seen = mentions.group_by("actor", "outlet").agg(articles=pl.col("article").n_unique(), mentions=pl.len())
    parts = []
    for id_, (actor, key) in ground.actors.items():
        here = seen.filter(pl.col("actor") == id_).sort("outlet")
        rows = tuple(
            ActorRow(
                outlet=row["outlet"],
                articles=row["articles"],
                figures=_figures_of(figures, row["outlet"], id_, (key, ground.outlets[row["outlet"]]), evidence),
                evidence=tuple(
                    found for what in KINDS if (found := f"{key}-{ground.outlets[row['outlet']]}-{what}") in evidence
                ),
            )
            for row in here.iter_rows(named=True)
        )
        total = int(here["articles"].sum()), int(here["mentions"].sum())
        parts.append(ActorPart(key, id_, actor.name, actor.kind, *total, rows))
    return tuple(parts)


def _figures_of(
    figures: Figures, outlet: str, actor: str | None, keys: tuple[str, str], evidence: Collection[str]
) -> Mapping[str, Figure]:
    """The figures of an outlet (and actor) by measure, each with its evidence if there is any."""
    found = {}
    for (where, who, measure), figure in sorted(figures.items(), key=lambda item: item[0][2]):
        if where == outlet and who == actor:
            key = find_key(measure, keys[0] or None, keys[1])
            some = figure.base if kind_of(measure) == "mean" else figure.count
            found[measure] = replace(figure, evidence=key if some and key in evidence else None)
    return found
