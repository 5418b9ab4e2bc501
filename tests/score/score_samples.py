"""Small tables for the tests of scores, made by hand: two lexicons, and rows with what does not matter filled in."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

from framing.lexicon import Entry, Lexicon, Lexicons
from framing.score import score
from framing.tables import ARTICLES, HITS, LINKS, MENTIONS, QUOTES, SENTENCES

Row = dict[str, object]


def lexicon(name: str, kind: str, *terms: tuple[str, str], plain: tuple[str, ...] = ()) -> Lexicon:
    """A lexicon of (term, category) pairs."""
    entries = tuple(
        Entry(term, sort, lexicon=name, version="1", kind=kind, loaded=sort not in plain, place=f"{name}/{sort}.csv:2")
        for term, sort in terms
    )
    categories = {entry.category: "" for entry in entries}
    return Lexicon(name, kind=kind, categories=categories, plain_categories=plain, entries=entries, described=True)


COLOURS = lexicon(
    "colours", "loaded",
    ("despot", "labels"), ("stooge", "labels"), ("stooge", "ridicule"), ("brave", "praise"), ("slam", "violence"),
)  # fmt: skip
SAYINGS = lexicon(
    "sayings", "reporting",
    ("say", "neutral"), ("claim", "doubting"), ("insist", "doubting"), ("insist", "hostile"), ("rage", "hostile"),
    plain=("neutral",),
)  # fmt: skip
LEXICONS = Lexicons((COLOURS, SAYINGS))
_ENTRIES = {(entry.term, entry.category): entry for entry in LEXICONS.in_force()}
_SPOT = {"field": "text", "sentence": 0, "voice": "own"}


@dataclass
class Sample:
    """A corpus in the making; `scores()` scores it."""

    articles: list[Row] = field(default_factory=list)
    sentences: list[Row] = field(default_factory=list)
    quotes: list[Row] = field(default_factory=list)
    mentions: list[Row] = field(default_factory=list)
    hits: list[Row] = field(default_factory=list)
    links: list[Row] = field(default_factory=list)

    def article(self, article: str, **given: object) -> Sample:
        """An article of the Herald."""
        row = {"article": article, "outlet": "Herald", "text": "", "story": article, "furniture": []}
        self.articles.append(row | given)
        return self

    def sentence(self, article: str, sentence: int = 0, **words: object) -> Sample:
        """A sentence with words by voice (own=10, quoted=5); sentence -1 is the title."""
        spot = {"field": "title" if sentence < 0 else "text", "start": 0, "end": 0, "paragraph": max(sentence, -1)}
        counts = {f"words_{voice}": words.pop(voice, 0) for voice in ("own", "quoted", "scare", "headline")}
        self.sentences.append({"article": article, "sentence": sentence} | spot | counts | words)
        return self

    def quote(self, article: str, words: int, speaker: str | None, **given: object) -> Sample:
        """A quotation."""
        row = {"start": 0, "end": 9, "kind": "speech", "continues": False, "words": words, "speaker": speaker}
        self.quotes.append({"article": article} | _SPOT | {"voice": "quoted"} | row | given)
        return self

    def mention(self, article: str, actor: str, **given: object) -> Sample:
        """A mention by name."""
        row = {"start": 0, "end": 5, "actor": actor, "form": "name", "confidence": 1.0, "rule": "name"}
        self.mentions.append({"article": article} | _SPOT | row | given)
        return self

    def hit(self, article: str, term: str, category: str, start: int, valence: float, **given: object) -> Sample:
        """A hit of an entry of the two lexicons, as long as its term."""
        entry = _ENTRIES[term, category]
        row = {
            "start": start, "end": start + len(term), "surface": term, "term": term, "entry": entry.citation,
            "lexicon": entry.lexicon, "category": category, "valence": valence, "intensity": 1.0,
            "loaded": entry.loaded, "negated": False,
        }  # fmt: skip
        self.hits.append({"article": article} | _SPOT | row | given)
        return self

    def link(self, article: str, actor: str, role: str, **given: object) -> Sample:
        """A link of the hit added last, with its valence unless another is given."""
        hit = {name: self.hits[-1][name] for name in LINKS.names if name in self.hits[-1]}
        row = {"actor": actor, "role": role, "mention_start": 0, "mention_end": 5, "confidence": 1.0}
        self.links.append(hit | row | given)
        return self

    def scores(self, **options: object) -> pl.DataFrame:
        """SCORES of all this."""
        tables = (SENTENCES, QUOTES, MENTIONS, HITS, LINKS)
        found = {table.name.lower(): table.frame(getattr(self, table.name.lower())) for table in tables}
        return score(ARTICLES.frame(self.articles), found, lexicons=LEXICONS, **options)  # type: ignore[arg-type]


def figure(
    scores: pl.DataFrame, measure: str, actor: str | None = None, article: str = "a", voice: str = "own"
) -> tuple[float, float, float | None]:
    """Count, words and value of the one row there is."""
    rows = scores.filter(
        pl.col("actor").eq_missing(pl.lit(actor, pl.String)), article=article, measure=measure, voice=voice
    )
    assert rows.height == 1, rows
    count, words, value = rows.select("count", "words", "value").row(0)
    return count, words, value
