"""Who says a quotation: the subject of the reporting verb beside it, or whoever spoke before where it goes on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from framing.text.arrays import Bools, Ints
from framing.text.quotes import Quotations
from framing.text.words import NEWLINE, Sheet

RULES = (
    "",
    "reporting verb after it",
    "reporting verb before it",
    "goes on from the paragraph before",
    "same speaker goes on",
)
_AFTER, _BEFORE, _CONTINUED, _CARRIED = range(1, 5)
_ASKED_NEAR = 4  # words between "…?" and the verb of who asks
_NEAR = 8  # words between a quotation's end and the verb after it


@dataclass(frozen=True)
class Sayings:
    """Reporting verbs whose subject is known, in order: the verb's word, and the subject's mention and actor."""

    word: Ints
    mention: Ints
    actor: Ints


@dataclass(frozen=True)
class Speakers:
    """By quotation: number of the saying that names its speaker, and rule (a place in RULES); -1 and 0 for nobody."""

    saying: Ints
    rule: Ints


def find_speakers(sheet: Sheet, sayings: Sayings, scare: Bools) -> Speakers:
    """
    The speaker of every quotation that is not a scare quote.

    The verb right after it in its sentence goes first (after "…?" also in what looks like the next one), then the last
    one before it in its sentence (for a fragment also any after it). A quotation that goes on from the paragraph
    before, that follows another in its paragraph, or that is a whole paragraph after one that ended with a quotation,
    keeps the speaker.
    """
    quotations, size = sheet.quotations, len(sheet.quotations.first)
    chosen, rule = np.full(size, -1), np.zeros(size, np.int64)
    if sayings.word.size and size:
        last = len(sayings.word) - 1
        before = np.searchsorted(sayings.word, quotations.first) - 1
        after = np.searchsorted(sayings.word, quotations.last, "right")
        ahead, behind = sayings.word.take(np.minimum(after, last)), sayings.word.take(np.maximum(before, 0))
        follows = (after <= last) & _goes_on(sheet, quotations, ahead)
        near = follows & ((ahead - quotations.last <= _NEAR) | ~quotations.speech)
        leads = (before >= 0) & (sheet.sentence.take(behind) == sheet.sentence.take(quotations.first))
        close = near & (ahead - quotations.last <= _NEAR) & quotations.speech
        chosen = np.where(close, after, np.where(leads, before, np.where(near, after, -1)))
        rule = np.where(close, _AFTER, np.where(leads, _BEFORE, np.where(near, _AFTER, 0)))
        chosen[scare], rule[scare] = -1, 0
    return _carry(sheet, Speakers(chosen, rule))


def _goes_on(sheet: Sheet, quotations: Quotations, verb: Ints) -> Bools:
    """Whether the sentence goes on from the quotation to the verb: '"Is it over?" Voss said' is one."""
    sentence, end = sheet.sentence.take(verb), sheet.sentence.take(quotations.last)
    line, line_of_end = (np.searchsorted(sheet.lines, word, "right") for word in (verb, quotations.last))
    same_line = line == line_of_end
    asked = quotations.asks & (sentence == end + 1) & (verb - quotations.last <= _ASKED_NEAR) & same_line
    out: Bools = (sentence == end) | asked
    return out


def _carry(sheet: Sheet, found: Speakers) -> Speakers:
    quotations = sheet.quotations
    if not quotations.first.size:
        return found
    previous = np.concatenate([[0], quotations.last[:-1]])
    before, after = sheet.marks.take(quotations.first), sheet.marks.take(quotations.last + 1, mode="clip")
    whole = (before & after & NEWLINE) > 0
    line, line_before = (np.searchsorted(sheet.lines, word, "right") for word in (quotations.first, previous))
    unsaid = quotations.speech & (found.saying < 0)
    carried: Bools = unsaid & (whole & (line - line_before == 1) | (line == line_before))
    continues = quotations.continues & np.concatenate([[False], quotations.runs_on[:-1]])
    goes_on = (continues | carried) & (np.arange(len(whole)) > 0)
    source = np.where(goes_on, -1, np.arange(len(whole)))
    origin = np.maximum.accumulate(np.where(source >= 0, source, 0))  # the quotation it goes on from
    saying = found.saying.take(origin)
    rule = np.where(goes_on, np.where(continues, _CONTINUED, _CARRIED), found.rule)
    return Speakers(saying, np.where(saying >= 0, rule, 0))
