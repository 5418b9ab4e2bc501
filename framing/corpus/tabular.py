"""What the table formats share: from records under the user's column names to rows under ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from framing.corpus.columns import describe
from framing.corpus.rows import NO_OUTLET, Row, Rows, SetAside

Record = Mapping[str, object]


def to_rows(name: str, mapping: Mapping[str, str], records: Iterable[tuple[str, Record]]) -> Rows:
    """
    The rows of a table.

    Args:
        name: the file's name, for notes.
        mapping: our name → the user's column.
        records: where a record stands, and the record under the user's column names.
    """
    found = Rows(notes=describe(mapping, name))
    if "outlet" not in mapping:
        found.notes.append(
            f"{name} has no column for the outlet, so all articles count as one outlet, {NO_OUTLET}: "
            "name the column with --column outlet=COLUMN."
        )
    for number, (place, record) in enumerate(records, start=1):
        values = {ours: as_text(record.get(theirs)) for ours, theirs in mapping.items()}
        if any(map(_is_broken, values.values())):
            found.set_aside.append(
                SetAside(place, "it holds half of a surrogate pair, which is no character", "unreadable")
            )
            continue
        identity = (values.pop("id", None) or "").strip() or f"row-{number}"
        outlet = values.pop("outlet", None) if "outlet" in mapping else NO_OUTLET
        found.rows.append(Row(place=place, id=identity, text=values.pop("text"), outlet=outlet, **values))
    return found


def as_text(value: object) -> str | None:
    """A value as text: dates as ISO, lists joined by commas, the `name` of an object, None for what is absent."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, Mapping):
        return as_text(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, map(as_text, value))) or None
    return None if value != value else str(value)


def _is_broken(value: str | None) -> bool:
    """Whether the value holds half of a surrogate pair, as JSON can write it and no file can hold it."""
    try:
        (value or "").encode()
    except UnicodeEncodeError:
        return True
    return False
