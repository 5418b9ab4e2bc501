"""What a listed verb says of its object or subject: "called him a liar", "was accused of lying"."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from framing.link.before import IS_ACTING, IS_DESCRIBING
from framing.link.mentions import IS_VERBAL, Pairs, Surroundings
from framing.text.arrays import Bools, Bytes, Ints
from framing.text.frames import CHARGES, ED, ING, MAKES, NAMES, NAMES_AS, OVER
from framing.text.kinds import ACTOR, NOMINAL, Kind
from framing.text.phrases import Lane, Phrases, members

_OF = members({Kind.OF, Kind.FOR})
_GOES_ON = members(NOMINAL | ACTOR)
_IS_OWNED = members({Kind.NOUN, Kind.OTHER})


@dataclass(frozen=True)
class Framing:
    """
    Pairs of a word and a mention before it that a listed verb may tie.

    Attributes:
        first, last: the words. mention: its surroundings. start: left edge of the phrase that the word is in.
        opener: the word before the phrase that the word is in, or before the "as" or "of" that leads the phrase.
        link: bits of the frames that the phrase may belong to, by what leads it.
        ends: the phrase ends with the word.
        says: the word describes, or is a verb in "-ing" that leads its phrase: "of repeatedly lying".
    """

    first: Ints
    last: Ints
    mention: Surroundings
    start: Ints
    opener: Ints
    link: Bytes
    ends: Bools
    says: Bools


def frame(phrases: Phrases, pairs: Pairs) -> Framing:
    """The frames that words may stand in."""
    first, last = pairs.first, pairs.last
    kind, start = phrases.kind, phrases.phrase_start(first)
    lead_at = start - 1
    lead, before = kind.take(lead_at), lead_at - 1
    has_as = lead == Kind.AS
    charge = _OF.take(lead) | phrases.opens(lead_at, OVER)
    being = (lead == Kind.BE) & _OF.take(kind.take(before))  # "of being a liar"
    link = np.where(has_as, NAMES_AS, np.where(charge | being, CHARGES, NAMES | MAKES)).astype(np.uint8)
    ends = phrases.broken.take(last + 1) | ~_GOES_ON.take(kind.take(last + 1))
    doing = IS_ACTING.take(kind.take(first)) & phrases.opens(first, ING)
    doing &= phrases.between(lead_at, first).only(Lane.helper)
    says = IS_DESCRIBING.take(kind.take(last)) | doing
    opener = lead_at - (has_as | charge) - 2 * being
    return Framing(first, last, pairs.mention, start, opener, link, ends, says)


def of_object(phrases: Phrases, pairs: Framing, *_: object) -> tuple[Bools, Bools]:
    """'called him a liar', 'described him as a liar', 'left him humiliated'; 'accused him of lying'."""
    mention, kind = pairs.mention, phrases.kind.take(pairs.first)
    sheet = phrases.sheet
    verb = sheet.frames.take(sheet.word.take(mention.start - 1)) & pairs.link
    follows = (pairs.opener == mention.last) & ~mention.owner & ~mention.heads
    head = phrases.kind.take(pairs.last)
    describes = IS_DESCRIBING.take(head)
    article = phrases.kind.take(pairs.start) == Kind.DETERMINER
    object_ = follows & mention.governed
    plain_name = (verb & NAMES > 0) & (article | pairs.ends) | (verb & NAMES_AS > 0)
    made = (verb & MAKES > 0) & pairs.ends & (head == Kind.ADJECTIVE) & ~article
    undergone = (verb & MAKES > 0) & pairs.ends & (kind == Kind.VERB) & (pairs.first == pairs.last)
    undergone &= follows & phrases.opens(pairs.first, ED) & (pairs.first == mention.last + 1)
    bold = mention.owner & (verb & NAMES > 0) & pairs.ends & (head == Kind.ADJECTIVE)  # "called his performance bold"
    bold &= (pairs.start == mention.owned + 1) & _IS_OWNED.take(phrases.kind.take(pairs.first - 1))
    named = object_ & describes & (plain_name | made) | undergone | bold
    return named, object_ & (verb & CHARGES > 0) & pairs.says


def of_subject(phrases: Phrases, pairs: Framing, beside: Bools, verbs: Ints) -> tuple[Bools, Bools]:
    """
    'was branded a liar', 'was described as a liar'; 'was accused of lying', 'is guilty of fraud'.

    Args:
        beside: those where nothing but a comma may stand between mention and verb: "Putin, accused of lying, …".
        verbs: how many verbs stand between mention and word.
    """
    kind, last = phrases.kind.take(pairs.opener), pairs.mention.last
    verb = phrases.sheet.frames.take(phrases.sheet.word.take(pairs.opener)) & pairs.link & ~np.uint8(MAKES)
    undergoes = np.where(beside, pairs.opener == last + 1, kind == Kind.PASSIVE) & IS_VERBAL.take(kind) & (verbs == 1)
    undergoes &= ~phrases.opens(pairs.opener, ING)
    guilty = ~beside & (kind == Kind.ADJECTIVE) & (verbs == 0)
    after = pairs.opener > last
    describes = IS_DESCRIBING.take(phrases.kind.take(pairs.last))
    named = after & undergoes & (verb & (NAMES | NAMES_AS) > 0) & describes
    charged = after & (undergoes | guilty) & (verb & CHARGES > 0)
    return named, charged & pairs.says
