"""The lexicons as a page to read: docs/lexicon-index.md is made from this file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from framing.lexicon.model import Entry, Lexicon, Lexicons

_ESCAPED = {ord(mark): f"\\{mark}" for mark in "\\`*_[]<>|#"}


def lexicon_index(lexicons: Lexicons) -> str:
    """
    Markdown: every lexicon with its licence, its categories with meaning and count, every word with its values.

    Values are valences (-3 … +3); `by` is who does it, `to` whom it is done to, `of` whose it is.
    """
    entries: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in lexicons.in_force():
        entries[entry.lexicon, entry.category].append(entry)
    parts = [
        "# The lexicons, word by word",
        "Values run from −3 (blames most) to +3 (praises most): how a word colours whoever it is said of. "
        "*By* is who does it, *to* is whom it is done to, *of* is whose it is. "
        "A word that the list marks is possibly loaded; the list can't know.",
    ]
    for layer in lexicons.layers:
        parts.extend(_section(layer, {c: rows for (owner, c), rows in entries.items() if owner == layer.id}))
    return "\n\n".join(parts) + "\n"


def _section(lexicon: Lexicon, categories: dict[str, list[Entry]]) -> Iterable[str]:
    total = sum(map(len, categories.values()))
    yield f"## {_text(lexicon.id)} {_text(lexicon.version)}"
    about = [lexicon.description, f"{total} entries.", lexicon.licence and f"Licence: {lexicon.licence}."]
    yield " ".join(_text(part) for part in about if part)
    names = [name for name in lexicon.categories if name in categories]
    if not names:
        return
    rows = [f"| {_text(n)} | {_text(lexicon.categories[n])} | {len(categories[n])} |" for n in names]
    yield "\n".join(["| category | meaning | entries |", "|---|---|---:|", *rows])
    for name in names:
        yield f"### {_text(name)}"
        words = sorted(categories[name], key=lambda entry: (entry.term.casefold(), entry.term))
        yield "\n".join(_word(entry) for entry in words)


def _word(entry: Entry) -> str:
    roles = (("", entry.valence), ("by ", entry.subject), ("to ", entry.object), ("of ", entry.owner))
    values = ", ".join(role + _number(value) for role, value in roles if value is not None)
    plain = f"; plainly: {_text(entry.plain)}" if entry.plain else ""
    note = f" — {_text(entry.note)}" if entry.note else ""
    return f"- **{_text(entry.term)}** ({values}{plain}){note}"


def _number(value: float) -> str:
    """A value as people write it: +2, −1.5, 0."""
    return f"{value:+g}".replace("-", "−") if value else "0"


def _text(text: str) -> str:
    return " ".join(text.split()).translate(_ESCAPED)
