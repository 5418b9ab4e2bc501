"""What the printed outputs show of an exercise: the key's marks word by word, sources, and lines for head and foot."""

from __future__ import annotations

from framing.exercise.model import UNCHECKED, Exercise, Item, Mark, Note, Passage, Source
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


def say_note(note: Note) -> str:
    """What kind of word it is, with the numbers of its words."""
    numbers = ", ".join(str(word + 1) for word in note.words)
    return f"{numbers}: {SAID[note.kind]}" if numbers else SAID[note.kind]


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


def label_of(passage: Passage, alone: bool) -> str:
    """The label of a passage; an only one needs none."""
    return "" if alone and not passage.label else passage.label
