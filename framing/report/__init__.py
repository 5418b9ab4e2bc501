"""Tables to a report: one page, the same as Markdown and JSON, and the tables themselves."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import polars as pl

from framing.progress import Progress
from framing.publish import Writer, publish
from framing.report.build import build_report
from framing.report.markdown import render_markdown
from framing.report.model import Analysed, Report
from framing.report.page import render_page
from framing.report.record import render_record
from framing.tables import TABLES

__all__ = ["Report", "build_report", "write_report", "write_tables"]


def write_report(
    analysis: Analysed,
    findings: pl.DataFrame | None,
    out: str | Path,
    *,
    text: bool = True,
    progress: Progress | None = None,
) -> Path:
    """
    Write report.html, report.md, report.json and tables/*.parquet (one file per table), whole or not at all.

    Args:
        analysis: what was read, from `framing.analyze`.
        findings: COMPARISONS, from `framing.compare`; None for none.
        out: the folder. Files of an earlier report are replaced, all others stay.
        text: whether article texts may be in it; if not, only the marked words and their places are.
        progress: called with what is being done, the steps done and their number.

    Returns:
        the path of report.html.

    Raises:
        OutputError: the folder can't be written; what was there before is still there.
    """
    out = Path(out)
    if progress:
        progress("gathering evidence", 0, 1)
    report = build_report(analysis, findings, text=text)
    page = render_page(report, partial(progress, "writing the report") if progress else None)
    writers = {
        "report.html": _text(page),
        "report.md": _text(render_markdown(report)),
        "report.json": _text(render_record(report)),
        **{f"tables/{name}": writer for name, writer in _tables(analysis, findings, text=text).items()},
    }
    publish(out, writers)
    return out / "report.html"


def write_tables(
    analysis: Analysed, out: str | Path, findings: pl.DataFrame | None = None, *, text: bool = True
) -> Path:
    """
    Write the tables alone, a Parquet file each, whole or not at all; COMPARISONS only if given.

    Args:
        analysis: what was read.
        out: the folder.
        findings: COMPARISONS.
        text: whether articles.parquet holds texts and titles.

    Returns:
        the folder.

    Raises:
        OutputError: the folder can't be written; what was there before is still there.
    """
    publish(Path(out), _tables(analysis, findings, text=text))
    return Path(out)


def _text(document: str) -> Writer:
    return lambda path: _write_text(path, document)


def _write_text(path: Path, document: str) -> None:
    path.write_bytes(document.encode())


def _tables(analysis: Analysed, findings: pl.DataFrame | None, *, text: bool) -> dict[str, Writer]:
    """A writer for each table that there is."""
    frames: dict[str, pl.DataFrame] = {name: getattr(analysis, name) for name in TABLES if name != "comparisons"}
    if findings is not None:
        frames["comparisons"] = findings
    if not text:
        frames["articles"] = _without_text(frames["articles"])
    return {f"{name}.parquet": partial(_write_frame, frame) for name, frame in frames.items()}


def _without_text(articles: pl.DataFrame) -> pl.DataFrame:
    """ARTICLES with empty texts and no titles; offsets in the other tables still point into what was read."""
    return articles.with_columns(text=pl.lit(""), title=pl.lit(None, pl.String))


def _write_frame(frame: pl.DataFrame, path: Path) -> None:
    frame.write_parquet(path)
