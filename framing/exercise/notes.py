"""What the key says of marks, in sentences a class can read."""

from __future__ import annotations

from collections.abc import Iterable

from framing.exercise.excerpts import Excerpt
from framing.exercise.material import Marked
from framing.exercise.model import Note, Passage

ARGUABLE = 1.0  # intensity up to which a mark may be seen either way


def note_mark(excerpt: Excerpt, mark: Marked, passage: int = 0) -> Note:
    """The note of a mark: in the key, arguable, or a speaker's word."""
    entry = mark.entry
    kind = kind_of(mark)
    why = entry.note
    if kind == "speaker":
        why = f"A speaker's word, not the paper's: ask who says so. {why}".strip()
    elif mark.negated:
        why = f"Said with a negation before it. {why}".strip()
    return Note(kind, mark.surface, why, entry.plain, entry.citation, passage, excerpt.words(mark))


def kind_of(mark: Marked) -> str:
    """
    key, arguable or speaker: quoted words are the speaker's; words in scare quotes, negated ones and light shades are
    arguable.
    """
    if mark.voice == "quoted":
        return "speaker"
    if mark.voice == "scare" or mark.negated or mark.entry.intensity <= ARGUABLE:
        return "arguable"
    return "key"


def tell_outlets(passages: Iterable[Passage]) -> str:
    """Which outlet each text is from, for the end of an item that masks them."""
    return f"{'. '.join(f'{passage.label}: {passage.source.outlet}' for passage in passages)}."
