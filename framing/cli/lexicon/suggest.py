"""`framing lexicon suggest`: words of a corpus that may belong on a list, for a person to accept or refuse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from framing.cli.options import ColumnNames, Corpus, Lexicons, OwnLayers, parse_columns, parse_measures
from framing.cli.terminal import clean, echo_notes, show_progress
from framing.numerals import count

if TYPE_CHECKING:
    import polars as pl

    from framing.lexicon import Lexicons as Layers

SHEET = "candidates.csv"
TITLES = {
    "contexts": "They stand where the seeds stand (cosine)",
    "distinguishing": "One outlet uses them more than the others do (z)",
}
_ASIDE = 120  # characters of a sentence on either side of the word


def suggest(
    corpus: Corpus,
    like: Annotated[
        str | None,
        typer.Option("--like", metavar="WORDS", help="Seeds, between commas. Without them: the words listed by now."),
    ] = None,
    category: Annotated[
        str | None, typer.Option("--category", metavar="NAME", help="Of these only one category.")
    ] = None,
    most: Annotated[int, typer.Option("-n", min=1, help="How many candidates of each kind.")] = 30,
    least: Annotated[
        int, typer.Option("--min-count", min=2, help="How often one must stand there, in half as many articles.")
    ] = 8,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="FILE", help="Write a sheet to accept from: a .csv file, or a folder."),
    ] = None,
    lexicon: Lexicons = None,
    own: OwnLayers = True,
    column: ColumnNames = None,
) -> None:
    """
    Suggest words for a list, out of CORPUS.

    Nothing is listed by itself: in the sheet every row waits until somebody empties its cell `action`.
    """
    columns = parse_columns(column)
    if like and category:
        raise typer.BadParameter("give the seeds themselves or their category, not both", param_hint="--category")
    from framing.candidates import Request, write_sheet
    from framing.candidates import suggest as find_candidates
    from framing.cli.lexicon.reading import read_corpus_with
    from framing.lexicon import find_layers, load_layers
    from framing.publish import publish_bytes

    sheet = _expect_free(out) if out else None
    lexicons = load_layers(find_layers(lexicon or (), own=own))
    _expect_category(category, lexicons)
    with show_progress() as progress:
        read = read_corpus_with(corpus, lexicons, columns, progress)
        progress("looking for words", 0, 1)
        tables = {"articles": read.articles, "sentences": read.sentences, "quotes": read.quotes}
        found = find_candidates(tables, lexicons, Request(parse_measures(like), category, most, least))
    echo_notes((*read.notes, *found.notes))
    typer.echo(clean("\n".join(describe(found.candidates))))
    if sheet:
        publish_bytes(sheet.parent, {sheet.name: write_sheet(found.candidates).encode("utf-8", "replace")})
        typer.echo(clean(f"\nWritten: {sheet}. To accept a row, empty its cell `action`; to refuse it, delete it."))


def _expect_free(out: Path) -> Path:
    """The sheet's path; what somebody may be at work on is not written over."""
    from framing.cli.steps import expect_writable
    from framing.errors import OutputError

    sheet = out if out.suffix.lower() == ".csv" else out / SHEET
    expect_writable(sheet.parent)
    if sheet.exists():
        raise OutputError("it is there already, perhaps with rows accepted", "give another name with -o", sheet)
    return sheet


def _expect_category(category: str | None, lexicons: Layers) -> None:
    from framing.errors import FramingError
    from framing.lexicon.faults import nearest

    known = sorted({entry.category for entry in lexicons.in_force() if entry.kind == "loaded" and entry.loaded})
    if category is not None and category not in known:
        near = nearest(category, known)
        fix = f"did you mean `{near}`?" if near else f"give one of {', '.join(known)}"
        raise FramingError(f"no list in force has the category `{category}`", fix)


def describe(candidates: pl.DataFrame) -> Iterator[str]:
    """The candidates of each kind, line by line, with their sentences."""
    for source, title in TITLES.items():
        rows = candidates.filter(candidates["source"] == source)
        if rows.height:
            yield f"\n{title}: {count(rows.height, 'candidate')}"
        for row in rows.iter_rows(named=True):
            yield f"  {row['term']}  {_figures(row)}"
            yield from (f"    {_line(place)}" for place in row["evidence"])
    if not candidates.height:
        yield "\nNothing to suggest."


def _figures(row: dict[str, Any]) -> str:
    where = f"{row['count']:,} × in {count(row['articles'], 'article')} of {count(row['outlets'], 'outlet')}"
    parts = [f"{row['score']:.2f}", where]
    if row["outlet"]:
        parts.insert(1, f"{row['outlet']}, q {row['q']:.2g}")
    if row["near"]:
        parts.append(f"like {', '.join(row['near'])}")
    if row["category"]:
        parts.append(f"category {row['category']}?")
    if row["forms"]:
        parts.append(f"also {', '.join(row['forms'])}")
    return "; ".join(parts)


def _line(place: dict[str, Any]) -> str:
    begin, end = place["start"] - place["offset"], place["end"] - place["offset"]
    before, after = place["sentence"][:begin], place["sentence"][end:]
    before = f"…{before[-_ASIDE:]}" if len(before) > _ASIDE else before
    after = f"{after[:_ASIDE]}…" if len(after) > _ASIDE else after
    text = " ".join(f"{before}[[{place['sentence'][begin:end]}]]{after}".split())
    return f"{place['outlet']}, {place['article']}: {text}"
