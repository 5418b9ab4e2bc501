"""Blind: two reports of one event without their outlets' names; rate, give evidence, learn the names, rate again."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

from framing.exercise.chance import shuffle
from framing.exercise.excerpts import Excerpt, cut_excerpts
from framing.exercise.gates import level_of, refuse
from framing.exercise.material import Material
from framing.exercise.model import Item, Mark, Passage, Rate, Reveal, Task, Word
from framing.exercise.notes import note_mark, tell_outlets
from framing.exercise.request import ExerciseType, Found, Refusal, Request

SHORTEST, LONGEST = 60, 130  # words
MASK = "this paper"
STEM = "Two papers report one event. Read both, and do not guess yet who published them."
LOW, HIGH = "not at all", "fully"
TALK = (
    "Are the facts the same? What does only one of them tell?",
    "Could both be fair?",
    "Did your number change when you knew the paper? What changed in the text?",
    "What would make you trust this report more?",
)


def make(material: Material, request: Request) -> Found:
    """The beginnings of two reports of one event, of different outlets, of about the same length."""
    for event in shuffle(material.events, request.seed, "blind"):
        excerpts = _openings(material, event)
        pairs = [
            (a, b) for a, b in combinations(excerpts, 2)
            if a.passage.source.outlet != b.passage.source.outlet and _differ(a, b)
        ]  # fmt: skip
        if not pairs:
            yield Refusal(event, f"no two outlets have a marked opening of {SHORTEST} to {LONGEST} words")
            continue
        a, b = max(pairs, key=lambda pair: abs(len(pair[0].marks) - len(pair[1].marks)))
        reason = refuse([a.passage, b.passage], request, leave_out=("own feet",))
        yield Refusal(event, reason) if reason else build(material, event, [a, b], request)


def _openings(material: Material, event: str) -> list[Excerpt]:
    """The longest fitting beginning of each report, one an outlet."""
    found: dict[str, Excerpt] = {}
    for article in material.events[event]:
        page = material.page(article)
        first = page.sentences[0].start if page.sentences else None
        fit = [e for e in cut_excerpts(material, article, SHORTEST, LONGEST) if e.passage.source.start == first]
        if fit:
            found.setdefault(fit[-1].passage.source.outlet, fit[-1])
    return list(found.values())


def _differ(a: Excerpt, b: Excerpt) -> bool:
    return a.passage.text != b.passage.text and any(mark.entry.loaded for mark in (*a.marks, *b.marks))


def build(material: Material, event: str, excerpts: list[Excerpt], request: Request) -> Item:
    """The item: outlets masked, two rounds of rating, evidence between, names last."""
    outlets = {row["outlet"] for row in material.articles.values()}
    mixed = shuffle(excerpts, request.seed, "blind", event, key=lambda one: one.passage.source.article)
    passages = tuple(mask(one.passage, outlets, label) for one, label in zip(mixed, ("Text A", "Text B"), strict=True))
    marking = [
        Mark(f"Which words of {p.label} made you say so?", (), tuple(range(len(p.words))), number)
        for number, p in enumerate(passages)
    ]
    before = [Rate(f"How far do you trust {p.label}?", LOW, HIGH) for p in passages]
    after = [Rate(f"Now that you know: how far do you trust {p.label}?", LOW, HIGH) for p in passages]
    tasks: tuple[Task, ...] = (*before, *marking, Reveal("Who published them", tell_outlets(passages)), *after)
    return Item(
        id="",
        type="blind",
        stem=STEM,
        passages=passages,
        tasks=tasks,
        notes=tuple(
            replace(note_mark(one, mark, number), kind="arguable")
            for number, one in enumerate(mixed)
            for mark in one.marks
            if mark.entry.loaded
        ),
        talk=TALK,
        level=level_of(passages, request),
    )


def mask(passage: Passage, outlets: set[str], label: str) -> Passage:
    """The passage without the names of outlets: words that make one up read "this paper"."""
    names = sorted(outlets, key=len, reverse=True)
    parts = [rf"\b{re.escape(name)}\b" for name in names]
    parts += [rf"\b{re.escape(short)}\b" for name in names if (short := re.sub(r"^The ", "", name)) != name]
    found = [match.span() for match in re.finditer("|".join(parts), passage.text)] if parts else []
    words: list[Word] = []
    for word, (start, _) in zip(passage.words, passage.spans, strict=True):
        inside = next((span for span in found if span[0] <= start < span[1]), None)
        if inside is None:
            words.append(word)
        elif start == inside[0]:
            words.append(replace(word, text=MASK))
        else:
            words.append(replace(word, text="…", before=" "))
    source = replace(passage.source, hidden=True)
    return replace(passage, words=tuple(words), label=label, source=source)


BLIND = ExerciseType(
    name="blind",
    title="Guess later",
    minutes=15,
    needs="events that two outlets or more report (column `event`)",
    scoring="none: the class looks at how its ratings moved",
    make=make,
)
