"""Verbs that report what somebody says."""

from __future__ import annotations

import numpy as np

from framing.spans.names import outside
from framing.spans.scene import Scene
from framing.text.arrays import Bools, Bytes, Ints
from framing.text.kinds import Kind
from framing.text.phrases import members
from framing.text.vocabulary import SAYS
from framing.text.words import DASH, HYPHEN, SPACE

_SAYS = members({Kind.VERB, Kind.REPORT, Kind.ING})


def find_verbs(scene: Scene, voice: Bytes, phrases: Ints) -> Ints:
    """
    Words that say that somebody says something, outside of quotations.

    Args:
        scene: settled words.
        voice: of every word.
        phrases: first words of reporting phrases ("hit out").
    """
    sheet = scene.sheet
    according, *naming = scene.vocabulary.numbers(("according", "titled", "entitled"))
    word = sheet.with_trait(SAYS)
    number = sheet.word.take(word)
    says = _SAYS.take(sheet.kind.take(word)) | (number == according)
    says &= (number != naming[0]) & (number != naming[1])
    says &= (sheet.marks.take(word) & (HYPHEN | SPACE | DASH)) != HYPHEN
    verb: Bools = sheet.kind == Kind.REPORT
    verb[word[says]] = True
    verb[phrases] = True
    return outside(np.flatnonzero(verb), voice)
