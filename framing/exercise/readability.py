"""How hard a text reads, roughly: three formulas that need no syllables and no word list."""

from __future__ import annotations

from collections.abc import Sequence

LONG_WORD = 6  # letters; longer words count as long in LIX


def lix(words: Sequence[str], sentences: int) -> float:
    """
    LIX: words a sentence plus the percentage of words of more than six letters. About 20 (easy) to 60 (hard).

    Source: Björnsson 1968.
    """
    if not words or not sentences:
        return 0.0
    return len(words) / sentences + 100 * sum(_letters(word) > LONG_WORD for word in words) / len(words)


def ari(words: Sequence[str], sentences: int) -> float:
    """
    Automated readability index: about the school year in the United States at which the text is read.

    Source: Smith and Senter 1967.
    """
    if not words or not sentences:
        return 0.0
    return 4.71 * sum(map(_letters, words)) / len(words) + 0.5 * len(words) / sentences - 21.43


def coleman_liau(words: Sequence[str], sentences: int) -> float:
    """
    Coleman-Liau index: about the school year in the United States at which the text is read.

    Source: Coleman and Liau 1975.
    """
    if not words or not sentences:
        return 0.0
    return 5.88 * sum(map(_letters, words)) / len(words) - 29.6 * sentences / len(words) - 15.8


def band(value: float) -> str:
    """A LIX in words."""
    for least, name in ((55, "very hard"), (45, "hard"), (35, "medium"), (25, "easy")):
        if value >= least:
            return name
    return "very easy"


def _letters(word: str) -> int:
    return sum(letter.isalnum() for letter in word)
