"""Whom a subject means: who "he" is, who "the governor" is, and the fullest form of a name."""

from __future__ import annotations

import numpy as np

from framing.spans.mentions import FORMS, Mentions
from framing.spans.names import Names
from framing.spans.scene import Scene
from framing.spans.subjects import NAMED, NOBODY, OFFICE, PRONOUN, Subjects
from framing.text.arrays import Ints, contains
from framing.text.vocabulary import SHE_WORD

_REACH = 6  # names before a pronoun that are looked at
_NAMES = 12  # names with titles before an office that are looked at; names of actors before what means one
_OFFICE = FORMS.index("office")  # from this form on what is mentioned stands for a name
_SHORT = {"gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "col": "colonel"}


class People:
    """The persons that are named in the texts; `mentions` tell what else means them."""

    def __init__(self, scene: Scene, names: Names, mentions: Mentions) -> None:
        self._scene, self.names = scene, names
        self._inferred = mentions.where(mentions.form >= _OFFICE)
        long = np.flatnonzero((names.last > names.first)[:-1] & names.own)
        long = long[names.may_be_person(long) & ~names.is_shouted(long)]
        key = names.key(long)
        order = np.argsort(key)
        long, key = long.take(order), key.take(order)
        begin = np.flatnonzero(np.append(True, key[1:] != key[:-1])[: len(key)])  # of equal keys the first name counts
        self._full = np.minimum.reduceat(long, begin) if begin.size else long
        self._key = key.take(begin)

    def fullest(self, name: Ints) -> Ints:
        """For names of one word the first longer one in the article that ends with it; -1 stays."""
        names, out = self.names, name.copy()
        at = np.flatnonzero((name >= 0) & (names.first.take(name) == names.last.take(name)))
        key = names.key(name.take(at))
        place = np.searchsorted(self._key, key)
        found = np.flatnonzero(contains(self._key, key))
        out[at.take(found)] = self._full.take(place.take(found))
        return out

    def actor(self, name: Ints, full: Ints) -> Ints:
        """The actor that a name, or its fullest form, is a name of; -1 for nobody."""
        actor = np.full(len(name), -1)
        for of in (full, name):
            some = np.flatnonzero(of >= 0)
            own = self.names.actor(of.take(some))
            actor[some[own >= 0]] = own[own >= 0]
        return actor

    def resolve(self, subjects: Subjects) -> Ints:
        """The name of each subject; -1 where it has none or it is not plain whom it means."""
        name = subjects.name.copy()
        name[subjects.how == NOBODY] = -1
        if self.names.first.size == 1:  # nobody's
            return name
        at = np.flatnonzero((subjects.how != NAMED) & (subjects.how != NOBODY))
        name[at] = self._by_mention(subjects.last.take(at))
        for how, find in ((PRONOUN, self._by_pronoun), (OFFICE, self._by_office)):
            at = np.flatnonzero((subjects.how == how) & (name < 0))
            if at.size:
                name[at] = find(subjects.last.take(at), subjects)
        return name

    def _by_mention(self, word: Ints) -> Ints:
        """The last name before it, of twelve that are actors', of whom a phrase or pronoun that ends here means."""
        names, article, out = self.names, self._scene.article, np.full(len(word), -1)
        inferred = self._inferred
        at = np.flatnonzero(contains(inferred.last, word))
        word = word.take(at)
        actor = inferred.actor.take(np.searchsorted(inferred.last, word))
        named = names.of_actors()
        place = (np.searchsorted(names.last.take(named), word) - 1)[:, None] - np.arange(_NAMES)
        row, column = np.nonzero(place >= 0)
        name = named.take(place[row, column])
        keep = names.actor(name) == actor.take(row)
        keep &= article.take(names.first.take(name)) == article.take(word.take(row))
        row, first = np.unique(row[keep], return_index=True)
        out[at[row]] = name[keep][first]
        return out

    def _by_pronoun(self, word: Ints, subjects: Subjects) -> Ints:
        """
        The last person before it who is the subject of a reporting verb or whom nothing governs.

        Who is "Mrs." is not "he". Six names are looked at, no further back than the article's beginning.
        """
        names, article = self.names, self._scene.article
        speaks = np.zeros(len(names.own), bool)
        speaks[subjects.name[subjects.how == NAMED]] = True
        loose = np.flatnonzero(names.loose | speaks)
        place = (np.searchsorted(names.last.take(loose), word) - 1)[:, None] - np.arange(_REACH)
        row, column = np.nonzero(place >= 0)
        name = loose.take(place[row, column])
        keep = article.take(names.first.take(name)) == article.take(word.take(row))
        keep &= speaks.take(name) | names.is_free(name)
        row, name = row[keep], name[keep]
        keep = names.may_be_person(name)
        row, name = row[keep], name[keep]
        key = names.key(name)
        he, she = names.genders(name, key)
        keep = names.is_told(name) | contains(self._key, key)
        keep &= ~np.where(self._scene.sheet.traits.take(word.take(row)) & SHE_WORD > 0, he, she)
        row, first = np.unique(row[keep], return_index=True)
        out = np.full(len(word), -1)
        out[row] = name[keep][first]
        return out

    def _by_office(self, word: Ints, subjects: Subjects) -> Ints:
        """
        The person beside whose name the same title stood last before it in the article.

        "Former" ones are left out; twelve names with titles are looked at.
        """
        names, sheet, article, numbers = (
            self.names,
            self._scene.sheet,
            self._scene.article,
            self._scene.vocabulary.numbers,
        )
        holder, sought = names.in_office(), sheet.word.take(word)
        title = names.title(holder)
        for short, long in zip(numbers(_SHORT), numbers(_SHORT.values()), strict=True):
            title[title == short] = long
        place = (np.searchsorted(names.last.take(holder), word) - 1)[:, None] - np.arange(_NAMES)
        row, column = np.nonzero(place >= 0)
        at = place[row, column]
        keep = (title.take(at) == sought.take(row)) & (
            article.take(names.first.take(holder.take(at))) == article.take(word.take(row))
        )
        row, first = np.unique(row[keep], return_index=True)
        out = np.full(len(word), -1)
        out[row] = holder.take(at[keep][first])
        return out
