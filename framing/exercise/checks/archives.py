"""Archives read back: H5P by its own rule for words, QTI by its manifest and parts, Kahoot by its cells."""

from __future__ import annotations

import io
import json
import os
import re
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from framing.exercise.checks.fault import Findings
from framing.exercise.checks.moodle_xml import parse
from framing.exercise.model import Exercise, Mark
from framing.exercise.writers.h5p import read_starred, star_words
from framing.exercise.writers.kahoot import ANSWER, ANSWERS, HEADER, QUESTION, SECONDS
from framing.exercise.writers.qti import PACKAGE, QTI

QTI_SCHEMAS = "FRAMING_QTI_XSD"
_NCNAME = re.compile(r"[A-Za-z_][\w.-]*")
_LARGEST = 50_000_000


def open_zip(found: Findings, name: str, data: bytes) -> dict[str, bytes] | None:
    """The files of an archive; None, with a flaw, where it is none or too large."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            if not found.expect(sum(i.file_size for i in archive.infolist()) < _LARGEST, name, "it is too large"):
                return None
            return {info.filename: archive.read(info) for info in archive.infolist()}
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        found.expect(False, name, f"it is no zip archive: {error}")
        return None


def check_h5p(name: str, data: bytes, exercise: Exercise | None) -> Findings:
    """Both files are there; the words that H5P would take as the key are those of the exercise."""
    found = Findings(checked=["zip", "JSON", "H5P's rule for words"])
    files = open_zip(found, name, data)
    if files is None or not found.expect(set(files) == {"h5p.json", "content/content.json"}, name, "it lacks a file"):
        return found
    parts = [_json(found, f"{name}/{file}", files[file]) for file in ("h5p.json", "content/content.json")]
    if not all(isinstance(part, dict) for part in parts):
        return found
    about, content = parts
    found.expect(about.get("mainLibrary") == "H5P.MarkTheWords", name, "it is no Mark the Words")
    starred = read_starred(str(content.get("textField", "")))
    found.expect(bool(starred), name, "H5P would find no word of the key in it")
    found.expect(
        str(content.get("textField", "")).count("*") == 2 * len(starred), name, "a star stands where H5P shows it"
    )
    wanted = _expected(name, exercise)
    if wanted is not None:
        found.expect(starred == wanted, name, f"H5P would take {starred[:4]} for the key, not {wanted[:4]}")
    return found


def _json(found: Findings, place: str, data: bytes) -> Any:
    try:
        return json.loads(data)
    except ValueError:
        found.expect(False, place, "it is no JSON")
        return None


def _expected(name: str, exercise: Exercise | None) -> list[str] | None:
    """The words of the key of the item that a file is named after."""
    for item in exercise.items if exercise else ():
        for task in item.tasks:
            if isinstance(task, Mark) and task.key and name in (f"{item.id}.h5p", f"{item.id}-{task.passage + 1}.h5p"):
                return read_starred(
                    star_words(item.passages[task.passage], task.key).replace("&", "&amp;").replace("<", "&lt;")
                )
    return None


def check_qti(name: str, data: bytes, exercise: Exercise | None) -> Findings:
    """The manifest lists the items and nothing else; identifiers fit and stand once; every item has its parts."""
    found = Findings(checked=["zip", "an XML parser", "the parts of an item"])
    files = open_zip(found, name, data)
    if files is None or not found.expect("imsmanifest.xml" in files, name, "it has no manifest"):
        return found
    manifest = parse(found, f"{name}/imsmanifest.xml", files["imsmanifest.xml"])
    listed = [] if manifest is None else [r.get("href") for r in manifest.iter(f"{{{PACKAGE}}}resource")]
    found.expect(
        sorted(map(str, listed)) == sorted(files.keys() - {"imsmanifest.xml"}), name, "manifest and files differ"
    )
    ids = []
    for file in sorted(files.keys() - {"imsmanifest.xml"}):
        root = parse(found, f"{name}/{file}", files[file])
        if root is not None:
            ids.append(root.get("identifier", ""))
            _check_item(found, f"{name}/{file}", root)
    found.expect(bool(ids), name, "it has no item")
    found.expect(len(ids) == len(set(ids)), name, "two items have the same identifier")
    _ask_schemas(found, name, files)
    return found


def _check_item(found: Findings, place: str, root: Any) -> None:
    found.expect(root.tag == f"{{{QTI}}}assessmentItem", place, "it is no item of QTI 2.1")
    found.expect(bool(_NCNAME.fullmatch(root.get("identifier", ""))), place, "its identifier is no name")
    for part in ("responseDeclaration", "outcomeDeclaration", "itemBody"):
        found.expect(root.find(f"{{{QTI}}}{part}") is not None, place, f"it lacks {part}")
    offered = {node.get("identifier") for node in root.iter() if node.tag.endswith(("simpleChoice", "hottext"))}
    right = {node.text for node in root.iter(f"{{{QTI}}}value")}
    found.expect(right <= offered, place, "a right answer is none of those offered")


def _ask_schemas(found: Findings, name: str, files: dict[str, bytes]) -> None:
    """The schemas of IMS, where a folder of them and a validator are there; they may not be passed on."""
    folder = os.environ.get(QTI_SCHEMAS)
    if not folder:
        found.skipped.append(f"IMS schemas: {QTI_SCHEMAS} names no folder")
        return
    try:
        from lxml import etree
    except ImportError:
        found.skipped.append("IMS schemas: lxml is not installed")
        return
    schema = etree.XMLSchema(etree.parse(str(Path(folder) / "imsqti_v2p1.xsd")))
    for file, data in files.items():
        if file != "imsmanifest.xml":
            found.expect(
                schema.validate(etree.fromstring(data)), f"{name}/{file}", f"IMS schema: {schema.error_log.last_error}"
            )
    found.checked.append("IMS schemas")


def check_kahoot(name: str, data: bytes, exercise: Exercise | None) -> Findings:
    """Questions and answers are as short as Kahoot wants them, times are its own, and no cell is a formula."""
    from openpyxl import load_workbook

    found = Findings(checked=["a reader of workbooks", "Kahoot's limits"])
    try:
        sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    except Exception as error:  # a damaged workbook raises whatever zip, XML and openpyxl do
        found.expect(False, name, f"it is no workbook: {error}")
        return found
    rows = list(sheet.iter_rows(min_row=HEADER + 1))
    found.expect("Question" in str(sheet.cell(HEADER, 2).value), name, f"row {HEADER} is not the header")
    found.expect(bool(rows), name, "it has no question")
    found.expect(all(c.data_type != "f" for row in sheet.iter_rows() for c in row), name, "a cell is a formula")
    for row in rows:
        place, values = f"{name}:{row[0].row}", [cell.value for cell in row]
        question, answers = str(values[1] or ""), [str(a) for a in values[2 : 2 + ANSWERS] if a not in (None, "")]
        found.expect(0 < len(question) <= QUESTION, place, f"the question has {len(question)} letters")
        found.expect(
            len(answers) > 1 and all(len(a) <= ANSWER for a in answers), place, "the answers are too few or too long"
        )
        found.expect(values[6] in SECONDS, place, f"{values[6]} is no time that Kahoot knows")
        right = str(values[7] or "").split(",")
        found.expect(
            all(r.isdigit() and 1 <= int(r) <= len(answers) for r in right), place, "a right answer is not there"
        )
    return found
