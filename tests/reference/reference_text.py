"""The words of an article one by one: slow and plain, to compare the engine with. Nothing here looks at columns."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from framing.actors.cast import Cast
from framing.engine import Equipment
from framing.spans.terms import Terms
from framing.text.buffer import Piece
from framing.text.kinds import ABBREVIATIONS, SAYING, SHORT_TITLES, STARTERS, Kind, shape_kind

PAD = "\né.\né.\né.\n"  # dummy paragraphs before, between and after the texts: rules may look at neighbours freely
WORD = re.compile("[A-Za-z0-9\u00c0-\u1fff\u3000-\U0010ffff]+")
CAPITALS, SMALL, DIGITS = (
    frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    frozenset("abcdefghijklmnopqrstuvwxyz"),
    frozenset("0123456789"),
)
WHITE = frozenset(" \t\r\n\v\f")
# Typographic characters and the plain ones they are read as.
PLAIN = dict(zip("‘’‚‛“”„‟«»–—―…\u2010\u2011", '\'\'\'\'"""""";;;.--', strict=True))
MARKS = {
    "space": WHITE, "comma": set(","), "dash": set(";:()[]{}/|"), "stop": set(".!?"), "line": set("\n"),
    "apostrophe": set("'`"), "hyphen": set("-"),
}  # fmt: skip


@dataclass(slots=True)
class Word:
    """A word: characters in the article's whole string, what is known of it, and the marks in the gap before it."""

    start: int
    end: int
    text: str
    known: str  # the listed word it is, folded; "" if in no list
    gap: frozenset[str]
    kind: Kind = Kind.OTHER
    opening: bool = False
    sentence: int = 0

    @property
    def capital(self) -> bool:
        return self.text[0] in CAPITALS


@dataclass
class Lists:
    """The compiled tables as plain lists and dictionaries."""

    terms: Terms
    cast: Cast
    kinds: dict[str, Kind]
    prefixes: dict[str, int]
    says: frozenset[str]
    nations: dict[str, int]
    seen: dict[str, str] = field(default_factory=dict)

    def find(self, word: str) -> str:
        """The listed word that a word of a text is; else the shortest listed prefix it begins with; else nothing."""
        if word not in self.seen:
            folded = fold(word)
            begins = [prefix for prefix in self.prefixes if folded.startswith(prefix)]
            self.seen[word] = folded if folded in self.kinds else min(begins, key=len, default="")
        return self.seen[word]


def fold(word: str) -> str:
    """A word without case, a character a byte: one bit of each byte is set."""
    return "".join(chr(byte | 32) for byte in word.encode("utf-8", "surrogatepass"))


def lists_of(equipment: Equipment) -> Lists:
    """The tables that the engine is equipped with."""
    vocabulary = equipment.vocabulary
    kinds = {word: Kind(kind) for word, kind in zip(vocabulary.words[1:], vocabulary.kind.tolist()[1:], strict=True)}
    return Lists(
        terms=equipment.terms,
        cast=equipment.cast,
        kinds=kinds,
        prefixes={fold(prefix): place for prefix, place in equipment.terms.prefixes.items()},
        says=frozenset([*SAYING, *equipment.terms.saying()]),
        nations={fold(word): country for word, country in equipment.cast.adjectives.items()},
    )


def plain_character(character: str) -> str:
    """The plain relative of a character; a word's letters stay, and what is neither is a space or no mark at all."""
    if character in PLAIN:
        return PLAIN[character]
    if "\x80" <= character <= "\xbf" or "\u2000" <= character <= "\u203f":
        return " "
    return "\0" if "\u2040" <= character <= "\u2fff" else character


def is_word(character: str) -> bool:
    """Is it a letter or digit (of any alphabet)?"""
    return WORD.fullmatch(character) is not None


class Text:
    """An article, title before text: two strings as long as each other, as given and plain, and the list of words."""

    def __init__(self, pieces: Sequence[Piece], lists: Lists) -> None:
        self.lists, self.pieces = lists, pieces
        self.given, self.plain, self.offset = PAD, PAD, []
        self.piece_ends: list[int] = []
        for piece in pieces:
            self.offset.append(len(self.given))
            given = blanked(piece)
            self.piece_ends.append(len(self.given) + len(given))
            self.given += given + PAD
            self.plain += unwrapped("".join(map(plain_character, given))) + PAD
        self.words: list[Word] = []
        self.closing: set[int] = set()  # the last words of quotations, once these are found
        end = 0
        for found in WORD.finditer(self.plain):
            text = self.given[found.start() : found.end()]
            gap = marks_of(self.plain[end : found.start()])
            self.words.append(Word(found.start(), found.end(), text, lists.find(text), gap))
            end = found.end()
        self.starts, self.ends = [word.start for word in self.words], [word.end for word in self.words]
        self.piece = [self.piece_at(word.start) for word in self.words]
        self.number_sentences()
        self.give_kinds()

    def piece_at(self, place: int) -> int:
        """Number of the piece that a character is in; -1 in the dummies."""
        piece = bisect_right(self.offset, place) - 1
        inside = piece >= 0 and place < self.offset[piece] + len(self.pieces[piece].text)
        return piece if inside else -1

    def words_of(self, start: int, end: int) -> range:
        """The words that lie between two characters."""
        return range(bisect_left(self.starts, start), bisect_right(self.ends, end))

    def number_sentences(self) -> None:
        sentence = 0
        for i, word in enumerate(self.words):
            word.opening = self.opens_sentence(i)
            sentence += word.opening
            word.sentence = sentence
        self.sentence_starts = [i for i, word in enumerate(self.words) if word.opening]

    def opens_sentence(self, i: int) -> bool:
        """After a line end; after a stop and a space with a capital or digit, but see abbreviations and initials."""
        word, before = self.words[i], self.words[i - 1]
        if "line" in word.gap:
            return True
        if not {"stop", "space"} <= word.gap or word.text[0] not in CAPITALS | DIGITS:
            return False
        if before.known in SHORT_TITLES:
            return False
        initial = len(before.text) == 1 and before.text.isascii() and before.text not in DIGITS
        if initial or before.known in ABBREVIATIONS:
            return bool(word.known) and self.lists.kinds[word.known] in STARTERS
        return True

    def give_kinds(self) -> None:
        """The kind of each word by itself: from the list, or its ending, and its capital or digit."""
        in_title_case = {at: at >= 0 and self.is_in_title_case(at) for at in {-1, *range(len(self.pieces))}}
        for at, word in zip(self.piece, self.words, strict=True):
            kind = self.lists.kinds[word.known] if word.known else guessed(word.text)
            digit = word.text[0] in DIGITS
            weak = word.opening or is_shouted(word.text) or (in_title_case[at] and self.is_in_headline(word, at))
            if word.capital or digit:
                kind = shape_kind(kind, word.capital, weak, digit)
            word.kind = Kind.ADJECTIVE if word.known in self.lists.nations else kind

    def is_in_headline(self, word: Word, piece: int) -> bool:
        """Does a word of a piece begin in its headline: a title, or the first characters of a text without one?"""
        given = self.pieces[piece]
        return given.title or word.start - self.offset[piece] < given.headline

    def is_in_title_case(self, piece: int) -> bool:
        """Have four of five longer words of a headline capitals?"""
        there = [word for at, word in zip(self.piece, self.words, strict=True) if at == piece]
        words = [word for word in there if self.is_in_headline(word, piece)]
        longer = [word for word in words if len(word.text.encode("utf-8", "surrogatepass")) > 3]
        return 5 * sum(word.capital for word in longer) >= 4 * len(longer)


def guessed(word: str) -> Kind:
    """The kind of a word in no list by its ending."""
    endings = {"ed": Kind.PAST, "ing": Kind.ING, "ly": Kind.ADVERB}
    return next((kind for ending, kind in endings.items() if word.lower().endswith(ending)), Kind.OTHER)


def is_shouted(word: str) -> bool:
    """A longer word that begins with two capitals stands in capitals."""
    return len(word.encode("utf-8", "surrogatepass")) > 3 and len(word) > 1 and word[1] in CAPITALS


def blanked(piece: Piece) -> str:
    """The piece's text with furniture as line ends."""
    text = piece.text
    for start, end in piece.blank:
        text = text[:start] + "\n" * len(text[start:end]) + text[end:]
    return text


def unwrapped(plain: str) -> str:
    """Line ends inside a sentence as spaces: a letter or comma stands before, a small letter after."""
    characters = list(plain)
    for i, character in enumerate(plain[:-1]):
        if character == "\n" and i > 0 and plain[i + 1] in SMALL:
            before = plain[i - 2] if plain[i - 1] == "\r" and i > 1 else plain[i - 1]
            if before == "," or (is_word(before) and before not in DIGITS):
                characters[i] = " "
    return "".join(characters)


def marks_of(gap: str) -> frozenset[str]:
    """The marks in a gap. A hyphen that does more than join two words is a dash too."""
    marks = {name for name, characters in MARKS.items() if not characters.isdisjoint(gap)}
    if "hyphen" in marks and len(gap) > 1:
        marks.add("dash")
    return frozenset(marks)
