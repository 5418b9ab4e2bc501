"""What stands between two words, counted all at once and one by one."""

from __future__ import annotations

import numpy as np
import pytest
from engine_samples import read, words_of
from hypothesis import given
from hypothesis import strategies as st

from framing.text.kinds import ACTOR, COPULA, NOMINAL, PREPOSITIONS, VERBAL, Kind
from framing.text.phrases import REACH, Lane, Phrases, settle
from framing.text.words import COMMA, DASH, SPEECH

KINDS_IN = {
    Lane.verb: VERBAL, Lane.copula: COPULA, Lane.wall: {Kind.CLAUSE, Kind.WHO}, Lane.comma: set(),
    Lane.preposition: PREPOSITIONS - {Kind.TO}, Lane.actor: ACTOR, Lane.negation: {Kind.NEGATION}, Lane.speech: set(),
    Lane.linking: {Kind.LINKING}, Lane.nominal: NOMINAL, Lane.to: {Kind.TO},
    Lane.helper: {Kind.AUXILIARY, Kind.HAVE, Kind.BE, Kind.NEGATION, Kind.ADVERB},
}  # fmt: skip
MARK_IN = {Lane.comma: COMMA, Lane.speech: SPEECH, Lane.wall: DASH}
WORDS = st.sampled_from(
    "the mayor attacked he was not of to and who because slowly looked attack by they did said old Frindle on".split()
)
GAPS = st.sampled_from([" ", " ", " ", ", ", "; ", " – ", ". ", "\n", ' "', '" ', "-", ": "])


@given(st.lists(st.tuples(WORDS, GAPS), min_size=2, max_size=45), st.data())
def test_the_running_sum_counts_as_a_reader_counts(parts: list[tuple[str, str]], data: st.DataObject) -> None:
    """How many verbs, commas, clauses and the like stand between two words is exact for every pair in reach."""
    sheet, _ = words_of("".join(word + gap for word, gap in parts))
    settle(sheet)
    phrases = Phrases(sheet)
    i = data.draw(st.integers(0, len(sheet.word) - 2))
    j = data.draw(st.integers(i + 1, min(i + REACH, len(sheet.word) - 1)))
    between = phrases.between(np.array([i]), np.array([j]))
    for lane, kinds in KINDS_IN.items():
        words = sum(Kind(int(sheet.kind[at])) in kinds for at in range(i + 1, j))
        gaps = sum(bool(sheet.marks[at] & MARK_IN.get(lane, 0)) for at in range(i + 1, j + 1))
        expected = words + gaps
        assert between.count(lane).tolist() == [expected]
        assert (between.none(lane)[0], between.some(lane)[0]) == (expected == 0, expected > 0)
        assert between.only(lane)[0] == (expected == j - i - 1)


@given(st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=30))
def test_a_noun_phrase_holds_no_mark_and_no_other_word(parts: list[tuple[str, str]]) -> None:
    """From a noun phrase's left edge to its head there are only words of noun phrases, and no mark parts them."""
    sheet, _ = words_of("".join(word + gap for word, gap in parts))
    settle(sheet)
    phrases = Phrases(sheet)
    for word in range(1, len(sheet.word)):
        start = int(phrases.phrase_start(np.array([word]))[0])
        assert start <= word
        assert all(Kind(int(sheet.kind[at])) in NOMINAL for at in range(start, word))
        assert not phrases.broken[start + 1 : word + 1].any()
        assert phrases.broken[start] or Kind(int(sheet.kind[start - 1])) not in NOMINAL


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The plan was not brave.", True),
        ("The plan was never very brave.", True),
        ("The plan wasn't brave.", True),
        ("The plan wasn’t at all brave.", True),
        ("No brave plan was made.", True),
        ("Nobody made a brave plan.", True),
        ("It was hardly a brave plan.", True),
        ("The plan was brave.", False),
        ("The plan was brave, not safe.", False),
        ("It did not rain. The plan was brave.", False),
        ("It was no secret that the brave plan failed.", False),
        ("It did not rain, and the brave plan held.", False),
        ("They did not speak of it in the town because the brave plan failed.", False),
        ("Not long ago and in another town altogether a brave plan was made.", False),
    ],
)
def test_a_negation_reaches_four_words_and_no_further_than_its_clause(text: str, negated: bool) -> None:
    """ "Not", "n't", "hardly" and "no" negate what follows closely; a comma, "that" or a new sentence ends it."""
    hits = read(text).evidence.hits
    assert hits["negated"].to_list() == [negated]
