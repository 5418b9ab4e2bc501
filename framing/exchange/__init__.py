"""Lexicons of other tools, read and written; what can't be carried over is named, never dropped in silence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from framing.errors import LexiconError
from framing.exchange import lexicoder, liwc, quanteda, spacy, tables, vale, weighted, wordstat
from framing.exchange.model import Foreign, Loss, Reader, Scale, Writer
from framing.exchange.opening import open_text
from framing.exchange.terms import WEIGHT
from framing.lexicon import Entry
from framing.numerals import count

__all__ = ["READERS", "WRITERS", "Foreign", "Loss", "count_losses", "read_foreign"]

READERS: dict[str, Reader] = {
    reader.name: reader
    for reader in (
        liwc.DIC, liwc.DICX, quanteda.QUANTEDA, lexicoder.LC3, lexicoder.LCD, lexicoder.YKD, wordstat.WORDSTAT,
        weighted.VADER, weighted.EMOLEX, weighted.PAIRS, tables.CSV, tables.XLSX, weighted.LIST,
    )
}  # fmt: skip
"""Name → format that is read; where endings are shared, the first that fits a file is taken."""
WRITERS: dict[str, Writer] = {
    writer.name: writer
    for writer in (
        liwc.TO_DIC, liwc.TO_DICX, quanteda.TO_QUANTEDA, weighted.TO_VADER, vale.TO_VALE, spacy.TO_SPACY,
        tables.TO_CSV, tables.TO_XLSX,
    )
}  # fmt: skip
"""Name → format that is written."""
VALUES = {
    "valence": "values of whoever a word is said of", "subject": "values of who does it", "plain": "plainer words",
    "object": "values of whom it is done to", "owner": "values of whose it is", "intensity": "intensities",
    "pos": "parts of speech", "set": "connotation sets", "unless": "contexts in which a word is plain", "note": "notes",
    "source": "sources", "hit": "sentences in which it must be found", "miss": "sentences in which it must not",
}  # fmt: skip


def read_foreign(path: Path, name: str | None = None, scale: Scale | None = None) -> Foreign:
    """
    A list of another tool.

    Args:
        path: the file.
        name: of READERS; None: told from the file's ending and content.
        scale: least and greatest weight of the list, to make valences of its weights.

    Raises:
        LexiconError: it can't be read, or nobody can tell what it is.
    """
    reader = READERS[name] if name else detect(path)
    found = reader.read(path, scale)
    found.format = reader.name
    if scale is None and (kept := sum(bool(row.get(WEIGHT)) for row in found.rows)):
        what = f"{count(kept, 'weight')} in the column {WEIGHT}; --scale LOW,HIGH makes valences of them"
        found.lose(path.name, "weights of an unknown scale", what)
    if not found.rows:
        lost = f" ({found.losses[0]})" if found.losses else ""
        raise LexiconError(
            f"no word of it can be used{lost}", f"is it {reader.title}? --format says what it is", path.name
        )
    return found


def detect(path: Path) -> Reader:
    """The format of a file, by its ending and, where several have that ending, by its content."""
    ending = path.suffix.casefold()
    fitting = [reader for reader in READERS.values() if ending in reader.endings]
    if len(fitting) == 1:
        return fitting[0]
    text = open_text(path)
    among = fitting or list(READERS.values())
    otherwise = tables.CSV if ending in (".csv", ".tsv") else None
    chosen = next((reader for reader in among if reader.fits(text)), otherwise)
    if chosen is None:
        names = ", ".join(reader.name for reader in among)
        raise LexiconError("nobody can tell what it is", f"say so with --format: {names}", path.name)
    return chosen


def count_losses(writer: Writer, entries: Sequence[Entry]) -> list[str]:
    """What a format can't hold of these entries, a line a kind with its count."""
    lost = []
    for column, name in VALUES.items():
        held = [entry for entry in entries if getattr(entry, column) not in ("", (), None)]
        if column == "intensity":
            held = [entry for entry in held if entry.intensity != 1]
        if held and column not in writer.carries:
            lost.append(f"{name}: {count(len(held), 'entry', 'entries')}")
    cased = [entry for entry in entries if entry.match in ("cased", "exact")]
    if cased and "match" not in writer.carries:
        lost.append(f"that case or form matters: {count(len(cased), 'entry', 'entries')}")
    phrases = [entry for entry in entries if " " in entry.term]
    if phrases and not writer.phrases:
        lost.append(f"terms of several words: {count(len(phrases), 'entry', 'entries')}")
    if entries and not writer.categories:
        lost.append(f"categories: {count(len(entries), 'entry', 'entries')}")
    whole = writer.loses(entries).items()
    return lost + [f"{kind}: {count(number, 'entry', 'entries')}" for kind, number in whole if number]
