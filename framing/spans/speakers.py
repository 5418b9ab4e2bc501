"""Who says a quotation: the subject of the reporting verb beside it, or whoever spoke before where it goes on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from framing.spans.names import Names
from framing.spans.people import People
from framing.spans.subjects import DESCRIBED, NAMED, OFFICE, SubjectFinder
from framing.text.arrays import Bools, Floats, Ints
from framing.text.quotes import Quotations
from framing.text.words import Sheet

_PLACES = (
    ("reporting verb after it", 1.0),
    ("reporting verb before it", 0.95),
    ("reporting verb in the sentence before it", 0.85),
    ("goes on from the paragraph before", 0.95),
    ("same speaker goes on", 0.9),
)
_SUBJECTS = (
    ("", 0.95),
    (", he or she", 0.85),
    (", office", 0.8),
    (", described", 0.85),
    (", subject of the sentence", 0.8),
)
RULES = ("", *(place + subject for place, _ in _PLACES for subject, _ in _SUBJECTS))
CONFIDENCE = np.array([0.0, *(place * subject for _, place in _PLACES for _, subject in _SUBJECTS)])  # our judgement
_AFTER, _BEFORE, _INTRODUCED, _CONTINUED, _CARRIED = range(5)
_INHERITED = 4
_ASKED_NEAR = 4  # words between "…?" and the verb of who asks
_NEAR = 8  # words between a quotation's end and the verb after it


@dataclass(frozen=True)
class Speakers:
    """
    Who says each quotation, one place a quotation; 0 and -1 for nobody.

    Attributes:
        rule: place in RULES and CONFIDENCE.
        first, last: the words that name the speaker, the fullest name where the article has several.
        actor: the actor who speaks. verb: the reporting verb's word.
    """

    rule: Ints
    first: Ints
    last: Ints
    actor: Ints
    verb: Ints

    @property
    def confidence(self) -> Floats:
        """How sure each is, 0 … 1."""
        return CONFIDENCE.take(self.rule)


@dataclass(frozen=True)
class _Chosen:
    """By quotation: number of its verb (-1: none), and where that stands (a place in _PLACES)."""

    verb: Ints
    place: Ints


def find_speakers(sheet: Sheet, verbs: Ints, scare: Bools, subjects: SubjectFinder, people: People) -> Speakers:
    """
    The speaker of every quotation that is not a scare quote.

    Args:
        sheet: settled words with their quotations.
        verbs: words that say that somebody says something, in order.
        scare: which quotations are scare quotes.
        subjects: finds the subjects of verbs.
        people: knows who "he" and "the governor" are, and the fullest form of a name.
    """
    chosen = _carry(sheet, _introduce(sheet, verbs, scare, _choose(sheet, verbs, scare)))
    used, place = np.unique(chosen.verb, return_inverse=True)  # -1, if any, comes first
    nobody = int(used.size > 0 and used[0] < 0)
    found = subjects.find(verbs.take(used[nobody:]))
    name = people.resolve(found)
    full = people.fullest(name)
    worded = (name < 0) & ((found.how == DESCRIBED) | (found.how == OFFICE))
    names: Names = people.names
    first = np.where(worded, found.first, names.first.take(full))
    last = np.where(worded, found.last, names.last.take(full))
    kind = np.where(found.inherited, _INHERITED, np.maximum(found.how - NAMED, 0))
    at = place - nobody  # -1: the last one, which is nobody's
    columns = (first, last, people.actor(name, full), verbs.take(used[nobody:]))
    first, last, actor, verb = (np.append(column, -1).take(at) for column in columns)
    rule = 1 + chosen.place * len(_SUBJECTS) + np.append(kind, 0).take(at)
    known = (first >= 0) & (chosen.verb >= 0)
    return Speakers(
        rule=np.where(known, rule, 0),
        first=np.where(known, first, -1),
        last=np.where(known, last, -1),
        actor=np.where(known, actor, -1),
        verb=np.where(known, verb, -1),
    )


def _choose(sheet: Sheet, verbs: Ints, scare: Bools) -> _Chosen:
    """
    The verb beside each quotation.

    The verb right after it in its sentence goes first (after "…?" also in what looks like the next one), then the last
    one before it in its sentence, then for a fragment any after it.
    """
    quotations, size = sheet.quotations, len(sheet.quotations.first)
    if not verbs.size or not size:
        return _Chosen(np.full(size, -1), np.zeros(size, np.int64))
    last = len(verbs) - 1
    before = np.searchsorted(verbs, quotations.first) - 1
    after = np.searchsorted(verbs, quotations.last, "right")
    ahead, behind = verbs.take(np.minimum(after, last)), verbs.take(np.maximum(before, 0))
    follows = (after <= last) & _goes_on(sheet, quotations, ahead)
    near = follows & ((ahead - quotations.last <= _NEAR) | ~quotations.speech)
    leads = (before >= 0) & (sheet.sentence.take(behind) == sheet.sentence.take(quotations.first))
    close = near & (ahead - quotations.last <= _NEAR) & quotations.speech
    chosen = np.where(close, after, np.where(leads, before, np.where(near, after, -1)))
    return _Chosen(np.where(scare, -1, chosen), np.where(leads & ~close, _BEFORE, _AFTER))


def _goes_on(sheet: Sheet, quotations: Quotations, verb: Ints) -> Bools:
    """Whether the sentence goes on from the quotation to the verb: '"Is it over?" Voss said' is one."""
    sentence, end = sheet.sentence.take(verb), sheet.sentence.take(quotations.last)
    out: Bools = sentence == end
    asked = np.flatnonzero(quotations.asks & (sentence == end + 1) & (verb - quotations.last <= _ASKED_NEAR))
    line, line_of_end = (np.searchsorted(sheet.lines, word.take(asked), "right") for word in (verb, quotations.last))
    out[asked] = line == line_of_end
    return out


def _introduce(sheet: Sheet, verbs: Ints, scare: Bools, chosen: _Chosen) -> _Chosen:
    """
    Give speech without a verb, which opens a sentence, the last verb of the sentence before.

    That one must hold no other quotation, or end with a colon.
    """
    quotations = sheet.quotations
    before = np.searchsorted(verbs, quotations.first) - 1
    open_ = (chosen.verb < 0) & quotations.speech & ~scare & sheet.opening.take(quotations.first) & (before >= 0)
    at = np.flatnonzero(open_)
    first, previous = quotations.first.take(at), np.append(quotations.last, 0).take(at - 1)  # the first one's: word 0
    sentence = sheet.sentence.take(first) - 1
    colon = sheet.text.take(sheet.end.take(first - 1)) == ord(":")
    said = sheet.sentence.take(verbs.take(before.take(at))) == sentence
    at = at[said & (colon | (sheet.sentence.take(previous) < sentence))]
    verb, place = chosen.verb.copy(), chosen.place.copy()
    verb[at], place[at] = before.take(at), _INTRODUCED
    return _Chosen(verb, place)


def _carry(sheet: Sheet, chosen: _Chosen) -> _Chosen:
    """
    Keep the verb of the quotation before.

    A quotation does that goes on from the paragraph before; and speech without a verb that follows another quotation in
    its paragraph, or is a whole paragraph after one that ended with a quotation.
    """
    quotations = sheet.quotations
    if not quotations.first.size:
        return chosen
    previous = np.concatenate([[0], quotations.last[:-1]])
    whole = sheet.whole_paragraphs()
    line, line_before = (np.searchsorted(sheet.lines, word, "right") for word in (quotations.first, previous))
    unsaid = quotations.speech & (chosen.verb < 0)
    carried: Bools = unsaid & (whole & (line - line_before == 1) | (line == line_before))
    continues = quotations.continues & np.concatenate([[False], quotations.runs_on[:-1]])
    goes_on = (continues | carried) & (np.arange(len(whole)) > 0)
    origin = np.maximum.accumulate(np.where(goes_on, 0, np.arange(len(whole))))  # the quotation it goes on from
    place = np.where(goes_on, np.where(continues, _CONTINUED, _CARRIED), chosen.place)
    return _Chosen(chosen.verb.take(origin), place)
