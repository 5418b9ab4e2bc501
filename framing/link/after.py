"""
Roles of words that stand after the mention they are paired with.

Every rule is one expression over columns of (word, mention) pairs; the first that holds gives the role.
"""

from __future__ import annotations

import numpy as np

from framing.link.before import IS_ACTING, IS_DESCRIBING, choose
from framing.link.framed import find_framed
from framing.link.mentions import Pairs
from framing.link.roles import Role
from framing.text.arrays import Bools, Bytes, Ints
from framing.text.frames import ING
from framing.text.kinds import Kind
from framing.text.phrases import REACH, Lane, Phrases
from framing.text.words import COMMA


def after_mention(phrases: Phrases, pairs: Pairs) -> Bytes:
    """Roles of words that stand after the mention they are paired with."""
    word, mention = pairs.first, pairs.mention
    kind = phrases.kind.take(word)
    gap = phrases.between(mention.last, word)
    commas, verbs = gap.count(Lane.comma), gap.count(Lane.verb)
    alone = gap.none(Lane.actor, Lane.speech)  # nobody else in between
    whole = alone & (gap.count(Lane.wall) == mention.relative)  # the same clause (or the one "who" opens)
    inner = commas - (mention.relative & mention.apposed)
    plain = whole & (inner == 0)
    bracketed = mention.apposed & ((inner == 2) | (inner == 1) & mention.prefixed)
    no_verb, no_preposition = verbs == 0, gap.none(Lane.preposition)
    free = ~mention.governed & ~mention.owner & ~mention.heads
    acts = (plain | whole & bracketed) & free
    describes = IS_DESCRIBING.take(phrases.kind.take(pairs.last))
    doing = IS_ACTING.take(kind)
    owned = phrases.between(np.minimum(mention.owned, word - 1), word).only(Lane.nominal) & (word > mention.owned)
    is_or_seems = gap.some(Lane.copula) & (verbs == gap.count(Lane.linking))  # no other verb
    before = phrases.kind.take(word - 1)
    second = whole & (commas <= 1) & (before == Kind.AND)
    resumed = alone & mention.apposed & (commas == 2) & _after_helpers(phrases, word)
    apposed = mention.apposed & whole & (commas == 1) & ~mention.relative
    beside = apposed & no_verb & no_preposition & gap.none(Lane.copula) & ~mention.owner
    trails = doing & free & whole & (commas == 1) & (phrases.marks.take(word) & COMMA > 0)
    some = np.flatnonzero(trails)
    trails[some] = phrases.opens(word.take(some), ING)
    copular = (verbs == 1) | no_verb & gap.some(Lane.copula)
    opening = phrases.broken.take(mention.start)  # "Putin, raging against Kyiv, left"
    subject = (acts & copular | apposed & free) & (verbs <= 1)
    framed = find_framed(phrases, pairs, plain, subject, apposed & free, verbs)
    return choose(
        len(word),
        [
            (framed, framed > 0),
            (Role.POSSESSED, mention.owner & owned & plain & describes),
            (Role.HEAD, mention.heads & gap.only(Lane.nominal) & plain & describes),
            (Role.COMPLEMENT, acts & is_or_seems & gap.none(Lane.preposition, Lane.to) & describes),
            (Role.PASSIVE, (acts & no_verb | resumed & free) & (kind == Kind.PASSIVE)),
            (Role.SUBJECT, (acts & no_verb & no_preposition | (second | resumed) & free) & doing),
            (Role.SUBJECT_TO, acts & doing & (before == Kind.TO)),
            (Role.PARTICIPLE, trails & (mention.speaks & copular | opening & (word == mention.last + 1))),
            (Role.APPOSITION, beside & describes & _closed(phrases, pairs)),
        ],
    )


def _after_helpers(phrases: Phrases, word: Ints) -> Bools:
    """Only helper words since the last mark: '…, has never lied'."""
    marks = phrases.phrase_marks
    mark = marks.take(np.maximum(np.searchsorted(marks, word, "right") - 1, 0))
    return phrases.between(np.maximum(mark - 1, word - REACH), word).only(Lane.helper)


def _closed(phrases: Phrases, pairs: Pairs) -> Bools:
    """Does a mark close the phrase before any verb comes?"""
    marks = phrases.phrase_marks
    close = marks.take(np.minimum(np.searchsorted(marks, pairs.last, "right"), len(marks) - 1))
    near = (close > pairs.last) & (close - pairs.last <= REACH)
    gap = phrases.between(pairs.last, np.where(near, close, pairs.last + 1))
    out: Bools = near & gap.none(Lane.verb, Lane.copula)
    return out
