"""Excerpts: runs of whole sentences of an article, of a size that a class can read, with the marks in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framing.exercise.material import Marked, Material, Page, cut_passage
from framing.exercise.model import Passage

SHORTEST, LONGEST = 55, 120  # words


@dataclass(frozen=True, slots=True)
class Excerpt:
    """
    A run of sentences.

    Attributes:
        passage: as it is read.
        marks: the lexicon's marks in it.
        offset: number, in the article, of its first word.
        loaded: for each of its sentences whether the list marks a loaded word there, in whatever voice.
    """

    passage: Passage
    marks: tuple[Marked, ...]
    offset: int
    loaded: tuple[bool, ...]

    def words(self, mark: Marked) -> tuple[int, ...]:
        """A mark's words, as numbered in the passage."""
        return tuple(range(mark.first - self.offset, mark.last - self.offset + 1))

    @property
    def clean_share(self) -> float:
        """Share of sentences in which the list marks nothing."""
        return 1 - sum(self.loaded) / len(self.loaded)


def cut_excerpts(
    material: Material, article: str, shortest: int = SHORTEST, longest: int = LONGEST
) -> Iterator[Excerpt]:
    """Every unbroken run of an article's sentences that has so many words, from its beginning on; runs overlap."""
    page = material.page(article)
    for first in range(len(page.sentences)):
        for last in range(first, len(page.sentences)):
            if last > first and page.sentences[last].first != page.sentences[last - 1].until:
                break  # page furniture stands between them
            size = page.sentences[last].until - page.sentences[first].first
            if size > longest:
                break
            if size >= shortest:
                yield cut_excerpt(material, page, first, last)


def cut_excerpt(material: Material, page: Page, first: int, last: int, label: str = "") -> Excerpt:
    """Sentences number `first` … `last` (inclusive) of a page."""
    chosen = page.sentences[first : last + 1]
    marks = tuple(page.marks_in(chosen[0].first, chosen[-1].until))
    loaded = tuple(any(mark.entry.loaded and one.first <= mark.first < one.until for mark in marks) for one in chosen)
    passage = cut_passage(page, first, last, label, material.licence)
    return Excerpt(passage, marks, chosen[0].first, loaded)
