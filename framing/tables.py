"""The tables that the stages exchange: every column with type, unit and meaning. docs/tables.md is made from this."""

from __future__ import annotations

import polars as pl

from framing.columns import Column, Table, check

__all__ = ["Column", "Table", "check"]
FIELDS = ("text", "title")
VOICES = ("own", "quoted", "scare", "headline")
VERDICTS = ("differs", "similar", "cannot tell")

FURNITURE_SPAN = pl.Struct({"start": pl.Int64, "end": pl.Int64, "reason": pl.String})

_ARTICLE = Column("article", pl.String, "", "id of the article: its file's stem, or the `id` column")
_FIELD = Column("field", pl.String, "", "which text the offsets point into: `text` or `title`")
_SENTENCE = Column("sentence", pl.Int32, "", "number of the sentence in the article from 0; -1 in the title")
_START = Column(
    "start", pl.Int64, "characters", "where the span starts: `article[field][start:end]` is its surface form"
)
_END = Column("end", pl.Int64, "characters", "where the span ends (exclusive)")
_VOICE = Column("voice", pl.String, "", "whose words: own, quoted, scare or headline")

ARTICLES = Table(
    "ARTICLES",
    "an article",
    (
        _ARTICLE,
        Column("outlet", pl.String, "", "who published it"),
        Column("title", pl.String, "", "headline", null=True),
        Column("text", pl.String, "", "the text as given, never altered"),
        Column("date", pl.Date, "", "day of publication", null=True),
        Column("url", pl.String, "", "address", null=True),
        Column("author", pl.String, "", "byline", null=True),
        Column("event", pl.String, "", "what happened, where the corpus says so: same id, same event", null=True),
        Column("story", pl.String, "", "near-duplicates share one id: that of the first of them"),
        Column("furniture", pl.List(FURNITURE_SPAN), "", "spans of `text` left out of every count, and why"),
        Column("words_own", pl.Int64, "words", "words in the outlet's own voice (null until analysed)", null=True),
        Column("words_quoted", pl.Int64, "words", "words in quoted speech (null until analysed)", null=True),
    ),
)

SET_ASIDE = Table(
    "SET_ASIDE",
    "a row or file of the input that could not be used",
    (
        Column("place", pl.String, "", "file, and line or row where there is one"),
        Column("reason", pl.String, "", "why it could not be used"),
        Column("kind", pl.String, "", "no text, no outlet, duplicate id, unreadable, not found, not listed"),
    ),
)

SENTENCES = Table(
    "SENTENCES",
    "a sentence",
    (
        _ARTICLE,
        _FIELD,
        _SENTENCE,
        _START,
        _END,
        Column("paragraph", pl.Int32, "", "number of the paragraph in the article from 0; -1 in the title"),
        Column("words_own", pl.Int32, "words", "words of it in the outlet's own voice"),
        Column("words_quoted", pl.Int32, "words", "words of it in quoted speech"),
        Column("words_scare", pl.Int32, "words", "words of it in scare quotes"),
        Column("words_headline", pl.Int32, "words", "words of it in the headline"),
    ),
)

QUOTES = Table(
    "QUOTES",
    "a stretch between quotation marks (a paragraph of one that runs on is a row of its own)",
    (
        _ARTICLE,
        _FIELD,
        _SENTENCE,
        _START,
        _END,
        Column("kind", pl.String, "", "speech (a sentence or more), fragment (part of one), scare (nobody says it)"),
        _VOICE,
        Column("continues", pl.Boolean, "", "whether it goes on from the paragraph before"),
        Column("words", pl.Int32, "words", "words between the marks"),
        Column("speaker", pl.String, "", "actor who says it, where the text makes it plain", null=True),
        Column(
            "speaker_name",
            pl.String,
            "",
            "fullest name for the speaker in the article, or what describes them",
            null=True,
        ),
        Column("verb", pl.String, "", "the reporting verb as it stands", null=True),
        Column("rule", pl.String, "", "how the speaker was found: see docs/methods.md", null=True),
        Column("confidence", pl.Float64, "0 … 1", "how sure that is", null=True),
    ),
)

MENTIONS = Table(
    "MENTIONS",
    "a mention of an actor",
    (
        _ARTICLE,
        _FIELD,
        _SENTENCE,
        _START,
        _END,
        Column("actor", pl.String, "", "id of the actor"),
        Column("form", pl.String, "", "name, metonym (a seat of government), office, epithet or pronoun"),
        _VOICE,
        Column("confidence", pl.Float64, "0 … 1", "1 for a name; less for what was inferred"),
        Column("rule", pl.String, "", "how it was recognised"),
    ),
)

HITS = Table(
    "HITS",
    "a place where a lexicon entry stands",
    (
        _ARTICLE,
        _FIELD,
        _SENTENCE,
        _START,
        _END,
        Column("surface", pl.String, "", "the words as they stand in the text"),
        Column("term", pl.String, "", "base form of the entry"),
        Column("entry", pl.String, "", "citation of the entry: lexicon/category.csv:term@version"),
        Column("lexicon", pl.String, "", "id of the lexicon"),
        Column("category", pl.String, "", "category of the entry"),
        Column("valence", pl.Float64, "-3 … +3", "how it colours whoever it is said of"),
        Column("intensity", pl.Float64, "1 … 3", "how far it is from plain reporting"),
        Column("loaded", pl.Boolean, "", "whether it counts as a loaded word (reporting verbs of neutral kind do not)"),
        _VOICE,
        Column("speaker", pl.String, "", "actor whose words they are, in quoted voice", null=True),
        Column("negated", pl.Boolean, "", "whether a negation stands before it in its clause"),
    ),
)

LINKS = Table(
    "LINKS",
    "a hit that colours an actor",
    (
        _ARTICLE,
        _FIELD,
        _SENTENCE,
        _START,
        _END,
        Column("actor", pl.String, "", "whom the word colours"),
        Column("role", pl.String, "", "the rule that linked them: see docs/roles.md"),
        Column("mention_start", pl.Int64, "characters", "start of the mention it was linked through"),
        Column("mention_end", pl.Int64, "characters", "end of that mention"),
        Column("term", pl.String, "", "base form of the entry"),
        Column("entry", pl.String, "", "citation of the entry"),
        Column("category", pl.String, "", "category of the entry"),
        Column("valence", pl.Float64, "-3 … +3", "how the word colours this actor in this role, negation applied"),
        _VOICE,
        Column("speaker", pl.String, "", "actor whose words they are, in quoted voice", null=True),
        Column("negated", pl.Boolean, "", "whether a negation stands before it in its clause"),
        Column("confidence", pl.Float64, "0 … 1", "confidence of the mention times that of the rule"),
    ),
)

SCORES = Table(
    "SCORES",
    "an article, an actor (null: the whole article), a measure and a voice",
    (
        _ARTICLE,
        Column("outlet", pl.String, "", "who published it"),
        Column("event", pl.String, "", "event id", null=True),
        Column("story", pl.String, "", "story id"),
        Column("actor", pl.String, "", "the actor; null for the whole article", null=True),
        Column("measure", pl.String, "", "name of the measure: see docs/measures.md"),
        _VOICE,
        Column("count", pl.Float64, "see the measure", "what was counted (or the sum of valences)"),
        Column("words", pl.Float64, "see the measure", "what it is counted against: words, links, labels"),
        Column("value", pl.Float64, "see the measure", "the figure; null where nothing could be measured", null=True),
    ),
)

COMPARISONS = Table(
    "COMPARISONS",
    "a pair of outlets, an actor (null: the whole article) and a measure",
    (
        Column("actor", pl.String, "", "the actor; null for the whole article", null=True),
        Column("measure", pl.String, "", "name of the measure"),
        _VOICE,
        Column("outlet_a", pl.String, "", "first outlet, in alphabetical order"),
        Column("outlet_b", pl.String, "", "second outlet"),
        Column("design", pl.String, "", "matched events, events, or articles"),
        Column("articles_a", pl.Int64, "articles", "articles of A that were used, copies collapsed"),
        Column("articles_b", pl.Int64, "articles", "articles of B that were used"),
        Column("units_a", pl.Int64, "units", "units of A: events or articles"),
        Column("units_b", pl.Int64, "units", "units of B"),
        Column("duplicates", pl.Int64, "articles", "reposts within an outlet that were collapsed"),
        Column("shared_stories", pl.Int64, "stories", "stories both printed, left out"),
        Column("hits", pl.Float64, "", "hits over both outlets (links for valence)"),
        Column("value_a", pl.Float64, "see the measure", "A's pooled rate or mean", null=True),
        Column("value_b", pl.Float64, "see the measure", "B's pooled rate or mean", null=True),
        Column("effect", pl.String, "", "ratio (B / A) or difference (B - A)"),
        Column("ratio", pl.Float64, "see effect", "the estimate: B / A, or B - A", null=True),
        Column("low", pl.Float64, "see effect", "lower end of the 95 % interval", null=True),
        Column("high", pl.Float64, "see effect", "upper end of the 95 % interval", null=True),
        Column("p", pl.Float64, "0 … 1", "permutation p-value (closed form from 200 units a side)", null=True),
        Column("p_floor", pl.Float64, "0 … 1", "the smallest p that this design could give", null=True),
        Column(
            "q",
            pl.Float64,
            "0 … 1",
            "p corrected over the family (Benjamini-Hochberg); null where untestable",
            null=True,
        ),
        Column("family", pl.Int64, "comparisons", "how many testable comparisons q is corrected for"),
        Column("detectable", pl.Float64, "see effect", "smallest effect that would show up reliably (80 %)", null=True),
        Column(
            "needed",
            pl.Int64,
            "units",
            "units a side that would show a difference of `needed_effect` (80 %); null with an answer, where a side is "
            "empty, or where there are as many",
            null=True,
        ),
        Column("needed_effect", pl.Float64, "see effect", "the effect that `needed` is for", null=True),
        Column(
            "testable", pl.Boolean, "", "whether any outcome could have reached p <= 0.05 with enough units and hits"
        ),
        Column("verdict", pl.String, "", "differs, similar or cannot tell"),
        Column("caveats", pl.List(pl.String), "", "what to bear in mind, a sentence each"),
        Column("wording", pl.String, "", "the finding as a sentence"),
    ),
)

EVIDENCE = Table(
    "EVIDENCE",
    "a word that weighed in what a text says toward a target",
    (
        _START,
        _END,
        Column("term", pl.String, "", "the word as the tone lexicon has it"),
        Column("role", pl.String, "", "how the word stands to the target: a rule of docs/roles.md, or a loose role"),
        Column("weight", pl.Float64, "log-odds", "what it adds: above 0 speaks for the target, below 0 against it"),
    ),
)
TARGETS = Table(
    "TARGETS",
    "a target in its text, as `framing.toward` takes it; further columns are kept",
    (
        Column("text", pl.String, "", "a sentence or a few"),
        Column("start", pl.Int64, "characters", "where the target starts in the text"),
        Column("end", pl.Int64, "characters", "where it ends (exclusive)"),
    ),
)
TOWARD = Table(
    "TOWARD",
    "what a text says toward a target: the columns that `framing.toward` adds",
    (
        Column(
            "polarity", pl.Int64, "-1, 0, 1", "unfavourable, neutral or favourable; null below the threshold", null=True
        ),
        Column("valence", pl.Float64, "-1 … +1", "probability of favourable less that of unfavourable"),
        Column("loadedness", pl.Float64, "0 … 1", "probability that the text is not neutral toward the target"),
        Column("confidence", pl.Float64, "1/3 … 1", "probability of the likeliest class"),
        Column("evidence", pl.List(pl.Struct(EVIDENCE.schema)), "", "the words that it comes from: EVIDENCE"),
    ),
)

STANCES = Table(
    "STANCES",
    "a mention of an actor in the outlet's own words, and what its sentence says toward it",
    (_ARTICLE, _FIELD, _SENTENCE, Column("actor", pl.String, "", "id of the actor"), _START, _END, *TOWARD.columns),
)

TABLES: dict[str, Table] = {
    table.name.lower(): table
    for table in (ARTICLES, SET_ASIDE, SENTENCES, QUOTES, MENTIONS, HITS, LINKS, STANCES, SCORES, COMPARISONS)
}
# What calls on frames of the user's take and give; not written to files.
ASKED: dict[str, Table] = {table.name.lower(): table for table in (TARGETS, TOWARD, EVIDENCE)}
