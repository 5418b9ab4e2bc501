"""Scare quotes, and the voice of every word."""

from __future__ import annotations

from collections.abc import Sequence

from reference_kinds import is_joined_by_hyphen
from reference_quotations import Quotation
from reference_speakers import is_paragraph
from reference_text import Text

from framing.text.kinds import Kind

LONGEST_SCARE = 6


def find_scare(text: Text, quotations: Sequence[Quotation]) -> list[bool]:
    """
    Short fragments in a sentence in which nobody says, calls or describes outside of quotation marks; whole paragraphs
    are none.
    """
    quoted = {i for q in quotations for i in range(q.first, q.last + 1)}
    says = [i for i, word in enumerate(text.words) if word.known in text.lists.says and i not in quoted]
    said = {text.words[i].sentence for i in says if not is_joined_by_hyphen(text, i)}  # nobody speaks in "so-called"
    out = []
    for quotation in quotations:
        before, second = text.words[quotation.first - 1].kind, text.words[quotation.first - 2].kind
        described = before == Kind.AS or (before == Kind.DETERMINER and second == Kind.AS)
        long = quotation.last - quotation.first + 1 > LONGEST_SCARE
        says = text.words[quotation.first].sentence in said
        out.append(not (quotation.speech or says or described or long or is_paragraph(text, quotation)))
    return out


def give_voices(text: Text, quotations: Sequence[Quotation], scare: Sequence[bool]) -> list[str]:
    """The voice of every word: own, headline, and over these quoted or scare."""
    voices = ["own"] * len(text.words)
    for piece, offset in zip(text.pieces, text.offset, strict=True):
        for i in text.words_of(offset, offset + (len(piece.text) if piece.title else piece.headline)):
            voices[i] = "headline"
    for quotation, is_scare in zip(quotations, scare, strict=True):
        for i in range(quotation.first, quotation.last + 1):
            voices[i] = "scare" if is_scare else "quoted"
    return voices
