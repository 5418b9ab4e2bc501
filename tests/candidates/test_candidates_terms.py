"""What counts as one word, what as a phrase, and what is not looked at."""

from __future__ import annotations

from candidate_samples import Text, make_tables

from framing.candidates.counts import count_terms
from framing.candidates.forms import form_keys
from framing.candidates.pool import Index, choose_pool, find_listed, name_terms
from framing.candidates.terms import Terms, find_terms
from framing.candidates.words import Words, read_words
from framing.lexicon import Entry


def read(*texts: str, least: int = 2) -> tuple[Words, Terms]:
    """Words and terms of texts."""
    words = read_words(*make_tables([Text("A", text) for text in texts]).values())
    return words, find_terms(words, least)


def test_inflected_forms_are_one_word() -> None:
    """Plural, past and -ing go together; what a further ending makes is a word of its own."""
    keys = form_keys(["accuse", "accused", "accuses", "accusing", "accusation", "accuser"])
    assert len(set(keys[:4])) == 1
    assert len({keys[0], keys[4], keys[5]}) == 3


def test_all_forms_seen_are_shown() -> None:
    """The shortest form names the word, and every other form that stands there is listed."""
    words, terms = read("They smeared him. She smears us. A smear.")
    number = Index(words, terms).find("smeared")
    assert number is not None
    assert name_terms(words, terms, [number])[number] == ("smear", "smears", "smeared")


def test_names_function_words_and_numbers_are_no_content() -> None:
    """A word with a capital inside sentences is a name; function words, numbers and short words are out, too."""
    words, terms = read("The brave Brandt met 40 of us. Brave men met Brandt at x2 on the ox.")
    find = Index(words, terms).find
    content = {word for word in ("the", "brave", "brandt", "met", "40", "of", "x2", "ox") if terms.content[find(word)]}
    assert content == {"brave", "met"}


def test_a_pair_must_stand_together_more_than_by_chance() -> None:
    """A hard line is a phrase where the words seek each other, and no phrase across a comma or quotation mark."""
    other = "Many people waited all day near the old bridge for news of the talks."
    words, terms = read(*[f"The hard line pleased nobody. {other}"] * 6, "A hard, line.", 'A hard "line".')
    pair = Index(words, terms).find("Hard-line")
    assert pair is not None
    assert pair >= terms.units
    assert count_terms(words, terms).totals()[pair] == 6
    assert Index(words, terms).find("nobody many") is None


def test_only_own_words_are_counted() -> None:
    """Counts are by article, without what stands between quotation marks."""
    words, terms = read('A smear. "A smear and a smear."', "Smears smear.")
    counts = count_terms(words, terms)
    number = Index(words, terms).find("smear")
    here = counts.term == number
    assert list(zip(counts.article[here].tolist(), counts.count[here].tolist(), strict=True)) == [(0, 1), (1, 2)]


def test_what_is_listed_is_no_candidate() -> None:
    """Any spelling of any entry keeps its word out, reporting verbs and prefixes too, and so does a word in a pair."""
    text = "The vile smear campaign slammed and snarled at toxins in a plain garden."
    words, terms = read(*[text] * 4)
    entries = [
        Entry("vile", "labels"),
        Entry("slam", "hostile", forms=("slammed",), kind="reporting"),
        Entry("tox", "labels", match="prefix"),
        Entry("smear", "labels"),
    ]
    index = Index(words, terms)
    listed = find_listed(entries, terms, index)
    pool = choose_pool(terms, count_terms(words, terms), listed, 4, 4)
    assert index.find("smear campaign") is not None
    assert not any(pool[index.find(word)] for word in ("vile", "slammed", "toxins", "smear", "smear campaign"))
    assert all(pool[index.find(word)] for word in ("snarled", "campaign", "garden"))
    assert listed.categories == {"labels": {index.find("vile"), index.find("toxins"), index.find("smear")}}


def test_rare_words_are_no_candidates() -> None:
    """A word must stand often enough, and in enough articles."""
    words, terms = read("grim grim grim grim and bleak.", "bleak bleak.", "bleak.", "grey.")
    index = Index(words, terms)
    pool = choose_pool(terms, count_terms(words, terms), find_listed([], terms, index), 4, 4)
    assert [bool(pool[index.find(word)]) for word in ("grim", "bleak", "grey")] == [False, True, False]
