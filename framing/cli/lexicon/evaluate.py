"""`framing lexicon evaluate`: a list of words against what people marked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.terminal import align, clean, echo_notes, show_progress
from framing.numerals import count

if TYPE_CHECKING:
    from framing.validation import Annotated as AnnotatedTexts
    from framing.validation.evaluation import Evaluation

SHOWN = 15  # entries, and rows set aside


def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A lexicon's folder, or a CSV file.")],
    annotated: Annotated[
        Path,
        typer.Argument(
            metavar="ANNOTATED",
            help="Texts in which people marked loaded words, a file or a folder of them: CSV, TSV, JSON, JSON lines, "
            "Parquet or XLSX with columns text, start and end, or text and words; doccano's or Label Studio's JSON; "
            "or a sheet of `framing lexicon sample`, filled in.",
        ),
    ],
    bundled: Annotated[
        bool, typer.Option("--bundled/--alone", help="Count the marks of the bundled lexicons too, or DIR alone.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="DIR", help="Write tables (CSV) and a page (Markdown) into this folder."),
    ] = None,
) -> None:
    """
    Say how often a lexicon marks what people mark.

    Precision, recall and F1 with 95 % intervals, by category and by entry. Only loaded words count.
    """
    from framing.cli.lexicon.reading import read_texts
    from framing.cli.steps import expect_writable
    from framing.lexicon import load_lexicons
    from framing.validation import read_annotated
    from framing.validation.evaluation import evaluate as evaluate_marks
    from framing.validation.page import write_evaluation

    if out:
        expect_writable(out)
    lexicons = load_lexicons([folder], bundled=bundled)
    people = read_annotated(annotated)
    with show_progress() as progress:
        read = read_texts([one.text for one in people.texts], lexicons, progress)
    found = evaluate_marks(people, read.hits, read.sentences)
    _print(found, people)
    if out:
        write_evaluation(found, people, ", ".join(f"{layer.id} {layer.version}" for layer in lexicons.layers), out)
        typer.echo(clean(f"Written: {out}"))


def _print(found: Evaluation, people: AnnotatedTexts) -> None:
    from framing.validation.wording import NO_RECALL, RIGHT, list_categories, list_entries, list_set_aside

    echo_notes(people.notes)
    unused = count(people.set_aside.height, "row or word", "rows or words")
    typer.echo(f"{count(len(people.texts), 'text')} read, {unused} not used.")
    if people.set_aside.height:
        typer.echo(align(list_set_aside(people.set_aside, SHOWN)))
    typer.echo(f"\n{RIGHT}")
    typer.echo(align(list_categories(found.categories, found.whole)))
    if not found.whole:
        typer.echo(NO_RECALL)
    worst = found.entries.filter(found.entries["right"] < found.entries["marks"])
    if worst.height:
        typer.echo("\nEntries with most wrong marks:")
        typer.echo(align(list_entries(worst.head(SHOWN))))
