"""What an exercise is: items, each with texts to read and tasks to do, and what is said of them afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import ClassVar, TypeAlias

FORMAT = 1
"""Version of exercise.json."""
UNCHECKED = "machine-made key, not yet checked by a teacher"
NOTE_KINDS = ("key", "arguable", "speaker", "decoy", "missed")


@dataclass(frozen=True, slots=True)
class Word:
    """
    A word of a passage.

    Attributes:
        text: as it stands, without the marks around it.
        before: what stands between the word before (or the passage's start) and this one: spaces, marks, line ends.
        quoted: whether it stands between quotation marks: a speaker's word, not the outlet's.
        sentence: number of its sentence in the passage, from 0.
    """

    text: str
    before: str = " "
    quoted: bool = False
    sentence: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """
    Where a passage comes from; "" for what is not known. `start` and `end` are characters of the article's text.

    `hidden` sources are named in the key alone: readers shall not know who published the text.
    """

    article: str = ""
    outlet: str = ""
    title: str = ""
    url: str = ""
    date: str = ""
    genre: str = ""
    licence: str = ""
    start: int = 0
    end: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to read: its label for the reader ("Text A", "" for an only one), its words, what follows the last one."""

    words: tuple[Word, ...]
    after: str = ""
    label: str = ""
    source: Source = Source()

    @property
    def text(self) -> str:
        """The passage as it is read."""
        return "".join(word.before + word.text for word in self.words) + self.after

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Start and end of every word, in characters of the text."""
        ends = accumulate(len(word.before) + len(word.text) for word in self.words)
        return [(end - len(word.text), end) for word, end in zip(self.words, ends, strict=True)]

    @property
    def sentences(self) -> int:
        """How many sentences it has."""
        return len({word.sentence for word in self.words})


@dataclass(frozen=True, slots=True)
class Mark:
    """Mark words of a passage: `key` and `arguable` are numbers of words, from 0; an empty key asks for no mark."""

    kind: ClassVar[str] = "mark"
    prompt: str
    key: tuple[int, ...]
    arguable: tuple[int, ...] = ()
    passage: int = 0


@dataclass(frozen=True, slots=True)
class Order:
    """Put options in order: `ranks` is the rank of each option as listed, from 0; equal ranks may stand either way."""

    kind: ClassVar[str] = "order"
    prompt: str
    options: tuple[str, ...]
    ranks: tuple[int, ...]
    low: str = ""
    high: str = ""


@dataclass(frozen=True, slots=True)
class Sort:
    """Give each prompt a class: `key` holds for each prompt the classes that are right, the best one first."""

    kind: ClassVar[str] = "sort"
    prompt: str
    prompts: tuple[str, ...]
    classes: tuple[str, ...]
    key: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Count:
    """Count things into a table of rows and columns: `key` has a row of numbers a row; `slack` off is still right."""

    kind: ClassVar[str] = "count"
    prompt: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    key: tuple[tuple[int, ...], ...]
    slack: int = 1


@dataclass(frozen=True, slots=True)
class Rate:
    """Give a number from 1 to 5; there is no right one. `low` and `high` say what the ends mean."""

    kind: ClassVar[str] = "rate"
    prompt: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Write:
    """Write something, never scored: a partner's checklist, a model answer, a rubric from 0 up, lines on paper."""

    kind: ClassVar[str] = "write"
    prompt: str
    checklist: tuple[str, ...] = ()
    model: str = ""
    rubric: tuple[str, ...] = ()
    lines: int = 3


@dataclass(frozen=True, slots=True)
class Reveal:
    """Something told only when the tasks before it are done (who published the texts)."""

    kind: ClassVar[str] = "reveal"
    prompt: str
    text: str


Task: TypeAlias = Mark | Order | Sort | Count | Rate | Write | Reveal
TASKS: dict[str, type[Task]] = {task.kind: task for task in (Mark, Order, Sort, Count, Rate, Write, Reveal)}
ANSWERED = (Mark, Order, Sort, Count, Rate)
"""Tasks whose answers are short enough for an answer code."""


@dataclass(frozen=True, slots=True)
class Note:
    """
    What the key says of words.

    Attributes:
        kind: key (in the key), arguable (fine either way), speaker (a quoted speaker's word), decoy (looks loaded and
            is not), missed (the list does not have it).
        surface: the words as they stand.
        why: in a sentence a pupil can read.
        plain: a plainer word; "" for none.
        entry: citation of the lexicon's entry; "" for none.
        passage, words: where they stand.
    """

    kind: str
    surface: str
    why: str = ""
    plain: str = ""
    entry: str = ""
    passage: int = 0
    words: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Level:
    """How hard the passages read, roughly: LIX (20 easy … 60 hard) and the age band that was asked for."""

    lix: float
    age: str


@dataclass(frozen=True, slots=True)
class Item:
    """
    One question of an exercise.

    Attributes:
        id: its type and number: "spot-01".
        type: name of its exercise type.
        stem: what to do, for the reader.
        passages, tasks, notes: what to read, what to do, and what the key says.
        talk: questions for the talk afterwards.
        level: how hard it reads.
        review: auto (nobody looked at it yet), accepted or edited.
    """

    id: str
    type: str
    stem: str
    passages: tuple[Passage, ...]
    tasks: tuple[Task, ...]
    notes: tuple[Note, ...] = ()
    talk: tuple[str, ...] = ()
    level: Level = Level(0.0, "")
    review: str = "auto"


@dataclass(frozen=True, slots=True)
class Exercise:
    """
    A pack's content: all that its outputs are made from.

    Attributes:
        id: six hexadecimal digits over what is asked; answer codes carry it.
        title: for the sheet's head.
        forewarning: a line before the first item.
        items: in their order.
        warnings: what a teacher should know (fewer items than asked, an unbalanced choice), a sentence each.
        log: every candidate that was left out, with its reason.
        lexicons: names and versions of the lists in force, as in reports.
        known_misses: what the list does not see, a sentence each, for the key.
        recipe: the line of the analysis.
        credit: the corpus and its licence.
        age, seed: what it was made for and with.
        language: of the passages.
    """

    id: str
    title: str
    items: tuple[Item, ...]
    forewarning: str = ""
    warnings: tuple[str, ...] = ()
    log: tuple[str, ...] = ()
    lexicons: tuple[str, ...] = ()
    known_misses: tuple[str, ...] = ()
    recipe: str = ""
    credit: str = ""
    age: str = ""
    seed: int = 0
    language: str = "en"
    format: int = field(default=FORMAT)

    @property
    def reviewed(self) -> bool:
        """Whether a person has looked at every item."""
        return all(item.review != "auto" for item in self.items)

    def questions(self) -> Iterator[tuple[str, Item, Task]]:
        """The tasks that are answered in short, numbered over the whole exercise: ("q1", item, task) …"""
        number = 0
        for item in self.items:
            for task in item.tasks:
                if isinstance(task, ANSWERED):
                    number += 1
                    yield f"q{number}", item, task
