"""The pages of docs/ say what the program does."""

from __future__ import annotations

import importlib.util
import re
from functools import cache
from types import ModuleType

import polars as pl
import pytest
from pages import ROOT, rows_of

from framing.actors.files import Actor
from framing.link.roles import CONFIDENCE, Role
from framing.pipeline import Analysis, analyze
from framing.tables import ARTICLES, VERDICTS

BOLD = re.compile(r"\*\*(.+?)\*\*")
PEOPLE = (
    Actor("Putin", "Vladimir Putin", ("Putin",), gender="he"),
    Actor("Zelensky", "Volodymyr Zelensky", ("Zelensky",), gender="he"),
    Actor("Medvedev", "Dmitry Medvedev", ("Medvedev",), gender="he"),
)


def sentences_of_roles() -> list[str]:
    """Every sentence with a bold word in docs/roles.md."""
    cells = (cell for head in ("rule", "sentence", "names") for row in rows_of("docs/roles.md", head) for cell in row)
    return list(dict.fromkeys(cell for cell in cells if BOLD.search(cell)))


@cache
def read_sentences() -> Analysis:
    """Every such sentence as an article of its own, whose id it is."""
    rows = [
        {
            "article": said,
            "outlet": "o",
            "title": "A title",
            "text": BOLD.sub(r"\1", said),
            "story": said,
            "furniture": [],
        }
        for said in sentences_of_roles()
    ]
    return analyze(ARTICLES.frame(rows), actors=PEOPLE)


def links_of(sentence: str) -> pl.DataFrame:
    """The links of the bold word of a sentence."""
    found = BOLD.search(sentence)
    assert found, f"no bold word: {sentence}"
    end = found.start() + len(found.group(1))
    there = (pl.col("article") == sentence) & (pl.col("start") == found.start()) & (pl.col("end") == end)
    assert read_sentences().hits.filter(there).height, f"the lists don't have the bold word: {sentence}"
    return read_sentences().links.filter(there)


def load_builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_build", ROOT / "docs" / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_fresh() -> None:
    """No page that is made from the program is stale."""
    assert load_builder().find_stale() == [], "run `python docs/build.py`"


def test_every_role_has_an_example() -> None:
    """docs/roles.md has a row for every rule, in the order of the program, with its confidence."""
    rows = rows_of("docs/roles.md", "rule")
    assert [row[0].strip("`") for row in rows] == [role.name.lower() for role in Role if role]
    assert [float(row[1]) for row in rows] == [CONFIDENCE[role] for role in Role if role]


@pytest.mark.parametrize("row", rows_of("docs/roles.md", "rule"), ids=lambda row: row[0].strip("`"))
def test_examples_of_roles_hold(row: list[str]) -> None:
    """The word in bold is tied by the rule it is an example of, and not by it in the counter-example."""
    role, _, tied, whom, untied, _ = row
    found = links_of(tied).select("actor", "role").rows()
    assert (whom, role.strip("`")) in found
    assert role.strip("`") not in links_of(untied)["role"].to_list()


@pytest.mark.parametrize("row", rows_of("docs/roles.md", "sentence"), ids=lambda row: row[0])
def test_examples_of_negation_hold(row: list[str]) -> None:
    """A negated adjective turns and loses half its force; other negated words are not linked."""
    sentence, whom, valence = row
    values = links_of(sentence).filter(pl.col("actor") == whom)["valence"].to_list()
    assert values == ([] if valence == "none" else [float(valence)])


@pytest.mark.parametrize("row", rows_of("docs/roles.md", "names"), ids=lambda row: row[0])
def test_examples_of_names_hold(row: list[str]) -> None:
    """The word in bold colours exactly the actors that the row names."""
    sentence, coloured, _ = row
    wanted = set() if coloured == "nobody" else set(coloured.split(", "))
    assert set(links_of(sentence)["actor"].to_list()) == wanted


def test_links_between_pages_lead_somewhere() -> None:
    """No link of README, CONTRIBUTING or docs/ points to a file that is not there (docs/report.png is made later)."""
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    for page in pages:
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8")):
            if "://" not in target and target != "docs/report.png":
                assert (page.parent / target).exists(), f"{page.name} links {target}"


def test_glossary_has_what_tables_speak_of() -> None:
    """Every voice, verdict and kind of row of the program is a word of the glossary, and each stands once, in order."""
    words = re.findall(r"^\*\*(.+?)\*\* —", (ROOT / "docs" / "glossary.md").read_text("utf-8"), re.MULTILINE)
    assert words == sorted(set(words), key=str.casefold)
    known = {word for entry in words for word in entry.split(", ")}
    assert known >= {
        *VERDICTS,
        "voice",
        "headline",
        "scare quotes",
        "family",
        "q",
        "detectable ratio",
        "matched events",
    }
    assert known >= {
        "article",
        "quotation",
        "mention",
        "hit",
        "link",
        "score",
        "finding",
        "set aside",
        "role",
        "valence",
    }


def test_the_formats_of_lexicons_are_told() -> None:
    """docs/lexicons.md has the table that the registries make."""
    from framing.exchange.page import exchange_table

    assert exchange_table().strip() in (ROOT / "docs" / "lexicons.md").read_text("utf-8")


def test_types_and_formats_of_exercises_are_told() -> None:
    """docs/exercises.md has every type with its minutes, needs and scoring, and every format with its files."""
    from framing.exercise.types import EXERCISES
    from framing.exercise.writers import WRITERS

    told = {row[0].strip("`"): row[1:] for row in rows_of("docs/exercises.md", "type")}
    assert told == {k.name: [k.title, str(k.minutes), k.needs, k.scoring] for k in EXERCISES.values()}
    formats = {row[0].strip("`"): row[1:] for row in rows_of("docs/exercises.md", "format")}
    assert formats == {o.name: [", ".join(f"`{file}`" for file in o.files), o.about] for o in WRITERS.values()}
