"""The bundled lexicons: without a fault, large enough, and as ready to praise as to blame."""

from __future__ import annotations

import re
from collections import Counter
from statistics import mean

import pytest
from balance import COUNTERPARTS, MATCHED, TWO_SIDED
from pages import rows_of

from framing import resources
from framing.lexicon import Lexicon, check_lexicon, load_lexicons
from framing.lexicon.load import bundled_folders
from framing.lexicon.words import fold
from framing.text.wordclasses import common_words

FEWEST = {"loaded-en": 3_900, "reporting-en": 350}
SETS = 120
SHARE_OF_PRAISE = 0.30
LARGEST_GAP = 0.5


@pytest.fixture(scope="module")
def bundled() -> dict[str, Lexicon]:
    return {layer.id: layer for layer in load_lexicons().layers}


def strongest(lexicon: Lexicon) -> tuple[list[float], list[float]]:
    """Strengths of the entries that praise, and of those that blame, by each entry's strongest value."""
    values = [entry.strongest for entry in lexicon.entries]
    return [value for value in values if value > 0], [-value for value in values if value < 0]


def test_every_bundled_folder_is_read(bundled: dict[str, Lexicon]):
    """Each folder of lexicons/ has its lexicon.toml, and both lexicons of words are loaded."""
    folders = [path for path in resources.lexicons().iterdir() if path.is_dir()]
    assert [path.name for path in folders if not (path / "lexicon.toml").is_file()] == []
    assert set(bundled) == set(FEWEST)
    assert len(bundled_folders()) == len(bundled)


@pytest.mark.parametrize("name", FEWEST)
def test_no_bundled_lexicon_has_a_fault(bundled: dict[str, Lexicon], name: str):
    """The check finds nothing at all, warnings included."""
    others = [lexicon for lexicon in bundled.values() if lexicon.id != name]
    assert [str(fault) for fault in check_lexicon(bundled[name], others)] == []


@pytest.mark.parametrize(("name", "fewest"), FEWEST.items())
def test_bundled_lexicons_are_large_enough(bundled: dict[str, Lexicon], name: str, fewest: int):
    """The lists are as long as the documentation says."""
    assert len(bundled[name].entries) >= fewest


def test_the_list_praises_as_well_as_it_blames(bundled: dict[str, Lexicon]):
    """
    Of the entries of loaded-en that colour somebody, at least 30 in 100 praise, and praise is as strong as blame.

    A list that only knows blame is itself slanted.
    """
    praise, blame = strongest(bundled["loaded-en"])
    assert len(praise) / (len(praise) + len(blame)) >= SHARE_OF_PRAISE
    assert abs(mean(praise) - mean(blame)) <= LARGEST_GAP


def test_reporting_verbs_know_neutral_ones(bundled: dict[str, Lexicon]):
    """Plain verbs of saying are listed, and don't count as loaded."""
    plain = {entry.term for entry in bundled["reporting-en"].entries if not entry.loaded}
    assert "say" in plain
    assert any(entry.loaded for entry in bundled["reporting-en"].entries)


def test_all_citations_are_different():
    """An entry is named by its citation alone."""
    citations = [entry.citation for entry in load_lexicons().in_force()]
    assert len(citations) == len(set(citations))


def test_every_row_says_why_and_shows_where(bundled: dict[str, Lexicon]):
    """Each has a note, a source and a sentence; each verb says how it colours who does it or whom it is done to."""
    for lexicon in bundled.values():
        for entry in lexicon.entries:
            assert entry.note, entry.citation
            assert entry.source, entry.citation
            assert entry.hit, entry.citation
            if entry.pos == "verb":
                assert (entry.subject, entry.object) != (None, None), entry.citation


def test_there_are_ladders_to_climb(bundled: dict[str, Lexicon]):
    """At least 120 connotation sets have three words or more."""
    sizes = Counter(entry.set for lexicon in bundled.values() for entry in lexicon.entries if entry.set)
    assert sum(size >= 3 for size in sizes.values()) >= SETS


def sides(bundled: dict[str, Lexicon]) -> dict[str, tuple[int, int, int]]:
    """Category → entries that praise, that blame, that do neither."""
    counts: dict[str, list[int]] = {}
    for lexicon in bundled.values():
        for entry in lexicon.entries:
            if entry.loaded:
                of = counts.setdefault(entry.category, [0, 0, 0])
                of[0 if entry.strongest > 0 else 1 if entry.strongest < 0 else 2] += 1
    return {name: (of[0], of[1], of[2]) for name, of in counts.items()}


def test_every_category_is_balanced_or_has_a_counterpart(bundled: dict[str, Lexicon]):
    """A category either praises and blames, both in some measure, or leans one way and is answered by another."""
    counts = sides(bundled)
    assert counts.keys() == COUNTERPARTS.keys() | TWO_SIDED.keys()
    for name, least in TWO_SIDED.items():
        praise, blame, _ = counts[name]
        assert min(praise, blame) / (praise + blame) >= least, name
    for name in COUNTERPARTS:
        praise, blame, _ = counts[name]
        assert min(praise, blame) / (praise + blame) < 0.1, f"{name} is two-sided by now"


def test_matched_actors_have_words_on_both_sides():
    """For the same thing the lists have words that blame and words that praise, whichever side somebody is on."""
    values = {entry.term: entry.strongest for entry in load_lexicons().in_force()}
    for thing, (blaming, praising) in MATCHED.items():
        assert all(values[term] < 0 for term in blaming), thing
        assert all(values[term] > 0 for term in praising), thing


def test_the_docs_say_how_balanced_it_is(bundled: dict[str, Lexicon]):
    """Both tables of docs/lexicons.md are what the lists are."""
    counts = sides(bundled)
    told = {row[0]: tuple(map(int, row[1:4])) for row in rows_of("docs/lexicons.md", "category of loaded words")}
    assert told == counts
    answered = {row[0]: row[4] for row in rows_of("docs/lexicons.md", "category of loaded words")}
    assert {name: text for name, text in answered.items() if text != "itself"} == COUNTERPARTS
    matched = {row[0]: (row[1], row[2]) for row in rows_of("docs/lexicons.md", "said of")}
    assert matched == {thing: (", ".join(blame), ", ".join(praise)) for thing, (blame, praise) in MATCHED.items()}


VARIANTS = (
    (r"isation(s?)$", r"ization\1"), (r"is(e|es|ed|ing)$", r"iz\1"), (r"our(s|ed|ing|able|ite|ful|less)?$", r"or\1"),
    (r"([tb])re(s?)$", r"\1er\2"), (r"ll(ed|ing|er|ers)$", r"l\1"), (r"ence$", "ense"), (r"ogue(s?)$", r"og\1"),
    (r"^grey", "gray"), (r"^ageing", "aging"), (r"yse(s|d)?$", r"yze\1"), ("judgement", "judgment"),
    ("sceptic", "skeptic"),
)  # fmt: skip
OTHER_WORDS = {"filled", "poured", "pouring"}
"""What looks like a British spelling and is another word than its seeming twin (filed, pored)."""


def test_british_and_american_spellings_are_both_found():
    """Wherever a spelling has a twin across the ocean that is a word, the twin is a spelling as well."""
    entries = [entry for entry in load_lexicons().in_force() if entry.match != "prefix"]
    spelt = {fold(spelling) for entry in entries for spelling in entry.spellings}
    known, tried, lacking = common_words(), 0, []
    for spelling in spelt:
        for word in set(spelling.split()) - OTHER_WORDS:
            for pattern, twin in VARIANTS:
                other = re.sub(pattern, twin, word)
                if other != word and other in known:
                    tried += 1
                    if spelling.replace(word, other) not in spelt:
                        lacking.append(spelling)
    assert tried > 50
    assert lacking == []


FORMLESS = {"lied", "lying about", "lying to", "stood up to", "blundered", "engineered", "smeared"}
"""Verbs listed in one form only, as the others are mostly plain."""


def test_verbs_are_listed_with_their_forms():
    """A verb is found in every form; one that is not says so by `exact` or stands among the few above."""
    verbs = [entry for entry in load_lexicons().in_force() if entry.pos == "verb" and entry.match != "exact"]
    assert {entry.term for entry in verbs if not entry.forms} == FORMLESS
