"""One pass over a buffer of articles: from bytes to who says what about whom, all as arrays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from framing.actors.cast import Cast
from framing.lexicon.model import Entry
from framing.link.roles import Role
from framing.link.ties import Ties, tie
from framing.spans.matches import Found, drop_inside, find_matches
from framing.spans.mentions import FORMS, Mentions, find_named
from framing.spans.references import find_references
from framing.spans.scene import Scene
from framing.spans.speakers import Sayings, Speakers, find_speakers
from framing.spans.terms import ADJECTIVE, NOUN, PHRASE, VERB, Terms, compile_terms
from framing.spans.voices import find_scare, give_voices
from framing.text.arrays import Bools, Bytes, Ints, contains, repeat_ranges
from framing.text.buffer import Buffer, Piece, join_pieces
from framing.text.kinds import COPULA, MODIFIED, OPENERS, PREPOSITIONS, VERBAL, Kind
from framing.text.phrases import Phrases, members, settle
from framing.text.vocabulary import Vocabulary, split_phrase
from framing.text.wordclasses import common_words
from framing.text.words import APOSTROPHE, SPACE, Sheet, read_words

_NAMES_FOLLOW = members(OPENERS | PREPOSITIONS)
_DOES_FOLLOW = members({Kind.TO, Kind.AUXILIARY, Kind.PRONOUN, Kind.WHO, Kind.CLITIC_WILL})
_IS_QUALIFIED = members(MODIFIED | {Kind.POSSESSIVE})
_IS_PARTICIPLE = members({Kind.PAST, Kind.ING})
_TAKES_COMPLEMENT = members(COPULA | {Kind.CLITIC_BE})
_BEFORE_EPITHET = members(VERBAL | PREPOSITIONS | {Kind.S_FORM, Kind.AND, Kind.ING, Kind.CLAUSE, Kind.ADJECTIVE})
_IS_INFERRED = np.isin(FORMS, ("office", "epithet"))  # what stands for a name: names are marked, pronouns never


@dataclass(frozen=True)
class Equipment:
    """What texts are read with: the words known, the lexicon entries and the actors."""

    vocabulary: Vocabulary
    terms: Terms
    cast: Cast


@dataclass(frozen=True)
class Reading:
    """
    A buffer as read. Hits are (match, sense) pairs; `ties` names hits by their match.

    Attributes:
        found: the matches. match, sense: the hits. negated: by match. voice: by word.
        scare, speakers: by quotation. sayings: the reporting verbs with a known subject.
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
    sayings: Sayings
    speakers: Speakers


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
    _mark_mentions(sheet, names.first, names.last)
    match, sense = terms.expand(found.which)
    _mark_entries(sheet, found, match, terms.pos.take(sense))
    settle(sheet)
    named = find_named(names, article.take(names.first), equipment.cast)
    mentions = named.join(find_references(Scene(sheet, vocabulary, equipment.cast, terms, found, named, article)))
    inferred = np.flatnonzero(_IS_INFERRED.take(mentions.form))
    _mark_mentions(sheet, mentions.first.take(inferred), mentions.last.take(inferred))
    phrases = Phrases(sheet)
    fits = _fits_pos(sheet, found, match, terms.pos.take(sense)) & _fits_case(buffer, sheet, found, terms, match, sense)
    fits &= ~_excused(found, match, terms.entry.take(sense), contexts, terms)
    match, sense = match[fits], sense[fits]
    ties = tie(phrases, found.first, found.last, mentions.first, mentions.last, mentions.owning)
    scare = find_scare(sheet)
    negated = phrases.negated(found.first)
    affirmed = ~negated.take(match)
    sayings = _find_sayings(sheet, terms, found, (match[affirmed], sense[affirmed]), mentions, ties)
    return Reading(
        buffer=buffer,
        sheet=sheet,
        found=found,
        match=match,
        sense=sense,
        negated=negated,
        mentions=mentions,
        ties=ties,
        voice=give_voices(sheet, scare, _headlines(buffer, sheet)),
        scare=scare,
        sayings=sayings,
        speakers=find_speakers(sheet, sayings, scare),
    )


def _articles(buffer: Buffer, sheet: Sheet) -> Ints:
    """The article of every word; the dummies at the buffer's start count with the first."""
    first = np.searchsorted(sheet.start, buffer.start)
    bounds = np.concatenate([[0], first[1:], [len(sheet.start)]])
    return np.repeat(np.array([piece.article for piece in buffer.pieces], np.int64), np.diff(bounds))


def _mark_mentions(sheet: Sheet, first: Ints, last: Ints) -> None:
    sheet.kind[first] = sheet.kind[last] = Kind.MENTION
    for step in range(1, int((last - first).max(initial=0))):
        sheet.kind[np.minimum(first + step, last)] = Kind.MENTION


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


def _qualifies(sheet: Sheet, last: Ints) -> Bools:
    """Whether a name that ends here owns or modifies what follows: "Voss's aide", "the Voss aide"."""
    near = (sheet.marks.take(last + 1) & ~np.uint8(SPACE | APOSTROPHE)) == 0
    out: Bools = near & _IS_QUALIFIED.take(sheet.kind.take(last + 1))
    return out


def _find_sayings(
    sheet: Sheet, terms: Terms, found: Found, hits: tuple[Ints, Ints], mentions: Mentions, ties: Ties
) -> Sayings:
    """Reporting verbs with a subject, and "according to" before a mention that does not qualify what follows."""
    match, sense = hits
    reporting = terms.reporting.take(sense)
    says = np.zeros(len(found.first), bool)
    says[match[reporting]] = True
    subject = says.take(ties.hit) & (ties.role == Role.SUBJECT) & ~ties.shared
    phrase = np.zeros(len(found.first), bool)
    phrase[match[reporting & (terms.pos.take(sense) == PHRASE)]] = True
    following = np.searchsorted(mentions.first, found.last, "right")
    inside = np.minimum(following, max(len(mentions.first) - 1, 0))
    beside = np.flatnonzero(phrase & (following < len(mentions.first)))
    beside = beside[mentions.first.take(inside[beside]) - found.last.take(beside) <= 1]
    if beside.size:
        beside = beside[~_qualifies(sheet, mentions.last.take(inside[beside]))]
    hit = np.concatenate([ties.hit[subject], beside])
    mention = np.concatenate([ties.mention[subject], inside[beside]])
    word = found.first.take(hit)
    order = np.argsort(word, kind="stable")
    mention = mention[order]
    return Sayings(word[order], mention, mentions.actor.take(mention) if mention.size else mention)
