"""Patterns for spaCy's EntityRuler, a line of JSON each."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from framing.exchange.model import Writer, lose_plain
from framing.lexicon import Entry
from framing.lexicon.words import tokens

_ENDING = re.compile(r"(.+?)(n't|'(?:s|re|ve|ll|d|m)|(?<=s)')", re.IGNORECASE)  # what spaCy's English tokenizer parts


def write(entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """
    Label LOADED_<CATEGORY>, id the entry's citation; words are compared in small letters, unless case matters.

    Plain verbs of saying are left out: their label would say what they are not.
    """
    lines = []
    for entry in (one for one in entries if one.loaded):
        label = "LOADED_" + "_".join(entry.category.upper().split())
        for spelling in entry.spellings:
            if pattern := _pattern(entry, spelling):
                lines.append(json.dumps({"label": label, "pattern": pattern, "id": entry.citation}, ensure_ascii=False))
    return {"patterns.jsonl": ("\n".join(lines) + "\n").encode()}


def _pattern(entry: Entry, spelling: str) -> list[dict[str, object]]:
    """A token each; hyphens and endings such as 's are tokens of their own for spaCy."""
    parts = [part for word in spelling.rstrip("*").split() for part in _split(word)]
    if entry.match == "cased":
        return [{"TEXT": part} for part in parts]
    made: list[dict[str, object]] = [{"LOWER": part.casefold()} for part in parts]
    if entry.match == "prefix" and made:
        made[-1] = {"LOWER": {"REGEX": "^" + "".join(f"\\{m}" if not m.isalnum() else m for m in parts[-1].casefold())}}
    return made


def _split(word: str) -> list[str]:
    pieces: list[str] = []
    for number, piece in enumerate(word.split("-")):
        found = _ENDING.fullmatch(piece)
        ends = [part for part in found.groups() if part] if found else [piece]
        pieces += ["-"] * bool(number) + [end for end in ends if end == "'" or tokens(end)]
    return pieces


TO_SPACY = Writer("spacy", "spaCy EntityRuler patterns", frozenset({"match"}), True, write, lose_plain)
