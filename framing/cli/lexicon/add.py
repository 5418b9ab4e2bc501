"""`framing lexicon add`: a row for a word."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.terminal import clean


def add(
    term: Annotated[str, typer.Argument(metavar="TERM", help="The base form: oligarch, 'lash out'.")],
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="Your lexicon's folder, or a CSV file of it.")],
    category: Annotated[str, typer.Option(help="A bundled category (framing lexicon list) or one of your own.")],
    pos: Annotated[str, typer.Option(help="noun, verb, adj, adv or phrase; with it, forms are made.")] = "",
    forms: Annotated[
        str | None, typer.Option(help="Other forms, semicolons between. Without it they are made by lemminflect.")
    ] = None,
    match: Annotated[str, typer.Option(help="inflect, exact, prefix or cased.")] = "",
    valence: Annotated[str, typer.Option(help="-3 … 3: how it colours whoever it is said of.")] = "",
    subject: Annotated[str, typer.Option(help="Of a verb, -3 … 3: how it colours who does it.")] = "",
    object_: Annotated[str, typer.Option("--object", help="Of a verb: how it colours whom it is done to.")] = "",
    intensity: Annotated[str, typer.Option(help="1 … 3: how far from plain reporting.")] = "",
    plain: Annotated[str, typer.Option(help="What a wire report would say.")] = "",
    set_: Annotated[str, typer.Option("--set", help="A key shared by words for the same thing.")] = "",
    unless: Annotated[str, typer.Option(help="Phrases in which it is plain, semicolons between.")] = "",
    note: Annotated[str, typer.Option(help="Why it is listed, in a sentence.")] = "",
    hit: Annotated[str, typer.Option(help="A sentence in which it must be found.")] = "",
    miss: Annotated[str, typer.Option(help="A sentence in which it must not be found.")] = "",
) -> None:
    """Add a word to a lexicon of your own; nothing else in its files changes."""
    from framing.lexicon.editing import add_row
    from framing.lexicon.inflection import inflect

    made = forms is None and match in ("", "inflect")
    spelt = ";".join(inflect(term, pos)) if made else forms or ""
    cells = {
        "term": term, "category": category, "match": match, "pos": pos, "forms": spelt, "valence": valence,
        "subject": subject, "object": object_, "intensity": intensity, "plain": plain, "set": set_,
        "unless": unless, "note": note, "hit": hit, "miss": miss,
    }  # fmt: skip
    added = add_row(to, cells)
    typer.echo(clean(f"Added: {added.file}:{added.line}: {term}, {category}"))
    if made and spelt:
        typer.echo(clean(f"Its forms are {spelt.replace(';', ', ')}: made by lemminflect, read them."))
    elif made and not pos:
        typer.echo("Only this very form is found: give --pos noun (or verb, adj, adv) to have its other forms made.")
    for fault in added.faults:
        typer.echo(clean(f"{fault.severity}: {fault}"), err=True)
