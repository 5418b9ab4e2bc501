"""Where actors are mentioned: names first; epithets and pronouns join them once they are resolved."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from framing.actors.cast import METONYM, Cast
from framing.spans.matches import Found
from framing.text.arrays import Bools, Floats, Ints, places
from framing.text.kinds import Kind
from framing.text.words import Sheet

FORMS = ("name", "metonym", "office", "epithet", "pronoun")
RULES = (
    "name",
    "seat of government",
    "surname, full name in the article",
    "same label or title as beside the name",
    "nationality",
    "most mentioned person so far",
    "only person in this and the last sentence",
)
BY_NAME, BY_SEAT, BY_SURNAME, BY_TITLE, BY_NATIONALITY, BY_PROMINENCE, BY_REACH = range(len(RULES))
CONFIDENCE = np.array([1.0, 0.9, 0.9, 0.85, 0.8, 0.6, 0.7])  # the editors' judgement, by rule


@dataclass(frozen=True)
class Mentions:
    """Mentions in order: first and last word, actor, form (in FORMS), rule (in RULES), owning ("his") or not."""

    first: Ints
    last: Ints
    actor: Ints
    form: Ints
    rule: Ints
    owning: Bools

    @property
    def confidence(self) -> Floats:
        """How sure each is, 0 … 1."""
        return CONFIDENCE.take(self.rule)

    def where(self, keep: Bools | Ints) -> Mentions:
        """The mentions that `keep` picks."""
        at = places(keep)
        return Mentions(*(getattr(self, name).take(at) for name in self.__dataclass_fields__))

    def apart(self) -> Mentions:
        """Without those that start inside an earlier one."""
        reached = np.concatenate([[-1], np.maximum.accumulate(self.last)[:-1]]) if self.last.size else self.last
        return self.where(self.first > reached)

    def join(self, other: Mentions) -> Mentions:
        """Both together, in order; where two share a word the one of this side stays."""
        at = np.searchsorted(self.first, other.last, "right") - 1
        clear = (at < 0) | (self.last.take(np.maximum(at, 0), mode="clip") < other.first) if self.first.size else at < 0
        other = other.where(clear)
        both = Mentions(
            *(np.concatenate([getattr(self, name), getattr(other, name)]) for name in self.__dataclass_fields__)
        )
        return both.where(np.argsort(both.first, kind="stable"))


class Register:
    """Places noted under a key (an article and a name, say), to be asked for the latest one before a word."""

    def __init__(self, key: Ints, word: Ints) -> None:
        self._order = np.lexsort((word, key))
        self._key, self._word = key[self._order], word[self._order]
        self._at = (self._key << 32) + self._word

    def latest(self, key: Ints, word: Ints) -> Ints:
        """The place noted last before the word under the key; -1 if none."""
        return self._look(key, word, -1)

    def next(self, key: Ints, word: Ints) -> Ints:
        """The place noted first from the word on under the key; -1 if none."""
        return self._look(key, word, 0)

    def _look(self, key: Ints, word: Ints, step: int) -> Ints:
        if not self._order.size:
            return np.full(len(key), -1)
        at = np.searchsorted(self._at, (key << 32) + word) + step
        inside = np.clip(at, 0, len(self._order) - 1)
        found: Ints = np.where((at == inside) & (self._key.take(inside) == key), self._order.take(inside), -1)
        return found


def find_named(names: Found, article: Ints, cast: Cast) -> Mentions:
    """
    Mentions by name.

    A surname that several actors share goes to the one whose full name stands last before it in the article, else
    first after it, and to nobody where neither does.
    """
    actor, form, shared = cast.bearer.take(names.which), cast.form.take(names.which), cast.shared.take(names.which)
    rule = np.where(form == METONYM, BY_SEAT, BY_NAME)
    open_ = np.flatnonzero(shared >= 0)
    if open_.size:
        surname = np.where(actor >= 0, cast.surname.take(np.maximum(actor, 0)), -1)
        full = np.flatnonzero(surname >= 0)
        size = len(cast.surnames)
        register = Register(article[full] * size + surname[full], names.first[full])
        key, word = article[open_] * size + shared[open_], names.first[open_]
        place = register.latest(key, word)
        place = np.where(place >= 0, place, register.next(key, word))
        actor[open_] = np.where(place >= 0, actor[full[np.maximum(place, 0)]] if full.size else -1, -1)
        rule[open_] = BY_SURNAME
    found = Mentions(names.first, names.last, actor, form, rule, np.zeros(len(actor), bool))
    return found.where(actor >= 0)


def mark_mentions(sheet: Sheet, first: Ints, last: Ints) -> None:
    """Make all words of mentions words of that kind, in place."""
    sheet.kind[first] = sheet.kind[last] = Kind.MENTION
    for step in range(1, int((last - first).max(initial=0))):
        sheet.kind[np.minimum(first + step, last)] = Kind.MENTION
