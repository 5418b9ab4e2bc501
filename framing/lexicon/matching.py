"""A plain matcher for the check: which entries stand in a sentence. Obvious rather than fast."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from framing.lexicon.model import Entry
from framing.lexicon.words import fold, tokens, words

_NONE: frozenset[int] = frozenset()


class Match(NamedTuple):
    """An entry found at words `start` … `end` (exclusive) of a text."""

    start: int
    end: int
    entry: Entry


class _Spelling(NamedTuple):
    entry: Entry
    cased: list[str] | None


class Matcher:
    """
    Finds entries in short texts, by the rules of the engine.

    Words are runs of letters and digits; a hyphen or an apostrophe parts words as a space does; other marks end a
    phrase. From each place the longest spelling counts, and none that starts inside an earlier one; an entry that
    stands inside one of its own `unless` contexts is not meant.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._spellings: dict[str, list[_Spelling]] = defaultdict(list)
        self._lengths: dict[str, set[int]] = defaultdict(set)
        self._prefixes: dict[str, list[Entry]] = defaultdict(list)
        self._prefix_sizes: set[tuple[int, int]] = set()
        for entry in entries:
            if entry.match == "prefix":
                self._add_prefix(entry)
            else:
                self._add(entry)

    def find(self, text: str) -> list[Match]:
        """The entries that stand in the text, in its order."""
        cased = tokens(text)
        folded = [token.casefold() for token in cased]
        found: list[Match] = []
        reached = 0
        for start in range(len(folded)):
            if start < reached:
                continue
            for end in self._ends(folded, start):
                entries = self._entries(cased, folded, start, end)
                if entries is not None:
                    meant = (entry for entry in entries if not _excused(entry, folded, start, end))
                    found.extend(Match(start, end, entry) for entry in meant)
                    reached = end
                    break
        return found

    def finds(self, entry: Entry, text: str) -> bool:
        """Whether this very entry is found in the text."""
        return any(match.entry is entry for match in self.find(text))

    def _list(self, parts: list[str]) -> list[_Spelling]:
        if parts:
            self._lengths[parts[0].casefold()].add(len(parts))
        return self._spellings[" ".join(parts).casefold()]

    def _add(self, entry: Entry) -> None:
        for spelling in entry.spellings:
            parts = words(spelling)
            listed = self._list(parts)
            if all(other.entry is not entry for other in listed[-1:]):
                listed.append(_Spelling(entry, parts if entry.match == "cased" else None))

    def _add_prefix(self, entry: Entry) -> None:
        for spelling in entry.spellings:
            key = fold(spelling)
            if key:
                self._prefixes[key].append(entry)
                self._prefix_sizes.add((len(key.split()), len(key)))

    def _ends(self, folded: list[str], start: int) -> Sequence[int]:
        """Where a spelling that starts here may end, the longest first."""
        lengths = self._lengths.get(folded[start], _NONE)
        if self._prefix_sizes:
            lengths = lengths | {count for count, _ in self._prefix_sizes}
        if not lengths:
            return ()
        return sorted((start + length for length in lengths if start + length <= len(folded)), reverse=True)

    def _entries(self, cased: list[str], folded: list[str], start: int, end: int) -> list[Entry] | None:
        """The entries spelt so; None if nothing is spelt so."""
        joined = " ".join(folded[start:end])
        spelt = self._spellings.get(joined)
        found = [s.entry for s in spelt or () if s.cased is None or s.cased == cased[start:end]]
        for count, size in self._prefix_sizes:
            if count == end - start:
                found.extend(self._prefixes.get(joined[:size], ()))
        return found or None


def _excused(entry: Entry, folded: list[str], start: int, end: int) -> bool:
    """Whether the words stand inside a context in which the entry is not meant."""
    for context in entry.unless:
        parts = [part.casefold() for part in words(context)]
        for first in range(max(0, end - len(parts)), start + 1):
            if parts and folded[first : first + len(parts)] == parts:
                return True
    return False
