"""Where the corpus cannot tell: why, the smallest difference that would have shown, and what it would take."""

from __future__ import annotations

from collections.abc import Sequence

from framing.report import numbers
from framing.report.html import Html, el, markup
from framing.report.model import Finding, Report, Untested
from framing.report.parts import Head, bdi, table
from framing.report.phrases import name_counted, see
from framing.report.summary import total

OPEN, FOLDED = 10, 60  # rows of a table: those that stand open, and those folded up below
_REASONS = {
    "wide": (
        "Tested, but the interval is too wide",
        "There were enough articles for a test, but they vary too much among themselves: the gap may be nothing, and "
        "may be large. Only a difference as large as in the third column would have shown up in four of five tries.",
    ),
    "units": (
        "Too few articles or events for any test",
        "With so few, no test could have found anything, whatever they say. Read them instead.",
    ),
    "hits": (
        "Too few words counted for a test",
        "There were enough articles, but they hold hardly any of the words in question.",
    ),
}
_TESTED = (
    Head("Comparison"), Head("Seen", "95 % interval"), Head("Would have shown", "from"),
    Head("There were", number=False), Head("It would take", number=False),
)  # fmt: skip
_FEW_UNITS = (
    Head("Subject"), Head("Comparisons"), Head("Events or articles", "of the outlet with fewer"),
    Head("Words counted", "both outlets"), Head("It would take", number=False),
)  # fmt: skip
_FEW_HITS = (*_FEW_UNITS[:-1], Head("Would have shown", "at best, from"), _FEW_UNITS[-1])


def render_untold(report: Report) -> Html | None:
    """A table for each reason; None where everything can be told."""
    number = total(report, "cannot tell")
    if not number:
        return None
    wide = [finding for finding in report.findings if finding.testable and finding.verdict == "cannot tell"]
    parts = [_part("wide", len(wide), _TESTED, [tested_row(finding) for finding in wide])] if wide else []
    for obstacle, heads in (("units", _FEW_UNITS), ("hits", _FEW_HITS)):
        rows = [row for row in report.untested if row.obstacle == obstacle]
        if rows:
            made = sum(row.comparisons for row in rows)
            parts.append(_part(obstacle, made, heads, [untested_row(row) for row in rows]))
    return markup(
        el("h3", "Where this corpus cannot tell", el("small", f" {number:,}"), id="cannot-tell"),
        el(
            "p", "“Cannot tell” is not “alike”: a difference may well be there that these articles are too few to show."
        ),
        parts,
    )


def _part(reason: str, number: int, heads: Sequence[Head], rows: Sequence[Sequence[object]]) -> Html:
    title, said = _REASONS[reason]
    shown, folded = rows[:OPEN], rows[OPEN : OPEN + FOLDED]
    left = len(rows) - len(shown) - len(folded)
    more = el("p", f"{left:,} more in tables/comparisons.parquet.", class_="more") if left else None
    rest = el("details", el("summary", f"{len(rows) - OPEN:,} more"), table(f"{title}, more", heads, folded), more)
    return markup(el("p", said), table(f"{title} ({number:,})", heads, shown), rest if folded else None)


def tested_row(finding: Finding) -> list[object]:
    """A comparison that was tested, as cells."""
    gap = see(finding)
    about = f" about {finding.name}" if finding.name else ""
    name = name_counted(finding.measure)
    size = gap.size if finding.effect == "ratio" else gap.sentence()
    return [
        markup(
            name[:1].upper() + name[1:], about, el("small", bdi(gap.more), " against ", bdi(gap.less), class_="under")
        ),
        markup(size, el("small", gap.ends, class_="under") if gap.ends else None),
        show_size(finding.detectable, finding.effect),
        gap.rests,
        show_price(finding.price),
    ]


def untested_row(row: Untested) -> list[object]:
    """Comparisons of one subject that could not be tested, as cells."""
    return [
        "The whole article" if row.actor is None else bdi(row.name),
        numbers.whole(row.comparisons),
        _range(row.units_least, row.units_most),
        _range(row.hits_least, row.hits_most),
        *([show_size(row.detectable, "ratio")] if row.obstacle == "hits" else []),
        show_price(row.price),
    ]


def show_size(size: float | None, effect: str) -> str:
    """The size of an effect: "2.1 times", or a difference of means; a dash for none."""
    if size is None:
        return numbers.ABSENT
    return f"{numbers.times(size)} times" if effect == "ratio" else f"{size:.2f}"


def show_price(price: tuple[str, str] | None) -> str:
    """What it would take, in a few words."""
    return numbers.ABSENT if price is None else f"about {price[1]} to see {price[0]}"


def _range(least: float, most: float) -> str:
    return numbers.whole(least) if least == most else f"{numbers.whole(least)} to {numbers.whole(most)}"
