"""Blocks that several articles share word for word: they count in the first of these articles and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby

import numpy as np
from numpy.typing import NDArray

from framing.corpus.marks import Mark, Passage, lines

_SENTENCE_WORDS = 8  # shorter sentences are alike by chance
_LINE_WORDS = 12
_BLOCK_WORDS = 20

_Shared = tuple[Passage, int]


def find_blocks(
    ids: Sequence[str],
    texts: Sequence[str],
    stories: Sequence[str],
    marks: Sequence[Sequence[Mark]],
    order: Sequence[int],
) -> list[list[Mark]]:
    """
    The stretches of every article that an earlier article of another story has word for word.

    A block is a line of 12 words, one sentence of 20, or two or more sentences of 8 in succession; short sentences
    between them belong to it. Speech alone is no block: reporters who heard the same words did not copy each other.
    Neither are articles of one story compared: these are copies as a whole, and only one of them is counted.

    Args:
        ids, texts, stories: of each article; `marks`: what is left out of it already.
        order: positions of the articles, the first to print a block before the others.

    Returns:
        new marks for each article, with the reason "shared with <id>".
    """
    hashes = [_long_hashes(_sentences(text, taken)) for text, taken in zip(texts, marks, strict=True)]
    in_several = _in_several(hashes)
    found: list[list[Mark]] = [[] for _ in texts]
    seen: dict[int, list[int]] = {}
    for row in order:
        if in_several.isdisjoint(hashes[row].tolist()):
            continue
        passages = list(_sentences(texts[row], marks[row]))
        sources = [_source(seen.get(hash(passage.key), ()), row, stories) for passage in passages]
        found[row] = _marks(passages, sources, ids)
        for passage in passages:
            if passage.words < _SENTENCE_WORDS or hash(passage.key) in in_several:
                _remember(seen.setdefault(hash(passage.key), []), row, stories)
    return found


def _sentences(text: str, marks: Iterable[Mark]) -> Iterator[Passage]:
    return chain.from_iterable(lines(text, marks))


def _long_hashes(passages: Iterable[Passage]) -> NDArray[np.int64]:
    """Hashes of the sentences that can make a block; they stand for them within one run and are never stored."""
    long = (hash(passage.key) for passage in passages if passage.words >= _SENTENCE_WORDS)
    return np.unique(np.fromiter(long, dtype=np.int64))


def _in_several(hashes: Sequence[NDArray[np.int64]]) -> set[int]:
    """The hashes that several articles have."""
    if not hashes:
        return set()
    values, counts = np.unique(np.concatenate(hashes), return_counts=True)
    return set(values[counts > 1].tolist())


def _source(rows: Iterable[int], row: int, stories: Sequence[str]) -> int:
    """The first article of another story that has the sentence, or -1."""
    return next((other for other in rows if stories[other] != stories[row]), -1)


def _remember(rows: list[int], row: int, stories: Sequence[str]) -> None:
    """Two articles of different stories are enough to find one of another story than any third."""
    if len(rows) < 2 and all(stories[other] != stories[row] for other in rows):
        rows.append(row)


def _marks(passages: Sequence[Passage], sources: Sequence[int], ids: Sequence[str]) -> list[Mark]:
    marks = []
    for is_shared, group in groupby(zip(passages, sources, strict=True), key=lambda pair: pair[1] >= 0):
        run = _without_short_ends(list(group)) if is_shared else []
        if _is_block([passage for passage, _ in run]):
            marks += [Mark(passage.start, passage.end, f"shared with {ids[source]}") for passage, source in run]
    return marks


def _without_short_ends(run: list[_Shared]) -> list[_Shared]:
    long = [place for place, (passage, _) in enumerate(run) if passage.words >= _SENTENCE_WORDS]
    return run[long[0] : long[-1] + 1] if long else []


def _is_block(run: Sequence[Passage]) -> bool:
    if all(passage.speech for passage in run):
        return False
    if len(run) == 1:
        return run[0].words >= (_LINE_WORDS if run[0].whole else _BLOCK_WORDS)
    return True
