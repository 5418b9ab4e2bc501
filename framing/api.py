"""The calls that the command line makes and a notebook can make too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import polars as pl

from framing import corpus
from framing.actors.files import Actor, load_actors
from framing.comparison import Settings
from framing.comparison import compare as compare_scores
from framing.lexicon import Lexicons, load_lexicons
from framing.pipeline import Analysis, Options
from framing.pipeline import analyze as analyze_corpus
from framing.report import write_report as write
from framing.score.about import find_subjects
from framing.score.loadedness import rate_loadedness
from framing.stance import toward
from framing.tables import ARTICLES

__all__ = ["about", "analyze", "compare", "loadedness", "read_corpus", "toward", "write_report"]


def read_corpus(path: str | Path, *, columns: Mapping[str, str] | None = None) -> pl.DataFrame:
    """
    The articles of a folder of .txt files, or of a CSV, TSV, JSON lines or Parquet file.

    `framing.corpus.read_corpus` gives, beside them, what was set aside and why.

    Args:
        path: the folder or file.
        columns: our column name → yours, where yours is none of the usual ones (`{"outlet": "source"}`).

    Returns:
        ARTICLES (docs/tables.md): article, outlet, title, text, date, url, author, event, story, furniture, …

    Raises:
        CorpusError: nothing is there, it can't be read, or no article of it can be used.
    """
    return corpus.read_corpus(path, columns=columns).articles


def analyze(
    articles: pl.DataFrame | corpus.Reading,
    *,
    lexicons: Lexicons | Sequence[str | Path] | None = None,
    actors: Sequence[Actor] | str | Path | None = None,
    tone: bool = False,
    categories: bool = False,
) -> Analysis:
    """
    Read every article: loaded words, quotations and their speakers, actors, and who is coloured by which word.

    Args:
        articles: ARTICLES from `read_corpus`.
        lexicons: folders layered over the bundled lexicons, or lexicons already loaded; None: the bundled ones.
        actors: an actor file (CSV: name, aliases, kind), or actors; None: whoever the corpus names.
        tone: add the general tone of TextBlob and VADER (measures `tone:…`; about a megabyte a second).
        categories: score the categories of loaded words for every actor too.

    Returns:
        An Analysis: the tables .articles .sentences .quotes .mentions .hits .links .scores (docs/tables.md).
        Every figure in .scores is a count of rows of .hits or .links; every row there has `start` and `end` in
        characters of the article's text (or title: `field`), the voice, and the rule that linked it.

    Raises:
        LexiconError: a lexicon has faults (all of them are named). ActorError: an actor file has.
    """
    if lexicons is not None and not isinstance(lexicons, Lexicons):
        lexicons = load_lexicons([Path(folder) for folder in lexicons])
    if isinstance(actors, str | Path):
        actors = load_actors(actors)
    return analyze_corpus(articles, lexicons=lexicons, actors=actors, options=Options(categories=categories, tone=tone))


def compare(
    analysis: Analysis, *, measures: Sequence[str] | None = None, voice: str = "own", settings: Settings | None = None
) -> pl.DataFrame:
    """
    Compare every pair of outlets on the default family of measures, corrected for how many were looked at.

    Args:
        analysis: from `analyze`.
        measures: names of measures instead of the default ones (loaded, blaming, praising, valence).
        voice: own, quoted, scare or headline.
        settings: thresholds, resamples and seed.

    Returns:
        COMPARISONS (docs/tables.md), a row per outlet pair, actor (null: the whole article) and measure: the ratio
        B / A of rates per 1,000 words (or the difference B - A of means) with its 95 % interval, permutation p, q, the
        smallest effect that would have shown up, a verdict (differs, similar, cannot tell) and its wording.
    """
    return compare_scores(
        analysis.scores, measures=measures, voice=voice, settings=settings or Settings(), names=analysis.names
    )


def write_report(analysis: Analysis, findings: pl.DataFrame, out: str | Path, *, text: bool = True) -> Path:
    """
    Write report.html, report.md, report.json and tables/*.parquet into a folder, whole or not at all.

    Args:
        analysis: from `analyze`.
        findings: from `compare`.
        out: the folder, made if need be; files in it that are not ours stay.
        text: False leaves out all article text but the marked words.

    Returns:
        The path of report.html.

    Raises:
        OutputError: the folder can't be written.
    """
    return write(analysis, findings, Path(out), text=text)


def loadedness(texts: Sequence[str], *, lexicons: Lexicons | Sequence[str | Path] | None = None) -> pl.DataFrame:
    """
    How far sentences are from plain reporting, by the words they use: not whom they colour, nor which way.

    It is no sentiment: praise and blame count alike, and a plain report of a disaster scores low. A text's figure does
    not depend on the others.

    Args:
        texts: sentences, or other short texts.
        lexicons: folders layered over the bundled lexicons, or lexicons already loaded; None: the bundled ones.

    Returns:
        A row a text: `text` its number from 0, `words`, `loadedness` in points per 100 words (about -10 … +50, plain
        reporting around 0, higher is more loaded), `marks` the words that a reader should look at, `evidence` all that
        gave or took points; both as lists of start, end (characters), rule and points.

    Raises:
        LexiconError: a lexicon has faults (all of them are named).
    """
    rows = [
        {"article": str(number), "outlet": "", "text": text, "story": str(number), "furniture": []}
        for number, text in enumerate(texts)
    ]
    read = analyze(ARTICLES.frame(rows), lexicons=lexicons, actors=())
    return rate_loadedness(texts, read.hits, read.quotes)


def about(analysis: Analysis, spans: pl.DataFrame, *, kinds: Sequence[str] | None = None) -> pl.DataFrame:
    """
    The actor that each marked passage is most likely about, such as a passage that a reader has underlined.

    An actor weighs as much as it has mentions in the article, twice that if one is in the passage's sentence; whoever
    speaks the quotation is left out. That is not whom a word colours: for this, see the table .links.

    Args:
        analysis: from `analyze`.
        spans: article, start and end (characters of the text; of the title with a column field = "title").
        kinds: kinds of actor to choose from (person, country, organisation, group, office); None: all.

    Returns:
        The spans with `actor` (an id, null if unresolved), `rule` and `confidence` (0.5 … 1, 0 if unresolved).
    """
    among = None if kinds is None else [actor.id for actor in analysis.actors if actor.kind in kinds]
    return find_subjects(spans, analysis.mentions, analysis.sentences, analysis.quotes, among=among)
