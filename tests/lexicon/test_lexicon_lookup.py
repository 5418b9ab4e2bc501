"""A word looked up: every layer's entry for it, and what became of it."""

from __future__ import annotations

from pathlib import Path

from lexicon_folders import folder

from framing.lexicon import Lexicons, load_lexicons
from framing.lexicon.lookup import look_up, near_terms

BASE = """term,category,valence,forms,match,set
despot,labels,-3,despots,,ruler
leader,labels,0,,,ruler
kaka*,labels,-1,,prefix,
"""


def layers(root: Path, *texts: str) -> Lexicons:
    """Layers from sheets, all in folders of the same name."""
    folders = []
    for number, text in enumerate((BASE, *texts)):
        (root / str(number)).mkdir()
        folders.append(folder(root / str(number), {"w.csv": text}, "same"))
    return load_lexicons(folders, bundled=False)


def test_every_form_finds_its_entry(tmp_path: Path) -> None:
    """The base form, another form, other letters' case and a word that begins with a listed prefix are found."""
    lexicons = layers(tmp_path)
    for word, term in {"despot": "despot", "DESPOTS": "despot", "kakadu": "kaka*"}.items():
        assert [one.entry.term for one in look_up(word, lexicons)] == [term]
    assert look_up("desp", lexicons) == []


def test_it_says_who_replaced_a_row(tmp_path: Path) -> None:
    """The row below is shown with the place of the row that took its place, even in folders of the same name."""
    found = look_up("despot", layers(tmp_path, "term,category,valence\ndespot,labels,-1\n"))
    assert [(one.entry.valence, one.fate) for one in found] == [(-3, "replaced by same/w.csv:2"), (-1, "in force")]
    assert [one.in_force for one in found] == [False, True]


def test_it_says_who_dropped_a_row(tmp_path: Path) -> None:
    """A dropped row is shown with the place of the drop."""
    found = look_up("despot", layers(tmp_path, "term,action\nfool,drop\ndespot,drop\n"))
    assert [one.fate for one in found] == ["dropped by same/w.csv:3"]


def test_a_word_comes_with_its_ladder(tmp_path: Path) -> None:
    """The words of its connotation set stand beside it, from blaming to praising, those that are in force."""
    lexicons = layers(tmp_path, "term,category,valence,set\nhero,praise,3,ruler\nleader,labels,1,\n")
    assert [entry.term for entry in look_up("despots", lexicons)[0].ladder] == ["despot", "hero"]


def test_who_finds_nothing_is_shown_what_is_near(tmp_path: Path) -> None:
    """A misspelt word and a part of one both lead somewhere; nonsense leads nowhere."""
    lexicons = layers(tmp_path)
    assert near_terms("dispot", lexicons) == ["despot"]
    assert near_terms("lead", lexicons) == ["leader"]
    assert near_terms("zzzz", lexicons) == []
