"""write_report and write_tables: which files there are, the same bytes again, and no text where none is wanted."""

from __future__ import annotations

from pathlib import Path

import polars as pl
from folders import read_all
from report_samples import sample

from framing.report import write_report, write_tables
from framing.tables import TABLES, check


def test_all_files_are_there(tmp_path: Path) -> None:
    """The page, the Markdown, the JSON and one Parquet file for every table."""
    path = write_report(*sample(), tmp_path / "out")
    assert path == tmp_path / "out" / "report.html"
    files = {"report.html", "report.md", "report.json", *(f"tables/{name}.parquet" for name in TABLES)}
    assert set(read_all(tmp_path / "out")) == files
    for name, table in TABLES.items():
        frame = pl.read_parquet(tmp_path / "out" / "tables" / f"{name}.parquet")
        assert frame.equals(check(frame, table))


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two reports of the same analysis are the same, byte for byte."""
    write_report(*sample(), tmp_path / "one")
    write_report(*sample(), str(tmp_path / "two"))
    assert read_all(tmp_path / "one") == read_all(tmp_path / "two")


def test_no_text_leaves_no_text_in_any_file(tmp_path: Path) -> None:
    """With text=False no file holds a title, a sentence or a quotation; marked words and offsets stay."""
    write_report(*sample(), tmp_path, text=False)
    for name, content in read_all(tmp_path).items():
        if not name.endswith(".parquet"):
            assert not any(words in content.decode() for words in ("stood by", "will see", "onmouseover", "خبر")), name
    articles = pl.read_parquet(tmp_path / "tables" / "articles.parquet")
    assert set(articles["text"]) == {""}
    assert articles["title"].null_count() == articles.height
    frames = [pl.read_parquet(tmp_path / "tables" / f"{name}.parquet") for name in TABLES]
    assert not any("stood by" in str(frame.to_dicts()) for frame in frames)
    assert "tyrant" in set(pl.read_parquet(tmp_path / "tables" / "hits.parquet")["surface"])


def test_tables_alone(tmp_path: Path) -> None:
    """write_tables writes the tables into the folder itself; comparisons only where there are some."""
    analysis, findings = sample()
    assert write_tables(analysis, tmp_path / "t") == tmp_path / "t"
    assert set(read_all(tmp_path / "t")) == {f"{name}.parquet" for name in TABLES if name != "comparisons"}
    write_tables(analysis, tmp_path / "t", findings)
    assert pl.read_parquet(tmp_path / "t" / "comparisons.parquet").equals(findings)


def test_progress_is_told(tmp_path: Path) -> None:
    """Whoever waits hears what is being done."""
    told: list[tuple[str, int, int]] = []
    write_report(*sample(), tmp_path, progress=lambda what, done, total: told.append((what, done, total)))
    assert told[0][0] == "gathering evidence"
    assert told[-1][1] == told[-1][2]
