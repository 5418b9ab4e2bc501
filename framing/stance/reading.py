"""Targets in their texts: every listed word beside the target, with its role, its value in that role, and its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import TypeVar

import numpy as np

from framing.lexicon.model import Entry
from framing.link.loose import Loose, roles_toward
from framing.link.mentions import find_spans
from framing.link.roles import Role
from framing.spans.matches import find_matches
from framing.spans.mentions import mark_mentions
from framing.spans.terms import ADJECTIVE, ADVERB, NOUN, PHRASE, VERB, Terms, compile_terms
from framing.text.arrays import Bools, Bytes, Floats, Ints, places
from framing.text.buffer import Buffer, Piece, cut_chunks, join_pieces
from framing.text.kinds import COPULA, VERBAL, Kind
from framing.text.phrases import Phrases, settle
from framing.text.vocabulary import Vocabulary
from framing.text.wordclasses import common_words
from framing.text.words import Sheet, read_words

_NEGATED = -0.5  # a negated word turns and loses half its force
_AS_BEARER = np.zeros(256, bool)
_AS_BEARER[
    [Role.LABEL, Role.EPITHET, Role.APPOSITION, Role.COMPLEMENT, Role.NAMED, Role.CHARGE, Role.POSSESSED, Role.HEAD]
] = True
_AS_OBJECT = np.zeros(256, bool)
_AS_OBJECT[[Role.OBJECT, Role.VERB_AT, Role.PASSIVE]] = True
_AS_OBJECT[[Loose.OWNED_OBJECT, Loose.OBJECT_AFTER, Loose.VERB_NEAR]] = True
_AS_OBJECT[[Loose.SAME_BEFORE, Loose.NEXT_BEFORE, Loose.FAR_BEFORE]] = True

# Which part of speech is meant by a spelling that may be several, by the kind of word that it is where it stands.
_FIRST_MEANT = {NOUN: (NOUN, VERB, ADJECTIVE, ADVERB), VERB: (VERB, NOUN, ADJECTIVE, ADVERB),
                ADJECTIVE: (ADJECTIVE, VERB, NOUN, ADVERB), ADVERB: (ADVERB, ADJECTIVE, NOUN, VERB)}  # fmt: skip
_POS_OF: dict[int, int] = dict.fromkeys(VERBAL | COPULA | {Kind.PAST, Kind.HAVE}, VERB)
_POS_OF |= {Kind.ADJECTIVE: ADJECTIVE, Kind.ADVERB: ADVERB}
_RANK = np.full((64, 8), 9, np.uint8)
for _kind in range(64):
    for _rank, _pos in enumerate(_FIRST_MEANT[_POS_OF.get(_kind, NOUN)]):
        _RANK[_kind, _pos] = _rank
_RANK[:, PHRASE] = 4
ColumnsT = TypeVar("ColumnsT", "Contacts", "Targets")


@dataclass(frozen=True)
class Contacts:
    """
    Listed words beside a target, one place a word (or phrase), in the order of the rows and of the text.

    Attributes:
        row: the target it is read toward.
        start, end: characters in the text.
        sense: place in the terms.
        role: a `Role` or `Loose`.
        value: how it colours whoever has that role, -3 … +3, turned where negated; NaN where the word is not rated.
        force: the largest value that it has in any role, 0 … 3.
        factor: 1, or what a negation leaves of it.
        distance: words between it and the target.
        quoted: it stands in a quotation and the target does not.
    """

    row: Ints
    start: Ints
    end: Ints
    sense: Ints
    role: Bytes
    value: Floats
    force: Floats
    factor: Floats
    distance: Ints
    quoted: Bools

    def where(self, keep: Bools | Ints) -> Contacts:
        """The contacts that `keep` picks."""
        at = places(keep)
        return Contacts(*(getattr(self, field.name).take(at) for field in fields(self)))


@dataclass(frozen=True)
class Targets:
    """
    What is known of the targets themselves, one place a row.

    Attributes:
        opens: it opens the text. owning: "his" before a noun. pronoun: it is a pronoun. quoted: in a quotation.
        quotes: the text has a quotation.
        place: how far into the text it stands, 0 … 1. words: length of the text in words.
        before, after: kind of the word before and after it.
    """

    opens: Bools
    owning: Bools
    pronoun: Bools
    quoted: Bools
    quotes: Bools
    place: Floats
    words: Ints
    before: Bytes
    after: Bytes


class Reader:
    """
    Reads texts toward targets.

    Args:
        entries: the rated words (a lexicon of kind `tone`).
        further: words without a rating that weigh in all the same.

    Attributes:
        terms: their spellings and senses.
        words: base forms; several parts of speech of a word are one. word_of_sense: by sense, place in `words`.
    """

    def __init__(self, entries: Sequence[Entry], further: Iterable[str] = ()) -> None:
        known = {spelling for entry in entries for spelling in entry.spellings}
        plain = [Entry(word, "", valence=None, lexicon="words") for word in further if word not in known]
        self.terms: Terms = compile_terms([*entries, *plain])
        self.vocabulary = Vocabulary(common_words(), self.terms.spellings, (), ())
        terms = self.terms
        number: dict[str, int] = {}
        terms_of_senses = [terms.entries[entry].term.lower() for entry in terms.entry]
        self.word_of_sense = np.array([number.setdefault(term, len(number)) for term in terms_of_senses])
        self.words: tuple[str, ...] = tuple(number)
        values = np.stack([terms.bearer, terms.subject, terms.object])
        self._force = np.abs(np.nan_to_num(values)).max(axis=0)
        self._rated = ~np.isnan(values).all(axis=0)

    def read(self, texts: Sequence[str], start: Sequence[int], end: Sequence[int]) -> tuple[Contacts, Targets]:
        """
        The contacts of every target, and the targets.

        Args:
            texts, start, end: a row a target: its text, and the target's characters in it.
        """
        pieces = [Piece(row, False, text) for row, text in enumerate(texts)]
        found = [self._read_chunk(chunk, start, end) for chunk in cut_chunks(pieces)]
        return _stack(Contacts, [contacts for contacts, _ in found]), _stack(Targets, [target for _, target in found])

    def _read_chunk(self, chunk: Sequence[Piece], start: Sequence[int], end: Sequence[int]) -> tuple[Contacts, Targets]:
        buffer = join_pieces(chunk)
        sheet = read_words(buffer, self.vocabulary)
        begin, until = _target_words(buffer, sheet, start, end)
        bounds = np.searchsorted(sheet.start, buffer.start), np.searchsorted(sheet.end, buffer.end, "right") - 1
        owning = sheet.kind.take(begin) == Kind.OWNING
        pronoun = owning | (sheet.kind.take(begin) == Kind.PRONOUN)
        mark_mentions(sheet, begin, until)
        settle(sheet)
        phrases = Phrases(sheet)
        quotation = phrases.quotation(begin)
        first, last = bounds
        some = np.searchsorted(sheet.quotations.first, last, "right") > np.searchsorted(sheet.quotations.first, first)
        size = np.maximum(last - first + 1, 1)
        targets = Targets(
            opens=begin == first,
            owning=owning,
            pronoun=pronoun,
            quoted=quotation >= 0,
            quotes=some,
            place=(begin - first) / size,
            words=size,
            before=np.where(begin == first, 0, sheet.kind.take(begin - 1)).astype(np.uint8),
            after=np.where(until == last, 0, sheet.kind.take(until + 1)).astype(np.uint8),
        )
        return self._contacts(buffer, phrases, (begin, until, owning)), targets

    def _contacts(self, buffer: Buffer, phrases: Phrases, target: tuple[Ints, Ints, Bools]) -> Contacts:
        sheet, terms = phrases.sheet, self.terms
        found, _, _ = find_matches(sheet, self.vocabulary)
        inside = buffer.start.take(piece := np.maximum(buffer.piece_of(sheet.start.take(found.first)), 0))
        begin, until = target[0].take(piece), target[1].take(piece)
        keep = (sheet.start.take(found.first) >= inside) & ((found.last < begin) | (found.first > until))
        named = (sheet.kind.take(found.first) == Kind.NAME) & sheet.capital.take(found.first)
        at = np.flatnonzero(keep & ~(named & ~sheet.opening.take(found.first)))  # a name is no word of the language
        found, piece = found.where(at), piece.take(at)
        begin, until = begin.take(at), until.take(at)
        first, last = found.first, found.last
        role = roles_toward(phrases, (first, last), find_spans(phrases, *target), piece)
        sense = _meant(terms, found.which, sheet.kind.take(first))
        factor = np.where(phrases.negated(first), _NEGATED, 1.0)
        value = np.where(self._rated.take(sense), _value(terms, sense, role), np.nan)
        return Contacts(
            row=np.array([part.article for part in buffer.pieces], np.int64).take(piece),
            start=buffer.characters(sheet.start.take(first)),
            end=buffer.characters(sheet.end.take(last)),
            sense=sense,
            role=role,
            value=value * factor,
            force=self._force.take(sense),
            factor=factor,
            distance=np.where(last < begin, begin - last, first - until),
            quoted=(phrases.quotation(first) >= 0) & (phrases.quotation(begin) < 0),
        )


def _stack(kind: type[ColumnsT], parts: Sequence[ColumnsT]) -> ColumnsT:
    return kind(*(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(kind)))


def _target_words(buffer: Buffer, sheet: Sheet, start: Sequence[int], end: Sequence[int]) -> tuple[Ints, Ints]:
    """First and last word of every target, without a possessive "'s" at its end."""
    begin, until = [], []
    for piece, offset in zip(buffer.pieces, buffer.start.tolist(), strict=True):
        row = piece.article
        begin.append(offset + len(piece.text[: start[row]].encode("utf-8", "surrogatepass")))
        until.append(begin[-1] + len(piece.text[start[row] : end[row]].encode("utf-8", "surrogatepass")))
    first = np.minimum(np.searchsorted(sheet.end, np.array(begin, np.int64), "right"), len(sheet.end) - 1)
    last = np.maximum(np.searchsorted(sheet.start, np.array(until, np.int64)) - 1, first)
    single = sheet.end.take(last) - sheet.start.take(last) == 1
    possessive = (last > first) & single & (sheet.text.take(sheet.start.take(last)) | np.uint8(0x20) == ord("s"))
    return first, last - possessive


def _meant(terms: Terms, spelling: Ints, kind: Bytes) -> Ints:
    """The sense that is meant by each match: the one whose part of speech fits the kind of word best."""
    match, sense = terms.expand(spelling)
    rank = _RANK[kind.take(match), terms.pos.take(sense)]
    order = np.lexsort((sense, rank, match))
    best = order[np.unique(match.take(order), return_index=True)[1]]
    out: Ints = sense.take(best)
    return out


def _value(terms: Terms, sense: Ints, role: Bytes) -> Floats:
    """How the sense colours whoever has that role: a verb its object, its subject or, as a participle, its bearer."""
    bearer, subject, object_ = terms.bearer.take(sense), terms.subject.take(sense), terms.object.take(sense)
    verb = np.where(_AS_OBJECT.take(role), object_, subject)
    modifies = _AS_BEARER.take(role)
    verb = np.where(modifies, np.where(np.isnan(bearer), object_, bearer), verb)
    out: Floats = np.nan_to_num(np.where(terms.pos.take(sense) == VERB, verb, bearer))
    return out
