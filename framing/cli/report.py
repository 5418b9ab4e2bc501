"""`framing report`: the main job."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.options import ActorFile, ColumnNames, Lexicons, OwnLayers, Tone, Voice, parse_columns, parse_measures
from framing.cli.terminal import clean, echo_notes, show_progress
from framing.numerals import count


def report(
    corpus: Annotated[
        Path | None,
        typer.Argument(
            metavar="CORPUS",
            show_default=False,
            help="A folder of .txt files (with or without manifest.csv), or a .csv, .tsv, .jsonl, .parquet or .txt "
            "file. Without it: the bundled sample corpus.",
        ),
    ] = None,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="DIR", help="Where the report goes.")] = Path("reports"),
    lexicon: Lexicons = None,
    own: OwnLayers = True,
    actors: ActorFile = None,
    column: ColumnNames = None,
    measures: Annotated[
        str | None,
        typer.Option(metavar="A,B", help="Measures to compare beside the default ones: loaded:labels,verbs:doubting."),
    ] = None,
    voice: Annotated[Voice, typer.Option(help="Whose words are compared.")] = Voice.own,
    tone: Tone = False,
    text: Annotated[
        bool, typer.Option("--text/--no-text", help="Whether article texts are printed, or the marked words alone.")
    ] = True,
    seed: Annotated[int, typer.Option(min=0, help="Of the random relabellings.")] = 0,
    resamples: Annotated[int, typer.Option(min=99, help="How many random relabellings.")] = 9_999,
) -> None:
    """
    Compare the outlets of CORPUS; write a report.

    It is report.html, report.md, report.json and tables/*.parquet. What else is in the output folder stays.
    """
    columns, extra = parse_columns(column), parse_measures(measures)
    from framing.cli.steps import Request, analyze_request, compare_outlets, expect_writable
    from framing.comparison import Settings
    from framing.report import write_report

    expect_writable(out)
    request = Request(corpus, lexicon or (), own, actors, columns, extra, tone=tone)
    with show_progress() as progress:
        analysis = analyze_request(request, progress)
        settings = Settings(seed=seed, resamples=resamples)
        analysis, findings = compare_outlets(analysis, extra, voice.value, settings, progress)
        page = write_report(analysis, findings, out, text=text, progress=progress)
    echo_notes(analysis.notes)
    verdicts = findings["verdict"].to_list()
    outlets = analysis.articles["outlet"].n_unique()
    typer.echo(
        f"{count(analysis.articles.height, 'article')} of {count(outlets, 'outlet')} read, "
        f"{count(analysis.set_aside.height, 'row or file', 'rows or files')} set aside."
    )
    found = ", ".join(f"{verdict} {verdicts.count(verdict):,}" for verdict in ("differs", "similar", "cannot tell"))
    typer.echo(f"{count(len(verdicts), 'comparison')}: {found}.")
    typer.echo(clean(f"Written: {page}, with report.md, report.json and tables/ beside it."))
