"""The page that lists all entries."""

from __future__ import annotations

from framing.lexicon import Entry, Lexicon, Lexicons
from framing.lexicon.index import lexicon_index


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
