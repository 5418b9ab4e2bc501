"""What the printed outputs show of an exercise: the key's marks word by word, sources, and lines for head and foot."""

from __future__ import annotations

from dataclasses import replace

from framing.exercise.model import UNCHECKED, Exercise, Item, Mark, Note, Reveal, Source
from framing.exercise.readability import band

SAID = {
    "key": "in the key",
    "arguable": "arguable: fine either way",
    "speaker": "the speaker's word",
    "decoy": "looks loaded, only reports",
    "missed": "not on the list",
}
"""Kind of a note → what readers are told of it."""
MODEST = "The list is a participant, not the judge: a loaded word may be apt, fair and true."


def mark_words(item: Item, passage: int) -> dict[int, str]:
    """Number of a word → key, speaker or arguable, for the words of a passage that the key speaks of."""
    marks: dict[int, str] = {}
    for task in item.tasks:
        if isinstance(task, Mark) and task.passage == passage:
            free = len(task.arguable) >= len(item.passages[passage].words)  # evidence: any word will do
            marks.update(dict.fromkeys(() if free else task.arguable, "arguable"))
            marks.update(dict.fromkeys(task.key, "key"))
    for note in item.notes:
        if note.passage == passage and note.kind in ("arguable", "speaker"):
            marks.update({word: note.kind for word in note.words if marks.get(word) != "key"})
    return marks


def is_marked(item: Item, passage: int) -> bool:
    """Whether readers are to mark words of the passage."""
    return any(isinstance(task, Mark) and task.passage == passage for task in item.tasks)


def cite(source: Source, key: bool) -> str:
    """Where a passage comes from, in a line; "" for readers who shall not know yet."""
    if source.hidden and not key:
        return ""
    parts = (source.outlet, f"“{source.title}”" if source.title else "", source.date, source.url, source.licence)
    return ", ".join(" ".join(part.split()) for part in parts if part)


def keep_secret(exercise: Exercise) -> Exercise:
    """The exercise with the sources of all articles hidden that one item masks, so that no other item tells them."""
    masked = {p.source.article for item in exercise.items for p in item.passages if p.source.hidden} - {""}
    return replace(exercise, items=tuple(_keep_item(item, masked) for item in exercise.items))


def _keep_item(item: Item, masked: set[str]) -> Item:
    passages = (
        replace(p, source=replace(p.source, hidden=True)) if p.source.article in masked else p for p in item.passages
    )
    return replace(item, passages=tuple(passages))


def tell_last(exercise: Exercise) -> list[tuple[str, str]]:
    """What readers are told when an item is done: its number, and its reveal."""
    return [
        (str(number), f"{task.prompt}: {task.text}")
        for number, item in enumerate(exercise.items, 1)
        for task in item.tasks
        if isinstance(task, Reveal)
    ]


def cite_last(exercise: Exercise) -> list[tuple[str, str]]:
    """The sources that were kept until the end: where they belong ("1, 7 Text A"), and the source, once each."""
    places: dict[str, list[str]] = {}
    for number, item in enumerate(exercise.items, 1):
        for passage in item.passages:
            if passage.source.hidden and (line := cite(passage.source, key=True)):
                places.setdefault(line, []).append(f"{number} {passage.label}".strip())
    return [(", ".join(dict.fromkeys(where)), line) for line, where in places.items()]


def number_words(note: Note) -> str:
    """The numbers of the words that a note speaks of, from 1: "3, 4"."""
    return ", ".join(str(word + 1) for word in note.words)


def say_level(item: Item) -> str:
    """How hard the texts read, roughly."""
    return f"Reads {band(item.level.lix)} (LIX {item.level.lix:.0f}, rough)" if item.level.lix else ""


def about_key(exercise: Exercise) -> list[str]:
    """The lines at the head of a key: which lists, what they don't see, what to know."""
    misses = f"They do not see: {'; '.join(exercise.known_misses)}." if exercise.known_misses else ""
    lines = [f"The lists: {', '.join(exercise.lexicons)}. {misses}".strip(), MODEST]
    lines += [f"To know: {warning}" for warning in exercise.warnings]
    return [*lines, unchecked(exercise)] if unchecked(exercise) else lines


def unchecked(exercise: Exercise) -> str:
    """What every page of an exercise says that nobody has looked at; "" after a review."""
    return "" if exercise.reviewed else f"This is a {UNCHECKED}."


def foot(exercise: Exercise) -> str:
    """The line at the foot of every page."""
    return " · ".join(part for part in (exercise.title, f"exercise {exercise.id}", exercise.credit) if part)


def title_of(item: Item, titles: dict[str, str]) -> str:
    """What an item is called on paper: the title of its type, or its id."""
    return titles.get(item.type, item.type)
