"""A marked article as rich text: colours on a terminal, and signs that say the same without colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from rich.text import Text

from framing.cli.marking import Mark, Marked, Passage, Reason
from framing.cli.terminal import clean
from framing.numerals import count
from framing.report.terms import RULES, VOICES

LEGEND = "What the lists mark is possibly loaded: [n-] blaming, [n+] praising, [n~] neither; reasons below."
_COLOURS = {"-": "bold red", "+": "bold green", "~": "bold yellow"}
_QUOTED, _LEFT_OUT, _REASON = "dim", "dim strike", "dim"


def paint(page: Marked) -> Text:
    """Title and text with numbered marks, quotations dimmed, and the reason of every mark below."""
    out = Text()
    out.append(clean(f"{page.article}, {page.outlet}\n"), "bold")
    out.append(LEGEND + "\n\n", _REASON)
    if page.title.text:
        out.append_text(_paint(page.title)).append("\n\n")
    out.append_text(_paint(page.text)).append("\n\n")
    marks = (*page.title.marks, *page.text.marks)
    if not marks:
        out.append("No loaded word of the lists stands in it.\n")
    for mark in marks:
        out.append_text(_explain(mark))
    if page.left_out:
        reasons = ", ".join(f"{reason} {number}" for reason, number in Counter(page.left_out).items())
        stretches = count(len(page.left_out), "stretch", "stretches")
        out.append(clean(f"Left out of every count: {stretches} ({reasons}).\n"), _REASON)
    out.rstrip()
    return out


def sign(valence: float) -> str:
    """-, + or ~ for blame, praise and neither."""
    return "-" if valence < 0 else "+" if valence > 0 else "~"


def _paint(passage: Passage) -> Text:
    out = Text()
    for start, end, mark in _pieces(passage):
        words = clean(passage.text[start:end])
        if mark:
            shown = sign(mark.valence)
            out.append(words, f"{_COLOURS[shown]} underline").append(f"[{mark.number}{shown}]", _COLOURS[shown])
        else:
            out.append(words, _style(passage, start))
    return out


def _pieces(passage: Passage) -> Iterator[tuple[int, int, Mark | None]]:
    """The passage cut at marks, quotations and stretches left out; marks stay whole."""
    starts = {mark.start: mark for mark in passage.marks}
    inside = [(mark.start, mark.end) for mark in passage.marks]
    cuts = {0, len(passage.text), *(edge for span in (*passage.quotes, *passage.furniture) for edge in span)}
    cuts = {cut for cut in cuts if not any(start < cut < end for start, end in inside)}
    edges = sorted(cuts | {edge for span in inside for edge in span})
    for start, end in pairwise(edges):
        yield start, end, starts.get(start)


def _style(passage: Passage, at: int) -> str:
    if any(start <= at < end for start, end in passage.furniture):
        return _LEFT_OUT
    return _QUOTED if any(start <= at < end for start, end in passage.quotes) else ""


def _explain(mark: Mark) -> Text:
    shown = sign(mark.valence)
    voice = VOICES[mark.voice] + (f" of {mark.speaker}" if mark.speaker else "")
    out = Text().append(f"{mark.number:>3}{shown} ", _COLOURS[shown]).append(clean(mark.surface), "bold")
    out.append(clean(f", {voice}\n"))
    for reason in mark.reasons:
        for line in _lines(reason):
            out.append(clean(f"     {line}\n"), _REASON if line.startswith(reason.entry) else "")
    return out


def _lines(reason: Reason) -> Iterator[str]:
    negated = ", negated" if reason.negated else ""
    yield f"{reason.category}, valence {_number(reason.valence)}{negated}"
    for tie in reason.ties:
        rule = RULES.get(tie.rule, tie.rule)
        what = f"colours {tie.actor} {_number(tie.valence)}" if tie.valence else f"said of {tie.actor}"
        yield f"{what} by rule {tie.rule.replace('_', ' ')}: {rule}"
    if not reason.ties:
        yield "colours nobody: no rule links it"
    if reason.note:
        yield reason.note
    if reason.plain:
        yield f"plainer: {reason.plain}"
    yield reason.entry


def _number(valence: float) -> str:
    return f"{valence:+.2g}" if valence else "0"
