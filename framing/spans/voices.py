"""Whose words each word is: the outlet's own, quoted, in scare quotes, or the headline's."""

from __future__ import annotations

import numpy as np

from framing.text.arrays import Bools, Bytes, Ints, contains, inside_ranges, repeat_ranges
from framing.text.kinds import Kind
from framing.text.vocabulary import SAYS
from framing.text.words import DASH, HYPHEN, SPACE, Sheet

OWN, QUOTED, SCARE, HEADLINE = range(4)  # in the order of tables.VOICES
_LONGEST_SCARE = 6  # words; a longer fragment is somebody's, even if nobody is named


def find_scare(sheet: Sheet) -> Bools:
    """
    Which quotations are scare quotes: short fragments in a sentence in which nobody says, calls or describes.

    One that is a whole paragraph is none: somebody says it.

    Args:
        sheet: settled words with their quotations.
    """
    quotations = sheet.quotations
    before, second = sheet.kind.take(quotations.first - 1), sheet.kind.take(quotations.first - 2)
    described = (before == Kind.AS) | (before == Kind.DETERMINER) & (second == Kind.AS)  # 'blasted it as a "…"'
    short = quotations.last - quotations.first < _LONGEST_SCARE
    maybe = np.flatnonzero(short & ~quotations.speech & ~described & ~sheet.whole_paragraphs())
    sentence, saying = sheet.sentence.take(quotations.first.take(maybe)), sheet.with_trait(SAYS)
    saying = saying[contains(sentence, sheet.sentence.take(saying))]
    joined = (sheet.marks.take(saying) & (HYPHEN | SPACE | DASH)) == HYPHEN  # nobody is called anything in "so-called"
    saying = saying[~joined & ~inside_ranges(saying, quotations.first, quotations.last)]
    out = np.zeros(len(quotations.first), bool)
    out[maybe[~contains(sheet.sentence.take(saying), sentence)]] = True
    return out


def give_voices(sheet: Sheet, scare: Bools, headline: tuple[Ints, Ints]) -> Bytes:
    """
    The voice of every word.

    Args:
        sheet: words with their quotations.
        scare: which quotations are scare quotes.
        headline: first and last words of the headlines.
    """
    quotations = sheet.quotations
    voice = np.full(len(sheet.word), OWN, np.uint8)
    voice[repeat_ranges(*headline)] = HEADLINE
    for which, name in ((~scare, QUOTED), (scare, SCARE)):
        voice[repeat_ranges(quotations.first[which], quotations.last[which])] = name
    return voice
