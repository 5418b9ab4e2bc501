"""Actor files of users, and the bundled world."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing import resources
from framing.actors import files
from framing.actors.files import KINDS, Actor, load_actors, load_nicknames, load_offices, load_world
from framing.errors import ActorError
from framing.lexicon.sheets import read_sheet

COUNTRIES = """id,name,kind,aliases,adjective,people,capital,seats,note
borduria,Borduria,country,Republic of Borduria;the Bordurian Republic,Bordurian,Bordurians,Szohôd,Plekszy Palace;Szohôd,
"""


def write(root: Path, content: str | bytes) -> Path:
    path = root / "actors.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refusal(root: Path, content: str | bytes) -> str:
    with pytest.raises(ActorError) as caught:
        load_actors(write(root, content))
    return str(caught.value)


def test_an_actor_has_what_the_file_says(tmp_path: Path):
    """Every column arrives; aliases may be parted by semicolons or bars."""
    text = "name,aliases,kind,country,gender\nAda Orme,Orme; the mayor | Ada Orme,person,Borduria,She\n"
    text += "The Board,,Organization,,\n"
    assert load_actors(write(tmp_path, text)) == (
        Actor("ada-orme", "Ada Orme", ("Orme", "the mayor"), "person", country="Borduria", gender="she"),
        Actor("the-board", "The Board", (), "organisation"),
    )


@pytest.mark.parametrize(
    "data",
    [
        '\ufeffName;Aliases\r\nSeán O’Dea;"O’Dea;the mayor"\r\n\r\n'.encode(),
        "# ours\nname\taliases\nSeán O'Dea\tO'Dea|the mayor\n".encode(),
        "name,aliases,kind\nSeán O’Dea,O’Dea;the mayor,\n".encode("cp1252"),
    ],
    ids=["semicolons", "tabs", "cp1252"],
)
def test_actor_files_are_read_as_leniently_as_lexicons(tmp_path: Path, data: bytes):
    """What spreadsheets write is read without complaint; the kind is person unless given."""
    (actor,) = load_actors(write(tmp_path, data))
    assert (actor.name, actor.aliases, actor.kind, actor.gender) == (
        "Seán O'Dea",
        ("O'Dea", "the mayor"),
        "person",
        None,
    )


REFUSED = [
    (
        "name,aliases\nAda Orme,the mayor\nBen Ash,The Mayor;Ash\n",
        "actors.csv:3: `The Mayor` is a name of both Ada Orme (line 2) and Ben Ash\n"
        "fix: take it from one of them, or use a longer alias",
    ),
    (
        "aliases,kind\nx,person\n",
        "actors.csv:1: there is no column `name`\n"
        "fix: the first row must be a header that names the columns: name,aliases,kind",
    ),
    ("name,alias\nAda,x\n", "actors.csv:1: there is no column `alias`\nfix: did you mean `aliases`?"),
    ("", "actors.csv: the file is empty\nfix: write a header row and a row below it, or delete the file"),
    ("name\n", "actors.csv: the file names no actor\nfix: write a row for each actor below the header"),
    ("name,kind\n,person\n", "actors.csv:2: the actor has no name\nfix: write one, or delete the row"),
    (
        "name,kind\nAda,wizard\n",
        "actors.csv:2: Ada: there is no kind `wizard`\n"
        "fix: write one of person, country, organisation, group, office, or leave it empty",
    ),
    (
        "name,gender\nAda,queen\n",
        "actors.csv:2: Ada: there is no gender `queen`\nfix: write one of he, she, they, or leave it empty",
    ),
    (
        "name,id\nAda,x\nBen,x\n",
        "actors.csv:3: the id `x` stands twice (also line 2)\nfix: give each actor an id of its own",
    ),
]


@pytest.mark.parametrize(
    ("text", "says"), REFUSED, ids=["alias", "name", "near", "empty", "none", "blank", "kind", "gender", "id"]
)
def test_a_faulty_actor_file_is_refused_in_exact_words(tmp_path: Path, text: str, says: str):
    """Each fault names its line, both actors where two are concerned, and the way out."""
    assert refusal(tmp_path, text) == says


def test_all_faults_of_an_actor_file_are_named_at_once(tmp_path: Path):
    """Nobody has to run the program once per mistake."""
    says = refusal(tmp_path, "name,kind\nAda,wizard\nAda,person\n")
    assert "the actor file has 2 faults:\n  actors.csv:2: " in says
    assert "\n  actors.csv:3: `Ada` is a name of both Ada (line 2) and Ada" in says


def test_missing_and_binary_actor_files_are_refused(tmp_path: Path):
    """A path without a file and a file that is no text get one message each."""
    with pytest.raises(ActorError, match="there is no such file"):
        load_actors(tmp_path / "none.csv")
    assert refusal(tmp_path, b"PK\x03\x04").startswith("actors.csv: the file is binary, not text\nfix: save it as CSV")


@settings(max_examples=80, deadline=None)
@given(
    data=st.one_of(
        st.binary(max_size=120), st.text(max_size=120).map(lambda t: ("name,aliases\n" + t).encode("utf-8", "replace"))
    )
)
def test_no_content_makes_the_reader_stumble(tmp_path_factory: pytest.TempPathFactory, data: bytes):
    """Whatever is in the file, there are actors with names and ids, or one clear refusal."""
    path = write(tmp_path_factory.mktemp("any"), data)
    with contextlib.suppress(ActorError):
        actors = load_actors(path)
        assert actors
        assert all(actor.name and actor.id for actor in actors)


def test_the_world_is_read_from_its_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A country has its adjectives, its people, and its capital and seats as places that stand for it, each once."""
    folder = tmp_path / "actors-world"
    folder.mkdir()
    (folder / "countries.csv").write_text(COUNTRIES, encoding="utf-8")
    (folder / "offices.csv").write_text("title,kind,note\nprime minister,head of government,\n", encoding="utf-8")
    (folder / "nicknames.csv").write_text("nickname,name\nVlad,Vladimir\nVlad,Vladislav;Vladimir\n", encoding="utf-8")
    monkeypatch.setattr(files.resources, "lexicons", lambda: tmp_path)
    (country,) = load_world()
    assert country.aliases == ("Republic of Borduria", "the Bordurian Republic")
    assert (country.adjectives, country.people, country.metonyms) == (
        ("Bordurian",),
        ("Bordurians",),
        ("Szohôd", "Plekszy Palace"),
    )
    assert load_offices() == {"prime minister": "head of government"}
    assert load_nicknames() == {"Vlad": ("Vladimir", "Vladislav")}


def test_the_bundled_world_is_whole():
    """Every country has its own id, a known kind, and an adjective or a note; no name stands for two of them."""
    world = load_world()
    assert len({actor.id for actor in world}) == len(world) >= 190
    assert {actor.kind for actor in world} <= set(KINDS)
    owners: dict[str, set[str]] = {}
    for actor in world:
        for name in (actor.name, *actor.aliases, *actor.metonyms):
            owners.setdefault(name.casefold(), set()).add(actor.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}
    sheet = read_sheet(resources.lexicons() / "actors-world" / "countries.csv", "countries.csv")
    bare = [row.cells["id"] for row in sheet.rows if not row.cells["adjective"] and not row.cells["note"]]
    assert bare == []


def test_bundled_metonyms_and_short_names_are_there():
    """The Kremlin stands for Russia, "Vlad" may be Vladimir, and a prime minister holds an office."""
    places = {place: actor.name for actor in load_world() for place in actor.metonyms}
    assert places["Kremlin"] == "Russia"
    assert "Vladimir" in load_nicknames()["Vlad"]
    assert "prime minister" in {title.casefold() for title in load_offices()}
    assert (resources.lexicons() / "actors-world" / "lexicon.toml").is_file()
