"""An article read from its characters to its links by the slow reference."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reference_kinds import mark_entries, mark_mentions, senses_of, settle
from reference_matching import Match, Matcher
from reference_mentions import Mention, by_name
from reference_names import Names, mark_names
from reference_quotations import Quotation, find_quotations
from reference_references import References
from reference_roles import Sentence, ties
from reference_speakers import Speaker, SpeakerFinder
from reference_text import Lists, Text
from reference_voices import find_scare, give_voices

from framing.link.roles import Role
from framing.spans.terms import ADJECTIVE, NOUN, VERB
from framing.text.buffer import Piece
from framing.text.kinds import OPENERS, PREPOSITIONS, Kind

DOERS = {Kind.TO, Kind.AUXILIARY, Kind.PRONOUN, Kind.WHO, Kind.CLITIC_WILL}
SIDES = {
    "bearer": (Role.LABEL, Role.EPITHET, Role.APPOSITION, Role.COMPLEMENT, Role.NAMED),
    "subject": (Role.SUBJECT, Role.SUBJECT_TO, Role.PARTICIPLE, Role.AGENT),
    "object": (Role.OBJECT, Role.VERB_AT),
    "owner": (Role.POSSESSED, Role.HEAD, Role.NOUN_BY, Role.NOUN_OF, Role.NOUN_FOR, Role.NOUN_FROM),
}
Tie = tuple[Match, Mention, Role]


@dataclass
class Account:
    """Everything that is read in an article; `hits` are (match, sense), `links` (tie, sense, value)."""

    text: Text
    quotations: list[Quotation]
    scare: list[bool]
    voices: list[str]
    speakers: list[Speaker]
    names: list[Match]
    contexts: list[Match]
    terms: list[Match]
    negated: list[bool]
    hits: list[tuple[Match, int]]
    mentions: list[Mention]
    ties: list[Tie]
    links: list[tuple[Tie, int, float]]


def read_article(pieces: Sequence[Piece], lists: Lists, matcher: Matcher) -> Account:
    """All stages in order."""
    text = Text(pieces, lists)
    quotations = find_quotations(text)
    text.closing = {quotation.last for quotation in quotations}
    names, contexts = matcher.find_names(text), matcher.find_contexts(text)
    terms = matcher.find_terms(text, names)
    mark_mentions(text, ((name.first, name.last) for name in names))
    mark_entries(text, terms)
    settle(text)
    named = by_name(text, names)
    marked = mark_names(text)
    mentions = References(text, terms, named, quotations).find(named)
    mark_mentions(text, ((m.first, m.last) for m in mentions if m.form != "pronoun"))
    hits = [
        (match, sense) for match in terms for sense in senses_of(text, match) if is_meant(text, match, sense, contexts)
    ]
    tied = list(ties(text, terms, mentions))
    scare, sentence = find_scare(text, quotations), Sentence(text)
    negated = [sentence.is_negated(match.first) for match in terms]
    voices = give_voices(text, quotations, scare)
    phrases = {
        match.first
        for match, sense in hits
        if match.last > match.first and lists.terms.entries[int(lists.terms.entry[sense])].kind == "reporting"
    }
    speakers = SpeakerFinder(text, quotations, Names(text, marked, voices, named), marked.titles, mentions)
    return Account(
        text=text,
        quotations=quotations,
        scare=scare,
        voices=voices,
        speakers=speakers.find(scare, phrases),
        names=names,
        contexts=contexts,
        terms=terms,
        negated=negated,
        hits=hits,
        mentions=mentions,
        ties=tied,
        links=find_links(lists, tied, hits, dict(zip(terms, negated, strict=True))),
    )


def is_meant(text: Text, match: Match, sense: int, contexts: Sequence[Match]) -> bool:
    """Is an entry meant where its spelling stands: its part of speech, its case, and no context that excuses it?"""
    terms, kind = text.lists.terms, text.words[match.first].kind
    number, before = int(terms.entry[sense]), text.words[match.first - 1].kind
    entry = terms.entries[number]
    if match.first == match.last:
        if terms.pos[sense] == VERB and kind == Kind.NOUN and before in OPENERS | PREPOSITIONS:
            return False
        if terms.pos[sense] == NOUN and kind == Kind.VERB and before in DOERS:
            return False
    surface = text.given[text.words[match.first].start : text.words[match.last].end]
    if entry.match == "cased" and surface.replace("’", "'") not in entry.spellings:
        return False
    around = [context for context in contexts if context.first <= match.first and match.last <= context.last]
    return all(context.which * len(terms.entries) + number not in terms.excused for context in around)


def find_links(
    lists: Lists, tied: Sequence[Tie], hits: Sequence[tuple[Match, int]], negated: dict[Match, bool]
) -> list[tuple[Tie, int, float]]:
    """A tie colours where a sense of the hit has a value for the role; negation turns adjectives and drops the rest."""
    senses: dict[Match, list[int]] = {}
    for match, sense in hits:
        senses.setdefault(match, []).append(sense)
    out = []
    for tie in tied:
        for sense in senses.get(tie[0], ()):
            value, adjective = value_in_role(lists, tie[2], sense), lists.terms.pos[sense] == ADJECTIVE
            if not math.isnan(value) and (adjective or not negated[tie[0]]):
                out.append((tie, sense, value * -0.5 if negated[tie[0]] else value))
    return out


def value_in_role(lists: Lists, role: Role, sense: int) -> float:
    """
    The value of a sense in a role; a passive's subject is the object of a verb, and bears any other word. Of a charge,
    one does the verb and owns or, if it has no owner's value, bears any other word.
    """
    terms = lists.terms
    if role == Role.CHARGE:
        owned = float(terms.owner[sense])
        other = float(terms.bearer[sense]) if math.isnan(owned) else owned
        return float(terms.subject[sense]) if terms.pos[sense] == VERB else other
    if role == Role.PASSIVE:
        return float(terms.object[sense] if terms.pos[sense] == VERB else terms.bearer[sense])
    side = next(side for side, roles in SIDES.items() if role in roles)
    return float(getattr(terms, side)[sense])
