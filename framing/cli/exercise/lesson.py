"""`framing exercise lesson`: a lesson in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.exercise.options import Out, Paper, PaperSize, PaperTint, TextSize, Tint, make_edition
from framing.cli.exercise.printing import print_pack
from framing.cli.options import ActorFile, ColumnNames, parse_columns
from framing.cli.terminal import show_progress


def lesson(
    number: Annotated[int, typer.Argument(metavar="1|2|3", min=1, max=3, help="Which lesson.")],
    out: Out,
    corpus: Annotated[
        Path | None,
        typer.Argument(metavar="[CORPUS]", show_default=False, help="Without it: the bundled local papers."),
    ] = None,
    seed: Annotated[int, typer.Option(min=0, help="Of every choice.")] = 0,
    licence: Annotated[str, typer.Option("--license", help="Under which your texts may be copied.")] = "",
    paper: PaperSize = Paper.a4,
    tint: PaperTint = Tint.white,
    size: TextSize = 12,
    actors: ActorFile = None,
    column: ColumnNames = None,
) -> None:
    """Write lesson 1, 2 or 3 into a folder: the teacher's plan, slides, worksheet, key and web page."""
    columns = parse_columns(column)
    from framing import resources
    from framing.cli.exercise.make import DEMO_LICENCE
    from framing.cli.steps import Request as Reading
    from framing.cli.steps import analyze_request, expect_writable
    from framing.exercise.lessons import LESSONS, make_lesson, write_pages
    from framing.exercise.material import Material
    from framing.exercise.pack import write_pack
    from framing.exercise.request import Request

    expect_writable(out)
    chosen = LESSONS[number]
    licence = licence if corpus else DEMO_LICENCE
    source = corpus or resources.local_corpus()
    with show_progress() as progress:
        analysis = analyze_request(Reading(source, (), corpus is not None, actors, columns), progress)
        material = Material(analysis, licence)
        credit = f"{source.name}, {licence}" if licence else ""
        exercise = make_lesson(chosen, material, Request(age=chosen.age, seed=seed, licence=licence), credit)
        edition = make_edition(paper, tint, size, chosen.key)
        files = write_pack(exercise, out, edition, further=write_pages(chosen, exercise))
    print_pack(exercise, out, files)
