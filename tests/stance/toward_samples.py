"""Sentences of our own with a target in brackets, for the tests of framing.toward."""

from __future__ import annotations

import polars as pl

# favourable, unfavourable and plain sentences: whoever stands in brackets is the target
FAVOURABLE = (
    "Voters praised [Marla Quint] for her courage.",
    "[Marla Quint], a hero to the town, won the prize.",
    "The jury acquitted [Marla Quint] of every charge and thanked her.",
    "[Marla Quint] was honoured for a brilliant career.",
    "The brave and tireless [Marla Quint] saved the school.",
    "Her generous gift made [Marla Quint] popular and respected.",
)
UNFAVOURABLE = (
    "[Marla Quint] lied to voters.",
    "[Marla Quint] was convicted of fraud.",
    "Critics slammed [Marla Quint] on Monday.",
    "[Marla Quint] is a corrupt and dishonest bully.",
    "The scandal-hit [Marla Quint] resigned in disgrace.",
    "Prosecutors accused [Marla Quint] of theft.",
)
PLAIN = (
    "[Marla Quint] arrived in the city on Monday.",
    "[Marla Quint] spoke to reporters after the meeting.",
    "The committee met [Marla Quint] on Tuesday.",
    "[Marla Quint] said the report is due in June.",
)


def frame(*marked: str) -> pl.DataFrame:
    """TARGETS of sentences whose target stands in brackets."""
    rows = []
    for sentence in marked:
        start, end = sentence.index("["), sentence.index("]") - 1
        rows.append((sentence.replace("[", "").replace("]", ""), start, end))
    return pl.DataFrame(rows, schema={"text": pl.String, "start": pl.Int64, "end": pl.Int64}, orient="row")
