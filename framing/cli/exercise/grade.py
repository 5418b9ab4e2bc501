"""`framing exercise grade`: what a class answered, as a page to talk about."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli.exercise.build import Pack
from framing.cli.terminal import clean
from framing.numerals import count

SHOWN = 20


def grade(
    pack: Pack,
    answers: Annotated[
        list[Path],
        typer.Argument(
            metavar="ANSWERS",
            help="Files with answer codes (.txt, .csv, .xlsx), tables of marks or of raised hands, or the JSON of "
            "Label Studio or doccano.",
        ),
    ],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="DIR", help="The folder for the class.")],
    before: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="Answers of the round before the talk. Repeatable.")
    ] = None,
    readers: Annotated[int, typer.Option(min=0, help="How many readers a tally of hands speaks of.")] = 0,
    least: Annotated[int, typer.Option("--min-readers", min=5, help="Fewer readers are not shown word by word.")] = 5,
    forget: Annotated[
        bool, typer.Option("--forget", help="Delete the files of answers once the folder is written.")
    ] = False,
) -> None:
    """
    Count what a class marked, beside what the list marks.

    It writes class.html to project, tables, and words for the class's own list, which wait for you to accept them.
    """
    from framing.cli.steps import expect_writable
    from framing.exercise.classroom.answers import collect_answers
    from framing.exercise.classroom.grading import LEXICON, PAGE, write_class
    from framing.exercise.store import load_exercise

    expect_writable(out)
    exercise = load_exercise(pack)
    collected = collect_answers(answers, exercise, readers)
    earlier = collect_answers(before, exercise, readers) if before else None
    write_class(exercise, collected, out, earlier, least)
    for one in collected.set_aside[:SHOWN]:
        typer.echo(clean(f"not used: {one.place}: {one.reason}"), err=True)
    if len(collected.set_aside) > SHOWN:
        typer.echo(f"not used: and {len(collected.set_aside) - SHOWN:,} more, listed in {PAGE}", err=True)
    for note in collected.notes:
        typer.echo(clean(f"note: {note}"))
    present = max(len(collected.readers), collected.present)
    typer.echo(f"{count(present, 'reader')} read, {count(len(collected.set_aside), 'answer')} not used.")
    if present < least:
        typer.echo(f"With fewer than {least} readers nothing is shown word by word.")
    typer.echo(clean(f"Written: {out / PAGE}; words to accept or refuse: {out / LEXICON}."))
    if forget:
        _forget([*answers, *(before or ())])


def _forget(paths: list[Path]) -> None:
    """Delete regular files, and name each."""
    for path in dict.fromkeys(paths):
        if path.is_file() and not path.is_symlink():
            path.unlink()
            typer.echo(clean(f"Deleted: {path}"))
