"""`framing lexicon diff`: what changed between two lexicons, and in what they find."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.options import ActorFile, ColumnNames, parse_columns
from framing.cli.terminal import clean, show_progress
from framing.numerals import count

if TYPE_CHECKING:
    import polars as pl

    from framing.cli.steps import Request
    from framing.lexicon import Lexicon
    from framing.lexicon.difference import Change
    from framing.progress import Progress


def diff(
    before: Annotated[Path, typer.Argument(metavar="A", help="The older lexicon: a folder or a CSV file.")],
    after: Annotated[Path, typer.Argument(metavar="B", help="The newer one.")],
    corpus: Annotated[
        Path | None,
        typer.Argument(metavar="[CORPUS]", show_default=False, help="Where to look for findings that would change."),
    ] = None,
    actors: ActorFile = None,
    column: ColumnNames = None,
    seed: Annotated[int, typer.Option(min=0, help="Of the random relabellings.")] = 0,
    most: Annotated[int, typer.Option("-n", min=1, help="How many changes of each kind are printed.")] = 50,
) -> None:
    """
    Show what changed from A to B, and which findings on CORPUS would change.

    Each lies over the bundled lists; one with the id of a bundled list stands in its place.
    """
    columns = parse_columns(column)
    from framing.cli.steps import Request
    from framing.lexicon import load_lexicon
    from framing.lexicon.difference import compare_lexicons

    old, new = load_lexicon(before), load_lexicon(after)
    typer.echo(clean(describe_changes(compare_lexicons(old, new), most)))
    if corpus is None:
        return
    request = Request(corpus, actors=actors, columns=columns)
    with show_progress() as progress:
        sides = [_find(request, lexicon, seed, progress) for lexicon in (old, new)]
    typer.echo(clean(describe_findings(*sides)))


def _find(request: Request, lexicon: Lexicon, seed: int, progress: Progress) -> pl.DataFrame:
    """COMPARISONS of the corpus with a lexicon over, or in the place of, the bundled ones."""
    from framing.cli.steps import analyze_request, compare_outlets
    from framing.comparison import Settings
    from framing.lexicon import Lexicons, load_lexicons

    bundled = [layer for layer in load_lexicons().layers if layer.id != lexicon.id]
    analysis = analyze_request(request, progress, Lexicons((*bundled, lexicon)))
    return compare_outlets(analysis, (), "own", Settings(seed=seed), progress)[1]


def describe_changes(changes: Sequence[Change], most: int) -> str:
    """Added, removed and changed entries, each kind with its count."""
    if not changes:
        return "No entry differs."
    parts = []
    for kind in ("added", "removed", "changed"):
        these = [change for change in changes if change.kind == kind]
        if these:
            parts.append(f"{kind}: {count(len(these), 'entry', 'entries')}")
        for change in these[:most]:
            parts.append(f"  {change.term} ({change.category}, {change.place})")
            parts += [f"    {name}: {old or '(empty)'} → {new or '(empty)'}" for name, old, new in change.cells]
        if len(these) > most:
            parts.append(f"  … and {len(these) - most:,} more (-n {len(these)} shows them)")
    return "\n".join(parts)


def describe_findings(before: pl.DataFrame, after: pl.DataFrame) -> str:
    """The comparisons that say something else, a line each."""
    from framing.concordance import changed_findings

    changed = changed_findings(before, after)
    parts = [f"\n{count(changed.height, 'finding')} of {max(before.height, after.height):,} would change."]
    for row in changed.iter_rows(named=True):
        whom = row["actor"] or "the whole article"
        sides = [
            "not compared" if row[f"verdict_{side}"] is None else
            f"{row[f'verdict_{side}']}{_figures(row[f'ratio_{side}'], row[f'q_{side}'])}"
            for side in ("before", "after")
        ]  # fmt: skip
        parts.append(f"  {row['outlet_a']} / {row['outlet_b']}, {row['measure']}, {whom}: {' → '.join(sides)}")
    return "\n".join(parts)


def _figures(ratio: float | None, q: float | None) -> str:
    figures = [f"{name} {value:.2f}" for name, value in (("estimate", ratio), ("q", q)) if value is not None]
    return f" ({', '.join(figures)})" if figures else ""
