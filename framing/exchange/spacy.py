"""Patterns for spaCy's EntityRuler, a line of JSON each."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from framing.exchange.model import Writer
from framing.lexicon import Entry
from framing.lexicon.words import tokens


def write(entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """Label LOADED_<CATEGORY>, id the entry's citation; words are compared in small letters, unless case matters."""
    lines = []
    for entry in entries:
        label = "LOADED_" + "_".join(entry.category.upper().split())
        for spelling in entry.spellings:
            if pattern := _pattern(entry, spelling):
                lines.append(json.dumps({"label": label, "pattern": pattern, "id": entry.citation}, ensure_ascii=False))
    return {"patterns.jsonl": ("\n".join(lines) + "\n").encode()}


def _pattern(entry: Entry, spelling: str) -> list[dict[str, object]]:
    """A token each; hyphens are tokens of their own for spaCy."""
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
        pieces += ["-"] * bool(number) + ([piece] if piece and tokens(piece) else [])
    return pieces


TO_SPACY = Writer("spacy", "spaCy EntityRuler patterns", frozenset({"match"}), True, write)
