"""Spot: mark the words that judge, in a short text in which some sentences only report."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from framing.exercise.chance import shuffle
from framing.exercise.excerpts import Excerpt, cut_excerpts
from framing.exercise.gates import level_of, refuse
from framing.exercise.material import Marked, Material
from framing.exercise.model import Item, Mark, Note, Sort, Task
from framing.exercise.notes import kind_of, note_mark
from framing.exercise.request import ExerciseType, Found, Refusal, Request

FEWEST, MOST = 3, 8  # words of the key
TECHNIQUES = 6
CLEAN_EVERY = 3  # one text in three holds no loaded word
STEM = "Read the text. Mark the words that judge or colour, beyond what happened. Some sentences only report."
PROMPT = "Which words judge, beyond the facts? There may be none."
TALK = (
    "Which of your words would another reader leave unmarked, and why?",
    "What would make you trust this report more?",
)


def make(material: Material, request: Request) -> Found:
    """Texts with three to eight loaded words in the outlet's own voice, and every third one without any."""
    loaded, clean = _loaded(material, request), _clean(material, request)
    number = 0
    while True:
        number += 1
        source = clean if number % CLEAN_EVERY == 0 or number == request.count == 2 else loaded
        for found in source:
            yield found
            if isinstance(found, Item):
                break
        else:
            if source is loaded:
                return


def _articles(material: Material, request: Request) -> list[str]:
    return shuffle(material.first_of_story, request.seed, "spot")


def _loaded(material: Material, request: Request) -> Found:
    for article in _articles(material, request):
        refusal = None
        for excerpt in cut_excerpts(material, article):
            reason = reject(excerpt) or refuse([excerpt.passage], request)
            if reason is None:
                yield build(excerpt, request)
                break
            refusal = Refusal(f"{article} {excerpt.passage.source.start}", reason)
        else:
            yield refusal or Refusal(article, "no run of whole sentences has 55 to 120 words")


def reject(excerpt: Excerpt) -> str | None:
    """Why a text makes no good item: too few or many words of the key, no clean sentence, nothing to leave alone."""
    key = key_words(excerpt)
    if not FEWEST <= len(key) <= MOST:
        return f"{len(key)} loaded words in own voice: {FEWEST} to {MOST} are wanted"
    if not any(not loaded for loaded in excerpt.loaded):
        return "every sentence holds a loaded word: one that only reports is wanted"
    return None


def _clean(material: Material, request: Request) -> Found:
    for article in shuffle(material.first_of_story, request.seed, "spot", "clean"):
        whole = [e for e in cut_excerpts(material, article) if not any(mark.entry.loaded for mark in e.marks)]
        for excerpt in sorted(whole, key=lambda one: -len(one.passage.words))[:1]:
            reason = refuse([excerpt.passage], request)
            yield Refusal(article, reason) if reason else build(excerpt, request)


def key_words(excerpt: Excerpt) -> list[Marked]:
    """The marks that make up the key."""
    return [mark for mark in excerpt.marks if mark.entry.loaded and kind_of(mark) == "key"]


def build(excerpt: Excerpt, request: Request) -> Item:
    """The item of a text."""
    notes = [note_mark(excerpt, mark) for mark in excerpt.marks if mark.entry.loaded]
    key = _numbers(notes, "key")
    free = tuple(number for number in _numbers(notes, "arguable") + _numbers(notes, "speaker") if number not in key)
    tasks: list[Task] = [Mark(PROMPT, key, free)]
    if request.label and key:
        tasks.append(_name_techniques(key_words(excerpt), request))
    return Item(
        id="",
        type="spot",
        stem=STEM,
        passages=(excerpt.passage,),
        tasks=tuple(tasks),
        notes=(*notes, *islice(find_decoys(excerpt), 2)),
        talk=TALK,
        level=level_of([excerpt.passage], request),
    )


def find_decoys(excerpt: Excerpt) -> Iterator[Note]:
    """Plain words for what other texts say in loaded ones: verbs of saying that the list knows as plain."""
    for mark in excerpt.marks:
        if not mark.entry.loaded and mark.voice == "own":
            why = f"It looks like a choice, and only reports. {mark.entry.note}".strip()
            yield Note("decoy", mark.surface, why, "", mark.entry.citation, 0, excerpt.words(mark))


def _numbers(notes: list[Note], kind: str) -> tuple[int, ...]:
    return tuple(sorted({word for note in notes if note.kind == kind for word in note.words}))


def _name_techniques(marks: list[Marked], request: Request) -> Sort:
    """Give each word of the key its technique: the categories of the lexicon, up to six."""
    own = list(dict.fromkeys(mark.entry.category for mark in marks))[:TECHNIQUES]
    classes = tuple(shuffle(own, request.seed, "spot", "techniques"))
    named = [mark for mark in marks if mark.entry.category in classes]
    key = tuple((classes.index(mark.entry.category),) for mark in named)
    return Sort("Name the technique of each word.", tuple(mark.surface for mark in named), classes, key)


SPOT = ExerciseType(
    name="spot",
    title="Spot the words",
    minutes=10,
    needs="articles with three to eight loaded words in 55 to 120 words, and plain ones",
    scoring="words of the key that you marked, less half of those beyond it, out of the words of the key",
    make=make,
)
