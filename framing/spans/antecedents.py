"""Who a word may mean: the only person within reach of it, where the text makes that plain."""

from __future__ import annotations

import numpy as np

from framing.spans.mentions import Mentions
from framing.spans.scene import GOES_ON, PARTS, Scene
from framing.text.arrays import Bools, Ints
from framing.text.vocabulary import HE_WORD, SHE_WORD
from framing.text.words import Sheet

_WINDOW = 40  # words back that are looked at


def find_in_reach(scene: Scene, word: Ints, people: Mentions) -> Ints:
    """The only person mentioned in this sentence (before the word) and the last one; nobody else may be meant."""
    begins = scene.sheet.begins
    at = np.searchsorted(begins, word, "right") - 1
    window = np.maximum(begins.take(np.maximum(at - 1, 0)), word - _WINDOW)
    latest = np.searchsorted(people.first, word) - 1
    who = np.maximum(latest, 0)
    same_text = scene.article.take(people.first.take(who)) == scene.article.take(word)
    near = (latest >= 0) & (people.first.take(who) >= window) & same_text
    runs = np.concatenate([[0], np.flatnonzero(people.actor[1:] != people.actor[:-1]) + 1])
    run = runs.take(np.searchsorted(runs, who, "right") - 1)  # since this mention only this person has been mentioned
    alone = (run == 0) | (people.first.take(np.maximum(run - 1, 0)) < window)
    first_seen = people.first.take(np.minimum(np.maximum(run, np.searchsorted(people.first, window)), who))
    pronouns = scene.sheet.with_trait(HE_WORD | SHE_WORD)
    fits = near & alone & ~_modifies(scene.sheet, people.last.take(who))
    fits &= _nothing_between(scene.others, window, word)
    fits &= _nothing_between(pronouns, window, first_seen)  # "He told Putin that he …"
    out: Ints = np.where(fits, people.actor.take(who), -1)
    return out


def _modifies(sheet: Sheet, last: Ints) -> Bools:
    """Whether the name that ends here only modifies a noun: "a Putin aide"."""
    out: Bools = GOES_ON.take(sheet.kind.take(last + 1)) & ((sheet.marks.take(last + 1) & PARTS) == 0)
    return out


def _nothing_between(places: Ints, start: Ints, end: Ints) -> Bools:
    """Whether none of the places lies from start up to end."""
    out: Bools = np.searchsorted(places, end) == np.searchsorted(places, start)
    return out


def is_named_before(scene: Scene, word: Ints, who: Ints, people: Mentions) -> Bools:
    """Whether the last person named stands before the word in its sentence: its subject is not its object as well."""
    latest = np.maximum(np.searchsorted(people.first, word) - 1, 0)
    sentence = scene.sheet.sentence
    same = sentence.take(people.first.take(latest)) == sentence.take(word)
    out: Bools = same & (people.actor.take(latest) == who)
    return out
