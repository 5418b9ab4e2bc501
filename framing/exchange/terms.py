"""Terms and weights of other tools → cells of ours."""

from __future__ import annotations

import math
import re

from framing.exchange.model import TO, Foreign, Scale
from framing.lexicon.rows import read_number
from framing.lexicon.words import fold, tidy

WEIGHT = "#weight"
"""Column for a weight whose scale is not known; lexicons don't read columns that begin with #."""
NAMELESS = "words"
"""The category of words that have none."""
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")  # escapes of YAML and XML can write them
_RUN = re.compile(r"[^\W_]+")
_SIGNS_AT_END = re.compile(r"^[^\w\s'.-]|[^\w\s'.-]$|^\w_+\w$")
_FIRST = re.compile(
    r"^(?:[^\w]|_)+(?=\w)"
)  # no matcher of ours compares it; # would make the row a comment, = a formula
_HARMLESS = re.compile(r"[\s'’‘\"“”-]*")


def add_term(into: Foreign, place: str, term: str, category: str, valence: str = "", weight: str = "") -> None:
    """
    Add a term to what is read, or note why it can't be.

    A star at its end makes it a prefix; a star or question mark elsewhere can't be kept, nor can an emoticon or a term
    without a letter or digit. Signs before the first letter are not compared in texts; they are left out and named.
    """
    term = clean(term)
    bare = tidy(term).rstrip("*").strip()
    if not fold(bare):
        into.lose(place, "a term without a letter or digit", term)
    elif _is_emoticon(bare):
        into.lose(place, "an emoticon", term)
    elif "*" in bare or "?" in bare:
        into.lose(place, "a wildcard that is not at the end", term)
    else:
        star = "*" * tidy(term).endswith("*")
        bare = _without_signs(into, place, bare.replace("_", " ") if " " not in bare else bare)
        category = name_category(category)
        into.add_category(category)
        row = {"term": bare + star, "category": category, "match": "prefix" if star else ""}
        into.rows.append({**row, "valence": valence, WEIGHT: weight})


def _is_emoticon(term: str) -> bool:
    """Single letters or digits with signs at an end, or two with a line between: :D, 8-), <3, o_O; not u.s. or q&a."""
    return max(map(len, _RUN.findall(term))) == 1 and bool(_SIGNS_AT_END.search(term))


def _without_signs(into: Foreign, place: str, term: str) -> str:
    found = _FIRST.match(term)
    if not found or found.group() in ("'", "’"):
        return " ".join(term.split())
    if not _HARMLESS.fullmatch(found.group()):
        into.lose(place, "signs before a word, which texts are not searched for", term)
    return " ".join(term[found.end() :].split())


def name_category(name: str) -> str:
    """A category's name as our sheets keep it."""
    return tidy(clean(name)).lstrip("#=+@- '") or NAMELESS


def clean(text: str) -> str:
    """Text without control characters and halves of characters."""
    return _UNFIT.sub(" ", text)


def weigh(into: Foreign, place: str, text: str, scale: Scale | None) -> tuple[str, str]:
    """
    Valence and kept weight of a number: on a known scale it is mapped to -3 … +3, else it is kept beside.

    Returns:
        the cells `valence` and `#weight`, one of them empty.
    """
    value = read_number(text.strip())
    if math.isnan(value) or math.isinf(value):
        into.lose(place, "a weight that is no number", text)
        return "", ""
    if scale is None:
        return "", f"{value:g}"
    low, high = scale
    share = (min(max(value, low), high) - low) / (high - low)
    return f"{round(share * 2 * TO - TO, 2):g}", ""


def lines_of(text: str) -> list[str]:
    """The lines of a text, whatever ends them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
