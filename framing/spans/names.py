"""Names in the text, whether or not they are an actor's: runs of capitalised words, and what tells whose they are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from framing.actors.name_words import BODIES, PLACES, THINGS
from framing.spans.scene import Scene
from framing.spans.voices import HEADLINE, OWN
from framing.text.arrays import Bools, Bytes, Ints, Keys, contains, look_up
from framing.text.kinds import NOMINAL, PREPOSITIONS, VERBAL, Kind
from framing.text.phrases import members
from framing.text.vocabulary import Vocabulary, word_keys
from framing.text.words import COMMA, DASH, HYPHEN, NEWLINE, SPACE, SPEECH, STOP, Sheet

PARTS = np.uint8(COMMA | DASH | NEWLINE | SPEECH)  # marks that end a phrase; a stop does where a sentence opens
_IN_NAME, _AFTER_INITIAL = np.uint8(255 - SPACE - HYPHEN), np.uint8(255 - SPACE)
_IS_PHRASE = members(NOMINAL | {Kind.MENTION, Kind.POSSESSIVE, Kind.NOUN_OR_VERB, Kind.S_FORM})
_GOVERNS = members(PREPOSITIONS | VERBAL | {Kind.CLAUSE, Kind.AND, Kind.ING, Kind.WHO})
_IS_MODIFIED = members({Kind.NOUN, Kind.TITLE, Kind.OTHER, Kind.POSSESSIVE, Kind.NOUN_OR_VERB})
_LONGEST = 4  # words of a person's name, and words before it that are looked over for what governs it
_ODD = np.uint64(0x9E3779B97F4A7C15)


_IS_OUTSIDE = np.isin(np.arange(256), (OWN, HEADLINE))  # voices of words outside of quotations
# What a name's words and titles tell, as bits.
BODY, HE_TITLE, SHE_TITLE, PAST = (np.uint8(1 << n) for n in range(4))
_TELLING = {
    BODY: (*BODIES, *PLACES, *THINGS),  # no person's name
    HE_TITLE: ("mr", "sir", "lord", "king", "prince", "congressman"),
    SHE_TITLE: ("mrs", "ms", "lady", "queen", "princess", "congresswoman"),
    PAST: ("former", "ex"),
}


@dataclass(frozen=True)
class Words:
    """Which words are names, and the titles ("the governor"), before phrases that mean actors are marked."""

    named: Bools
    titles: Ints


def find_words(sheet: Sheet) -> Words:
    """The words that are names, and those that are titles."""
    named = (sheet.kind - np.uint8(Kind.NAME)) <= Kind.MENTION - Kind.NAME
    return Words(named & sheet.capital, np.flatnonzero(sheet.kind == Kind.TITLE))


def outside(word: Ints, voice: Bytes) -> Ints:
    """The words that are outside of quotations."""
    return word[_IS_OUTSIDE.take(voice.take(word))]


def telling(vocabulary: Vocabulary) -> Bytes:
    """By word number, what a word tells of the name it is in or before, as bits."""
    out = np.zeros(len(vocabulary.words), np.uint8)
    for bit, words in _TELLING.items():
        out[vocabulary.numbers(words)] |= bit
    out[0] = 0
    return out


class Clauses:
    """
    The words of a sheet as parts of noun phrases.

    Attributes:
        sheet: settled words. parted: by word, whether a phrase ends before it.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.parted: Bools = (sheet.marks & PARTS) > 0
        self.parted |= sheet.opening
        self._goes_on = ~self.parted  # the word before is in the same phrase
        self._goes_on[1:] &= look_up(_IS_PHRASE, sheet.kind[:-1])

    def start(self, word: Ints, most: int) -> Ints:
        """The left edge of the noun phrase that each word is in, at most so many words before it."""
        start, going = word.copy(), np.arange(len(word))
        for _ in range(most):
            going = going[self._goes_on.take(start.take(going))]
            if not going.size:
                break
            start[going] -= 1
        return start

    def is_phrase(self, word: Ints) -> Bools:
        """Whether each word may be part of a noun phrase."""
        return _IS_PHRASE.take(self.sheet.kind.take(word))

    def is_governed(self, start: Ints) -> Bools:
        """Whether a verb, a preposition, "and" or "that" stands right before phrases that begin here."""
        out: Bools = _GOVERNS.take(self.sheet.kind.take(start - 1)) & ~self.parted.take(start)
        return out


class Names:
    """
    Names outside of quotations, in order, by their numbers.

    Words go on a name after a space, a hyphen, or the stop of an initial. What begins with or stands behind a letter
    and a hyphen is none: "D-Ulm". What there is to know of them is worked out for those that are asked for.

    Args:
        scene: the words, and who is mentioned by name.
        clauses: the words as parts of phrases.
        named: which words are names.
        voice: of every word.
        tells: from `telling`.

    Attributes:
        first, last: words, with a -1 at the end, for nobody.
        own: which stand in the outlet's own words, not in a headline.
        loose: which no verb, preposition, "and" or "that" stands right before.
        titled: the numbers of those with a title before.
    """

    def __init__(self, scene: Scene, clauses: Clauses, named: Bools, voice: Bytes, tells: Bytes) -> None:
        sheet = clauses.sheet
        self._article, self._cast, self._clauses, self._tells = scene.article, scene.cast, clauses, tells
        first, last = _join(sheet, np.flatnonzero(named & ((voice == OWN) | (voice == HEADLINE))))
        actor = np.full(len(sheet.kind), -1, np.int32)
        actor[scene.named.last] = scene.named.actor
        self._actor = actor.take(last)
        self.own = voice.take(first) == OWN
        before, parted = sheet.kind.take(first - 1), clauses.parted.take(first)
        self.loose = parted | ~_GOVERNS.take(before)
        titled = np.flatnonzero(before == Kind.TITLE)
        self.titled = titled[sheet.marks.take(first.take(titled)) & ~np.uint8(SPACE | STOP) == 0]
        self._is_titled = np.zeros(len(first), bool)
        self._is_titled[self.titled] = True
        self.first, self.last = np.append(first, -1), np.append(last, -1)

    def of_actors(self) -> Ints:
        """The numbers of those that are an actor's."""
        return np.flatnonzero(self._actor >= 0)

    def title(self, name: Ints) -> Ints:
        """Number of the word before each."""
        return self._clauses.sheet.word.take(self.first.take(name) - 1)

    def actor(self, name: Ints) -> Ints:
        """Number of the actor that each is a name of; -1 for nobody in the cast."""
        return self._actor.take(name)

    def key(self, name: Ints) -> Keys:
        """A key for the last word and the article: "Mirela Voss" and "Voss" of an article share it."""
        sheet, last = self._clauses.sheet, self.last.take(name)
        key = word_keys(sheet.text, sheet.start.take(last), sheet.end.take(last))
        key += self._article.take(last).astype(np.uint64) * _ODD
        return key

    def may_be_person(self, name: Ints) -> Bools:
        """Whether each is of four words at most, none of them for a body, a place or a thing, and no such actor's."""
        word, first, last = self._clauses.sheet.word, self.first.take(name), self.last.take(name)
        tells = self._tells.take(word.take(first)) | self._tells.take(word.take(last))
        long = np.flatnonzero(last - first > 1)
        for step in (1, 2):
            tells[long] |= self._tells.take(word.take(np.minimum(first.take(long) + step, last.take(long))))
        person = np.append(self._cast.person, True).take(self.actor(name))  # -1 takes the last
        out: Bools = person & (tells & BODY == 0) & (last - first < _LONGEST)
        return out

    def is_shouted(self, name: Ints) -> Bools:
        """Whether the first word of each begins with two capitals."""
        sheet = self._clauses.sheet
        out: Bools = sheet.text.take(sheet.start.take(self.first.take(name)) + 1) - np.uint8(ord("A")) < 26
        return out

    def is_told(self, name: Ints) -> Bools:
        """Whether more than one word, a title or the cast tells that each may be a person."""
        out: Bools = (
            self._is_titled.take(name) | (self.actor(name) >= 0) | (self.last.take(name) > self.first.take(name))
        )
        return out

    def is_free(self, name: Ints) -> Bools:
        """Whether nothing governs each ("to Voss"), and it neither owns nor modifies what follows ("Voss aides")."""
        after = self.last.take(name) + 1
        modifies = _IS_MODIFIED.take(self._clauses.sheet.kind.take(after)) & ~self._clauses.parted.take(after)
        out: Bools = ~modifies & ~self._clauses.is_governed(self._clauses.start(self.first.take(name), _LONGEST))
        return out

    def genders(self, name: Ints, key: Keys) -> tuple[Bools, Bools]:
        """Whether names are known to be a man's, and a woman's: by titles in the article, or as actors."""
        title, actor = self._tells.take(self.title(self.titled)), self.actor(name)
        telling = np.flatnonzero(title & (HE_TITLE | SHE_TITLE))
        title, keys = title.take(telling), self.key(self.titled.take(telling))
        he, she = (
            np.append(known, False).take(actor) | contains(np.sort(keys[title == bit]), key)
            for known, bit in ((self._cast.he, HE_TITLE), (self._cast.she, SHE_TITLE))
        )
        return he & ~she, she & ~he

    def in_office(self) -> Ints:
        """The numbers of those with a title before them, which no "former" precedes."""
        before = self._clauses.sheet.word.take(self.first.take(self.titled) - 2)
        out: Ints = self.titled[self._tells.take(before) & PAST == 0]
        return out


def _join(sheet: Sheet, word: Ints) -> tuple[Ints, Ints]:
    """First and last words of the names that these words make."""
    if not word.size:
        return word, word
    marks, follows = sheet.marks.take(word), np.zeros(len(word), bool)
    np.equal(word[1:] - word[:-1], 1, out=follows[1:])
    joined = marks & _IN_NAME == 0
    stop = np.flatnonzero(marks & _AFTER_INITIAL == STOP)
    before = word.take(stop) - 1
    joined[stop] = sheet.end.take(before) - sheet.start.take(before) == 1
    joined &= follows
    begins = ~joined
    at = np.flatnonzero(begins)
    first, last = word.take(at), word.take(np.append(at[1:], len(word)) - 1)
    letter = np.flatnonzero(sheet.end.take(first) - sheet.start.take(first) == 1)
    hyphen = np.flatnonzero(sheet.marks.take(first) & HYPHEN > 0)  # "d" is no name's word by itself
    before = first.take(hyphen) - 1
    keep = np.ones(len(first), bool)
    keep[letter[sheet.marks.take(first.take(letter) + 1) & HYPHEN > 0]] = False
    keep[hyphen[sheet.end.take(before) - sheet.start.take(before) == 1]] = False
    return first[keep], last[keep]
