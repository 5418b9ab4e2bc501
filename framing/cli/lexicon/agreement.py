"""`framing lexicon agreement`: what coders say of the marks on a sheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.terminal import align, clean, echo_notes
from framing.numerals import count

if TYPE_CHECKING:
    import polars as pl

    from framing.validation.codings import Codings
    from framing.validation.keys import Key

SHOWN = 15  # terms, and rows set aside


def agreement(
    sheets: Annotated[
        list[Path],
        typer.Argument(
            metavar="SHEET",
            help="The sheets of `framing lexicon sample`, filled in: one a coder, or with a column `coder`.",
        ),
    ],
    key: Annotated[
        Path | None,
        typer.Option("--key", metavar="FILE", help="The sample's .key.csv, if it does not lie beside the sheets."),
    ] = None,
) -> None:
    """
    Say how far coders agree, and how often the lists are right by them.

    Krippendorff's alpha, precision by category and by term, and rates of marks with the wrong ones taken out.
    """
    from framing.validation.codings import read_codings
    from framing.validation.judgement import judge, measure_coders, settle_items, tally_coders
    from framing.validation.keys import find_key, read_key
    from framing.validation.wording import list_judged, tell_agreement

    codings = read_codings(sheets)
    found = key or find_key(sheets, codings.sample)
    sample = read_key(found, codings.sample) if found else None
    _print_answers(codings, tally_coders(codings.answers))
    typer.echo(f"\n{tell_agreement(measure_coders(codings.answers))}")
    verdicts = settle_items(codings.answers)
    judged = judge(codings.items, verdicts)
    typer.echo("\nMarks that most coders call loaded; without a majority a mark is arguable, and left out:")
    typer.echo(align(list_judged(judged.filter(judged["term"].is_null()))))
    terms = judged.filter(judged["term"].is_not_null() & (judged["loaded"] < judged["items"]))
    if terms.height:
        worst = terms.sort(terms["items"] - terms["loaded"], descending=True, maintain_order=True)
        typer.echo("\nTerms most often called plain:")
        typer.echo(align(list_judged(worst.head(SHOWN))))
    if sample:
        _print_rates(sample, verdicts)
    else:
        typer.echo("\nNo rates: the sample's key does not lie beside the sheets; name it with --key.")


def _print_answers(codings: Codings, coders: pl.DataFrame) -> None:
    from framing.validation.wording import list_set_aside

    echo_notes(codings.notes)
    typer.echo(align([coders.columns, *coders.rows()]))
    if codings.set_aside.height:
        typer.echo(f"{count(codings.set_aside.height, 'row')} set aside:")
        typer.echo(align(list_set_aside(codings.set_aside, SHOWN)))


def _print_rates(sample: Key, verdicts: dict[str, bool | None]) -> None:
    from framing.validation.correction import correct_rates, estimate_precision, limit_recall
    from framing.validation.wording import SAME_PRECISION, list_rates, tell_recall

    rates = correct_rates(sample.counts, estimate_precision(sample.key, verdicts))
    typer.echo(clean(f"\nMarks per 1,000 words by {sample.path.name}, and with the wrong ones taken out:"))
    typer.echo(align(list_rates(rates)))
    if unjudged := int(rates["unjudged"].sum()):
        typer.echo(f"{count(unjudged, 'mark')} of categories that nobody judged: in neither rate.")
    typer.echo(SAME_PRECISION)
    if recall := limit_recall(sample.key, verdicts):
        typer.echo(tell_recall(recall))
