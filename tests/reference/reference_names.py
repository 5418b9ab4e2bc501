"""Names in an article, whoever they are: runs of capitalised words outside of quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reference_mentions import Mention
from reference_text import CAPITALS, Text, fold

from framing.actors.name_words import BODIES, PLACES, THINGS
from framing.text.kinds import NOMINAL, PREPOSITIONS, VERBAL, Kind

PARTS = {"comma", "dash", "line", "speech"}
PHRASE = NOMINAL | {Kind.MENTION, Kind.POSSESSIVE, Kind.NOUN_OR_VERB, Kind.S_FORM}
GOVERNS = PREPOSITIONS | VERBAL | {Kind.CLAUSE, Kind.AND, Kind.ING, Kind.WHO}
MODIFIED = {Kind.NOUN, Kind.TITLE, Kind.OTHER, Kind.POSSESSIVE, Kind.NOUN_OR_VERB}
BODY_WORDS = {fold(word) for word in BODIES | PLACES | THINGS}
HE_TITLES = {"mr", "sir", "lord", "king", "prince", "congressman"}
SHE_TITLES = {"mrs", "ms", "lady", "queen", "princess", "congresswoman"}
LONGEST = 4


@dataclass(frozen=True, slots=True)
class Name:
    """First and last word, the actor it is a name of (-1: nobody's), and whether it is in the outlet's own words."""

    first: int
    last: int
    actor: int
    own: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """Which words are names, and which are titles, before phrases that mean actors are marked."""

    names: frozenset[int]
    titles: frozenset[int]


def mark_names(text: Text) -> Marked:
    """The words as they are once their kinds are settled."""
    every = list(enumerate(text.words))
    return Marked(
        frozenset(i for i, word in every if word.capital and word.kind in (Kind.NAME, Kind.MENTION)),
        frozenset(i for i, word in every if word.kind == Kind.TITLE),
    )


class Names:
    """The names of an article, and what there is to know of each."""

    def __init__(self, text: Text, marked: Marked, voices: Sequence[str], named: Sequence[Mention]) -> None:
        self.text, self.words, self.cast = text, text.words, text.lists.cast
        self.outside = {i for i, voice in enumerate(voices) if voice in ("own", "headline")}
        actors = {mention.last: mention.actor for mention in named}
        runs: list[tuple[int, int]] = []
        for i in sorted(marked.names & self.outside):
            if runs and runs[-1][1] == i - 1 and self.goes_on(i):
                runs[-1] = runs[-1][0], i
            else:
                runs.append((i, i))
        self.every = [
            Name(first, last, actors.get(last, -1), voices[first] == "own")
            for first, last in runs
            if not (self.size(first) == 1 and "hyphen" in self.words[first + 1].gap)
            and not (self.size(first - 1) == 1 and "hyphen" in self.words[first].gap)
        ]
        self.by_end, self.by_start = {n.last: n for n in self.every}, {n.first: n for n in self.every}

    def size(self, i: int) -> int:
        """Bytes of a word."""
        return len(self.words[i].text.encode("utf-8", "surrogatepass"))

    def goes_on(self, i: int) -> bool:
        """May the word go on a name: after a space, a hyphen, or an initial's stop?"""
        gap = self.words[i].gap
        return gap <= {"space", "hyphen"} or (gap - {"space"} == {"stop"} and self.size(i - 1) == 1)

    def is_parted(self, i: int) -> bool:
        """Does a phrase end before the word?"""
        return self.words[i].opening or not PARTS.isdisjoint(self.words[i].gap)

    def start(self, i: int, most: int) -> int:
        """The left edge of the noun phrase of a word."""
        start = i
        while i - start < most and not self.is_parted(start) and self.words[start - 1].kind in PHRASE:
            start -= 1
        return start

    def is_governed(self, start: int) -> bool:
        """Does a verb or preposition stand before a phrase?"""
        return not self.is_parted(start) and self.words[start - 1].kind in GOVERNS

    def is_titled(self, name: Name) -> bool:
        """Does a title stand before it?"""
        return self.words[name.first - 1].kind == Kind.TITLE and self.words[name.first].gap <= {"space", "stop"}

    def is_free(self, name: Name) -> bool:
        """Does nothing govern it, and does it neither own nor modify what follows?"""
        modifies = self.words[name.last + 1].kind in MODIFIED and not self.is_parted(name.last + 1)
        return not modifies and not self.is_governed(self.start(name.first, LONGEST))

    def may_be_person(self, name: Name) -> bool:
        """Four words at most, none for a body, and no actor who is none."""
        words = self.words[name.first : name.last + 1]
        thing = name.actor >= 0 and not self.cast.person[name.actor]
        return len(words) <= LONGEST and not thing and not any(word.known in BODY_WORDS for word in words)

    def is_told(self, name: Name) -> bool:
        """Does anything tell that it is a person: two words, a title, the cast, a longer form?"""
        told = name.last > name.first or name.actor >= 0 or self.is_titled(name)
        return told or self.longer(name) is not None

    def longer(self, name: Name) -> Name | None:
        """The first longer name of a person that ends with the same word."""
        end = self.words[name.last].text
        found = (n for n in self.every if n.last > n.first and n.own and self.words[n.last].text == end)
        return next((n for n in found if self.may_be_person(n) and not self.is_shouted(n)), None)

    def is_shouted(self, name: Name) -> bool:
        """Does it begin with two capitals?"""
        return self.words[name.first].text[1:2] in CAPITALS

    def fullest(self, name: Name) -> Name:
        """Its longer form if it is one word and has one."""
        return (self.longer(name) if name.first == name.last else None) or name

    def gender(self, name: Name) -> str:
        """ "he" or "she" where the article's titles or the cast tell and do not contradict each other."""
        end = self.words[name.last].text
        titles = {
            self.words[n.first - 1].known for n in self.every if self.is_titled(n) and self.words[n.last].text == end
        }
        he = bool(titles & HE_TITLES) or (name.actor >= 0 and bool(self.cast.he[name.actor]))
        she = bool(titles & SHE_TITLES) or (name.actor >= 0 and bool(self.cast.she[name.actor]))
        return "" if he == she else "he" if he else "she"
