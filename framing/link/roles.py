"""The ways in which a word may be tied to an actor. docs/roles.md has an example of each."""

from __future__ import annotations

from enum import IntEnum


class Role(IntEnum):
    """How a word is tied to an actor."""

    NONE = 0
    LABEL = 1  # the words that stand for the actor themselves: "the ageing despot"
    EPITHET = 2  # before the name: "despot Vladimir Putin", "a snarling Putin"
    APPOSITION = 3  # beside it: "Medvedev, a crony of old", "A close crony, Medvedev"
    COMPLEMENT = 4  # "Putin was ashen-faced"
    NAMED = 5  # "called him a liar", "was described as paranoid"
    SUBJECT = 6  # "Putin lashed out"
    SUBJECT_TO = 7  # "Putin began to gloat"
    PARTICIPLE = 8  # "Putin spoke for an hour, raging against the West"
    PASSIVE = 9  # "Putin was humiliated"
    OBJECT = 10  # "critics slammed Putin"
    AGENT = 11  # "slammed by Putin"
    VERB_AT = 12  # "lashed out at Ukraine"
    CHARGE = 13  # "accused Putin of lying", "was convicted of fraud"
    POSSESSED = 14  # "Putin's lies"
    HEAD = 15  # "the Kyiv regime"; in "a Putin stooge" the name is not coloured
    NOUN_BY = 16  # "a masterstroke by Zelensky"
    NOUN_OF = 17  # "the lies of Putin"
    NOUN_FOR = 18  # "an embarrassment for Putin"
    NOUN_FROM = 19  # "lies from Putin"


# How sure a rule is when it fires: the editors' judgement on sentences read, not a measured probability.
CONFIDENCE = {
    Role.LABEL: 1.0, Role.EPITHET: 0.95, Role.APPOSITION: 0.85, Role.COMPLEMENT: 0.9,
    Role.NAMED: 0.9, Role.SUBJECT: 0.9, Role.SUBJECT_TO: 0.8, Role.PARTICIPLE: 0.8, Role.PASSIVE: 0.9,
    Role.OBJECT: 0.9, Role.AGENT: 0.9, Role.VERB_AT: 0.85, Role.CHARGE: 0.85, Role.POSSESSED: 0.85, Role.HEAD: 0.8,
    Role.NOUN_BY: 0.85, Role.NOUN_OF: 0.75, Role.NOUN_FOR: 0.75, Role.NOUN_FROM: 0.75,
}  # fmt: skip
