"""Spellings found in the words of a buffer: the longest from each place on, none starting inside another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from framing.text.arrays import Bools, Ints, inside_ranges, places
from framing.text.kinds import Kind
from framing.text.vocabulary import ABBREVIATION, LISTED, Vocabulary
from framing.text.words import APOSTROPHE, HYPHEN, SPACE, SPEECH, STOP, Sheet


@dataclass(frozen=True)
class Found:
    """Matches in order: first and last word, and which spelling."""

    first: Ints
    last: Ints
    which: Ints

    def where(self, keep: Bools | Ints) -> Found:
        """The matches that `keep` picks."""
        at = places(keep)
        return Found(self.first.take(at), self.last.take(at), self.which.take(at))


def _joined(sheet: Sheet, vocabulary: Vocabulary, word: Ints) -> Bools:
    """Whether words may go on a phrase: nothing but a space, hyphen, apostrophe or an abbreviation's stop is before."""
    marks = sheet.marks.take(word) & np.uint8(255 - SPEECH)
    plain = (marks & np.uint8(255 - SPACE - HYPHEN - APOSTROPHE)) == 0
    short = marks == STOP | SPACE
    initial = sheet.capital.take(word - 1) & (sheet.end.take(word - 1) - sheet.start.take(word - 1) == 1)
    short &= initial | (vocabulary.traits.take(sheet.word.take(word - 1)) & ABBREVIATION > 0)  # "J. Orlan", "St. Ives"
    out: Bools = plain | (marks == STOP) | short  # the stops inside "U.S."
    return out


def find_matches(sheet: Sheet, vocabulary: Vocabulary) -> tuple[Found, Found, Found]:
    """All terms, all names, and all contexts in which an entry is not meant (these may overlap)."""
    paths = _walk(sheet, vocabulary)
    names = _longest(_of_layer(paths, vocabulary.name))
    names = _keep_apart(names.where(sheet.capital.take(names.first)))
    names = names.where(_stands_alone(sheet, names))
    shouts = sheet.text.take(sheet.start.take(names.first) + 1) - np.uint8(ord("a")) >= 26
    names = names.where(shouts | ~vocabulary.shouted.take(names.which))  # "US", but not "Us"
    contexts = _of_layer(paths.where(paths.last > paths.first), vocabulary.context)
    return _keep_apart(_longest(_of_layer(paths, vocabulary.term))), names, contexts


def _walk(sheet: Sheet, vocabulary: Vocabulary) -> Found:
    """Every word and phrase of the vocabulary's tree, `which` being its node; shorter ones from a word on first."""
    word, single = sheet.word, sheet.with_trait(LISTED)
    opens, follows = vocabulary.opens.take(word[:-1]), vocabulary.follows.take(word[1:])
    first = np.flatnonzero(opens & follows > 0)  # a first look at pairs: most cannot begin a phrase
    last, node = first, word.take(first)
    found = [(single, single, word.take(single))]
    while first.size:
        last = np.minimum(last + 1, len(word) - 1)
        goes_on, node = vocabulary.step(node, word.take(last))
        joined = np.flatnonzero(_joined(sheet, vocabulary, last.take(goes_on)))
        goes_on, node = goes_on.take(joined), node.take(joined)
        first, last = first.take(goes_on), last.take(goes_on)
        found.append((first, last, node))
    paths = Found(*(np.concatenate(column) for column in zip(*found, strict=True)))
    return paths.where(np.argsort(paths.first, kind="stable"))


def _of_layer(paths: Found, known: Ints) -> Found:
    """The paths that are spellings of a layer; `known` gives a node's place in the layer or -1."""
    which = known.take(paths.which)
    return Found(paths.first, paths.last, which).where(which >= 0)


def _longest(found: Found) -> Found:
    """The longest match from each word on."""
    return found.where(found.first != np.append(found.first[1:], -1))


def _stands_alone(sheet: Sheet, names: Found) -> Bools:
    """A single word beside another capitalised one is part of another name: "New Mexico", "Melania Trump"."""
    before, after = sheet.kind.take(names.first - 1), sheet.kind.take(names.last + 1)
    beside = (before == Kind.NAME) & (sheet.marks.take(names.first) == SPACE)
    beside |= (after == Kind.NAME) & (sheet.marks.take(names.last + 1) == SPACE)
    for neighbour in (names.first - 1, names.last + 1):
        beside &= ~inside_ranges(neighbour, names.first, names.last)
    out: Bools = ~beside | (names.last > names.first)
    return out


def _keep_apart(found: Found) -> Found:
    """Without the matches that start inside an earlier one."""
    reached = np.concatenate([[-1], np.maximum.accumulate(found.last)[:-1]]) if found.last.size else found.last
    return found.where(found.first > reached)


def drop_inside(found: Found, over: Found) -> Found:
    """The matches that share no word with those in `over`."""
    if not over.first.size:
        return found
    at = np.searchsorted(over.first, found.last, "right") - 1
    shares = (at >= 0) & (over.last.take(np.maximum(at, 0)) >= found.first)
    return found.where(~shares)
