"""Ladder: words for the same thing, from the plainest to the most loaded."""

from __future__ import annotations

from collections import defaultdict

from framing.exercise.chance import rank, shuffle
from framing.exercise.gates import blocked
from framing.exercise.material import Material
from framing.exercise.model import Item, Level, Note, Order
from framing.exercise.request import ExerciseType, Found, Refusal, Request
from framing.lexicon import Entry

SHORTEST, LONGEST = 3, 5
_KEPT_FROM_YOUNGER = ("dehumanising",)
STEM = "These words can stand for the same thing. Put them in order, from the plainest to the most loaded."
TALK = (
    "Which two of the words would you swap, and in which sentence?",
    "Who would choose the first word, who the last one?",
)
PARTS = {"noun": "a name", "verb": "an act", "adj": "a quality", "adv": "a manner", "phrase": "a thing"}


def make(material: Material, request: Request) -> Found:
    """
    Sets of words that share a referent, with a plain word where the list knows one. Sets that the corpus uses come
    first; all words of an item are of one part of speech and lean one way.
    """
    used = set(material.analysis.hits["entry"].unique().to_list())
    groups = _groups(material, request)
    names = sorted(groups, key=lambda name: (not any(e.citation in used for e in groups[name]), _rank(request, name)))
    for name in names:
        steps = pick_steps(groups[name], request)
        if len(steps) < SHORTEST:
            yield Refusal(" ".join(name), f"{len(steps)} words of different strength: {SHORTEST} are wanted")
        else:
            yield build(steps, name[1], request)


def _rank(request: Request, name: tuple[str, ...]) -> str:
    return rank(request.seed, "ladder", *name)


def _groups(material: Material, request: Request) -> dict[tuple[str, str, str], list[Entry]]:
    """Entries by set, part of speech and direction."""
    groups: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    for entry in material.entries.values():
        fit = entry.set and entry.loaded and entry.strongest and entry.match != "prefix" and " " not in entry.term
        shielded = request.age != "17+" and entry.category in _KEPT_FROM_YOUNGER
        if fit and not shielded and entry.term.casefold() not in blocked(request.age):
            groups[entry.set, entry.pos or "phrase", "blame" if entry.strongest < 0 else "praise"].append(entry)
    return groups


def pick_steps(entries: list[Entry], request: Request) -> list[tuple[str, float, Entry | None]]:
    """
    Three to five words of clearly different strength, the plainest first: word, distance from plain, entry.

    A plain word that most of the entries share stands for 0.
    """
    plain = [entry.plain for entry in entries if entry.plain]
    common = max(sorted(set(plain)), key=plain.count, default="")
    sharing = [entry for entry in entries if entry.plain == common]
    if common and len({abs(entry.strongest) for entry in sharing}) > 1:
        entries = sharing  # words for the same plain word stand for the same thing most surely
    steps: list[tuple[str, float, Entry | None]] = [(common, 0.0, None)] if common else []
    by_strength: dict[float, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_strength[abs(entry.strongest)].append(entry)
    for strength in sorted(by_strength):
        if not steps or strength - steps[-1][1] >= 0.5:
            first = min(by_strength[strength], key=lambda one: (bool(common) and one.plain != common,
                                                                rank(request.seed, one.term)))  # fmt: skip
            steps.append((first.term, strength, first))
    while len(steps) > LONGEST:
        del steps[len(steps) // 2]
    return steps


def build(steps: list[tuple[str, float, Entry | None]], pos: str, request: Request) -> Item:
    """The item of a set: the words in an order of chance."""
    mixed = shuffle(steps, request.seed, "ladder", steps[-1][0], key=lambda step: step[0])
    order = [step[1] for step in steps]
    notes = tuple(Note("key", entry.term, entry.note, entry.plain, entry.citation) for _, _, entry in steps if entry)
    return Item(
        id="",
        type="ladder",
        stem=STEM,
        passages=(),
        tasks=(
            Order(
                f"Words for {PARTS.get(pos, 'a thing')}:",
                tuple(step[0] for step in mixed),
                tuple(order.index(step[1]) for step in mixed),
                "plainest",
                "most loaded",
            ),
        ),
        notes=notes,
        talk=TALK,
        level=Level(0.0, request.age),
    )


LADDER = ExerciseType(
    name="ladder",
    title="Climb the ladder",
    minutes=8,
    needs="nothing of the corpus; sets of words that it uses come first",
    scoring="pairs of words in the order of the key, of those two steps apart or more",
    make=make,
)
