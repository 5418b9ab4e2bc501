"""Spellings found in the words of a buffer: the longest from each place on, none starting inside another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from framing.text.arrays import Bools, Ints, inside_ranges
from framing.text.kinds import Kind
from framing.text.vocabulary import ABBREVIATION, Vocabulary
from framing.text.words import APOSTROPHE, HYPHEN, NEWLINE, SPACE, SPEECH, STOP, Sheet


@dataclass(frozen=True)
class Found:
    """Matches in order: first and last word, and which spelling."""

    first: Ints
    last: Ints
    which: Ints

    def where(self, keep: Bools | Ints) -> Found:
        """The matches that `keep` picks."""
        return Found(self.first[keep], self.last[keep], self.which[keep])


def _joined(sheet: Sheet, vocabulary: Vocabulary, word: Ints) -> Bools:
    """Whether words may go on a phrase: nothing but a space, hyphen, apostrophe or an abbreviation's stop is before."""
    marks = sheet.marks.take(word) & np.uint8(255 - SPEECH)
    plain = (marks & np.uint8(255 - SPACE - HYPHEN - APOSTROPHE)) == 0
    short = (marks & (STOP | SPACE | NEWLINE)) == STOP | SPACE
    short &= vocabulary.traits.take(sheet.word.take(word - 1)) & ABBREVIATION > 0  # "St. Petersburg"
    out: Bools = plain | (marks == STOP) | short  # the stops inside "U.S."
    return out


def find_matches(sheet: Sheet, vocabulary: Vocabulary) -> tuple[Found, Found, Found]:
    """All terms, all names, and all contexts in which an entry is not meant (these may overlap)."""
    layers = (vocabulary.term, vocabulary.name)
    at = np.flatnonzero(vocabulary.listed.take(sheet.word[:-1]))
    node: Ints = sheet.word.take(at).astype(np.int64)
    found = [known.take(node) for known in layers]
    reached = [at.copy() for _ in layers]
    contexts = []
    alive = np.flatnonzero(vocabulary.opens.take(node))
    last, node = at.take(alive), node.take(alive)
    while alive.size:
        last = np.minimum(last + 1, len(sheet.word) - 1)
        goes_on, node = vocabulary.step(node, sheet.word.take(last))
        joined = np.flatnonzero(_joined(sheet, vocabulary, last[goes_on]))
        goes_on, node = goes_on[joined], node[joined]
        alive, last = alive[goes_on], last[goes_on]
        for which, ends, known in zip(found, reached, layers, strict=True):
            hit = np.flatnonzero(known.take(node) >= 0)
            which[alive[hit]], ends[alive[hit]] = known.take(node[hit]), last[hit]
        here = np.flatnonzero(vocabulary.context.take(node) >= 0)
        contexts.append(Found(at.take(alive[here]), last[here], vocabulary.context.take(node[here])))
    found[1][~sheet.capital.take(at)] = -1
    names = _keep_apart(at, reached[1], found[1])
    names = names.where(_stands_alone(sheet, names))
    shouts = sheet.text.take(sheet.start.take(names.first) + 1) - np.uint8(ord("a")) >= 26
    names = names.where(shouts | ~vocabulary.shouted.take(names.which))  # "US", but not "Us"
    return _keep_apart(at, reached[0], found[0]), names, _concatenate(contexts)


def _concatenate(parts: list[Found]) -> Found:
    columns = (
        np.concatenate([np.zeros(0, np.int64), *(getattr(p, n) for p in parts)]) for n in ("first", "last", "which")
    )
    return Found(*columns)


def _stands_alone(sheet: Sheet, names: Found) -> Bools:
    """A single word beside another capitalised one is part of another name: "New Mexico", "Melania Trump"."""
    before, after = sheet.kind.take(names.first - 1), sheet.kind.take(names.last + 1)
    beside = (before == Kind.NAME) & (sheet.marks.take(names.first) == SPACE)
    beside |= (after == Kind.NAME) & (sheet.marks.take(names.last + 1) == SPACE)
    for neighbour in (names.first - 1, names.last + 1):
        beside &= ~inside_ranges(neighbour, names.first, names.last)
    out: Bools = ~beside | (names.last > names.first)
    return out


def _keep_apart(first: Ints, last: Ints, which: Ints) -> Found:
    """Matches only, without those that start inside an earlier one."""
    hit = np.flatnonzero(which >= 0)
    first, last, which = first.take(hit), last.take(hit), which.take(hit)
    reached = np.concatenate([[-1], np.maximum.accumulate(last)[:-1]]) if last.size else last
    return Found(first, last, which).where(np.flatnonzero(first > reached))


def drop_inside(found: Found, over: Found) -> Found:
    """The matches that share no word with those in `over`."""
    if not over.first.size:
        return found
    at = np.searchsorted(over.first, found.last, "right") - 1
    shares = (at >= 0) & (over.last.take(np.maximum(at, 0)) >= found.first)
    return found.where(~shares)
