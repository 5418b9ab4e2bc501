"""Layers: what a user's own lexicon adds, replaces and drops."""

from __future__ import annotations

from pathlib import Path

import pytest
from lexicon_folders import HEAD, folder, sheet

from framing.lexicon import Entry, Lexicon, Lexicons, load_lexicons, sheets
from framing.lexicon import load as loading

BASE = "term,category,valence\ndespot,labels,-3\ntyrant,labels,-3\ntyrant,history,-1\nbrave,praise,2\n"


def in_force(root: Path, mine: str, name: str = "mine") -> dict[tuple[str, str], Entry]:
    layers = [folder(root, {"w.csv": BASE}, "base"), folder(root, {"w.csv": mine}, name)]
    return {(entry.term, entry.category): entry for entry in load_lexicons(layers, bundled=False).in_force()}


def test_a_layer_adds_rows(tmp_path: Path):
    """New words join the old ones."""
    entries = in_force(tmp_path, "term,category\nquango,labels\n")
    assert len(entries) == 5
    assert entries["quango", "labels"].lexicon == "mine"


def test_a_layer_replaces_the_same_term_and_category_only(tmp_path: Path):
    """A row with the term and category of one below takes its place, whatever its case or hyphens; others stay."""
    entries = in_force(tmp_path, "term,category,valence\nTyrant,Labels,-1\n")
    assert entries["Tyrant", "Labels"].valence == -1
    assert ("tyrant", "labels") not in entries
    assert entries["tyrant", "history"].valence == -1
    assert len(entries) == 4


def test_a_layer_drops_from_one_category(tmp_path: Path):
    """With a category, `drop` takes out that row alone."""
    entries = in_force(tmp_path, "term,category,action\ntyrant,labels,DROP\n")
    assert sorted(entries) == [("brave", "praise"), ("despot", "labels"), ("tyrant", "history")]


def test_a_layer_drops_everywhere_without_a_category(tmp_path: Path):
    """Without a category, `drop` takes the term out of every category."""
    entries = in_force(tmp_path, "term,action\ntyrant,drop\n")
    assert sorted(entries) == [("brave", "praise"), ("despot", "labels")]


def test_a_later_layer_can_bring_a_word_back(tmp_path: Path):
    """Layers count in the order given."""
    layers = [
        folder(tmp_path, {"w.csv": text}, name)
        for name, text in {"a": BASE, "b": "term,action\nbrave,drop\n", "c": "term,category\nbrave,praise\n"}.items()
    ]
    entries = {entry.term: entry for entry in load_lexicons(layers, bundled=False).in_force()}
    assert entries["brave"].lexicon == "c"


def test_a_plain_list_takes_over_what_a_category_is(tmp_path: Path):
    """A reporting verb that a user adds to `neutral` is a reporting verb, and not loaded."""
    head = HEAD + 'neutral = "n"\n'
    base = folder(
        tmp_path,
        {
            "neutral.csv": sheet({"term": "say"}),
            "lexicon.toml": 'kind = "reporting"\nplain_categories = ["neutral"]\n' + head,
        },
        "verbs",
    )
    mine = folder(tmp_path, {"w.csv": "term,category\naver,neutral\nquango,labels\n"}, "mine")
    entries = {entry.term: entry for entry in load_lexicons([base, mine], bundled=False).in_force()}
    assert (entries["say"].kind, entries["say"].loaded) == ("reporting", False)
    assert (entries["aver"].kind, entries["aver"].loaded) == ("reporting", False)
    assert (entries["quango"].kind, entries["quango"].loaded) == ("loaded", True)


def test_categories_of_all_layers_are_listed_with_their_meaning():
    """The first meaning that is given counts."""
    layers = (Lexicon("a", categories={"x": "", "y": "Y"}), Lexicon("b", categories={"x": "X", "y": "other"}))
    assert Lexicons(layers).categories == {"x": "X", "y": "Y"}


def test_bundled_lists_of_actors_are_no_layers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Among the bundled folders those of actors, and those without a lexicon.toml, are left out."""
    for name, head in {"words": HEAD, "world": 'kind = "actors"', "loose": ""}.items():
        files = {"labels.csv": sheet({})} | ({"lexicon.toml": head} if head else {})
        folder(tmp_path, files, name)
    monkeypatch.setattr(loading.resources, "lexicons", lambda: tmp_path)
    assert [layer.folder.name for layer in load_lexicons().layers] == ["words"]
    assert load_lexicons(bundled=False).layers == ()


def test_strongest_value_of_an_entry_without_values_is_zero():
    """An entry that colours nobody has 0 as its one number."""
    assert Entry("x", "y", valence=None).strongest == 0.0
    assert Entry("x", "y", valence=None, subject=1, object=-2).strongest == -2


def test_places_name_lines_of_the_file(tmp_path: Path):
    """Comments, empty lines and cells of several lines don't shift the line that a row is cited with."""
    path = folder(tmp_path, {"w.csv": 'term,note\n\n# c\na b,"1\n2"\nc d,\n'}) / "w.csv"
    assert [row.line for row in sheets.read_sheet(path, "w").rows] == [4, 6]
