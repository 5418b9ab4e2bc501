"""The report as Markdown: the same, shorter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from framing.numerals import count
from framing.report import numbers
from framing.report.evidence import Excerpt
from framing.report.html import clean
from framing.report.model import ActorPart, Figure, Finding, Report
from framing.report.phrases import by_subject, name_counted, see
from framing.report.sections.methods import LIMITS, METHODS
from framing.report.sections.reading import describe
from framing.report.summary import explain, headline, summarise, total
from framing.report.terms import name_measure, name_subject
from framing.report.untold import show_price, show_size

SHOWN = 40  # findings of a subject
EXCERPTS = 3  # sentences an outlet
_OUTLET = ("loaded", "blaming", "praising")
_ACTOR = (
    "mentions", "loaded", "blaming", "praising", "valence", "stance", "labels_blaming", "labels_praising",
    "quotations", "quoted_words",
)  # fmt: skip
_SPECIAL = re.compile(r"([\\`*_\[\]|~$])")
_LEADING = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+#=]))")  # what would begin a list or a heading
_SPACE = re.compile(r"\s+")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def render_markdown(report: Report) -> str:
    """The report as a Markdown document; titles and texts in it are plain text, whatever they hold."""
    return "\n".join([*_document(report), ""])


def plain(text: str | None) -> str:
    """Text that Markdown and the HTML in it leave alone, on one line."""
    flat = _SPACE.sub(" ", clean(text or "")).strip()
    inline = _SPECIAL.sub(r"\\\1", "".join(_HTML.get(sign, sign) for sign in flat))
    return _LEADING.sub(r"\1\\", inline)


def code(text: str) -> str:
    """Text in backticks, however many backticks it holds, on one line; not for tables, which a bar would cut."""
    flat = _SPACE.sub(" ", clean(text)).strip() or " "
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", flat)), default=0))
    pad = " " if "`" in flat else ""
    return f"{fence}{pad}{flat}{pad}{fence}"


def _document(report: Report) -> Iterator[str]:
    yield "# Framing report\n"
    yield f"{plain(headline(report))}\n"
    yield "## Findings\n"
    yield f"{plain(summarise(report))}\n"
    yield from _findings(report)
    yield "## What was read\n"
    yield from (f"- {plain(line)}" for line in describe(report.overview))
    yield from (f"- {plain(note)}" for note in report.overview.notes)
    yield "\n## Outlets\n"
    yield "Words that the list marks in the outlets' own voice, per 1,000 own words, with 95 % interval and count.\n"
    heads = ["Outlet", "Articles", *(name_measure(measure).capitalize() for measure in _OUTLET)]
    yield from _table(
        heads, ([row.outlet, f"{row.articles:,}", *_cells(row.figures, _OUTLET)] for row in report.outlets)
    )
    yield from _sentences(report)
    yield "## Actors\n"
    for part in report.actors:
        yield from _actor(part)
    yield from _words(report)
    yield "## Methods and limits\n"
    yield from (f"- {plain(line)}" for line in (*METHODS, *LIMITS))
    yield "\n## Recipe\n"
    yield code(report.recipe.line())


def _findings(report: Report) -> Iterator[str]:
    """The findings by subject, a line each; then what cannot be told, by reason."""
    yield from (f"{plain(line)}\n" for line in explain(report))
    told = [finding for finding in report.findings if finding.verdict != "cannot tell"]
    for actor, group in by_subject(told):
        yield f"### {plain('The whole article' if actor is None else group[0].name)}\n"
        yield from (f"- {_finding(finding)}" for finding in group[:SHOWN])
        if len(group) > SHOWN:
            yield f"- {len(group) - SHOWN:,} more in `tables/comparisons.parquet`"
        yield ""
    if number := total(report, "cannot tell"):
        yield f"### Where this corpus cannot tell ({number:,})\n"
        yield from _untold(report)


def _finding(finding: Finding) -> str:
    gap = see(finding)
    ends = f" ({gap.ends})" if gap.ends else ""
    said = f"{gap.more}: {gap.sentence()} {gap.join} {gap.less}{ends}"
    if finding.verdict == "similar":
        said = f"{gap.more} like {gap.less} in {name_counted(finding.measure)}: {gap.sentence()}{ends}"
    values = f"{gap.values[0]} against {gap.values[1]} {gap.unit}"
    return f"**{finding.verdict}** {plain(f'{said}; {values}; {gap.rests}; q {numbers.chance(finding.q)}')}"


def _untold(report: Report) -> Iterator[str]:
    wide = [finding for finding in report.findings if finding.testable and finding.verdict == "cannot tell"]
    for finding in wide[:SHOWN]:
        subject = f"{name_subject(finding.measure, finding.name)}: {finding.outlet_a} and {finding.outlet_b}"
        shows = f"would have shown from {show_size(finding.detectable, finding.effect)}"
        yield f"- {plain(f'{subject}. Interval too wide; {shows}; {show_price(finding.price)}.')}"
    if len(wide) > SHOWN:
        yield f"- {len(wide) - SHOWN:,} more that were tested in `tables/comparisons.parquet`"
    lacking = {"units": "too few articles or events for any test", "hits": "too few words counted for a test"}
    for row in report.untested[:SHOWN]:
        many = count(row.comparisons, "comparison")
        subject = f"{row.name or 'The whole article'}: {many} with {lacking[row.obstacle]}"
        yield f"- {plain(f'{subject}; {show_price(row.price)}.')}"
    if len(report.untested) > SHOWN:
        yield f"- {len(report.untested) - SHOWN:,} more subjects in `tables/comparisons.parquet`"
    yield ""


def _actor(part: ActorPart) -> Iterator[str]:
    yield f"### {plain(part.name)}\n"
    yield f"{count(part.mentions, 'mention')} in {count(part.articles, 'article')}.\n"
    heads = ["Outlet", "Articles", *(name_measure(measure).capitalize() for measure in _ACTOR)]
    yield from _table(heads, ([row.outlet, f"{row.articles:,}", *_cells(row.figures, _ACTOR)] for row in part.rows))


def _words(report: Report) -> Iterator[str]:
    yield "## The words that make the difference\n"
    yield "Times here, and per 1,000 own words here against elsewhere. Descriptive; nothing is tested.\n"
    for part in report.words:
        listed = [f"{row.term} ({row.count}; {row.rate:.2f} against {row.other_rate:.2f})" for row in part.rows]
        yield f"- **{plain(part.outlet)}:** {plain(', '.join(listed)) or 'none'}"
    yield ""


def _sentences(report: Report) -> Iterator[str]:
    """The first sentences behind each outlet's figures."""
    for row in report.outlets:
        shown = [one for key in row.evidence for one in report.evidence[key].excerpts[:EXCERPTS]]
        if shown:
            yield f"### {plain(row.outlet)}: some of the sentences\n"
            yield from (f"- {_excerpt(one)}" for one in shown)
            yield ""


def _excerpt(one: Excerpt) -> str:
    """A sentence with its marked words in bold; the marked words alone where texts are left out."""
    where = f"({code(one.article)}, {'headline' if one.field == 'title' else f'sentence {one.sentence + 1}'})"
    if one.text is None:
        return ", ".join(f"**{plain(mark.surface)}**" for mark in one.marks) + f" {where}"
    pieces, at = [], one.start
    for mark in one.marks:
        pieces += [plain_inside(one.text[at - one.start : mark.start - one.start]), f"**{plain(mark.surface)}**"]
        at = mark.end
    return "".join([*pieces, plain_inside(one.text[at - one.start :])]).strip() + f" {where}"


def plain_inside(text: str) -> str:
    """As `plain`, with one space kept at either end where there was any."""
    inner = plain(text)
    before = " " if text[:1].isspace() else ""
    after = " " if inner and text[-1:].isspace() else ""
    return f"{before}{inner}{after}"


def _cells(figures: Mapping[str, Figure], measures: Sequence[str]) -> list[str]:
    return [_cell(figures.get(measure)) for measure in measures]


def _cell(figure: Figure | None) -> str:
    if figure is None or figure.value is None:
        return numbers.ABSENT
    kind = numbers.kind_of(figure.measure)
    ends = f" ({numbers.interval(figure.low, figure.high, kind)})" if figure.low is not None else ""
    n = "" if kind == "count" else f", n={numbers.whole(figure.count if kind == 'rate' else figure.base)}"
    return f"{numbers.value(figure.value, kind)}{ends}{n}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(map(plain, heads)) + " |"
    yield "|" + " --- |" * len(heads)
    for row in rows:
        yield "| " + " | ".join(map(plain, row)) + " |"
    yield ""
