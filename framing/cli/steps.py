"""The calls that several verbs make, in their order: read, analyse, compare."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import polars as pl

from framing import resources
from framing.actors.files import load_actors
from framing.comparison import DEFAULT_FAMILY, Settings, compare
from framing.comparison.measures import find_measure
from framing.corpus import Reading, read_corpus
from framing.errors import OutputError
from framing.lexicon import Lexicons, find_layers, load_layers
from framing.lexicon.layers import PROJECT, USER
from framing.pipeline import Analysis, Options, analyze
from framing.progress import Progress

ACTOR_FILE = "actors.csv"
SAMPLE = "This is the bundled sample corpus: invented outlets on invented events, laid on thickly, to try the program."


@dataclass(frozen=True)
class Request:
    """What a user asked for. `corpus` None is the sample corpus; `measures` are those beside the default family."""

    corpus: Path | None
    lexicons: Sequence[Path] = ()
    own_layers: bool = True
    actors: Path | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    measures: Sequence[str] = ()
    tone: bool = False
    categories: bool = False


def analyze_request(request: Request, progress: Progress, lexicons: Lexicons | None = None) -> Analysis:
    """
    Read the corpus and analyse it with the lexicons asked for, or with those that are given loaded.

    Raises:
        FramingError: a measure that does not exist; CorpusError, LexiconError, ActorError: the files have faults.
    """
    for name in request.measures:
        find_measure(name)
    if lexicons is None:
        lexicons = load_layers(find_layers(request.lexicons, own=request.own_layers))
    actor_file = request.actors or find_actor_file(request.corpus or resources.sample_corpus())
    actors = load_actors(actor_file) if actor_file else None
    reading = read_request(request, actor_file)
    reading = replace(reading, notes=(*reading.notes, *note_layers(lexicons)))
    categories = request.categories or any(name.startswith("loaded:") for name in request.measures)
    options = Options(categories=categories, tone=request.tone)
    analysis = analyze(reading, lexicons=lexicons, actors=actors, options=options, progress=progress)
    if actor_file is None:
        return analysis
    recipe = replace(analysis.recipe, actors=replace(analysis.recipe.actors, name=actor_file.name))
    return replace(analysis, recipe=recipe)


def note_layers(lexicons: Lexicons) -> list[str]:
    """A note for each lexicon that counts without having been asked for in this call."""
    unasked = [layer for layer in lexicons.layers if layer.origin in (USER, PROJECT)]
    whence = {USER: "your own folder", PROJECT: "framing.toml"}
    return [
        f"The lexicon {layer.id} {layer.version} of {whence[layer.origin]} is layered over the bundled ones "
        "(--no-own leaves it out)."
        for layer in unasked
    ]


def read_request(request: Request, actor_file: Path | None = None) -> Reading:
    """The corpus, with a note where it is the sample, and one where the actor file was found beside it."""
    reading = read_corpus(request.corpus or resources.sample_corpus(), columns=request.columns)
    notes = list(reading.notes)
    if request.corpus is None:
        notes.insert(0, SAMPLE)
    if actor_file and not request.actors:
        notes.append(f"The actors are those of {actor_file.name} in the corpus folder (--actors FILE gives others).")
    return replace(reading, notes=tuple(notes))


def find_actor_file(corpus: Path) -> Path | None:
    """actors.csv of the corpus folder, if there is one."""
    beside = corpus / ACTOR_FILE
    return beside if beside.is_file() else None


def compare_outlets(
    analysis: Analysis, measures: Sequence[str], voice: str, settings: Settings, progress: Progress
) -> tuple[Analysis, pl.DataFrame]:
    """
    The default family and the measures beside it, compared between all pairs of outlets.

    Returns:
        the analysis with the settings in its recipe, and COMPARISONS.

    Raises:
        FramingError: no article has a score of a measure.
    """
    wanted = [*DEFAULT_FAMILY, *measures] if measures else None
    progress("comparing", 0, 1)
    findings = compare(
        analysis.scores,
        measures=wanted,
        voice=voice,
        settings=settings,
        names=analysis.names,
        progress=partial(progress, "comparing"),
    )
    return replace(analysis, recipe=replace(analysis.recipe, settings=settings)), findings


def expect_writable(out: Path) -> None:
    """
    Find out before the work is done that its results could not be written.

    Raises:
        OutputError: `out` is a file, lies under one, or may not be written.
    """
    fix = "give another folder with -o"
    try:
        at = next(path for path in (out, *out.absolute().parents) if path.exists())
    except OSError as error:
        raise OutputError(f"it can't be a folder: {error.strerror}", fix, out) from error
    if not at.is_dir():
        raise OutputError("it is a file, not a folder" if at == out else f"{at} is a file, not a folder", fix, out)
    if not os.access(at, os.W_OK | os.X_OK):
        raise OutputError(f"{at} may not be written", fix, out)
