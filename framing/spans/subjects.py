"""The subjects of reporting verbs: the words before them, after them, or the subject of their sentence."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from framing.spans.names import Clauses, Names, outside
from framing.spans.scene import Scene
from framing.text.arrays import Bools, Bytes, Ints, contains
from framing.text.kinds import PREPOSITIONS, VERBAL, Kind
from framing.text.phrases import members
from framing.text.vocabulary import HE_WORD, SHE_WORD
from framing.text.words import COMMA, DASH, NEWLINE, SPEECH

NOBODY, NAMED, PRONOUN, OFFICE, DESCRIBED = range(5)  # what a subject is
_LONG = 12  # words of a subject
_CHAIN = 2  # phrases with a preposition that a subject may have: "a spokesman for the governor of Texas"
_HELPERS = 3  # words between a verb and its subject
_NAMES, _WORDS = 5, 30  # names and words back that are looked at: "Voss, the chairman, of Osk, said"
_FIGURES, _SHORT = 3, 4  # figures of each kind that are tried; words before a name that are looked over
_BEYOND = np.iinfo(np.int64).max
_HELPS = members(
    {Kind.AUXILIARY, Kind.HAVE, Kind.BE, Kind.ADVERB, Kind.NEGATION}
    | {Kind.CLITIC_WILL, Kind.CLITIC_HAVE, Kind.CLITIC_BE}
)
_THINGS = {Kind.NAME, Kind.MENTION, Kind.NOUN, Kind.TITLE, Kind.OTHER, Kind.NOUN_OR_VERB}
_HEADS, _GOES_ON = members(_THINGS | {Kind.ADJECTIVE}), members(_THINGS | {Kind.POSSESSIVE})
_STANDS = _HEADS | members({Kind.PRONOUN, Kind.WHO, Kind.NUMBER, Kind.DETERMINER})
_OWNED = members({Kind.NAME, Kind.MENTION, Kind.TITLE, Kind.NOUN, Kind.POSSESSIVE})
_IS_NAME = members({Kind.NAME, Kind.MENTION})
_IS_PREPOSITION, _RULES = members(PREPOSITIONS), members(PREPOSITIONS | VERBAL | {Kind.ING, Kind.BE})
_DEFINES = members({Kind.DETERMINER, Kind.OWNING})


@dataclass(frozen=True)
class Subjects:
    """
    The subjects of verbs, one place a verb.

    Attributes:
        how: NAMED, PRONOUN ("he", "she"), OFFICE ("the governor"), DESCRIBED ("a spokesman for X"), or NOBODY.
        first, last: its words.
        name: number of its name; -1 for none.
        inherited: whether it is the subject of the sentence and not the verb's own: "Voss left, saying".
    """

    how: Ints
    first: Ints
    last: Ints
    name: Ints
    inherited: Bools

    def put(self, at: Ints, how: Ints | int, first: Ints, last: Ints, name: Ints) -> None:
        """Write down the subjects of the verbs at these places."""
        self.how[at], self.first[at], self.last[at], self.name[at] = how, first, last, name


class SubjectFinder:
    """What the subjects of verbs are looked for in."""

    def __init__(self, scene: Scene, clauses: Clauses, titles: Ints, names: Names, voice: Bytes) -> None:
        self._sheet, self._quotations = scene.sheet, scene.sheet.quotations
        self._clauses, self._names = clauses, names
        self._according, self._the = scene.vocabulary.numbers(("according", "the"))
        self._titles, pronouns = outside(titles, voice), outside(scene.sheet.with_trait(HE_WORD | SHE_WORD), voice)
        he, she = scene.vocabulary.numbers(("he", "she"))
        word = scene.sheet.word.take(pronouns)
        self._pronouns = pronouns[(word == he) | (word == she)]

    def find(self, verb: Ints) -> Subjects:
        """
        The subjects of verbs (in order).

        Right before the verb, helper words and one "who" in between; behind a quotation that the verb follows, after
        "according to"; before commas ("Voss, the chairman, said"); else the first name, "he" or "the governor" of
        the sentence. A verb that is negated has none: "did not say".
        """
        sheet = self._sheet
        end, denied = self._skip_helpers(verb)
        according = sheet.word.take(verb) == self._according
        behind = contains(self._quotations.last, verb - 1)
        quoted = contains(self._quotations.last, end)
        gerund = self._is_gerund(verb) & ~according
        kind, parted = sheet.kind.take(end), self._clauses.parted.take(end + 1)
        direct = ~quoted & ~parted & ~according & _STANDS.take(kind)
        direct &= ~gerund | (_look(self._names.last[:-1], end) >= 0)  # not "a letter saying"
        begin = verb + np.where(according, 2, 1)
        opens = self._clauses.is_phrase(begin) | (sheet.kind.take(begin) == Kind.PRONOUN)
        opens &= ~self._clauses.parted.take(begin) & ~contains(self._quotations.first, begin)
        after = (behind & ~gerund | according) & opens & ~direct
        marks = sheet.marks.take(end + 1)
        apart = ~direct & ~after & ~quoted & ~gerund & (marks & (COMMA | DASH) > 0) & (marks & (NEWLINE | SPEECH) == 0)
        found = _nobody(len(verb))
        self._before(found, np.flatnonzero(direct), end)
        self._after(found, np.flatnonzero(after), begin)
        self._beyond_commas(found, np.flatnonzero(apart), end)
        lost = (found.how == NOBODY) & ~behind & ~direct & ~after & ~according
        self._of_sentence(found, np.flatnonzero(lost), verb)
        opening = (found.how == NOBODY) & gerund & sheet.opening.take(verb)
        self._of_main_clause(found, np.flatnonzero(opening), verb)
        found.how[denied] = NOBODY
        return found

    def _skip_helpers(self, verb: Ints) -> tuple[Ints, Bools]:
        """The word before each verb and its helpers, and whether one of these is "not"."""
        sheet, end, denied = self._sheet, verb - 1, np.zeros(len(verb), bool)
        for _ in range(_HELPERS):
            kind = sheet.kind.take(end)
            helps = _HELPS.take(kind) & ~self._clauses.parted.take(end + 1)
            denied |= helps & (kind == Kind.NEGATION)
            end = end - helps
        return end, denied

    def _is_gerund(self, verb: Ints) -> Bools:
        """ "-ing": whoever says is not right before or after it."""
        text, end = self._sheet.text, self._sheet.end.take(verb)
        third, second, last = (text.take(end - n) | np.uint8(0x20) for n in (3, 2, 1))
        out: Bools = (third == ord("i")) & (second == ord("n")) & (last == ord("g"))
        return out

    def _classify(self, head: Ints) -> tuple[Ints, Ints]:
        """What phrases with these heads are, and the numbers of their names."""
        sheet, name = self._sheet, _look(self._names.last[:-1], head)
        kind = sheet.kind.take(head)
        how = np.where(_HEADS.take(kind), DESCRIBED, NOBODY)
        how[contains(self._titles, head)] = OFFICE
        how[contains(self._pronouns, head)] = PRONOUN
        how[name >= 0] = NAMED
        return how, name

    def _before(self, found: Subjects, at: Ints, end: Ints) -> None:
        """Subjects right before their verbs; "a spokesman for X" is one, and so is "X, who"."""
        sheet, last = self._sheet, end.take(at)
        who = sheet.kind.take(last) == Kind.WHO
        last = last - who
        head, first = last.copy(), self._clauses.start(last, _LONG)
        pronoun = np.flatnonzero(sheet.kind.take(last) == Kind.PRONOUN)
        first[pronoun] = last.take(pronoun)
        going = np.flatnonzero(~who & (sheet.kind.take(last) != Kind.PRONOUN))
        named = _look(self._names.last[:-1], last) >= 0
        for _ in range(_CHAIN):
            start = first.take(going)
            more = _IS_PREPOSITION.take(sheet.kind.take(start - 1)) & self._clauses.is_phrase(start - 2)
            more &= ~self._clauses.parted.take(start) & ~self._clauses.parted.take(start - 1)
            going = going[more & ~(named.take(going) & self._is_rank(start))]
            head[going] = first.take(going) - 2
            first[going] = self._clauses.start(head.take(going), _LONG)
        how, name = self._classify(head)
        found.put(at, how, first, last, name)

    def _is_rank(self, start: Ints) -> Bools:
        """Whether "of" and a noun go on a title: "chief of staff Tove Brand"."""
        kind = self._sheet.kind
        title, of = kind.take(start - 2) == Kind.TITLE, kind.take(start - 1) == Kind.OF
        out: Bools = title & of & (kind.take(start) == Kind.NOUN)
        return out

    def _after(self, found: Subjects, at: Ints, begin: Ints) -> None:
        """Subjects after their verbs: "said Voss", "according to Voss", "said the spokesman, Lars Quill"."""
        sheet, first = self._sheet, begin.take(at)
        last, going = first.copy(), np.flatnonzero(sheet.kind.take(first) != Kind.PRONOUN)
        for _ in range(_LONG):
            if not going.size:
                break
            here = last.take(going)
            kind, following = sheet.kind.take(here), sheet.kind.take(here + 1)
            more = self._clauses.is_phrase(here + 1) & ~(_IS_NAME.take(kind) & ~_GOES_ON.take(following))
            more &= ~self._clauses.parted.take(here + 1) & ~contains(self._quotations.first, here + 1)
            going = going[more]
            last[going] += 1
        for _ in range(2):  # "said Voss yesterday"
            last -= (sheet.kind.take(last) == Kind.ADVERB) & (last > first)
        how, name = self._classify(last)
        apposed = np.flatnonzero(((how == OFFICE) | (how == DESCRIBED)) & (sheet.marks.take(last + 1) & COMMA > 0))
        named = _look(self._names.first[:-1], last.take(apposed) + 1)
        apposed, named = apposed[named >= 0], named[named >= 0]
        how[apposed], name[apposed] = NAMED, named
        found.put(at, how, first, last, name)

    def _beyond_commas(self, found: Subjects, at: Ints, end: Ints) -> None:
        """
        Subjects that commas part from their verbs: of the names within 30 words that end before a comma, the nearest
        that nothing governs or defines; no quotation and no end of the sentence lies in between.
        """
        sheet, names = self._sheet, self._names
        last = end.take(at)
        place = (np.searchsorted(names.last[:-1], last, "right") - 1)[:, None] - np.arange(_NAMES)
        begin = np.maximum(last - _WORDS, self._bar(last))
        name = np.maximum(place, -1)  # -1: nobody's
        fits = names.first.take(name) >= begin[:, None]
        fits &= sheet.marks.take(names.last.take(name) + 1) & (COMMA | DASH) > 0
        row, column = np.nonzero(fits)
        chosen = name[row, column]
        start = self._clauses.start(names.first.take(chosen), _LONG)
        ruled = _RULES.take(sheet.kind.take(start - 1)) & ~self._clauses.parted.take(start)
        row, chosen = (part[~ruled & ~_DEFINES.take(sheet.kind.take(start))] for part in (row, chosen))
        row, nearest = np.unique(row, return_index=True)
        chosen = chosen[nearest]
        found.put(at[row], NAMED, names.first.take(chosen), names.last.take(chosen), chosen)

    def _bar(self, word: Ints) -> Ints:
        """The first word of each word's sentence, or the one after the last quotation before it."""
        begin = self._sentence(word)
        at = np.searchsorted(self._quotations.last, word) - 1
        out: Ints = np.maximum(begin, np.append(self._quotations.last, -1).take(at) + 1)
        return out

    def _sentence(self, word: Ints) -> Ints:
        """The first word of each word's sentence."""
        begins = self._sheet.begins
        out: Ints = begins.take(np.searchsorted(begins, word, "right") - 1)
        return out

    def _of_sentence(self, found: Subjects, at: Ints, verb: Ints) -> None:
        """Subjects of verbs that have none of their own: the first figure of their sentences, if before them."""
        word = verb.take(at)
        self._inherit(found, at, self._sentence(word), word, fresh=False)

    def _of_main_clause(self, found: Subjects, at: Ints, verb: Ints) -> None:
        """Subjects of verbs that open their sentences: 'Calling it "weak", Voss left' has the next fresh figure."""
        word, begins = verb.take(at), np.append(self._sheet.begins, len(self._sheet.kind))
        self._inherit(found, at, word, begins.take(np.searchsorted(begins, word, "right")), fresh=True)

    def _inherit(self, found: Subjects, at: Ints, begin: Ints, until: Ints, *, fresh: bool) -> None:
        """
        Give verbs the first figure between two words: a name that nothing governs, "he" or "the governor".

        Of each kind three are looked at; `fresh` ones have a comma or a quotation before them.
        """
        if not at.size:
            return
        nearest = np.full(len(at), _BEYOND)
        name, how = np.full(len(at), -1), np.full(len(at), NOBODY)
        for kind, words in ((NAMED, self._names.first[:-1]), (PRONOUN, self._pronouns), (OFFICE, self._titles)):
            place = np.searchsorted(words, begin)[:, None] + np.arange(_FIGURES)
            word = np.append(words, [_BEYOND] * _FIGURES).take(place)
            row, column = np.nonzero(word < until[:, None])
            number, word = place[row, column], word[row, column]
            fits = self._may_act(kind, number, word, fresh=fresh)
            row, first = np.unique(row[fits], return_index=True)
            number, word = number[fits][first], word[fits][first]
            nearer = word < nearest[row]
            row, number, word = row[nearer], number[nearer], word[nearer]
            nearest[row], how[row], name[row] = word, kind, number if kind == NAMED else -1
        some = how != NOBODY
        last = np.where(name >= 0, self._names.last.take(name), nearest)
        found.put(at[some], how[some], nearest[some], last[some], name[some])
        found.inherited[at[some]] = True

    def _may_act(self, kind: int, number: Ints, word: Ints, *, fresh: bool) -> Bools:
        """Whether figures (by number and first word) may be the subject of a sentence."""
        sheet, out = self._sheet, np.ones(len(word), bool)
        start = word
        if kind == NAMED:
            out, start = self._names.is_free(number), self._clauses.start(word, _SHORT)
        elif kind == OFFICE:
            start = self._clauses.start(word, _LONG)
            owned = _OWNED.take(sheet.kind.take(word + 1)) & ~self._clauses.parted.take(word + 1)
            out = (sheet.word.take(start) == self._the) & ~owned & ~self._clauses.is_governed(start)
        if fresh:
            out &= (sheet.marks.take(start) & COMMA > 0) | contains(self._quotations.last, start - 1)
        return out


def _nobody(size: int) -> Subjects:
    how, first, last, name = (np.full(size, value) for value in (NOBODY, -1, -1, -1))
    return Subjects(how, first, last, name, np.zeros(size, bool))


def _look(ordered: Ints, value: Ints) -> Ints:
    """The place of each value among those in order; -1 where it is not among them."""
    if not ordered.size:
        return np.full(len(value), -1)
    at = np.searchsorted(ordered, value)
    found: Ints = np.where(ordered.take(at, mode="clip") == value, at, -1)
    return found
