"""QTI read back: its manifest, the parts of its items, and the schemas of IMS where they are at hand."""

from __future__ import annotations

import os
import re
from pathlib import Path
from xml.etree import ElementTree as Tree

from framing.exercise.checks.archives import open_zip
from framing.exercise.checks.fault import Findings
from framing.exercise.checks.moodle_xml import parse
from framing.exercise.model import Exercise
from framing.exercise.writers.qti import KIND, MANIFEST, PACKAGE
from framing.exercise.writers.qti_items import PROCESSING, QTI, RESPONSE

SCHEMAS, SCHEMA = "FRAMING_QTI_XSD", "imsqti_v2p1.xsd"
TEMPLATES = tuple(PROCESSING + name for name in ("match_correct", "map_response"))
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_OFFERED = ("simpleChoice", "hottext", "simpleAssociableChoice")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def check_qti(name: str, data: bytes, exercise: Exercise | None) -> Findings:
    """The manifest lists the items and nothing else; identifiers fit and stand once; every item has its parts."""
    found = Findings(checked=["zip", "an XML parser", "the parts of an item"])
    files = open_zip(found, name, data)
    if files is None or not found.expect(MANIFEST in files, name, "it has no manifest"):
        return found
    items = {file: part for file, part in files.items() if file != MANIFEST}
    _check_manifest(found, f"{name}/{MANIFEST}", files[MANIFEST], sorted(items))
    found.expect(bool(items), name, "it has no item")
    names = []
    for file, part in items.items():
        root = parse(found, f"{name}/{file}", part)
        if root is not None and found.expect(
            root.tag == _tag("assessmentItem"), f"{name}/{file}", "it is no item of QTI 2.1"
        ):
            names.append(root.get("identifier", ""))
            _check_item(found, f"{name}/{file}", root)
    found.expect(len(names) == len(set(names)), name, "two items have the same identifier")
    _ask_schemas(found, name, items)
    return found


def _tag(name: str) -> str:
    return f"{{{QTI}}}{name}"


def _check_manifest(found: Findings, place: str, data: bytes, items: list[str]) -> None:
    root = parse(found, place, data)
    if root is None:
        return
    resources = list(root.iter(f"{{{PACKAGE}}}resource"))
    listed = sorted(resource.get("href", "") for resource in resources)
    within = sorted(file.get("href", "") for file in root.iter(f"{{{PACKAGE}}}file"))
    found.expect(listed == within == items, place, "manifest and files differ")
    found.expect(all(one.get("type") == KIND for one in resources), place, "a resource is no item of QTI 2.1")
    names = [root.get("identifier", ""), *(one.get("identifier", "") for one in resources)]
    _check_names(found, place, names)


def _check_names(found: Findings, place: str, names: list[str]) -> None:
    found.expect(all(map(_NAME.fullmatch, names)), place, "an identifier is no name")
    found.expect(len(names) == len(set(names)), place, "an identifier stands twice")


def _check_item(found: Findings, place: str, root: Tree.Element) -> None:
    for part in ("responseDeclaration", "outcomeDeclaration", "itemBody"):
        found.expect(root.find(_tag(part)) is not None, place, f"it lacks {part}")
    found.expect(bool(root.get("title")), place, "it has no title")
    inner = [node for node in root.iter() if node.get("identifier") is not None]
    _check_names(found, place, [node.get("identifier", "") for node in inner])
    asking = [node.get("responseIdentifier") for node in root.iter() if node.get("responseIdentifier") is not None]
    found.expect(asking == [RESPONSE], place, "it asks for no answer, or for more than one")
    _check_key(found, place, root)


def _check_key(found: Findings, place: str, root: Tree.Element) -> None:
    """Right answers and points are of answers that are offered; what is processed is declared."""
    kind = root.find(_tag("responseDeclaration"))
    kind = Tree.Element("none") if kind is None else kind
    offered = {node.get("identifier", "") for name in _OFFERED for node in root.iter(_tag(name))}
    right = {node.text or "" for node in root.iter(_tag("value"))}
    mapped = {node.get("mapKey", "") for node in root.iter(_tag("mapEntry"))}
    if kind.get("baseType") in ("identifier", "directedPair"):
        found.expect({one for pair in right for one in pair.split()} <= offered, place, "a right answer is not offered")
        found.expect({one for pair in mapped for one in pair.split()} <= offered, place, "points are for no offer")
    elif kind.get("baseType") == "integer":
        found.expect(all(map(_NUMBER.fullmatch, right | mapped)), place, "a right answer is no number")
    bounds = root.find(f".//{_tag('mapping')}")
    processing = root.find(_tag("responseProcessing"))
    template = None if processing is None else processing.get("template", "")
    found.expect(template is None or template in TEMPLATES, place, "its processing is none of QTI's own")
    if template == TEMPLATES[1] and found.expect(bounds is not None, place, "its points are not declared"):
        assert bounds is not None
        found.expect(bounds.get("lowerBound") == "0", place, "its points have no lower bound of 0")
    found.expect(template != TEMPLATES[0] or bool(right), place, "it has no right answer to match")


def _ask_schemas(found: Findings, name: str, items: dict[str, bytes]) -> None:
    """The schemas of IMS, where a folder of them and a validator are there; they may not be passed on."""
    folder = os.environ.get(SCHEMAS)
    if not folder:
        found.skipped.append(f"IMS schemas: {SCHEMAS} names no folder with {SCHEMA}")
        return
    try:
        from lxml import etree
    except ImportError:
        found.skipped.append("IMS schemas: lxml is not installed")
        return
    try:
        schema = etree.XMLSchema(etree.parse(str(Path(folder) / SCHEMA)))
    except (OSError, etree.LxmlError) as error:
        found.skipped.append(f"IMS schemas: {SCHEMA} can't be read: {error}")
        return
    for file, data in items.items():
        try:
            holds = schema.validate(etree.fromstring(data))
        except etree.XMLSyntaxError:
            continue  # the parser above has said so
        found.expect(holds, f"{name}/{file}", f"IMS schema: {schema.error_log.last_error}")
    found.checked.append("IMS schemas")
