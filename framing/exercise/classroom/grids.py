"""Questions that ask for no marks, as tables: how many chose what, what the list has in a box, and what moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from framing.exercise.classroom.reading import show_bar
from framing.exercise.classroom.results import Chosen, Tallied
from framing.exercise.classroom.shifts import Shift
from framing.exercise.model import Count, Order, Rate
from framing.numerals import count
from framing.report.html import Html, el

_BOX, _OPEN = "A box: what the key has.", "There is no right answer."
MOST = 7  # columns of numbers, before they are put together


def show_grids(others: Sequence[Tallied], shifts: Sequence[Shift], number: int) -> list[Html]:
    """
    A section a question of an item, with the item's number; its ratings stand together, with how many moved.

    Args:
        others, shifts: of one item.
        number: the item's in the exercise.
    """
    rates = [one for one in others if isinstance(one.task, Rate)]
    sections = [_show_ratings(_paired(rates), shifts, number)] if rates else []
    return sections + [_show_grid(one, number) for one in others if not isinstance(one.task, Rate)]


def _paired(rates: list[Tallied]) -> list[Tallied]:
    """Ratings before and after side by side: of A, of A again, of B, of B again."""
    half = len(rates) // 2
    again = [one.item.tasks.index(one.task) for one in rates]
    if len(rates) % 2 or again != sorted(again):
        return rates
    return [rate for pair in zip(rates[:half], rates[half:], strict=True) for rate in pair]


def _show_ratings(rates: Sequence[Tallied], shifts: Sequence[Shift], number: int) -> Html:
    lines = [(one.task.prompt, one, one.lines[0]) for one in rates if isinstance(one.task, Rate)]
    task = rates[0].task
    assert isinstance(task, Rate)
    moved = [el("li", tell_shift(shift)) for shift in shifts]
    return el(
        "section",
        el("h2", f"{number}. {rates[0].item.stem}"),
        _legend(rates[0]),
        _table(rates[0].options, lines, rates[0].question),
        el("p", f"1: {task.low}. 5: {task.high}. There is no right number.", class_="note"),
        el("ul", moved) if moved else None,
    )


def tell_shift(shift: Shift) -> str:
    """How many rated higher and lower the second time."""
    up, down, same = shift.up, shift.down, shift.same
    return f"{shift.prompt} Of {shift.readers} who rated twice, {up} went up, {down} went down, {same} stayed."


def _show_grid(one: Tallied, number: int) -> Html:
    parts, note = [one], _BOX if any(line.listed for line in one.lines) else _OPEN
    if isinstance(one.task, Order):
        ends = f"Place 1: {one.task.low or 'plainest'}. Place {len(one.options)}: {one.task.high or 'most loaded'}."
        note = f"{ends} {note}"
    elif isinstance(one.task, Count):
        parts = [bin_numbers(part) for part in split_columns(one)]
        note = f"{note} People count differently: what did you count?"
    return el(
        "section",
        el("h2", f"{number}. {one.task.prompt}"),
        _legend(one),
        [
            _table(part.options, [(line.about, one, line) for line in part.lines], f"{one.question}, part {place}")
            for place, part in enumerate(parts, 1)
        ],
        el("p", note, class_="note"),
    )


def split_columns(one: Tallied) -> list[Tallied]:
    """A question that counts into rows and columns, a column each: people and words are not of one size."""
    width = len(one.task.columns) if isinstance(one.task, Count) else 1
    parts = []
    for column in range(width):
        lines = one.lines[column::width]
        given = {option for line in lines for option in (*line.counts, *(line.before or {}), *line.listed)}
        parts.append(replace(one, lines=lines, options=tuple(o for o in one.options if o in given)))
    return parts


def _table(options: Sequence[str], lines: Sequence[tuple[str, Tallied, Chosen]], name: str) -> Html:
    """Lines and options; a number, a bar, and a striped one for the round before."""
    head = el("tr", el("td"), [el("th", option, scope="col") for option in options])
    rows = [
        el("tr", el("th", about, el("span", f" {count(one.readers, 'reader')}", class_="note"), scope="row"),
           [_cell(one, line, option) for option in options])
        for about, one, line in lines
    ]  # fmt: skip
    table = el("table", el("thead", head), el("tbody", rows))
    return el("div", table, class_="scroll", tabindex="0", role="region", aria_label=f"Answers to {name}")


def _legend(one: Tallied) -> Html | None:
    """What striped bars are, where there are any."""
    if not one.readers_before:
        return None
    return el("p", f"Striped: the round before ({count(one.readers_before, 'reader')}). Black: now.", class_="note")


def _cell(one: Tallied, line: Chosen, option: str) -> Html:
    chosen = line.counts.get(option, 0)
    then = line.before.get(option, 0) if line.before is not None else None
    was = f" (was {then})" if then is not None and then != chosen else ""
    return el(
        "td",
        el("span", f"{chosen}{was}", class_="n"),
        show_bar(then, one.readers_before, "then") if then is not None else None,
        show_bar(chosen, one.readers),
        class_="key" if option in line.listed else None,
    )


def bin_numbers(one: Tallied) -> Tallied:
    """Counts with many different numbers, put together into ranges of equal width."""
    numbers = [int(option) for option in one.options]
    if len(numbers) <= MOST:
        return one
    low, width = min(numbers), -(-(max(numbers) - min(numbers) + 1) // MOST)
    names = {str(n): _range(low, width, n) for n in numbers}
    lines = tuple(
        Chosen(
            line.about,
            _gather(line.counts, names),
            None if line.before is None else _gather(line.before, names),
            frozenset(names[option] for option in line.listed),
        )
        for line in one.lines
    )
    return replace(one, options=tuple(dict.fromkeys(names.values())), lines=lines)


def _range(low: int, width: int, number: int) -> str:
    start = low + (number - low) // width * width
    return f"{start}–{start + width - 1}"


def _gather(counts: Mapping[str, int], names: Mapping[str, str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for option, chosen in counts.items():
        found[names[option]] += chosen
    return found
