"""What the resolution of epithets and pronouns looks at: words, names, and whoever else might be meant."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from framing.actors.cast import Cast
from framing.spans.matches import Found
from framing.spans.mentions import Mentions
from framing.spans.terms import Terms
from framing.text.arrays import Bools, Ints, inside_ranges
from framing.text.kinds import Kind
from framing.text.phrases import members
from framing.text.vocabulary import PERSON, Vocabulary
from framing.text.words import COMMA, DASH, NEWLINE, SPEECH, STOP, Sheet

PARTS = np.uint8(COMMA | DASH | STOP | NEWLINE | SPEECH)  # marks that part a word from the one before
GOES_ON = members({Kind.OF, Kind.NAME, Kind.MENTION, Kind.NOUN, Kind.TITLE, Kind.OTHER, Kind.ADJECTIVE})
IS_NAMED = members({Kind.NAME, Kind.MENTION})


@dataclass(frozen=True)
class Scene:
    """What the resolution of references looks at: the words, the article of each word, and who is mentioned by name."""

    sheet: Sheet
    vocabulary: Vocabulary
    cast: Cast
    terms: Terms
    found: Found
    named: Mentions
    article: Ints  # of each word

    @cached_property
    def heads(self) -> tuple[Ints, Ints, Ints, Bools]:
        """Labels in the singular and titles: first word, last word, group, whether a label."""
        return _heads(self)

    @cached_property
    def others(self) -> Ints:
        """Words that name somebody else who might be meant: two capitalised words of no actor, a person's noun."""
        return _others(self)

    def spoken(self, word: Ints) -> Bools:
        """Which of these words stand in direct speech."""
        speech = self.sheet.quotations.where(self.sheet.quotations.speech)
        return inside_ranges(word, speech.first, speech.last)


def _heads(scene: Scene) -> tuple[Ints, Ints, Ints, Bools]:
    match, sense = scene.terms.expand(scene.found.which)
    label = scene.terms.label.take(sense) & scene.terms.base.take(sense)
    match, group = match[label], scene.terms.group.take(sense[label])
    match, one_each = np.unique(match, return_index=True)
    first, last = scene.found.first.take(match), scene.found.last.take(match)
    is_title = scene.sheet.kind == Kind.TITLE
    is_title[last] = False
    title = np.flatnonzero(is_title)
    titles = int(scene.terms.group.max(initial=-1)) + 1 + scene.sheet.word.take(title)
    order = np.argsort(np.concatenate([last, title]), kind="stable")
    return (
        np.concatenate([first, title])[order],
        np.concatenate([last, title])[order],
        np.concatenate([group[one_each], titles])[order],
        np.concatenate([np.ones(len(first), bool), np.zeros(len(title), bool)])[order],
    )


def _others(scene: Scene) -> Ints:
    kind = scene.sheet.kind
    names = np.flatnonzero(kind == Kind.NAME)
    second = names[1:][names[1:] - names[:-1] == 1]
    noun = scene.sheet.with_trait(PERSON)
    noun = noun[~IS_NAMED.take(kind.take(noun + 1)) & (kind.take(noun) != Kind.MENTION)]
    return np.sort(np.concatenate([second, noun]))
