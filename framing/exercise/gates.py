"""What a passage must be before a class reads it; each gate gives the reason for which it refuses one, or None."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from framing.exercise.model import Level, Passage
from framing.exercise.readability import lix
from framing.exercise.request import AGES, UNLICENSED_WORDS, Request

Gate: TypeAlias = Callable[[Passage, Request], str | None]
_LEADING = frozenset(
    "he she it they his her hers its their theirs him them this that these those there here such both "
    "but and or so yet then however instead meanwhile also nor".split()
)
_OPINION = re.compile(r"\b(opinions?|editorials?|comment(ary)?|op-?eds?|columns?|letters?|blogs?|analysis)\b", re.I)
_MINOR = re.compile(r"\b(?:(?:[1-9]|1[0-7])[- ]years?[- ]old|aged? (?:[1-9]|1[0-7])\b|, (?:[1-9]|1[0-7]),)", re.I)


def expect_level(passage: Passage, request: Request) -> str | None:
    """The text is not too hard for the age that is asked for."""
    value, most = passage_lix(passage), AGES[request.age]
    return f"it reads too hard for {request.age} (LIX {value:.0f}, at most {most:.0f})" if value > most else None


def expect_licence(passage: Passage, request: Request) -> str | None:
    """A text that nobody licensed is an excerpt of up to 90 words."""
    size = len(passage.words)
    if request.licence or size <= UNLICENSED_WORDS:
        return None
    return f"{size} words and no licence: at most {UNLICENSED_WORDS}, or say which with --license"


def expect_own_feet(passage: Passage, _: Request) -> str | None:
    """The text can be read alone: it does not begin with a word that points back."""
    first = passage.words[0].text if passage.words else ""
    return f"it begins with {first!r}" if first.casefold() in _LEADING else None


def expect_news(passage: Passage, _: Request) -> str | None:
    """Opinion may be loaded, and that is no fault: exercises are made from news."""
    source = passage.source
    told = " ".join((source.title, source.url.replace("/", " "), source.genre))
    found = _OPINION.search(told)
    return f"it looks like opinion ({found.group()!r})" if found else None


def expect_fit_for_age(passage: Passage, request: Request) -> str | None:
    """No word of what a class should not meet unprepared, and nobody under eighteen."""
    for word in passage.words:
        if word.text.casefold() in blocked(request.age):
            return f"it holds {word.text!r}, which is kept from {request.age}"
    found = _MINOR.search(passage.text)
    return f"it may be about somebody under eighteen ({found.group().strip(' ,')!r})" if found else None


GATES: Mapping[str, Gate] = {
    "level": expect_level,
    "licence": expect_licence,
    "own feet": expect_own_feet,
    "news": expect_news,
    "age": expect_fit_for_age,
}


def refuse(passages: Iterable[Passage], request: Request, leave_out: tuple[str, ...] = ()) -> str | None:
    """The first reason against any of the passages; None if there is none."""
    for passage in passages:
        for name, gate in GATES.items():
            if name not in leave_out and (reason := gate(passage, request)):
                return reason
    return None


def passage_lix(passage: Passage) -> float:
    """LIX of a passage."""
    return lix([word.text for word in passage.words], passage.sentences)


def level_of(passages: Iterable[Passage], request: Request) -> Level:
    """How hard an item's texts read, the hardest of them, and for whom it was made."""
    return Level(round(max(map(passage_lix, passages)), 1), request.age)


@cache
def blocked(age: str) -> frozenset[str]:
    """Words that a class of this age is not made to read."""
    lines = files("framing.exercise").joinpath("blocked.csv").read_text("utf-8").splitlines()[1:]
    rows, ages = [line.split(",") for line in lines], list(AGES)
    return frozenset(word for word, until in rows if ages.index(age) <= ages.index(until))
