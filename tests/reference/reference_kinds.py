"""Kinds that words have in their context: entries and mentions first, then the unsure ones by their neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from reference_matching import Match
from reference_text import Text

from framing.spans.terms import ADJECTIVE, NOUN
from framing.text.kinds import CLITICS, COPULA, PREPOSITIONS, UNSURE, VERBAL, Kind, settle_kind

BEFORE_EPITHET = VERBAL | PREPOSITIONS | {Kind.S_FORM, Kind.AND, Kind.ING, Kind.CLAUSE, Kind.ADJECTIVE}
SKIPPED = {Kind.ADVERB, Kind.NEGATION, Kind.CLITIC_T}


def mark_mentions(text: Text, spans: Iterable[tuple[int, int]]) -> None:
    """All words of mentions are of that kind."""
    for first, last in spans:
        for word in text.words[first : last + 1]:
            word.kind = Kind.MENTION


def mark_entries(text: Text, terms: Sequence[Match]) -> None:
    """
    Nouns and adjectives of several words are so in all their words. A participle that is listed as an adjective is one
    after "was" and the like, and before a name where no subject stands before it; one that opens a sentence before a
    name is one in any case.
    """
    parts = [{int(text.lists.terms.pos[sense]) for sense in senses_of(text, match)} for match in terms]
    for match, of in zip(terms, parts, strict=True):
        if match.last > match.first and of & {NOUN, ADJECTIVE}:
            for word in text.words[match.first : match.last + 1]:
                word.kind = Kind.ADJECTIVE if ADJECTIVE in of else Kind.NOUN
    kinds = [word.kind for word in text.words]
    for match, of in zip(terms, parts, strict=True):
        word, parted = text.words[match.first], text.words[match.first].gap - {"space"}
        if match.first == match.last and of and kinds[match.first] in (Kind.PAST, Kind.ING):
            before, named = kinds[match.first - 1], kinds[match.last + 1] == Kind.MENTION
            complement = ADJECTIVE in of and before in COPULA | {Kind.CLITIC_BE} and not parted
            epithet = named and (word.opening or (ADJECTIVE in of and (before in BEFORE_EPITHET or parted)))
            if complement or epithet:
                word.kind = Kind.ADJECTIVE


def senses_of(text: Text, match: Match) -> range:
    """The senses of the spelling that matched."""
    begin = text.lists.terms.begin
    return range(int(begin[match.which]), int(begin[match.which + 1]))


def settle(text: Text) -> None:
    """The kinds of hyphened participles, of stray clitics and of unsure words; commas between adjectives go."""
    words = text.words
    for i, word in enumerate(words):
        joined = is_joined_by_hyphen(text, i) and len(words[i - 1].text.encode("utf-8", "surrogatepass")) > 2
        if joined and word.kind in (Kind.ING, Kind.PAST):
            word.kind = Kind.ADJECTIVE
            if words[i - 1].kind != Kind.MENTION:
                words[i - 1].kind = Kind.ADJECTIVE
    for word in words:
        if word.kind in CLITICS and not ("apostrophe" in word.gap and "space" not in word.gap):
            word.kind = Kind.OTHER
    settle_unsure(text)
    for before, word in pairwise(words):
        if "comma" in word.gap and word.kind == before.kind == Kind.ADJECTIVE:
            word.gap -= {"comma"}


def settle_unsure(text: Text) -> None:
    """Every unsure word by the kinds that stand around it before any of them changes."""
    kinds = [word.kind for word in text.words]
    for i, word in enumerate(text.words):
        if kinds[i] in UNSURE:
            before = i - 1
            for _ in range(2):
                before -= kinds[before] in SKIPPED
            kind_before = Kind.POSSESSIVE if follows_plural_owner(text, i) else kinds[before]
            word.kind = settle_kind(kinds[i], kind_before, kinds[i + 1])


def follows_plural_owner(text: Text, i: int) -> bool:
    """Does the word before own this one by an apostrophe alone, that closes no quotation: "the rebels' lies"?"""
    owner, gap = text.words[i - 1], text.words[i].gap
    apostrophe = text.plain[owner.end] == "'" and owner.text[-1] in "sS" and gap == {"apostrophe", "space"}
    return apostrophe and i - 1 not in text.closing


def is_joined_by_hyphen(text: Text, i: int) -> bool:
    """Does a hyphen join the word to the one before?"""
    return "hyphen" in text.words[i].gap and text.words[i].gap.isdisjoint({"space", "dash"})
