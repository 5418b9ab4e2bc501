"""Each verb does what its help says."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest
from cli_samples import LOADED, call, write_corpus, write_people, write_table, write_texts

from framing import __version__
from framing.cli.options import OUR_COLUMNS, Voice
from framing.corpus.columns import MANIFEST_FIELDS
from framing.errors import ExitCode
from framing.tables import TABLES, VOICES


def test_version() -> None:
    """`framing --version` prints the version."""
    result = call("--version")
    assert (result.code, result.out.strip()) == (0, f"framing {__version__}")


def test_report_writes_everything_and_says_so(tmp_path: Path) -> None:
    """`framing report` writes page, Markdown, JSON and a file per table, and counts its findings by verdict."""
    out = tmp_path / "out"
    result = call("report", write_corpus(tmp_path / "c"), "-o", out)
    assert result.code == 0, result.all
    assert {path.name for path in out.iterdir()} == {"report.html", "report.md", "report.json", "tables"}
    assert {path.stem for path in (out / "tables").iterdir()} == set(TABLES)
    json.loads((out / "report.json").read_text("utf-8"))
    findings = pl.read_parquet(out / "tables" / "comparisons.parquet")
    counted = ", ".join(
        f"{one} {findings['verdict'].to_list().count(one)}" for one in ("differs", "similar", "cannot tell")
    )
    assert f"{findings.height} comparisons: {counted}." in result.out
    assert "6 articles of 2 outlets read, 0 rows or files set aside." in result.out
    assert str(out / "report.html") in result.out
    assert result.err == ""


def test_report_without_texts(tmp_path: Path) -> None:
    """`--no-text` leaves the articles' sentences out of every file."""
    out = tmp_path / "out"
    assert call("report", write_corpus(tmp_path / "c"), "-o", out, "--no-text").code == 0
    for path in out.rglob("*.*"):
        assert b"Traffic began at noon" not in path.read_bytes()


def test_measures_join_the_default_ones(tmp_path: Path) -> None:
    """`--measures` adds to the default family, categories for actors among them."""
    out = tmp_path / "out"
    result = call("report", write_corpus(tmp_path / "c"), "-o", out, "--measures", "loaded:labels, loaded:emotion")
    assert result.code == 0, result.all
    findings = pl.read_parquet(out / "tables" / "comparisons.parquet")
    assert set(findings["measure"]) == {"loaded", "blaming", "praising", "valence", "loaded:labels", "loaded:emotion"}
    scores = pl.read_parquet(out / "tables" / "scores.parquet")
    assert scores.filter(pl.col("actor").is_not_null() & (pl.col("measure") == "loaded:labels")).height


def test_settings_stand_in_the_recipe(tmp_path: Path) -> None:
    """Seed and resamples given stand in the recipe of the report, and so does the actor file's name."""
    actors = write_table(tmp_path / "people.csv", [{"name": "Oskar Brandt", "aliases": "Brandt", "kind": "person"}])
    out = tmp_path / "out"
    options = ("--seed", 7, "--resamples", 199, "--actors", actors, "--voice", "quoted")
    assert call("report", write_corpus(tmp_path / "c"), "-o", out, *options).code == 0
    page = (out / "report.html").read_text("utf-8")
    assert "seed 7" in page
    assert "resamples 199" in page
    assert "people.csv:" in page
    assert set(pl.read_parquet(out / "tables" / "comparisons.parquet")["voice"]) == {"quoted"}


def test_same_seed_same_report(tmp_path: Path) -> None:
    """The same corpus and seed give the same figures, byte for byte in the tables."""
    corpus = write_corpus(tmp_path / "c")
    for name in ("one", "two"):
        assert call("report", corpus, "-o", tmp_path / name).code == 0
    for table in (tmp_path / "one" / "tables").iterdir():
        assert pl.read_parquet(table).equals(pl.read_parquet(tmp_path / "two" / "tables" / table.name))


def test_actor_file_beside_the_corpus_is_used(tmp_path: Path) -> None:
    """actors.csv of the corpus folder says who is looked for, and a note says so; --actors goes before it."""
    corpus = write_corpus(tmp_path / "c")
    write_table(corpus / "actors.csv", [{"name": "Mirela Voss", "aliases": "Voss"}])
    result = call("score", corpus, "-o", tmp_path / "out")
    assert "actors are those of actors.csv" in result.out
    assert set(pl.read_parquet(tmp_path / "out" / "mentions.parquet")["actor"]) == {"mirela-voss"}
    others = write_table(tmp_path / "others.csv", [{"name": "Oskar Brandt", "aliases": "Brandt"}])
    result = call("score", corpus, "-o", tmp_path / "out", "--actors", others)
    assert "actors.csv in the corpus folder" not in result.out
    assert set(pl.read_parquet(tmp_path / "out" / "mentions.parquet")["actor"]) == {"oskar-brandt"}


def test_columns_of_another_name(tmp_path: Path) -> None:
    """`--column outlet=house` reads a table whose outlets stand under a name that the program can't guess."""
    rows = [{"text": f"{LOADED} Day {n}.", "house": f"H{n % 2}", "key": n} for n in range(4)]
    table = write_table(tmp_path / "t.csv", rows)
    result = call("corpus", "check", table, "--column", "outlet=house", "--column", "id=key")
    assert result.code == 0, result.all
    assert "H0" in result.out
    assert "H1" in result.out


def test_score_writes_the_tables_alone(tmp_path: Path) -> None:
    """`framing score` writes every table but COMPARISONS, and no report."""
    out = tmp_path / "out"
    assert call("score", write_corpus(tmp_path / "c"), "-o", out, "--categories").code == 0
    assert {path.stem for path in out.iterdir()} == set(TABLES) - {"comparisons"}
    scores = pl.read_parquet(out / "scores.parquet")
    assert scores.filter(pl.col("actor").is_not_null() & (pl.col("measure") == "loaded:labels")).height


def test_own_lexicon_is_layered(tmp_path: Path) -> None:
    """A lexicon of two columns, given with --lexicon, adds its words to the bundled ones."""
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "mine.csv").write_text("term,category\ntraffic,labels\n", "utf-8")
    out = tmp_path / "out"
    assert call("score", write_corpus(tmp_path / "c"), "-o", out, "--lexicon", mine).code == 0
    hits = pl.read_parquet(out / "hits.parquet")
    assert {"Traffic", "despot"} <= set(hits["surface"])


def test_show_numbers_every_mark_with_its_reason(tmp_path: Path) -> None:
    """In a pipe, marks carry a number and a sign, and below stand category, valence, whom, rule, note and citation."""
    article = write_texts(tmp_path, {"a.txt": LOADED}) / "a.txt"
    result = call("show", article, "--actors", write_people(tmp_path / "people.csv"))
    assert result.code == 0, result.all
    assert "snarling[1-] despot[2-] Oskar Brandt lashed out[3-]" in result.out
    assert "brave[" in result.out
    reasons = result.out[result.out.index("  2- despot") :]
    assert "labels, valence -3" in reasons
    assert "colours Oskar Brandt -3 by rule epithet: it stands before the name" in reasons
    assert "plainer: leader" in reasons
    assert "loaded-en/labels.csv:despot@" in reasons
    assert "\x1b" not in result.out


def test_show_says_whose_words_they_are(tmp_path: Path) -> None:
    """A loaded word in a quotation is shown as the speaker's."""
    people = write_people(tmp_path / "people.csv")
    result = call("show", write_texts(tmp_path, {"a.txt": LOADED}) / "a.txt", "--actors", people)
    line = next(line for line in result.out.splitlines() if line.startswith("  4") and "regime" in line)
    assert "quoted speech of Oskar Brandt" in line


def test_show_an_article_of_a_corpus(tmp_path: Path) -> None:
    """`--article` chooses one of a corpus; a wrong id names the nearest, none names a few."""
    corpus = write_corpus(tmp_path / "c")
    result = call("show", corpus, "--article", "tabloid-1")
    assert result.out.startswith("tabloid-1, Tabloid\n")
    assert "Talks of day 1" in result.out
    wrong = call("show", corpus, "--article", "tabloyd-1")
    assert wrong.code == ExitCode.BAD_CORPUS
    assert "--article ID: tabloid-1" in wrong.err
    assert "it has 6 articles" in call("show", corpus).err


def test_show_keeps_escape_sequences_from_the_terminal(tmp_path: Path) -> None:
    """A text with escape sequences and marks that turn the writing shows them as replacement characters."""
    hostile = "The despot \x1b[31mOskar Brandt\x1b[0m spoke \u202eon Monday.\x07 The bridge was opened at noon."
    result = call("show", write_texts(tmp_path, {"a.txt": hostile}) / "a.txt")
    assert result.code == 0, result.all
    assert not {"\x1b", "\u202e", "\x07"} & set(result.out)
    assert "despot[1-]" in result.out


def test_show_a_plain_article(tmp_path: Path) -> None:
    """An article without a loaded word says so, and the page furniture that was left out is counted."""
    text = "The bridge was opened on Monday.\nADVERTISEMENT\nTraffic began at noon."
    result = call("show", write_texts(tmp_path, {"a.txt": text}) / "a.txt")
    assert "No loaded word of the lists stands in it." in result.out
    assert "Left out of every count: 1 stretch (advertisement 1)." in result.out


def test_corpus_check_lists_what_is_read_and_what_is_not(tmp_path: Path) -> None:
    """Outlets, set-aside rows with their reasons, furniture, stories: all are listed."""
    corpus = write_corpus(tmp_path / "c")
    copy = (corpus / "wire-0.txt").read_text("utf-8")
    long = copy + "".join(f"Sentence number {n} tells of the old bridge and its builders again. " for n in range(9))
    write_texts(corpus, {"wire-0.txt": long, "wire-1.txt": long, "stray.txt": "Nobody names me."})
    write_texts(corpus, {"tabloid-0.txt": f"{LOADED}\nADVERTISEMENT\nThe end of it."})
    result = call("corpus", "check", corpus)
    assert result.code == 0, result.all
    lines = [line.split() for line in result.out.splitlines()]
    assert ["Wire", "3", "2"] in [line[:3] for line in lines]
    assert "manifest.csv does not name it" in result.out
    assert ["advertisement", "1", "1", "13"] in lines
    assert "wire-0 (Wire), wire-1 (Wire), wire-2 (Wire)" in result.out


def test_lexicon_check_passes_the_bundled_lists() -> None:
    """The bundled lexicons have no fault, not even a warning."""
    result = call("lexicon", "check", "--strict")
    assert result.code == 0, result.all
    assert "error:" not in result.out
    assert "0 faults" in result.out


def test_lexicon_check_prints_every_fault(tmp_path: Path) -> None:
    """Two faults in a lexicon are both printed, each with its line, and the exit code says so."""
    (tmp_path / "mine.csv").write_text("term,category,valence\nfoo,labels,9\nbar,labels,many\n", "utf-8")
    result = call("lexicon", "check", tmp_path)
    assert result.code == ExitCode.BAD_LEXICON
    assert "mine.csv:2" in result.out
    assert "mine.csv:3" in result.out


def test_lexicon_check_reads_a_folder_of_lexicons(tmp_path: Path) -> None:
    """A folder of lexicon folders is checked one by one; warnings alone pass unless --strict."""
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "labels.csv").write_text("term,note,hit\nzorbling,Why.,The zorbling came.\n", "utf-8")
        (folder / "lexicon.toml").write_text(f'id = "{name}"\nversion = "1"\nlanguage = "en"\n', "utf-8")
    result = call("lexicon", "check", tmp_path)
    assert result.code == 0, result.all
    assert "one 1: 1 entry in 1 file" in result.out
    assert "two 1: 1 entry in 1 file" in result.out
    assert call("lexicon", "check", tmp_path, "--strict").code == ExitCode.BAD_LEXICON


def test_lexicon_list_counts_categories() -> None:
    """`framing lexicon list` names each lexicon with version and licence, and its categories with their meaning."""
    result = call("lexicon", "list")
    assert result.code == 0
    assert "loaded-en" in result.out
    assert "CC BY 4.0" in result.out
    assert "despot, crony, regime" in result.out


def test_options_name_what_there_is() -> None:
    """The voices and columns that the command line knows are those of the tables and the readers."""
    assert tuple(Voice) == VOICES
    assert set(MANIFEST_FIELDS) <= {*OUR_COLUMNS}


@pytest.mark.parametrize(
    "words", [(), ("report",), ("score",), ("show",), ("corpus",), ("corpus", "check"), ("lexicon", "check")]
)
def test_every_command_has_help(words: tuple[str, ...]) -> None:
    """`--help` answers everywhere."""
    result = call(*words, "--help")
    assert result.code == 0
    assert "Usage: framing" in result.out
