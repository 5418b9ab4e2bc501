"""The words the engine knows: every word an integer, every integer a kind; phrases and names as paths of integers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from framing.text.arrays import Bytes, Ints, Keys
from framing.text.frames import FRAMES, frame_of, kind_by_ending
from framing.text.kinds import ABBREVIATIONS, CLOSED, HE, PERSON_NOUNS, SAYING, SHE, SHORT_TITLES, Kind

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)  # odd multipliers spread keys over a table
_OTHER_ODD = np.uint64(0xC2B2AE3D27D4EB4F)
_FIRST_BYTES = np.array([(1 << 8 * n) - 1 for n in range(9)], np.uint64)
_ROOM = 16
# What the rules want to know of a word besides its kind, as bits of `Vocabulary.traits`.
ABBREVIATION, SHORT_TITLE, SAYS, HE_WORD, SHE_WORD, PERSON, NATION, LISTED = (1 << n for n in range(8))
_FLAGGED = (*ABBREVIATIONS, *SHORT_TITLES, *HE, *SHE, *PERSON_NOUNS)


def fold(text: Bytes) -> Bytes:
    """Bytes without case: setting one bit lowers ASCII and Latin-1 letters and leaves digits alone."""
    return text | np.uint8(0x20)


def fold_word(word: str) -> str:
    """A word as the engine folds it, a character a byte, for words written in a lexicon."""
    return bytes(byte | 0x20 for byte in word.encode()).decode("latin-1")


def split_phrase(phrase: str) -> list[str]:
    """The words of a phrase as the engine sees them: runs of letters and digits, in lower case."""
    return re.findall(r"[^\W_]+", phrase.lower())


def _fold_phrase(phrase: str) -> list[str]:
    return [fold_word(word) for word in split_phrase(phrase)]


def eight_bytes(text: Bytes) -> Keys:
    """At each place of the text the eight bytes from there on, as one integer; a view, nothing is copied."""
    return np.ndarray((len(text) - 7,), np.uint64, buffer=text.data, strides=(1,))


def word_keys(folded: Bytes, start: Ints, end: Ints) -> Keys:
    """A 64-bit key per word: its letters if they fit into eight bytes, else its first eight and last eight mixed."""
    eight = eight_bytes(folded)  # `take` would copy the whole view first: index it
    length = end - start
    key = eight[start]
    key &= _FIRST_BYTES.take(length, mode="clip")
    long = np.flatnonzero(length > 8)
    tail = eight[end.take(long) - 8]
    mixed = key.take(long) * _OTHER_ODD ^ tail * _GOLDEN ^ length.take(long).astype(np.uint64)
    key[long] = mixed ^ mixed >> np.uint64(29)
    return key


class Table:
    """Key to integer. A word sits in its home slot or in the first free one after it; 0 means "not here"."""

    def __init__(self, keys: Keys) -> None:
        bits = max(12, int(len(keys) * 8).bit_length())
        self._shift = np.uint64(64 - bits)
        self._key = np.concatenate([np.zeros(1, np.uint64), keys])  # by number: a small table stays in the cache
        self._number = np.zeros((1 << bits) + 1024, np.min_scalar_type(len(keys)))  # a small one, too
        waiting, slot = np.arange(len(keys)), self._home(keys)
        while waiting.size:
            free = np.flatnonzero(self._number.take(slot.take(waiting)) == 0)
            _, one_each = np.unique(slot.take(waiting.take(free)), return_index=True)
            placed = waiting.take(free.take(one_each))
            self._number[slot.take(placed)] = placed + 1
            waiting = np.setdiff1d(waiting, placed, assume_unique=True)
            slot[waiting] += 1

    def _home(self, key: Keys) -> Ints:
        return (key * _GOLDEN >> self._shift).view(np.int64)

    def find(self, key: Keys) -> Ints:
        """The number of each key, counted from 1; 0 where it is not in the table."""
        slot = self._home(key)
        number = self._number.take(slot).astype(np.int64)
        lost = np.flatnonzero((self._key.take(number) != key) & (number > 0))
        while lost.size:  # somebody else's slot: try the next one
            slot[lost] += 1
            number[lost] = self._number.take(slot.take(lost))
            here = number.take(lost)
            lost = lost[(self._key.take(here) != key.take(lost)) & (here > 0)]
        return number


class Vocabulary:
    """
    Words, phrases and names as integers.

    Args:
        kinds: common words and their kind.
        terms: spellings of lexicon entries; a match reports a spelling's place in this list.
        names: spellings of actors' names; likewise. They are found only where they begin with a capital.
        contexts: phrases in which an entry is not meant; likewise.
        saying: further words that say that somebody says something (verbs of the reporting lexicons).
        adjectives: words that stay adjectives though they have a capital ("Russian"), and the number of their country.
        prefixes: beginnings of words ("despot" for `despot*`) and the place in `terms` they stand for.
    """

    def __init__(
        self,
        kinds: Mapping[str, Kind],
        terms: Sequence[str],
        names: Sequence[str],
        contexts: Sequence[str] = (),
        *,
        saying: Iterable[str] = (),
        adjectives: Mapping[str, int] | None = None,
        prefixes: Mapping[str, int] | None = None,
    ) -> None:
        saying, adjectives = {*SAYING, *saying}, adjectives or {}
        spelled = {fold_word(word): kind for word, kind in kinds.items()}
        for kind, words in CLOSED.items():
            spelled.update(dict.fromkeys(words.split(), kind))
        self._prefixes = {fold_word(prefix): place for prefix, place in (prefixes or {}).items()}
        layers = [[_fold_phrase(phrase) for phrase in layer] for layer in (terms, names, contexts)]
        listed = (word for layer in layers for phrase in layer for word in phrase)
        flagged = (fold_word(word) for word in (*_FLAGGED, *saying, *adjectives))
        for word in FRAMES:
            spelled.setdefault(word, kind_by_ending(word))
        for word in (*listed, *flagged, *self._prefixes):
            spelled.setdefault(word, Kind.OTHER)
        self.words = ["", *spelled]
        self.number = {word: i for i, word in enumerate(self.words)}
        self.kind = np.array([Kind.OTHER, *spelled.values()], np.uint8)
        self._lay_out()
        self.frames = np.array([frame_of(word) for word in self.words], np.uint8)
        self.traits = np.zeros(len(self.words), np.uint8)
        for trait, marked in (
            (ABBREVIATION, ABBREVIATIONS), (SHORT_TITLE, SHORT_TITLES), (SAYS, saying), (HE_WORD, HE), (SHE_WORD, SHE),
            (PERSON, PERSON_NOUNS), (NATION, adjectives),
        ):  # fmt: skip
            self.traits[self.numbers(marked)] |= trait
        self.country = np.full(len(self.words), -1, np.int64)
        self.country[self.numbers(adjectives)] = list(adjectives.values())
        self._grow(layers)
        self.shouted = np.array([name.isupper() for name in names] or [False])

    def numbers(self, words: Iterable[str]) -> list[int]:
        """The numbers of words as they are written; 0 for those in no list."""
        return [self.number.get(fold_word(word), 0) for word in words]

    def _lay_out(self) -> None:
        encoded = [word.encode("latin-1") for word in self.words[1:]]
        length = np.array([len(word) for word in encoded], np.int64)
        self._end = np.cumsum(length + 1) - 1 + 8
        self._start = self._end - length
        self._text = np.frombuffer(b" " * 8 + b" ".join(encoded) + b" " * _ROOM, np.uint8)
        self._table = Table(word_keys(self._text, self._start, self._end))

    def find(self, folded: Bytes, start: Ints, end: Ints) -> Ints:
        """The number of each word of a text; 0 for words that are in no list."""
        number = self._table.find(word_keys(folded, start, end))
        self._confirm(number, folded, start, end)
        for size in sorted({len(prefix) for prefix in self._prefixes}):
            unknown = np.flatnonzero(number == 0)
            number[unknown] = self._find_prefixes(size, folded, start.take(unknown), end.take(unknown))
        return number

    def _confirm(self, number: Ints, folded: Bytes, start: Ints, end: Ints) -> None:
        """Long words may share a key by chance: compare what is between their first and last eight bytes."""
        ours, theirs, at = eight_bytes(self._text), eight_bytes(folded), 8
        long = np.flatnonzero(end - start > 16)
        long = long[number.take(long) > 0]
        while long.size:
            home = self._start.take(number.take(long) - 1)
            near = np.minimum(at, end.take(long) - start.take(long) - 8)
            differs = ours[home + near] != theirs[start.take(long) + near]
            number[long[differs]] = 0
            at += 8
            long = long[~differs & (end.take(long) - start.take(long) - 8 > at)]

    def _find_prefixes(self, size: int, folded: Bytes, start: Ints, end: Ints) -> Ints:
        """The number of the prefix of this size that a word in no list begins with; 0 where it begins with none."""
        wanted = [self.number[prefix] for prefix in self._prefixes if len(prefix) == size]
        begins = self._table.find(word_keys(folded, start, start + size))
        return np.where(np.isin(begins, wanted) & (end - start > size), begins, 0)

    def _grow(self, layers: Sequence[Sequence[Sequence[str]]]) -> None:
        """Phrases as a tree: a node is a word or a phrase begun; an edge is node * size + next word."""
        edges: dict[int, int] = {}
        self._size = len(self.words)
        ends: list[dict[int, int]] = [{} for _ in layers]
        for known, phrases in zip(ends, layers, strict=True):
            for place, phrase in enumerate(phrases):
                if not phrase:
                    continue
                node, *rest = [self.number[word] for word in phrase]
                for word in rest:
                    node = edges.setdefault(node * self._size + word, self._size + len(edges))
                known.setdefault(node, place)
        for prefix, place in self._prefixes.items():
            for known_word, number in self.number.items():
                if known_word.startswith(prefix):
                    ends[0].setdefault(number, place)
        total = self._size + len(edges)
        self.term, self.name, self.context = (_spread(known, total) for known in ends)
        self._edges = Table(np.array(list(edges), np.uint64))
        for column in (self.term, self.name):
            self.traits[np.flatnonzero(column[: self._size] >= 0)] |= LISTED
        self.opens, self.follows = _classes_of_pairs([divmod(edge, self._size) for edge in edges], self._size)

    def step(self, node: Ints, word: Ints) -> tuple[Ints, Ints]:
        """Which of the nodes can be left by their words, and the nodes reached."""
        edge = self._edges.find((node * self._size + word).view(np.uint64))
        goes_on = np.flatnonzero(edge > 0)
        return goes_on, edge.take(goes_on) + (self._size - 1)


def _classes_of_pairs(pairs: Sequence[tuple[int, int]], size: int) -> tuple[Ints, Ints]:
    """
    A first look at pairs of words, as bits: of which of 32 classes the words that may follow a word are, and which
    class a word is of that follows any. Two words without a common bit cannot begin a phrase.
    """
    opens, follows = np.zeros(size, np.uint32), np.zeros(size, np.uint32)
    for node, word in pairs:
        follows[word] = 1 << word % 32
        if node < size:
            opens[node] |= follows[word]
    return opens, follows


def _spread(places: Mapping[int, int], total: int) -> Ints:
    out = np.full(total, -1, np.int64)
    out[list(places)] = list(places.values())
    return out
