"""The tables of a validation: what people judged, and what it says of a lexicon, each column with its meaning."""

from __future__ import annotations

import polars as pl

from framing.columns import Column, Table

_ID = Column("id", pl.String, "", "which sample, and which item of it")
_ENTRY = Column("entry", pl.String, "", "citation of the entry: lexicon/category.csv:term@version")
_TERM = Column("term", pl.String, "", "base form of the entry")
_CATEGORY = Column("category", pl.String, "", "category of the entry")
_OUTLET = Column("outlet", pl.String, "", "who published it")


def _share(name: str, meaning: str) -> tuple[Column, Column, Column]:
    return (
        Column(name, pl.Float64, "0 … 1", f"{meaning}; null where there is none to count", null=True),
        Column(f"{name}_low", pl.Float64, "0 … 1", "lower end of its 95 % interval", null=True),
        Column(f"{name}_high", pl.Float64, "0 … 1", "upper end of its 95 % interval", null=True),
    )


CATEGORIES = Table(
    "CATEGORIES",
    "all marks (category null), or those of a category, against what people marked",
    (
        Column("category", pl.String, "", "category of the marks; null: all of them", null=True),
        Column("marks", pl.Int64, "marks", "places that the list marks in what was judged"),
        Column("right", pl.Int64, "marks", "those that overlap a passage that people marked"),
        *_share("precision", "right / marks"),
        Column("passages", pl.Int64, "passages", "passages that people marked"),
        Column("found", pl.Int64, "passages", "those that such a mark overlaps"),
        *_share("recall", "found / passages: of a category, how much of the whole it adds"),
        *_share("f1", "harmonic mean of precision and recall"),
    ),
)
ENTRIES = Table(
    "ENTRIES",
    "an entry that marked something, against what people marked",
    (
        *(_ENTRY, _TERM, _CATEGORY),
        Column("marks", pl.Int64, "marks", "places that it marks in what was judged"),
        Column("right", pl.Int64, "marks", "those that people marked too"),
        *_share("precision", "right / marks"),
    ),
)
WRONG = Table(
    "WRONG",
    "a mark that people did not make",
    (
        *(_ENTRY, _TERM, _CATEGORY),
        Column("place", pl.String, "", "file, and line or row, of the text"),
        Column("start", pl.Int64, "characters", "where the mark starts in the sentence"),
        Column("end", pl.Int64, "characters", "where it ends (exclusive)"),
        Column("sentence", pl.String, "", "the sentence that it stands in"),
    ),
)

LOADED = "loaded (y/n/?)"
SHEET = Table(
    "SHEET",
    "an item for people to judge: a mark in its sentence, or a sentence without a mark",
    (
        _ID,
        Column("outlet", pl.String, "", "who published it, if it is to be seen", null=True),
        Column("sentence", pl.String, "", "the sentence"),
        Column("before", pl.String, "", "what of it stands before the mark"),
        Column("mark", pl.String, "", "the words that the list marks; empty: none, so judge the whole sentence"),
        Column("after", pl.String, "", "what of it stands after the mark"),
        Column("term", pl.String, "", "base form of the entry"),
        Column("category", pl.String, "", "category of the entry"),
        Column(LOADED, pl.String, "", "to fill in: y, n, or ? for arguable"),
        Column("reason", pl.String, "", "to fill in: why"),
    ),
)
KEY = Table(
    "KEY",
    "an item of a coding sheet: where it comes from and what it stands for, not for the coders",
    (
        _ID,
        Column("kind", pl.String, "", "marked, or unmarked: a sentence without a mark"),
        Column("article", pl.String, "", "id of the article"),
        _OUTLET,
        Column("field", pl.String, "", "which text the offsets point into: `text` or `title`"),
        Column("start", pl.Int64, "characters", "where the mark (or the unmarked sentence) starts"),
        Column("end", pl.Int64, "characters", "where it ends (exclusive)"),
        Column("entry", pl.String, "", "citation of the entry; empty without a mark"),
        _TERM,
        _CATEGORY,
        Column("weight", pl.Float64, "marks", "how many marks (or unmarked sentences) of the corpus it stands for"),
    ),
)
COUNTS = Table(
    "COUNTS",
    "an article and a category: what the corrected rates are reckoned from",
    (
        Column("article", pl.String, "", "id of the article"),
        _OUTLET,
        Column("words", pl.Int64, "words", "its words in the voice that was sampled"),
        Column("category", pl.String, "", "a category that marks something in it; empty where none does"),
        Column("marks", pl.Int64, "marks", "its marks of that category in that voice"),
    ),
)

CODINGS = Table(
    "CODINGS",
    "an answer of a coder",
    (
        _ID,
        Column("coder", pl.String, "", "who gave it: the column `coder`, else the file's name"),
        Column("loaded", pl.Boolean, "", "whether the mark is loaded where it stands; null: arguable", null=True),
    ),
)
CODERS = Table(
    "CODERS",
    "a coder",
    (
        Column("coder", pl.String, "", "who"),
        Column("judged", pl.Int64, "items", "items that the coder answered"),
        Column("loaded", pl.Int64, "items", "answered with yes"),
        Column("arguable", pl.Int64, "items", "answered with ?"),
    ),
)
ITEMS = Table("ITEMS", "an item that was judged, as its sheet has it", (*SHEET.columns[:1], *SHEET.columns[2:8]))
JUDGED = Table(
    "JUDGED",
    "marks of the sheet by category or by term: what most coders say",
    (
        Column("category", pl.String, "", "category of the marks; null: all of them", null=True),
        Column("term", pl.String, "", "base form of the entry; null: the whole category", null=True),
        Column("items", pl.Int64, "items", "marks on which coders had a majority"),
        Column("loaded", pl.Int64, "items", "those that most coders call loaded"),
        Column("arguable", pl.Int64, "items", "marks without a majority, left out"),
        *_share("precision", "loaded / items, each item counted once"),
    ),
)
RATES = Table(
    "RATES",
    "an outlet: its rate of marks, and what is left of it once wrong marks are taken out",
    (
        _OUTLET,
        Column("articles", pl.Int64, "articles", "its articles"),
        Column("words", pl.Int64, "words", "their words in the voice that was sampled"),
        Column("marks", pl.Int64, "marks", "their marks"),
        Column("unjudged", pl.Int64, "marks", "those of categories that nobody judged: in neither rate"),
        Column("rate", pl.Float64, "per 1,000 words", "marks of judged categories", null=True),
        Column("corrected", pl.Float64, "per 1,000 words", "those times the precision of their category", null=True),
        Column("low", pl.Float64, "per 1,000 words", "lower end of the 95 % interval of `corrected`", null=True),
        Column("high", pl.Float64, "per 1,000 words", "upper end of it", null=True),
    ),
)
TABLES: dict[str, Table] = {
    table.name.lower(): table
    for table in (CATEGORIES, ENTRIES, WRONG, SHEET, KEY, COUNTS, CODINGS, CODERS, ITEMS, JUDGED, RATES)
}
