"""QTI 2.1: a package of items, as choices that most systems take, or with hot text for those that know it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as Tree

from framing.archives import zip_files
from framing.exercise.model import Count, Exercise, Item, Mark, Order, Passage, Reveal, Sort, Task, Write
from framing.exercise.writers.choices import lose, offer_words
from framing.exercise.writers.edition import Edition, Made, Output
from framing.exercise.writers.moodle_xml import fit

FILE = "qti.zip"
QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_PROCESSING = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/"
_KIND = "imsqti_item_xmlv2p1"


def write(exercise: Exercise, edition: Edition) -> Made:
    """An item a question, and a manifest that lists them."""
    losses: list[str] = []
    items: dict[str, bytes] = {}
    for item in exercise.items:
        for number, task in enumerate(item.tasks, 1):
            losses += _losses(item, task, edition)
            for name, root in _items(item, task, f"{_identifier(item.id)}-{number}", edition):
                items[f"{name}.xml"] = _document(root)
    manifest = _manifest(exercise, list(items))
    return Made({FILE: zip_files({"imsmanifest.xml": manifest, **items})}, tuple(dict.fromkeys(losses)))


def _identifier(text: str) -> str:
    """An NCName."""
    name = re.sub(r"[^A-Za-z0-9_.-]", "-", text)
    return name if re.match(r"[A-Za-z_]", name) else f"i-{name}"


def _document(root: Tree.Element) -> bytes:
    Tree.indent(root, " ")
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + Tree.tostring(root, encoding="unicode") + "\n").encode()


def _manifest(exercise: Exercise, names: list[str]) -> bytes:
    root = Tree.Element("manifest", {"xmlns": PACKAGE, "identifier": f"framing-{exercise.id}"})
    metadata = Tree.SubElement(root, "metadata")
    Tree.SubElement(metadata, "schema").text = "QTIv2.1 Package"
    Tree.SubElement(metadata, "schemaversion").text = "1.0.0"
    Tree.SubElement(root, "organizations")
    resources = Tree.SubElement(root, "resources")
    for name in names:
        stem = name.removesuffix(".xml")
        resource = Tree.SubElement(resources, "resource", {"identifier": f"r-{stem}", "type": _KIND, "href": name})
        Tree.SubElement(resource, "file", {"href": name})
    return _document(root)


def _items(item: Item, task: Task, name: str, edition: Edition) -> Iterator[tuple[str, Tree.Element]]:
    if isinstance(task, Mark) and edition.profile == "full" and task.key:
        yield name, _hottext(item, task, name)
    elif isinstance(task, Mark) and (choices := offer_words(item, task)):
        yield name, _choice(item, name, task.prompt, [(c.text, c.right) for c in choices], several=True)
    elif isinstance(task, Order):
        for end, shown, rank in (("low", task.low, min(task.ranks)), ("high", task.high, max(task.ranks))):
            pairs = [(word, one == rank) for word, one in zip(task.options, task.ranks, strict=True)]
            several = sum(right for _, right in pairs) > 1
            yield f"{name}-{end}", _choice(item, f"{name}-{end}", f"{task.prompt} Which is {shown}?", pairs, several)
    elif isinstance(task, Sort):
        for place, (prompt, keys) in enumerate(zip(task.prompts, task.key, strict=True), 1):
            pairs = [(one, number == keys[0]) for number, one in enumerate(task.classes)]
            yield f"{name}-{place}", _choice(item, f"{name}-{place}", f"{task.prompt} {prompt}", pairs, several=False)
    elif not isinstance(task, Reveal):
        yield name, _open(item, task, name)


def _losses(item: Item, task: Task, edition: Edition) -> Iterator[str]:
    if isinstance(task, Reveal):
        yield f"{item.id}: what is told last is not in {FILE}"
    elif isinstance(task, Order):
        yield f"{item.id}: an order is asked as its two ends in {FILE}"
    elif isinstance(task, Count):
        yield f"{item.id}: a table of counts is an open question in {FILE}"
    elif not (isinstance(task, Mark) and edition.profile == "full" and task.key):
        yield from lose(item, task, FILE)


def _item(name: str, title: str) -> Tree.Element:
    return Tree.Element(
        "assessmentItem",
        {"xmlns": QTI, "identifier": name, "title": fit(title), "adaptive": "false", "timeDependent": "false"},
    )


def _declare(root: Tree.Element, cardinality: str, kind: str, right: list[str], others: int = 0) -> None:
    response = Tree.SubElement(root, "responseDeclaration",
                               {"identifier": "RESPONSE", "cardinality": cardinality, "baseType": kind})  # fmt: skip
    if right:
        correct = Tree.SubElement(response, "correctResponse")
        for value in right:
            Tree.SubElement(correct, "value").text = value
    if right and cardinality == "multiple":
        taken = f"{-len(right) / max(others, 1):.4f}" if others else "-0.5"
        bounds = {"lowerBound": "0", "upperBound": str(len(right)), "defaultValue": taken}
        mapping = Tree.SubElement(response, "mapping", bounds)
        for value in right:
            Tree.SubElement(mapping, "mapEntry", {"mapKey": value, "mappedValue": "1"})
    Tree.SubElement(root, "outcomeDeclaration", {"identifier": "SCORE", "cardinality": "single", "baseType": "float"})


def _body(root: Tree.Element, item: Item, passages: bool = True) -> Tree.Element:
    body = Tree.SubElement(root, "itemBody")
    _paragraph(body, item.stem)
    for passage in item.passages if passages else ():
        if passage.label:
            _paragraph(body, passage.label)
        for line in passage.text.splitlines():
            if line.strip():
                _paragraph(body, line.strip())
    return body


def _paragraph(parent: Tree.Element, text: str) -> None:
    Tree.SubElement(parent, "p").text = fit(text)


def _process(root: Tree.Element, several: bool) -> None:
    template = _PROCESSING + ("map_response" if several else "match_correct")
    Tree.SubElement(root, "responseProcessing", {"template": template})


def _choice(item: Item, name: str, prompt: str, pairs: list[tuple[str, bool]], several: bool) -> Tree.Element:
    root = _item(name, f"{item.id} {prompt}")
    ids = [f"c{number}" for number in range(1, len(pairs) + 1)]
    right = [one for one, (_, fits) in zip(ids, pairs, strict=True) if fits]
    _declare(root, "multiple" if several else "single", "identifier", right, len(pairs) - len(right))
    interaction = Tree.SubElement(_body(root, item), "choiceInteraction", {
        "responseIdentifier": "RESPONSE", "shuffle": "false", "maxChoices": "0" if several else "1"})  # fmt: skip
    Tree.SubElement(interaction, "prompt").text = fit(prompt)
    for one, (text, _) in zip(ids, pairs, strict=True):
        Tree.SubElement(interaction, "simpleChoice", {"identifier": one}).text = fit(text)
    _process(root, several)
    return root


def _hottext(item: Item, task: Mark, name: str) -> Tree.Element:
    root = _item(name, f"{item.id} {task.prompt}")
    _declare(root, "multiple", "identifier", [f"w{number + 1}" for number in task.key])
    body = _body(root, item, passages=False)
    interaction = Tree.SubElement(body, "hottextInteraction", {"responseIdentifier": "RESPONSE", "maxChoices": "0"})
    Tree.SubElement(interaction, "prompt").text = fit(task.prompt)
    _hot(Tree.SubElement(interaction, "p"), item.passages[task.passage])
    _process(root, several=True)
    return root


def _hot(paragraph: Tree.Element, passage: Passage) -> None:
    last: Tree.Element | None = None
    for number, word in enumerate(passage.words):
        if last is None:
            paragraph.text = fit(word.before)
        else:
            last.tail = fit(word.before)
        last = Tree.SubElement(paragraph, "hottext", {"identifier": f"w{number + 1}"})
        last.text = fit(word.text)
    if last is not None:
        last.tail = fit(passage.after)


def _open(item: Item, task: Task, name: str) -> Tree.Element:
    root = _item(name, f"{item.id} {task.prompt}")
    _declare(root, "single", "string", [])
    lines = str(3 * task.lines if isinstance(task, Write) else 6)
    interaction = Tree.SubElement(_body(root, item), "extendedTextInteraction",
                                  {"responseIdentifier": "RESPONSE", "expectedLines": lines})  # fmt: skip
    Tree.SubElement(interaction, "prompt").text = fit(task.prompt)
    return root


OUTPUT = Output("qti", (FILE,), "import choice questions into systems that read QTI 2.1", write)
