"""Voices: who speaks in a report, how often, how long, and with which verb."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from framing.exercise.chance import shuffle
from framing.exercise.excerpts import Excerpt, cut_excerpts
from framing.exercise.gates import level_of, refuse
from framing.exercise.material import Material
from framing.exercise.model import Count, Item, Note, Write
from framing.exercise.request import ExerciseType, Found, Refusal, Request

SHORTEST, LONGEST = 60, 160  # words
SPEAKERS, QUOTATIONS = 2, 2
UNNAMED = "nobody is named"
STEM = "Who gets to speak? Guess first, then read and count."
TALK = (
    "Who is concerned by this story and does not speak in it?",
    "Many speakers, or many views? Do any two of them disagree?",
    "Which verbs of saying make a speaker sound surer, and which less sure?",
)


def make(material: Material, request: Request) -> Found:
    """Texts in which two speakers or more are quoted; the longest such run of an article."""
    for article in shuffle(material.first_of_story, request.seed, "voices"):
        excerpts = list(cut_excerpts(material, article, SHORTEST, LONGEST))
        fit = [one for one in excerpts if _speaks_enough(material, one)]
        if not fit:
            yield Refusal(article, f"no text of {SHORTEST} to {LONGEST} words quotes {SPEAKERS} named speakers")
            continue
        reasons = [refuse([one.passage], request) for one in fit]
        good = [one for one, reason in zip(fit, reasons, strict=True) if reason is None]
        yield build(material, good[-1], request) if good else Refusal(article, str(reasons[0]))


def find_quotations(material: Material, excerpt: Excerpt) -> list[dict[str, Any]]:
    """The rows of QUOTES that lie in an excerpt; scare quotes are nobody's speech."""
    source = excerpt.passage.source
    return [
        row
        for row in material.rows("quotes", source.article)
        if (row["field"], row["voice"]) == ("text", "quoted")
        and source.start <= row["start"]
        and row["end"] <= source.end
    ]


def _speaks_enough(material: Material, excerpt: Excerpt) -> bool:
    rows = find_quotations(material, excerpt)
    return len(rows) >= QUOTATIONS and len({row["speaker_name"] for row in rows if row["speaker_name"]}) >= SPEAKERS


def build(material: Material, excerpt: Excerpt, request: Request) -> Item:
    """The item: a guess, then a table of who speaks how often and how many words."""
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    notes = []
    for row in find_quotations(material, excerpt):
        name = row["speaker_name"] or UNNAMED
        tally[name][0] += not row["continues"]
        tally[name][1] += row["words"]
        text = material.articles[row["article"]]["text"]
        why = f"{name}, with the verb {row['verb']!r}" if row["verb"] else name
        sure = f" (found by: {row['rule']})" if row["rule"] else " (the program found no speaker)"
        notes.append(Note("speaker", text[row["start"] : row["end"]], f"{why}{sure}."))
    rows = sorted(tally, key=lambda name: (name == UNNAMED, name))
    return Item(
        id="",
        type="voices",
        stem=STEM,
        passages=(excerpt.passage,),
        tasks=(
            Write("Before you read: who will speak most, going by the first line?", lines=1),
            Count(
                "Count the quotations, and estimate the words inside quotation marks.",
                tuple(rows),
                ("quotations", "words"),
                tuple(tuple(tally[name]) for name in rows),
                slack=1,
            ),
            Write("Which verb of saying does each speaker get? Which of them would you have chosen?", lines=2),
        ),
        notes=tuple(notes),
        talk=TALK,
        level=level_of([excerpt.passage], request),
    )


VOICES = ExerciseType(
    name="voices",
    title="Who gets to speak",
    minutes=12,
    needs="texts with quotations of two named speakers or more",
    scoring="the share of counts that are at most one off",
    make=make,
)
