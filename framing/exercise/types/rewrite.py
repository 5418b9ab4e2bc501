"""Rewrite: keep the facts of a sentence, change its colour."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.exercise.chance import shuffle
from framing.exercise.excerpts import Excerpt, cut_excerpt
from framing.exercise.gates import level_of, refuse
from framing.exercise.material import Marked, Material, Page
from framing.exercise.model import Item, Passage, Write
from framing.exercise.notes import kind_of, note_mark
from framing.exercise.request import ExerciseType, Found, Refusal, Request
from framing.lexicon.inflection import inflect_like

FEWEST, SHORTEST, LONGEST = 2, 10, 40  # loaded words, words
STEM = "Keep the facts of this sentence and change its colour."
NEUTRAL = "Write it as a news agency would: every fact stays, no word judges."
TURNED = "Now turn it round: the same facts, so that it blames where it praised, or praises where it blamed."
RUBRIC = (
    "0: a fact is lost or added",
    "1: the facts are kept, one word still judges",
    "2: the facts are kept, no word judges",
    "3: the same, and it reads like a news report",
)
_FIGURE = re.compile(r"\d[\d.,:]*\d|\d")
_ARTICLE = re.compile(r"\b([Aa])n?(?=\s+([\w’']))")


def make(material: Material, request: Request) -> Found:
    """Sentences with two loaded words or more in own voice, the densest of each article first."""
    for article in shuffle(material.first_of_story, request.seed, "rewrite"):
        page = material.page(article)
        dense = sorted(_dense(material, page), key=lambda one: (-len(one[1]), one[0].passage.source.start))
        if not dense:
            yield Refusal(article, f"no sentence of {SHORTEST} to {LONGEST} words holds {FEWEST} loaded ones")
            continue
        excerpt, marks = dense[0]
        reason = refuse([excerpt.passage], request)
        yield Refusal(article, reason) if reason else build(material, excerpt, marks, request)


def _dense(material: Material, page: Page) -> Iterator[tuple[Excerpt, list[Marked]]]:
    for number, sentence in enumerate(page.sentences):
        if SHORTEST <= sentence.until - sentence.first <= LONGEST:
            excerpt = cut_excerpt(material, page, number, number)
            marks = [mark for mark in excerpt.marks if mark.entry.loaded and kind_of(mark) == "key"]
            if len(marks) >= FEWEST and not any(word.quoted for word in excerpt.passage.words):
                yield excerpt, marks


def build(material: Material, excerpt: Excerpt, marks: list[Marked], request: Request) -> Item:
    """The item of a sentence."""
    checklist = [*find_facts(material, excerpt), "nothing is added that the sentence does not say"]
    return Item(
        id="",
        type="rewrite",
        stem=STEM,
        passages=(excerpt.passage,),
        tasks=(
            Write(NEUTRAL, tuple(checklist), model_answer(excerpt, marks), RUBRIC),
            Write(TURNED, ("every fact is still there",)),
        ),
        notes=tuple(note_mark(excerpt, mark) for mark in marks),
        talk=("Which of your sentences would both sides of the story call fair?",),
        level=level_of([excerpt.passage], request),
    )


def find_facts(material: Material, excerpt: Excerpt) -> list[str]:
    """What a rewritten sentence must keep: who is named in it, and its figures."""
    source = excerpt.passage.source
    names = material.analysis.names
    named = [
        names[row["actor"]]
        for row in material.rows("mentions", source.article)
        if row["field"] == "text" and row["form"] == "name" and source.start <= row["start"] < source.end
    ]
    figures = _FIGURE.findall(excerpt.passage.text)
    told = [f"{name} is named" for name in dict.fromkeys(named)] + [f"the figure {figure}" for figure in figures]
    return [*told, "who did what, where and when"]


def model_answer(excerpt: Excerpt, marks: list[Marked]) -> str:
    """
    One way to say it: plainer words where the list has them, adjectives and adverbs without one left out.

    It may read stiffly; it is a machine's, for the key alone.
    """
    swapped: dict[int, str | None] = {}
    for mark in marks:
        first, *rest = excerpt.words(mark)
        plain = inflect_like(mark.entry.plain, mark.entry.term, mark.surface, mark.entry.pos)
        if plain or mark.entry.pos in ("adj", "adv"):
            swapped[first] = plain or None
            swapped.update(dict.fromkeys(rest))
    return _mend(_spell(excerpt.passage, swapped))


def _spell(passage: Passage, swapped: dict[int, str | None]) -> str:
    parts = []
    for number, word in enumerate(passage.words):
        text = swapped.get(number, word.text)
        if text is None and not word.before.strip():
            continue
        parts.append(word.before + (text or ""))
    return "".join(parts) + passage.after


def _mend(text: str) -> str:
    """Spaces single, no space before a mark, "a" and "an" as the next word wants them, a capital at the beginning."""
    text = re.sub(r"\s+([,.;:!?])", r"\1", " ".join(text.split())).lstrip(",;: ")
    text = _ARTICLE.sub(lambda found: found.group(1) + ("n" if found.group(2).casefold() in "aeiou" else ""), text)
    return text[:1].upper() + text[1:]


REWRITE = ExerciseType(
    name="rewrite",
    title="Change the colour",
    minutes=12,
    needs="sentences with two or more loaded words in the outlet's own voice",
    scoring="none: a partner checks the facts, and the list is asked before and after",
    make=make,
)
