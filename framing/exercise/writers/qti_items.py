"""Items of QTI 2.1: what is declared, what is shown, and how it is processed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from xml.etree import ElementTree as Tree

from framing.cells import replace_unfit
from framing.exercise.model import Item, Mark, Order, Passage, Sort, Task
from framing.exercise.writers.choices import say_task
from framing.exercise.writers.views import cite

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PROCESSING = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/"
RESPONSE = "RESPONSE"


@dataclass(frozen=True, slots=True)
class Asked:
    """What an item of the package asks about: the exercise's item, the identifier, the line on an unchecked key."""

    item: Item
    name: str
    unchecked: str = ""

    def part(self, name: object) -> Asked:
        """One of several items that a task becomes."""
        return replace(self, name=f"{self.name}-{name}")


def choose(asked: Asked, prompt: str, pairs: Sequence[tuple[str, bool]], several: bool) -> Tree.Element:
    """A choice of one or several options; taking all of several earns nothing."""
    names = [f"c{number}" for number in range(1, len(pairs) + 1)]
    right = [name for name, (_, fits) in zip(names, pairs, strict=True) if fits]
    others = len(pairs) - len(right)
    root = _start(asked, prompt, "multiple" if several else "single", "identifier", right)
    if several:
        _map(root, dict.fromkeys(right, 1.0), taken=-len(right) / max(1, others))
    interaction = _interact(_body(root, asked), "choiceInteraction", prompt, maxChoices="0" if several else "1")
    _offer(interaction, "simpleChoice", zip(names, (text for text, _ in pairs), strict=True))
    return _process(root, "map_response" if several else "match_correct")


def mark_words(asked: Asked, task: Mark) -> Tree.Element:
    """Every word of the text can be marked; arguable words count neither way, others take half a point."""
    key = [number for number in task.key if number not in task.arguable]
    root = _start(asked, task.prompt, "multiple", "identifier", [f"w{number + 1}" for number in key])
    points = {f"w{n + 1}": 1.0 if n in key else 0.0 for n in sorted({*key, *task.arguable})}
    _map(root, points, taken=-0.5)
    passage = asked.item.passages[task.passage]
    interaction = _interact(
        _body(root, asked, (passage,), shown=False), "hottextInteraction", task.prompt, maxChoices="0"
    )
    _hot(Tree.SubElement(interaction, "p"), passage)
    return _process(root, "map_response")


def put_in_order(asked: Asked, task: Order) -> Tree.Element:
    """An order from the lowest rank to the highest."""
    names = [f"c{number}" for number in range(1, len(task.options) + 1)]
    root = _start(asked, task.prompt, "ordered", "identifier", [names[n] for n in _in_order(task)])
    prompt = f"{task.prompt} ({task.low} first, {task.high} last)"
    interaction = _interact(_body(root, asked), "orderInteraction", prompt, shuffle="false")
    _offer(interaction, "simpleChoice", zip(names, task.options, strict=True))
    return _process(root, "match_correct")


def match(asked: Asked, task: Sort) -> Tree.Element:
    """Every prompt to one class; each class that the key accepts counts as right."""
    key = [(f"p{n} c{one + 1}", place) for n, keys in enumerate(task.key, 1) for place, one in enumerate(keys)]
    root = _start(asked, task.prompt, "multiple", "directedPair", [pair for pair, place in key if place == 0])
    _map(root, {pair: 1.0 for pair, _ in key}, most=len(task.prompts), taken=0)
    most = str(len(task.prompts))
    interaction = _interact(_body(root, asked), "matchInteraction", task.prompt, shuffle="false", maxAssociations=most)
    for sign, texts, limit in (("p", task.prompts, "1"), ("c", task.classes, most)):
        names = ((f"{sign}{number}", text) for number, text in enumerate(texts, 1))
        _offer(Tree.SubElement(interaction, "simpleMatchSet"), "simpleAssociableChoice", names, matchMax=limit)
    return _process(root, "map_response")


def enter_number(asked: Asked, prompt: str, number: int, slack: int) -> Tree.Element:
    """A number to type in; one that is at most `slack` off is right."""
    root = _start(asked, prompt, "single", "integer", [str(number)])
    _map(root, {str(near): 1.0 for near in range(max(0, number - slack), number + slack + 1)}, most=1, taken=0)
    paragraph = Tree.SubElement(_body(root, asked), "p")
    paragraph.text = replace_unfit(prompt) + " "
    Tree.SubElement(paragraph, "textEntryInteraction", {"responseIdentifier": RESPONSE, "expectedLength": "4"})
    return _process(root, "map_response")


def write_text(asked: Asked, task: Task, lines: int) -> Tree.Element:
    """An open question; a person reads the answer."""
    root = _start(asked, task.prompt, "single", "string", [])
    _interact(_body(root, asked), "extendedTextInteraction", "\n".join(say_task(task)), expectedLines=str(lines))
    return root


def _start(asked: Asked, title: str, cardinality: str, kind: str, right: Iterable[str]) -> Tree.Element:
    root = Tree.Element("assessmentItem", {
        "xmlns": QTI, "identifier": asked.name, "title": replace_unfit(f"{asked.item.id} {title}"),
        "adaptive": "false", "timeDependent": "false"})  # fmt: skip
    about = {"identifier": RESPONSE, "cardinality": cardinality, "baseType": kind}
    response = Tree.SubElement(root, "responseDeclaration", about)
    values = list(right)
    if values:
        correct = Tree.SubElement(response, "correctResponse")
        for value in values:
            Tree.SubElement(correct, "value").text = value
    Tree.SubElement(root, "outcomeDeclaration", {"identifier": "SCORE", "cardinality": "single", "baseType": "float"})
    return root


def _map(root: Tree.Element, points: Mapping[str, float], taken: float, most: float | None = None) -> None:
    """What each response earns, and what any other one does; not less than nothing over all."""
    top = sum(points.values()) if most is None else most
    bounds = {"lowerBound": "0", "upperBound": f"{top:g}", "defaultValue": f"{taken:.4g}"}
    mapping = Tree.SubElement(root[0], "mapping", bounds)
    for value, earned in points.items():
        Tree.SubElement(mapping, "mapEntry", {"mapKey": value, "mappedValue": f"{earned:g}"})


def _body(
    root: Tree.Element, asked: Asked, passages: Sequence[Passage] | None = None, shown: bool = True
) -> Tree.Element:
    """What stands above the question: the task, the texts with their sources, and whether the key was looked at."""
    body = Tree.SubElement(root, "itemBody")
    lines = [asked.unchecked, asked.item.stem]
    for passage in asked.item.passages if passages is None else passages:
        lines += [passage.label, *(passage.text.splitlines() if shown else ()), cite(passage.source, key=False)]
    for line in lines:
        if line.strip():
            Tree.SubElement(body, "p").text = replace_unfit(line.strip())
    return body


def _interact(body: Tree.Element, kind: str, prompt: str, **attributes: str) -> Tree.Element:
    order = {"shuffle": "false"} if kind == "choiceInteraction" else {}
    interaction = Tree.SubElement(body, kind, {"responseIdentifier": RESPONSE, **order, **attributes})
    Tree.SubElement(interaction, "prompt").text = replace_unfit(prompt)
    return interaction


def _offer(parent: Tree.Element, kind: str, options: Iterable[tuple[str, str]], **attributes: str) -> None:
    for name, text in options:
        Tree.SubElement(parent, kind, {"identifier": name, **attributes}).text = replace_unfit(text)


def _hot(paragraph: Tree.Element, passage: Passage) -> None:
    last: Tree.Element | None = None
    for number, word in enumerate(passage.words):
        if last is None:
            paragraph.text = replace_unfit(word.before)
        else:
            last.tail = replace_unfit(word.before)
        last = Tree.SubElement(paragraph, "hottext", {"identifier": f"w{number + 1}"})
        last.text = replace_unfit(word.text)
    if last is not None:
        last.tail = replace_unfit(passage.after)


def _in_order(task: Order) -> list[int]:
    return sorted(range(len(task.options)), key=lambda number: task.ranks[number])


def _process(root: Tree.Element, template: str) -> Tree.Element:
    Tree.SubElement(root, "responseProcessing", {"template": PROCESSING + template})
    return root
