"""The table of entries and the page that lists them."""

from __future__ import annotations

from pathlib import Path

from lexicon_folders import HEAD, folder, sheet

from framing.lexicon import Entry, Lexicon, Lexicons, load_lexicons
from framing.lexicon.frames import entries_frame
from framing.lexicon.index import lexicon_index


def test_entries_frame_has_a_row_per_entry_in_force(tmp_path: Path):
    """Replaced rows don't show; values, lists and the citation do."""
    base = folder(tmp_path, {"labels.csv": sheet({}, {"term": "tyrant", "forms": ""}), "lexicon.toml": HEAD}, "base")
    mine = folder(tmp_path, {"w.csv": "term,category,valence\ntyrant,labels,-1\n"}, "mine")
    frame = entries_frame(load_lexicons([base, mine], bundled=False))
    assert frame.select("term", "valence", "owner", "citation").rows() == [
        ("tyrant", -1.0, None, "mine/w.csv:tyrant@0"),
        ("despot", -3.0, None, "ours/labels.csv:despot@1.2.0"),
    ]
    assert frame["forms"].to_list() == [[], ["despots"]]


def test_entries_frame_of_nothing_keeps_its_columns():
    """Without entries the table is empty, with the same columns."""
    empty = entries_frame(Lexicons(()))
    assert empty.is_empty()
    assert empty.columns[:4] == ["lexicon", "version", "kind", "category"]


def test_entries_frame_documents_every_column():
    """No column goes undescribed."""
    assert all(name in (entries_frame.__doc__ or "") for name in entries_frame(Lexicons(())).columns)


def test_index_lists_lexicons_categories_and_words():
    """The page shows meaning, count, values in every role, the plainer word and the note."""
    entries = (
        Entry(
            "slam", "violence", valence=None, subject=-0.5, object=-1.5, plain="criticised", lexicon="a", note="Loud."
        ),
        Entry("aim", "violence", lexicon="a"),
    )
    lexicon = Lexicon(
        "a", "1.0", licence="CC0", description="Words.", categories={"violence": "Blows."}, entries=entries
    )
    text = lexicon_index(Lexicons((lexicon,)))
    assert "## a 1.0\n\nWords. 2 entries. Licence: CC0.\n" in text
    assert "| violence | Blows. | 2 |" in text
    assert "### violence\n\n- **aim** (0)\n- **slam** (by −0.5, to −1.5; plainly: criticised) — Loud.\n" in text


def test_index_escapes_what_users_write():
    """Marks of Markdown and HTML in a user's cell show as text."""
    entry = Entry("<b>|x", "c*d", lexicon="a", note="[y](z)")
    text = lexicon_index(Lexicons((Lexicon("a", categories={"c*d": "m|n"}, entries=(entry,)),)))
    assert "| c\\*d | m\\|n | 1 |" in text
    assert "- **\\<b\\>\\|x** (0) — \\[y\\](z)" in text


def test_index_says_so_where_a_layer_adds_nothing():
    """A layer that only drops rows is listed with no entry."""
    assert "## a 0\n\n0 entries.\n" in lexicon_index(Lexicons((Lexicon("a"),)))
