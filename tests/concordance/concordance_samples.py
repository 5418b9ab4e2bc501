"""Small corpora read with small lexicons."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import polars as pl

from framing.lexicon import Lexicons, load_lexicons
from framing.pipeline import Analysis, Options, analyze
from framing.tables import ARTICLES


def layered(root: Path, base: str, mine: str) -> tuple[Lexicons, Lexicons]:
    """A base sheet alone, and with the sheet `mine` on top of it."""
    files = []
    for name, text in (("base", base), ("mine", mine)):
        files.append(root / f"{name}.csv")
        files[-1].write_text(text, "utf-8")
    return load_lexicons(files[:1], bundled=False), load_lexicons(files, bundled=False)


def texts(corpus: Mapping[str, str], title: str | None = None) -> pl.DataFrame:
    """ARTICLES of one outlet."""
    return ARTICLES.frame(
        [
            {"article": name, "outlet": "o", "title": title, "text": text, "story": name, "furniture": []}
            for name, text in corpus.items()
        ]
    )


def read(corpus: Mapping[str, str], lexicons: Lexicons, title: str | None = None) -> Analysis:
    """The texts read with the lexicons."""
    return analyze(texts(corpus, title), lexicons=lexicons, actors=(), options=Options(stances=False))
