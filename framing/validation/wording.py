"""What is said of a validation, in the terminal and on the page alike."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from framing.agreement import Agreement
from framing.numerals import count
from framing.report import numbers

RIGHT = (
    "A mark is right if it overlaps a passage that people marked, and such a passage is found if a mark overlaps it. "
    "Words count in every voice, quoted ones too."
)
NO_RECALL = "No recall can be given: people judged what was marked, not the rest of the texts."
SAME_PRECISION = (
    "A corrected rate takes the precision of a category to be the same for every outlet; its interval carries both the "
    "chance of the articles and that of the codings."
)
Row = tuple[object, ...]


def share(row: dict[str, float | None], name: str) -> str:
    """A share with its interval: 47 % (45 % to 50 %)."""
    value = numbers.value(row[name], "share")
    if row[f"{name}_low"] is None:
        return value
    return f"{value} ({numbers.interval(row[f'{name}_low'], row[f'{name}_high'], 'share')})"


def list_categories(categories: pl.DataFrame, whole: bool) -> list[Row]:
    """CATEGORIES as rows to print, with a header."""
    figures = ("precision", "recall", "f1") if whole else ("precision",)
    rows: list[Row] = [("category", "marks", "right", *(name.replace("f1", "F1") for name in figures))]
    for row in categories.iter_rows(named=True):
        rows.append((row["category"] or "all", row["marks"], row["right"], *(share(row, name) for name in figures)))
    return rows


def list_entries(entries: pl.DataFrame) -> list[Row]:
    """ENTRIES as rows to print, with a header."""
    rows: list[Row] = [("term", "category", "marks", "right", "precision")]
    for row in entries.iter_rows(named=True):
        rows.append((row["term"], row["category"], row["marks"], row["right"], share(row, "precision")))
    return rows


def list_judged(judged: pl.DataFrame) -> list[Row]:
    """JUDGED as rows to print, with a header; with the term where there is one."""
    terms = judged["term"].null_count() < judged.height
    rows: list[Row] = [(*(["term"] if terms else []), "category", "items", "loaded", "arguable", "precision")]
    for row in judged.iter_rows(named=True):
        figures = (row["category"] or "all", row["items"], row["loaded"], row["arguable"], share(row, "precision"))
        rows.append((row["term"], *figures) if terms else figures)
    return rows


def list_rates(rates: pl.DataFrame) -> list[Row]:
    """RATES as rows to print, with a header."""
    rows: list[Row] = [("outlet", "articles", "words", "marks", "unjudged", "rate", "corrected")]
    for row in rates.iter_rows(named=True):
        corrected = numbers.value(row["corrected"], "rate")
        if row["low"] is not None:
            corrected += f" ({numbers.interval(row['low'], row['high'], 'rate')})"
        figures = (row[name] for name in ("outlet", "articles", "words", "marks", "unjudged"))
        rows.append((*figures, numbers.value(row["rate"], "rate"), corrected))
    return rows


def list_set_aside(set_aside: pl.DataFrame, most: int = 20) -> list[Row]:
    """SET_ASIDE as rows to print, with a header: the first ones, and how many more there are."""
    rows: list[Row] = [("place", "reason"), *set_aside.select("place", "reason").head(most).rows()]
    more = set_aside.height - most
    return [*rows, (f"{more:,} more", "")] if more > 0 else rows


def tell_agreement(agreement: Agreement) -> str:
    """How far coders agree, as a sentence."""
    if agreement.alpha is None:
        return f"Agreement: {agreement.words}."
    ends = "" if agreement.low is None else f" ({agreement.low:.2f} to {agreement.high:.2f})"
    over = f"{count(agreement.coders, 'coder')}, {count(agreement.units, 'item')} that two or more judged"
    return f"Krippendorff's alpha {agreement.alpha:.2f}{ends}, over {over}: {agreement.words}."


def tell_recall(recall: Sequence[float]) -> str:
    """The upper limit of recall, as a sentence."""
    ends = numbers.interval(recall[1], recall[2], "share")
    return (
        f"Of what coders call loaded the list marks at most {numbers.value(recall[0], 'share')} ({ends}): "
        "a sentence without a mark in which they find something counts once, however much it is."
    )
