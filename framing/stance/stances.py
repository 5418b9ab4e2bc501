"""What the outlet's own words say toward every actor that it mentions: each sentence read toward each mention."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from framing.stance.prediction import predict, tabulate
from framing.stance.weights import load_model
from framing.tables import STANCES, check

_PLACE = ("article", "field", "sentence")


def read_stances(articles: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """
    Every mention in own voice, with what the own words of its sentence say toward it.

    Words between quotation marks are left out: they are not the outlet's.

    Args:
        articles, sentences, mentions: ARTICLES, SENTENCES, MENTIONS.

    Returns:
        STANCES, in the order of `mentions`; offsets point into the article's text.
    """
    bounds = sentences.filter(pl.col("field") == "text").select(*_PLACE, sentence_start="start", sentence_end="end")
    wanted = (
        mentions.filter((pl.col("voice") == "own") & (pl.col("field") == "text"))
        .select(*_PLACE, "actor", "start", "end")
        .join(bounds, on=_PLACE, maintain_order="left")
        .filter((pl.col("start") >= pl.col("sentence_start")) & (pl.col("end") <= pl.col("sentence_end")))
        .join(articles.select("article", "text"), on="article", maintain_order="left")
        .with_columns(pl.col("text").str.slice("sentence_start", pl.col("sentence_end") - pl.col("sentence_start")))
    )
    if wanted.is_empty():
        return STANCES.empty()
    shift = wanted["sentence_start"]
    start, end = (wanted["start"] - shift).to_list(), (wanted["end"] - shift).to_list()
    model = load_model()
    contacts, targets = model.reader.read(wanted["text"].to_list(), start, end)
    found = predict(model, contacts.where(~contacts.quoted), targets)
    moved = shift.gather(found.evidence["row"])
    words = found.evidence.with_columns(pl.col("start") + moved, pl.col("end") + moved)
    told = tabulate(replace(found, evidence=words))
    return check(wanted.select(*_PLACE, "actor", "start", "end").hstack(told.get_columns()), STANCES)
