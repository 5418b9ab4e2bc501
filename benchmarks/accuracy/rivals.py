"""What everybody has at hand, in the same run: VADER, TextBlob and AFINN, by sentence and by word."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

WORD = re.compile(r"\w+(?:['’\-]\w+)*")
WINDOW = 8  # words to each side of a target
Scorer = Callable[[str], float]


@cache
def load_rivals() -> dict[str, Scorer]:
    """Name → tone of a text, each on its own scale, 0 neutral; a tool that is not installed is left out."""
    return {name: scorer for name, load in LOADERS.items() if (scorer := load()) is not None}


def _vader() -> Scorer | None:
    try:
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
    except ImportError:
        return None
    analyzer = SentimentIntensityAnalyzer()
    return lambda text: float(analyzer.polarity_scores(text)["compound"])


def _textblob() -> Scorer | None:
    try:
        from textblob.en.sentiments import PatternAnalyzer
    except ImportError:
        return None
    analyzer = PatternAnalyzer()
    return lambda text: float(analyzer.analyze(text).polarity)


def _afinn() -> Scorer | None:
    try:
        from afinn import Afinn
    except ImportError:
        return None
    return Afinn().score  # type: ignore[no-any-return]


LOADERS: dict[str, Callable[[], Scorer | None]] = {"VADER": _vader, "TextBlob": _textblob, "AFINN": _afinn}
NEUTRAL = {"VADER": 0.05, "TextBlob": 0.0, "AFINN": 0.0}  # tones up to that far from 0 count as neutral


def tones(scorer: Scorer, texts: Sequence[str]) -> NDArray[np.float64]:
    """The tone of every text, each text read once."""
    known = {text: scorer(text) for text in dict.fromkeys(texts)}
    return np.array([known[text] for text in texts], np.float64)


def polarity(name: str, tone: NDArray[np.float64]) -> NDArray[np.int64]:
    """-1, 0 or 1: the sign of a tone, with the neutral zone that is usual for the tool."""
    return np.where(np.abs(tone) >= max(NEUTRAL[name], 1e-12), np.sign(tone), 0).astype(np.int64)


def window(text: str, start: int, end: int, size: int = WINDOW) -> str:
    """The words around a target, `size` to each side, the target left out."""
    return " ".join([*WORD.findall(text[:start])[-size:], *WORD.findall(text[end:])[:size]])


def marked_words(name: str, text: str) -> list[tuple[int, int]]:
    """Where the words stand to which a tool, asked for the word alone, gives any tone."""
    scorer = load_rivals()[name]
    return [match.span() for match in WORD.finditer(text) if _tone_of_word(scorer, match.group().casefold())]


@cache
def _tone_of_word(scorer: Scorer, word: str) -> bool:
    return scorer(word) != 0
