"""LIWC dictionaries: .dic of 2007 and 2015 (MFD and MFD 2.0 are written so too) and .dicx of LIWC-22."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from framing.errors import LexiconError
from framing.exchange.model import Foreign, Reader, Scale, Writer
from framing.exchange.opening import open_text
from framing.exchange.terms import add_term, lines_of, weigh
from framing.lexicon import Entry

_HEAD = re.compile(r"^(\t*)[ \t]*(\d+)[ \t]+(\S.*?)[ \t]*$")
_BODY = re.compile(r"^\s*(.*?\S)[ \t]+(\S*\d[\d \t/]*)$")
_CONDITION = re.compile(r"(?<=\s)(?:<[^>]*>|\([\d \t]+\))\S*")


def fits_dic(text: str) -> bool:
    """A line that begins with a per cent sign, and a numbered category below it."""
    lines = [line for line in lines_of(text) if line.strip()]
    return len(lines) > 1 and lines[0].lstrip().startswith("%") and bool(_HEAD.match(lines[1]))


def read_dic(path: Path, scale: Scale | None) -> Foreign:
    """
    A .dic: read as people write it, with spaces for tabs, ids like 01, and categories that tabs nest.

    A nested category is called "parent.child". Conditions such as `<of>` or `(02 134)125/464` are left out and named.
    """
    lines = lines_of(open_text(path))
    marks = [number for number, line in enumerate(lines) if line.strip().startswith("%")][:2]
    if len(marks) < 2:
        raise LexiconError("no header between two lines that begin with %", "give a LIWC .dic, or --format", path.name)
    into = Foreign()
    names = _read_head(into, path.name, lines[marks[0] + 1 : marks[1]], marks[0] + 2)
    for number, line in enumerate(lines[marks[1] + 1 :], marks[1] + 2):
        if line.strip():
            _read_entry(into, f"{path.name}:{number}", line, names)
    return into


def _read_head(into: Foreign, file: str, lines: Sequence[str], first: int) -> dict[int, str]:
    names: dict[int, str] = {}
    parents: dict[int, str] = {}
    for number, line in enumerate(lines, first):
        found = _HEAD.match(line)
        if not found:
            if line.strip():
                into.lose(f"{file}:{number}", "a line of the header that is no category", line.strip())
            continue
        depth, code, name = len(found.group(1)), int(found.group(2)), " ".join(found.group(3).split())
        parent = next((parents[level] for level in range(depth - 1, -1, -1) if level in parents), "")
        parents = {level: one for level, one in parents.items() if level < depth}
        names[code] = parents[depth] = f"{parent}.{name}" if parent else name
    return names


def _read_entry(into: Foreign, place: str, line: str, names: Mapping[int, str]) -> None:
    begin = max(0, line.find("\t", len(line) - len(line.lstrip())))  # a term in front of a tab may hold brackets
    if found := _CONDITION.search(line, begin):
        into.lose(place, "a condition", found.group())
        line = line[:begin] + _CONDITION.sub(" ", line[begin:])
    parts = [part for part in line.split("\t") if part.strip()]
    if len(parts) > 1:
        term, codes = parts[0], " ".join(parts[1:]).split()
    elif found := _BODY.match(line):
        term, codes = found.group(1), found.group(2).split()
    else:
        into.lose(place, "an entry without a category", line.strip())
        return
    for code in codes:
        name = names.get(int(code)) if code.isascii() and code.isdigit() and len(code) < 9 else None
        if name is None:
            into.lose(place, "a category that the header does not define", f"{term.strip()} {code}")
        else:
            add_term(into, place, term, name)


def fits_dicx(text: str) -> bool:
    """A header whose first cell is DicTerm."""
    return text.lstrip("\ufeff").lstrip().lower().startswith(("dicterm", '"dicterm"'))


def read_dicx(path: Path, scale: Scale | None) -> Foreign:
    """A .dicx: a mark or a weight in a category's column puts the term into it."""
    rows = csv.reader(io.StringIO(open_text(path), newline=""))
    into = Foreign()
    try:
        header = [cell.strip() for cell in next(rows, [])]
        if not header or header[0].casefold() != "dicterm":
            raise LexiconError("the first cell is not DicTerm", "give a LIWC-22 .dicx, or --format", path.name)
        for cells in rows:
            place = f"{path.name}:{rows.line_num}"
            given = {name: cell.strip() for name, cell in zip(header[1:], cells[1:], strict=False)}
            for name, cell in given.items():
                _read_cell(into, place, cells[0], name, cell, scale)
            if any(map(str.strip, cells)) and not any(given.values()):
                into.lose(place, "an entry without a category", cells[0])
            for cell in filter(str.strip, cells[len(header) :]):
                into.lose(place, "a category that the header does not define", f"{cells[0]} {cell}")
    except csv.Error as error:
        raise LexiconError(f"no usable CSV: {error}", "save it as CSV again", f"{path.name}:{rows.line_num}") from error
    return into


def _read_cell(into: Foreign, place: str, term: str, name: str, cell: str, scale: Scale | None) -> None:
    if not cell or (cell == "0" and scale is None):
        return
    if cell.casefold() in ("x", "1", "true", "yes"):
        add_term(into, place, term, name)
    else:
        add_term(into, place, term, name, *weigh(into, place, cell, scale))


def write_dic(entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """Categories numbered from 1, every form a line of its own, tabs between."""
    names = list(dict.fromkeys(entry.category for entry in entries))
    codes = {name: number for number, name in enumerate(names, 1)}
    terms = _by_term(entries)
    lines = ["%", *(f"{code}\t{_flat(name)}" for name, code in codes.items()), "%"]
    lines += ["\t".join([term, *(str(codes[name]) for name in sorted(of, key=names.index))]) for term, of in terms]
    return {"lexicon.dic": ("\n".join(lines) + "\n").encode()}


def write_dicx(entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """A column a category, an X where a term belongs to it."""
    names = list(dict.fromkeys(entry.category for entry in entries))
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(["DicTerm", *map(_flat, names)])
    writer.writerows([term, *("X" if name in of else "" for name in names)] for term, of in _by_term(entries))
    return {"lexicon.dicx": written.getvalue().encode()}


def _by_term(entries: Sequence[Entry]) -> list[tuple[str, set[str]]]:
    """Every spelling, a prefix with its star, with its categories."""
    terms: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for spelling in entry.spellings:
            bare = _flat(spelling.rstrip("*"))
            terms[f"{bare}*" if entry.match == "prefix" else bare].add(entry.category)
    return sorted(terms.items())


def _flat(text: str) -> str:
    return " ".join(text.split())


DIC = Reader("liwc", "LIWC or MFD .dic", (".dic", ".txt"), fits_dic, read_dic, "conditions (`<of>`, `(02 134)125`)")
DICX = Reader("dicx", "LIWC-22 .dicx", (".dicx", ".csv"), fits_dicx, read_dicx)
TO_DIC = Writer("liwc", "LIWC .dic", frozenset(), True, write_dic)
TO_DICX = Writer("dicx", "LIWC-22 .dicx", frozenset(), True, write_dicx)
