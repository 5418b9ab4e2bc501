"""Which lexicons are in force, and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from lexicon_folders import folder

from framing.errors import LexiconError
from framing.lexicon import layers
from framing.lexicon.layers import find_layers, find_project, load_layers

WORDS = "term,category\ngas guzzler,labels\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder of lexicons: one folder, one single sheet, and things that are none."""
    path = tmp_path / "home"
    path.mkdir()
    folder(path, {"w.csv": WORDS}, "b-mine")
    (path / "a-list.csv").write_text("term\nposter child\n")
    (path / "notes.txt").write_text("no lexicon")
    (path / ".hidden").mkdir()
    (path / "empty").mkdir()
    monkeypatch.setattr(layers, "user_folder", lambda: path)
    return path


def project(root: Path, text: str) -> Path:
    """A project whose framing.toml says this, with a lexicon words/ and a folder deep inside."""
    folder(root, {"w.csv": "term\nfat cat\n"}, "words")
    (root / "framing.toml").write_text(text)
    deep = root / "a" / "b"
    deep.mkdir(parents=True)
    return deep


def origins(found: list[layers.Layer]) -> list[tuple[str, str]]:
    return [(layer.origin, layer.path.name) for layer in found if layer.origin != "bundled"]


def test_layers_lie_in_their_order(tmp_path: Path, home: Path) -> None:
    """Bundled, then the user's by name, then the project's, then --lexicon; each says why it is there."""
    deep = project(tmp_path, 'lexicons = ["words"]\n')
    found = find_layers([tmp_path / "x"], at=deep)
    assert [layer.origin for layer in found][:2] == ["bundled", "bundled"]
    assert origins(found) == [("user", "a-list.csv"), ("user", "b-mine"), ("project", "words"), ("--lexicon", "x")]
    assert str(home) in found[2].why
    assert "framing.toml" in found[4].why


def test_one_s_own_layers_can_be_left_out(tmp_path: Path, home: Path) -> None:
    """Without them, the bundled lists and those given count alone; a project may leave out the user's."""
    deep = project(tmp_path, 'lexicons = ["words"]\nuser_lexicons = false\n')
    assert origins(find_layers([Path("x")], own=False, at=deep)) == [("--lexicon", "x")]
    assert origins(find_layers(at=deep)) == [("project", "words")]


def test_a_loaded_layer_knows_where_it_is_from(tmp_path: Path, home: Path) -> None:
    """The lexicons carry their origin, and the words of every layer count."""
    deep = project(tmp_path, 'lexicons = ["words"]\n')
    loaded = load_layers(find_layers(at=deep))
    assert [one.origin for one in loaded.layers] == ["bundled", "bundled", "user", "user", "project"]
    assert {"gas guzzler", "poster child", "fat cat", "despot"} <= {entry.term for entry in loaded.in_force()}


def test_no_project_no_layer(tmp_path: Path) -> None:
    """A folder without framing.toml, there or above, has no project."""
    assert find_project(tmp_path) is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("lexicons = [", "framing.toml: not valid TOML"),
        ('# words\nlexicon = ["words"]', "framing.toml:2: there is no key `lexicon`\nfix: did you mean `lexicons`?"),
        ("colour = 1", "there is no key `colour`\nfix: remove it; the keys are lexicons, user_lexicons"),
        ('lexicons = "words"', "framing.toml:1: `lexicons` is no list of paths"),
        ("lexicons = [1]", "`lexicons` is no list of paths"),
        ('\nuser_lexicons = "no"', "framing.toml:2: `user_lexicons` is no true or false"),
        ('lexicons = ["wrods"]', "there is no lexicon `wrods`\nfix: mend the path"),
        ("\xff", "it can't be read"),
    ],
)
def test_a_faulty_project_file_is_named(tmp_path: Path, text: str, says: str) -> None:
    """Each fault of framing.toml comes with its line and the way out."""
    (tmp_path / "framing.toml").write_bytes(text.encode("latin-1"))
    with pytest.raises(LexiconError) as caught:
        find_project(tmp_path)
    assert says in str(caught.value)
