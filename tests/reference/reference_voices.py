"""Scare quotes, the voice of every word, and who says each quotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reference_kinds import is_joined_by_hyphen
from reference_quotations import Quotation
from reference_text import Text

from framing.text.kinds import Kind

LONGEST_SCARE, NEAR, ASKED_NEAR = 6, 8, 4


@dataclass(frozen=True, slots=True)
class Saying:
    """A reporting verb whose subject is known: its word, the first word of the subject's mention, and the actor."""

    word: int
    mention: int
    actor: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a quotation, and by what rule."""

    saying: Saying | None = None
    rule: str = ""


def find_scare(text: Text, quotations: Sequence[Quotation]) -> list[bool]:
    """Short fragments in a sentence in which nobody says, calls or describes outside of quotation marks."""
    quoted = {i for q in quotations for i in range(q.first, q.last + 1)}
    says = [i for i, word in enumerate(text.words) if word.known in text.lists.says and i not in quoted]
    said = {text.words[i].sentence for i in says if not is_joined_by_hyphen(text, i)}  # nobody speaks in "so-called"
    out = []
    for quotation in quotations:
        before, second = text.words[quotation.first - 1].kind, text.words[quotation.first - 2].kind
        described = before == Kind.AS or (before == Kind.DETERMINER and second == Kind.AS)
        long = quotation.last - quotation.first + 1 > LONGEST_SCARE
        says = text.words[quotation.first].sentence in said
        out.append(not (quotation.speech or says or described or long))
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


def find_speakers(
    text: Text, quotations: Sequence[Quotation], scare: Sequence[bool], sayings: Sequence[Saying]
) -> list[Speaker]:
    """
    The speaker of every quotation.

    One that goes on from the paragraph before keeps its speaker; so does one that has nobody of its own and follows
    another in its paragraph, or is a whole paragraph right after one that has a quotation last.
    """
    out: list[Speaker] = []
    for at, quotation in enumerate(quotations):
        own = Speaker() if scare[at] else beside(text, quotation, sayings)
        previous = quotations[at - 1] if at else None
        if previous and quotation.continues and previous.runs_on:
            own = Speaker(out[-1].saying, "goes on from the paragraph before" if out[-1].saying else "")
        elif previous and own.saying is None and quotation.speech and stands_under(text, quotation, previous):
            own = Speaker(out[-1].saying, "same speaker goes on" if out[-1].saying else "")
        out.append(own)
    return out


def beside(text: Text, quotation: Quotation, sayings: Sequence[Saying]) -> Speaker:
    """The verb right after it goes first, then the last one before it, then for a fragment any after it."""
    first, last = text.words[quotation.first].sentence, text.words[quotation.last].sentence
    before = [saying for saying in sayings if saying.word < quotation.first][-1:]
    after = [saying for saying in sayings if saying.word > quotation.last][:1]
    before = [saying for saying in before if text.words[saying.word].sentence == first]
    after = [
        saying for saying in after if text.words[saying.word].sentence == last or is_asked(text, quotation, saying)
    ]
    if after and quotation.speech and after[0].word - quotation.last <= NEAR:
        return Speaker(after[0], "reporting verb after it")
    if before:
        return Speaker(before[0], "reporting verb before it")
    if after and not quotation.speech:
        return Speaker(after[0], "reporting verb after it")
    return Speaker()


def is_asked(text: Text, quotation: Quotation, saying: Saying) -> bool:
    """'"Is it over?" Voss said' is one sentence, though it looks like two."""
    next_one = text.words[saying.word].sentence == text.words[quotation.last].sentence + 1
    near = saying.word - quotation.last <= ASKED_NEAR and not line_ends(text, quotation.last, saying.word)
    return quotation.asks and next_one and near


def stands_under(text: Text, quotation: Quotation, previous: Quotation) -> bool:
    """Is it in the paragraph of the quotation before it, or a whole paragraph after that?"""
    lines = line_ends(text, previous.last, quotation.first)
    starts = "line" in text.words[quotation.first].gap
    return lines == 0 or (lines == 1 and starts and "line" in text.words[quotation.last + 1].gap)


def line_ends(text: Text, i: int, j: int) -> int:
    """How many line ends stand between two words (in gaps, which may hold several)."""
    return sum("line" in word.gap for word in text.words[i + 1 : j + 1])
