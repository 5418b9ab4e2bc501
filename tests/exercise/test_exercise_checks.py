"""The check of a pack: what is whole passes, and each broken twin is refused for its own fault."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest
from browser_samples import NODE_MODULES
from exercise_samples import exercise, passage, spot
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.archives import save_book, zip_files
from framing.errors import ExerciseError
from framing.exercise.checks import CHECKS, Findings, check_pack
from framing.exercise.checks.gift import NODE_MODULES as NODE_VARIABLE
from framing.exercise.model import Mark, Sort
from framing.exercise.pack import write_pack
from framing.exercise.store import to_json
from framing.exercise.writers import WRITERS
from framing.exercise.writers.edition import Edition

MADE = exercise()
PEGJS = NODE_MODULES / "gift-pegjs"


@cache
def whole() -> dict[str, bytes]:
    """Every file of a pack."""
    files: dict[str, bytes] = {"exercise.json": to_json(MADE).encode()}
    for output in WRITERS.values():
        files.update(output.write(MADE, Edition()).files)
    return files


def check(name: str, data: bytes) -> Findings:
    """What the check of a file says."""
    found = next(one for pattern, one in CHECKS.items() if Path(name).match(pattern))
    return found(name, data, MADE)


def faults(name: str, data: bytes) -> str:
    return " | ".join(map(str, check(name, data).flaws))


@pytest.mark.parametrize("name", sorted(whole()))
def test_every_file_of_a_pack_passes(name: str) -> None:
    """What framing writes is read back without a fault, hostile texts included, and something was looked at."""
    found = check(name, whole()[name])
    assert found.flaws == []
    assert found.checked


def test_every_output_has_a_check() -> None:
    """No file of a pack goes unread but the two that are for the eye."""
    for output in WRITERS.values():
        for name in output.files:
            assert any(Path(name.replace("*", "spot-01")).match(pattern) for pattern in CHECKS), name


def text(old: str, new: str) -> Callable[[bytes], bytes]:
    def change(data: bytes) -> bytes:
        assert old.encode() in data
        return data.replace(old.encode(), new.encode(), 1)

    return change


def inside(file: str, change: Callable[[bytes], bytes] | None) -> Callable[[bytes], bytes]:
    """A change of a file of an archive; None takes it out."""

    def apply(data: bytes) -> bytes:
        with ZipFile(io.BytesIO(data)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        if change is None:
            del files[file]
        else:
            files[file] = change(files[file])
        return zip_files(files)

    return apply


def cell(row: int, column: int, value: object) -> Callable[[bytes], bytes]:
    def apply(data: bytes) -> bytes:
        from openpyxl import load_workbook

        book = load_workbook(io.BytesIO(data))
        book.worksheets[0].cell(row, column).value = value
        return save_book(book)

    return apply


Twin = tuple[str, Callable[[bytes], bytes], str]
TWINS: list[Twin] = [
    ("exercise.json", text('"format": 1', '"format": 2'), "no exercise of format 1"),
    ("exercise.json", text('"slammed"', '"hit"'), "its id is not that of what it asks"),
    ("exercise.json", lambda d: d[:-9], "not valid JSON"),
    ("worksheet.pdf", lambda d: d[:-200], "it is no whole PDF"),
    ("worksheet.pdf", lambda d: b"%PDF-1.7\n%%EOF", "it can't be read"),
    ("exercise.html", text("default-src &#x27;none&#x27;", "default-src *"), "its policy is not the one"),
    ("exercise.html", text('<html lang="en">', "<html>"), "it names no language"),
    ("exercise.html", text("<title>", "<p>"), "it has no title"),
    ("exercise.html", text('id="reader"', 'id="code"'), "an id stands twice"),
    ("exercise.html", text("<main>", '<main><img src="x.png">'), "it loads something"),
    ("exercise-class.html", text('id="spot-01"', 'id="other"'), "spot-01 is not in it"),
    ("worksheet.md", text("&lt;b>", "<b>"), "it holds HTML"),
    ("key.md", text("## 4 ", "## 9 "), "ladder-01 is not in it"),
    ("moodle.gift.txt", lambda d: b"\xef\xbb\xbf" + d, "it begins with a byte-order mark"),
    ("moodle.gift.txt", lambda d: d + b"\xff", "it is no UTF-8"),
    ("moodle.gift.txt", text("::spot-01 1::", ""), "it does not begin with ::name::"),
    ("moodle.gift.txt", text("::spot-02 1::", "::spot-01 1::"), "two questions have the same name"),
    ("moodle.gift.txt", text("[html]", ""), "does not say that it is HTML"),
    ("moodle.gift.txt", text("The mayor", "The mayor: "), "a sign of its text is not escaped"),
    ("moodle.gift.txt", text("%50%slammed", "%33%slammed"), "Moodle does not know the fraction 33"),
    ("moodle.gift.txt", text("%50%slammed", "%25%slammed"), "do not add up to 100"),
    ("moodle.gift.txt", text("~%-33.33333%Work", "~%-5%Work"), "Moodle does not know the fraction -5"),
    ("moodle.gift.txt", text("~%-33.33333%Work", "~%-10%Work"), "ticking everything earns something"),
    ("moodle.gift.txt", text("%slammed#", "%slammed={#"), "a sign of an answer is not escaped"),
    ("moodle.gift.txt", text("=tyrant -> 3", "=tyrant 3"), "a pair can't be read"),
    ("moodle.gift.txt", text("{\n~%50%slammed", "{\n\n~%50%slammed"), "does not begin with ::name::"),
    ("moodle.xml", text("<quiz>", "<!DOCTYPE quiz><quiz>"), "declares a document type"),
    ("moodle.xml", text("</quiz>", ""), "no well-formed XML"),
    ("moodle.xml", text('type="multichoice"', 'type="dance"'), "does not know the type 'dance'"),
    ("moodle.xml", text("<text>spot-01 1</text>", "<text></text>"), "it has no name"),
    ("moodle.xml", text("<text>spot-02 1</text>", "<text>spot-01 1</text>"), "two questions have the same name"),
    ("moodle.xml", text('fraction="50"', 'fraction="33"'), "a fraction that Moodle does not know"),
    ("moodle.xml", text('fraction="50"', 'fraction="25"'), "do not add up to 100"),
    ("moodle.xml", text('fraction="-33.33333"', 'fraction="-10"'), "ticking everything earns something"),
    ("moodle.xml", text("<text>3</text>", "<text></text>"), "a pair is not whole"),
    ("spot-01.h5p", lambda d: d[:40], "it is no zip archive"),
    ("spot-01.h5p", inside("h5p.json", None), "it lacks a file"),
    ("spot-01.h5p", inside("h5p.json", text("H5P.MarkTheWords", "H5P.Other")), "it is no Mark the Words"),
    ("spot-01.h5p", inside("content/content.json", lambda d: b"{"), "it is no JSON"),
    ("spot-01.h5p", inside("content/content.json", text("*slammed*", "slammed")), "H5P would take"),
    (
        "spot-01.h5p",
        inside("content/content.json", text("*slammed* the", "*slammed the*")),
        "a star stands where H5P shows it",
    ),
    (
        "spot-01.h5p",
        inside("content/content.json", text("*slammed*", "*slammed*'s")),
        "a star stands where H5P shows it",
    ),
    ("qti.zip", inside("imsmanifest.xml", None), "it has no manifest"),
    ("qti.zip", inside("spot-01-1.xml", None), "manifest and files differ"),
    ("qti.zip", inside("spot-01-1.xml", text("</itemBody>", "")), "no well-formed XML"),
    (
        "qti.zip",
        inside("spot-01-1.xml", text('identifier="spot-01-1"', 'identifier="1 x"')),
        "its identifier is no name",
    ),
    ("qti.zip", inside("spot-01-1.xml", text('"spot-01-1"', '"spot-02-1"')), "two items have the same identifier"),
    (
        "qti.zip",
        inside("spot-01-1.xml", text("<value>c1</value>", "<value>c99</value>")),
        "a right answer is none of those",
    ),
    (
        "qti.zip",
        inside("spot-01-1.xml", lambda d: d.replace(b"outcomeDeclaration", b"other")),
        "it lacks outcomeDeclaration",
    ),
    ("kahoot.xlsx", lambda d: d[:99], "it is no workbook"),
    ("kahoot.xlsx", cell(9, 2, "x" * 121), "the question has 121 letters"),
    ("kahoot.xlsx", cell(9, 3, "x" * 76), "too few or too long"),
    ("kahoot.xlsx", cell(9, 7, 7), "7 is no time that Kahoot knows"),
    ("kahoot.xlsx", cell(9, 8, "9"), "a right answer is not there"),
    ("kahoot.xlsx", cell(9, 2, "=1+1"), "a cell is a formula"),
    ("kahoot.xlsx", cell(8, 2, "x"), "row 8 is not the header"),
]


@pytest.mark.parametrize(("name", "change", "says"), TWINS, ids=[f"{name}: {says}" for name, _, says in TWINS])
def test_a_broken_twin_is_refused(name: str, change: Callable[[bytes], bytes], says: str) -> None:
    """Each fault is named in its own words, with a way out."""
    found = faults(name, change(whole()[name]))
    assert says in found
    assert " — " in found


HOSTILE = st.text(st.sampled_from("ab \\:#={}~%->[]*<&\"'/$@\n—–’…‘“.,;|_`!?()1"), min_size=1, max_size=40)


@settings(max_examples=60)
@given(body=HOSTILE, prompt=HOSTILE, option=HOSTILE)
def test_any_text_passes_every_check(body: str, prompt: str, option: str) -> None:
    """Whatever signs stand in passages, prompts and options, what is written is read back without a fault."""
    shown = passage(f"The mayor {body} slammed the reckless plan of the town.")
    words = [word.text for word in shown.words]
    key = (words.index("slammed"), words.index("reckless"))
    item = replace(spot(), stem=prompt, passages=(shown,), tasks=(Mark(prompt, key),), notes=())
    sort = replace(item, id="verbs-01", tasks=(Sort(prompt, (option, "said"), ("plain", "odd"), ((0,), (1,))),))
    made = exercise(item, sort)
    for output in WRITERS.values():
        if output.name != "pdf":
            for name, data in output.write(made, Edition()).files.items():
                found = next(one for pattern, one in CHECKS.items() if Path(name).match(pattern))
                # node is asked below, once and not sixty times
                flaws = [flaw for flaw in found(name, data, made).flaws if "gift-pegjs" not in flaw.fault]
                assert flaws == [], name


@pytest.mark.skipif(not PEGJS.is_dir() or not shutil.which("node"), reason="gift-pegjs or node is not installed")
def test_a_parser_of_others_reads_our_gift(monkeypatch: pytest.MonkeyPatch) -> None:
    """gift-pegjs reads every question of the sample, and refuses a broken one."""
    monkeypatch.setenv(NODE_VARIABLE, str(NODE_MODULES))
    found = check("moodle.gift.txt", whole()["moodle.gift.txt"])
    assert found.flaws == []
    assert "gift-pegjs" in found.checked
    assert "gift-pegjs can't read it" in faults("moodle.gift.txt", whole()["moodle.gift.txt"] + b"\n\n::x::[html]a{=b~")


def test_what_can_t_be_asked_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without the parser of others, or the schemas, the check says what it did not look at."""
    monkeypatch.setenv(NODE_VARIABLE, str(tmp_path))
    monkeypatch.delenv("FRAMING_QTI_XSD", raising=False)
    assert "gift-pegjs" in " ".join(check("moodle.gift.txt", whole()["moodle.gift.txt"]).skipped)
    assert "IMS schemas" in " ".join(check("qti.zip", whole()["qti.zip"]).skipped)


def test_a_pack_is_checked_file_by_file(tmp_path: Path) -> None:
    """Every file that has a check is named once; a folder without a pack is refused in words."""
    files = write_pack(MADE, tmp_path / "pack")
    named = [name for name, found in check_pack(tmp_path / "pack") if not found.flaws]
    assert named == sorted(set(files) - {"build.log", "README.txt"})
    with pytest.raises(ExerciseError, match="no file of it is one of a pack"):
        list(check_pack(tmp_path))


def test_the_same_exercise_gives_the_same_bytes(tmp_path: Path) -> None:
    """Written twice, every file of a pack is the same; another edition changes the sheets."""
    for name in ("one", "two"):
        write_pack(MADE, tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name
    cream = WRITERS["pdf"].write(MADE, Edition(paper="letter", tint="cream", size=14)).files
    assert cream["worksheet.pdf"] != (tmp_path / "one" / "worksheet.pdf").read_bytes()


def test_json_holds_what_all_is_made_from(tmp_path: Path) -> None:
    """The JSON of a pack is the exercise."""
    write_pack(MADE, tmp_path / "p")
    assert json.loads((tmp_path / "p" / "exercise.json").read_text())["id"] == MADE.id
