"""An evaluation as a Markdown page that can be read from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from framing.numerals import count
from framing.publish import publish
from framing.report.markdown import plain, plain_inside
from framing.validation.annotated import Annotated
from framing.validation.cells import write_csv
from framing.validation.evaluation import Evaluation
from framing.validation.wording import NO_RECALL, RIGHT, Row, list_categories, list_entries, list_set_aside

ENTRIES = 50
WRONG = 3  # sentences of an entry


def render_evaluation(found: Evaluation, annotated: Annotated, lexicon: str) -> str:
    """
    The page.

    Args:
        found: the figures.
        annotated: what was read.
        lexicon: what was evaluated, by name.
    """
    return "\n".join([*_document(found, annotated, lexicon), ""])


def write_evaluation(found: Evaluation, annotated: Annotated, lexicon: str, out: Path) -> None:
    """
    Write evaluation.md, and the tables as CSV beside it, into a folder.

    Raises:
        OutputError: the folder can't be written.
    """
    page = render_evaluation(found, annotated, lexicon)
    tables = {"categories": found.categories, "entries": found.entries, "wrong": found.wrong}
    writers = {f"{name}.csv": partial(write_csv, table) for name, table in tables.items()}
    writers["set_aside.csv"] = partial(write_csv, annotated.set_aside)
    publish(out, {"evaluation.md": partial(_write_text, page), **writers})


def _write_text(text: str, path: Path) -> None:
    path.write_text(text, "utf-8", errors="replace", newline="\n")


def _document(found: Evaluation, annotated: Annotated, lexicon: str) -> Iterator[str]:
    yield f"# {plain(lexicon)} against people's marks\n"
    yield f"{count(len(annotated.texts), 'text')} read. {RIGHT} {'' if found.whole else NO_RECALL}\n"
    yield from (f"- {plain(note)}" for note in annotated.notes)
    yield "\n## By category\n"
    yield "With 95 % intervals, from texts drawn again.\n"
    yield from _table(list_categories(found.categories, found.whole))
    yield "## By entry\n"
    yield f"Those with most wrong marks first, {ENTRIES} at most; 95 % intervals by Wilson.\n"
    yield from _table(list_entries(found.entries.head(ENTRIES)))
    yield "## Wrong marks\n"
    yield "What the list marks and people did not. They may have overlooked it.\n"
    yield from _wrong(found)
    if annotated.set_aside.height:
        yield f"\n## Set aside ({annotated.set_aside.height:,})\n"
        yield from _table(list_set_aside(annotated.set_aside))


def _wrong(found: Evaluation) -> Iterator[str]:
    by_entry = found.wrong.partition_by("entry", "category", maintain_order=True) if found.wrong.height else []
    for group in by_entry[:ENTRIES]:
        first = group.row(0, named=True)
        yield f"\n### {plain(first['term'])} ({plain(first['category'])}), {count(group.height, 'wrong mark')}\n"
        for row in group.head(WRONG).iter_rows(named=True):
            text, start, end = row["sentence"], row["start"], row["end"]
            pieces = (plain_inside(text[:start]), f"**{plain(text[start:end])}**", plain_inside(text[end:]))
            yield f"- {''.join(pieces).strip()} ({plain(row['place'])})"


def _table(rows: Sequence[Row]) -> Iterator[str]:
    for number, row in enumerate(rows):
        yield "| " + " | ".join(plain(f"{cell:,}" if isinstance(cell, int) else str(cell)) for cell in row) + " |"
        if not number:
            yield "|" + " --- |" * len(row)
    yield ""
