"""`framing lexicon list`: what is in the lists of words, and which are in force."""

from __future__ import annotations

import typer

from framing.cli.options import Lexicons, OwnLayers
from framing.cli.terminal import align, clean
from framing.numerals import count


def list_lexicons(lexicon: Lexicons = None, own: OwnLayers = True) -> None:
    """List the lexicons in force, the lowest layer first: why they are, their categories, and what each changes."""
    from framing.lexicon import find_layers, load_layers
    from framing.recipe import SHORT

    layers = find_layers(lexicon or (), own=own)
    loaded = load_layers(layers)
    standing = loaded.standing()
    for depth, (one, layer) in enumerate(zip(loaded.layers, layers, strict=True)):
        mine = [entry.category for owner, entry in standing if owner == depth]
        licence = one.licence or "licence not stated"
        head = f"{one.id} {one.version} #{one.digest[:SHORT]}: {count(len(one.entries), 'entry', 'entries')}, {licence}"
        typer.echo(clean(head))
        typer.echo(clean(f"  in force ({layer.origin}): {layer.why}"))
        if hidden := len(one.entries) - len(mine):
            typer.echo(f"  {count(hidden, 'entry', 'entries')} of it replaced or dropped by a layer above")
        if one.drops:
            typer.echo(f"  drops {count(len(one.drops), 'term')}")
        rows = [(name, mine.count(name), meaning) for name, meaning in one.categories.items() if name in mine]
        if rows:
            typer.echo(align([("category", "entries", "meaning"), *rows]))
