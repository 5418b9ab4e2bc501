"""
Roles of words that stand before the mention they are paired with.

Every rule is one expression over columns of (word, mention) pairs; the first that holds gives the role.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

import numpy as np

from framing.link.mentions import IS_VERBAL, Pairs
from framing.link.roles import Role
from framing.text.arrays import Bools, Bytes
from framing.text.frames import ING, NAMES, NAMES_AS
from framing.text.kinds import ACTING, DESCRIBING, Kind
from framing.text.phrases import Lane, Phrases, members
from framing.text.vocabulary import PERSON
from framing.text.words import COMMA, SPEECH

IS_ACTING, IS_DESCRIBING = members(ACTING), members(DESCRIBING)
_IS_MODIFIER = members({Kind.MENTION, Kind.POSSESSIVE})
_IS_BEFORE_NAME = members({Kind.TITLE, Kind.ADJECTIVE, Kind.NAME, Kind.NUMBER})
_IS_AT = members({Kind.AGAINST, Kind.TO})
_AGENT_REACH = 3  # words between a passive and its "by"
_NOUN_ROLE = np.zeros(64, np.uint8)
for _kind, _role in {
    Kind.OF: Role.NOUN_OF, Kind.FOR: Role.NOUN_FOR, Kind.BY: Role.NOUN_BY, Kind.FROM: Role.NOUN_FROM,
}.items():  # fmt: skip
    _NOUN_ROLE[_kind] = _role


def choose(size: int, rules: Sequence[tuple[Bytes | IntEnum, Bools]]) -> Bytes:
    """The first rule that holds gives the role."""
    role = np.zeros(size, np.uint8)
    for value, holds in reversed(rules):
        np.copyto(role, np.asarray(value, np.uint8), where=holds)
    return role


def before_mention(phrases: Phrases, pairs: Pairs) -> Bytes:
    """Roles of words that stand before the mention they are paired with."""
    first, last, mention = pairs.first, pairs.last, pairs.mention
    kind, marks = phrases.kind.take(first), phrases.marks.take(first)
    gap = phrases.between(last, mention.first)
    lead_at = mention.start - 1
    leads = last == lead_at
    describes, verb = IS_DESCRIBING.take(phrases.kind.take(last)), IS_VERBAL.take(kind)
    said_by = (kind == Kind.REPORT) & (marks & (COMMA | SPEECH) > 0) | IS_ACTING.take(kind) & (marks & SPEECH > 0)
    alone = gap.none(Lane.speech, Lane.actor)
    in_outer = (first >= mention.outer) & (last < lead_at) & describes & alone
    passive_by = (mention.lead == Kind.BY) & (kind == Kind.PASSIVE) & (lead_at - last <= _AGENT_REACH)
    itself = ~mention.heads & ~mention.owner
    neighbour = phrases.kind.take(mention.first - 1)
    person = (phrases.sheet.traits.take(mention.first - 1) & PERSON) > 0
    touches = (last == mention.first - 1) | _IS_BEFORE_NAME.take(neighbour) | person  # not "the brazen raid Putin …"
    particle = (last == lead_at - 2) & (phrases.kind.take(lead_at - 1) == Kind.PREPOSITION)  # "hit out at"
    aimed = _IS_AT.take(mention.lead) & verb & ((last == lead_at - 1) | particle & ~phrases.broken.take(lead_at - 1))
    noun_role = _NOUN_ROLE.take(mention.lead)
    clear = alone & gap.none(Lane.wall, Lane.verb)
    return choose(
        len(first),
        [
            (Role.EPITHET, (first >= mention.start) & describes & touches & ~mention.heads),
            (Role.SUBJECT, leads & said_by & ~mention.owner),
            (Role.OBJECT, leads & IS_ACTING.take(kind) & mention.governed & itself),
            (Role.AGENT, passive_by & itself & gap.none(Lane.wall, Lane.comma, Lane.verb, Lane.speech)),
            (noun_role, in_outer & itself & (noun_role > 0) & ((mention.lead != Kind.FROM) | (last == lead_at - 1))),
            (Role.VERB_AT, aimed & itself),
            (Role.NAMED, mention.prefixed & describes & itself & clear & _named_ahead(phrases, pairs)),
            (Role.APPOSITION, mention.prefixed & _in_preceding_phrase(phrases, pairs) & describes & itself),
        ],
    )


def _in_preceding_phrase(phrases: Phrases, pairs: Pairs) -> Bools:
    """'A longtime Putin crony, Medvedev': the word is in a phrase between a mark and the comma before the mention."""
    phrase = phrases.phrase_start(pairs.mention.start - 1)
    edge = phrase
    for _ in range(4):  # over a name that modifies or owns the noun: "Brandt's brutal enforcer, General Strand"
        edge = edge - (~phrases.broken.take(edge) & _IS_MODIFIER.take(phrases.kind.take(edge - 1)))
    edge = phrases.phrase_start(edge)
    return (pairs.first >= phrase) & (pairs.last < pairs.mention.start) & phrases.broken.take(edge)


def _named_ahead(phrases: Phrases, pairs: Pairs) -> Bools:
    """'Hailed as a hero, Zelensky …', 'Branded a liar, Putin …'."""
    start = phrases.phrase_start(pairs.first)
    has_as = (phrases.kind.take(start - 1) == Kind.AS) & ~phrases.broken.take(start)
    opener = start - 1 - has_as
    names = np.where(has_as, phrases.opens(opener, NAMES_AS), phrases.opens(opener, NAMES))
    whole = ~phrases.broken.take(start) & ~phrases.broken.take(opener + 1)
    once = phrases.between(pairs.last, pairs.mention.first).count(Lane.comma) == 1
    passive = IS_VERBAL.take(phrases.kind.take(opener)) & ~phrases.opens(opener, ING)
    out: Bools = names & whole & once & passive & phrases.broken.take(opener)
    return out
