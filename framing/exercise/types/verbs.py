"""Verbs: how a verb of saying makes a speaker sound."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from framing.exercise.chance import rank, shuffle
from framing.exercise.material import Material, source_of
from framing.exercise.model import Item, Level, Note, Passage, Sort, Word
from framing.exercise.request import ExerciseType, Found, Refusal, Request
from framing.lexicon import Entry

CLASSES = ("plain", "approving", "doubting", "disapproving")
CLASS_OF = {
    "neutral": ("plain",),
    "approving": ("approving", "plain"),
    "doubting": ("doubting", "disapproving"),
    "conceding": ("doubting",),
    "hostile": ("disapproving",),
}
"""Category of the list → class, and the class next to it, which is fine too."""
SIZE = 6  # verbs an item
_LONGEST_EXAMPLE = 40  # words
STEM = "A report can choose how a speaker sounds. Sort the verbs by how each makes the speaker sound."
TALK = ("Take one sentence and put another verb in. What changes, and what stays true?",)


def make(material: Material, request: Request) -> Found:
    """Six verbs of saying that the corpus uses, of at least three classes, each with a sentence of the corpus."""
    pool = _pool(material, request)
    number = 0
    while True:
        verbs = pick_verbs(pool, number)
        if len({CLASS_OF[entry.category][0] for entry, _ in verbs}) < 3 or len(verbs) < 4:
            yield Refusal(f"item {number + 1}", "too few different verbs of saying are left in the corpus")
            return
        yield build(material, verbs, request, number)
        number += 1


def _pool(material: Material, request: Request) -> dict[str, list[tuple[Entry, dict[str, Any]]]]:
    """Class → verbs of the outlets' own voice with a place, in an order of chance, each verb once."""
    seen: dict[str, tuple[Entry, dict[str, Any]]] = {}
    hits = material.analysis.hits
    for row in hits.filter((hits["voice"] == "own") & ~hits["negated"] & (hits["field"] == "text")).iter_rows(
        named=True
    ):
        entry = material.entries.get(row["entry"])
        if entry and entry.kind == "reporting" and entry.pos == "verb" and entry.category in CLASS_OF:
            best = seen.get(entry.term)
            first = best is None or _place_rank(request, row) < _place_rank(request, best[1])
            if first and _example(material, row):
                seen[entry.term] = (entry, row)
    pool: dict[str, list[tuple[Entry, dict[str, Any]]]] = defaultdict(list)
    for term in shuffle(seen, request.seed, "verbs"):
        pool[CLASS_OF[seen[term][0].category][0]].append(seen[term])
    return pool


def _place_rank(request: Request, row: dict[str, Any]) -> str:
    return rank(request.seed, row["article"], row["start"])


def pick_verbs(pool: dict[str, list[tuple[Entry, dict[str, Any]]]], number: int) -> list[tuple[Entry, dict[str, Any]]]:
    """The verbs of an item: the classes in turn; no verb comes up in two items."""
    taken = {name: verbs[2 * number : 2 * number + 2] for name, verbs in pool.items()}
    chosen = [verb for turn in range(2) for name in CLASSES for verb in taken.get(name, [])[turn : turn + 1]]
    return chosen[:SIZE]


def build(material: Material, verbs: list[tuple[Entry, dict[str, Any]]], request: Request, number: int) -> Item:
    """The item: verbs in an order of chance, a sentence for each."""
    mixed = shuffle(verbs, request.seed, "verbs", number, key=lambda verb: verb[0].term)
    key = tuple(tuple(CLASSES.index(name) for name in CLASS_OF[entry.category]) for entry, _ in mixed)
    examples = [one for one in (_example(material, row) for _, row in mixed) if one]
    return Item(
        id="",
        type="verbs",
        stem=STEM,
        passages=tuple(examples),
        tasks=(
            Sort("How does each verb make the speaker sound?", tuple(r["surface"] for _, r in mixed), CLASSES, key),
        ),
        notes=tuple(
            Note("key", row["surface"], entry.note, entry.plain, entry.citation, passage)
            for passage, (entry, row) in enumerate(mixed)
        ),
        talk=TALK,
        level=Level(0.0, request.age),
    )


def _example(material: Material, row: dict[str, Any]) -> Passage | None:
    """The sentence of a verb, labelled with it."""
    sentence, article = material.sentence_of(row), material.articles[row["article"]]
    if sentence is None:
        return None
    text = article["text"][slice(*sentence)]
    if len(text.split()) > _LONGEST_EXAMPLE:
        return None
    words = tuple(Word(word, " " if number else "") for number, word in enumerate(text.split()))
    return Passage(words, "", row["surface"], source_of(article, *sentence, material.licence))


VERBS = ExerciseType(
    name="verbs",
    title="Who says it how",
    minutes=6,
    needs="reporting verbs of at least three kinds in the outlets' own voice",
    scoring="the share of verbs in a class that the list has, or in the one next to it",
    make=make,
)
