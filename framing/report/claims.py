"""Which rows of the tables stand behind which number of the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl

from framing.report.excerpts import Claim, mark_rows
from framing.report.ground import Ground
from framing.report.model import OutletWords
from framing.score.verbs import SUBJECT_ROLES

SORTS = ("blaming", "praising", "other")
MOST = {
    "loaded": 12,
    "coloured": 12,
    "said": 4,
    "verbs": 4,
    "mentions": 3,
    "stance": 4,
    "word": 3,
}  # sentences a number
LEAST = 3  # sentences an outlet's numbers have before others get any
LEAST_WEIGHT = 0.2  # log-odds below which a weighed word is not marked
KINDS = ("coloured", "stance", "said", "verbs", "mentions")
_BEHIND = {
    "loaded": "coloured", "blaming": "coloured", "praising": "coloured", "valence": "coloured",
    "labels_blaming": "coloured", "labels_praising": "coloured",
    "quotations": "said", "quoted_words": "said", "verbs": "verbs", "mentions": "mentions",
    "stance": "stance",
}  # fmt: skip
_SPAN = ("article", "field", "start", "end")


def find_key(measure: str, actor: str | None, outlet: str) -> str | None:
    """The key of the evidence behind a measure, given the keys of actor and outlet; None where there is none."""
    base = measure.partition(":")[0]
    if actor is None:
        return f"{outlet}-{base}" if measure in ("loaded", "blaming", "praising") else None
    return f"{actor}-{outlet}-{_BEHIND[base]}" if base in _BEHIND else None


def own_hits(ground: Ground) -> pl.DataFrame:
    """
    Loaded HITS in the outlets' own voice, with `outlet`, `side`, and `sort`: blaming, praising or other.

    Words that two categories list are one span: their sort is that of the mean valence, as `blaming` and `praising`
    count them (docs/measures.md).
    """
    hits = ground.by_outlet(ground.analysis.hits.filter((pl.col("voice") == "own") & pl.col("loaded")))
    felt = pl.when("negated").then(0.0).otherwise("valence").sum().over(_SPAN)
    sort = pl.when(felt < 0).then(pl.lit("blaming")).when(felt > 0).then(pl.lit("praising"))
    return hits.with_columns(sort=sort.otherwise(pl.lit("other")))


def list_claims(ground: Ground, words: Sequence[OutletWords]) -> list[Claim]:
    """Every number that asks for evidence, in the order in which they get it."""
    return [*_outlet_claims(ground), *_actor_claims(ground), *_word_claims(words)]


def _outlet_claims(ground: Ground) -> Iterator[Claim]:
    titles = {"blaming": "Blaming words", "praising": "Praising words", "other": "Loaded words that do neither"}
    for outlet, key in ground.outlets.items():
        for sort in SORTS:
            yield Claim(f"{key}-{sort}", f"{titles[sort]} of {outlet}", "hits", MOST["loaded"], LEAST)


def _actor_claims(ground: Ground) -> Iterator[Claim]:
    for actor, key in ground.actors.values():
        for outlet, side in ground.outlets.items():
            yield Claim(f"{key}-{side}-coloured", f"Words about {actor.name} at {outlet}", "links", MOST["coloured"])
            yield Claim(
                f"{key}-{side}-stance", f"Words weighed toward {actor.name} at {outlet}", "stances", MOST["stance"]
            )
            yield Claim(f"{key}-{side}-said", f"What {actor.name} is quoted saying at {outlet}", "quotes", MOST["said"])
            yield Claim(f"{key}-{side}-verbs", f"Verbs that report {actor.name} at {outlet}", "links", MOST["verbs"])
            yield Claim(f"{key}-{side}-mentions", f"Mentions of {actor.name} at {outlet}", "mentions", MOST["mentions"])


def _word_claims(words: Sequence[OutletWords]) -> Iterator[Claim]:
    for part in words:
        for row in part.rows:
            if row.evidence:
                yield Claim(row.evidence, f"“{row.term}” at {part.outlet}", "hits", MOST["word"])


def mark_claims(ground: Ground, hits: pl.DataFrame, words: Sequence[OutletWords]) -> pl.DataFrame:
    """The marked words behind every claim, with the claim's key."""
    tables = ground.analysis
    listed = [(part.outlet, row.entry, row.evidence) for part in words for row in part.rows]
    chosen = pl.DataFrame(listed, {"outlet": pl.String, "entry": pl.String, "key": pl.String}, orient="row")
    loaded = tables.links.join(tables.hits.filter("loaded"), on=[*_SPAN, "entry"], how="semi")
    reporting = [entry.citation for entry in tables.lexicons.in_force() if entry.kind == "reporting"]
    verbs = tables.links.filter(pl.col("entry").is_in(reporting) & pl.col("role").is_in(SUBJECT_ROLES))
    by_speaker, verb, role = "speaker", pl.col("verb"), pl.col("role")
    ties = tables.links.select(*_SPAN, "entry", "actor", rule="role", tied="valence")
    tied = hits.join(ties, on=[*_SPAN, "entry"], how="left").with_columns(valence=pl.coalesce("tied", "valence"))
    return pl.concat(
        [
            mark_rows(tied.with_columns(key=pl.format("{}-{}", "side", "sort")), "loaded word"),
            mark_rows(_of_actors(ground, loaded, "coloured"), "colouring word", rule=role),
            mark_rows(_of_actors(ground, tables.quotes, "said", by_speaker, "quoted"), "quotation", term=verb),
            mark_rows(_of_actors(ground, verbs, "verbs"), "reporting verb", rule=role),
            mark_rows(_of_actors(ground, tables.mentions, "mentions"), "mention"),
            mark_rows(_of_actors(ground, _weighed(tables.stances), "stance"), "weighed word", rule=role),
            mark_rows(tied.join(chosen, on=["outlet", "entry"]), "loaded word"),
        ]
    )


def _weighed(stances: pl.DataFrame) -> pl.DataFrame:
    """The words that weigh in STANCES: a row a word, `valence` being its weight."""
    words = (
        stances.select("article", "field", "sentence", "actor", "evidence").explode("evidence").drop_nulls("evidence")
    )
    weight = pl.col("weight").round(1).alias("valence")
    return (
        words.unnest("evidence")
        .filter(pl.col("weight").abs() >= LEAST_WEIGHT)
        .with_columns(weight, voice=pl.lit("own"))
    )


def _of_actors(
    ground: Ground, rows: pl.DataFrame, what: str, column: str = "actor", voice: str = "own"
) -> pl.DataFrame:
    """Rows about the actors shown, in that voice, with their key."""
    keys = {actor: key for actor, (_, key) in ground.actors.items()}
    rows = ground.by_outlet(rows.filter(pl.col(column).is_in(list(keys)) & (pl.col("voice") == voice)))
    named = pl.col(column).replace_strict(keys, return_dtype=pl.String)
    return rows.with_columns(key=pl.format("{}-{}-" + what, named, "side"))
