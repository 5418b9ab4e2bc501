"""Which question and which words of it an answer is about."""

from __future__ import annotations

import re

from framing.exercise.model import Exercise, Item, Mark, Passage

_GAP = re.compile(r"(\S*)(.*?)(\S*)", re.DOTALL)
_QUESTION = re.compile(r"q\d+", re.IGNORECASE)


class UnclearError(ValueError):
    """An answer that is about nothing, or about more than one thing; the message repeats nothing that was written."""


def find_marks(exercise: Exercise) -> dict[str, tuple[Item, Mark]]:
    """The questions that ask for marks."""
    return {name: (item, task) for name, item, task in exercise.questions() if isinstance(task, Mark)}


def find_passage(item: Item, task: Mark) -> Passage:
    """The text that a question asks about."""
    return item.passages[task.passage]


def find_question(marks: dict[str, tuple[Item, Mark]], about: str, label: str = "") -> str:
    """
    The question of a row.

    Args:
        marks: as `find_marks` gives them.
        about: an item ("spot-01") or a question ("q4").
        label: a question, where an item has several; another label says nothing of the question.

    Raises:
        UnclearError: there is none, or more than one.
    """
    about, label = about.casefold(), label.casefold()
    if about in marks:
        return about
    here = [name for name, (item, _) in marks.items() if item.id.casefold() == about]
    if not here:
        raise UnclearError("there is no such text to mark")
    if label in here:
        return label
    if _QUESTION.fullmatch(label):
        raise UnclearError(f"the item has {', '.join(here)} to mark, not the question that the row names")
    if len(here) > 1:
        raise UnclearError(f"the item has several texts to mark: name {' or '.join(here)} in `label`")
    return here[0]


def words_in(passage: Passage, start: int, end: int) -> tuple[int, ...]:
    """The words that share a character with a span."""
    return tuple(number for number, (begin, stop) in enumerate(passage.spans) if begin < end and start < stop)


def whole_words(passage: Passage, start: int, end: int) -> tuple[int, ...]:
    """
    The words of a span that cuts none: one that does was probably counted in words.

    Raises:
        UnclearError: it does not lie in the text, holds no word, or cuts one.
    """
    if not 0 <= start < end <= len(passage.text):
        raise UnclearError(f"start and end do not lie in the text, of {len(passage.text):,} characters")
    words, spans = words_in(passage, start, end), passage.spans
    if not words:
        raise UnclearError("no word stands there")
    if start > spans[words[0]][0] or end < spans[words[-1]][1]:
        raise UnclearError("start and end cut a word: they are characters of the text, from 0, not numbers of words")
    return words


def split_gap(gap: str) -> tuple[str, str, str]:
    """What stands between two words: what belongs to the one before, the space, what belongs to the one after."""
    found = _GAP.fullmatch(gap)
    assert found
    return found.group(1), found.group(2), found.group(3)


def find_sentence(passage: Passage, number: int) -> str:
    """The sentence of a word, on one line."""
    gaps = [split_gap(gap) for gap in (*(word.before for word in passage.words), passage.after)]
    told = [
        f"{gaps[n][1]}{gaps[n][2]}{word.text}{gaps[n + 1][0]}"
        for n, word in enumerate(passage.words)
        if word.sentence == passage.words[number].sentence
    ]
    return " ".join("".join(told).split())


def find_token(passage: Passage, token: str) -> int:
    """
    A word by its number from 1, or by itself.

    Raises:
        UnclearError: there is no such word, or it stands there more than once.
    """
    same = [n for n, word in enumerate(passage.words) if word.text.casefold() == token.casefold()]
    if len(same) == 1:
        return same[0]
    if same:
        places = ", ".join(str(number + 1) for number in same)
        raise UnclearError(f"the word stands there {len(same)} times: give its number ({places})")
    if re.fullmatch(r"[0-9]{1,5}", token) and 1 <= int(token) <= len(passage.words):
        return int(token) - 1
    raise UnclearError(f"there is no such word: give a number from 1 to {len(passage.words)}, or the word itself")
