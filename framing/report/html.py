"""HTML as values: everything that is not already Html is escaped, in text and in attributes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape, unescape

VOID = frozenset({"br", "col", "hr", "img", "link", "meta"})
_TAG = re.compile("<[^>]*>")  # in Html, where "<" of a text is always escaped
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


class Html(str):
    """Markup that is already safe. Joining or formatting it gives a plain string, which is escaped again."""

    __slots__ = ()


def clean(text: str) -> str:
    """The text with characters that no document may hold shown as U+FFFD."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def markup(*kids: object) -> Html:
    """Children one after the other: Html as it is, None left out, sequences opened, all else escaped."""
    return Html("".join(_pieces(kids)))


def el(tag: str, *kids: object, **attributes: object) -> Html:
    """
    An element.

    Args:
        tag: its name.
        kids: as for `markup`.
        attributes: `class_` is class, `aria_label` is aria-label; None and False leave one out, True gives it no value.
    """
    written = "".join(_attribute(name, value) for name, value in attributes.items())
    if tag in VOID:
        return Html(f"<{tag}{written}>")
    return Html(f"<{tag}{written}>{''.join(_pieces(kids))}</{tag}>")


def text_of(made: str) -> str:
    """What Html says without its tags; a plain string as it is."""
    return unescape(_TAG.sub("", made)) if isinstance(made, Html) else made


def _pieces(kids: Iterable[object]) -> Iterable[str]:
    for kid in kids:
        if kid is None:
            continue
        if isinstance(kid, Html):
            yield kid
        elif isinstance(kid, (list, tuple)):
            yield from _pieces(kid)
        else:
            yield escape(clean(str(kid)), quote=False)


def _attribute(name: str, value: object) -> str:
    name = name.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(clean(str(value)))}"'
