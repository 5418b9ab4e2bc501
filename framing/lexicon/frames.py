"""The entries in force as a table."""

from __future__ import annotations

from typing import Any

import polars as pl

from framing.lexicon.model import Lexicons

_COLUMNS: dict[str, Any] = {
    "lexicon": pl.String,
    "version": pl.String,
    "kind": pl.String,
    "category": pl.String,
    "loaded": pl.Boolean,
    "term": pl.String,
    "match": pl.String,
    "pos": pl.String,
    "forms": pl.List(pl.String),
    "valence": pl.Float64,
    "subject": pl.Float64,
    "object": pl.Float64,
    "owner": pl.Float64,
    "intensity": pl.Float64,
    "plain": pl.String,
    "set": pl.String,
    "unless": pl.List(pl.String),
    "note": pl.String,
    "source": pl.String,
    "hit": pl.String,
    "miss": pl.String,
    "place": pl.String,
    "citation": pl.String,
}


def entries_frame(lexicons: Lexicons) -> pl.DataFrame:
    """
    The entries in force, one a row, by lexicon, category and term.

    Columns:
        lexicon, version, kind (`loaded`, `reporting`), category;
        loaded: whether it counts as a loaded word;
        term, match, pos, forms (list);
        valence, subject, object, owner: -3 … +3, null where it colours nobody in that role;
        intensity: 1 … 3; plain, set, unless (list), note, source, hit, miss: "" where empty;
        place: `folder/file:line`; citation: `lexicon/file:term@version`.
    """
    entries = sorted(lexicons.in_force(), key=lambda e: (e.lexicon, e.category, e.term.casefold(), e.term))
    columns = {name: [_value(getattr(entry, name)) for entry in entries] for name in _COLUMNS}
    return pl.DataFrame(columns, schema=_COLUMNS)


def _value(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
