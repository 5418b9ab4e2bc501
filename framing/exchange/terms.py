"""Terms and weights of other tools → cells of ours."""

from __future__ import annotations

import math

from framing.exchange.model import TO, Foreign, Scale
from framing.lexicon.rows import read_number
from framing.lexicon.words import fold, tidy

WEIGHT = "#weight"
"""Column for a weight whose scale is not known; lexicons don't read columns that begin with #."""


def add_term(into: Foreign, place: str, term: str, category: str, valence: str = "", weight: str = "") -> None:
    """
    Add a term to what is read, or note why it can't be.

    A star at its end makes it a prefix; a star or question mark elsewhere can't be kept, nor can a term without a
    letter or digit, such as an emoticon.
    """
    term = tidy(term.replace("_", " ") if " " not in term else term)
    bare = term.rstrip("*").strip()
    if not fold(bare):
        into.lose(place, "a term without a letter or digit", term)
    elif "*" in bare or "?" in bare:
        into.lose(place, "a wildcard that is not at the end", term)
    else:
        into.add_category(category)
        star = term != bare
        row = {"term": f"{bare}*" if star else bare, "category": category, "match": "prefix" if star else ""}
        into.rows.append({**row, "valence": valence, WEIGHT: weight})


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
