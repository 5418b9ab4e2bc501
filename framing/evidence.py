"""From a reading's arrays to tables: every mention, hit, link, quotation and sentence with its place in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import polars as pl

from framing.engine import Equipment, Reading
from framing.link.roles import CONFIDENCE, Role
from framing.spans import mentions as mention_stage
from framing.spans import speakers as speaker_stage
from framing.spans.terms import ADJECTIVE, VERB
from framing.spans.voices import HEADLINE, OWN, QUOTED, SCARE
from framing.tables import FIELDS, HITS, LINKS, MENTIONS, QUOTES, SENTENCES, VOICES, check
from framing.text.arrays import Bools, Floats, Ints
from framing.text.words import APOSTROPHE, DASH, HYPHEN, NEWLINE, SPACE

_TURNED = -0.5  # a negated adjective turns and loses half its force: "not brave"
_BEARER = (Role.LABEL, Role.EPITHET, Role.APPOSITION, Role.COMPLEMENT)
_SUBJECT = (Role.SUBJECT, Role.SUBJECT_TO, Role.AGENT)
_OBJECT = (Role.OBJECT, Role.VERB_AT)
_OWNER = (Role.POSSESSED, Role.HEAD, Role.NOUN_BY, Role.NOUN_OF, Role.NOUN_FOR)


@dataclass(frozen=True)
class Evidence:
    """The tables of one reading: SENTENCES, QUOTES, MENTIONS, HITS, LINKS."""

    sentences: pl.DataFrame
    quotes: pl.DataFrame
    mentions: pl.DataFrame
    hits: pl.DataFrame
    links: pl.DataFrame


def collect_evidence(reading: Reading, equipment: Equipment, articles: Sequence[str]) -> Evidence:
    """
    All tables of a reading.

    Args:
        reading, equipment: from the engine.
        articles: ids by article number.
    """
    layout = _Layout(reading, articles)
    return Evidence(
        sentences=_sentences(reading, layout),
        quotes=_quotes(reading, equipment, layout),
        mentions=_mentions(reading, equipment, layout),
        hits=_hits(reading, equipment, layout),
        links=_links(reading, equipment, layout),
    )


def _pick(values: Sequence[str | None], at: Ints) -> pl.Series:
    """Strings by their place; null where the place is -1."""
    if not len(values):
        return pl.Series([None] * len(at), dtype=pl.String)
    known = pl.Series(values, dtype=pl.String).gather(np.maximum(at, 0))
    return known.to_frame("v").select(pl.when(pl.Series(at >= 0)).then(pl.col("v"))).to_series()


class _Layout:
    """Where words lie: their article, field, sentence and characters."""

    def __init__(self, reading: Reading, articles: Sequence[str]) -> None:
        self._buffer, self._sheet, self._articles = reading.buffer, reading.sheet, articles
        self._article = np.array([piece.article for piece in self._buffer.pieces], np.int64)
        self._title = np.array([piece.title for piece in self._buffer.pieces], bool)
        first = np.minimum(np.searchsorted(self._sheet.start, self._buffer.start), len(self._sheet.start) - 1)
        self._first_sentence = self._sheet.sentence.take(first)
        self._first_paragraph = self.paragraph.take(first)

    @cached_property
    def paragraph(self) -> Ints:
        """Number of each word's paragraph in the buffer."""
        return np.cumsum((self._sheet.marks & NEWLINE) > 0)

    @cached_property
    def real(self) -> Bools:
        """Words of the texts; the dummies between them are none."""
        piece = self._buffer.piece_of(self._sheet.start)
        inside = (piece >= 0) & (self._sheet.end <= self._buffer.end.take(np.maximum(piece, 0)))
        return inside

    @cached_property
    def counted(self) -> Bools:
        """Words that count as one: what an apostrophe or a hyphen joins to the word before does not count again."""
        marks = self._sheet.marks
        joined = ((marks & (APOSTROPHE | HYPHEN)) > 0) & ((marks & (SPACE | NEWLINE | DASH)) == 0)
        return self.real & ~joined

    def place(self, first: Ints, start: Ints, end: Ints) -> dict[str, object]:
        """The columns article, field, sentence, start, end of spans that begin with a word and lie between bytes."""
        piece = np.maximum(self._buffer.piece_of(self._sheet.start.take(first)), 0)
        title = self._title.take(piece)
        sentence = self._sheet.sentence.take(first) - self._first_sentence.take(piece)
        return {
            "article": _pick(self._articles, self._article.take(piece)),
            "field": _pick(FIELDS, title.astype(np.int64)),
            "sentence": np.where(title, -1, sentence),
            "start": self._buffer.characters(start),
            "end": self._buffer.characters(end),
        }

    def words(self, first: Ints, last: Ints) -> dict[str, object]:
        """The same for spans of whole words."""
        return self.place(first, self._sheet.start.take(first), self._sheet.end.take(last))

    def paragraph_in_piece(self, first: Ints) -> Ints:
        """Number of the paragraph in the article; -1 in the title."""
        piece = np.maximum(self._buffer.piece_of(self._sheet.start.take(first)), 0)
        number = self.paragraph.take(first) - self._first_paragraph.take(piece)
        return np.where(self._title.take(piece), -1, number)

    def surfaces(self, first: Ints, last: Ints) -> list[str]:
        """The words as they stand."""
        text = self._buffer.raw.tobytes()
        bounds = zip(self._sheet.start.take(first).tolist(), self._sheet.end.take(last).tolist(), strict=True)
        return [text[begin:end].decode("utf-8", "replace") for begin, end in bounds]


def _sentences(reading: Reading, layout: _Layout) -> pl.DataFrame:
    sheet = reading.sheet
    first = np.flatnonzero(sheet.opening & layout.real)
    following = np.flatnonzero(sheet.opening)
    ends = np.append(following[1:], len(sheet.word))[np.searchsorted(following, first)] - 1
    start, end = _sentence_bounds(reading, first, ends)
    size = int(sheet.sentence[-1]) + 1
    counts = {
        f"words_{VOICES[voice]}": np.bincount(
            sheet.sentence[layout.counted & (reading.voice == voice)], minlength=size
        ).take(sheet.sentence.take(first))
        for voice in (OWN, QUOTED, SCARE, HEADLINE)
    }
    return check(
        pl.DataFrame({**layout.place(first, start, end), "paragraph": layout.paragraph_in_piece(first), **counts}), SENTENCES
    )


def _sentence_bounds(reading: Reading, first: Ints, last: Ints) -> tuple[Ints, Ints]:
    """Bytes of sentences, with the marks that touch their first and last words."""
    text, buffer = reading.buffer.work, reading.buffer
    space = np.isin(np.arange(256), [ord(c) for c in " \t\r\n\v\f"])
    piece = buffer.piece_of(reading.sheet.start.take(first))
    start, end = reading.sheet.start.take(first), reading.sheet.end.take(last)
    for _ in range(8):
        start = start - ((start > buffer.start.take(piece)) & ~space.take(text.take(start - 1)))
    for _ in range(12):
        end = end + ((end < buffer.end.take(piece)) & ~space.take(text.take(end)))
    return _whole_characters(reading, start, end)


def _whole_characters(reading: Reading, start: Ints, end: Ints) -> tuple[Ints, Ints]:
    """Bounds moved off the middle of a character: the start on, the end back."""
    raw = reading.buffer.raw
    for _ in range(3):
        start = start + ((raw.take(start) & 0xC0) == 0x80)
        end = end - ((raw.take(end) & 0xC0) == 0x80)
    return start, end


def _speaker_actor(reading: Reading) -> Ints:
    """The actor who speaks in each quotation; -1 if not known."""
    saying = reading.speakers.saying
    if not reading.sayings.actor.size:
        return np.full(len(saying), -1)
    return np.where(saying >= 0, reading.sayings.actor.take(np.maximum(saying, 0)), -1)


def _quotes(reading: Reading, equipment: Equipment, layout: _Layout) -> pl.DataFrame:
    quotations, mentions = reading.sheet.quotations, reading.mentions
    ids = [actor.id for actor in equipment.cast.actors]
    saying = reading.speakers.saying
    known = saying >= 0
    place = np.maximum(saying, 0)
    mention = reading.sayings.mention.take(place) if reading.sayings.mention.size else place
    names = _texts(layout, known, mentions.first, mentions.last, mention)
    verbs = _texts(layout, known, reading.sayings.word, reading.sayings.word, place)
    counts = np.concatenate([[0], np.cumsum(layout.counted)])
    kind = np.where(quotations.speech, 0, np.where(reading.scare, 2, 1))
    return check(
        pl.DataFrame(
            {
                **layout.place(quotations.first, quotations.start, quotations.end),
                "kind": _pick(("speech", "fragment", "scare"), kind),
                "voice": _pick(VOICES, np.where(reading.scare, SCARE, QUOTED)),
                "continues": quotations.continues,
                "words": counts.take(quotations.last + 1) - counts.take(quotations.first),
                "speaker": _pick(ids, _speaker_actor(reading)),
                "speaker_name": names,
                "verb": verbs,
                "rule": _pick(speaker_stage.RULES, np.where(reading.speakers.rule > 0, reading.speakers.rule, -1)),
            }
        ),
        QUOTES,
    )


def _texts(layout: _Layout, known: Bools, first: Ints, last: Ints, at: Ints) -> pl.Series:
    """The words at these places where they are known, else null."""
    if not first.size:
        return pl.Series([None] * len(known), dtype=pl.String)
    texts = layout.surfaces(first.take(at), last.take(at))
    return pl.Series([text if here else None for text, here in zip(texts, known.tolist(), strict=True)], dtype=pl.String)


def _mentions(reading: Reading, equipment: Equipment, layout: _Layout) -> pl.DataFrame:
    mentions = reading.mentions
    return check(
        pl.DataFrame(
            {
                **layout.words(mentions.first, mentions.last),
                "actor": _pick([actor.id for actor in equipment.cast.actors], mentions.actor),
                "form": _pick(mention_stage.FORMS, mentions.form),
                "voice": _pick(VOICES, reading.voice.take(mentions.first)),
                "confidence": mentions.confidence,
                "rule": _pick(mention_stage.RULES, mentions.rule),
            }
        ),
        MENTIONS,
    )


def _entry_columns(equipment: Equipment, entry: Ints) -> dict[str, object]:
    entries = equipment.terms.entries
    return {
        "term": _pick([e.term for e in entries], entry),
        "entry": _pick([e.citation for e in entries], entry),
        "category": _pick([e.category for e in entries], entry),
    }


def _speaker_of(reading: Reading, equipment: Equipment, word: Ints) -> pl.Series:
    """Who speaks the words at these places, in quoted voice."""
    quotations = reading.sheet.quotations
    at = np.searchsorted(quotations.first, word, "right") - 1
    inside = np.maximum(at, 0)
    if not quotations.first.size:
        return pl.Series([None] * len(word), dtype=pl.String)
    within = (at >= 0) & (word <= quotations.last.take(inside)) & (reading.voice.take(word) == QUOTED)
    actor = np.where(within, _speaker_actor(reading).take(inside), -1)
    return _pick([actor.id for actor in equipment.cast.actors], actor)


def _hits(reading: Reading, equipment: Equipment, layout: _Layout) -> pl.DataFrame:
    first, last = reading.found.first.take(reading.match), reading.found.last.take(reading.match)
    entry = equipment.terms.entry.take(reading.sense)
    entries = equipment.terms.entries
    strongest = np.array([e.strongest if e.valence is None else e.valence for e in entries] or [0.0])
    return check(
        pl.DataFrame(
            {
                **layout.words(first, last),
                "surface": layout.surfaces(first, last),
                **_entry_columns(equipment, entry),
                "lexicon": _pick([e.lexicon for e in entries], entry),
                "valence": strongest.take(entry),
                "intensity": np.array([e.intensity for e in entries] or [1.0]).take(entry),
                "loaded": np.array([e.loaded for e in entries] or [False]).take(entry),
                "voice": _pick(VOICES, reading.voice.take(first)),
                "speaker": _speaker_of(reading, equipment, first),
                "negated": reading.negated.take(reading.match),
            }
        ),
        HITS,
    )


def _values(reading: Reading, equipment: Equipment, tie: Ints, sense: Ints) -> tuple[Floats, Bools]:
    """The value of each sense in the role of its tie, negation applied, and whether the link stands."""
    terms, role = equipment.terms, reading.ties.role.take(tie)
    value = np.full(len(tie), np.nan)
    for roles, column in ((_BEARER, terms.bearer), (_SUBJECT, terms.subject), (_OBJECT, terms.object), (_OWNER, terms.owner)):
        which = np.isin(role, roles)
        value[which] = column.take(sense[which])
    verb = terms.pos.take(sense) == VERB
    passive = role == Role.PASSIVE
    value[passive] = np.where(verb, terms.object.take(sense), terms.bearer.take(sense))[passive]
    negated = reading.negated.take(reading.ties.hit.take(tie))
    turns = negated & (terms.pos.take(sense) == ADJECTIVE)
    value[turns] *= _TURNED
    return value, ~np.isnan(value) & (~negated | turns)


def _links(reading: Reading, equipment: Equipment, layout: _Layout) -> pl.DataFrame:
    order = np.argsort(reading.match, kind="stable")
    match, sense = reading.match[order], reading.sense[order]
    begin, until = np.searchsorted(match, reading.ties.hit), np.searchsorted(match, reading.ties.hit, "right")
    tie = np.repeat(np.arange(len(begin)), until - begin)
    shift = np.repeat(begin - np.concatenate([[0], np.cumsum(until - begin)[:-1]]), until - begin)
    sense = sense[np.arange(len(tie)) + shift]
    value, stands = _values(reading, equipment, tie, sense)
    tie, sense, value = tie[stands], sense[stands], value[stands]
    hit, mention, role = (getattr(reading.ties, name).take(tie) for name in ("hit", "mention", "role"))
    first, last = reading.found.first.take(hit), reading.found.last.take(hit)
    mentions = reading.mentions
    through = layout.words(mentions.first.take(mention), mentions.last.take(mention))
    sure = np.array([CONFIDENCE.get(role, 0.0) for role in Role])
    return check(
        pl.DataFrame(
            {
                **layout.words(first, last),
                "actor": _pick([actor.id for actor in equipment.cast.actors], mentions.actor.take(mention)),
                "role": _pick([role.name.lower() for role in Role], role.astype(np.int64)),
                "mention_start": through["start"],
                "mention_end": through["end"],
                **_entry_columns(equipment, equipment.terms.entry.take(sense)),
                "valence": value,
                "voice": _pick(VOICES, reading.voice.take(first)),
                "speaker": _speaker_of(reading, equipment, first),
                "negated": reading.negated.take(hit),
                "confidence": mentions.confidence.take(mention) * sure.take(role),
            }
        ),
        LINKS,
    )
