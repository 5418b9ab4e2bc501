"""Who says each quotation: the verb beside it, the subject of the verb, and whom that means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reference_kinds import is_joined_by_hyphen
from reference_mentions import Mention
from reference_names import Name, Names
from reference_quotations import Quotation
from reference_text import Text, fold

from framing.text.kinds import PREPOSITIONS, SHE, VERBAL, Kind

SPOKEN = {Kind.VERB, Kind.REPORT, Kind.ING}
HELPERS = {
    Kind.AUXILIARY, Kind.HAVE, Kind.BE, Kind.ADVERB, Kind.NEGATION, Kind.CLITIC_WILL, Kind.CLITIC_HAVE, Kind.CLITIC_BE,
}  # fmt: skip
THINGS = {Kind.NAME, Kind.MENTION, Kind.NOUN, Kind.TITLE, Kind.OTHER, Kind.NOUN_OR_VERB}
STANDS = THINGS | {Kind.ADJECTIVE, Kind.PRONOUN, Kind.WHO, Kind.NUMBER, Kind.DETERMINER}
RULES = PREPOSITIONS | VERBAL | {Kind.ING, Kind.BE}
SHORT = {"gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "col": "colonel"}
NEAR, ASKED_NEAR, LONG = 8, 4, 12


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a quotation: the words that name them, the actor (-1: nobody's), the verb, and the rule."""

    rule: str = ""
    first: int = -1
    last: int = -1
    actor: int = -1
    verb: int = -1


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a verb: what it is, its words, its name, and whether it is the sentence's and not the verb's."""

    how: str
    first: int = -1
    last: int = -1
    name: Name | None = None
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """The verb that a quotation goes by, and where it stands."""

    verb: int
    place: str


class SpeakerFinder:
    """The speakers of an article's quotations."""

    def __init__(
        self,
        text: Text,
        quotations: Sequence[Quotation],
        names: Names,
        titles: frozenset[int],
        mentions: Sequence[Mention],
    ) -> None:
        self.text, self.words, self.names, self.quotations = text, text.words, names, quotations
        self.inferred = [m for m in mentions if m.form not in ("name", "metonym")]
        self.opens, self.closes = {q.first for q in quotations}, {q.last for q in quotations}
        self.titles = sorted(titles & names.outside)
        self.pronouns = [i for i, w in enumerate(self.words) if w.known in ("he", "she") and i in names.outside]

    def find(self, scare: Sequence[bool], phrases: set[int]) -> list[Speaker]:
        """
        The speaker of every quotation.

        A verb beside it, else in the sentence before; what goes on from the quotation before has that one's verb.
        """
        verbs = self.find_verbs(phrases)
        sources: list[Source | None] = []
        for at, quotation in enumerate(self.quotations):
            previous = self.quotations[at - 1] if at else None
            source = None if scare[at] else beside(self.text, quotation, verbs)
            if source is None and quotation.speech and not scare[at]:
                source = self.introduced(quotation, previous, verbs)
            if previous and quotation.continues and previous.runs_on:
                source = sources[-1] and replace(sources[-1], place="goes on from the paragraph before")
            elif previous and source is None and quotation.speech and stands_under(self.text, quotation, previous):
                source = sources[-1] and replace(sources[-1], place="same speaker goes on")
            sources.append(source)
        subjects = {source.verb: self.subject(source.verb) for source in sources if source}
        speak = [subject.name for subject in subjects.values() if subject.how == "named" and subject.name]
        return [self.speaker(source, subjects[source.verb], speak) if source else Speaker() for source in sources]

    def find_verbs(self, phrases: set[int]) -> list[int]:
        """Words that say that somebody says something, outside of quotations."""
        found = []
        for i, word in enumerate(self.words):
            listed = word.known in self.text.lists.says and (word.kind in SPOKEN or word.known == "according")
            listed = listed and word.known not in ("titled", "entitled")
            says = (listed and not is_joined_by_hyphen(self.text, i)) or word.kind == Kind.REPORT or i in phrases
            if says and i in self.names.outside:
                found.append(i)
        return found

    def introduced(self, quotation: Quotation, previous: Quotation | None, verbs: Sequence[int]) -> Source | None:
        """The last verb of the sentence before, if that ends with a colon or nothing is quoted in it."""
        first, before = quotation.first, [verb for verb in verbs if verb < quotation.first][-1:]
        sentence = self.words[first].sentence - 1
        if not before or not self.words[first].opening or self.words[before[0]].sentence != sentence:
            return None
        colon = self.text.plain[self.words[first - 1].end] == ":"
        quotes = previous is not None and self.words[previous.last].sentence >= sentence
        return Source(before[0], "reporting verb in the sentence before it") if colon or not quotes else None

    def speaker(self, source: Source, subject: Subject, speak: Sequence[Name]) -> Speaker:
        """Whom the subject of a quotation's verb means, with the fullest name for them."""
        find = {"he or she": self.by_pronoun, "office": self.by_office}.get(subject.how, lambda s, _: s.name)
        name = (self.by_mention(subject) if subject.how not in ("named", "nobody") else None) or find(subject, speak)
        tail = "subject of the sentence" if subject.inherited else "" if subject.how == "named" else subject.how
        rule = ", ".join(part for part in (source.place, tail) if part)
        if name:
            full = self.names.fullest(name)
            actor = name.actor if name.actor >= 0 else full.actor
            return Speaker(rule, full.first, full.last, actor, source.verb)
        if subject.how in ("office", "described"):
            return Speaker(rule, subject.first, subject.last, -1, source.verb)
        return Speaker()

    def subject(self, verb: int) -> Subject:
        """The subject of a verb: before it, after it, before commas, or that of its sentence."""
        words, names, according = self.words, self.names, self.words[verb].known == "according"
        end, negated = self.skip_helpers(verb)
        if negated:
            return Subject("nobody")
        gerund = fold(words[verb].text).endswith("ing") and not according
        parted, quoted, behind = names.is_parted(end + 1), end in self.closes, verb - 1 in self.closes
        stands = words[end].kind in STANDS and (not gerund or end in names.by_end)
        if not quoted and not parted and not according and stands:
            return self.before(end)
        begin = verb + (2 if according else 1)
        opens = begin not in self.opens and not names.is_parted(begin) and self.may_begin(begin)
        if opens and (according or (behind and not gerund)):
            return self.after(begin)
        gap, found = words[end + 1].gap, None
        if not quoted and not gerund and not according and gap & {"comma", "dash"} and not gap & {"line", "speech"}:
            found = self.beyond_commas(end)
        if found is None and not behind and not according:
            found = self.figure(self.sentence_start(verb), verb, fresh=False)
        if found is None and gerund and words[verb].opening:
            found = self.figure(verb, self.sentence_end(verb), fresh=True)
        return found or Subject("nobody")

    def may_begin(self, i: int) -> bool:
        """May a subject begin with the word?"""
        return self.words[i].kind == Kind.PRONOUN or self.is_phrase(i)

    def is_phrase(self, i: int) -> bool:
        """May the word be part of a noun phrase?"""
        from reference_names import PHRASE

        return self.words[i].kind in PHRASE

    def skip_helpers(self, verb: int) -> tuple[int, bool]:
        """The word before a verb and up to three helpers, and whether one of them is "not"."""
        end, negated = verb - 1, False
        while verb - 1 - end < 3 and self.words[end].kind in HELPERS and not self.names.is_parted(end + 1):
            negated = negated or self.words[end].kind == Kind.NEGATION
            end -= 1
        return end, negated

    def classify(self, head: int, first: int, last: int) -> Subject:
        """What a phrase with this head is."""
        if head in self.names.by_end:
            return Subject("named", first, last, self.names.by_end[head])
        if head in self.pronouns:
            return Subject("he or she", first, last)
        if head in self.titles:
            return Subject("office", first, last)
        return Subject("described" if self.words[head].kind in THINGS | {Kind.ADJECTIVE} else "nobody", first, last)

    def before(self, end: int) -> Subject:
        """The phrase that ends before the verb, with up to two phrases that prepositions hang on it."""
        names, who = self.names, self.words[end].kind == Kind.WHO
        last = end - who
        if self.words[last].kind == Kind.PRONOUN:
            return self.classify(last, last, last)
        head, first = last, names.start(last, LONG)
        for _ in range(0 if who else 2):
            hangs = self.words[first - 1].kind in PREPOSITIONS and self.is_phrase(first - 2)
            if not hangs or names.is_parted(first) or names.is_parted(first - 1):
                break
            if last in names.by_end and self.is_rank(first):
                break
            head = first - 2
            first = names.start(head, LONG)
        return self.classify(head, first, last)

    def is_rank(self, start: int) -> bool:
        """'Chief of staff Tove Brand': do "of" and a noun go on a title?"""
        kinds = [word.kind for word in self.words[start - 2 : start + 1]]
        return kinds == [Kind.TITLE, Kind.OF, Kind.NOUN]

    def after(self, first: int) -> Subject:
        """The phrase that begins after the verb; "the spokesman, Lars Quill" has that name."""
        words, names, last = self.words, self.names, first
        while last - first < LONG and words[first].kind != Kind.PRONOUN:
            here, following = words[last].kind, words[last + 1].kind
            named = here in (Kind.NAME, Kind.MENTION) and following not in THINGS | {Kind.POSSESSIVE}
            if not self.is_phrase(last + 1) or named or names.is_parted(last + 1) or last + 1 in self.opens:
                break
            last += 1
        for _ in range(2):
            last -= words[last].kind == Kind.ADVERB and last > first
        found = self.classify(last, first, last)
        apposed = names.by_start.get(last + 1) if "comma" in words[last + 1].gap else None
        return replace(found, how="named", name=apposed) if apposed and found.how in ("office", "described") else found

    def beyond_commas(self, end: int) -> Subject | None:
        """Of five names within 30 words the nearest that ends before a comma, ungoverned and without an article."""
        names, last_quotation = self.names, max((i for i in self.closes if i < end), default=-1)
        begin = max(end - 30, self.sentence_start(end), last_quotation + 1)
        for name in [name for name in names.every if name.last <= end][:-6:-1]:
            start = names.start(name.first, LONG)
            ruled = self.words[start - 1].kind in RULES and not names.is_parted(start)
            defined = self.words[start].kind in (Kind.DETERMINER, Kind.OWNING)
            comma = self.words[name.last + 1].gap & {"comma", "dash"}
            if name.first >= begin and comma and not ruled and not defined:
                return Subject("named", name.first, name.last, name)
        return None

    def sentence_start(self, i: int) -> int:
        """The first word of a word's sentence."""
        return max(start for start in self.text.sentence_starts if start <= i)

    def sentence_end(self, i: int) -> int:
        """The first word after a word's sentence."""
        return min((start for start in self.text.sentence_starts if start > i), default=len(self.words))

    def figure(self, begin: int, until: int, *, fresh: bool) -> Subject | None:
        """The first name, "he" or "the governor" between two words that may be the subject; three of each are tried."""
        tried = [name for name in self.names.every if name.first >= begin][:3]
        found = [
            Subject("named", name.first, name.last, name, True)
            for name in tried
            if self.names.is_free(name) and self.is_fresh(self.names.start(name.first, 4), fresh)
        ]
        pronouns, titles = ([i for i in listed if i >= begin][:3] for listed in (self.pronouns, self.titles))
        found += [Subject("he or she", i, i, None, True) for i in pronouns if self.is_fresh(i, fresh)]
        found += [Subject("office", i, i, None, True) for i in titles if self.is_office(i, fresh)]
        return min((s for s in found if s.first < until), key=lambda subject: subject.first, default=None)

    def is_fresh(self, start: int, asked: bool) -> bool:
        """If it is asked for: does a comma or a quotation stand before the phrase?"""
        return not asked or "comma" in self.words[start].gap or start - 1 in self.closes

    def is_office(self, i: int, fresh: bool) -> bool:
        """Does a title end "the governor", with no name or noun after it?"""
        start, names = self.names.start(i, LONG), self.names
        owned = {Kind.NAME, Kind.MENTION, Kind.TITLE, Kind.NOUN, Kind.POSSESSIVE}
        goes_on = self.words[i + 1].kind in owned and not names.is_parted(i + 1)
        the = self.words[start].known == "the" and not goes_on and not names.is_governed(start)
        return the and self.is_fresh(start, fresh)

    def by_mention(self, subject: Subject) -> Name | None:
        """The last name before it, of twelve actors' names, of the actor that a phrase or pronoun means."""
        meant = [m.actor for m in self.inferred if m.last == subject.last]
        named = [n for n in self.names.every if n.actor >= 0 and n.last < subject.last][:-13:-1]
        return next((n for n in named if n.actor in meant), None)

    def by_pronoun(self, subject: Subject, speak: Sequence[Name]) -> Name | None:
        """The last person before it who speaks or whom nothing governs; of six names that none governs at once."""
        names, word = self.names, self.words[subject.last]
        other = "he" if word.known in SHE else "she"
        near = [n for n in names.every if n.last < subject.last and (n in speak or not names.is_governed(n.first))]
        for name in near[:-7:-1]:
            free = name in speak or names.is_free(name)
            if free and names.may_be_person(name) and names.is_told(name) and names.gender(name) != other:
                return name
        return None

    def by_office(self, subject: Subject, speak: Sequence[Name]) -> Name | None:
        """Of the last twelve names with titles the nearest with this one, "former" ones left out."""
        names, title = self.names, self.words[subject.last].known
        titled = [
            n
            for n in names.every
            if names.is_titled(n) and n.last < subject.last and self.words[n.first - 2].known not in ("former", "ex")
        ]
        held = ((n, self.words[n.first - 1].known) for n in titled[:-13:-1])
        return next((n for n, its in held if SHORT.get(its, its) == title), None)


def beside(text: Text, quotation: Quotation, verbs: Sequence[int]) -> Source | None:
    """The verb right after it goes first, then the last one before it, then for a fragment any after it."""
    first, last = text.words[quotation.first].sentence, text.words[quotation.last].sentence
    before = [verb for verb in verbs if verb < quotation.first][-1:]
    after = [verb for verb in verbs if verb > quotation.last][:1]
    before = [verb for verb in before if text.words[verb].sentence == first]
    after = [verb for verb in after if text.words[verb].sentence == last or is_asked(text, quotation, verb)]
    if after and quotation.speech and after[0] - quotation.last <= NEAR:
        return Source(after[0], "reporting verb after it")
    if before:
        return Source(before[0], "reporting verb before it")
    if after and not quotation.speech:
        return Source(after[0], "reporting verb after it")
    return None


def is_asked(text: Text, quotation: Quotation, verb: int) -> bool:
    """'"Is it over?" Voss said' is one sentence, though it looks like two."""
    next_one = text.words[verb].sentence == text.words[quotation.last].sentence + 1
    near = verb - quotation.last <= ASKED_NEAR and not line_ends(text, quotation.last, verb)
    return quotation.asks and next_one and near


def stands_under(text: Text, quotation: Quotation, previous: Quotation) -> bool:
    """Is it in the paragraph of the quotation before it, or a whole paragraph after that?"""
    lines = line_ends(text, previous.last, quotation.first)
    return lines == 0 or (lines == 1 and is_paragraph(text, quotation))


def is_paragraph(text: Text, quotation: Quotation) -> bool:
    """Is it a whole paragraph?"""
    return "line" in text.words[quotation.first].gap and "line" in text.words[quotation.last + 1].gap


def line_ends(text: Text, i: int, j: int) -> int:
    """How many line ends stand between two words (in gaps, which may hold several)."""
    return sum("line" in word.gap for word in text.words[i + 1 : j + 1])
