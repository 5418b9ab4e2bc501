"""Agency: who did it? Named here, named elsewhere, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from framing.exercise.chance import shuffle
from framing.exercise.excerpts import Excerpt, cut_excerpts
from framing.exercise.gates import level_of, refuse
from framing.exercise.material import Material
from framing.exercise.model import Item, Note, Sort, Write
from framing.exercise.request import ExerciseType, Found, Refusal, Request

SHORTEST, LONGEST = 40, 120  # words
FEWEST, MOST = 2, 5  # clauses
CLASSES = ("named in this sentence", "named elsewhere in the text", "named nowhere")
HERE, ELSEWHERE, NOWHERE = range(3)
STEM = "Some sentences tell what was done and leave out who did it. Find out who did each of these."
TALK = (
    "Where nobody is named: does the reporter not know, not matter, or not say?",
    "Rewrite one of them so that somebody does it. Is it still true?",
)
_BE = r"(?:was|were|is|are|been|being|be|got)"
_IRREGULAR = (
    "made done taken given told shot hit cut built sold sent paid held kept lost found brought bought caught taught "
    "thrown drawn driven hidden broken stolen chosen torn worn beaten put shut set left led fed won begun written "
    "withdrawn overthrown forbidden laid struck swept torn hurt burnt burned known shown grown seen"
).split()
_PASSIVE = re.compile(
    rf"\b{_BE}\s+(?:not\s+|also\s+|then\s+|later\s+|\w+ly\s+)?(\w+ed|{'|'.join(_IRREGULAR)})\b", re.IGNORECASE
)
# Participles that mostly tell how somebody is, not what was done to them.
_STATES = frozenset(
    "born based located situated interested supposed used concerned pleased married tired worried scheduled expected "
    "aged excited delighted surprised related committed allowed needed limited united known left set shut seen".split()
)
_NOMINAL = re.compile(
    r"\b[Tt]he (closure|removal|destruction|sale|arrest|eviction|demolition|cancellation|dismissal|abolition|expulsion|"
    r"shooting|killing|bombing|reduction|loss|introduction|relocation|suspension|cutting|felling) of\b"
)
_CLAUSE_END = re.compile(r"[,;:.!?()“”\"]|\b(?:and|but|which|who|when|while|because|after|before)\b")
_BY = re.compile(
    r"\bby (?!then\b|now\b|noon\b|night|mid|\d|the end|next|last|mon|tues|wednes|thurs|fri|satur|sun)", re.I
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A deed: the words as shown, whether its doer stands beside it, and how it is told (passive or noun)."""

    shown: str
    named: bool
    form: str


def make(material: Material, request: Request) -> Found:
    """Texts with two deeds or more that are told in the passive or as a noun, one of them at least without a doer."""
    for article in shuffle(material.first_of_story, request.seed, "agency"):
        best: tuple[int, Excerpt, list[Clause]] | None = None
        for excerpt in cut_excerpts(material, article, SHORTEST, LONGEST):
            clauses = find_clauses(excerpt)
            open_ones = sum(not clause.named for clause in clauses)
            if len(clauses) >= FEWEST and open_ones and (best is None or open_ones > best[0]):
                best = (open_ones, excerpt, clauses)
        if best is None:
            yield Refusal(article, f"fewer than {FEWEST} deeds in the passive, one of them without a doer")
            continue
        reason = refuse([best[1].passage], request)
        yield Refusal(article, reason) if reason else build(best[1], best[2], request)


def find_clauses(excerpt: Excerpt) -> list[Clause]:
    """The deeds told in the passive or as a noun outside quotation marks, up to five, in order."""
    return list(_clauses(excerpt))[:MOST]


def _clauses(excerpt: Excerpt) -> Iterator[Clause]:
    text, quoted = excerpt.passage.text, _quoted_spans(excerpt)
    found = [*_PASSIVE.finditer(text), *_NOMINAL.finditer(text)]
    for match in sorted(found, key=lambda one: one.start()):
        inside = any(start <= match.start() < end for start, end in quoted)
        if inside or match.group(1).casefold() in _STATES:
            continue
        end = _CLAUSE_END.search(text, match.end())
        rest = text[match.end() : end.start() if end else len(text)]
        begin = max(text.rfind(mark, 0, match.start()) for mark in ".!?\n") + 1
        shown = " ".join((text[begin : match.end()] + rest).split())
        yield Clause(shown, bool(_BY.search(rest)), "noun" if match.re is _NOMINAL else "passive")


def _quoted_spans(excerpt: Excerpt) -> list[tuple[int, int]]:
    passage = excerpt.passage
    return [span for word, span in zip(passage.words, passage.spans, strict=True) if word.quoted]


def build(excerpt: Excerpt, clauses: list[Clause], request: Request) -> Item:
    """The item. A deed without a doer beside it may have one elsewhere: the program can't tell, and accepts both."""
    key = tuple((HERE,) if clause.named else (NOWHERE, ELSEWHERE) for clause in clauses)
    notes = tuple(
        Note("key" if clause.named else "arguable", clause.shown,
             "The sentence says by whom." if clause.named else
             f"Told {'as a noun' if clause.form == 'noun' else 'in the passive'}, without a doer beside it: "
             "look whether the text names one elsewhere.")
        for clause in clauses
    )  # fmt: skip
    return Item(
        id="",
        type="agency",
        stem=STEM,
        passages=(excerpt.passage,),
        tasks=(
            Sort("Who did it?", tuple(clause.shown for clause in clauses), CLASSES, key),
            Write(
                "Rewrite one of the sentences so that somebody does it.",
                ("no doer is made up", '"unknown to the reporter" is a fair reason to leave it open'),
                lines=2,
            ),
        ),
        notes=notes,
        talk=TALK,
        level=level_of([excerpt.passage], request),
    )


AGENCY = ExerciseType(
    name="agency",
    title="Who did it?",
    minutes=10,
    needs="texts with deeds in the passive or as nouns, at least one without a doer",
    scoring='the share of deeds in a class that the key accepts; "elsewhere" and "nowhere" are both accepted',
    make=make,
)
