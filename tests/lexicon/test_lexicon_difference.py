"""Two lexicons held against each other."""

from __future__ import annotations

from pathlib import Path

from lexicon_folders import folder

from framing.lexicon import load_lexicon
from framing.lexicon.difference import Change, compare_lexicons

OLD = "term,category,valence\nbrave,praise,2\ndespot,labels,-3\nking,labels,0\n"
NEW = "term,category,valence,plain\nDespot,labels,-2,leader\nking,labels,0,\nzeal,praise,1,\n"


def test_every_change_is_named_once(tmp_path: Path) -> None:
    """Added, removed and changed entries come with their place; a changed one with each cell, before and after."""
    old, new = (load_lexicon(folder(tmp_path, {"w.csv": text}, name)) for name, text in {"a": OLD, "b": NEW}.items())
    assert compare_lexicons(old, new) == [
        Change("changed", "Despot", "labels", "b/w.csv:2", (
            ("term", "despot", "Despot"), ("valence", "-3", "-2"), ("plain", "", "leader"))),
        Change("removed", "brave", "praise", "a/w.csv:2"),
        Change("added", "zeal", "praise", "b/w.csv:4"),
    ]  # fmt: skip


def test_a_lexicon_does_not_differ_from_itself(tmp_path: Path) -> None:
    """Equal lexicons have no change, wherever they stand."""
    one, two = (load_lexicon(folder(tmp_path, {"w.csv": OLD}, name)) for name in ("a", "b"))
    assert compare_lexicons(one, two) == []
