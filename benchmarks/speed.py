"""
How fast articles are scored, beside tools that mark words or sentences of a text.

Every tool reads the same articles in the same run, in one process and one thread. The tools take turns, round after
round, in an order that moves on by one; each is warmed with a part of the articles right before it is timed. What is
timed is CPU time, and the median of the rounds is printed, with the
ratio to VADER. Every tool starts from the texts. Making a tool ready (its lexicon, its patterns) is not timed. VADER
and TextBlob want sentences: a short regular expression cuts them; VADER stands there a second time with sentences that
framing has cut beforehand, untimed. A tool that is not installed is left out, with a word.

    python benchmarks/speed.py --corpus news.parquet        # pip install 'framing[bench]' for spaCy and flashtext
"""

# ruff: noqa: E402 - the number of threads is set before anything is imported that reads it
from __future__ import annotations

import os

for _pool in ("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_pool] = "1"

import argparse
import gc
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median

import polars as pl

from framing.corpus import read_corpus
from framing.engine import Equipment, equip, read_buffer
from framing.evidence import collect, to_tables
from framing.lexicon import load_lexicons
from framing.pipeline import cut_pieces, find_cast
from framing.resources import sample_corpus
from framing.text.buffer import cut_chunks

NEWS = Path(__file__).resolve().parents[2] / "shared" / "eval" / "news_sample.parquet"
VADER, VADER_CUT = "VADER, per sentence", "VADER, sentences cut beforehand"
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
Task = Callable[["Texts"], object]


@dataclass(frozen=True)
class Texts:
    """The articles, and what they are read with: the same terms and names for every tool that takes any."""

    articles: pl.DataFrame
    equipment: Equipment
    sentences: list[str]

    @property
    def bodies(self) -> list[str]:
        rows = self.articles.select("title", "text").iter_rows()
        return [f"{title}\n\n{text}" if title else text for title, text in rows]

    @property
    def phrases(self) -> list[str]:
        return [*self.equipment.terms.spellings, *self.equipment.cast.names]

    @property
    def megabytes(self) -> float:
        """Titles and texts, as UTF-8."""
        parts = (int(self.articles[name].fill_null("").str.len_bytes().sum()) for name in ("title", "text"))
        return sum(parts) / 1e6


def load_texts(corpus: Path, articles: int) -> Texts:
    """The first articles of a corpus; a small one is repeated until there are enough."""
    found = read_corpus(corpus).articles
    rounds = -(-articles // found.height)
    copies = [found.with_columns(pl.format("{}-{}", "article", pl.lit(i))) for i in range(rounds)]
    table = pl.concat(copies).head(articles) if rounds > 1 else found.sample(articles, seed=1)
    equipment = equip(load_lexicons().in_force(), find_cast(cut_pieces(found), None))
    return Texts(table, equipment, cut_sentences(table, equipment))


def cut_sentences(articles: pl.DataFrame, equipment: Equipment) -> list[str]:
    """Every sentence of the titles and texts, as framing cuts them."""
    readings = [collect(read_buffer(chunk, equipment), equipment) for chunk in cut_chunks(cut_pieces(articles))]
    bounds = to_tables(readings, equipment, articles["article"].to_list()).sentences
    texts = {(a, field): text for a, *both in articles.select("article", "title", "text").iter_rows()
             for field, text in zip(("title", "text"), both, strict=True)}  # fmt: skip
    places = bounds.select("article", "field", "start", "end").iter_rows()
    return [texts[article, field][start:end] for article, field, start, end in places]


def list_tasks(texts: Texts) -> Iterator[tuple[str, Task]]:
    """The tools that are installed, each ready to read all the articles."""
    yield "framing: scoring, roles on", score_arrays
    yield "framing: to the tables HITS … LINKS", score_tables
    yield "framing: the same, actors found first", score_corpus
    for name, package, prepare in (
        (VADER, "vaderSentiment", prepare_vader),
        (VADER_CUT, "vaderSentiment", prepare_vader_cut),
        ("TextBlob, per sentence", "textblob", prepare_textblob),
        ("spaCy blank + PhraseMatcher", "spacy", prepare_spacy),
        ("flashtext", "flashtext", prepare_flashtext),
    ):
        try:
            release = version(package)
        except PackageNotFoundError:
            print(f"{name}: {package} is not installed, left out")
            continue
        yield f"{name} ({release})" if name not in (VADER, VADER_CUT) else name, prepare(texts)


def score_arrays(texts: Texts) -> None:
    """From texts to every hit, mention and role as arrays."""
    for chunk in cut_chunks(cut_pieces(texts.articles)):
        read_buffer(chunk, texts.equipment)


def score_tables(texts: Texts) -> object:
    """The same, and on to the tables."""
    chunks = cut_chunks(cut_pieces(texts.articles))
    readings = [collect(read_buffer(chunk, texts.equipment), texts.equipment) for chunk in chunks]
    return to_tables(readings, texts.equipment, texts.articles["article"].to_list())


def score_corpus(texts: Texts) -> object:
    """The same, with the actors found in the texts and the lexicons made ready, as `framing.analyze` does."""
    equipment = equip(texts.equipment.terms.entries, find_cast(cut_pieces(texts.articles), None))
    return score_tables(Texts(texts.articles, equipment, []))


def split(body: str) -> list[str]:
    """Sentences as anybody's first script would cut them."""
    return [part for part in _SENTENCE_END.split(body) if part]


def prepare_vader(_: Texts) -> Task:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    return lambda texts: [analyzer.polarity_scores(sentence) for body in texts.bodies for sentence in split(body)]


def prepare_vader_cut(_: Texts) -> Task:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    return lambda texts: [analyzer.polarity_scores(sentence) for sentence in texts.sentences]


def prepare_textblob(_: Texts) -> Task:
    from textblob import TextBlob

    return lambda texts: [TextBlob(sentence).sentiment for body in texts.bodies for sentence in split(body)]


def prepare_spacy(texts: Texts) -> Task:
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("terms", [nlp.make_doc(phrase) for phrase in texts.phrases])
    return lambda given: [matcher(nlp.make_doc(body)) for body in given.bodies]


def prepare_flashtext(texts: Texts) -> Task:
    from flashtext import KeywordProcessor  # type: ignore[import-untyped]

    processor = KeywordProcessor()
    processor.add_keywords_from_list([phrase for phrase in texts.phrases if phrase])
    return lambda given: [processor.extract_keywords(body, span_info=True) for body in given.bodies]


def take_turns(tasks: dict[str, Task], texts: Texts, rounds: int) -> dict[str, float]:
    """Median CPU seconds of each task."""
    part = Texts(texts.articles.head(texts.articles.height // 10), texts.equipment, texts.sentences[:2_000])
    gc.collect()
    gc.freeze()  # what one tool keeps in memory is not searched through on another's time
    seconds: dict[str, list[float]] = {name: [] for name in tasks}
    names = list(tasks)
    for turn in range(rounds):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            for _ in range(2):
                tasks[name](part)
            start = time.process_time()
            tasks[name](texts)
            seconds[name].append(time.process_time() - start)
    return {name: median(times) for name, times in seconds.items()}


def print_table(seconds: dict[str, float], texts: Texts) -> None:
    """A Markdown table, the fastest first."""
    size, articles = texts.megabytes, texts.articles.height
    print(
        f"\n{articles:,} articles, {size:.1f} MB, {len(texts.sentences):,} sentences, {len(texts.phrases):,} phrases\n"
    )
    print("| reads | MB/s | articles/s | times VADER |\n| --- | ---: | ---: | ---: |")
    for name, time_ in sorted(seconds.items(), key=lambda item: item[1]):
        ratio = f"{seconds[VADER] / time_:.1f}" if VADER in seconds else ""
        print(f"| {name} | {size / time_:.1f} | {articles / time_:,.0f} | {ratio} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, help="what `framing corpus check` reads; default: the sample corpus")
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    texts = load_texts(given.corpus or (NEWS if NEWS.is_file() else sample_corpus()), given.articles)
    print_table(take_turns(dict(list_tasks(texts)), texts, given.rounds), texts)


if __name__ == "__main__":
    main()
