"""
How words stand to one target when no rule ties them to it: in its predicate, before it in its clause, farther off.

These loose roles are too weak to show a word as said of somebody. They only weigh in when a whole sentence is read
toward a target (`framing.toward`), each with a weight of its own.
"""

from __future__ import annotations

from enum import IntEnum

import numpy as np

from framing.link.after import after_mention
from framing.link.before import IS_ACTING, IS_DESCRIBING, before_mention, choose
from framing.link.mentions import IS_PREPOSITION, IS_VERBAL, Pairs, Spans, survey
from framing.link.ties import no_verb, nobody
from framing.text.arrays import Bytes, Ints
from framing.text.kinds import Kind
from framing.text.phrases import REACH, Lane, Phrases

_NEXT_REACH = 9  # words across one comma that still belong together


class Loose(IntEnum):
    """How a word stands to a target that no rule ties it to; numbered above the tight roles."""

    PREDICATE = 64  # "Putin went home in *disgrace*"
    OWNED_PREDICATE = 65  # "Putin's plan met with *scorn*"
    OWNED_ACTS = 66  # "Putin's plan *failed*"
    OWNED_OBJECT = 67  # "critics *slammed* Putin's plan"
    OBJECT_AFTER = 68  # "critics gave Putin a *hiding*"
    AFTER = 69  # "talks with Putin on the *crisis*"
    NOUN_NEAR = 70  # "a *quarrel* with Putin"
    VERB_NEAR = 71  # "*quarrelled* with Putin"
    VERB_OVER = 72  # "*launched* an attack on Putin"
    SAME_BEFORE = 73  # in the same clause, before
    SAME_AFTER = 74
    NEXT_BEFORE = 75  # across one comma or clause word
    NEXT_AFTER = 76
    FAR_BEFORE = 77  # farther off
    FAR_AFTER = 78
    QUOTED = 79  # in a quotation, while the target stands outside of it


def roles_toward(phrases: Phrases, words: tuple[Ints, Ints], targets: Spans, target: Ints) -> Bytes:
    """
    The role of every hit toward its target: a tight one (`Role`) where a rule holds, else a loose one.

    Args:
        phrases: settled words.
        words: first and last word of the hits.
        targets: where the targets are. target: by hit, which of them it is read toward, in its text and apart from it.
    """
    first, last = words
    begin, end = targets.first.take(target), targets.last.take(target)
    role = np.zeros(len(first), np.uint8)
    ahead = last < begin
    near = (phrases.sentence.take(first) == phrases.sentence.take(begin)) & (np.abs(first - begin) <= REACH)
    for which, clear, tight, loose in (
        (ahead, no_verb, before_mention, _before),
        (~ahead, nobody, after_mention, _after),
    ):
        at = np.flatnonzero(which & near)
        hits, mention = (first.take(at), last.take(at)), target.take(at)
        pairs = Pairs(*hits, survey(phrases, targets, mention))
        may = clear(phrases, hits, targets, mention) & ~targets.compound.take(mention)
        found = np.where(may, tight(phrases, pairs), 0)
        role[at] = np.where(found > 0, found, loose(phrases, pairs))
    rest = np.flatnonzero(role == 0)
    role[rest] = _elsewhere(phrases, (first.take(rest), last.take(rest)), (begin.take(rest), end.take(rest)))
    return role


def _before(phrases: Phrases, pairs: Pairs) -> Bytes:
    word, mention = pairs.last, pairs.mention
    lead_at = mention.start - 1
    prepositional = IS_PREPOSITION.take(mention.lead) & (mention.lead != Kind.AS)
    verb = IS_VERBAL.take(phrases.kind.take(pairs.first))
    in_outer = (pairs.first >= mention.outer) & (word < lead_at) & IS_DESCRIBING.take(phrases.kind.take(word))
    over = (word == mention.outer - 1) & ~phrases.broken.take(mention.outer)
    return choose(
        len(word),
        [
            (Loose.OWNED_OBJECT, mention.owner & ((word == lead_at) & verb | prepositional & in_outer)),
            (Loose.NOUN_NEAR, prepositional & in_outer),
            (Loose.VERB_NEAR, prepositional & verb & (word == lead_at - 1)),
            (Loose.VERB_OVER, prepositional & verb & over),
        ],
    )


def _after(phrases: Phrases, pairs: Pairs) -> Bytes:
    word, mention = pairs.first, pairs.mention
    gap = phrases.between(mention.last, word)
    inner = gap.count(Lane.comma) - (mention.relative & mention.apposed)
    clause = (inner == 0) & (gap.count(Lane.wall) == mention.relative)
    plain = clause & gap.none(Lane.actor)
    tells = clause & (gap.some(Lane.verb) | gap.some(Lane.copula))
    verbless = gap.none(Lane.verb)
    acts = IS_ACTING.take(phrases.kind.take(word)) & plain & verbless & gap.none(Lane.preposition)
    held = IS_VERBAL.take(mention.lead)
    return choose(
        len(word),
        [
            (Loose.OWNED_ACTS, mention.owner & acts),
            (Loose.PREDICATE, tells & ~mention.governed & ~mention.owner),
            (Loose.OWNED_PREDICATE, tells & mention.owner),
            (Loose.OBJECT_AFTER, held & mention.governed & (inner == 0) & gap.none(Lane.wall)),
            (Loose.AFTER, mention.governed & plain & verbless),
        ],
    )


def _elsewhere(phrases: Phrases, words: tuple[Ints, Ints], target: tuple[Ints, Ints]) -> Bytes:
    (first, last), (begin, end) = words, target
    ahead = last < begin
    left, right = np.where(ahead, last, end), np.where(ahead, begin, first)
    near = right - left <= REACH
    gap = phrases.between(left, np.where(near, right, left + 1))
    cuts = gap.count(Lane.wall) + gap.count(Lane.comma)
    same = phrases.sentence.take(first) == phrases.sentence.take(begin)
    inside, target_inside = phrases.quotation(first), phrases.quotation(begin)
    role = np.where(
        near & same & (cuts == 0),
        Loose.SAME_BEFORE,
        np.where(near & same & (cuts == 1) & (right - left <= _NEXT_REACH), Loose.NEXT_BEFORE, Loose.FAR_BEFORE),
    )
    quoted = ((cuts > 0) | ~near) & (inside >= 0) & (target_inside < 0)
    return np.where(quoted, Loose.QUOTED, role + ~ahead).astype(np.uint8)
