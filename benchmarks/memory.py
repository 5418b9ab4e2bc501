"""
Time and memory of a whole report: the command line on a corpus, in a process of its own.

Peak memory is what the operating system counts for the finished process (`getrusage`), so that nothing of this script
is in it. Printed: articles, size, seconds on the clock and of CPU, peak memory, and what the report's files weigh.

    python benchmarks/memory.py --corpus news.parquet
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from framing.corpus import read_corpus

NEWS = Path(__file__).resolve().parents[2] / "shared" / "eval" / "news_sample.parquet"
UNIT = 1 if sys.platform == "darwin" else 1024  # bytes in which the system counts memory


def run_report(corpus: Path, folder: Path, more: list[str]) -> tuple[float, float, float]:
    """Seconds on the clock, of CPU, and peak bytes of `framing report`."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "framing", "report", str(corpus), "-o", str(folder), *more]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    clock, used = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return clock, used.ru_utime + used.ru_stime, float(used.ru_maxrss) * UNIT


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, help="what `framing corpus check` reads", required=not NEWS.is_file())
    given, more = parser.parse_known_args()
    corpus = given.corpus or NEWS
    with tempfile.TemporaryDirectory() as folder:
        clock, cpu, peak = run_report(corpus, Path(folder) / "report", more)
        files = sorted(path for path in Path(folder).rglob("*") if path.is_file())
        sizes = ", ".join(
            f"{path.name} {path.stat().st_size / 1e6:.1f} MB" for path in files if path.suffix != ".parquet"
        )
    texts = read_corpus(corpus).articles["text"]
    print(f"{len(texts):,} articles, {int(texts.str.len_bytes().sum()) / 1e6:.1f} MB")
    print(f"{clock:.1f} s on the clock, {cpu:.1f} s of CPU, {peak / 1e6:,.0f} MB at most; {sizes}")


if __name__ == "__main__":
    main()
