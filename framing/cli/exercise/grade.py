"""`framing exercise grade`: what a class answered, as a page to talk about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.exercise.build import Pack
from framing.cli.terminal import clean
from framing.numerals import count

if TYPE_CHECKING:
    from framing.exercise.classroom.collected import Collected

SHOWN = 20


def grade(
    pack: Pack,
    answers: Annotated[
        list[Path],
        typer.Argument(
            metavar="ANSWERS",
            help="Files with answer codes (.txt, .csv, .xlsx), sheets of marks or of raised hands, or the JSON of "
            "Label Studio or doccano; or folders of them.",
        ),
    ],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="DIR", help="The folder for the class.")],
    before: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="PATH",
            help="The round before the talk: the folder that was written for it, or its files. Repeatable.",
        ),
    ] = None,
    readers: Annotated[int, typer.Option(min=0, help="How many readers a tally of hands speaks of.")] = 0,
    least: Annotated[int, typer.Option("--min-readers", min=5, help="What fewer readers answered is not shown.")] = 5,
    forget: Annotated[
        bool, typer.Option("--forget", help="Delete the files of answers that were used, once the folder is written.")
    ] = False,
) -> None:
    """
    Count what a class marked, beside what the list marks.

    It writes class.html to project, tables, and words for the class's own list, which wait for you to accept them.
    """
    from framing.cli.steps import expect_writable
    from framing.exercise.classroom.answers import collect_answers
    from framing.exercise.classroom.collected import Collected
    from framing.exercise.classroom.draft import LEXICON, SHEET
    from framing.exercise.classroom.grading import LOST, OVERLAP, PAGE, read_before, write_class
    from framing.exercise.store import load_exercise

    expect_writable(out)
    exercise = load_exercise(pack)
    collected = collect_answers(answers, exercise, readers)
    earlier = read_before(before, exercise, readers) if before else None
    files = write_class(exercise, collected, out, earlier, least)
    rounds = [one for one in (collected, earlier) if isinstance(one, Collected)]
    _print_remarks(rounds, out / LOST)
    lost = sum(len(one.lost) for one in rounds)
    typer.echo(f"{count(collected.present, 'reader')} read, {count(lost, 'answer')} not used.")
    if collected.present < least:
        typer.echo(f"With fewer than {least} readers nothing is shown word by word.")
    typer.echo(
        clean(f"Written: {out / PAGE} to project, {out / OVERLAP} for you alone, and {count(len(files) - 2, 'file')}.")
    )
    draft = out / LEXICON
    typer.echo(
        clean(f"Words for the class's own list: {draft / SHEET}. Empty `action` to accept one; use --lexicon {draft}")
    )
    if forget:
        _forget(rounds, {path.resolve() for path in (out / name for name in files)})


def _print_remarks(rounds: Sequence[Collected], sheet: Path) -> None:
    """What was not used, and what was used in another way than it was given."""
    lost = [f"not used: {one}" for answers in rounds for one in answers.lost]
    notes = [f"note: {one}" for answers in rounds for one in answers.notes]
    notes += [f"note: {answers.told_same()}" for answers in rounds if answers.same]
    for lines in (lost, notes):
        for line in lines[:SHOWN]:
            typer.echo(clean(line), err=True)
        if len(lines) > SHOWN:
            typer.echo(clean(f"and {len(lines) - SHOWN:,} more, in {sheet}"), err=True)


def _forget(rounds: Sequence[Collected], written: set[Path]) -> None:
    """
    Delete the files of which something was used, and name each; links, and files that were written just now, stay.

    Raises:
        OutputError: one can't be deleted.
    """
    from framing.errors import OutputError

    for path in dict.fromkeys(path for answers in rounds for path in answers.used):
        if path.is_symlink() or not path.is_file() or path.resolve() in written:
            typer.echo(clean(f"Kept: {path} is no regular file of answers."))
            continue
        try:
            path.unlink()
        except OSError as error:
            fault = f"it can't be deleted: {error.strerror}"
            raise OutputError(fault, "delete it yourself: it holds answers", path) from error
        typer.echo(clean(f"Deleted: {path}"))
    for path in dict.fromkeys(path for answers in rounds for path in answers.unused):
        typer.echo(clean(f"Kept: {path}: nothing in it was used."))
