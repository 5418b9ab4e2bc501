"""The line printed beside every figure: what it was made with, so that it can be made again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from importlib import metadata
from typing import Any

import polars as pl

from framing import __version__
from framing.actors.files import Actor
from framing.comparison import Settings
from framing.lexicon import Lexicons

LIBRARIES = ("polars", "numpy", "scipy")
SHORT = 8  # characters of a digest that are printed
_IDENTIFYING = ("article", "outlet", "title", "text", "date", "event", "story")


@dataclass(frozen=True)
class Source:
    """Something that the figures rest on: its name, its version ("" for none), how much of it, and a short digest."""

    name: str
    version: str
    size: int
    digest: str


@dataclass(frozen=True)
class Recipe:
    """
    What an analysis was made with.

    Attributes:
        framing: version of this program.
        lexicons: the lexicons in force, lowest layer first; size is entries.
        actors: where the actors came from ("discovered", "bundled" or a file's name); size is actors.
        corpus: size is articles; the digest is the same whatever the order of the articles.
        settings: of the comparison, with its seed.
        libraries: name to version.
    """

    framing: str
    lexicons: tuple[Source, ...]
    actors: Source
    corpus: Source
    settings: Settings
    libraries: tuple[tuple[str, str], ...]

    def line(self) -> str:
        """The recipe in one line."""
        lists = " ".join(f"{source.name}@{source.version}#{source.digest}" for source in self.lexicons) or "none"
        settings = " ".join(f"{name} {value}" for name, value in asdict(self.settings).items())
        parts = (
            f"framing {self.framing}",
            f"lexicons {lists}",
            f"actors {self.actors.name}:{self.actors.size}#{self.actors.digest}",
            f"corpus {self.corpus.size} articles#{self.corpus.digest}",
            settings,
            " ".join(f"{name} {version}" for name, version in self.libraries),
        )
        return " | ".join(parts)

    def as_dict(self) -> dict[str, Any]:
        """The recipe as plain values, ready for JSON."""
        return {
            **asdict(self),
            "lexicons": [asdict(source) for source in self.lexicons],
            "libraries": dict(self.libraries),
        }


def make_recipe(
    articles: pl.DataFrame,
    lexicons: Lexicons,
    actors: Sequence[Actor],
    settings: Settings | None = None,
    actors_from: str = "discovered",
    further: Sequence[Source] = (),
) -> Recipe:
    """
    The recipe of an analysis.

    Args:
        articles: ARTICLES.
        lexicons: those in force.
        actors: who was looked for.
        settings: of the comparison; None: the defaults.
        actors_from: "discovered", "bundled" or the name of the actor file.
        further: what else was read with, such as the tone lexicon.
    """
    people = [asdict(actor) for actor in sorted(actors, key=lambda actor: actor.id)]
    rows = articles.select(_IDENTIFYING).sort("article").iter_rows()
    return Recipe(
        framing=__version__,
        lexicons=(
            *(Source(layer.id, layer.version, len(layer.entries), layer.digest[:SHORT]) for layer in lexicons.layers),
            *further,
        ),
        actors=Source(actors_from, "", len(people), digest(people)),
        corpus=Source("corpus", "", articles.height, digest(rows)),
        settings=settings or Settings(),
        libraries=tuple((name, find_version(name)) for name in LIBRARIES),
    )


def digest(rows: Iterable[object]) -> str:
    """The first characters of a sha256 over rows of plain values, in their order."""
    sum_ = hashlib.sha256()
    for row in rows:
        sum_.update(json.dumps(row, ensure_ascii=True, sort_keys=True, default=str).encode() + b"\n")
    return sum_.hexdigest()[:SHORT]


def find_version(package: str) -> str:
    """The installed version of a package; "unknown" where it runs from source without being installed."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "unknown"
