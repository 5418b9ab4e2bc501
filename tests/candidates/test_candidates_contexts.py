"""Contexts are counted as a plain loop counts them, and words in the same contexts are near."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
from candidate_samples import Text, invent_words, make_tables
from hypothesis import given
from hypothesis import strategies as st

from framing.candidates.contexts import BLOCKS, SMOOTHING, Space, build_space, count_contexts, weigh
from framing.candidates.nearness import agree
from framing.candidates.terms import find_terms
from framing.candidates.words import read_words

WORDS = st.lists(st.sampled_from(["grim", "line", "talks", "the", "men.", "Now", '"so"']), min_size=1, max_size=25)


@given(st.lists(WORDS, min_size=1, max_size=3))
def test_contexts_are_those_of_a_plain_loop(drawn: list[list[str]]) -> None:
    """For every word and pair, what stands at each distance in its sentence is counted exactly."""
    words = read_words(*make_tables([Text("A", " ".join(text)) for text in drawn]).values())
    terms = find_terms(words, 1)
    units = [int(terms.unit[number]) for number in words.spelling]
    rows, columns = np.arange(terms.size), np.arange(terms.units)
    for shifts in BLOCKS:
        slow: Counter[tuple[int, int]] = Counter()
        for term, at in zip(terms.number.tolist(), terms.at.tolist(), strict=True):
            last = at + (term >= terms.units)
            for shift in shifts:
                place = (at if shift < 0 else last) + shift
                if 0 <= place < len(units) and words.sentence[place] == words.sentence[at]:
                    slow[term, units[place]] += 1
        table = count_contexts(words, terms, rows, columns, shifts).toarray()
        assert {(i, j): table[i, j] for i, j in zip(*table.nonzero(), strict=True)} == slow


def test_weights_are_positive_mutual_information() -> None:
    """A weight is the log of observed over expected with smoothed contexts, and 0 where that is below 1."""
    from scipy.sparse import csr_array

    counts = np.array([[4.0, 1.0, 0.0], [1.0, 6.0, 2.0]])
    smooth = counts.sum(0) ** SMOOTHING / (counts.sum(0) ** SMOOTHING).sum()
    expected = [
        [max(math.log(n / (row.sum() * smooth[j])), 0.0) if n else 0.0 for j, n in enumerate(row)] for row in counts
    ]
    np.testing.assert_allclose(weigh(csr_array(counts)).toarray(), expected, atol=1e-12)


def test_a_small_corpus_is_compared_without_dimensions() -> None:
    """Where the table is too small for an SVD, the cosine is that of the weights; else it is reduced."""
    small = _space(invent_words(50), 100)
    large = _space(invent_words(600), 2000)
    assert not small.reduced
    assert large.reduced
    assert large.vectors.shape[1] == 100


def test_directions_have_length_one_and_do_not_change() -> None:
    """The cosine is a product, and a second run gives the same, bit for bit."""
    space, again = (_space(invent_words(600), 2000) for _ in range(2))
    np.testing.assert_allclose(np.linalg.norm(space.vectors, axis=1), 1.0)
    assert np.array_equal(space.vectors, again.vectors)


def _space(vocabulary: list[str], size: int) -> Space:
    rng = np.random.default_rng(1)
    texts = [Text("A", " ".join(rng.choice(vocabulary, 12)) + ".") for _ in range(size)]
    words = read_words(*make_tables(texts).values())
    terms = find_terms(words, 99)
    return build_space(words, terms, np.arange(terms.units), np.arange(terms.units))


def test_parts_of_speech_must_agree() -> None:
    """A noun is like a noun; a word that nobody knows may be anything."""
    assert agree(("ruler", "rulers"), ("despot",))
    assert not agree(("quickly",), ("ruler",))
    assert agree(("zarg",), ("ruler",))
