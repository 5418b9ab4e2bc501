"""`framing lexicon sample`: marks drawn from a corpus, for people to judge."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.options import ColumnNames, Corpus, Lexicons, Voice, parse_columns
from framing.cli.terminal import clean, echo_notes, show_progress
from framing.numerals import count


def sample(
    corpus: Corpus,
    size: Annotated[int, typer.Option("-n", "--marks", min=0, help="How many marks to draw.")] = 200,
    unmarked: Annotated[
        int, typer.Option("--unmarked", min=0, help="How many sentences without a mark to mix in.")
    ] = 0,
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="FILE", help="The sheet, ending in .csv or .xlsx.")
    ] = Path("coding.csv"),
    voice: Annotated[Voice, typer.Option("--voice", help="Whose words are judged.")] = Voice.own,
    seed: Annotated[int, typer.Option("--seed", min=0, help="The same seed draws the same sample.")] = 0,
    show_outlet: Annotated[bool, typer.Option("--show-outlet", help="Let the coders see who published what.")] = False,
    lexicon: Lexicons = None,
    alone: Annotated[bool, typer.Option("--alone", help="Leave the bundled lexicons out.")] = False,
    column: ColumnNames = None,
) -> None:
    """
    Draw a coding sheet: sentences with a mark, for people to judge.

    Marks come in equal shares from every outlet and category. Beside the sheet stand FILE.key.csv, which tells where
    each comes from and is not for the coders, and FILE.counts.csv, from which `agreement` reckons rates.
    """
    columns = parse_columns(column)
    from framing.cli.lexicon.reading import read_corpus_with
    from framing.cli.steps import expect_writable
    from framing.errors import CorpusError
    from framing.lexicon import load_lexicons
    from framing.validation.keys import name_files, write_sample
    from framing.validation.sampling import Design, draw_sample

    name_files(out)
    expect_writable(out.parent)
    lexicons = load_lexicons(lexicon or (), bundled=not alone)
    with show_progress() as progress:
        read = read_corpus_with(corpus, lexicons, columns, progress)
    design = Design(size, unmarked, voice.value, seed)
    drawn = draw_sample(read.articles, read.sentences, read.hits, design)
    if not drawn.sheet.height:
        fault = f"the lists mark no word of it in {voice.value} voice" if size else "nothing was to be drawn"
        raise CorpusError(fault, "give other lexicons with --lexicon, or another --voice", corpus)
    key, counts = write_sample(drawn, out, outlets=show_outlet)
    echo_notes(read.notes)
    marked = (drawn.key["kind"] == "marked").sum()
    typer.echo(f"{marked:,} of {count(drawn.marks, 'mark')} drawn.")
    if unmarked:
        typer.echo(f"{drawn.key.height - marked:,} of {count(drawn.unmarked, 'sentence')} without a mark drawn.")
    typer.echo(clean(f"Written: {out}, for the coders, a copy each; keep {key.name} and {counts.name} from them."))
