"""Names as annotators write them: which mean one person, and which mean the same."""

from __future__ import annotations

import re
import unicodedata

# Words of groups, bodies and things: a target that has one is no person.
_BODIES = frozenset("""
    act administration agency bill campaign candidates catholics citizenship committee companies conservatives
    congress council court democrats department enquirer government house lawmakers leaders liberals media members now
    officials party plaintiffs police programs protesters reporters republicans senate supporters union voters
    """.split())  # fmt: skip
_LEFT_OUT = frozenset("jr sr mr mrs ms dr sen rep gov president senator judge".split())


def is_person(name: str | None) -> bool:
    """
    Whether a target or speaker is one person, by its form.

    Every word has a capital letter, none is a word of groups or bodies, and it is no single word with an inner capital
    or a hyphen (companies) nor all capitals (initials of bodies). "other …" is nobody.
    """
    words = (name or "").removesuffix("'s").split()
    if not words or any(word.casefold() in _BODIES for word in words):
        return False
    shaped = all(word[0].isupper() for word in words)
    return shaped and (len(words) > 1 or bool(re.fullmatch(r"[A-Z][a-z'’]+", words[0])))


def same_person(one: str | None, other: str | None) -> bool:
    """Whether two names end alike, and the first names agree or one name holds all words of the other."""
    first, second = _parts(one), _parts(other)
    if not first or not second or first[-1] != second[-1]:
        return False
    return first[0] == second[0] or set(first) <= set(second) or set(second) <= set(first)


def _parts(name: str | None) -> list[str]:
    """The words of a name in small letters without accents, titles and "Jr." left out."""
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().casefold()
    return [part for part in re.findall(r"[\w'\-]+", plain) if part not in _LEFT_OUT]


def locate_name(text: str, name: str) -> tuple[int, int] | None:
    """Where a text has a name: the whole of it, else its last word, else another one of three letters or more."""
    words = [word for word in re.findall(r"[\w'’\-]+", name) if word.casefold() not in _LEFT_OUT]
    tries = [name, *reversed(words)]
    for wanted in tries:
        found = re.search(rf"\b{re.escape(wanted)}\b", text, re.IGNORECASE) if len(wanted) > 2 else None
        if found:
            return found.span()
    return None
