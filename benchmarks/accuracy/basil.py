"""BASIL spans: whom they are about, which way they lean, whether they are quoted, and who speaks."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import polars as pl

import framing
from benchmarks.accuracy.data import Basil
from benchmarks.accuracy.measures import Figure, accuracy, auc, bootstrap
from benchmarks.accuracy.people import is_person, locate_name, same_person
from benchmarks.accuracy.rivals import load_rivals, tones
from benchmarks.accuracy.sections import Section

QUOTED_SHARE = 0.9  # of its characters, from which a span counts as quoted


def measure_polarity(basil: Basil, draws: int) -> Section:
    """Which way spans lean that are aimed at somebody whom their sentence names."""
    direct = basil.spans.filter(pl.col("aim") == "dir")
    places = [locate_name(*row) for row in direct.select("text", "target").rows()]
    named = direct.with_columns(place=pl.Series(places, dtype=pl.List(pl.Int64))).drop_nulls("place")
    section = Section(
        "BASIL, polarity toward the target",
        f"{direct.height:,} spans aimed straight at somebody; the sentence names the target in {named.height:,}, "
        f"{named.filter(pl.col('polarity') > 0).height:,} of them positive. Intervals draw events. Goal: .74.",
        ("AUC, positive against negative",),
    )
    truth, events = (named["polarity"] > 0).to_numpy(), named["event"].to_numpy()
    scores = {name: tones(scorer, named["text"].to_list()) for name, scorer in load_rivals().items()}
    toward: Callable[[pl.DataFrame], pl.DataFrame] | None = getattr(framing, "toward", None)
    if toward is None:
        section.notes.append("framing: there is no `framing.toward` yet.")
    else:
        target = pl.col("place").list
        said = toward(named.select("text", start=target.get(0), end=target.get(1)))
        scores["framing, valence"] = said["valence"].to_numpy()
    for name, score in scores.items():
        section.add(name, bootstrap(lambda w, s=score: auc(s, truth, w), events, draws=draws))
    return section


def measure_voice(basil: Basil, draws: int) -> Section:
    """Whether spans are quoted or in the outlet's own voice."""
    spans = basil.spans.with_row_index("span")
    quoted = basil.analysis.quotes.filter(pl.col("field") == "text", pl.col("voice") == "quoted")
    within = touching(spans, quoted).with_columns(
        shared=pl.min_horizontal("end", "end_there") - pl.max_horizontal("start", "start_there")
    )
    shared = spans.select("span").join(within.group_by("span").agg(pl.col("shared").sum()), on="span", how="left")
    share = shared.sort("span")["shared"].fill_null(0) / (spans["end"] - spans["start"])
    said, truth, events = (share >= QUOTED_SHARE).to_numpy(), spans["quoted"].to_numpy(), spans["event"].to_numpy()
    section = Section(
        "BASIL, quoted or own voice",
        f"{spans.height:,} spans, {int(truth.sum()):,} of them quoted; the program reads whole articles. A span counts "
        f"as quoted if {QUOTED_SHARE:.0%} of its characters are. Intervals draw events. Goal: .97.",
        ("accuracy",),
    )
    section.add("nothing is quoted", bootstrap(lambda w: accuracy(np.zeros(len(truth)), truth, w), events, draws=draws))
    section.add("framing", bootstrap(lambda w: accuracy(said, truth, w), events, draws=draws))
    return section


def touching(spans: pl.DataFrame, table: pl.DataFrame) -> pl.DataFrame:
    """Pairs of a span and a row of a table of the program that share characters of the text."""
    joined = spans.select("span", "article", "start", "end").join(table, on="article", suffix="_there")
    return joined.filter(pl.col("start_there") < pl.col("end"), pl.col("start") < pl.col("end_there"))


def measure_speaker(basil: Basil, draws: int) -> Section:
    """Who says the quoted spans whose speaker the readers named."""
    spans = basil.spans.filter(pl.col("quoted"))
    spans = spans.filter(pl.Series([is_person(name) for name in spans["speaker"]], dtype=pl.Boolean))
    spans = spans.with_row_index("span").rename({"speaker": "gold"})
    names = basil.analysis.names
    found = (
        touching(spans, basil.analysis.quotes.filter(pl.col("field") == "text"))
        .with_columns(shared=pl.min_horizontal("end", "end_there") - pl.max_horizontal("start", "start_there"))
        .filter(pl.col("speaker").is_not_null() | pl.col("speaker_name").is_not_null())
        .sort("span", "shared", descending=[False, True], maintain_order=True)
        .unique("span", keep="first", maintain_order=True)
        .select("span", "speaker", "speaker_name")
    )
    rows = spans.select("span", "gold").join(found, on="span", how="left", maintain_order="left")
    said = [names.get(actor or "", name) for actor, name in rows.select("speaker", "speaker_name").rows()]
    right = np.array([same_person(*pair) for pair in zip(said, rows["gold"], strict=True)])
    told, events = np.array([name is not None for name in said]), spans["event"].to_numpy()
    section = Section(
        "BASIL, who speaks",
        f"{len(right):,} quoted spans whose speaker is a person with a name; last names must agree (first names too, "
        "where both are given). Intervals draw events. Goal: .72.",
        ("right, of all", "right, of those told", "told"),
    )
    section.add(
        "framing",
        bootstrap(lambda w: accuracy(right, True, w), events, draws=draws),
        bootstrap(lambda w: accuracy(right[told], True, w), events[told], draws=draws),
        float(told.mean()) if len(told) else None,
    )
    return section


def measure_target(basil: Basil, draws: int) -> Section:
    """Whom spans are about."""
    spans = basil.spans.filter(pl.Series([is_person(name) for name in basil.spans["target"]], dtype=pl.Boolean))
    own = spans.filter(~pl.col("quoted"))
    section = Section(
        "BASIL, whom a span is about",
        f"Spans about a person with a name: {own.height:,} in the outlet's own voice, {spans.height - own.height:,} "
        "quoted. Intervals draw events. Goal in own voice: .77.",
        ("right, own voice", "right, quoted"),
    )
    parts = [own, spans.filter("quoted")]
    names, analysis = basil.analysis.names, basil.analysis
    persons = [actor.id for actor in analysis.actors if actor.kind == "person"]

    def rate(said: list[list[str | None]]) -> list[Figure]:
        figures = []
        for actors, part in zip(said, parts, strict=True):
            named = [names.get(actor or "") for actor in actors]
            right = np.array([same_person(*pair) for pair in zip(named, part["target"], strict=True)], bool)
            figures.append(bootstrap(lambda w, r=right: accuracy(r, True, w), part["event"].to_numpy(), draws=draws))
        return figures

    section.add("the nearest name in the sentence", *rate([_nearest(basil, part, persons) for part in parts]))
    section.add("most mentioned actor of the article", *rate([_most(basil, part, None) for part in parts]))
    section.add("most mentioned person of the article", *rate([_most(basil, part, persons) for part in parts]))
    for name, kinds in (("framing.about", None), ("framing.about, persons", ("person",))):
        told = [framing.about(analysis, part.select("article", "start", "end"), kinds=kinds) for part in parts]
        section.add(name, *rate([table["actor"].to_list() for table in told]))
    return section


def _nearest(basil: Basil, spans: pl.DataFrame, among: list[str]) -> list[str | None]:
    """The person whose name stands nearest in the sentence."""
    spans = spans.with_row_index("span")
    mentions = basil.analysis.mentions.filter(
        pl.col("field") == "text", pl.col("form") == "name", pl.col("actor").is_in(among)
    )
    sentence = spans.with_columns(first=pl.col("offset"), last=pl.col("offset") + pl.col("text").str.len_chars())
    pairs = sentence.join(mentions, on="article", suffix="_there").filter(
        pl.col("start_there") >= pl.col("first"), pl.col("end_there") <= pl.col("last")
    )
    away = pl.max_horizontal(pl.col("start") - pl.col("end_there"), pl.col("start_there") - pl.col("end"), 0)
    near = pairs.with_columns(away=away).sort("span", "away", "start_there").unique("span", keep="first")
    return (
        spans.select("span").join(near.select("span", "actor"), on="span", how="left").sort("span")["actor"].to_list()
    )


def _most(basil: Basil, spans: pl.DataFrame, among: list[str] | None) -> list[str | None]:
    """The actor with most mentions in the article."""
    mentions = basil.analysis.mentions
    if among is not None:
        mentions = mentions.filter(pl.col("actor").is_in(among))
    counted = mentions.group_by("article", "actor").len().sort("len", "actor", descending=[True, False])
    top = counted.unique("article", keep="first", maintain_order=True)
    return spans.select("article").join(top, on="article", how="left", maintain_order="left")["actor"].to_list()
