"""From contacts to features: what of each word is weighed, one line a feature, the same in fitting and in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from framing.link.loose import Loose
from framing.link.roles import Role
from framing.stance.reading import Contacts, Targets
from framing.text.arrays import Floats, Ints
from framing.text.kinds import Kind

FADE = 8.0  # words over which what a near word weighs falls to 1/e
GROUPS = {
    "described": (Role.LABEL, Role.EPITHET, Role.APPOSITION, Role.COMPLEMENT, Role.NAMED, Role.CHARGE, Role.HEAD),
    "owned": (Role.POSSESSED, Role.NOUN_OF, Role.NOUN_BY, Role.NOUN_FOR, Role.NOUN_FROM, Loose.NOUN_NEAR),
    "subject": (Role.SUBJECT, Role.SUBJECT_TO, Role.PARTICIPLE, Role.AGENT, Loose.OWNED_ACTS),
    "object": (Role.OBJECT, Role.VERB_AT, Role.PASSIVE, Loose.VERB_NEAR, Loose.VERB_OVER, Loose.OWNED_OBJECT),
    "predicate": (Loose.PREDICATE, Loose.OWNED_PREDICATE),
    "after": (Loose.OBJECT_AFTER, Loose.AFTER, Loose.SAME_AFTER, Loose.NEXT_AFTER),
    "before": (Loose.SAME_BEFORE, Loose.NEXT_BEFORE),
    "far": (Loose.FAR_BEFORE, Loose.FAR_AFTER),
    "quoted": (Loose.QUOTED,),
}
ROLES: tuple[Role | Loose, ...] = (*(role for role in Role if role), *Loose)
_SIDES = ("favourable", "unfavourable", "plain", "force")
_SHARED = ("all favourable", "all unfavourable", "near favourable", "near unfavourable", "in quotation favourable",
           "in quotation unfavourable")  # fmt: skip
_LAYOUT = ("opens the text", "his, her, their", "a pronoun", "target quoted", "text has a quotation",
           "place in the text", "length of the text")  # fmt: skip
FEATURES: tuple[str, ...] = (
    *(f"{role.name.lower()} {side}" for role in ROLES for side in _SIDES),
    *_SHARED,
    *_LAYOUT,
    *(f"target follows {kind.name.lower()}" for kind in Kind),
    *(f"target precedes {kind.name.lower()}" for kind in Kind),
)
_PLACE_OF_ROLE = np.zeros(256, np.int64)
for _at, _role in enumerate(ROLES):
    _PLACE_OF_ROLE[_role] = _at * len(_SIDES)
GROUP_OF_ROLE = np.zeros(256, np.int64)
for _at, _roles in enumerate(GROUPS.values()):
    GROUP_OF_ROLE[list(_roles)] = _at
_FIRST_SHARED = len(ROLES) * len(_SIDES)
_FIRST_LAYOUT = _FIRST_SHARED + len(_SHARED)
_FIRST_NEIGHBOUR = _FIRST_LAYOUT + len(_LAYOUT)


@dataclass(frozen=True)
class Parts:
    """Amounts of features: `amount[i]` of feature `feature[i]` comes from `source[i]` (a contact, or a target)."""

    source: Ints
    feature: Ints
    amount: Floats


def weigh_words(contacts: Contacts) -> Parts:
    """What every contact adds to the features of its row."""
    place = _PLACE_OF_ROLE.take(contacts.role)
    value = np.nan_to_num(contacts.value)
    good, bad = np.maximum(value, 0), np.maximum(-value, 0)
    plain = (contacts.value == 0).astype(np.float64)
    rated = ~np.isnan(contacts.value)
    fade = np.exp(-contacts.distance / FADE)
    quoted = contacts.quoted
    own = ((0, good), (1, bad), (2, plain), (3, contacts.force * rated))
    shared = (good / 3, bad / 3, good * fade, bad * fade, good * quoted, bad * quoted)
    columns: list[tuple[Ints | int, Floats]] = [(place + side, amount) for side, amount in own]
    columns += [(_FIRST_SHARED + at, amount) for at, amount in enumerate(shared)]
    return _gather(columns, len(value))


def weigh_targets(targets: Targets) -> Parts:
    """What the target's own place adds."""
    columns: list[tuple[Ints | int, Floats]] = [
        (_FIRST_LAYOUT + at, np.asarray(amount, np.float64))
        for at, amount in enumerate(
            (
                targets.opens, targets.owning, targets.pronoun, targets.quoted, targets.quotes, targets.place,
                np.minimum(targets.words, 60) / 40,
            )
        )
    ]  # fmt: skip
    one = np.ones(len(targets.opens))
    columns.append((_FIRST_NEIGHBOUR + targets.before.astype(np.int64), one))
    columns.append((_FIRST_NEIGHBOUR + len(Kind) + targets.after.astype(np.int64), one))
    return _gather(columns, len(one))


def _gather(columns: Sequence[tuple[Ints | int, Floats]], size: int) -> Parts:
    source, feature, amount = [], [], []
    for place, column in columns:
        some = np.flatnonzero(column)
        source.append(some)
        feature.append(np.broadcast_to(np.asarray(place), size).take(some))
        amount.append(column.take(some))
    return Parts(np.concatenate(source), np.concatenate(feature).astype(np.int64), np.concatenate(amount))
