"""A text as a class read it: above each word how many marked it; below, what both have, and what only one has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framing.agreement import SCALE, describe_alpha
from framing.exercise.classroom.questions import split_gap
from framing.exercise.classroom.results import HALF, Marking
from framing.numerals import count
from framing.report.html import Html, el

STEPS = 20  # of a bar
SLIGHT = 0.1  # a share; what moved less between two rounds is left to the bars


def show_reading(one: Marking, number: int, language: str) -> Html:
    """The section of a text, with its item's number in the exercise."""
    label = f" {one.passage.label}" if one.passage.label and one.passage.label not in one.task.prompt else ""
    striped = f"Striped: the round before ({count(one.readers_before, 'reader')}). Black: now."
    return el(
        "section",
        el("h2", f"{number}. {one.task.prompt}{label}"),
        el("p", list(_text(one)), class_="text", lang=language),
        el("p", striped, class_="note") if one.before else None,
        el("p", tell_agreement(one)),
        _columns(one),
    )


def show_bar(part: int, whole: int, kind: str = "") -> Html:
    """A bar in steps of a twentieth: empty and full only where it is so."""
    step = round(STEPS * part / whole) if whole else 0
    step = min(max(step, int(part > 0)), STEPS - int(part < whole))
    return el("span", el("i", class_=f"s{step}"), class_=f"bar {kind}".strip())


def _text(one: Marking) -> Iterator[object]:
    """Words with the marks that touch them, so that no line begins with a full stop; spaces and line ends between."""
    gaps = [word.before for word in one.passage.words] + [one.passage.after]
    parts = [split_gap(gap) for gap in gaps]
    yield parts[0][0]
    for number in range(len(one.passage.words)):
        yield from _lines(parts[number][1])
        yield el("span", parts[number][2], _word(one, number), parts[number + 1][0], class_="g")
    yield from _lines(parts[-1][1])
    yield parts[-1][2]


def _lines(space: str) -> Iterator[object]:
    for number, line in enumerate(space.replace("\r\n", "\n").split("\n")):
        if number:
            yield el("br")
        yield line


def _word(one: Marking, number: int) -> Html:
    """A word with its number and bar; the list's mark is a box, so that it is seen without colour."""
    word, marked, listed = one.passage.words[number], one.counts[number], one.listed(number)
    then = one.before[number] if one.before else 0
    earlier = then / one.readers_before if one.before else 0.0
    kinds = " ".join(["w", *([listed] if listed != "none" else [])])
    if number in one.unknown:
        return el("span", el("span", "?", class_="n"), el("span", word.text, class_="t"), class_=kinds)
    if not marked and earlier < SLIGHT and listed == "none":
        return el("span", el("span", word.text, class_="t"), class_=kinds)
    moved = abs(marked / one.readers - earlier)
    return el(
        "span",
        el("span", "quoted", class_="tag") if word.quoted else None,
        el("span", f"{marked}/{one.readers}", class_="n"),
        el("span", f"was {then}/{one.readers_before}", class_="n") if one.before and moved >= SLIGHT else None,
        el("span", show_bar(then, one.readers_before, "then") if one.before else None, show_bar(marked, one.readers),
           class_="bars", aria_hidden="true"),
        el("span", word.text, class_="t"),
        class_=kinds,
    )  # fmt: skip


def tell_agreement(one: Marking) -> str:
    """How far the class agrees on a text, in words, with what trained experts and crowds reach beside it."""
    if one.by_reader is None:
        return f"{count(one.readers, 'reader')} by show of hands: nobody wrote down who, so agreement is not known."
    return tell_alpha(one.alpha, one.readers)


def tell_alpha(alpha: float | None, readers: int) -> str:
    """An alpha in words; raw agreement is never told, because unmarked words make it high by themselves."""
    if alpha is None:
        return f"Agreement is undefined: nobody marked anything, or all marked everything ({SCALE})."
    said = describe_alpha(alpha).replace("coders saw this", "we read this").replace("coders agree", "we agree")
    return f"{said[:1].upper()}{said[1:]}. {count(readers, 'reader')}, Krippendorff's alpha {alpha:.2f}."


def _columns(one: Marking) -> Html:
    """Three lists: what both have, what half of the class has alone, what the list has alone."""
    shares = [marked / one.readers for marked in one.counts]
    words = [number for number in range(len(shares)) if number not in one.unknown]
    both = [n for n in words if shares[n] >= HALF and one.listed(n) == "key"]
    ours = [n for n in words if shares[n] >= HALF and one.listed(n) == "none"]
    theirs = [n for n in words if shares[n] < HALF and one.listed(n) == "key"]
    free = [n for n in words if one.counts[n] and one.listed(n) == "arguable"]
    parts = [
        _list(one, "Both", both, "What does the word add?"),
        _list(one, "Class only", ours, "Should the list have it?"),
        _list(one, "List only", theirs, "Does it judge here, or only report?"),
        _list(one, "Arguable", free, "Fine either way. What speaks for each?") if free else None,
    ]
    return el("div", parts, class_="columns")


def _list(one: Marking, title: str, numbers: Sequence[int], question: str) -> Html:
    first = sorted(numbers, key=lambda number: (-one.counts[number], number))
    lines = [el("li", el("b", one.passage.words[n].text), f" {one.counts[n]}/{one.readers}") for n in first]
    return el("div", el("h3", title), el("ul", lines) if lines else el("p", "none"),
              el("p", question, class_="note") if lines else None)  # fmt: skip
