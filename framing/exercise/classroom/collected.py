"""What a class handed in, from however many files: answers by reader, hands by word, and what could not be used."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import shorten

from framing.exercise.classroom.codes import READER, Answer
from framing.numerals import count

SHOWN = 80  # characters of a detail, in the terminal
_WHOLE = re.compile(r"(\d{1,12})\.0+")


@dataclass(frozen=True, slots=True)
class Remark:
    """
    Something that was not used, or not as it was given.

    Attributes:
        place: file, and line where there is one. For the teacher: names of files may name readers.
        said: why. It repeats nothing that a reader wrote but codes, so that it may be projected.
        detail: what stands there; for the teacher.
    """

    place: str
    said: str
    detail: str = ""

    def __str__(self) -> str:
        shown = f" ({shorten(self.detail, SHOWN, placeholder=' …')})" if self.detail else ""
        return f"{self.place}: {self.said}{shown}"


@dataclass(frozen=True, slots=True)
class Hands:
    """A text as hands were raised: word → how many, how many readers there were, words whose count can't be used."""

    marked: Mapping[int, int]
    readers: int
    unknown: frozenset[int] = frozenset()


@dataclass
class Collected:
    """
    What a class answered. A question that was left out is missing, which is not the same as nothing marked.

    Attributes:
        readers: reader's code → question → answer.
        hands: question → hands, where a class was counted and nobody wrote down who.
        reasons: reader's code and question → word → why, where readers said so.
        lost: what could not be used.
        notes: what was used in another way than it was given: doubled answers, names instead of codes.
        assumed: how many readers raise hands, where a tally does not say.
        used, unused: the files of which something was used, and those of which nothing was.
        taken: how many answers were used.
        same: how many of them came again, unchanged.
    """

    readers: dict[str, dict[str, Answer]] = field(default_factory=dict)
    hands: dict[str, Hands] = field(default_factory=dict)
    reasons: dict[tuple[str, str], dict[int, str]] = field(default_factory=dict)
    lost: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)
    assumed: int = 0
    used: list[Path] = field(default_factory=list)
    unused: list[Path] = field(default_factory=list)
    taken: int = 0
    same: int = 0
    _names: dict[str, str] = field(default_factory=dict)

    @property
    def present(self) -> int:
        """How many readers there were, as far as is known."""
        return max([len(self.readers), *(one.readers for one in self.hands.values())])

    def lose(self, place: str, said: str, detail: str = "") -> None:
        """Note something that can't be used."""
        self.lost.append(Remark(place, said, detail))

    def hand_in(self, reader: str, answers: Mapping[str, Answer], place: str) -> None:
        """A reader's answers: of a question that was answered before, the last answer counts, and that is noted."""
        mine = self.readers.setdefault(reader, {})
        self.taken += len(answers)
        again = [name for name in answers if name in mine]
        changed = [name for name in again if mine[name] != answers[name]]
        self.same += len(again) - len(changed)
        if changed:
            which = f"{', '.join(changed[:5])}{' …' if changed[5:] else ''}"
            self.notes.append(Remark(place, f"{reader} answered {which} again: the last answer counts"))
        for name in changed:
            self.reasons.pop((reader, name), None)
        mine.update(answers)

    def raise_hands(self, question: str, hands: Hands, place: str) -> None:
        """Hands for a text; of a text that was counted before, the last count counts, and that is noted."""
        if self.hands.get(question, hands) != hands:
            self.notes.append(Remark(place, f"hands for {question} were counted again: the last count is used"))
        self.hands[question] = hands
        self.taken += 1

    def name(self, given: object, place: str) -> str:
        """A reader's code in capitals; a number in place of what looks like a name or an address."""
        text = read_cell(given)
        if READER.fullmatch(text):
            return text.upper()
        if text not in self._names:
            self._names[text] = f"R-{len(self._names) + 1}"  # no code has a hyphen
            told = f"a reader's field is no code of one to twelve letters and digits: counted as {self._names[text]}"
            self.notes.append(Remark(place, f"{told} (codes, not names)"))
        return self._names[text]

    def told_same(self) -> str:
        """How many answers came again unchanged, in words; "" for none."""
        return f"{count(self.same, 'answer')} came again unchanged." if self.same else ""


def read_cell(value: object) -> str:
    """A cell as text without space around it; a whole number without its ".0"."""
    text = "" if value is None or value != value else str(value).strip()
    whole = _WHOLE.fullmatch(text)
    return whole.group(1) if whole else text
