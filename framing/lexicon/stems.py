"""Whether a form looks like a form of its term: catches forms that slipped into the wrong row, not grammar."""

from __future__ import annotations

import re
import unicodedata

from framing.lexicon.words import fold

_SHARED = 3
_LOOKED_AT = 12
_VOWELS = re.compile("[aeiouy]+")
_DOUBLED = re.compile(r"(.)\1+")

# Forms that share no stem with their term in letters.
_SUPPLETIVE = {
    "go": ("went", "gone"),
    "be": ("am", "is", "are", "was", "were"),
    "buy": ("bought",),
    "seek": ("sought",),
    "teach": ("taught",),
    "catch": ("caught",),
    "beseech": ("besought",),
    "wreak": ("wrought",),
    "good": ("better", "best"),
    "well": ("better", "best"),
    "bad": ("worse", "worst"),
    "ill": ("worse", "worst"),
    "mouse": ("mice",),
    "louse": ("lice",),
    "lie": ("lay", "lain", "lying"),
    "lied": ("lying",),
    "die": ("dying",),
    "vie": ("vying",),
    "tie": ("tying",),
    "one": ("his", "her", "its", "their", "my", "your", "our"),
}


def shares_stem(form: str, term: str) -> bool:
    """
    Whether a form may belong to a term: a content word of the term has a counterpart in the form.

    Words are counterparts if they share their first three letters (two, in shorter words), if they differ in
    vowels alone (sing, sang; inquire, enquire), or if they stand in the list of irregular words (go, went).
    """
    ours, theirs = _bare(form).split()[:_LOOKED_AT], _bare(term).split()[:_LOOKED_AT]
    joined = "".join(ours), "".join(theirs)
    if joined[0].startswith(joined[1][:_SHARED]):
        return True
    content = [word for word in theirs if len(word) >= _SHARED] or theirs
    return any(_counterparts(word, other) for word in content for other in ours)


def _counterparts(word: str, form: str) -> bool:
    if form in _SUPPLETIVE.get(word, ()):
        return True
    size = min(_SHARED, max(2, min(len(word), len(form)) - 1))
    if word[:size] == form[:size]:
        return True
    ours, theirs = _skeleton(word), _skeleton(form)
    return (
        (word[0] == form[0] or bool(_VOWELS.match(word) and _VOWELS.match(form)))
        and len(min(ours, theirs, key=len)) > 1
        and (ours.startswith(theirs) or theirs.startswith(ours))
    )


def _bare(spelling: str) -> str:
    """A spelling folded, without accents."""
    folded = fold(spelling)
    if folded.isascii():
        return folded
    return "".join(mark for mark in unicodedata.normalize("NFD", folded) if not unicodedata.combining(mark))


def _skeleton(word: str) -> str:
    """The consonants of a word, doubled ones once."""
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", word))
