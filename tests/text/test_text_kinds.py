"""Kinds of words, as their neighbours settle them."""

from __future__ import annotations

import pytest
from engine_samples import words_of

from framing.text.kinds import Kind
from framing.text.phrases import settle
from framing.text.words import COMMA


def kind_of(text: str, word: str) -> Kind:
    """The kind of the last such word in a text."""
    sheet, _ = words_of(text)
    settle(sheet)
    surfaces = [bytes(sheet.text[a:b]).decode() for a, b in zip(sheet.start, sheet.end, strict=True)]
    return Kind(int(sheet.kind[len(surfaces) - 1 - surfaces[::-1].index(word)]))


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The attack failed.", "attack", Kind.NOUN),
        ("They will attack the town.", "attack", Kind.VERB),
        ("They want to attack.", "attack", Kind.VERB),
        ("He attacks the town.", "attacks", Kind.VERB),
        ("The attacks on the town failed.", "attacks", Kind.NOUN),
        ("They attacked the town.", "attacked", Kind.VERB),
        ("The town was attacked.", "attacked", Kind.PASSIVE),
        ("The town was not even attacked.", "attacked", Kind.PASSIVE),
        ("The man attacked by dogs recovered.", "attacked", Kind.PASSIVE),
        ("They're attacked daily.", "attacked", Kind.PASSIVE),
        ("The damaged bridge closed.", "damaged", Kind.ADJECTIVE),
        ("He looked shaken and humiliated.", "looked", Kind.LINKING),
        ("He looked humiliated.", "humiliated", Kind.ADJECTIVE),
        ("Hale was told twice.", "told", Kind.PASSIVE),
        ("Hale said nothing.", "said", Kind.REPORT),
        ("They have the keys.", "have", Kind.VERB),
        ("They have waited.", "have", Kind.HAVE),
        ("It's a farce.", "s", Kind.BE),
        ("Who's there?", "s", Kind.BE),
        ("The mayor's car broke.", "s", Kind.POSSESSIVE),
        ("They didn't go.", "t", Kind.NEGATION),
        ("They won't go.", "won", Kind.AUXILIARY),
        ("He won the race.", "won", Kind.VERB),
        ("They've left.", "ve", Kind.HAVE),
        ("They'll leave.", "ll", Kind.AUXILIARY),
        ("We're late.", "re", Kind.BE),
        ("The singing stopped.", "singing", Kind.NOUN),
        ("They were singing loudly.", "singing", Kind.VERB),
        ("The singing children left.", "singing", Kind.ADJECTIVE),
        ("A grim-looking man left.", "grim", Kind.ADJECTIVE),
        ("Voters re-elected him.", "elected", Kind.VERB),
        ("We met Frindle yesterday.", "Frindle", Kind.NAME),
        ("We met Baker yesterday.", "Baker", Kind.NAME),
        ("The year 1990 was dry.", "1990", Kind.NUMBER),
        ("She frobbed the wheel.", "frobbed", Kind.VERB),
        ("She spoke frobbly.", "frobbly", Kind.ADVERB),
    ],
)
def test_the_neighbours_settle_what_a_word_is(text: str, word: str, kind: Kind) -> None:
    """ "Attack" is a noun after "the" and a verb after "to"; "won" in "won't" is no victory."""
    assert kind_of(text, word) == kind


@pytest.mark.parametrize("text", ["Rain fell.", "RAIN fell.", "They left. Rain fell."])
def test_a_capital_at_the_start_makes_no_name(text: str) -> None:
    """A common word that opens a sentence or stands in capitals is no name."""
    word = next(word for word in ("Rain", "RAIN") if word in text)
    assert kind_of(text, word) != Kind.NAME


def test_commas_in_a_list_of_adjectives_part_nothing() -> None:
    """ "A cold, wet, dark night" is one phrase."""
    sheet, _ = words_of("It was a cold, wet, dark night, and rain fell.")
    before = int((sheet.marks & COMMA > 0).sum())
    settle(sheet)
    assert (before, int((sheet.marks & COMMA > 0).sum())) == (3, 1)
