"""Headlines: the same event in two or three headlines, and what is in one of them only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from framing.exercise.chance import shuffle
from framing.exercise.gates import level_of, refuse
from framing.exercise.material import WORD, Material, source_of
from framing.exercise.model import Item, Mark, Note, Passage, Reveal, Sort, Task, Word, Write
from framing.exercise.notes import tell_outlets
from framing.exercise.request import ExerciseType, Found, Refusal, Request

MOST = 3
NOBODY = "nobody"
STEM = "These headlines stand over reports of one event. Compare them word by word."
_LABELS = ("Headline A", "Headline B", "Headline C")
_FUNCTION_WORDS = frozenset(
    "a an the and or but of to in on at by for with from as is are was were be been it its his her their this that "
    "he she they we you after before over into up out not no will has have had than then who what when".split()
)


def make(material: Material, request: Request) -> Found:
    """Two or three headlines of one event, of different outlets."""
    for event in shuffle(material.events, request.seed, "headlines"):
        chosen = _choose(material, event, request)
        if len(chosen) < 2:
            yield Refusal(event, "fewer than two outlets gave their report of it a headline")
            continue
        passages = [_passage(material, article, label) for article, label in zip(chosen, _LABELS, strict=False)]
        reason = refuse(passages, request, leave_out=("level", "own feet", "licence"))
        yield Refusal(event, reason) if reason else build(material, chosen, passages, request)


def _choose(material: Material, event: str, request: Request) -> list[str]:
    """Articles of the event with a headline, one an outlet, up to three."""
    chosen: dict[str, str] = {}
    for article in shuffle(material.events[event], request.seed, "headlines", event):
        row = material.articles[article]
        if row["title"] and row["title"] not in {material.articles[other]["title"] for other in chosen.values()}:
            chosen.setdefault(row["outlet"], article)
    return list(chosen.values())[:MOST]


def _passage(material: Material, article: str, label: str) -> Passage:
    row = material.articles[article]
    title = " ".join(row["title"].split())
    words, at = [], 0
    for found in WORD.finditer(title):
        words.append(Word(found.group(), title[at : found.start()]))
        at = found.end()
    source = replace(source_of(row, licence=material.licence), hidden=True)
    return Passage(tuple(words), title[at:], label, source)


def build(material: Material, chosen: Sequence[str], passages: Sequence[Passage], request: Request) -> Item:
    """The item: words that stand in one headline only, who comes first, and a headline that all could print."""
    tasks: list[Task] = []
    for number, passage in enumerate(passages):
        prompt = f"Mark the words of {passage.label} that no other headline has."
        others = {fold(word) for other in passages if other is not passage for word in other.words}
        own = [at for at, word in enumerate(passage.words) if fold(word) not in others]
        key = tuple(at for at in own if passage.words[at].text.casefold() not in _FUNCTION_WORDS)
        tasks.append(Mark(prompt, key, tuple(at for at in own if at not in key), number))
    if first := _first_actors(material, chosen, passages):
        tasks.append(first)
    tasks.append(Write("Write a headline that all of these papers could print.", ("what happened", "to whom", "where")))
    tasks.append(Reveal("Who published them", tell_outlets(passages)))
    return Item(
        id="",
        type="headlines",
        stem=STEM,
        passages=tuple(passages),
        tasks=tuple(tasks),
        notes=tuple(_notes(material, chosen, passages)),
        talk=("What does a reader know who sees only one of the headlines?", "Which words judge, which only report?"),
        level=level_of(passages, request),
    )


def fold(word: Word) -> str:
    """A word as it is compared: without case and without a final s."""
    text = word.text.casefold().replace("’", "'").removesuffix("'s")
    return text.removesuffix("s") if len(text) > 3 else text


def _first_actors(material: Material, chosen: Sequence[str], passages: Sequence[Passage]) -> Sort | None:
    """Who is named first in each headline; None where all begin with the same or nobody is named."""
    first = []
    for article in chosen:
        rows = [row for row in material.rows("mentions", article) if row["field"] == "title"]
        rows.sort(key=lambda row: row["start"])
        first.append(material.analysis.names[rows[0]["actor"]] if rows else NOBODY)
    classes = tuple(dict.fromkeys([*sorted(set(first) - {NOBODY}), NOBODY]))
    if len(set(first)) < 2:
        return None
    labels = tuple(passage.label for passage in passages)
    return Sort("Who comes first in each headline?", labels, classes, tuple((classes.index(name),) for name in first))


def _notes(material: Material, chosen: Sequence[str], passages: Sequence[Passage]) -> list[Note]:
    """The marks of the list in the headlines, for the key."""
    notes = []
    for number, (article, passage) in enumerate(zip(chosen, passages, strict=True)):
        for row in material.rows("hits", article):
            entry = material.entries.get(row["entry"])
            if row["field"] == "title" and row["loaded"] and entry:
                folded = row["surface"].casefold().split()
                at = tuple(n for n, word in enumerate(passage.words) if word.text.casefold() in folded)
                notes.append(Note("arguable", row["surface"], entry.note, entry.plain, entry.citation, number, at))
    return notes


HEADLINES = ExerciseType(
    name="headlines",
    title="Headline against headline",
    minutes=12,
    needs="events that two outlets or more report under a headline (column `event`)",
    scoring="words that stand in one headline only: as for `spot`",
    make=make,
)
