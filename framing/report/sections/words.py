"""The words that make the difference: descriptive, with the counts on both sides."""

from __future__ import annotations

from framing.numerals import count
from framing.report import numbers
from framing.report.html import Html, el, markup
from framing.report.model import OutletWords, Report, WordRow
from framing.report.parts import Head, bdi, group, link, table

_HEADS = (
    Head("Word"), Head("Category", number=False), Head("Value", "−3 to +3"), Head("Here", "times"),
    Head("In", "articles"), Head("Here", "per 1,000"), Head("Others", "times"), Head("Others", "per 1,000"),
    Head("Excess", "per 1,000"), Head("Plainer", number=False),
)  # fmt: skip
_INTRODUCTION = (
    "Entries that an outlet uses more often in its own voice than all others together, per 1,000 own words, the "
    "largest excess first. This describes these articles; nothing is tested, and an entry may stand out because of "
    "what the articles are about."
)


def render(report: Report) -> Html:
    """For each outlet the entries it uses more often than the others."""
    if report.overview.outlets < 2:
        return el("p", "There is one outlet only, so there is nothing to hold its words against.")
    return markup(
        el("p", _INTRODUCTION),
        [_part(report, part) for part in report.words],
    )


def _part(report: Report, part: OutletWords) -> Html:
    heading = el("h3", bdi(part.outlet))
    if not part.rows:
        return markup(heading, el("p", "No entry stands twice or more here and more often than elsewhere."))
    sizes = f"{count(part.words, 'own word')} here, {part.other_words:,} at the others"
    keys = [row.evidence for row in part.rows if row.evidence]
    return markup(
        heading,
        table(
            markup("Words in excess at ", bdi(part.outlet), f" ({sizes})"),
            _HEADS,
            [_row(report, row) for row in part.rows],
        ),
        el("div", group(report, markup("The sentences of ", bdi(part.outlet)), keys), class_="behind"),
    )


def _row(report: Report, row: WordRow) -> list[object]:
    key = row.evidence if row.evidence in report.evidence else None
    return [
        el("span", row.term, title=f"{row.entry} {row.note}".strip()),
        row.category,
        numbers.valence(row.valence),
        link(numbers.whole(row.count), key),
        numbers.whole(row.articles),
        f"{row.rate:.2f}",
        numbers.whole(row.others),
        f"{row.other_rate:.2f}",
        f"+{row.excess:.2f}",
        row.plain or numbers.ABSENT,
    ]
