"""Portrait: the words that two outlets tie to one actor, equally many of each."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import Any

from framing.exercise.chance import rank, shuffle
from framing.exercise.material import Material
from framing.exercise.model import Item, Level, Note, Passage, Reveal, Source, Word, Write
from framing.exercise.notes import tell_outlets
from framing.exercise.request import ExerciseType, Found, Refusal, Request

FEWEST, MOST = 3, 8  # words a list
CONFIDENT = 0.7
RUBRIC = (
    "0: no word from the lists is named",
    "1: words are named",
    "2: words are named, and what they do to the picture",
    "3: the same, and another way to read them",
)
TALK = ("What would the actor say of each list?", "What did neither paper write about?")


def make(material: Material, request: Request) -> Found:
    """Two lists of words about an actor, own voice alone, from two outlets, equally long."""
    found = _collect(material)
    for actor in shuffle(found, request.seed, "portrait"):
        outlets = {name: words for name, words in found[actor].items() if len(words) >= FEWEST}
        pairs = sorted(combinations(sorted(outlets), 2), key=lambda pair: rank(request.seed, actor, *pair))
        if not pairs:
            yield Refusal(actor, f"no two outlets tie {FEWEST} different words to it in own voice")
            continue
        best = max(pairs, key=lambda pair: min(len(outlets[pair[0]]), len(outlets[pair[1]])))
        yield build(material, actor, {name: outlets[name] for name in best}, request)


def _collect(material: Material) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """Actor → outlet → rows of LINKS in own voice, each surface once."""
    found: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for article in material.first_of_story:
        for row in material.rows("links", article):
            fit = row["voice"] == "own" and row["valence"] and row["confidence"] >= CONFIDENT and row["field"] == "text"
            words = found[row["actor"]][material.articles[article]["outlet"]] if fit else []
            if fit and row["term"] not in {other["term"] for other in words}:
                words.append(row)
    return found


def build(material: Material, actor: str, outlets: dict[str, list[dict[str, Any]]], request: Request) -> Item:
    """The item: two lists without their outlets, a sentence for each, what is missing, and who wrote them."""
    name = material.analysis.names[actor]
    size = min(MOST, *(len(words) for words in outlets.values()))
    passages, notes = [], []
    for label, outlet in zip(("List A", "List B"), shuffle(outlets, request.seed, "portrait", actor), strict=True):
        rows = shuffle(outlets[outlet], request.seed, outlet, key=lambda row: f"{row['article']} {row['start']}")[:size]
        texts = [material.articles[row["article"]]["text"][row["start"] : row["end"]] for row in rows]
        words = tuple(Word(" ".join(text.split()), ", " if number else "") for number, text in enumerate(texts))
        source = Source(outlet=outlet, licence=material.licence, hidden=True)
        passages.append(Passage(words, "", label, source))
        for number, row in enumerate(rows):
            line, where = _sentence(material, row), f"{outlet}, {row['article']}"
            notes.append(Note("arguable", words[number].text, f"{where} ({row['role']}): {line}", "", row["entry"],
                              len(passages) - 1, (number,)))  # fmt: skip
    return Item(
        id="",
        type="portrait",
        stem=f"Two papers wrote about {name}. Each list has {size} words that one of them used.",
        passages=tuple(passages),
        tasks=(
            *(Write(f"Write a sentence about {name} with words of {p.label} only.", lines=2) for p in passages),
            Write(f"Which picture of {name} does each list give? Name the words that do it.", rubric=RUBRIC),
            Write("What is missing from both?", lines=2),
            Reveal("Who used them", tell_outlets(passages)),
        ),
        notes=tuple(notes),
        talk=TALK,
        level=Level(0.0, request.age),
    )


def _sentence(material: Material, row: dict[str, Any]) -> str:
    """The sentence in which a word stands."""
    place = material.sentence_of(row)
    return " ".join(material.articles[row["article"]]["text"][slice(*place)].split()) if place else ""


PORTRAIT = ExerciseType(
    name="portrait",
    title="Two portraits",
    minutes=15,
    needs="actors to whom two outlets tie at least three words each, in own voice",
    scoring="none: a rubric from 0 to 3 for the reason",
    make=make,
)
