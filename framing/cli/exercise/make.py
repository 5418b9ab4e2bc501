"""`framing exercise make` and `demo`: a pack from a corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.exercise.options import (
    Age,
    Formats,
    Key,
    Out,
    Paper,
    PaperSize,
    PaperTint,
    TextSize,
    Tint,
    make_edition,
    parse_names,
)
from framing.cli.exercise.printing import print_pack
from framing.cli.options import ActorFile, ColumnNames, Corpus, Lexicons, OwnLayers, parse_columns
from framing.cli.terminal import show_progress

DEMO_LICENCE = "CC BY 4.0"


def make(
    corpus: Corpus,
    out: Out,
    types: Annotated[str | None, typer.Option("-t", "--types", metavar="A,B", help="Types; without it: all.")] = None,
    count: Annotated[int, typer.Option("-n", min=1, max=50, help="Items of each type.")] = 6,
    age: Annotated[
        Age, typer.Option(help="For whom: how hard texts may read, and what is kept from them.")
    ] = Age.middle,
    seed: Annotated[int, typer.Option(min=0, help="Of every choice: the same seed gives the same pack.")] = 0,
    licence: Annotated[
        str,
        typer.Option("--license", help="Under which the texts may be copied. Without it: excerpts of up to 90 words."),
    ] = "",
    blind: Annotated[bool, typer.Option("--blind", help="Name the outlets in the key alone.")] = False,
    label: Annotated[bool, typer.Option("--label", help="spot: name the technique of each word too.")] = False,
    formats: Formats = None,
    paper: PaperSize = Paper.a4,
    tint: PaperTint = Tint.white,
    size: TextSize = 12,
    key: Key = True,
    lexicon: Lexicons = None,
    own: OwnLayers = True,
    actors: ActorFile = None,
    column: ColumnNames = None,
) -> None:
    """
    Make a pack of exercises from CORPUS.

    Too few good items is said, never padded: build.log in the pack tells what was left out, and why.
    """
    columns = parse_columns(column)
    from framing.cli.steps import Request as Reading
    from framing.cli.steps import analyze_request, expect_writable
    from framing.exercise.making import make_exercise
    from framing.exercise.material import Material
    from framing.exercise.pack import write_pack
    from framing.exercise.request import Request
    from framing.exercise.types import EXERCISES
    from framing.exercise.writers import WRITERS

    kinds = [EXERCISES[name] for name in parse_names(types, list(EXERCISES), "-t")]
    wanted = parse_names(formats, list(WRITERS), "--formats")
    expect_writable(out)
    request = Request(count, age.value, seed, licence, blind, label)
    credit = f"{corpus.name}, {licence}" if licence else ""
    with show_progress() as progress:
        analysis = analyze_request(Reading(corpus, lexicon or (), own, actors, columns), progress)
        progress("making the exercise", 0, 1)
        exercise = make_exercise(Material(analysis, licence), kinds, request, credit=credit)
        progress("writing the pack", 0, 1)
        files = write_pack(exercise, out, make_edition(paper, tint, size, key), wanted)
    print_pack(exercise, out, files)


def demo(
    out: Out = Path("pack"),
    age: Annotated[Age, typer.Option(help="For whom.")] = Age.middle,
    seed: Annotated[int, typer.Option(min=0, help="Of every choice.")] = 0,
    formats: Formats = None,
    paper: PaperSize = Paper.a4,
    tint: PaperTint = Tint.white,
    size: TextSize = 12,
    key: Key = True,
) -> None:
    """Make a pack from the bundled local papers: no corpus, no network, in seconds."""
    from framing import resources

    make(
        corpus=resources.local_corpus(), out=out, types=None, count=2, age=age, seed=seed, licence=DEMO_LICENCE,
        blind=False, label=False, formats=formats, paper=paper, tint=tint, size=size, key=key, lexicon=None,
        own=False, actors=None, column=None,
    )  # fmt: skip
