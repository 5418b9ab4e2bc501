"""What several sections share: tables, figures that link to their evidence, and sentences with marked words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from framing.numerals import count
from framing.report import numbers
from framing.report.evidence import Evidence, Excerpt, Mark, Reason
from framing.report.html import Html, el, markup, text_of
from framing.report.model import Figure, Report
from framing.report.terms import RULES, VOICES


@dataclass(frozen=True)
class Head:
    """A column of a table: its name, what it is counted per, and whether it holds numbers."""

    name: str
    unit: str = ""
    number: bool = True


def table(caption: object, heads: Sequence[Head], rows: Iterable[Sequence[object]]) -> Html:
    """A table whose first column names its rows, with a caption, in a frame that scrolls where it is too wide."""
    first, *others = heads
    top = el(
        "tr",
        el("th", first.name, scope="col"),
        [
            el("th", h.name, h.unit and el("small", " " + h.unit), scope="col", class_="n" if h.number else None)
            for h in others
        ],
    )
    body = [
        el(
            "tr",
            el("th", row[0], scope="row"),
            [el("td", cell, class_="n" if head.number else None) for head, cell in zip(others, row[1:], strict=True)],
        )
        for row in rows
    ]
    name = text_of(caption) if isinstance(caption, str) else None
    inner = el("table", el("caption", el("span", caption)), el("thead", top), el("tbody", body))
    return el("div", inner, class_="wide", role="region", tabindex="0", aria_label=name or "table")


def bdi(text: str | None) -> Html:
    """Somebody else's words, kept from turning the direction of ours."""
    return el("bdi", text or "")


def link(text: object, key: str | None) -> object:
    """The text, as a link to its evidence where there is some."""
    return text if key is None else el("a", text, href=f"#{key}", class_="ev")


def figure(found: Figure | None, *, ends: bool = True, counted: bool = True) -> object:
    """A figure with its interval and its count (unless told otherwise), linked to its evidence."""
    if found is None or found.value is None:
        return el("span", numbers.ABSENT, title="nothing to measure")
    kind = numbers.kind_of(found.measure)
    shown = link(numbers.value(found.value, kind), found.evidence)
    small = []
    if ends and found.low is not None:
        small.append(numbers.interval(found.low, found.high, kind))
    if counted and kind == "share":
        small.append(f"{numbers.whole(found.count)} of {numbers.whole(found.base)}")
    elif counted and kind != "count":
        small.append(f"n = {numbers.whole(found.base if kind == 'mean' else found.count)}")
    return markup(shown, [el("small", line, class_="under") for line in small])


def group(report: Report, summary: object, keys: Sequence[str]) -> Html | None:
    """The sentences behind several numbers, folded up together; None where there are none."""
    blocks = [block for key in keys if (block := unfold(report, key))]
    return el("details", el("summary", summary), el("div", blocks, class_="group")) if blocks else None


def unfold(report: Report, key: str) -> Html | None:
    """The sentences behind a number, to be unfolded; None where it has none."""
    found = report.evidence.get(key)
    if found is None:
        return None
    noun = {"quotes": "quotation", "mentions": "mention"}.get(found.table, "marked place")
    said = f"{count(found.marked, noun)} in {count(found.sentences, 'sentence')}"
    summary = el("summary", bdi(found.title), el("small", f" {said}"))
    return el("details", summary, el("div", _excerpts(found), id=key, class_="evidence"))


def _excerpts(found: Evidence) -> Html:
    seen: set[str] = set()
    items = [el("li", excerpt(one, seen)) for one in found.excerpts]
    more = f"{count(found.more, 'more sentence')} in tables/{found.table}.parquet" if found.more else None
    return markup(el("ol", items) if items else None, el("p", more, class_="more") if more else None)


def excerpt(one: Excerpt, seen: set[str]) -> Html:
    """A sentence with its marked words, where it stands, and why each word is marked."""
    words = el("blockquote", _marked(one), dir="auto") if one.text is not None else el("p", _bare(one))
    where = "headline" if one.field == "title" else f"sentence {one.sentence + 1}"
    named = [bdi(one.title), " · "] if one.title else []
    source = el("p", named, bdi(one.outlet), f" · {where} · ", el("code", one.article), class_="source")
    return markup(words, source, el("ul", [_why(mark, seen) for mark in one.marks], class_="why"))


def _marked(one: Excerpt) -> Html:
    text, at = one.text or "", one.start
    kids: list[object] = []
    for mark in one.marks:
        kids += [
            text[at - one.start : mark.start - one.start],
            _mark(mark, text[mark.start - one.start : mark.end - one.start]),
        ]
        at = mark.end
    return markup(kids, text[at - one.start :])


def _bare(one: Excerpt) -> list[object]:
    """Marked words alone, with their places, where texts are left out."""
    kids: list[object] = []
    for mark in one.marks:
        kids += [", " if kids else "", _mark(mark, mark.surface or "…"), f" (characters {mark.start}–{mark.end})"]
    return kids


def _mark(mark: Mark, words: str) -> Html:
    tags = [tag for reason in mark.reasons if (tag := _tag(reason))]
    small = el("small", " " + "; ".join(dict.fromkeys(tags))) if tags else None
    return el(
        "mark", el("bdi", words), small, class_=_colour(mark), title="; ".join(dict.fromkeys(map(_full, mark.reasons)))
    )


def _colour(mark: Mark) -> str:
    """Which way a mark leans; the style sheet gives each a line of its own as well as a colour."""
    felt = sum(reason.valence or 0.0 for reason in mark.reasons)
    return "minus" if felt < 0 else "plus" if felt > 0 else "plain"


def _tag(reason: Reason) -> str:
    """What stands beside the marked words: value, rule and whom it colours."""
    value = numbers.valence(reason.valence) if reason.valence is not None else ""
    tie = f"{reason.rule.replace('_', ' ')} {reason.actor}" if reason.actor and reason.rule in RULES else ""
    return " ".join(part for part in (value, "negated" if reason.negated else "", tie) if part)


def _full(reason: Reason) -> str:
    parts = [reason.kind, reason.term, reason.category, VOICES.get(reason.voice, reason.voice), _tag(reason)]
    return " · ".join(part for part in parts if part)


def _why(mark: Mark, seen: set[str]) -> list[Html]:
    """A line for each reason; the note of an entry only where it first comes up."""
    lines = []
    for reason in mark.reasons:
        facts = [reason.kind, VOICES.get(reason.voice, reason.voice)]
        if reason.speaker:
            facts.append(f"said by {reason.speaker}")
        if reason.rule:
            facts.append(f"rule: {reason.rule.replace('_', ' ')}")
        head: list[object] = [el("b", reason.term), " · "] if reason.term else []
        cited = [" · ", el("code", reason.entry)] if reason.entry else []
        known = reason.entry in seen
        seen.add(reason.entry)
        note = f" {reason.note}" if reason.note and not known else ""
        plain = f" Plainer: {reason.plain}." if reason.plain and not known else ""
        lines.append(el("li", head, " · ".join(facts), cited, note, plain))
    return list(dict.fromkeys(lines))
