"""
How often the program is right on annotated news.

Prints the figures for the data that are there, beside VADER, TextBlob and AFINN on the same rows, and writes them into
docs/accuracy.md. The data are other people's and no part of this project.

    python -m benchmarks.accuracy --data ../shared/eval
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.accuracy import basil, loaded, newsmtsc
from benchmarks.accuracy.categories import measure_categories
from benchmarks.accuracy.data import Data, find_data
from benchmarks.accuracy.measures import DRAWS
from benchmarks.accuracy.page import PAGE, describe_run, write_figures
from benchmarks.accuracy.sections import Section, write_section


def measure(data: Data, draws: int, predictions: Path | None = None) -> Iterator[Section]:
    """Every section that the data allow."""
    if data.newsmtsc is not None:
        yield from newsmtsc.measure(data.newsmtsc, draws, predictions)
    if data.babe is not None:
        yield from loaded.measure_babe(data.babe, draws)
        yield measure_categories(data.folder / "babe_dev.parquet", draws)
    if data.basil is not None:
        yield loaded.measure_basil(data.basil, draws)
        for part in (basil.measure_polarity, basil.measure_voice, basil.measure_speaker, basil.measure_target):
            yield part(data.basil, draws)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and write. 0 also where there are no data; 2 where a file that was named is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--data", metavar="DIR", help="folder of the annotated news (../shared/eval beside the project)"
    )
    parser.add_argument(
        "--predictions", metavar="FILE", type=Path, help="polarities for NewsMTSC: id, polarity, confidence"
    )
    parser.add_argument("--page", metavar="FILE", type=Path, default=PAGE, help="page to write the figures into")
    parser.add_argument("--print-only", action="store_true", help="leave the page alone")
    parser.add_argument("--draws", type=int, default=DRAWS, help=f"bootstrap draws (default: {DRAWS})")
    asked = parser.parse_args(arguments)
    if asked.predictions is not None and not asked.predictions.is_file():
        print(f"There are no predictions at {asked.predictions}.", file=sys.stderr)
        return 2
    data = find_data(asked.data)
    if data.missing:
        print(f"Not in {data.folder}, so not measured: {', '.join(data.missing)}.", file=sys.stderr)
    parts = []
    for section in measure(data, asked.draws, asked.predictions):
        parts.append(write_section(section))
        print(parts[-1], flush=True)
    if not parts:
        print("There are no annotated data here, so nothing was measured; the page stays as it is.")
        return 0
    if not asked.print_only:
        write_figures(asked.page, "\n".join([describe_run(asked.draws), "", *parts]))
        print(f"Written into {asked.page}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
