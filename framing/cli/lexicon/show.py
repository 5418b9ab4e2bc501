"""`framing lexicon show`: all that the lists know of a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.options import Lexicons, OwnLayers
from framing.cli.terminal import clean
from framing.errors import FramingError

STEPS = 13  # words of a connotation set that are printed
if TYPE_CHECKING:
    from collections.abc import Sequence

    from framing.lexicon import Entry
    from framing.lexicon.lookup import Found


def show(
    word: Annotated[str, typer.Argument(metavar="WORD", help="A word or phrase, in any form.")],
    lexicon: Lexicons = None,
    own: OwnLayers = True,
) -> None:
    """Print every entry that matches WORD: its forms, values, plainer word, note, examples, and where it comes from."""
    from framing.lexicon import find_layers, load_layers
    from framing.lexicon.lookup import look_up, near_terms

    layers = load_layers(find_layers(lexicon or (), own=own))
    found = look_up(word, layers)
    if not found:
        near = near_terms(word, layers)
        fix = f"look for {', '.join(near)}" if near else "add it to a list of yours: framing lexicon add"
        raise FramingError(f"no list in force has {word!r}", fix)
    typer.echo(clean("\n\n".join(describe(one) for one in found)))


def _around(found: Found) -> Sequence[Entry]:
    """The words of the set that are nearest to the entry in value, in their order."""
    at = next((number for number, step in enumerate(found.ladder) if step is found.entry), 0)
    first = max(0, min(at - STEPS // 2, len(found.ladder) - STEPS))
    return found.ladder[first : first + STEPS]


def describe(found: Found) -> str:
    """An entry in lines: what it says, and whether it counts."""
    entry = found.entry
    roles = (("said of somebody", entry.valence), ("of who does it", entry.subject),
             ("of whom it is done to", entry.object), ("of whose it is", entry.owner))  # fmt: skip
    values = ", ".join(f"{value:+g} {role}" for role, value in roles if value is not None)
    loaded = "loaded" if entry.loaded else "not loaded"
    ladder = ", ".join(f"{step.term} ({step.strongest:+g})" for step in _around(found))
    lines = {
        "in": f"{entry.citation} ({found.origin}; {found.fate})",
        "category": f"{entry.category}, {loaded}, intensity {entry.intensity:g}",
        "match": f"{entry.match}{f', {entry.pos}' if entry.pos else ''}",
        "forms": ", ".join(entry.forms),
        "valence": values,
        "plainer": entry.plain,
        "not in": "; ".join(entry.unless),
        "why": entry.note,
        "found in": entry.hit,
        "not found in": entry.miss,
        "source": entry.source,
        "row": entry.place,
        f"set {entry.set}": ladder if entry.set else "",
    }
    told = [f"  {name}: {text}" for name, text in lines.items() if text]
    return "\n".join([entry.term, *told])
