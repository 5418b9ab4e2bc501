"""CSV, TSV, JSON lines and Parquet give the same articles, and broken rows are named by line."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.corpus import Reading, read_corpus
from framing.errors import CorpusError

HEADER = ["id", "outlet", "title", "text", "date"]
ROWS = [
    ["a1", "The Harbour Post", 'A "plan" at last', "The council met.\r\nIt said “yes”, then “no”.", "2024-08-06"],
    [
        "a2",
        "Daily Gull",
        "No plan; no port",
        "Residents, tired of waiting, met on the pier; nobody spoke.",
        "2024-08-07",
    ],
    ["a3", "Daily Gull", "", 'He said "never" — twice\n\n\nand left. ', ""],
]


def write_csv(path: Path, rows: list[list[str]] = ROWS, separator: str = ",") -> Path:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=separator).writerows([HEADER, *rows])
    path.write_bytes(buffer.getvalue().encode())
    return path


def write_jsonl(path: Path, rows: list[list[str]] = ROWS) -> Path:
    lines = (json.dumps(dict(zip(HEADER, row, strict=True)), ensure_ascii=False) for row in rows)
    path.write_bytes("\n".join(lines).encode())
    return path


def write_parquet(path: Path, rows: list[list[str]] = ROWS) -> Path:
    pl.DataFrame(rows, schema=HEADER, orient="row").write_parquet(path)
    return path


def read_from(folder: Path, name: str, content: str | bytes) -> Reading:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_corpus(path)


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("a.csv", write_csv),
        ("a.CSV", lambda path: write_csv(path, separator=";")),
        ("a.tsv", lambda path: write_csv(path, separator="\t")),
        ("a.jsonl", write_jsonl),
        ("a.ndjson", write_jsonl),
        ("a.parquet", write_parquet),
    ],
)
def test_every_format_gives_the_same_articles(tmp_path: Path, name: str, write: Callable[[Path], Path]) -> None:
    """It makes no difference in what format a corpus is kept; no character of a text is altered."""
    reading = read_corpus(write(tmp_path / name))
    assert reading.articles.select("article", "outlet", "title", "text", "date").rows() == [
        (row[0], row[1], row[2] or None, row[3], dt.date.fromisoformat(row[4]) if row[4] else None) for row in ROWS
    ]
    assert reading.set_aside.height == 0


CHARACTERS = st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\t\n\r")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(texts=st.lists(st.text(CHARACTERS).map(lambda text: "Word " + text), min_size=1, max_size=4))
def test_csv_jsonl_and_parquet_agree_on_any_text(tmp_path: Path, texts: list[str]) -> None:
    """Quotes, newlines, separators and odd characters inside a text survive every format alike."""
    rows = [[f"id{number}", "Gull", "T", text, ""] for number, text in enumerate(texts)]
    for write, name in ((write_csv, "b.csv"), (write_jsonl, "b.jsonl"), (write_parquet, "b.parquet")):
        assert read_corpus(write(tmp_path / name, rows)).articles["text"].to_list() == texts


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
@given(data=st.binary(max_size=300), suffix=st.sampled_from([".csv", ".tsv", ".jsonl", ".parquet", ".txt"]))
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes, suffix: str) -> None:
    """No file makes a traceback: it gives articles, or one message with a way out."""
    path = tmp_path / f"any{suffix}"
    path.write_bytes(data)
    with suppress(CorpusError):
        assert read_corpus(path).articles.height >= 1


def test_excel_files_are_read(tmp_path: Path) -> None:
    """A byte order mark and semicolons, as Excel writes them in much of Europe, are no obstacle."""
    reading = read_from(tmp_path, "a.csv", "\ufeffid;outlet;text\r\nx;Gull;One, two; no\r\ny;Gull;One, two\r\n")
    assert reading.articles["article"].to_list() == ["y"]
    assert reading.set_aside.rows() == [("a.csv:2", "it has 4 fields where the header has 3", "unreadable")]


def test_broken_csv_rows_are_set_aside_with_their_line(tmp_path: Path) -> None:
    """The line of a fault is counted as an editor counts it, newlines within quotes included."""
    content = (
        'outlet,text\nGull,"Two\nlines"\n\nGull,"closed" too soon\nGull\nGull,good words\nGull,"never closed\nend\n'
    )
    reading = read_from(tmp_path, "a.csv", content)
    assert reading.articles["text"].to_list() == ["Two\nlines", "good words"]
    places = dict(reading.set_aside.select("place", "reason").rows())
    assert places["a.csv:5"].startswith("it can't be split into fields")
    assert places["a.csv:6"] == "it has no text"
    assert places["a.csv:8"] == ("a quotation mark opened in this row is never closed (it swallows lines 8 to 9)")


def test_a_very_long_field_is_read(tmp_path: Path) -> None:
    """A text longer than what Python's csv module allows by itself is no fault, and its limit is put back."""
    before = csv.field_size_limit()
    text = "word " * 100_000
    assert read_from(tmp_path, "a.csv", f"outlet,text\nGull,{text}\n").articles["text"][0] == text
    assert csv.field_size_limit() == before


def test_a_text_too_long_for_an_article_is_set_aside(tmp_path: Path) -> None:
    """A whole archive in one cell is not taken for an article."""
    reading = read_from(tmp_path, "a.tsv", f"outlet\ttext\nGull\t{'word ' * 1_000_001}\nGull\tShort one\n")
    assert reading.articles.height == 1
    assert "longer than 5,000,000 characters" in reading.set_aside["reason"][0]


def test_broken_json_lines_are_set_aside_with_their_line(tmp_path: Path) -> None:
    """One bad line doesn't cost the rest of the file."""
    lines = [
        '{"outlet": "Gull", "text": "Good words"}',
        "",
        '{"outlet": "Gull", "text": ',
        "[1, 2]",
        '{"outlet": "Gull", "text": "half a pair \\ud83d"}',
        "[" * 100_000,
        '{"outlet": "Gull", "text": "More words", "n": ' + "9" * 5000 + "}",
    ]
    reading = read_from(tmp_path, "a.jsonl", "\n".join(lines))
    assert reading.articles["text"].to_list() == ["Good words"]
    assert sorted(reading.set_aside["place"]) == [f"a.jsonl:{line}" for line in (3, 4, 5, 6, 7)]
    assert set(reading.set_aside["kind"]) == {"unreadable"}


def test_values_of_other_types_become_text(tmp_path: Path) -> None:
    """A source as an object, authors as a list, ids as numbers: what news interfaces deliver is understood."""
    record: dict[str, Any] = {
        "id": 7,
        "source": {"id": None, "name": "Gull"},
        "authors": ["A. Reed", "B. Sand"],
        "content": "Some words\u2028here",
        "publishedAt": "2024-08-06T10:00:00Z",
        "url": None,
    }
    article = read_from(tmp_path, "a.jsonl", json.dumps(record, ensure_ascii=False)).articles.row(0, named=True)
    assert (article["article"], article["outlet"], article["author"]) == ("7", "Gull", "A. Reed, B. Sand")
    assert (article["text"], article["date"], article["url"]) == ("Some words\u2028here", dt.date(2024, 8, 6), None)


def test_parquet_types_become_text(tmp_path: Path) -> None:
    """Dates, lists, categories and missing numbers in a typed table are read as what they mean."""
    frame = pl.DataFrame(
        {
            "text": ["Some words"],
            "id": [7.5],
            "outlet": pl.Series(["Gull"], dtype=pl.Categorical),
            "date": [dt.datetime(2024, 8, 6, 10)],
            "authors": [["A", "B"]],
            "url": [float("nan")],
        }
    )
    frame.write_parquet(tmp_path / "a.parquet")
    article = read_corpus(tmp_path / "a.parquet").articles.row(0, named=True)
    assert (article["article"], article["outlet"], article["date"]) == ("7.5", "Gull", dt.date(2024, 8, 6))
    assert (article["author"], article["url"]) == ("A, B", None)


def test_a_cut_off_parquet_file_is_refused(tmp_path: Path) -> None:
    """Half a download gives a message, not a traceback."""
    path = write_parquet(tmp_path / "a.parquet")
    whole = path.read_bytes()
    for size in (0, 3, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:size])
        with pytest.raises(CorpusError, match="damaged or cut off"):
            read_corpus(path)


def test_articles_written_as_a_table_read_back(tmp_path: Path) -> None:
    """ARTICLES saved as Parquet is itself a corpus, with the same ids."""
    first = read_corpus(write_csv(tmp_path / "a.csv")).articles
    first.write_parquet(tmp_path / "articles.parquet")
    assert read_corpus(tmp_path / "articles.parquet").articles.equals(first)


def test_a_table_without_outlets_counts_as_one(tmp_path: Path) -> None:
    """A table of texts alone can still be looked at, with a note on how to name the outlets."""
    reading = read_from(tmp_path, "a.csv", "text,n\nSome words,1\nOther words,2\n")
    assert set(reading.articles["outlet"]) == {"(no outlet)"}
    assert reading.articles["article"].to_list() == ["row-1", "row-2"]
    assert any("--column outlet=COLUMN" in note for note in reading.notes)


def test_columns_of_the_users_choice(tmp_path: Path) -> None:
    """`columns` says where the outlet stands when no usual name does."""
    path = tmp_path / "a.csv"
    path.write_text("desk,text\nGull,Some words\n", encoding="utf-8")
    assert read_corpus(path, columns={"outlet": "desk"}).articles["outlet"].to_list() == ["Gull"]


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.csv", "", "it is empty"),
        ("a.csv", "\n\n", "it is empty"),
        ("a.csv", "a\x00b", "NUL bytes"),
        ("a.csv", "text,text\n", "no article of it can be used"),
        ("a.csv", 'text,"outlet\n', "it is empty"),
        ("a.jsonl", "no json\n", "no line of it is a JSON object"),
        ("a.json", "{}", "no reader for .json"),
        ("a", "x", "no reader for a file without a suffix"),
        ("a.csv", "outlet,text\n" + "Gull,\n" * 9, "a.csv:2: it has no text"),
    ],
)
def test_unusable_files_say_why(tmp_path: Path, name: str, content: str, fault: str) -> None:
    """A file of which nothing can be used gives one message with its reasons."""
    with pytest.raises(CorpusError) as caught:
        read_from(tmp_path, name, content)
    assert fault in caught.value.fault
    assert str(tmp_path / name) in str(caught.value)


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A permission that is missing is said as such."""
    path = write_csv(tmp_path / "a.csv")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(CorpusError, match="can't be read: Permission denied"):
        read_corpus(path)
