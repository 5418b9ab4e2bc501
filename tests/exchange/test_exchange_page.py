"""The table of formats in the documentation says what the registries say."""

from __future__ import annotations

from exchange_samples import ENTRIES

from framing.exchange import READERS, VALUES, WRITERS, count_losses
from framing.exchange.page import describe_kept, exchange_table


def test_every_format_has_its_row() -> None:
    """Whoever looks for a format finds its name, its endings, and what of it is not read."""
    rows = [
        [cell.strip() for cell in line.split("|")[1:-1]] for line in exchange_table().splitlines() if line[:1] == "|"
    ]
    named = {row[1].strip("`"): row for row in rows[2:]}
    assert named.keys() == READERS.keys() | WRITERS.keys()
    for name, (title, _, endings, leaves, kept) in named.items():
        assert title
        assert (endings == "not read") == (name not in READERS)
        assert (kept == "not written") == (name not in WRITERS)
        if name in READERS:
            assert endings == ", ".join(f"`{ending}`" for ending in READERS[name].endings)
            assert leaves == READERS[name].leaves


def test_what_is_kept_is_what_is_not_counted_as_lost() -> None:
    """The table and the losses that an export prints never contradict each other."""
    for writer in WRITERS.values():
        lost = " | ".join(count_losses(writer, ENTRIES))
        kept = describe_kept(writer)
        for text in VALUES.values():
            assert not (text in lost and text in kept)
        assert (kept == "categories, everything") == (writer.name in ("csv", "xlsx"))
        assert ("single words only" in kept) == ("terms of several words" in lost)
