"""Dispute: argue with the list. Six of its marks, right ones and doubtful ones, and words that it does not have."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice

from framing import resources
from framing.exercise.chance import rank, shuffle
from framing.exercise.excerpts import Excerpt, cut_excerpts
from framing.exercise.gates import level_of, refuse
from framing.exercise.material import Marked, Material
from framing.exercise.model import Item, Note, Sort, Write
from framing.exercise.notes import kind_of, note_mark
from framing.exercise.request import ExerciseType, Found, Refusal, Request
from framing.lexicon import load_lexicon
from framing.lexicon.words import fold

MARKS, MISSED = 6, 2
TONE_FOLDER = "tone-en"
SHORTEST, LONGEST = 60, 140  # words
STRONG = 2.0  # of the tone lexicon: words that may have been missed
CLASSES = ("I would mark it", "I would not", "it depends")
STEM = "A list of words marked this text. It only knows words, not what they mean here. Argue with it."
RUBRIC = (
    "0: no reason",
    "1: the word is named",
    "2: and what it does in this sentence",
    "3: and another way to read it",
)
TALK = (
    "What is a list of words good for, and what can it not do?",
    "Which mistake would you rather have: one mark too many, or one too few?",
)
BUILD = (
    "Extension: propose two rows and one deletion for your class's list. A row: word; category; value from -3 to 3; "
    "why. Your teacher puts them into a file, and the list is asked again."
)


def make(material: Material, request: Request) -> Found:
    """Texts with at least four marks of which one at least is open to doubt, and words that the list lacks."""
    for article in shuffle(material.first_of_story, request.seed, "dispute"):
        best: tuple[tuple[int, int], Excerpt] | None = None
        for excerpt in cut_excerpts(material, article, SHORTEST, LONGEST):
            marks = [mark for mark in excerpt.marks if mark.entry.loaded]
            doubtful = sum(kind_of(mark) != "key" for mark in marks)
            if len(marks) >= 4 and doubtful and (best is None or (doubtful, len(marks)) > best[0]):
                best = ((doubtful, len(marks)), excerpt)
        if best is None:
            yield Refusal(article, "fewer than four marks, or none that is open to doubt")
            continue
        reason = refuse([best[1].passage], request)
        yield Refusal(article, reason) if reason else build(best[1], request)


def choose_marks(excerpt: Excerpt, request: Request) -> list[Marked]:
    """Up to six marks in the order of the text: up to half of them doubtful ones."""
    marks = [mark for mark in excerpt.marks if mark.entry.loaded]
    mixed = sorted(marks, key=lambda mark: rank(request.seed, "dispute", mark.first))
    doubtful = [mark for mark in mixed if kind_of(mark) != "key"][: MARKS // 2]
    plain = [mark for mark in mixed if mark not in doubtful][: MARKS - len(doubtful)]
    return sorted([*doubtful, *plain], key=lambda mark: mark.first)


def find_missed(excerpt: Excerpt) -> Iterator[Note]:
    """Words of strong tone that the list of loaded words does not have, outside quotation marks."""
    taken = {number for mark in excerpt.marks for number in excerpt.words(mark)}
    for number, word in enumerate(excerpt.passage.words):
        value = _tone().get(word.text.casefold(), 0.0)
        if number not in taken and not word.quoted and abs(value) >= STRONG:
            yield Note("missed", word.text, "The list does not have this word. Should it?", words=(number,))


@cache
def _tone() -> dict[str, float]:
    """Spelling → the strongest value that the tone lexicon gives it, single words alone."""
    values: dict[str, float] = {}
    for entry in load_lexicon(resources.lexicons() / TONE_FOLDER).entries:
        for spelling in entry.spellings:
            key = fold(spelling)
            if " " not in key and abs(entry.strongest) > abs(values.get(key, 0.0)):
                values[key] = entry.strongest
    return values


def build(excerpt: Excerpt, request: Request) -> Item:
    """The item: agree or disagree with each mark, a rule that would mend one, what the rule breaks, rows for a list."""
    marks = choose_marks(excerpt, request)
    notes = [note_mark(excerpt, mark) for mark in marks]
    shown = tuple(_shown(excerpt, mark) for mark in marks)
    any_view = tuple((0, 1, 2) for _ in marks)
    return Item(
        id="",
        type="dispute",
        stem=STEM,
        passages=(excerpt.passage,),
        tasks=(
            Sort("The list marked these words. Would you?", shown, CLASSES, any_view),
            Write("Take one mark that you would not make, or a word that the list missed. Why?", rubric=RUBRIC),
            Write("Write a rule that would mend it. Then find a sentence that your rule would break.", lines=4),
            Write(BUILD, lines=4),
        ),
        notes=(*notes, *islice(find_missed(excerpt), MISSED)),
        talk=TALK,
        level=level_of([excerpt.passage], request),
    )


def _shown(excerpt: Excerpt, mark: Marked) -> str:
    """A mark with two words on either side, so that it is found in the text."""
    numbers = excerpt.words(mark)
    words = excerpt.passage.words
    before = "".join(word.before + word.text for word in words[max(0, numbers[0] - 2) : numbers[0]])
    after = "".join(word.before + word.text for word in words[numbers[-1] + 1 : numbers[-1] + 3])
    gap = words[numbers[0]].before
    return " ".join(f"…{before}{gap}[{mark.surface}]{after}…".split())


DISPUTE = ExerciseType(
    name="dispute",
    title="Argue with the machine",
    minutes=12,
    needs="texts with four marks or more, one of them quoted, negated or light",
    scoring="none for agreeing or not; a rubric from 0 to 3 for the reason",
    make=make,
)
