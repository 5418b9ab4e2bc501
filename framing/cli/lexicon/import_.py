"""`framing lexicon import`: lists of other tools."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.terminal import clean
from framing.numerals import count

if TYPE_CHECKING:
    from framing.exchange import Loss

SHOWN = 5  # losses of a kind that are printed with their places


def import_lexicon(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="One list or several, which are joined.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="DIR", help="The folder to make.")],
    format: Annotated[
        str | None,
        typer.Option("--format", help="What the files are, where their endings don't tell.", show_default=False),
    ] = None,
    scale: Annotated[
        str | None,
        typer.Option(metavar="LOW,HIGH", help="Least and greatest weight, to make valences of weights: 1,9."),
    ] = None,
    valence: Annotated[
        list[str] | None, typer.Option(metavar="CATEGORY=N", help="Valence of a category's words. Repeatable.")
    ] = None,
) -> None:
    """
    Make a lexicon of lists that other tools have; print all that can't be carried over.

    Read are LIWC .dic and .dicx, MFD, quanteda YAML, Lexicoder .lc3 and .lcd, Yoshikoder, WordStat, VADER, NRC, labMT,
    CSV, XLSX and plain lists of words.
    """
    from framing.exchange import READERS, read_foreign
    from framing.exchange.folder import merge, write_lexicon
    from framing.lexicon import check_folder

    if format is not None and format not in READERS:
        raise typer.BadParameter(f"there is no {format!r}; choose from {', '.join(READERS)}", param_hint="--format")
    ends, valences = parse_scale(scale), dict(map(parse_valence, valence or ()))
    found = [read_foreign(path, format, ends) for path in files]
    merged = merge(found, valences)
    written = write_lexicon(out, merged, [path.name for path in files])
    for path, one in zip(files, found, strict=True):
        typer.echo(clean(f"{path.name} was read as {READERS[one.format].title}: {count(len(one.rows), 'row')}."))
        typer.echo(clean(describe_losses(one.losses)), nl=bool(one.losses))
    if merged.twice:
        typer.echo(f"{count(merged.twice, 'row')} stood twice and count once.")
    faults = check_folder(out)
    broken = sum(fault.severity == "error" for fault in faults)
    typer.echo(clean(f"Written: {out} with {', '.join(written)}."))
    typer.echo("The licence is not known: many lists may not be passed on. Write it into lexicon.toml.")
    typer.echo(
        clean(f"{count(broken, 'error')} and {count(len(faults) - broken, 'warning')}: framing lexicon check {out}")
    )


def parse_scale(given: str | None) -> tuple[float, float] | None:
    """Both ends of a scale from "1,9"."""
    if given is None:
        return None
    try:
        low, high = (float(part) for part in given.split(","))
    except ValueError:
        low = high = 0.0
    if not low < high:
        raise typer.BadParameter(f"{given!r} is not LOW,HIGH", param_hint="--scale")
    return low, high


def parse_valence(given: str) -> tuple[str, str]:
    """Category and valence from "negative=-2"."""
    name, equals, value = given.rpartition("=")
    try:
        fits = -3 <= float(value) <= 3
    except ValueError:
        fits = False
    if not equals or not fits:
        raise typer.BadParameter(f"{given!r} is not CATEGORY=N with N from -3 to 3", param_hint="--valence")
    return name, value


def describe_losses(losses: Sequence[Loss]) -> str:
    """Losses by kind: the first few with their places, then how many more."""
    kinds: dict[str, list[Loss]] = defaultdict(list)
    for loss in losses:
        kinds[loss.kind].append(loss)
    lines = []
    for kind, these in kinds.items():
        lines.append(f"  not carried over: {kind} ({len(these):,})")
        lines += [f"    {one.place}: {one.what}" for one in these[:SHOWN]]
        if len(these) > SHOWN:
            lines.append(f"    and {len(these) - SHOWN:,} more")
    return "\n".join(lines)
