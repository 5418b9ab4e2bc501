"""Which spellings are forms of one word: a simple rule for a list that a person reads, not grammar."""

from __future__ import annotations

from collections.abc import Sequence

# A word of its own, not a form: "accuser" and "accusation" beside "accuse", "brutally" beside "brutal".
_ENDINGS = (
    "ly", "ness", "ism", "ist", "ity", "ment", "ion", "er", "or", "al", "ic", "able", "ible", "ful", "less", "ive",
    "ous", "ant", "ent", "ance", "ence", "ship", "hood", "ish",
)  # fmt: skip
_INFLECTED = ("ing", "ed", "s")
_SHORTEST = 5


def form_keys(spellings: Sequence[str]) -> list[str]:
    """
    For each spelling (small letters) a key that it shares with its inflected forms.

    The key is the Snowball stem (Porter 2001) and the ending that makes a word of its own, so that "radicals" goes with
    "radical" and "radicalism" does not.
    """
    from nltk.stem.snowball import EnglishStemmer

    stem = EnglishStemmer().stem
    return [f"{stem(spelling)} {_ending(spelling)}" for spelling in spellings]


def _ending(spelling: str) -> str:
    if len(spelling) < _SHORTEST:
        return ""
    for mark in _INFLECTED:
        if spelling.endswith(mark):
            spelling = spelling.removesuffix(mark)
            break
    if spelling.endswith("itie"):
        return "ity"
    return next((ending for ending in _ENDINGS if spelling.endswith(ending)), "")
