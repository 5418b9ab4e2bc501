"""How a word colours an actor in its role: which of its values counts, and what a negation does to it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from framing.link.roles import Role
from framing.link.ties import Ties
from framing.spans.terms import ADJECTIVE, VERB, Terms
from framing.text.arrays import Bools, Floats, Ints

_TURNED = -0.5  # a negated adjective turns and loses half its force: "not brave"
_BEARER, _SUBJECT, _OBJECT, _OWNER = (
    np.isin(np.arange(len(Role)), roles)
    for roles in (
        (Role.LABEL, Role.EPITHET, Role.APPOSITION, Role.COMPLEMENT, Role.NAMED),
        (Role.SUBJECT, Role.SUBJECT_TO, Role.PARTICIPLE, Role.AGENT),
        (Role.OBJECT, Role.VERB_AT),
        (
            Role.POSSESSED, Role.HEAD, Role.NOUN_BY, Role.NOUN_OF, Role.NOUN_FOR, Role.NOUN_FROM,
        ),
    )
)  # fmt: skip


@dataclass(frozen=True)
class Links:
    """Ties that stand, one row per tie and sense of the hit, with the value of that sense in that role (-3 … +3)."""

    tie: Ints
    sense: Ints
    value: Floats


def colour(ties: Ties, match: Ints, sense: Ints, negated: Bools, terms: Terms) -> Links:
    """
    The links of ties.

    A tie stands where the entry has a value for its role: nouns and adjectives colour whom they are said of, verbs
    their subject and object, nouns with an owner's value the one whose they are. A negated adjective turns and loses
    half its force; other negated words are dropped.

    Args:
        ties: from `roles.tie`; `hit` numbers the matches.
        match, sense: the hits, as (match, sense) pairs in order of the match.
        negated: by match.
        terms: the values.
    """
    begin, until = np.searchsorted(match, ties.hit), np.searchsorted(match, ties.hit, "right")
    tie = np.repeat(np.arange(len(begin)), until - begin)
    shift = np.repeat(begin - np.concatenate([[0], np.cumsum(until - begin)[:-1]]), until - begin)
    sense = sense[np.arange(len(tie)) + shift]
    value, pos = _value(ties.role.take(tie), sense, terms), terms.pos.take(sense)
    is_negated = negated.take(ties.hit.take(tie))
    turns = is_negated & (pos == ADJECTIVE)
    value[turns] *= _TURNED
    stands = ~np.isnan(value) & (~is_negated | turns)
    return Links(tie[stands], sense[stands], value[stands])


def _value(role: Ints, sense: Ints, terms: Terms) -> Floats:
    value = np.full(len(role), np.nan)
    sides = ((_BEARER, terms.bearer), (_SUBJECT, terms.subject), (_OBJECT, terms.object), (_OWNER, terms.owner))
    for roles, column in sides:
        which = np.flatnonzero(roles.take(role))
        value[which] = column.take(sense[which])
    passive = np.flatnonzero(role == Role.PASSIVE)
    verb = terms.pos.take(sense[passive]) == VERB
    value[passive] = np.where(verb, terms.object.take(sense[passive]), terms.bearer.take(sense[passive]))
    charge = np.flatnonzero(role == Role.CHARGE)
    sense = sense[charge]
    whose = terms.owner.take(sense)
    value[charge] = np.where(
        terms.pos.take(sense) == VERB,
        terms.subject.take(sense),
        np.where(np.isnan(whose), terms.bearer.take(sense), whose),
    )
    return value
