"""QTI 2.1: a package of items, as choices that most systems take, or with hot text for those that know it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as Tree

from framing.archives import zip_files
from framing.exercise.model import Count, Exercise, Item, Mark, Order, Reveal, Sort, Task
from framing.exercise.model import Write as Writing
from framing.exercise.writers import qti_items as parts
from framing.exercise.writers.choices import cells_of, is_open, lose, offer_words
from framing.exercise.writers.edition import Edition, Made, Output
from framing.exercise.writers.views import keep_secret, unchecked

FILE, MANIFEST = "qti.zip", "imsmanifest.xml"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
KIND = "imsqti_item_xmlv2p1"


def write(exercise: Exercise, edition: Edition) -> Made:
    """An item a question, and a manifest that lists them."""
    exercise = keep_secret(exercise)
    losses: list[str] = []
    items: dict[str, bytes] = {}
    for item in exercise.items:
        for number, task in enumerate(item.tasks, 1):
            losses += _losses(item, task, edition.profile == "full")
            asked = parts.Asked(item, f"{name_item(item.id)}-{number}", unchecked(exercise))
            for root in _ask(asked, task, edition.profile == "full"):
                items[f"{root.get('identifier')}.xml"] = _document(root)
    if not items:
        return Made({}, tuple(losses))
    manifest = _manifest(exercise, list(items))
    return Made({FILE: zip_files({MANIFEST: manifest, **items})}, tuple(dict.fromkeys(losses)))


def name_item(text: str) -> str:
    """An identifier: letters, digits, dots and dashes, a letter first."""
    name = re.sub(r"[^A-Za-z0-9_.-]", "-", text)
    return name if re.match(r"[A-Za-z_]", name) else f"i-{name}"


def _document(root: Tree.Element) -> bytes:
    """The element as a file; not indented, for white space is text between hot words."""
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + Tree.tostring(root, encoding="unicode") + "\n").encode()


def _manifest(exercise: Exercise, names: list[str]) -> bytes:
    root = Tree.Element("manifest", {"xmlns": PACKAGE, "identifier": f"framing-{name_item(exercise.id)}"})
    metadata = Tree.SubElement(root, "metadata")
    Tree.SubElement(metadata, "schema").text = "QTIv2.1 Package"
    Tree.SubElement(metadata, "schemaversion").text = "1.0.0"
    Tree.SubElement(root, "organizations")
    resources = Tree.SubElement(root, "resources")
    for name in names:
        stem = name.removesuffix(".xml")
        resource = Tree.SubElement(resources, "resource", {"identifier": f"r-{stem}", "type": KIND, "href": name})
        Tree.SubElement(resource, "file", {"href": name})
    Tree.indent(root, " ")
    return _document(root)


def _ask(asked: parts.Asked, task: Task, full: bool) -> Iterator[Tree.Element]:
    if isinstance(task, Mark):
        yield _ask_words(asked, task, full)
    elif isinstance(task, Order):
        yield from [parts.put_in_order(asked, task)] if full and _is_strict(task) else _ask_ends(asked, task)
    elif isinstance(task, Sort) and not is_open(task):
        yield from [parts.match(asked, task)] if full else _ask_prompts(asked, task)
    elif isinstance(task, Count):
        for place, (label, cell) in enumerate(cells_of(task), 1):
            yield parts.enter_number(asked.part(place), f"{task.prompt} {label}", cell, task.slack)
    elif not isinstance(task, Reveal):
        yield parts.write_text(asked, task, 3 * task.lines if isinstance(task, Writing) else 6)


def _ask_words(asked: parts.Asked, task: Mark, full: bool) -> Tree.Element:
    if full and task.key:
        return parts.mark_words(asked, task)
    choices = offer_words(asked.item, task)
    pairs = [(choice.text, choice.right) for choice in choices]
    return parts.choose(asked, task.prompt, pairs, several=True) if pairs else parts.write_text(asked, task, 6)


def _ask_ends(asked: parts.Asked, task: Order) -> Iterator[Tree.Element]:
    """Which is the one end, which the other?"""
    for end, shown, place in (("low", task.low, min(task.ranks)), ("high", task.high, max(task.ranks))):
        pairs = [(word, one == place) for word, one in zip(task.options, task.ranks, strict=True)]
        several = sum(right for _, right in pairs) > 1
        yield parts.choose(asked.part(end), f"{task.prompt} Which is {shown}?", pairs, several)


def _ask_prompts(asked: parts.Asked, task: Sort) -> Iterator[Tree.Element]:
    for place, (prompt, keys) in enumerate(zip(task.prompts, task.key, strict=True), 1):
        pairs = [(one, number in keys[:1]) for number, one in enumerate(task.classes)]
        yield parts.choose(asked.part(place), f"{task.prompt} {prompt}", pairs, several=False)


def _is_strict(task: Order) -> bool:
    """Whether no two options share a place."""
    return len(set(task.ranks)) == len(task.ranks)


def _is_whole(task: Task) -> bool:
    """Whether the full profile has an interaction that holds all of the task."""
    return bool(task.key) if isinstance(task, Mark) else isinstance(task, Sort) and not is_open(task)


def _losses(item: Item, task: Task, full: bool) -> Iterator[str]:
    if isinstance(task, Reveal):
        yield f"{item.id}: what is told last is not in {FILE}"
    elif isinstance(task, Order):
        if not (full and _is_strict(task)):
            yield f"{item.id}: an order is asked as its two ends in {FILE}"
    elif isinstance(task, Writing) and (task.model or task.rubric):
        yield f"{item.id}: model and rubric are not in {FILE}, for not every system hides them"
    elif not (full and _is_whole(task)):
        yield from lose(item, task, FILE)


OUTPUT = Output("qti", (FILE,), "import choice questions into systems that read QTI 2.1", write)
