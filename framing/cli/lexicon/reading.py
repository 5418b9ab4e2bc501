"""Texts read with the lexicons that are being looked at: what several verbs of `framing lexicon` do first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from framing.progress import Progress, stay_quiet

if TYPE_CHECKING:
    import polars as pl

    from framing.corpus import Reading
    from framing.lexicon import Lexicons
    from framing.pipeline import Analysis


def read_texts(texts: Sequence[str], lexicons: Lexicons, progress: Progress = stay_quiet) -> Analysis:
    """
    Loose texts, each read as an article of its own whose id is its number from 0; no actor is looked for.

    Offsets in the tables are those of the texts as they are given.
    """
    from framing.tables import ARTICLES

    rows = [
        {"article": str(number), "outlet": "", "text": text, "story": str(number), "furniture": []}
        for number, text in enumerate(texts)
    ]
    return mark(ARTICLES.frame(rows), lexicons, progress)


def read_corpus_with(
    corpus: Path, lexicons: Lexicons, columns: Mapping[str, str] | None = None, progress: Progress = stay_quiet
) -> Analysis:
    """
    A corpus read with these lexicons; no actor is looked for.

    Raises:
        CorpusError: the corpus can't be read, or no article of it can be used.
    """
    from framing.corpus import read_corpus

    return mark(read_corpus(corpus, columns=columns), lexicons, progress)


def mark(articles: Reading | pl.DataFrame, lexicons: Lexicons, progress: Progress = stay_quiet) -> Analysis:
    """A corpus that was read, or ARTICLES, with the marks of these lexicons; no actor is looked for."""
    from framing.pipeline import Options, analyze

    return analyze(articles, lexicons=lexicons, actors=(), options=Options(stances=False), progress=progress)
