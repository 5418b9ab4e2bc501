"""Quotation marks to quotations, mark by mark."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import zip_longest

from reference_text import DIGITS, WHITE, Text, is_word

OPENING = frozenset("‘‚‛“„‟«")
MAY_PRECEDE_OPENING = WHITE | set("([{;-/\"'")
SURE_TO_FOLLOW_CLOSING = frozenset('.,;:!?)]\n\r"')
FEW = 4  # words a fragment must have to be a sentence
LONGEST = 300  # words of a quotation over several paragraphs that do not open with marks


@dataclass(slots=True)
class Mark:
    """A quotation mark that is no apostrophe. A weak one may as well be the apostrophe of a plural: soldiers'."""

    place: int
    opens: bool
    weak: bool


@dataclass(slots=True)
class Quotation:
    """A stretch between quotation marks, marks included; first and last are words."""

    start: int
    end: int
    closed: bool = True
    continues: bool = False
    runs_on: bool = False
    first: int = 0
    last: int = 0
    speech: bool = False
    asks: bool = False


def find_quotations(text: Text) -> list[Quotation]:
    """All outermost quotations in order; the words beside direct speech get the mark "speech"."""
    found = [quotation for sign in "\"'" for quotation in of_one_family(text, sign)]
    out, reached = [], -1
    for quotation in sorted(found, key=lambda q: (q.start, -q.end)):
        words = text.words_of(quotation.start, quotation.end)
        if quotation.start >= reached and words:
            quotation.first, quotation.last = words[0], words[-1]
            out.append(quotation)
        reached = max(reached, quotation.end)
    for quotation in out:
        quotation.asks = last_character(text, quotation) in ("?", "!")
        quotation.speech = quotation.continues or quotation.runs_on or is_speech(text, quotation)
        if quotation.speech:
            for word in (text.words[quotation.first], text.words[quotation.last + 1]):
                word.gap |= {"speech"}
    return out


def read_marks(text: Text, sign: str) -> list[Mark]:
    """The double or the single marks of a text."""
    marks = []
    for place in (found.start() for found in re.finditer(sign, text.plain)):
        before, after = text.plain[place - 1], text.plain[place + 1]
        straight, curly_opens = text.given[place] == sign, text.given[place] in OPENING
        opens = curly_opens or (straight and before in MAY_PRECEDE_OPENING and after not in WHITE)
        if sign == '"':
            marks.append(Mark(place, opens, False))
            continue
        opens = opens and after not in WHITE
        apostrophe = not curly_opens and is_word(after) and (is_word(before) or not straight)  # don't, ’90s
        apostrophe = apostrophe or (straight and opens and after in DIGITS)  # '90s
        loose = not opens and before in WHITE
        if not apostrophe and not loose:
            marks.append(Mark(place, opens, before in "sS" and after not in SURE_TO_FOLLOW_CLOSING))
    return marks


def of_one_family(text: Text, sign: str) -> list[Quotation]:
    """
    The quotations between double or between single marks.

    An opening mark goes with the next sure closing one, else the next weak one, before its paragraph ends and before
    another opening mark.
    """
    marks, out = read_marks(text, sign), []
    openers = [mark for mark in marks if mark.opens]
    continues = False
    for opener, following in zip_longest(openers, openers[1:]):
        paragraph_end = text.plain.find("\n", opener.place)
        bound = min(paragraph_end, following.place) if following else paragraph_end
        at = bisect_left(marks, opener.place, key=lambda mark: mark.place)
        closing = [mark for mark in marks_until(marks, at, bound) if not mark.opens]
        close = next((mark for mark in closing if not mark.weak), closing[0] if closing else None)
        if close is None and sign == '"' and at + 1 < len(marks) and closes_far(text, opener, marks[at + 1]):
            close = marks[at + 1]
        runs_on = close is None and following is not None and opens_next_paragraph(text, paragraph_end, following.place)
        end = close.place + 1 if close else paragraph_end
        if close or runs_on or is_introduced(text, opener.place, sign):
            out.append(Quotation(opener.place, end, close is not None, continues, runs_on))
        continues = runs_on
    return out


def closes_far(text: Text, opener: Mark, mark: Mark) -> bool:
    """Does the next mark of all close a sentence of the same text, 300 words on at most?"""
    pieces = [next(i for i, end in enumerate(text.piece_ends) if place < end) for place in (opener.place, mark.place)]
    near = len(text.words_of(0, mark.place)) - len(text.words_of(0, opener.place)) <= LONGEST
    return not mark.opens and text.plain[mark.place - 1] in set(".,!?") and pieces[0] == pieces[1] and near


def marks_until(marks: list[Mark], at: int, bound: int) -> list[Mark]:
    """The marks from one on that stand before a place."""
    until = at
    while until < len(marks) and marks[until].place < bound:
        until += 1
    return marks[at:until]


def opens_next_paragraph(text: Text, paragraph_end: int, place: int) -> bool:
    """Does a mark stand after the paragraph's end, with no word in between?"""
    return place > paragraph_end and not text.words_of(paragraph_end, place)


def is_introduced(text: Text, place: int, sign: str) -> bool:
    """A colon or a comma stands before the mark, or it is a double one that begins a paragraph."""
    return before_mark(text, place) in {":", ","} or (sign == '"' and text.plain[place - 1] == "\n")


def before_mark(text: Text, place: int) -> str:
    """The character before a mark, or before the one space before it."""
    return text.plain[place - 2] if text.plain[place - 1] == " " else text.plain[place - 1]


def last_character(text: Text, quotation: Quotation) -> str:
    """The last character inside: before the closing mark, or where nothing closes it the last one that is no space."""
    inside = text.plain[quotation.start + 1 : quotation.end]
    return inside[:-1][-1:] if quotation.closed else inside.rstrip("".join(WHITE))[-1:]


def is_speech(text: Text, quotation: Quotation) -> bool:
    """
    It holds a sentence: it crosses into another, a colon announces it, or it ends like a sentence of four words, or of
    three that begin with a capital, or it begins with a capital and has five.
    """
    words, first = quotation.last - quotation.first + 1, text.words[quotation.first]
    if text.words[quotation.last].sentence > first.sentence or before_mark(text, quotation.start) == ":":
        return True
    ends = last_character(text, quotation) in set(".,!?")
    return words >= FEW - first.capital if ends else first.capital and words > FEW
