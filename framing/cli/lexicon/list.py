"""`framing lexicon list`: what is in the lists of words."""

from __future__ import annotations

import typer

from framing.cli.options import Lexicons
from framing.cli.terminal import align, clean
from framing.numerals import count


def list_lexicons(lexicon: Lexicons = None) -> None:
    """List lexicons, categories and their meanings."""
    from framing.lexicon import load_lexicons

    layers = load_lexicons(lexicon or ())
    entries = layers.in_force()
    for layer in layers.layers:
        mine = [entry.category for entry in entries if entry.lexicon == layer.id]
        licence = f", {layer.licence}" if layer.licence else ""
        typer.echo(clean(f"{layer.id} {layer.version}: {count(len(mine), 'entry', 'entries')}{licence}"))
        rows = [(name, mine.count(name), meaning) for name, meaning in layer.categories.items() if name in mine]
        typer.echo(align([("category", "entries", "meaning"), *rows]))
