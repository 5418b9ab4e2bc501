"""What a report holds, as plain values: filled by build.py, turned into HTML, Markdown and JSON by the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import polars as pl

from framing.actors.files import Actor
from framing.lexicon import Lexicons
from framing.recipe import Recipe
from framing.report.evidence import Evidence


class Analysed(Protocol):
    """What a report is made from: an Analysis (framing/pipeline.py), or anything with its tables."""

    @property
    def articles(self) -> pl.DataFrame: ...  # noqa: D102
    @property
    def set_aside(self) -> pl.DataFrame: ...  # noqa: D102
    @property
    def sentences(self) -> pl.DataFrame: ...  # noqa: D102
    @property
    def quotes(self) -> pl.DataFrame: ...  # noqa: D102
    @property
    def mentions(self) -> pl.DataFrame: ...  # noqa: D102
    @property
    def hits(self) -> pl.DataFrame: ...  # noqa: D102
    @property
    def links(self) -> pl.DataFrame: ...  # noqa: D102
    @property
    def stances(self) -> pl.DataFrame: ...  # noqa: D102
    @property
    def scores(self) -> pl.DataFrame: ...  # noqa: D102
    @property
    def actors(self) -> Sequence[Actor]: ...  # noqa: D102
    @property
    def lexicons(self) -> Lexicons: ...  # noqa: D102
    @property
    def notes(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def recipe(self) -> Recipe: ...  # noqa: D102


@dataclass(frozen=True)
class Figure:
    """
    A number with what it rests on.

    Attributes:
        measure: name in SCORES; its kind says the unit.
        count, base: what was counted, and against what (sums over articles).
        value: pooled rate or share, or mean over articles; None where nothing could be measured.
        low, high: 95 % interval over articles, as if they were drawn at random; None for fewer than five.
        quartiles: first quartile, median and third of the articles' own values; None without an article.
        articles: how many articles it rests on.
        evidence: key of the sentences behind it; None if it counts none.
    """

    measure: str
    count: float
    base: float
    value: float | None
    low: float | None
    high: float | None
    quartiles: tuple[float, float, float] | None
    articles: int
    evidence: str | None = None


@dataclass(frozen=True)
class OutletRow:
    """An outlet: what was read of it, and its figures by measure."""

    outlet: str
    articles: int
    copies: int
    words_own: int
    words_quoted: int
    first: str | None
    last: str | None
    figures: Mapping[str, Figure]
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class ActorRow:
    """An actor at one outlet: its figures by measure, of articles that mention the actor."""

    outlet: str
    articles: int
    figures: Mapping[str, Figure]
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class ActorPart:
    """An actor with a row per outlet."""

    key: str
    actor: str
    name: str
    kind: str
    articles: int
    mentions: int
    rows: tuple[ActorRow, ...]


@dataclass(frozen=True)
class WordRow:
    """An entry that an outlet uses more often than the others: counts and rates per 1,000 own words, both sides."""

    term: str
    entry: str
    category: str
    valence: float
    note: str
    plain: str
    count: int
    articles: int
    rate: float
    others: int
    other_rate: float
    excess: float
    evidence: str | None


@dataclass(frozen=True)
class OutletWords:
    """The entries with the most excess use at an outlet, and the own words of both sides."""

    outlet: str
    words: int
    other_words: int
    rows: tuple[WordRow, ...]


@dataclass(frozen=True)
class ArticleRow:
    """An article in the list. `copy_of` is the article whose near-copy it is."""

    article: str
    outlet: str
    title: str | None
    date: str | None
    url: str | None
    event: str | None
    copy_of: str | None
    words_own: int
    words_quoted: int
    loaded: int


@dataclass(frozen=True)
class Finding:
    """
    A row of COMPARISONS, with more that a report needs.

    Attributes:
        name: of the actor.
        kind: of the measure: rate, share or mean.
        price: an effect, and the units that it would take to see it; None where there are enough, or for a finding.
        evidence_a, evidence_b: keys of the evidence on both sides.
    """

    actor: str | None
    name: str | None
    measure: str
    voice: str
    outlet_a: str
    outlet_b: str
    design: str
    articles_a: int
    articles_b: int
    units_a: int
    units_b: int
    duplicates: int
    shared_stories: int
    hits: float
    value_a: float | None
    value_b: float | None
    effect: str
    ratio: float | None
    low: float | None
    high: float | None
    p: float | None
    p_floor: float | None
    q: float | None
    family: int
    detectable: float | None
    needed: int | None
    needed_effect: float | None
    testable: bool
    verdict: str
    caveats: tuple[str, ...]
    wording: str
    kind: str
    price: tuple[str, str] | None
    evidence_a: str | None
    evidence_b: str | None


@dataclass(frozen=True)
class Outcome:
    """How many comparisons of a measure came out with a verdict."""

    measure: str
    verdict: str
    number: int


@dataclass(frozen=True)
class Untested:
    """
    The comparisons of one subject that could not be tested for one reason.

    Attributes:
        actor, name: the subject; None for the whole article.
        obstacle: "units" (too few articles or events) or "hits" (too few words counted).
        comparisons: how many.
        units_least, units_most: units of the outlet that has fewer.
        hits_least, hits_most: words counted at both outlets.
        detectable: the smallest ratio that any of them would have shown; None where nothing varies.
        price: as in Finding, of the first.
    """

    actor: str | None
    name: str | None
    obstacle: str
    comparisons: int
    units_least: int
    units_most: int
    hits_least: float
    hits_most: float
    detectable: float | None
    price: tuple[str, str] | None


@dataclass(frozen=True)
class Overview:
    """What was read and what was not."""

    articles: int
    outlets: int
    events: int
    stories: int
    copies: int
    words_own: int
    words_quoted: int
    loaded: int
    first: str | None
    last: str | None
    furniture: Mapping[str, int]
    furniture_articles: int
    set_aside: Mapping[str, int]
    set_aside_first: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """
    Everything that a report says.

    `findings` are the comparisons without the `left_out` that could not be tested and did not fit; `outcomes` counts
    all, and `untested` sums up all that could not be tested. `with_text` is false where article texts are left out.
    """

    overview: Overview
    findings: tuple[Finding, ...]
    outcomes: tuple[Outcome, ...]
    untested: tuple[Untested, ...]
    left_out: int
    outlets: tuple[OutletRow, ...]
    actors: tuple[ActorPart, ...]
    actors_found: int
    words: tuple[OutletWords, ...]
    articles: tuple[ArticleRow, ...]
    evidence: Mapping[str, Evidence]
    rules: tuple[str, ...]
    recipe: Recipe
    with_text: bool
