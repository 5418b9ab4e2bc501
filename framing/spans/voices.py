"""Whose words each word is: the outlet's own, quoted, in scare quotes, or the headline's."""

from __future__ import annotations

import numpy as np

from framing.text.arrays import Bools, Ints
from framing.text.buffer import mark_ranges
from framing.text.kinds import Kind
from framing.text.vocabulary import Vocabulary
from framing.text.words import Sheet

OWN, QUOTED, SCARE, HEADLINE = range(4)  # in the order of tables.VOICES
_LONGEST_SCARE = 6  # words; a longer fragment is somebody's, even if nobody is named


def find_scare(sheet: Sheet, vocabulary: Vocabulary) -> Bools:
    """
    Which quotations are scare quotes: short fragments in a sentence in which nobody says, calls or describes.

    Args:
        sheet: settled words with their quotations.
        vocabulary: knows which words say that somebody says something.
    """
    quotations = sheet.quotations
    inside = mark_ranges(len(sheet.word), quotations.first, quotations.last)
    saying = np.flatnonzero(vocabulary.says.take(sheet.word) & ~inside)
    said_in = np.unique(sheet.sentence.take(saying))
    said = np.isin(sheet.sentence.take(quotations.first), said_in)
    before, second = sheet.kind.take(quotations.first - 1), sheet.kind.take(quotations.first - 2)
    described = (before == Kind.AS) | (before == Kind.DETERMINER) & (second == Kind.AS)  # 'blasted it as a "…"'
    long = quotations.last - quotations.first + 1 > _LONGEST_SCARE
    out: Bools = ~quotations.speech & ~said & ~described & ~long
    return out


def give_voices(sheet: Sheet, scare: Bools, headline: tuple[Ints, Ints]) -> Ints:
    """
    The voice of every word.

    Args:
        sheet: words with their quotations.
        scare: which quotations are scare quotes.
        headline: first and last words of the headlines.
    """
    size, quotations = len(sheet.word), sheet.quotations
    voice = np.where(mark_ranges(size, *headline), HEADLINE, OWN)
    for which, name in ((~scare, QUOTED), (scare, SCARE)):
        voice[mark_ranges(size, quotations.first[which], quotations.last[which])] = name
    return voice
