"""`framing lexicon try`: what words mark in a corpus."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from framing.cli.options import ColumnNames, Corpus, Lexicons, OwnLayers, parse_columns
from framing.cli.terminal import clean, show_progress
from framing.numerals import count

if TYPE_CHECKING:
    import polars as pl

TITLES = {
    "new": "New marks",
    "changed": "Marks that were there and now have other values",
    "same": "Marks that were there with the same values",
    "lost": "Marks that are lost",
}


def try_lexicon(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The lexicon to try: a folder or a CSV file.")],
    corpus: Corpus,
    lexicon: Lexicons = None,
    own: OwnLayers = True,
    column: ColumnNames = None,
    most: Annotated[int, typer.Option("-n", min=1, help="How many terms of each kind are printed.")] = 20,
    lines: Annotated[int, typer.Option("--lines", min=0, help="How many sentences a term.")] = 3,
) -> None:
    """
    Show what the words of DIR mark in CORPUS, most frequent first.

    Held against the lists in force without it: what is new, what changes, what is lost.
    """
    columns = parse_columns(column)
    from framing.cli.lexicon.reading import mark
    from framing.concordance import try_words
    from framing.corpus import read_corpus
    from framing.lexicon import Lexicons as Layers
    from framing.lexicon import find_layers, load_layers, load_lexicon

    tried = load_lexicon(folder)
    layers = [layer for layer in find_layers(lexicon or (), own=own) if layer.path.resolve() != folder.resolve()]
    below = load_layers(layers)
    with show_progress() as progress:
        reading = read_corpus(corpus, columns=columns)
        before = mark(reading, below, progress)
        after = mark(reading, Layers((*below.layers, tried)), progress)
    tables = {"articles": after.articles, "sentences": after.sentences}
    trials = try_words(before.hits, after.hits, tried.id, tables, lines)
    typer.echo(clean(f"{tried.id} {tried.version} on {count(after.articles.height, 'article')} of {corpus}"))
    for kind, title in TITLES.items():
        rows = trials.filter(trials["change"] == kind)
        if rows.height:
            typer.echo(clean(describe(title, rows, most)))
    found = set(trials.filter(trials["change"] != "lost")["term"].to_list())
    if silent := [entry.term for entry in tried.entries if entry.term not in found]:
        named = ", ".join(silent[:most]) + (" …" if len(silent) > most else "")
        typer.echo(clean(f"\nFound nowhere: {count(len(silent), 'row')} of {len(tried.entries):,}: {named}"))


def describe(title: str, rows: pl.DataFrame, most: int) -> str:
    """The terms of one kind with their lines."""
    parts = [f"\n{title}: {rows['count'].sum():,} of {count(rows.height, 'term')}"]
    for row in rows.head(most).iter_rows(named=True):
        where = f"{row['count']:,} × in {count(row['articles'], 'article')} of {count(row['outlets'], 'outlet')}"
        parts.append(f"  {row['term']} ({row['entry']}): {where}, {row['own']:,} in own voice")
        parts += [f"    {_line(line)}" for line in row["lines"]]
    if rows.height > most:
        parts.append(f"  … and {count(rows.height - most, 'term')} more (-n {rows.height} shows them)")
    return "\n".join(parts)


def _line(line: dict[str, Any]) -> str:
    text = " ".join(f"{line['before']}[[{line['mark']}]]{line['after']}".split())
    voice = "" if line["voice"] == "own" else f", {line['voice']}"
    return f"{line['outlet']}, {line['article']}{voice}: {text}"
