"""Articles that are near-copies of each other: one story, printed more than once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import polars as pl

from framing.corpus.marks import Mark

CONTAINMENT = 0.5
_SHINGLE = 5  # words
_MIN_SHARED = 8  # shingles: fewer may be one quotation
_MAX_TEXTS = 50  # a shingle in more texts than these is a phrase, not a copy
_ALL_SHINGLES = 4_000_000  # up to here every shingle is compared; beyond, a sample of them


def find_stories(
    ids: Sequence[str], texts: Sequence[str], marks: Sequence[Iterable[Mark]], order: Sequence[int]
) -> list[str]:
    """
    The story of every article: articles whose words are half the same, in runs of five, share the id of the first.

    Containment is measured against the shorter article, so that a wire report counts as the same story where an outlet
    cut it. Method: w-shingling, A. Broder 1997, "On the resemblance and containment of documents".

    Args:
        ids, texts: of each article; `marks`: what is left out of it.
        order: positions of the articles, the first to print a story before the others.
    """
    kept = [_without(text, taken) for text, taken in zip(texts, marks, strict=True)]
    first_with: dict[str, int] = {}
    pairs = [(row, first_with.setdefault(text, row)) for row, text in enumerate(kept)]
    distinct = list(first_with.values())
    alike = containments([kept[row] for row in distinct]).filter(pl.col("containment") >= CONTAINMENT)
    pairs += [(distinct[a], distinct[b]) for a, b in alike.select("a", "b").iter_rows()]
    first = _first_of_component(len(ids), pairs, order)
    return [ids[row] for row in first]


def containments(texts: Sequence[str]) -> pl.DataFrame:
    """
    How much of the shorter of two texts the longer one contains.

    Returns:
        a row for each pair of positions a < b that share at least 8 distinct runs of five words: a, b, shared (runs),
        containment (0 … 1).
    """
    shingles = _shingles(texts)
    sizes = shingles.group_by("row").len("size")
    shared = shingles.group_by("shingle").len().filter(pl.col("len").is_between(2, _MAX_TEXTS))
    common = shingles.join(shared, on="shingle", how="semi")
    return (
        common.join(common, on="shingle", suffix="_b")
        .filter(pl.col("row") < pl.col("row_b"))
        .group_by(a="row", b="row_b")
        .len("shared")
        .filter(pl.col("shared") >= _MIN_SHARED)
        .join(sizes.select(a="row", size_a="size"), on="a")
        .join(sizes.select(b="row", size_b="size"), on="b")
        .select("a", "b", "shared", containment=pl.col("shared") / pl.min_horizontal("size_a", "size_b"))
        .sort("a", "b")
    )


def _shingles(texts: Sequence[str]) -> pl.DataFrame:
    """
    row, shingle: the distinct runs of five words of every text, as hashes.

    Hashes differ between versions of polars; they live no longer than this comparison.
    """
    words = (
        pl.LazyFrame({"text": pl.Series(texts, dtype=pl.String)})
        .with_row_index("row")
        .select("row", word=pl.col("text").str.to_lowercase().str.extract_all(r"[\p{L}\p{N}]+"))
        .explode("word")
        .select("row", word=pl.col("word").hash())
        .collect()
    )
    step = max(1, words.height // _ALL_SHINGLES)
    run = pl.struct(pl.col("word").shift(-place).alias(f"word_{place}") for place in range(_SHINGLE))
    in_one_text = pl.col("row") == pl.col("row").shift(1 - _SHINGLE)
    return (
        words.lazy()
        .select("row", in_one_text.alias("in_one_text"), shingle=run.hash())
        .filter("in_one_text", pl.col("shingle") % step == 0)
        .select("row", "shingle")
        .unique()
        .collect()
    )


def _without(text: str, marks: Iterable[Mark]) -> str:
    """The text without the marked stretches, white space made even."""
    kept, position = [], 0
    for mark in marks:
        kept.append(text[position : mark.start])
        position = mark.end
    return " ".join(" ".join([*kept, text[position:]]).split())


def _first_of_component(count: int, pairs: Iterable[tuple[int, int]], order: Sequence[int]) -> list[int]:
    """For each of `count` articles the first, by `order`, of those it is connected with."""
    parent = list(range(count))

    def root(row: int) -> int:
        while parent[row] != row:
            parent[row] = parent[parent[row]]
            row = parent[row]
        return row

    for a, b in pairs:
        parent[root(a)] = root(b)
    first: dict[int, int] = {}
    for row in order:
        first.setdefault(root(row), row)
    return [first[root(row)] for row in range(count)]
