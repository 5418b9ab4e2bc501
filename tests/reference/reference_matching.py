"""Lexicon entries, names and contexts found by trying every phrase at every word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reference_text import SMALL, Lists, Text, fold

from framing.text.kinds import ABBREVIATIONS, Kind

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """First and last word, and the place of what was found in its list."""

    first: int
    last: int
    which: int


@dataclass
class Phrases:
    """Phrases by the words they are made of, and how long those that begin with a word may be."""

    places: dict[Path, int] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)

    @staticmethod
    def of(phrases: Sequence[Path]) -> Phrases:
        """The first of equal ones counts."""
        listed = Phrases()
        for place, path in enumerate(phrases):
            if path:
                listed.places.setdefault(path, place)
                listed.longest[path[0]] = max(len(path), listed.longest.get(path[0], 0))
        return listed

    def at(self, text: Text, first: int) -> Iterator[Match]:
        """All phrases that begin at a word, longest first."""
        words, path, found = text.words, [], []
        for last in range(first, min(first + self.longest.get(words[first].known, 0), len(words))):
            if last > first and not goes_on(text, last):
                break
            path.append(words[last].known)
            if tuple(path) in self.places:
                found.append(Match(first, last, self.places[tuple(path)]))
        return reversed(found)


@dataclass
class Matcher:
    """Everything that is looked for."""

    terms: Phrases
    names: Phrases
    contexts: Phrases
    shouted: frozenset[int]

    @staticmethod
    def of(lists: Lists) -> Matcher:
        """The spellings and contexts of the entries, and the names, as paths of folded words."""
        written = {}
        for entry in lists.terms.entries:
            for phrase in (*entry.spellings, *entry.unless):
                written[" ".join(words_of(phrase))] = written[" ".join(path_of(phrase))] = path_of(phrase)
        terms = Phrases.of([written[spelling] for spelling in lists.terms.spellings])
        for prefix, place in lists.prefixes.items():
            for word in lists.kinds:
                if word.startswith(prefix):
                    terms.places.setdefault((word,), place)
                    terms.longest.setdefault(word, 1)
        return Matcher(
            terms=terms,
            names=Phrases.of([path_of(name) for name in lists.cast.names]),
            contexts=Phrases.of([written[context] for context in lists.terms.contexts]),
            shouted=frozenset(place for place, name in enumerate(lists.cast.names) if name.isupper()),
        )

    def find_names(self, text: Text) -> list[Match]:
        """
        Names that begin with a capital. One word beside another name's word does not count ("New Mexico"); a name in
        capitals ("US") must have them.
        """
        found = [match for match in longest(text, self.names) if text.words[match.first].capital]
        taken = {i for match in apart(found) for i in range(match.first, match.last + 1)}
        return [
            match for match in apart(found) if not is_part_of_other(text, match, taken) and self.is_as_loud(text, match)
        ]

    def is_as_loud(self, text: Text, match: Match) -> bool:
        """A name in capitals is not the same word in small letters."""
        second = text.plain[text.words[match.first].start + 1]
        return match.which not in self.shouted or second not in SMALL

    def find_terms(self, text: Text, names: Sequence[Match]) -> list[Match]:
        """Spellings of entries that share no word with a name."""
        taken = {i for match in names for i in range(match.first, match.last + 1)}
        return [m for m in apart(longest(text, self.terms)) if taken.isdisjoint(range(m.first, m.last + 1))]

    def find_contexts(self, text: Text) -> list[Match]:
        """All phrases in which an entry is not meant; they may overlap."""
        return [match for i in range(len(text.words)) for match in self.contexts.at(text, i)]


def words_of(phrase: str) -> list[str]:
    """The words of a phrase as a list has it."""
    return re.findall(r"[^\W_]+", phrase.lower())


def path_of(phrase: str) -> Path:
    """The same, folded."""
    return tuple(fold(word) for word in words_of(phrase))


def longest(text: Text, phrases: Phrases) -> list[Match]:
    """The longest phrase that begins at each word."""
    found = (next(iter(phrases.at(text, i)), None) for i in range(len(text.words)))
    return [match for match in found if match]


def apart(matches: Sequence[Match]) -> list[Match]:
    """Without those that start inside an earlier one."""
    out, reached = [], -1
    for match in matches:
        if match.first > reached:
            out.append(match)
        reached = max(reached, match.last)
    return out


def goes_on(text: Text, i: int) -> bool:
    """
    May a phrase go on with this word? Nothing but a space, a hyphen or an apostrophe stands before it, or the stop of
    an abbreviation or initial ("St. Petersburg"), or a stop without a space ("U.S."). Quotation marks don't count.
    """
    marks = text.words[i].gap - {"speech"}
    if marks <= {"space", "hyphen", "apostrophe"} or marks == {"stop"}:
        return True
    before = text.words[i - 1]
    initial = len(before.text) == 1 and before.capital
    return marks == {"stop", "space"} and (initial or before.known in ABBREVIATIONS)


def is_part_of_other(text: Text, match: Match, taken: set[int]) -> bool:
    """Does a capitalised word that is in no list of names stand beside a name of one word?"""
    if match.last > match.first:
        return False
    before, after = match.first - 1, match.last + 1
    beside = [i for i, gap in ((before, match.first), (after, after)) if is_name_beside(text, i, gap)]
    return bool(beside) and taken.isdisjoint({before, after})


def is_name_beside(text: Text, i: int, gap: int) -> bool:
    """Is a word a name, with only a space in the gap?"""
    return text.words[i].kind == Kind.NAME and text.words[gap].gap == {"space"}
