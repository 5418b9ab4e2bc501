"""Which of the user's columns is which of ours: by name, by alias, or as `--column` says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from framing.errors import CorpusError

# In the order in which they choose: `text` comes before `id`, so that `article` is a text unless there is another.
ALIASES: dict[str, tuple[str, ...]] = {
    "text": ("text", "content", "body", "article", "fulltext", "full_text", "article_text", "story", "maintext"),
    "id": ("id", "article_id", "articleid", "doc_id", "docid", "uuid", "article"),
    "outlet": (
        *("outlet", "source", "publication", "newspaper", "media_name", "domain"),
        *("site", "sitename", "site_name", "publisher"),
    ),
    "title": ("title", "headline", "hed"),
    "date": (
        *("date", "publish_date", "published", "published_at", "publishedat", "date_publish", "datepublished"),
        *("date_published", "publication_date", "seendate", "pub_date", "pubdate"),
    ),
    "url": ("url", "link", "guid", "documentidentifier"),
    "author": ("author", "authors", "byline", "creator"),
    "event": ("event", "event_id"),
    "file": ("file", "filename", "file_name", "path"),
}
FIELDS = ("text", "id", "outlet", "title", "date", "url", "author", "event")
MANIFEST_FIELDS = ("file", *FIELDS[1:])


def recognise(
    header: Sequence[str], chosen: Mapping[str, str] | None, place: str | Path, fields: Sequence[str] = FIELDS
) -> dict[str, str]:
    """
    Our name → the user's column, for every field that is there.

    Args:
        header: the user's columns, in order.
        chosen: our name → the user's column, where the user says so.
        place: the file, for messages.
        fields: the fields looked for; the first one must be there.

    Raises:
        CorpusError: a chosen column isn't there, or the first field is missing; the message lists the columns.
    """
    mapping = _chosen(header, chosen or {}, place)
    by_name: dict[str, str] = {}
    for name in header:
        by_name.setdefault(_plain(name), name)
    for field in fields:
        taken = set(mapping.values())
        fitting = (by_name[alias] for alias in ALIASES[field] if alias in by_name and by_name[alias] not in taken)
        if field not in mapping and (first := next(fitting, None)) is not None:
            mapping[field] = first
    if fields[0] not in mapping:
        raise _missing(fields[0], mapping, header, place)
    return {field: mapping[field] for field in fields if field in mapping}


def describe(mapping: Mapping[str, str], name: str) -> list[str]:
    """A sentence that says which column was read as what, where one goes by another name than ours; else none."""
    others = [f"{ours} from column `{theirs}`" for ours, theirs in mapping.items() if _plain(theirs) != ours]
    return [f"{name}: {', '.join(others)}."] if others else []


def _chosen(header: Sequence[str], chosen: Mapping[str, str], place: str | Path) -> dict[str, str]:
    for ours, theirs in chosen.items():
        if ours not in ALIASES:
            raise CorpusError(f"there is no field `{ours}` to choose a column for", f"choose from {', '.join(ALIASES)}")
        if theirs not in header:
            raise CorpusError(
                f"there is no column `{theirs}`; its columns are {_listed(header)}",
                f"name one of these: --column {ours}=COLUMN",
                place,
            )
    return dict(chosen)


def _missing(field: str, mapping: Mapping[str, str], header: Sequence[str], place: str | Path) -> CorpusError:
    fault = f"there is no `{field}` column; its columns are {_listed(header)}"
    if field == "text" and "title" in mapping:
        fault += f"; headlines alone (`{mapping['title']}`) are not enough"
    return CorpusError(fault, f"say which one it is: --column {field}=COLUMN", place)


def _listed(header: Sequence[str], at_most: int = 20) -> str:
    shown = [name if len(name) <= 40 else name[:40] + "…" for name in header[:at_most]]
    return ", ".join(shown) + (f" and {len(header) - at_most} more" if len(header) > at_most else "")


def _plain(name: str) -> str:
    return name.strip().casefold().replace(" ", "_").replace("-", "_")
