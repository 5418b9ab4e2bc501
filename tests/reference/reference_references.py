"""Who is meant by "the despot", "the Ukrainian leader", "he", each taken by itself."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reference_kinds import senses_of
from reference_matching import Match
from reference_mentions import Mention, apart, together
from reference_quotations import Quotation
from reference_text import Text

from framing.text.kinds import COPULA, HE, NOMINAL, PERSON_NOUNS, SHE, Kind

PARTS = {"comma", "dash", "stop", "line", "speech"}
GOES_ON = {Kind.OF, Kind.NAME, Kind.MENTION, Kind.NOUN, Kind.TITLE, Kind.OTHER, Kind.ADJECTIVE}
PHRASE_REACH, WINDOW, PROMINENT = 6, 40, 3


@dataclass(frozen=True, slots=True)
class Head:
    """A label or title that may head "the X"; those that are the same share a key."""

    first: int
    last: int
    key: tuple[str, object]
    label: bool


@dataclass(frozen=True, slots=True)
class Definite:
    """'The X': its words, its head, and the number of the country it names (-1: none)."""

    first: int
    last: int
    head: Head
    country: int


class References:
    """The epithets and pronouns of an article that can be given to an actor."""

    def __init__(
        self, text: Text, terms: Sequence[Match], named: Sequence[Mention], quotations: Sequence[Quotation]
    ) -> None:
        self.text, self.words = text, text.words
        self.people = [mention for mention in named if text.lists.cast.person[mention.actor]]
        self.speech = {i for q in quotations if q.speech for i in range(q.first, q.last + 1)}
        self.heads = self.find_heads(terms)
        self.others = {i for i in range(len(self.words)) if self.is_other(i)}
        self.pronouns = [i for i, word in enumerate(self.words) if word.known in HE | SHE]

    def find(self, named: Sequence[Mention]) -> list[Mention]:
        """Epithets first, then pronouns, which may refer to them; a place that is taken stays with whom it has."""
        if not self.people:
            return list(named)
        epithets = apart(self.resolve(self.definite_phrases()))
        near = together(self.people, epithets)
        pronouns = [self.resolve_pronoun(i, near) for i in self.pronouns if i not in self.speech]
        return together(together(named, epithets), [pronoun for pronoun in pronouns if pronoun])

    def find_heads(self, terms: Sequence[Match]) -> list[Head]:
        """Labels in their base form, and titles that are no label's last word."""
        tables, heads = self.text.lists.terms, []
        for match in terms:
            labels = [sense for sense in senses_of(self.text, match) if tables.label[sense] and tables.base[sense]]
            if labels:
                heads.append(Head(match.first, match.last, ("label", int(tables.group[labels[0]])), True))
        taken = {head.last for head in heads}
        for i, word in enumerate(self.words):
            if word.kind == Kind.TITLE and i not in taken:
                heads.append(Head(i, i, ("title", word.known), False))
        return sorted(heads, key=lambda head: head.last)

    def is_other(self, i: int) -> bool:
        """Might somebody else be meant: the second of two capitalised words that are no actor's, or a person's noun?"""
        word, before, after = self.words[i], self.words[i - 1], self.words[(i + 1) % len(self.words)]
        if word.kind == Kind.NAME and before.kind == Kind.NAME and i > 0:
            return True
        return word.known in PERSON_NOUNS and word.kind != Kind.MENTION and after.kind not in (Kind.NAME, Kind.MENTION)

    def is_parted(self, i: int) -> bool:
        """Does a mark that ends a phrase stand before the word?"""
        return not PARTS.isdisjoint(self.words[i].gap)

    def definite_phrases(self) -> list[Definite]:
        """'The X' and 'this X' outside of direct speech that end with their head and are no predicate."""
        out = []
        for head in self.heads:
            follower = self.words[head.last + 1]
            named = follower.kind in (Kind.NAME, Kind.MENTION)
            goes_on = named and "comma" in follower.gap if self.is_parted(head.last + 1) else follower.kind in GOES_ON
            start = head.first
            while (
                head.first - start < PHRASE_REACH
                and not self.is_parted(start)
                and self.words[start - 1].kind in NOMINAL
            ):
                start -= 1
            before = self.words[start - 1].kind
            predicate = before in COPULA | {Kind.AS} and not self.is_parted(start)
            if (
                self.words[start].known in ("the", "this")
                and not goes_on
                and not predicate
                and start not in self.speech
            ):
                out.append(Definite(start, head.last, head, self.country_in(start, head.last)))
        return out

    def country_in(self, first: int, last: int) -> int:
        """The first country whose adjective stands in a phrase."""
        nations = self.text.lists.nations
        found = (nations[word.known] for word in self.words[first : last + 1] if word.known in nations)
        return next((country for country in found if country >= 0), -1)

    def resolve(self, phrases: Sequence[Definite]) -> list[Mention]:
        """
        Whom phrases mean, in the order of the text.

        A head that has stood before one person's name so far, or (a label) has meant one, and nobody else, means that
        person again, unless the phrase names a country; else the first rule that knows gives the actor.
        """
        beside = [(h.last, h.key, m.actor) for h in self.heads for m in self.people if self.stands_before(h, m)]
        meant: dict[tuple[str, object], set[int]] = {}
        out = []
        for phrase in phrases:
            while beside and beside[0][0] < phrase.first:
                _, key, actor = beside.pop(0)
                meant.setdefault(key, set()).add(actor)
            actor, rule = self.by_rules(phrase)
            known = meant.get(phrase.head.key, set())
            if phrase.country < 0 and len(known) == 1:
                actor, rule = next(iter(known)), "same label or title as beside the name"
            elif phrase.head.label and actor >= 0:
                meant.setdefault(phrase.head.key, set()).add(actor)
            if actor >= 0:
                form = "epithet" if phrase.head.label else "office"
                out.append(Mention(phrase.first, phrase.last, actor, form, rule))
        return out

    def stands_before(self, head: Head, person: Mention) -> bool:
        """Does a label or title stand right before a name: "despot Vladimir Putin"?"""
        return person.first == head.last + 1 and not self.is_parted(person.first)

    def by_rules(self, phrase: Definite) -> tuple[int, str]:
        """The actor and the first rule that knows one; -1 if none does."""
        for rule, find in (
            ("nationality", self.by_country),
            ("most mentioned person so far", self.by_prominence),
            ("only person in this and the last sentence", self.by_reach),
        ):
            if (actor := find(phrase)) >= 0:
                return actor, rule
        return -1, ""

    def by_country(self, phrase: Definite) -> int:
        """The last person before who belongs to the country."""
        country = self.text.lists.cast.country
        found = [m.actor for m in self.people if m.first < phrase.first and country[m.actor] == phrase.country >= 0]
        return found[-1] if found else -1

    def by_prominence(self, phrase: Definite) -> int:
        """For labels that name no country: the person mentioned most so far, unless last in the very sentence."""
        counts = Counter(mention.actor for mention in self.people if mention.first < phrase.first).most_common(2)
        if not phrase.head.label or phrase.country >= 0 or not counts:
            return -1
        (actor, most), second = counts[0], counts[1][1] if len(counts) > 1 else 0
        stands = most >= max(PROMINENT, 2 * second) and not self.is_last_in_sentence(actor, phrase.first, self.people)
        return actor if stands else -1

    def by_reach(self, phrase: Definite) -> int:
        """
        For labels and phrases that name a country: the only person in reach, but nobody of another country, and nobody
        named before in the sentence (its subject is not its object too).
        """
        if not phrase.head.label and phrase.country < 0:
            return -1
        actor = self.only_person(phrase.first, self.people)
        country = int(self.text.lists.cast.country[actor])
        foreign = phrase.country >= 0 and country >= 0 and phrase.country != country
        return -1 if actor < 0 or foreign or self.is_last_in_sentence(actor, phrase.first, self.people) else actor

    def is_last_in_sentence(self, actor: int, i: int, people: Sequence[Mention]) -> bool:
        """Is the last person mentioned before a word, in its sentence, this one? Its subject is not its object too."""
        before = bisect_left(people, i, key=lambda mention: mention.first)
        last = people[before - 1] if before else None
        return bool(last) and last.actor == actor and self.words[last.first].sentence == self.words[i].sentence

    def only_person(self, i: int, people: Sequence[Mention]) -> int:
        """The only person in this sentence up to the word and in the last one, where nobody else can be meant."""
        sentence = self.words[i].sentence
        begin = max(self.text.sentence_starts[max(sentence - 2, 0)], i - WINDOW)
        at, until = (bisect_left(people, place, key=lambda mention: mention.first) for place in (begin, i))
        near = people[at:until]
        if len({mention.actor for mention in near}) != 1 or not self.others.isdisjoint(range(begin, i)):
            return -1
        after = near[-1].last + 1
        modifies = self.words[after].kind in GOES_ON and not self.is_parted(after)
        earlier = [word for word in self.pronouns if begin <= word < near[0].first]  # "He told Putin that he …"
        return -1 if modifies or earlier else near[0].actor

    def resolve_pronoun(self, i: int, people: Sequence[Mention]) -> Mention | None:
        """
        'He' and 'she': the only person in reach, but nobody who is known to go by the other; 'him': nobody mentioned
        before in the sentence.
        """
        actor, owning, cast = self.only_person(i, people), self.words[i].kind == Kind.OWNING, self.text.lists.cast
        if actor < 0 or (cast.he if self.words[i].known in SHE else cast.she)[actor]:
            return None
        if self.words[i].known in ("him", "her") and not owning and self.is_last_in_sentence(actor, i, people):
            return None
        return Mention(i, i, actor, "pronoun", "only person in this and the last sentence", owning)
