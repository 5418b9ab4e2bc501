"""Words as lexicons count them: runs of letters and digits; hyphen, space and apostrophe all just part two words."""

from __future__ import annotations

import re
import unicodedata

APOSTROPHES = "'’‘ʼ′`´"
HYPHENS = "\\-‐‑"
_TOKEN = re.compile(rf"[^\W_]+|[^\w\s{APOSTROPHES}{HYPHENS}]|_")
_STRAIGHT = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_SOFT_HYPHEN = "\xad"


def tokens(text: str) -> list[str]:
    """The words of a text in its own case; every other mark is a token too, so that no phrase runs over a comma."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).replace(_SOFT_HYPHEN, "")
    return _TOKEN.findall(text)


def words(spelling: str) -> list[str]:
    """The words of a term or form in its own case, without marks at either end."""
    if spelling.isascii() and spelling.isalnum():
        return [spelling]
    found = tokens(spelling)
    while found and not found[0][0].isalnum():
        del found[0]
    while found and not found[-1][0].isalnum():
        del found[-1]
    return found


def fold(spelling: str) -> str:
    """What spellings that count as the same have in common: "So-Called" and "so called" are "so called"."""
    return " ".join(words(spelling)).casefold()


def tidy(cell: str) -> str:
    """A cell as kept: composed characters, straight apostrophes, single spaces, none at the ends."""
    if cell.isascii():
        return " ".join(cell.split())
    return " ".join(unicodedata.normalize("NFC", cell).translate(_STRAIGHT).split())
