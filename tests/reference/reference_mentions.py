"""Mentions of actors by name, and how mentions are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reference_matching import Match
from reference_text import Text

from framing.actors.cast import METONYM


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention: its words, the actor's number, its form, the rule that found it, and whether it is "his"."""

    first: int
    last: int
    actor: int
    form: str
    rule: str
    owning: bool = False


def by_name(text: Text, names: Sequence[Match]) -> list[Mention]:
    """Mentions by name; a surname that several share goes to whose name stands last before it, else first after."""
    cast, out = text.lists.cast, []
    bearers = [(match.first, int(cast.bearer[match.which])) for match in names if cast.bearer[match.which] >= 0]
    for match in names:
        metonym = cast.form[match.which] == METONYM
        actor, rule = int(cast.bearer[match.which]), "seat of government" if metonym else "name"
        shared = int(cast.shared[match.which])
        if shared >= 0:
            of_surname = [(place, bearer) for place, bearer in bearers if cast.surname[bearer] == shared]
            before = [bearer for place, bearer in of_surname if place < match.first]
            after = [bearer for place, bearer in of_surname if place > match.first]
            actor, rule = [*before[-1:], *after[:1], -1][0], "surname, full name in the article"
        if actor >= 0:
            out.append(Mention(match.first, match.last, actor, "metonym" if metonym else "name", rule))
    return out


def apart(mentions: Sequence[Mention]) -> list[Mention]:
    """Without those that start inside an earlier one."""
    out, reached = [], -1
    for mention in mentions:
        if mention.first > reached:
            out.append(mention)
        reached = max(reached, mention.last)
    return out


def together(taken: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """Both in order; of two that share a word the one that was there first stays."""
    words = {i for mention in taken for i in range(mention.first, mention.last + 1)}
    free = [mention for mention in others if words.isdisjoint(range(mention.first, mention.last + 1))]
    return sorted([*taken, *free], key=lambda mention: mention.first)
