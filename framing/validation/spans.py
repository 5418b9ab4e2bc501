"""Offsets as annotation tools write them → spans that lie in their text."""

from __future__ import annotations

import ast
import json
import math
from collections.abc import Mapping
from typing import Any

from framing.validation.annotated import Span, UnusableError

STARTS = ("start", "start_offset", "begin", "span_start")
ENDS = ("end", "end_offset", "stop", "span_end")
_BEYOND_BMP = 0xFFFF


def read_span(value: object, text: str) -> Span:
    """
    A span from [start, end], [start, end, label] or an object with start and end (and the words as `text`).

    Raises:
        UnusableError: it is none of these, does not lie in the text, or holds other words than it says.
    """
    if isinstance(value, Mapping):
        start, end = _first(value, STARTS), _first(value, ENDS)
        return make_span(start, end, text, value.get("text"))
    if isinstance(value, list | tuple) and len(value) >= 2:
        return make_span(value[0], value[1], text)
    raise UnusableError(f"`{shorten(value)}` is no [start, end]")


def make_span(start: object, end: object, text: str, words: object = None) -> Span:
    """
    A span of the text from two numbers, or texts of numbers, in characters.

    With the words that stand there it may count in UTF-16 units, as JavaScript does: these are tried where characters
    don't fit.

    Raises:
        UnusableError: one is no whole number, the span does not lie in the text, or other words stand there.
    """
    span = Span(_whole(start), _whole(end))
    given = words if isinstance(words, str) and words else None
    if given and text[max(span.start, 0) : max(span.end, 0)] != given:
        wide = _from_utf16(span, text)
        if wide is None or text[wide.start : wide.end] != given:
            raise UnusableError(f"at {span.start} to {span.end} there is no `{shorten(given)}`")
        span = wide
    if not 0 <= span.start < span.end <= len(text):
        raise UnusableError(f"{span.start} to {span.end} does not lie in the text, of {len(text):,} characters")
    return span


def read_list(value: object) -> list[Any] | None:
    """A list, or the text of one as JSON or Python write it; [] for nothing at all; None: it is no list."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return []
    if isinstance(value, str) and (text := value.strip()).startswith("["):
        for parse in (json.loads, ast.literal_eval):
            try:
                value = parse(text)
                break
            except (ValueError, SyntaxError, RecursionError, MemoryError, TypeError):
                continue
    return list(value) if isinstance(value, list | tuple) else None


def shorten(value: object, most: int = 40) -> str:
    """Something as text for a message."""
    text = " ".join(str(value).split())
    return text if len(text) <= most else text[:most] + "…"


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise UnusableError(f"`{shorten(value)}` is no offset")
    try:
        number = float(value)
    except (ValueError, OverflowError):
        raise UnusableError(f"`{shorten(value)}` is no offset") from None
    if not math.isfinite(number) or number != int(number):
        raise UnusableError(f"`{shorten(value)}` is no whole number")
    return int(number)


def _first(value: Mapping[str, Any], names: tuple[str, ...]) -> object:
    return next((value[name] for name in names if name in value), None)


def _from_utf16(span: Span, text: str) -> Span | None:
    """The span in characters where its offsets count characters beyond the first plane (emoji) as two."""
    places: dict[int, int] = {}
    units = 0
    for number, character in enumerate(text):
        places[units] = number
        units += 2 if ord(character) > _BEYOND_BMP else 1
    places[units] = len(text)
    ends = places.get(span.start), places.get(span.end)
    return None if ends[0] is None or ends[1] is None else Span(ends[0], ends[1])
