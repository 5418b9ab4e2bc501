"""One pass over a buffer of articles: from bytes to who says what about whom, all as arrays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TypeAlias

import numpy as np

from framing.actors.cast import Cast
from framing.lexicon.model import Entry
from framing.link.ties import Ties, tie
from framing.spans.matches import Found, drop_inside, find_matches
from framing.spans.mentions import FORMS, Mentions, find_named, mark_mentions
from framing.spans.names import Clauses, Names, Words, find_words, telling
from framing.spans.people import People
from framing.spans.references import find_references
from framing.spans.sayings import find_verbs
from framing.spans.scene import Scene
from framing.spans.speakers import Speakers, find_speakers
from framing.spans.subjects import SubjectFinder
from framing.spans.terms import ADJECTIVE, NOUN, VERB, Terms, compile_terms
from framing.spans.voices import find_scare, give_voices
from framing.text.arrays import Bools, Bytes, Ints, contains, repeat_ranges
from framing.text.buffer import Buffer, Piece, join_pieces
from framing.text.kinds import COPULA, OPENERS, PREPOSITIONS, VERBAL, Kind
from framing.text.phrases import Phrases, members, settle
from framing.text.vocabulary import Vocabulary, split_phrase
from framing.text.wordclasses import common_words
from framing.text.words import SPACE, Sheet, read_words

_NAMES_FOLLOW = members(OPENERS | PREPOSITIONS)
_DOES_FOLLOW = members({Kind.TO, Kind.AUXILIARY, Kind.PRONOUN, Kind.WHO, Kind.CLITIC_WILL})
_IS_PARTICIPLE = members({Kind.PAST, Kind.ING})
_TAKES_COMPLEMENT = members(COPULA | {Kind.CLITIC_BE})
_BEFORE_EPITHET = members(VERBAL | PREPOSITIONS | {Kind.S_FORM, Kind.AND, Kind.ING, Kind.CLAUSE, Kind.ADJECTIVE})
_IS_INFERRED = np.isin(FORMS, ("office", "epithet"))  # what stands for a name: names are marked, pronouns never

Voices: TypeAlias = tuple[Bools, Bytes]  # which quotations are scare quotes, and the voice of every word


@dataclass(frozen=True)
class Equipment:
    """What texts are read with: the words known, the lexicon entries and the actors."""

    vocabulary: Vocabulary
    terms: Terms
    cast: Cast

    @cached_property
    def tells(self) -> Bytes:
        """By word number, what a word tells of the name it is in or before."""
        return telling(self.vocabulary)


@dataclass(frozen=True)
class Reading:
    """
    A buffer as read. Hits are (match, sense) pairs; `ties` names hits by their match.

    Attributes:
        found: the matches. match, sense: the hits. negated: by match. voice: by word.
        scare: by quotation.
    """

    buffer: Buffer
    sheet: Sheet
    found: Found
    match: Ints
    sense: Ints
    negated: Bools
    mentions: Mentions
    ties: Ties
    voice: Bytes
    scare: Bools
    _find_speakers: Callable[[], Speakers]

    @cached_property
    def speakers(self) -> Speakers:
        """Who says each quotation; worked out when it is first asked for."""
        return self._find_speakers()


def equip(entries: Sequence[Entry], cast: Cast, titles: Iterable[str] = ()) -> Equipment:
    """
    Make lexicon entries and actors ready for reading; done once for a corpus.

    Args:
        entries: the entries in force.
        cast: who is looked for.
        titles: single words that may stand before a name ("president").
    """
    terms = compile_terms(entries)
    kinds = {**_entry_kinds(entries), **common_words(), **dict.fromkeys(titles, Kind.TITLE)}
    vocabulary = Vocabulary(
        kinds,
        terms.spellings,
        cast.names,
        terms.contexts,
        saying=terms.saying(),
        adjectives=cast.adjectives,
        prefixes=terms.prefixes,
    )
    return Equipment(vocabulary, terms, cast)


def _entry_kinds(entries: Sequence[Entry]) -> dict[str, Kind]:
    """Kinds of single words that only the lexicons know: "stooge" is a noun."""
    kinds: dict[str, Kind] = {}
    by_pos = {"noun": Kind.NOUN, "adj": Kind.ADJECTIVE, "adv": Kind.ADVERB}
    endings = {"ing": Kind.ING, "ed": Kind.PAST, "s": Kind.S_FORM}
    for entry in entries:
        for spelling in entry.spellings:
            words = split_phrase(spelling)
            if len(words) == 1 and entry.pos in by_pos:
                kinds[words[0]] = by_pos[entry.pos]
            elif words and entry.pos == "verb":
                kinds.setdefault(words[0], next((k for e, k in endings.items() if words[0].endswith(e)), Kind.VERB))
    return kinds


def read_buffer(pieces: Sequence[Piece], equipment: Equipment) -> Reading:
    """Everything there is to know of these pieces (whole articles, title before text)."""
    buffer, vocabulary, terms = join_pieces(pieces), equipment.vocabulary, equipment.terms
    sheet = read_words(buffer, vocabulary)
    found, names, contexts = find_matches(sheet, vocabulary)
    found = drop_inside(found, names)
    article = _articles(buffer, sheet)
    mark_mentions(sheet, names.first, names.last)
    match, sense = terms.expand(found.which)
    _mark_entries(sheet, found, match, terms.pos.take(sense))
    settle(sheet)
    named = find_named(names, article.take(names.first), equipment.cast)
    scene = Scene(sheet, vocabulary, equipment.cast, terms, found, named, article)
    mentions = named.join(find_references(scene))
    words = find_words(sheet)
    inferred = np.flatnonzero(_IS_INFERRED.take(mentions.form))
    mark_mentions(sheet, mentions.first.take(inferred), mentions.last.take(inferred))
    phrases = Phrases(sheet)
    fits = _fits_pos(sheet, found, match, terms.pos.take(sense)) & _fits_case(buffer, sheet, found, terms, match, sense)
    fits &= ~_excused(found, match, terms.entry.take(sense), contexts, terms)
    match, sense = match[fits], sense[fits]
    ties = tie(phrases, found.first, found.last, mentions.first, mentions.last, mentions.owning)
    scare = find_scare(sheet)
    negated = phrases.negated(found.first)
    voice = give_voices(sheet, scare, _headlines(buffer, sheet))
    return Reading(
        buffer=buffer,
        sheet=sheet,
        found=found,
        match=match,
        sense=sense,
        negated=negated,
        mentions=mentions,
        ties=ties,
        voice=voice,
        scare=scare,
        _find_speakers=partial(_find_speakers, scene, words, equipment, (match, sense), mentions, (scare, voice)),
    )


def _articles(buffer: Buffer, sheet: Sheet) -> Ints:
    """The article of every word; the dummies at the buffer's start count with the first."""
    first = np.searchsorted(sheet.start, buffer.start)
    bounds = np.concatenate([[0], first[1:], [len(sheet.start)]])
    return np.repeat(np.array([piece.article for piece in buffer.pieces], np.int64), np.diff(bounds))


def _mark_entries(sheet: Sheet, found: Found, match: Ints, pos: Ints) -> None:
    """
    What the lexicon knows of words that might be several things.

    Phrases that are nouns or adjectives are so in all their words. A participle that is listed as an adjective is one
    after "was", "left" and the like, and before a name that no subject precedes ("crushes sulking Rell").
    """
    first, last = found.first.take(match), found.last.take(match)
    long = last > first
    for kind, which in ((Kind.NOUN, pos == NOUN), (Kind.ADJECTIVE, pos == ADJECTIVE)):
        rows = np.flatnonzero(which & long)
        for step in range(int((last - first).take(rows).max(initial=-1)) + 1):
            sheet.kind[np.minimum(first.take(rows) + step, last.take(rows))] = kind
    participle = _IS_PARTICIPLE.take(sheet.kind.take(first)) & ~long
    before, named = sheet.kind.take(first - 1), sheet.kind.take(last + 1) == Kind.MENTION
    parted = (sheet.marks.take(first) & ~np.uint8(SPACE)) > 0
    complement = (pos == ADJECTIVE) & _TAKES_COMPLEMENT.take(before) & ~parted
    epithet = named & (sheet.opening.take(first) | (pos == ADJECTIVE) & (_BEFORE_EPITHET.take(before) | parted))
    sheet.kind[first[participle & (complement | epithet)]] = Kind.ADJECTIVE


def _fits_pos(sheet: Sheet, found: Found, match: Ints, pos: Ints) -> Bools:
    """A verb is not meant by a noun ("the slam"), nor a noun by a verb ("to puppet"); only clear cases count."""
    first = found.first.take(match)
    single = found.last.take(match) == first
    kind, before = sheet.kind.take(first), sheet.kind.take(first - 1)
    a_noun = (pos == VERB) & (kind == Kind.NOUN) & _NAMES_FOLLOW.take(before)
    a_verb = (pos == NOUN) & (kind == Kind.VERB) & _DOES_FOLLOW.take(before)
    out: Bools = ~(single & (a_noun | a_verb))
    return out


def _excused(found: Found, match: Ints, entry: Ints, contexts: Found, terms: Terms) -> Bools:
    """Hits that stand in a context in which their entry is not meant: "heart attack"."""
    out = np.zeros(len(match), bool)
    first, last = found.first.take(match), found.last.take(match)
    begin, until = np.searchsorted(first, contexts.first), np.searchsorted(first, contexts.last, "right")
    some = until > begin
    hit = repeat_ranges(begin[some], until[some] - 1)
    context = np.repeat(np.flatnonzero(some), (until - begin)[some])
    excuses = contains(terms.excused, contexts.which.take(context) * len(terms.entries) + entry.take(hit))
    out[hit[excuses & (last.take(hit) <= contexts.last.take(context))]] = True
    return out


def _fits_case(buffer: Buffer, sheet: Sheet, found: Found, terms: Terms, match: Ints, sense: Ints) -> Bools:
    """Entries in which case matters are found only as they are written."""
    fits = np.ones(len(match), bool)
    for row in np.flatnonzero(terms.cased.take(sense)).tolist():
        entry = terms.entries[terms.entry[sense[row]]]
        begin, end = sheet.start[found.first[match[row]]], sheet.end[found.last[match[row]]]
        surface = buffer.raw[begin:end].tobytes().decode("utf-8", "replace").replace("’", "'")
        fits[row] = surface in entry.spellings
    return fits


def _headlines(buffer: Buffer, sheet: Sheet) -> tuple[Ints, Ints]:
    """First and last words of titles, and of the headlines that texts without a title begin with."""
    begin, end = buffer.headlines
    first, last = np.searchsorted(sheet.start, begin), np.searchsorted(sheet.end, end, "right") - 1
    some = last >= first
    return first[some], last[some]


def _find_speakers(
    scene: Scene, words: Words, equipment: Equipment, hits: tuple[Ints, Ints], mentions: Mentions, voices: Voices
) -> Speakers:
    """Who says each quotation."""
    match, sense = hits
    scare, voice = voices
    found, sheet = scene.found, scene.sheet
    phrase = match[equipment.terms.reporting.take(sense) & (found.last.take(match) > found.first.take(match))]
    verbs = find_verbs(scene, voice, found.first.take(phrase))
    clauses = Clauses(sheet)
    names = Names(scene, clauses, words.named, voice, equipment.tells)
    subjects = SubjectFinder(scene, clauses, words.titles, names, voice)
    return find_speakers(sheet, verbs, scare, subjects, People(scene, names, mentions))
