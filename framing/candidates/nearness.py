"""Which terms stand in the contexts in which the seeds stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from framing.candidates.contexts import Space
from framing.text.arrays import Floats, Ints
from framing.text.kinds import Kind
from framing.text.wordclasses import common_words

SHOWN = 3  # seeds named beside a candidate
STEADY = 50  # occurrences at which what is known of the seeds weighs as much as what is known of their category
ENOUGH = 20  # listed words that must have contexts before others are held against them
_CLASSES = {
    Kind.NOUN: "n", Kind.ADJECTIVE: "a", Kind.ADVERB: "r", Kind.VERB: "v", Kind.PAST: "va", Kind.ING: "va",
    Kind.NOUN_OR_VERB: "nv", Kind.S_FORM: "nv",
}  # fmt: skip


class Near(NamedTuple):
    """A term, its cosine to the nearest group of seeds, the name of that group, and the seeds nearest to it."""

    term: int
    score: float
    group: str
    seeds: list[int]


def rank_near(space: Space, pool: Ints, groups: Mapping[str, Floats], seeds: Mapping[str, Sequence[int]]) -> list[Near]:
    """
    Terms of the pool by their cosine to the nearest group, highest first.

    Args:
        space: directions.
        pool: terms that may be candidates.
        groups: name of a group of seeds to its direction. seeds: name to its terms.
    """
    if not groups or not len(pool):
        return []
    names, vectors = list(groups), space.vectors[space.rows(pool)]
    pool = pool[np.isin(pool, space.terms)]
    cosines = np.round(vectors @ np.stack(list(groups.values()), 1), 4)
    best = cosines.argmax(1)
    out = []
    for place in np.lexsort((pool, -cosines.max(1))).tolist():
        group = names[int(best[place])]
        here = space.terms[space.rows(seeds[group])]
        by_seed = np.round(space.vectors[space.rows(here)] @ vectors[place], 4)
        nearest = here[np.lexsort((here, -by_seed))][:SHOWN].tolist()
        out.append(Near(int(pool[place]), float(cosines[place].max()), group, nearest))
    return out


def steady(space: Space, seeds: Sequence[int], occurrences: int, kin: Sequence[int]) -> Floats:
    """The direction of seeds, drawn to that of the listed words of their kind the more, the fewer their occurrences."""
    own, theirs = space.centroid(seeds), space.centroid(kin)
    mixed = occurrences * own + STEADY * theirs
    out: Floats = mixed / max(float(np.linalg.norm(mixed)), 1e-12)
    return out


def rate_likeness(space: Space, loaded: Sequence[int]) -> Floats | None:
    """How much like the contexts of all listed words each term's are (cosine); None if too few have any."""
    if len(space.rows(loaded)) < ENOUGH:
        return None
    out: Floats = space.vectors @ space.centroid(loaded)
    return out


def agree(forms: Sequence[str], others: Sequence[str]) -> bool:
    """Whether some word of each may be of one part of speech; of a pair the last word tells. Unknown: any."""
    ours, theirs = (set().union(*_classes_of(group)) for group in (forms, others))
    return not ours or not theirs or bool(ours & theirs)


def _classes_of(forms: Sequence[str]) -> Iterator[set[str]]:
    kinds = common_words()
    yield set()
    for form in forms:
        yield set(_CLASSES.get(kinds.get(form.split()[-1], Kind.OTHER), ""))
