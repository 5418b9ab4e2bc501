"""Material for the tests of exercise types: the sample corpus, and small texts of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import islice

from framing import resources
from framing.actors.files import Actor, load_actors
from framing.corpus import read_corpus
from framing.exercise.material import Material
from framing.exercise.model import Item
from framing.exercise.request import Refusal, Request
from framing.exercise.types import EXERCISES
from framing.pipeline import Options, analyze
from framing.tables import ARTICLES

LICENCE = "CC BY 4.0"
MAYOR = Actor("mayor", "Anna Quill", ("Quill",), gender="she")
CHIEF = Actor("chief", "Tom Hobb", ("Hobb",), gender="he")


@cache
def sample() -> Material:
    """The sample corpus."""
    folder = resources.sample_corpus()
    actors = load_actors(folder / "actors.csv")
    return Material(analyze(read_corpus(folder), actors=actors, options=Options(stances=False)), LICENCE)


def written(*texts: str, outlets: Sequence[str] = ("Post", "Courier"), event: str | None = "e") -> Material:
    """Texts of alternating outlets on one event, with two people to look for."""
    rows = [
        {
            "article": f"a{number}",
            "outlet": outlets[number % len(outlets)],
            "title": f"Report {number}",
            "text": text,
            "event": event,
            "story": f"a{number}",
            "furniture": [],
        }
        for number, text in enumerate(texts)
    ]
    analysis = analyze(ARTICLES.frame(rows), actors=(MAYOR, CHIEF), options=Options(stances=False))
    return Material(analysis, LICENCE)


def found(name: str, material: Material, most: int = 12, **asked: object) -> list[Item | Refusal]:
    """What a type gives, items and refusals, up to so many."""
    request = Request(**{"count": 6, "licence": LICENCE, "age": "17+", **asked})  # type: ignore[arg-type]
    return list(islice(EXERCISES[name].make(material, request), most))


def items(name: str, material: Material, most: int = 12, **asked: object) -> list[Item]:
    """The items alone."""
    return [one for one in found(name, material, most, **asked) if isinstance(one, Item)]


def reasons(name: str, material: Material, most: int = 12, **asked: object) -> list[str]:
    """Why candidates were refused."""
    return [one.reason for one in found(name, material, most, **asked) if isinstance(one, Refusal)]
