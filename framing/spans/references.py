"""Epithets ("the ageing despot") and pronouns, given to an actor where the text makes it plain."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from framing.spans.antecedents import find_in_reach, is_named_before
from framing.spans.mentions import BY_NATIONALITY, BY_PROMINENCE, BY_REACH, BY_TITLE, FORMS, Mentions, Register
from framing.spans.scene import GOES_ON, IS_NAMED, PARTS, Scene
from framing.text.arrays import Bools, Ints, places
from framing.text.kinds import COPULA, Kind
from framing.text.phrases import IS_NOMINAL, members
from framing.text.vocabulary import HE_WORD, SHE_WORD
from framing.text.words import COMMA, Sheet

_PHRASE_REACH = 6  # words that a noun phrase may have before its head
_PROMINENT = 3  # mentions that make an actor prominent, and twice as many as the next
_PREDICATES = members(COPULA | {Kind.AS})
_EPITHET, _OFFICE, _PRONOUN = FORMS.index("epithet"), FORMS.index("office"), FORMS.index("pronoun")


@dataclass(frozen=True)
class _Phrases:
    """Definite noun phrases that may stand for an actor: words, group of the head, country, whether a label."""

    first: Ints
    last: Ints
    group: Ints
    country: Ints
    label: Bools

    def where(self, keep: Bools | Ints) -> _Phrases:
        at = places(keep)
        return _Phrases(*(getattr(self, name).take(at) for name in self.__dataclass_fields__))


def find_references(scene: Scene) -> Mentions:
    """
    The epithets and pronouns that can be given to an actor.

    "The X" goes, in this order, to the person beside whose name the same label or title stands in the article; to the
    last person mentioned who belongs to the country it names; to the most mentioned person so far (labels only); to
    the only person in this and the last sentence. Pronouns only by the last of these. Direct speech is left alone.
    """
    people = scene.named.where(scene.cast.person.take(scene.named.actor)) if scene.cast.actors else scene.named
    if not people.first.size:
        return _mentions(_no_phrases(), np.zeros(0, np.int64), np.zeros(0, np.int64))
    people_article = scene.article.take(people.first)
    phrases = _definite_phrases(scene)
    phrases = phrases.where(~scene.spoken(phrases.first))
    actor, rule = _resolve(scene, phrases, people, people_article)
    epithets = _mentions(phrases, actor, rule)
    epithets = epithets.apart()
    return epithets.join(_pronouns(scene, people.join(epithets)))


def _no_phrases() -> _Phrases:
    none = np.zeros(0, np.int64)
    return _Phrases(none, none, none, none, np.zeros(0, bool))


def _mentions(phrases: _Phrases, actor: Ints, rule: Ints) -> Mentions:
    form = np.where(phrases.label, _EPITHET, _OFFICE)
    found = Mentions(phrases.first, phrases.last, actor, form, rule, np.zeros(len(actor), bool))
    return found.where(actor >= 0)


def _phrase_start(sheet: Sheet, word: Ints) -> Ints:
    start = word.copy()
    for _ in range(_PHRASE_REACH):
        start -= IS_NOMINAL.take(sheet.kind.take(start - 1)) & ((sheet.marks.take(start) & PARTS) == 0)
    return start


def _definite_phrases(scene: Scene) -> _Phrases:
    sheet = scene.sheet
    first, last, group, label = scene.heads
    follower, marks = sheet.kind.take(last + 1), sheet.marks.take(last + 1)
    parted = (marks & PARTS) > 0
    goes_on = np.where(parted, IS_NAMED.take(follower) & (marks & COMMA > 0), GOES_ON.take(follower))
    first, last, group, label = first[~goes_on], last[~goes_on], group[~goes_on], label[~goes_on]
    start = _phrase_start(sheet, first)
    the, this = scene.vocabulary.numbers(("the", "this"))
    opener = sheet.word.take(start)
    definite = (opener == the) | (opener == this)
    predicate = _PREDICATES.take(sheet.kind.take(start - 1)) & ((sheet.marks.take(start) & PARTS) == 0)
    keep = definite & ~predicate
    start, last = start[keep], last[keep]
    return _Phrases(start, last, group[keep], _country_inside(scene, start, last), label[keep])


def _country_inside(scene: Scene, start: Ints, last: Ints) -> Ints:
    country = np.full(len(start), -1, np.int64)
    for step in range(_PHRASE_REACH + 1):
        at = start + step
        here = np.where(at <= last, scene.vocabulary.country.take(scene.sheet.word.take(np.minimum(at, last))), -1)
        country = np.where(country >= 0, country, here)
    return country


def _resolve(scene: Scene, phrases: _Phrases, people: Mentions, article: Ints) -> tuple[Ints, Ints]:
    """
    Actor (-1: nobody) and rule of each phrase.

    In the order of the text: a label or title that has named one person so far, and no other, names that person again.
    """
    actor, rule = np.full(len(phrases.first), -1, np.int64), np.full(len(phrases.first), BY_REACH, np.int64)
    for find, by in ((_by_country, BY_NATIONALITY), (_by_prominence, BY_PROMINENCE), (_by_reach_of_phrase, BY_REACH)):
        open_ = np.flatnonzero(actor < 0)
        found = find(scene, phrases.where(open_), people, article)
        actor[open_], rule[open_[found >= 0]] = found, by
    known = _titles_beside_names(scene, people, article)
    place = scene.article.take(phrases.first)
    at = 0
    named: dict[tuple[int, int], int] = {}
    for i, (key, word) in enumerate(
        zip(zip(place.tolist(), phrases.group.tolist(), strict=True), phrases.first.tolist(), strict=True)
    ):
        while at < len(known) and known[at][0] < word:
            _note(named, known[at][1], known[at][2])
            at += 1
        if phrases.country[i] < 0 and named.get(key, -1) >= 0:
            actor[i], rule[i] = named[key], BY_TITLE
        elif phrases.label[i] and actor[i] >= 0:
            _note(named, key, int(actor[i]))
    return actor, rule


def _note(named: dict[tuple[int, int], int], key: tuple[int, int], actor: int) -> None:
    """A label or title named this actor; where it named another before, it names nobody for certain."""
    named[key] = actor if named.get(key, actor) == actor else -1


def _titles_beside_names(scene: Scene, people: Mentions, article: Ints) -> list[tuple[int, tuple[int, int], int]]:
    """Labels and titles right before a person's name, in order: word, (article, group), actor."""
    _, last, group, _ = scene.heads
    following = np.minimum(np.searchsorted(people.first, last, "right"), len(people.first) - 1)
    beside = (people.first.take(following) == last + 1) & ((scene.sheet.marks.take(last + 1) & PARTS) == 0)
    who, where = people.actor.take(following[beside]).tolist(), article.take(following[beside]).tolist()
    keys = zip(where, group[beside].tolist(), strict=True)
    return list(zip(last[beside].tolist(), keys, who, strict=True))


def _by_reach_of_phrase(scene: Scene, phrases: _Phrases, people: Mentions, article: Ints) -> Ints:
    """The only person in reach, for labels and for phrases that name a country ("the Ukrainian leader")."""
    out = np.full(len(phrases.first), -1, np.int64)
    meant = np.flatnonzero(phrases.label | (phrases.country >= 0))
    who = find_in_reach(scene, phrases.first.take(meant), people)
    named, known = phrases.country.take(meant), scene.cast.country.take(who)  # -1 takes the last; it stays -1
    foreign = (named >= 0) & (known >= 0) & (named != known)
    out[meant] = np.where(foreign | is_named_before(scene, phrases.first.take(meant), who, people), -1, who)
    return out


def _by_country(scene: Scene, phrases: _Phrases, people: Mentions, article: Ints) -> Ints:
    """The last person mentioned before who belongs to the country that the phrase names."""
    at, size = scene.article.take(phrases.first), len(scene.cast.actors) + 1
    country = scene.cast.country.take(people.actor)
    known = np.flatnonzero(country >= 0)
    register = Register(article[known] * size + country[known], people.first[known])
    place = register.latest(at * size + phrases.country, phrases.first)
    found = people.actor[known[np.maximum(place, 0)]] if known.size else np.full(len(at), -1)
    out: Ints = np.where((place >= 0) & (phrases.country >= 0), found, -1)
    return out


def _by_prominence(scene: Scene, phrases: _Phrases, people: Mentions, article: Ints) -> Ints:
    """For labels: the person mentioned most so far, three times or more and twice as often as the next."""
    at = scene.article.take(phrases.first)
    out = np.full(len(at), -1, np.int64)
    for i in np.flatnonzero(phrases.label & (phrases.country < 0)).tolist():  # a few an article
        begin, end = np.searchsorted(article, at[i]), np.searchsorted(people.first, phrases.first[i])
        counts = np.bincount(people.actor[begin:end]) if end > begin else np.zeros(1, np.int64)
        best = int(counts.argmax())
        most, counts[best] = int(counts[best]), 0
        if most >= max(_PROMINENT, 2 * int(counts.max())):
            out[i] = best
    out[is_named_before(scene, phrases.first, out, people)] = -1
    return out


def _pronouns(scene: Scene, people: Mentions) -> Mentions:
    sheet = scene.sheet
    word = sheet.with_trait(HE_WORD | SHE_WORD)
    word = word[~scene.spoken(word)]
    actor = find_in_reach(scene, word, people)
    she = sheet.traits.take(word) & SHE_WORD > 0
    other = np.where(she, scene.cast.he.take(actor), scene.cast.she.take(actor))  # -1 takes the last; it stays -1
    itself = np.isin(sheet.word.take(word), scene.vocabulary.numbers(("him", "her"))) & (
        sheet.kind.take(word) == Kind.PRONOUN
    )
    itself &= is_named_before(scene, word, actor, people)
    actor = np.where(other | itself, -1, actor)
    owning = sheet.kind.take(word) == Kind.OWNING
    size = len(word)
    found = Mentions(word, word, actor, np.full(size, _PRONOUN), np.full(size, BY_REACH), owning)
    return found.where(actor >= 0)
