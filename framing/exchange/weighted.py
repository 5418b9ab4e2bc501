"""Lists of words with numbers: VADER's, NRC EmoLex, labMT and NRC-VAD as tables of tabs, and plain lists of words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from framing.exchange.model import TO, Foreign, Lost, Reader, Scale, Writer
from framing.exchange.opening import open_text
from framing.exchange.terms import add_term, lines_of, weigh
from framing.lexicon import Entry

VADER_SCALE: Scale = (-4.0, 4.0)
_VADER = re.compile(r"^\S.*\t\s*-?\d[\d.]*\s*\t\s*\d[\d.]*\s*\t\s*\[")  # without ratings: some table of numbers
_EMOLEX = re.compile(r"^[^\t]+\t[^\t\d]+\t[01]\s*$")
_PAIR = re.compile(r"^[^\t]+\t\s*-?\d[\d.,]*(e-?\d+)?\s*$", re.IGNORECASE)


def _most(text: str, pattern: re.Pattern[str]) -> bool:
    lines = [line for line in lines_of(text) if line.strip()][:50]
    return bool(lines) and 2 * sum(bool(pattern.match(line)) for line in lines) > len(lines)


def fits_vader(text: str) -> bool:
    """Word, mean, standard deviation, ratings in brackets, with tabs between."""
    return _most(text, _VADER)


def read_vader(path: Path, scale: Scale | None) -> Foreign:
    """Means from -4 to +4 become valences from -3 to +3; emoticons can't be kept."""
    into = Foreign()
    for number, line in enumerate(lines_of(open_text(path)), 1):
        parts = line.split("\t")
        place = f"{path.name}:{number}"
        if len(parts) > 1:
            valence, _ = weigh(into, place, parts[1], scale or VADER_SCALE)
            if valence:
                add_term(into, place, parts[0], path.stem, valence)
        elif line.strip():
            into.lose(place, "a line without a number", line)
    return into


def write_vader(entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """Single words and their forms with the strongest value of each entry; words of no value are left out."""
    values: dict[str, float] = {}
    for entry in entries:
        for spelling in entry.spellings:
            word = spelling.lower()  # as VADER itself does; casefold would turn ß into ss
            if " " not in word and _has_place(entry):
                values[word] = max(values.get(word, 0.0), entry.strongest * VADER_SCALE[1] / TO, key=abs)
    lines = [f"{word}\t{value:.2f}\t0.0\t{[round(value)] * 10}" for word, value in sorted(values.items())]
    return {"vader_lexicon.txt": ("\n".join(lines) + "\n").encode()}


def _has_place(entry: Entry) -> bool:
    return entry.match != "prefix" and bool(entry.strongest)


def _lose(entries: Sequence[Entry]) -> Lost:
    words = [entry.term.lower() for entry in entries if " " not in entry.term and _has_place(entry)]
    return {
        "prefixes": sum(entry.match == "prefix" for entry in entries),
        "words of no value": sum(entry.match != "prefix" and not entry.strongest for entry in entries),
        "words that stand in several categories, of which the strongest value is kept": len(words) - len(set(words)),
    }


def fits_emolex(text: str) -> bool:
    """Word, affect, 0 or 1."""
    return _most(text, _EMOLEX)


def read_emolex(path: Path, scale: Scale | None) -> Foreign:
    """NRC EmoLex in its long form: a word belongs to an affect where a 1 stands."""
    into = Foreign()
    for number, line in enumerate(lines_of(open_text(path)), 1):
        parts = [part.strip() for part in line.split("\t")]
        if len(parts) == 3 and parts[2] in ("0", "1"):
            if parts[2] == "1":
                add_term(into, f"{path.name}:{number}", parts[0], parts[1])
        elif line.strip():
            into.lose(f"{path.name}:{number}", "a line that is not word, affect, 0 or 1", line)
    return into


def fits_pairs(text: str) -> bool:
    """Word and number, with a tab between."""
    return _most(text, _PAIR)


def read_pairs(path: Path, scale: Scale | None) -> Foreign:
    """labMT, NRC-VAD and the like, a dimension a file: without a scale the number is kept beside, and says nothing."""
    into = Foreign()
    for number, line in enumerate(lines_of(open_text(path)), 1):
        parts = line.split("\t")
        place = f"{path.name}:{number}"
        if len(parts) == 2 and (found := weigh(into, place, parts[1], scale)) != ("", ""):
            add_term(into, place, parts[0], path.stem, *found)
        elif line.strip() and len(parts) != 2:
            into.lose(place, "a line that is not a word and a number", line)
    return into


def fits_list(text: str) -> bool:
    """Lines without tabs."""
    return "\t" not in text


def read_list(path: Path, scale: Scale | None) -> Foreign:
    """A word a line; lines that begin with ; or # are comments. The file's name is the category."""
    into = Foreign()
    for number, line in enumerate(lines_of(open_text(path)), 1):
        text = line.strip()
        if text and text[0] not in ";#":
            add_term(into, f"{path.name}:{number}", text, path.stem)
    return into


VADER = Reader("vader", "VADER", (".txt",), fits_vader, read_vader)
EMOLEX = Reader("nrc", "NRC EmoLex", (".txt", ".tsv"), fits_emolex, read_emolex)
PAIRS = Reader("tsv", "word and number (labMT, NRC-VAD)", (".tsv", ".txt"), fits_pairs, read_pairs)
LIST = Reader("list", "a word a line", (".txt",), fits_list, read_list)
TO_VADER = Writer("vader", "VADER", frozenset({"valence"}), False, write_vader, _lose, categories=False)
