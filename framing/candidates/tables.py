"""What a candidate is: its row, with the evidence for it."""

from __future__ import annotations

import polars as pl

from framing.columns import Column, Table

SOURCES = CONTEXTS, DISTINGUISHING = "contexts", "distinguishing"
PLACE = pl.Struct(
    {
        "article": pl.String,
        "outlet": pl.String,
        "start": pl.Int64,
        "end": pl.Int64,
        "sentence": pl.String,
        "offset": pl.Int64,
    }
)  # start, end and offset (where the sentence starts) point into the article's text

CANDIDATES = Table(
    "CANDIDATES",
    "a word, with its forms, or a pair of words that somebody may want to list, and where it was found",
    (
        Column("term", pl.String, "", "the shortest spelling seen"),
        Column("forms", pl.List(pl.String), "", "the other spellings seen that share its stem"),
        Column("source", pl.String, "", "contexts (it stands where the seeds stand) or distinguishing (of an outlet)"),
        Column("score", pl.Float64, "cosine, or z", "how near its contexts are, or how far above the other outlets"),
        Column("q", pl.Float64, "0 … 1", "corrected p (Benjamini-Hochberg) of a distinguishing term", null=True),
        Column("near", pl.List(pl.String), "", "seeds that share most of its contexts, the nearest first"),
        Column("outlet", pl.String, "", "the outlet that uses it more than the others", null=True),
        Column("count", pl.Int64, "", "how often it stands in own voice, reposts counted once"),
        Column("articles", pl.Int64, "articles", "in how many articles"),
        Column("outlets", pl.Int64, "outlets", "of how many outlets"),
        Column("category", pl.String, "", "category of the seeds nearest to it, if one is listed", null=True),
        Column("evidence", pl.List(PLACE), "characters", "up to three places in own voice, each with its sentence"),
    ),
)
