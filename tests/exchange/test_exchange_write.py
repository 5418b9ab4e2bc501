"""What is written is read back, by us and by others; what a format can't hold is counted."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from exchange_samples import ENTRIES, terms
from hypothesis import given
from hypothesis import strategies as st

from framing.exchange import READERS, WRITERS, count_losses, read_foreign
from framing.exchange.model import Foreign
from framing.lexicon import Entry, load_lexicons
from framing.lexicon.words import tidy

BOTH = sorted(WRITERS.keys() & READERS.keys() - {"vader"})
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=12).map(
    lambda t: f"a{t}b"
)


def back(root: Path, name: str, entries: Sequence[Entry]) -> Foreign:
    """Entries written in a format, and read in the same."""
    for file, data in WRITERS[name].write(entries).items():
        (root / Path(file).name).write_bytes(data)
    return read_foreign(root / Path(file).name, name)


def spelled(entries: Sequence[Entry], forms: bool = True) -> set[tuple[str, str]]:
    """Category and spelling of every entry, white space single."""
    return {
        (" ".join(e.category.split()), " ".join(s.split()))
        for e in entries
        for s in (e.spellings if forms else (e.term,))
    }


@pytest.mark.parametrize("name", BOTH)
def test_terms_categories_and_wildcards_come_back(tmp_path: Path, name: str) -> None:
    """`no`, a category with a colon, a phrase, a prefix, an accent: all are there again."""
    found = back(tmp_path, name, ENTRIES)
    assert set(terms(found)) == spelled(ENTRIES, forms=name not in ("csv", "xlsx"))
    assert {row["term"] for row in found.rows if row["match"] == "prefix"} == {"kaka*"}
    assert found.losses == []


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_tables_hold_everything(tmp_path: Path, name: str) -> None:
    """Values, forms, contexts and notes of an entry come back as they were."""
    rows = {row["term"]: row for row in back(tmp_path, name, ENTRIES).rows}
    assert rows["despot"]["forms"] == "despots"
    assert float(rows["despot"]["valence"]) == -3
    assert rows["despot"]["plain"] == "leader"
    assert rows["naïve"]["unless"] == "naïve art"
    assert rows["hard line"]["match"] == "exact"


def test_vader_s_own_reader_reads_ours(tmp_path: Path) -> None:
    """The program itself takes the file: single words with values on its scale, nothing else."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    text = WRITERS["vader"].write(ENTRIES)["vader_lexicon.txt"].decode()
    analyzer = SentimentIntensityAnalyzer()
    analyzer.lexicon_full_filepath = text
    analyzer.lexicon_file = text
    assert analyzer.make_lex_dict() == {"despot": -4.0, "despots": -4.0, "naïve": -1.0, "no": 2.0, "reich": -2.67}
    (tmp_path / "v.txt").write_text(text)
    assert {row["term"]: float(row["valence"]) for row in read_foreign(tmp_path / "v.txt").rows}["naïve"] == -0.75


@pytest.mark.parametrize("name", BOTH)
@given(data=st.data())
def test_any_term_and_category_come_back(
    tmp_path_factory: pytest.TempPathFactory, name: str, data: st.DataObject
) -> None:
    """Quotation marks, colons, umlauts, emoji, dashes: nothing in a term or category breaks a format."""
    terms_ = data.draw(st.lists(NAMES.filter(lambda t: not set(t) & set("*?_")), min_size=1, max_size=4, unique=True))
    category = data.draw(NAMES)
    entries = [Entry(" ".join(term.split()), " ".join(category.split())) for term in terms_]
    found = back(tmp_path_factory.getbasetemp(), name, entries)
    assert set(terms(found)) == {(tidy(c), tidy(t)) for c, t in spelled(entries)}
    assert found.losses == []


def test_brackets_in_a_term_are_no_condition(tmp_path: Path) -> None:
    """What looks like a condition of LIWC counts as one only behind the term."""
    odd = [Entry("a <b> c", "x"), Entry("line (1) two", "x"), Entry("catch 22", "x")]
    assert {term for _, term in terms(back(tmp_path, "liwc", odd))} == {"a <b> c", "line (1) two", "catch 22"}


@given(values=st.dictionaries(st.from_regex(r"\A[a-zäß]{2,8}\Z"), st.sampled_from([-3, -1.5, 0.75, 2]), min_size=1))
def test_values_come_back_from_vader(tmp_path_factory: pytest.TempPathFactory, values: dict[str, float]) -> None:
    """From -3 … +3 to -4 … +4 and back nothing moves by more than a hundredth."""
    entries = [Entry(word, "labels", valence=value) for word, value in values.items()]
    found = {row["term"]: float(row["valence"]) for row in back(tmp_path_factory.getbasetemp(), "vader", entries).rows}
    assert found == pytest.approx(values, abs=0.011)


def test_yaml_of_others_reads_ours() -> None:
    """A strict YAML reader sees maps of lists of texts, `no` among them as a text."""
    import yaml

    data = yaml.safe_load(WRITERS["quanteda"].write(ENTRIES)["lexicon.yml"])
    assert data["on: yes"] == ["no"]
    assert "kaka*" in data["praise"]


def test_vale_rules_are_whole() -> None:
    """A rule a category, with `swap` where a plainer word is known; patterns match what the list has."""
    import yaml

    odd = Entry("a+b (c)", "labels", valence=-1)
    plain_verb = replace(ENTRIES[1], loaded=False, term="say")
    files = {name: yaml.safe_load(data) for name, data in WRITERS["vale"].write([*ENTRIES, odd, plain_verb]).items()}
    assert files["Loaded/labels-plain.yml"]["swap"] == {"despot": "leader", "despots": "leader"}
    tokens = files["Loaded/labels.yml"]["tokens"]
    assert any(re.fullmatch(token, "a+b (c)") for token in tokens)
    assert "say" not in tokens
    assert any(re.fullmatch(token, "kakadu") for token in files["Loaded/praise.yml"]["tokens"])
    files = WRITERS["vale"].write(
        [Entry(name, name, plain=plain) for name in ("a b", "A-b", "A b-plain") for plain in ("", "x")]
    )
    assert len(files) == 6
    assert len({name.casefold() for name in files}) == 6
    for rule in map(yaml.safe_load, files.values()):
        assert rule["message"].startswith("Possibly loaded")
        assert rule["extends"] in ("existence", "substitution")


def test_spacy_patterns_are_found_by_spacy() -> None:
    """The patterns find their words, hyphens and prefixes too, with the citation as id."""
    more = [Entry(term, "doubt") for term in ("so-called", "won't do", "viper's nest", "vipers' nest")]
    plain = Entry("said", "neutral", loaded=False)
    lines = WRITERS["spacy"].write([*ENTRIES, *more, plain])["patterns.jsonl"].decode().splitlines()
    patterns = [json.loads(line) for line in lines]
    assert {"label": "LOADED_LABELS", "pattern": [{"TEXT": "Reich"}], "id": ENTRIES[4].citation} in patterns
    assert not any("NEUTRAL" in pattern["label"] for pattern in patterns)
    spacy = pytest.importorskip("spacy", reason="spacy is not installed (extra bench)")
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(patterns)
    text = "The Despots took a hard line, a so-called reich, and Kakadu; it won't do in a viper's nest or vipers' nest."
    found = {span.text for span in nlp(text).ents}
    assert found == {"Despots", "hard line", "so-called", "Kakadu", "won't do", "viper's nest", "vipers' nest"}


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    """A term that begins with an equals sign is text, in CSV too; the same content is the same file."""
    from openpyxl import load_workbook

    entries = [Entry("=1+1", "labels"), Entry("x", "=cmd")]
    data = WRITERS["xlsx"].write(entries)["lexicon.xlsx"]
    assert data == WRITERS["xlsx"].write(entries)["lexicon.xlsx"]
    book = load_workbook(io.BytesIO(data))
    guarded = WRITERS["csv"].write([Entry("'=x", "+a", note="=1+1", valence=-2)])["lexicon.csv"].decode().splitlines()
    assert guarded[1] == "''=x,'+a,,,,-2,,,,1,,,,'=1+1,,,"
    assert [cell.data_type for sheet in book for row in sheet for cell in row if cell.value == "=1+1"] == ["s"]
    assert all(info.date_time == (1980, 1, 1, 0, 0, 0) for info in ZipFile(io.BytesIO(data)).infolist())


@pytest.mark.parametrize("name", WRITERS)
def test_what_is_lost_is_counted(name: str) -> None:
    """Whoever exports is told how many values, notes, contexts and phrases the format can't hold."""
    lost = " | ".join(count_losses(WRITERS[name], [*ENTRIES, Entry("no", "labels", valence=1, loaded=False)]))
    assert ("values of whoever a word is said of: 7 entries" in lost) == ("valence" not in WRITERS[name].carries)
    assert ("terms of several words: 1 entry" in lost) == (name == "vader")
    assert ("that a word does not count as loaded: 1 entry" in lost) == (name not in ("vader", "vale", "spacy"))
    assert ("categories: 7 entries" in lost) == (name == "vader")
    assert ("words that don't count as loaded: 1 entry" in lost) == (name in ("vale", "spacy"))
    assert ("prefixes: 1 entry | words that stand in several categories" in lost) == (name == "vader")
    assert ("notes: 1 entry" in lost) == (name not in ("csv", "xlsx"))


@pytest.mark.parametrize("name", WRITERS)
def test_the_bundled_lists_can_be_written(name: str) -> None:
    """All of them, in every format, and the same to the byte each time."""
    entries = load_lexicons().in_force()
    files = WRITERS[name].write(entries)
    assert all(files.values())
    assert files == WRITERS[name].write(entries)
