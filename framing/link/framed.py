"""What a listed verb says of its object or subject: "called him a liar", "was accused of lying"."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from framing.link.before import IS_ACTING, IS_DESCRIBING
from framing.link.mentions import IS_VERBAL, Pairs, Surroundings
from framing.link.roles import Role
from framing.text.arrays import Bools, Bytes, Ints
from framing.text.frames import CHARGES, ED, ING, MAKES, NAMES, NAMES_AS, OVER
from framing.text.kinds import ACTOR, NOMINAL, Kind
from framing.text.phrases import Lane, Phrases, members

_OF = members({Kind.OF, Kind.FOR})
_GOES_ON = members(NOMINAL | ACTOR)
_IS_OWNED = members({Kind.NOUN, Kind.OTHER})


@dataclass(frozen=True)
class _Framing:
    """
    Pairs of a word and a mention before it that a listed verb may tie.

    Attributes:
        first, last: the words. mention: its surroundings. start: left edge of the phrase that the word is in.
        opener: the word before that phrase, or before the "as" or "of" that leads it.
        verb: which of the frames that so led a phrase may belong to the verb opens, as bits.
    """

    first: Ints
    last: Ints
    mention: Surroundings
    start: Ints
    opener: Ints
    verb: Bytes


def find_framed(phrases: Phrases, pairs: Pairs, object_: Bools, subject: Bools, beside: Bools, verbs: Ints) -> Bytes:
    """
    What a listed verb ties to the mention: NAMED, CHARGE or nothing.

    Args:
        object_: where the mention may be a verb's object, subject: where it may undergo one.
        beside: those where nothing but a comma may stand between mention and verb: "Putin, accused of lying, …".
        verbs: how many verbs stand between mention and word.
    """
    role = np.zeros(len(verbs), np.uint8)
    for which, find in ((object_ & IS_VERBAL.take(pairs.mention.lead), _of_object), (subject, _of_subject)):
        some = np.flatnonzero(which)
        start, opener, link = _leads(phrases, pairs.first.take(some))
        verb_at = pairs.mention.start.take(some) - 1 if find is _of_object else opener
        verb = phrases.sheet.frames.take(phrases.sheet.word.take(verb_at)) & link
        few = np.flatnonzero(verb)  # most stand near no such verb
        if few.size:
            some = some[few]
            near = pairs.where(some)
            framing = _Framing(near.first, near.last, near.mention, start[few], opener[few], verb[few])
            named, charged = find(phrases, framing, beside[some], verbs[some])
            role[some[charged]] = Role.CHARGE
            role[some[named]] = Role.NAMED
    return role


def _leads(phrases: Phrases, first: Ints) -> tuple[Ints, Ints, Bytes]:
    """Left edge of the phrases of words, the word before them or their "as" or "of", and the frames so led."""
    kind, start = phrases.kind, phrases.phrase_start(first)
    lead_at = start - 1
    lead = kind.take(lead_at)
    has_as = lead == Kind.AS
    charge = _OF.take(lead) | phrases.opens(lead_at, OVER)
    being = (lead == Kind.BE) & _OF.take(kind.take(lead_at - 1))  # "of being a liar"
    link = np.where(has_as, NAMES_AS, np.where(charge | being, CHARGES, NAMES | MAKES)).astype(np.uint8)
    return start, lead_at - (has_as | charge) - 2 * being, link


def _says(phrases: Phrases, pairs: _Framing) -> Bools:
    """Words that may be a charge: those that describe, and a verb in "-ing" that leads: "of repeatedly lying"."""
    doing = IS_ACTING.take(phrases.kind.take(pairs.first)) & phrases.opens(pairs.first, ING)
    doing &= phrases.between(pairs.start - 1, pairs.first).only(Lane.helper)
    out: Bools = IS_DESCRIBING.take(phrases.kind.take(pairs.last)) | doing
    return out


def _of_object(phrases: Phrases, pairs: _Framing, *_: object) -> tuple[Bools, Bools]:
    """'called him a liar', 'described him as a liar', 'left him humiliated'; 'accused him of lying'."""
    mention, verb, kind = pairs.mention, pairs.verb, phrases.kind.take(pairs.first)
    ends = phrases.broken.take(pairs.last + 1) | ~_GOES_ON.take(phrases.kind.take(pairs.last + 1))
    follows = (pairs.opener == mention.last) & ~mention.owner & ~mention.heads
    head = phrases.kind.take(pairs.last)
    article = phrases.kind.take(pairs.start) == Kind.DETERMINER
    object_ = follows & mention.governed
    plain_name = (verb & NAMES > 0) & (article | ends) | (verb & NAMES_AS > 0)
    made = (verb & MAKES > 0) & ends & (head == Kind.ADJECTIVE) & ~article
    undergone = (verb & MAKES > 0) & ends & (kind == Kind.VERB) & (pairs.first == pairs.last)
    undergone &= follows & phrases.opens(pairs.first, ED) & (pairs.first == mention.last + 1)
    bold = mention.owner & (verb & NAMES > 0) & ends & (head == Kind.ADJECTIVE)  # "called his performance bold"
    bold &= (pairs.start == mention.owned + 1) & _IS_OWNED.take(phrases.kind.take(pairs.first - 1))
    named = object_ & IS_DESCRIBING.take(head) & (plain_name | made) | undergone | bold
    return named, object_ & (verb & CHARGES > 0) & _says(phrases, pairs)


def _of_subject(phrases: Phrases, pairs: _Framing, beside: Bools, verbs: Ints) -> tuple[Bools, Bools]:
    """'was branded a liar', 'was described as a liar'; 'was accused of lying', 'is guilty of fraud'."""
    kind, last = phrases.kind.take(pairs.opener), pairs.mention.last
    undergoes = np.where(beside, pairs.opener == last + 1, kind == Kind.PASSIVE) & IS_VERBAL.take(kind) & (verbs == 1)
    undergoes &= ~phrases.opens(pairs.opener, ING)
    guilty = ~beside & (kind == Kind.ADJECTIVE) & (verbs == 0)
    after = pairs.opener > last
    describes = IS_DESCRIBING.take(phrases.kind.take(pairs.last))
    named = after & undergoes & (pairs.verb & (NAMES | NAMES_AS) > 0) & describes
    return named, after & (undergoes | guilty) & (pairs.verb & CHARGES > 0) & _says(phrases, pairs)
