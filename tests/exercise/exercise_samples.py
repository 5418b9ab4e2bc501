"""An exercise with every kind of task, clean and hostile texts, for the tests of what is made from exercises."""

from __future__ import annotations

import re
from dataclasses import replace

from framing.exercise.model import (
    Count,
    Exercise,
    Item,
    Level,
    Mark,
    Note,
    Order,
    Passage,
    Rate,
    Reveal,
    Sort,
    Source,
    Word,
    Write,
)
from framing.exercise.store import identify

WORD = re.compile(r"\w+(?:['’\-]\w+)*")
PLAN = 'The mayor slammed the reckless plan. "It is a disgrace," she said. Work begins in May.'
HOSTILE = 'Boss <b>& Co</b> "}{=~#\\ $x$ *stars* hailed a [plan] @once: =1+1, `ok` -> ]]> 100% fine…'


def passage(text: str, label: str = "", **source: str) -> Passage:
    """A passage of plain text; words between double quotation marks are quoted, sentences end at a full stop."""
    words, at, quoted, sentence = [], 0, False, 0
    for found in WORD.finditer(text):
        before = text[at : found.start()]
        quoted ^= before.count('"') % 2 == 1
        sentence += bool(re.search(r"[.!?][\"”]?\s", before))
        words.append(Word(found.group(), before, quoted, sentence))
        at = found.end()
    return Passage(tuple(words), text[at:], label, Source(article="a", **source))


def spot(number: int = 1, text: str = PLAN) -> Item:
    """Mark words: 2 in the key, 1 arguable, a quoted one and a decoy in the notes."""
    return Item(
        id=f"spot-{number:02}",
        type="spot",
        stem="Mark the words that judge.",
        passages=(passage(text, outlet="Harbour Post", title="A plan", licence="CC BY 4.0"),),
        tasks=(Mark("Which words judge, beyond the facts?", key=(2, 4), arguable=(5,)),),
        notes=(
            Note("key", "slammed", "It makes criticism sound like a blow.", "criticised", "ours/v.csv:slam@1", 0, (2,)),
            Note("key", "reckless", "It says nobody thought of the risks.", "risky", "ours/l.csv:reckless@1", 0, (4,)),
            Note("arguable", "plan", "Some hear a plot in it.", words=(5,)),
            Note("speaker", "disgrace", "The mayor's word, not the paper's.", words=(9,)),
            Note("decoy", "Work", "It only reports.", words=(12,)),
        ),
        talk=("What would make you trust this report more?",),
        level=Level(35.2, "14-16"),
    )


def items() -> tuple[Item, ...]:
    """One item for every kind of task, one of several passages, one clean, one hostile."""
    two = (passage(PLAN, "Text A", outlet="Harbour Post"), passage("Work begins in May.", "Text B", outlet="Courier"))
    clean = replace(
        spot(2, "Work begins in May. The council pays."), tasks=(Mark("Which words judge?", key=()),), notes=()
    )
    hostile = replace(
        spot(3, HOSTILE),
        stem='Mark <b>words</b> & "signs" {=~} here: `x`',
        notes=(Note("key", "hailed", "a < b & c", "greeted", "ours/p.csv:hail@1", words=(6,)),),
        tasks=(Mark("Which *words* judge = {here}?", key=(6,)),),
    )
    return (
        spot(),
        clean,
        hostile,
        Item("ladder-01", "ladder", "Put the words in order.", (), (
            Order("The _____ spoke.", ("tyrant", "leader", "ruler"), (2, 0, 1), "plainest", "most loaded"),)),
        Item("verbs-01", "verbs", "How does each verb sound?", (), (
            Sort("Sort.", ("said", "slammed", "hailed"), ("plain", "approving", "disapproving"), ((0,), (2,), (1, 0))),
        )),
        Item("voices-01", "voices", "Who speaks?", (two[0],), (
            Write("First guess: who speaks most?", lines=1),
            Count("Now count.", ("The mayor", "Nobody named"), ("times", "words"), ((1, 4), (0, 0))))),
        Item("blind-01", "blind", "Read both.", two, (
            Rate("How far do you trust Text A?", "not at all", "fully"),
            Mark("Which words of Text B made you say so?", key=(), passage=1),
            Reveal("Who published them", "Text A: Harbour Post. Text B: Courier."),
            Rate("And now?", "not at all", "fully"))),
        Item("rewrite-01", "rewrite", "Keep the facts, change the colour.", (two[0],), (
            Write("Rewrite it.", ("a plan", "the mayor's view"), "The mayor criticised the plan.", ("0: …", "1: …")),)),
    )  # fmt: skip


def exercise(*chosen: Item) -> Exercise:
    """An exercise of these items, or of all."""
    made = Exercise(
        id="",
        title="Words to talk about",
        items=chosen or items(),
        forewarning="Any text can hold loaded words, and most words are fair.",
        warnings=("Only 3 of 6 spot items were found.",),
        log=("spot: dam-beacon 0-500: no clean sentence",),
        lexicons=("loaded-en 1.1.0", "reporting-en 1.1.0"),
        known_misses=("irony", "what is left out"),
        recipe="framing 0.1.0 | lexicons loaded-en@1.1.0#abcd",
        credit="The demo corpus of framing, CC BY 4.0",
        age="14-16",
        seed=7,
    )
    return replace(made, id=identify(made))
