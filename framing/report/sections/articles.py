"""The articles that were read."""

from __future__ import annotations

from framing.numerals import count
from framing.report import numbers
from framing.report.html import Html, el, markup
from framing.report.model import ArticleRow, Report
from framing.report.parts import Head, bdi, table

SHOWN, UNFOLDED = 200, 30
_HEADS = (
    Head("Article"), Head("Outlet", number=False), Head("Date", number=False), Head("Event", number=False),
    Head("Own words"), Head("Quoted words"), Head("Loaded words", "own voice"),
)  # fmt: skip


def render(report: Report) -> Html:
    """A list by outlet and date; long ones fold up, very long ones go on in the tables."""
    shown = report.articles[:SHOWN]
    listed = table("Articles by outlet and date", _HEADS, [_row(row) for row in shown])
    left = len(report.articles) - len(shown)
    more = el("p", f"{left:,} more in tables/articles.parquet and report.json.", class_="more") if left else None
    if len(shown) <= UNFOLDED:
        return markup(listed, more)
    return markup(el("details", el("summary", f"{count(len(shown), 'article')}, by outlet and date"), listed), more)


def _row(row: ArticleRow) -> list[object]:
    name = bdi(row.title) if row.title else el("code", row.article)
    web = (row.url or "").lower().startswith(("http://", "https://"))
    linked = el("a", name, href=row.url, rel="noreferrer noopener") if web else name
    under = [el("code", row.article)] if row.title else []
    copy = f"near-copy of {row.copy_of}" if row.copy_of else None
    return [
        markup(linked, [el("small", line, class_="under") for line in (*under, copy) if line]),
        bdi(row.outlet),
        row.date or numbers.ABSENT,
        bdi(row.event) if row.event else numbers.ABSENT,
        *map(numbers.whole, (row.words_own, row.words_quoted, row.loaded)),
    ]
