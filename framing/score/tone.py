"""
General tone, as TextBlob and VADER compute it: it stands beside the other measures and is never mixed in.

TextBlob's is its PatternAnalyzer, the analyzer behind `TextBlob(text).sentiment`. VADER's is the vaderSentiment
package, not nltk's copy, which needs a downloaded lexicon. Both read each sentence by itself.
"""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from framing.score.basis import KEYS, Basis
from framing.score.measure import Measure, make_rows, per_one, tally

Progress = Callable[[int, int], None]
_TONES = ("polarity", "subjectivity", "compound")
NO_TONES = pl.DataFrame(schema={"article": pl.String, "sentence": pl.Int32, **dict.fromkeys(_TONES, pl.Float64)})
_BATCH = 256  # sentences between two calls of `progress`


def pick_sentences(articles: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """
    The sentences in own voice: article, sentence, surface.

    Those of the text, titles left out, at least half of whose words are the outlet's own; they are read whole, with
    what is quoted in them.

    Args:
        articles: coded ARTICLES. sentences: coded SENTENCES.
    """
    others = pl.sum_horizontal(pl.col("words_quoted", "words_scare", "words_headline"))
    own = (pl.col("field") == "text") & (pl.col("words_own") > 0) & (pl.col("words_own") >= others)
    surface = pl.col("text").str.slice(pl.col("start"), pl.col("end") - pl.col("start"))
    return (
        sentences.filter(own)
        .join(articles.select("article", "text"), on="article", maintain_order="left")
        .select("article", "sentence", surface.alias("surface"))
    )


def read_tones(chosen: pl.DataFrame, progress: Progress | None = None) -> pl.DataFrame:
    """
    The tone of sentences: article, sentence, polarity (-1 … +1), subjectivity (0 … 1), compound (-1 … +1).

    About a megabyte a second; each wording is read once.

    Args:
        chosen: from `pick_sentences`.
        progress: called with the sentences read so far and their number.
    """
    from textblob.sentiments import PatternAnalyzer
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    blob, vader = PatternAnalyzer(), SentimentIntensityAnalyzer()
    surfaces = chosen["surface"].unique(maintain_order=True)
    read: list[tuple[float, float, float]] = []
    for begin in range(0, len(surfaces), _BATCH):
        for surface in surfaces[begin : begin + _BATCH].to_list():
            polarity, subjectivity = blob.analyze(surface)
            read.append((polarity, subjectivity, vader.polarity_scores(surface)["compound"]))
        if progress:
            progress(len(read), len(surfaces))
    tones = pl.DataFrame(read, schema=dict.fromkeys(_TONES, pl.Float64), orient="row").with_columns(surfaces)
    return chosen.join(tones, on="surface", maintain_order="left").select("article", "sentence", *_TONES)


def average_polarity(basis: Basis) -> pl.DataFrame:
    """Rows of `tone:textblob_polarity`."""
    return _average(basis, "tone:textblob_polarity", "polarity")


def average_subjectivity(basis: Basis) -> pl.DataFrame:
    """Rows of `tone:textblob_subjectivity`."""
    return _average(basis, "tone:textblob_subjectivity", "subjectivity")


def average_compound(basis: Basis) -> pl.DataFrame:
    """Rows of `tone:vader_compound`."""
    return _average(basis, "tone:vader_compound", "compound")


def _average(basis: Basis, name: str, column: str) -> pl.DataFrame:
    """Mean over the own-voice sentences of the article and over those that mention an actor; null without any."""
    own = pl.col("voice") == "own"
    units = basis.units.filter(own)
    named = basis.mentions.select("article", "sentence", "actor").unique(maintain_order=True)
    voice = pl.lit("own").cast(units.schema["voice"]).alias("voice")
    spoken = basis.tones.select("article", "sentence", voice, pl.col(column))
    whole = spoken.with_columns(pl.lit(None, units.schema["actor"]).alias("actor"))
    about = named.join(spoken, on=["article", "sentence"], maintain_order="left_right")
    read = pl.concat([whole.select(*KEYS, column), about.select(*KEYS, column)])
    return make_rows(units, tally(read, count=pl.col(column).sum(), words=pl.len()), name, per_one(None))


_WORDS = "sentences at least half of whose words are the outlet's own; for an actor, those of them that mention it"
POLARITY = Measure(
    name="tone:textblob_polarity",
    scope="articles and actors",
    kind="mean",
    unit="TextBlob polarity",
    range="-1 … +1",
    direction="friendlier words all round, whoever they are about",
    count="sum over the sentences",
    words=_WORDS,
    meaning="How friendly the sentences sound, be it about the actor or the weather.",
    source="TextBlob (Loria), PatternAnalyzer, after the pattern library (De Smedt and Daelemans 2012)",
    function=average_polarity,
    tone=True,
)
SUBJECTIVITY = Measure(
    name="tone:textblob_subjectivity",
    scope="articles and actors",
    kind="mean",
    unit="TextBlob subjectivity",
    range="0 … 1",
    direction="more words of opinion, feeling and degree",
    count="sum over the sentences",
    words=_WORDS,
    meaning="How far the sentences sound like opinion.",
    source="TextBlob (Loria), PatternAnalyzer, after the pattern library (De Smedt and Daelemans 2012)",
    function=average_subjectivity,
    tone=True,
)
COMPOUND = Measure(
    name="tone:vader_compound",
    scope="articles and actors",
    kind="mean",
    unit="VADER compound score",
    range="-1 … +1",
    direction="friendlier words all round, whoever they are about",
    count="sum over the sentences",
    words=_WORDS,
    meaning="How friendly the sentences sound; made for short posts, and war news reads as hostile by its subject.",
    source="VADER (Hutto and Gilbert 2014), the vaderSentiment package",
    function=average_compound,
    tone=True,
)
