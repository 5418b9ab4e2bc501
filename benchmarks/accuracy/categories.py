"""BABE once more, by category: how many of a category's marks fall on words that experts marked as biased."""

from __future__ import annotations

from pathlib import Path

from benchmarks.accuracy.measures import Figure
from benchmarks.accuracy.sections import Section
from framing.cli.lexicon.reading import read_texts
from framing.lexicon import load_lexicons
from framing.validation import read_annotated
from framing.validation.evaluation import evaluate


def measure_categories(babe: Path, draws: int) -> Section:
    """
    Precision and recall of the bundled lists on BABE's words, all marks and every category.

    The figures of `framing lexicon evaluate` on the same file: a mark is right if it overlaps a marked word.
    """
    people, lexicons = read_annotated(babe), load_lexicons()
    read = read_texts([one.text for one in people.texts], lexicons)
    found = evaluate(people, read.hits, read.sentences, resamples=draws)
    lists = ", ".join(f"{layer.id} {layer.version}" for layer in lexicons.layers if layer.id.endswith("-en"))
    section = Section(
        "BABE, by category of the lists",
        f"{len(people.texts):,} different texts, read with {lists}. A mark is right if it overlaps a word that the "
        "experts marked; recall is that of all categories together. Intervals draw texts; those of fewer than 20, "
        "none or all of the marks are Wilson's.",
        ("marks", "right", "precision", "recall"),
        rows_are="category",
    )
    for row in found.categories.iter_rows(named=True):
        recall = _figure(row, "recall", row["marks"]) if row["category"] is None else None
        counts = (f"{row['marks']:,}", f"{row['right']:,}")
        section.add(row["category"] or "all marks", *counts, _figure(row, "precision", row["marks"]), recall)
    section.notes.append(
        "The experts marked what tilts a sentence, the lists what is loaded wherever it stands: a word of praise for a "
        "film, or a verb such as *insist*, colours what it says and tilts nothing. So precision here is lowest where "
        "the lists mark mild words, and these are the categories to look at in the evidence first."
    )
    return section


def _figure(row: dict[str, float], name: str, units: float) -> Figure | None:
    value, low, high = row[name], row[f"{name}_low"], row[f"{name}_high"]
    return None if value is None or low is None else Figure(value, low, high, int(units))
