"""From an analysis to an exercise: the types asked for, a fair choice of items, and what had to be said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from framing.exercise.material import Material
from framing.exercise.model import Exercise, Item, Mark
from framing.exercise.request import ExerciseType, Refusal, Request
from framing.exercise.store import identify

TITLE = "Words to talk about"
FOREWARNING = "Any text can hold words that judge. A loaded word may be apt and fair: mark what you see, and say why."
KNOWN_MISSES = (
    "what is left out, and what stands first or last",
    "irony, and praise that is meant as blame",
    "pictures, captions and layout",
    "words that are loaded in one place and plain in the next",
)
CLEAN_SHARE = 0.30
FAIR = (0.35, 0.65)
_LOOKED_AT = 6  # candidates an item, to choose from
_LEAST_KEY = 8  # words of the key from which on a share means something
_LOG = 400  # lines of the log


def make_exercise(
    material: Material, types: Sequence[ExerciseType], request: Request, title: str = TITLE, credit: str = ""
) -> Exercise:
    """
    An exercise. Too few good items is said in its warnings and never padded.

    Args:
        material: the analysed corpus.
        types: which types, in order.
        request: how many of each, for whom, with which seed.
        title: of the sheet.
        credit: of the corpus, with its licence.
    """
    items: list[Item] = []
    warnings: list[str] = []
    log: list[str] = []
    for kind in types:
        chosen, refused = choose(kind, material, request, items)
        log += [f"{kind.name}: {one.where}: {one.reason}" for one in refused]
        if len(chosen) < request.count:
            why = Counter(one.reason.split(":")[0] for one in refused).most_common(1)
            most = f" (mostly: {why[0][0]})" if why else ""
            warnings.append(f"{kind.name}: {len(chosen)} of {request.count} items could be made{most}; see build.log.")
        named = (replace(item, id=f"{kind.name}-{number:02}") for number, item in enumerate(chosen, 1))
        items += [hide_outlets(item) if request.blind else item for item in named]
    analysis = material.analysis
    made = Exercise(
        id="",
        title=title,
        items=tuple(items),
        forewarning=FOREWARNING,
        warnings=(*warnings, *weigh(items)),
        log=tuple(log[:_LOG]),
        lexicons=tuple(f"{layer.id} {layer.version}" for layer in analysis.lexicons.layers),
        known_misses=KNOWN_MISSES,
        recipe=analysis.recipe.line(),
        credit=credit,
        age=request.age,
        seed=request.seed,
    )
    return replace(made, id=identify(made))


def choose(
    kind: ExerciseType, material: Material, request: Request, others: Sequence[Item] = ()
) -> tuple[list[Item], list[Refusal]]:
    """
    The items of a type: its best candidates, taken so that outlets and praise and blame come up evenly.

    Among equals the one goes first that makes the key of the whole pack, `others` included, lean least to one outlet.
    Clean texts keep the place that the type gave them, so that every third text of `spot` is one.
    """
    candidates: list[Item] = []
    refused: list[Refusal] = []
    for found in islice(kind.make(material, request), 50 * request.count + 200):
        if isinstance(found, Refusal):
            refused.append(found)
        else:
            candidates.append(found)
        if len(candidates) >= _LOOKED_AT * request.count:
            break
    chosen: list[Item] = []
    while candidates and len(chosen) < request.count:
        wanted = is_clean(candidates[len(chosen)]) if len(chosen) < len(candidates) else False
        same = [item for item in candidates if item not in chosen and is_clean(item) == wanted]
        rest = same or [item for item in candidates if item not in chosen]
        if not rest:
            break
        pack = [*others, *chosen]
        chosen.append(min(rest, key=lambda item: (_burden(item, chosen), _lean([*pack, item]), candidates.index(item))))
    return chosen, refused


def hide_outlets(item: Item) -> Item:
    """The item with its sources named in the key alone."""
    hidden = (replace(passage, source=replace(passage.source, hidden=True)) for passage in item.passages)
    return replace(item, passages=tuple(hidden))


def is_clean(item: Item) -> bool:
    """Whether the item's text holds nothing to mark."""
    marks = [task for task in item.tasks if isinstance(task, Mark)]
    return bool(marks) and not any(task.key for task in marks) and not any(note.kind == "key" for note in item.notes)


def _burden(item: Item, chosen: Sequence[Item]) -> int:
    """How often what the item is about has come up already: its outlets, and its articles three times over."""
    outlets = Counter(passage.source.outlet for other in chosen for passage in other.passages)
    articles = Counter(passage.source.article for other in chosen for passage in other.passages)
    return sum(outlets[p.source.outlet] + 3 * articles[p.source.article] for p in item.passages)


def _lean(items: Sequence[Item]) -> int:
    """Words of the key that the outlet with most of them has beyond those of all others."""
    keys = _count_keys(items)
    return 2 * max(keys.values(), default=0) - sum(keys.values())


def _count_keys(items: Sequence[Item]) -> Counter[str]:
    """Outlet → words of the key that are its own."""
    keys = Counter[str]()
    for item in items:
        for note in item.notes:
            if note.kind == "key" and item.passages:
                keys[item.passages[note.passage].source.outlet] += 1
    return keys


def weigh(items: Sequence[Item]) -> list[str]:
    """What a teacher should know of the choice: shares of outlets, of praise, and of sentences that only report."""
    warnings = []
    keys = _count_keys(items)
    total = sum(keys.values())
    if total >= _LEAST_KEY and len(keys) > 1:
        outlet, most = keys.most_common(1)[0]
        if most / total > FAIR[1]:
            warnings.append(f"{most} of {total} words of the key are {outlet}'s: say so, or choose other texts.")
    spots = [item for item in items if item.type == "spot"]
    if spots:
        warnings += _weigh_clean(spots)
    return warnings


def _weigh_clean(spots: Sequence[Item]) -> list[str]:
    sentences = sum(passage.sentences for item in spots for passage in item.passages)
    loaded = sum(
        len({item.passages[note.passage].words[word].sentence for note in item.notes if note.kind in
             ("key", "arguable", "speaker") for word in note.words})
        for item in spots
    )  # fmt: skip
    warnings = []
    if not any(is_clean(item) for item in spots):
        warnings.append("No text is free of loaded words: add a plain one, or readers learn to distrust everything.")
    if sentences and 1 - loaded / sentences < CLEAN_SHARE:
        warnings.append(f"Only {sentences - loaded} of {sentences} sentences of the spot texts are free of marks.")
    return warnings
