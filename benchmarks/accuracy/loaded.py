"""BABE and BASIL: which sentences use loaded words, and which words those are."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

import framing
from benchmarks.accuracy.data import Basil
from benchmarks.accuracy.measures import auc, auc_within, bootstrap, deciles, token_f1
from benchmarks.accuracy.rivals import WORD, load_rivals, marked_words
from benchmarks.accuracy.sections import Section
from framing.score.wordforms import RULES

Spans = list[tuple[int, int]]
Floats = NDArray[np.float64]
LISTED, OURS = "framing, listed words alone", "framing, loadedness"


def measure_babe(frame: pl.DataFrame, draws: int) -> list[Section]:
    """Sentences and words of BABE."""
    texts, biased = frame["text"].to_list(), frame["biased"].to_numpy()
    unit = np.arange(len(texts))
    ours = framing.loadedness(texts)
    sentences = Section(
        "BABE, biased sentences",
        f"{len(texts):,} sentences, {int(biased.sum()):,} of them biased; intervals draw sentences. "
        "Goal: .70, better .78.",
        ("AUC",),
    )
    words = Section(
        "BABE, biased words",
        "Words of the biased sentences: those the experts marked, and those that a tool marks. Goal: F1 .36, better "
        ".47 (one expert against two others: .47).",
        ("F1", "precision", "recall", "words marked, biased", "words marked, other"),
    )
    length = np.array([len(WORD.findall(text)) for text in texts])
    sentences.add("length of the sentence", bootstrap(lambda w: auc(length, biased, w), unit, draws=draws))
    for name in load_rivals():
        marks = [marked_words(name, text) for text in texts]
        share = np.array([len(spans) for spans in marks]) / np.maximum(length, 1)
        sentences.add(f"{name}, share of its words", bootstrap(lambda w, s=share: auc(s, biased, w), unit, draws=draws))
        words.add(name, *_rate_words(frame, marks, draws))
    for name, score in {LISTED: rate_listed(ours), OURS: ours["loadedness"].to_numpy()}.items():
        sentences.add(name, bootstrap(lambda w, s=score: auc(s, biased, w), unit, draws=draws))
    ours_marks = [[(mark["start"], mark["end"]) for mark in marks] for marks in ours["marks"].to_list()]
    words.add("framing, marks", *_rate_words(frame, ours_marks, draws))
    return [sentences, words]


def rate_listed(ours: pl.DataFrame) -> Floats:
    """Points of the words in the lists alone, by words: loadedness without word forms, figures and attributions."""
    other = {rule.name for rule in RULES} | {"plain attribution", "scare quotes", "exclamation mark"}
    listed = [sum(p["points"] for p in told if p["rule"] not in other) for told in ours["evidence"].to_list()]
    return np.array(listed, np.float64) / (ours["words"].to_numpy() + 5)


def count_words(text: str, marked: Spans, gold: set[str]) -> tuple[int, int, int, int]:
    """Words of a text: marked, gold (whatever their capitals), both, all. A word is marked if a mark touches it."""
    words = [(match.start(), match.end(), match.group().casefold() in gold) for match in WORD.finditer(text)]
    said = [
        any(start < end_there and start_there < end for start_there, end_there in marked) for start, end, _ in words
    ]
    is_gold = [word[2] for word in words]
    return sum(said), sum(is_gold), sum(a and b for a, b in zip(said, is_gold, strict=True)), len(words)


def _rate_words(frame: pl.DataFrame, marks: list[Spans], draws: int) -> list[object]:
    """F1, precision, recall over the biased sentences; share of words marked there and in the others."""
    gold = [{word.casefold() for word in words} for words in frame["biased_words"].to_list()]
    rows = [count_words(*given) for given in zip(frame["text"].to_list(), marks, gold, strict=True)]
    counts, biased = np.array(rows), frame["biased"].to_numpy()
    said, is_gold, both, _ = counts[biased].T
    unit = np.arange(len(said))
    shares = [float(part[:, 0].sum() / max(1, part[:, 3].sum())) for part in (counts[biased], counts[~biased])]
    return [
        bootstrap(lambda w: token_f1(said, is_gold, both, w), unit, draws=draws),
        float(both.sum() / max(1, said.sum())),
        float(both.sum() / max(1, is_gold.sum())),
        *(f"{share:.1%}" for share in shares),
    ]


def measure_basil(basil: Basil, draws: int) -> Section:
    """Sentences of BASIL that hold a span of lexical bias."""
    lexical = basil.spans.filter(pl.col("kind") == "lex").select("article", "sentence").unique()
    sentences = basil.sentences.join(
        lexical.with_columns(lexical=True), on=["article", "sentence"], how="left", maintain_order="left"
    ).with_columns(pl.col("lexical").fill_null(False))
    texts, truth, events = sentences["text"].to_list(), sentences["lexical"].to_numpy(), sentences["event"].to_numpy()
    length = np.array([len(WORD.findall(text)) for text in texts])
    decile = deciles(length)
    section = Section(
        "BASIL, sentences with lexical bias",
        f"{len(texts):,} sentences of {basil.articles['event'].n_unique()} events, {int(truth.sum()):,} with lexical "
        "bias. Long ones have more of it, so that pairs of one length decile count. Intervals draw events. Goal: .63, "
        "better .70.",
        ("AUC, same length", "AUC, all"),
    )
    scores = {"length of the sentence": length.astype(np.float64)}
    for name in load_rivals():
        marked = np.array([len(marked_words(name, text)) for text in texts])
        scores[f"{name}, share of its words"] = marked / np.maximum(length, 1)
    ours = framing.loadedness(texts)
    scores |= {LISTED: rate_listed(ours), OURS: ours["loadedness"].to_numpy()}
    for name, score in scores.items():
        section.add(
            name,
            bootstrap(lambda w, s=score: auc_within(s, truth, decile, w), events, draws=draws),
            bootstrap(lambda w, s=score: auc(s, truth, w), events, draws=draws),
        )
    return section
