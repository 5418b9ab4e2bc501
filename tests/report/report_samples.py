"""A small corpus with hostile titles, names and texts, read by a few lines of code instead of the engine."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import polars as pl

from framing.actors.files import Actor
from framing.lexicon import Entry, Lexicon, Lexicons
from framing.recipe import Recipe, make_recipe
from framing.score import count_words, score
from framing.tables import ARTICLES, COMPARISONS, HITS, LINKS, MENTIONS, QUOTES, SENTENCES, SET_ASIDE, STANCES

Row = dict[str, object]

SCRIPT = "<script>alert(1)</script>"
POST, GAZETTE = 'The "Post" & Co', f"Gazette {SCRIPT}"
TITLES = (
    f"{SCRIPT} Kovac",
    'A "plan" & <b onmouseover=alert(1)>more</b> ]]> --> {{ 7*7 }}',
    "**bold** [click](javascript:alert(1)) | `code` # head\n- item",
    "خبر عاجل \u202e reversed",
    None,
    "1. First, _then_ https://example.org/?a=1&b=2",
)
LEXICONS = Lexicons((
    Lexicon("colours", "1.2.0", digest="ab" * 32, described=True, categories={"labels": "", "praise": ""}, entries=(
        Entry("tyrant", "labels", valence=-3.0, intensity=3.0, note="Says <unjust> & cruel.", plain="leader",
              lexicon="colours", version="1.2.0", place="colours/labels.csv:2"),
        Entry("brave", "praise", valence=2.0, note="Praises courage.", lexicon="colours", version="1.2.0",
              place="colours/praise.csv:2"),
    )),
    Lexicon("sayings", "1.0.0", kind="reporting", digest="cd" * 32, described=True, entries=(
        Entry("claim", "doubting", forms=("claimed",), valence=None, subject=-0.5, plain="said", kind="reporting",
              lexicon="sayings", version="1.0.0", place="sayings/doubting.csv:2"),
    )),
))  # fmt: skip
ACTORS = (Actor("kovac", "Ana Kovac <i>", ("Kovac",)), Actor("lumen", "Lumen & Sons", kind="organisation"))
_TERMS = {"tyrant": LEXICONS.in_force()[0], "brave": LEXICONS.in_force()[1], "claimed": LEXICONS.in_force()[2]}
_NAMES = {"Kovac": "kovac", "Lumen": "lumen"}
_VALENCE = {"tyrant": -3.0, "brave": 2.0, "claimed": -0.5}


@dataclass(frozen=True)
class Sample:
    """What an analysis holds."""

    articles: pl.DataFrame
    set_aside: pl.DataFrame
    sentences: pl.DataFrame
    quotes: pl.DataFrame
    mentions: pl.DataFrame
    hits: pl.DataFrame
    links: pl.DataFrame
    stances: pl.DataFrame
    scores: pl.DataFrame
    actors: tuple[Actor, ...]
    lexicons: Lexicons
    notes: tuple[str, ...]
    recipe: Recipe


def write_text(outlet: str, number: int) -> str:
    """The Gazette is loaded, the Post is not; both carry markup in their texts."""
    lines = [
        f"Leader Kovac met Lumen on day {number} of the talks & the <em>rest</em> waited.",
        f'Kovac claimed "we {SCRIPT} will see" as Lumen looked on.',
        "Nothing else of note was said in the long and quiet hours of that day in the old town hall by the river.",
    ]
    if outlet == GAZETTE:
        lines += [f"The tyrant Kovac raged {n} times ]]> and a brave Lumen stood by." for n in range(1 + number % 3)]
        lines += ["The tyrant Kovac smiled."]
    elif number == 3:
        lines += ["A brave Kovac left."]
    return "\n".join(lines)


def sentences_of(text: str) -> Iterator[tuple[int, int, int]]:
    """Number, start and end of each line."""
    at = 0
    for number, line in enumerate(text.split("\n")):
        yield number, at, at + len(line)
        at += len(line) + 1


def build_articles(outlets: Sequence[str] = (POST, GAZETTE), events: int = 7) -> pl.DataFrame:
    """ARTICLES: one of each outlet on each event; the last of the second is a near-copy in name only."""
    rows: list[Row] = []
    for at, outlet in enumerate(outlets):
        for number in range(events):
            text = write_text(outlet, number)
            rows.append({
                "article": f"{'ab'[at]}{number}", "outlet": outlet, "title": TITLES[number % len(TITLES)], "text": text,
                "date": date(2024, 5, number + 1), "event": f"event {number}", "story": f"{'ab'[at]}{number}",
                "url": "javascript:alert(1)" if number == 1 else f"https://example.org/{number}?a=1&b=<2>",
                "furniture": [{"start": 0, "end": 1, "reason": "shared with <a0>"}] if number == 2 else [],
            })  # fmt: skip
    if len(rows) > 1:
        rows[-1]["story"] = rows[-2]["article"]
    return ARTICLES.frame(rows)


def read_article(article: str, text: str) -> dict[str, list[Row]]:
    """The rows of one article by table."""
    out: dict[str, list[Row]] = {name: [] for name in ("sentences", "quotes", "mentions", "hits", "links")}
    for number, start, end in sentences_of(text):
        line = text[start:end]
        spot = {"article": article, "field": "text", "sentence": number}
        quote = re.search('"[^"]*"', line)
        words = len(re.findall(r"\w+", line))
        quoted = len(re.findall(r"\w+", quote.group())) if quote else 0
        counts = {"words_own": words - quoted, "words_quoted": quoted, "words_scare": 0, "words_headline": 0}
        out["sentences"].append({**spot, "start": start, "end": end, "paragraph": 0, **counts})
        if quote:
            span = {"start": start + quote.start(), "end": start + quote.end(), "words": quoted}
            out["quotes"].append({**spot, **span, "kind": "speech", "voice": "quoted", "continues": False,
                                  "speaker": "kovac", "speaker_name": "Kovac", "verb": "claimed",
                                  "rule": "reporting verb before it"})  # fmt: skip
        named = [(m.start() + start, m.end() + start, _NAMES[m.group()]) for m in re.finditer("Kovac|Lumen", line)]
        for first, last, actor in named:
            out["mentions"].append({**spot, "start": first, "end": last, "actor": actor, "form": "name", "voice": "own",
                                    "confidence": 1.0, "rule": "name"})  # fmt: skip
        for found in re.finditer("tyrant|brave|claimed", line):
            out["hits"].append(_hit(found, start, spot))
            near = min(named, key=lambda name: abs(name[0] - start - found.start()))
            out["links"].append(_link(found, start, spot, near))
    return out


def _hit(found: re.Match[str], start: int, spot: Row) -> Row:
    entry = _TERMS[found.group()]
    return {
        **spot, "start": start + found.start(), "end": start + found.end(), "surface": found.group(),
        "term": entry.term, "entry": entry.citation, "lexicon": entry.lexicon, "category": entry.category,
        "valence": entry.strongest,
        "intensity": entry.intensity, "loaded": True, "voice": "own", "negated": False,
    }  # fmt: skip


def _link(found: re.Match[str], start: int, spot: Row, near: tuple[int, int, str]) -> Row:
    entry = _TERMS[found.group()]
    return {
        **spot, "start": start + found.start(), "end": start + found.end(), "actor": near[2],
        "role": "subject" if entry.kind == "reporting" else "epithet", "mention_start": near[0], "mention_end": near[1],
        "term": entry.term, "entry": entry.citation, "category": entry.category, "valence": _VALENCE[found.group()],
        "voice": "own", "negated": False, "confidence": 0.9,
    }  # fmt: skip


def analyse(articles: pl.DataFrame, notes: Sequence[str] = (f"Dates: {SCRIPT} & more.",)) -> Sample:
    """A sample analysis of these articles."""
    rows: dict[str, list[Row]] = {name: [] for name in ("sentences", "quotes", "mentions", "hits", "links")}
    for article, text in articles.select("article", "text").iter_rows():
        for name, found in read_article(article, text).items():
            rows[name] += found
    tables = {"sentences": SENTENCES, "quotes": QUOTES, "mentions": MENTIONS, "hits": HITS, "links": LINKS}
    frames = {name: table.frame(rows[name]) for name, table in tables.items()}
    articles = count_words(articles, frames["sentences"])
    scores = score(articles, frames, lexicons=LEXICONS)
    aside = SET_ASIDE.frame([{"place": f"c.csv:{n}", "reason": f"no text {SCRIPT}", "kind": "no text"} for n in (3, 9)])
    return Sample(
        articles=articles, set_aside=aside, **frames, stances=STANCES.empty(), scores=scores, actors=ACTORS,
        lexicons=LEXICONS, notes=tuple(notes), recipe=make_recipe(articles, LEXICONS, ACTORS),
    )  # fmt: skip


@cache
def sample() -> tuple[Sample, pl.DataFrame]:
    """The sample analysis, and findings made by hand: one of each verdict, and one that could not be tested."""
    return analyse(build_articles()), COMPARISONS.frame([
        finding("similar", measure="valence", effect="difference", value_a=-0.4, value_b=-0.45, ratio=-0.05),
        finding("cannot tell", actor="kovac", measure="blaming", q=0.4, ratio=0.5, low=0.1, high=250.0),
        finding("differs", q=0.0004, value_a=81.3, value_b=25.6, ratio=0.3, low=0.2, high=0.5),
        finding("differs", measure="blaming", q=0.0004, value_a=50.0, value_b=5.0, ratio=0.1, low=0.05, high=0.2),
        finding("cannot tell", actor="lumen", measure="praising", testable=False, q=None, ratio=None, caveats=[]),
    ])  # fmt: skip


def finding(verdict: str, **given: object) -> Row:
    """A row of COMPARISONS."""
    row: Row = {
        "measure": "loaded", "voice": "own", "outlet_a": GAZETTE, "outlet_b": POST, "design": "matched events",
        "articles_a": 7, "articles_b": 7, "units_a": 6, "units_b": 6, "duplicates": 0, "shared_stories": 1,
        "hits": 40.0, "value_a": 10.0, "value_b": 5.0, "effect": "ratio", "ratio": 0.5, "p": 0.01, "q": 0.02,
        "family": 12, "testable": True, "verdict": verdict, "caveats": [f"Mind {SCRIPT}."],
        "wording": f"A sentence of {GAZETTE}.",
    }  # fmt: skip
    return row | given
