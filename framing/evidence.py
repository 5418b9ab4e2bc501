"""From readings to tables: every mention, hit, link, quotation and sentence with its place in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from framing.engine import Equipment, Reading
from framing.layout import Columns, Layout
from framing.link.roles import CONFIDENCE, Role
from framing.link.values import colour
from framing.spans import mentions as mention_stage
from framing.spans import speakers as speaker_stage
from framing.spans.voices import OWN, QUOTED, SCARE
from framing.tables import FIELDS, HITS, LINKS, MENTIONS, QUOTES, SENTENCES, VOICES, Table, check
from framing.text.arrays import Ints

_SENTENCE_EDGE = 12  # marks that may touch a sentence's first and last words
_IS_SPACE = np.isin(np.arange(256), [ord(c) for c in " \t\r\n\v\f"])
_SURE = np.array([CONFIDENCE.get(role, 0.0) for role in Role])


@dataclass(frozen=True)
class Evidence:
    """The tables of readings: SENTENCES, QUOTES, MENTIONS, HITS, LINKS."""

    sentences: pl.DataFrame
    quotes: pl.DataFrame
    mentions: pl.DataFrame
    hits: pl.DataFrame
    links: pl.DataFrame


def collect(reading: Reading, equipment: Equipment) -> dict[str, Columns]:
    """The columns of every table of a reading, by the table's name, with numbers for names."""
    layout = Layout(reading)
    return {
        "sentences": _sentences(reading, layout),
        "quotes": _quotes(reading, layout),
        "mentions": _mentions(reading, layout),
        "hits": _hits(reading, equipment, layout),
        "links": _links(reading, equipment, layout),
    }


def to_tables(collected: Sequence[dict[str, Columns]], equipment: Equipment, articles: Sequence[str]) -> Evidence:
    """
    The tables of all readings.

    Args:
        collected: from `collect`, in the order of the articles.
        equipment: what they were read with.
        articles: ids by article number.
    """
    actors = [actor.id for actor in equipment.cast.actors]
    names: dict[str, Sequence[str]] = {
        "article": articles, "field": FIELDS, "voice": VOICES, "actor": actors, "speaker": actors,
        "form": mention_stage.FORMS, "role": [role.name.lower() for role in Role],
    }  # fmt: skip
    rules = {"quotes": speaker_stage.RULES, "mentions": mention_stage.RULES}
    entries = _entry_table(equipment)
    frames = {}
    for table in (SENTENCES, QUOTES, MENTIONS, HITS, LINKS):
        name = table.name.lower()
        spelled = {**names, "rule": rules.get(name, ()), "kind": ("speech", "fragment", "scare")}
        frames[name] = _decode([part[name] for part in collected], spelled, entries, table)
    return Evidence(**frames)


def _decode(
    parts: Sequence[Columns], names: dict[str, Sequence[str]], entries: pl.DataFrame, table: Table
) -> pl.DataFrame:
    """One table from its parts: numbers become names, an entry's number its columns."""
    if not parts:
        return table.empty()
    columns: Columns = {}
    for name, first in parts[0].items():
        whole = [part[name] for part in parts]
        if isinstance(first, pl.Series):
            columns[name] = pl.concat(whole)
        elif isinstance(first, list):
            columns[name] = pl.Series(name, [text for part in whole for text in part], dtype=pl.String)
        else:
            joined = np.concatenate(whole)
            columns[name] = _pick(names[name], joined) if name in names else joined
    given = columns.pop("entry_number", None)
    frame = pl.DataFrame(columns)
    if given is not None:
        described = entries[given].select(name for name in entries.columns if name not in frame.columns)
        frame = frame.hstack(described.get_columns())
    return check(frame, table)


def _pick(values: Sequence[str], at: Ints) -> pl.Series:
    """Names by their numbers; null where the number is -1."""
    return pl.Series([*values, None], dtype=pl.String).gather(pl.Series(at.astype(np.int64)))  # -1 takes the null


def _entry_table(equipment: Equipment) -> pl.DataFrame:
    """The columns that HITS and LINKS take from an entry, a row an entry."""
    entries = equipment.terms.entries
    return pl.DataFrame(
        {
            "term": [entry.term for entry in entries],
            "entry": [entry.citation for entry in entries],
            "lexicon": [entry.lexicon for entry in entries],
            "category": [entry.category for entry in entries],
            "valence": [entry.strongest if entry.valence is None else entry.valence for entry in entries],
            "intensity": [entry.intensity for entry in entries],
            "loaded": [entry.loaded for entry in entries],
        },
        schema=dict.fromkeys(("term", "entry", "lexicon", "category"), pl.String)
        | {"valence": pl.Float64, "intensity": pl.Float64, "loaded": pl.Boolean},
    )


def _sentences(reading: Reading, layout: Layout) -> Columns:
    sheet = reading.sheet
    every = sheet.begins
    real = layout.real.take(every)
    first, last = every[real], np.append(every[1:], len(sheet.word))[real] - 1
    other = layout.counted[reading.voice.take(layout.counted) != OWN]
    place = sheet.sentence.take(other) * len(VOICES) + reading.voice.take(other)
    counts = np.bincount(place, minlength=(len(every) + 1) * len(VOICES)).reshape(-1, len(VOICES))[1:][real]
    counts[:, OWN] = np.add.reduceat(layout.counts, every, dtype=np.int64)[real] - counts.sum(axis=1)
    return {
        **layout.place(first, *_sentence_bounds(reading, first, last)),
        "paragraph": layout.paragraph_in_piece(first),
        **{f"words_{voice}": counts[:, number] for number, voice in enumerate(VOICES)},
    }


def _sentence_bounds(reading: Reading, first: Ints, last: Ints) -> tuple[Ints, Ints]:
    """Bytes of sentences, with the marks that touch their first and last words; never inside a character."""
    text, raw, buffer = reading.buffer.work, reading.buffer.raw, reading.buffer
    piece = buffer.piece_of(reading.sheet.start.take(first))
    start, end = reading.sheet.start.take(first), reading.sheet.end.take(last)
    low, high = buffer.start.take(piece), buffer.end.take(piece)
    before, after = np.arange(len(start)), np.arange(len(end))
    for _ in range(_SENTENCE_EDGE):  # only those go on that have met no space yet
        place = start.take(before)
        before = before[(place > low.take(before)) & ~_IS_SPACE.take(text.take(place - 1))]
        start[before] -= 1
        place = end.take(after)
        after = after[(place < high.take(after)) & ~_IS_SPACE.take(text.take(place))]
        end[after] += 1
    for _ in range(3):
        start = start + ((raw.take(start) & 0xC0) == 0x80)
        end = end - ((raw.take(end) & 0xC0) == 0x80)
    return start, end


def _speaker_actor(reading: Reading) -> Ints:
    """The actor who speaks in each quotation; -1 if not known."""
    return reading.speakers.actor


def _speaker_of(reading: Reading, word: Ints) -> Ints:
    """Number of the actor who speaks the words at these places, in quoted voice; -1 if not known."""
    quotations = reading.sheet.quotations
    if not quotations.first.size:
        return np.full(len(word), -1)
    at = np.searchsorted(quotations.first, word, "right") - 1
    inside = np.maximum(at, 0)
    within = (at >= 0) & (word <= quotations.last.take(inside)) & (reading.voice.take(word) == QUOTED)
    return np.where(within, _speaker_actor(reading).take(inside), -1)


def _quotes(reading: Reading, layout: Layout) -> Columns:
    quotations, speakers = reading.sheet.quotations, reading.speakers
    known = np.flatnonzero(speakers.rule > 0)
    at = np.full((2, len(speakers.rule)), -1)  # which name and which verb, each of which is read once
    name, at[0, known] = np.unique(speakers.first.take(known) << 32 | speakers.last.take(known), return_inverse=True)
    verb, at[1, known] = np.unique(speakers.verb.take(known), return_inverse=True)
    first, last = np.concatenate([name >> 32, verb]), np.concatenate([name & 0xFFFFFFFF, verb])
    texts = pl.Series([*layout.surfaces(first, last), None], dtype=pl.String)  # -1 takes the null
    at[1, known] += len(name)
    return {
        **layout.place(quotations.first, quotations.start, quotations.end),
        "kind": np.where(quotations.speech, 0, np.where(reading.scare, 2, 1)),
        "voice": np.where(reading.scare, SCARE, QUOTED),
        "continues": quotations.continues,
        "words": layout.count(quotations.first, quotations.last),
        "speaker": _speaker_actor(reading),
        "speaker_name": texts.gather(at[0]),
        "verb": texts.gather(at[1]),
        "rule": np.where(speakers.rule > 0, speakers.rule, -1),
        "confidence": pl.Series(np.where(speakers.rule > 0, speakers.confidence, np.nan), nan_to_null=True),
    }


def _mentions(reading: Reading, layout: Layout) -> Columns:
    mentions = reading.mentions
    return {
        **layout.words(mentions.first, mentions.last),
        "actor": mentions.actor,
        "form": mentions.form,
        "voice": reading.voice.take(mentions.first),
        "confidence": mentions.confidence,
        "rule": mentions.rule,
    }


def _hits(reading: Reading, equipment: Equipment, layout: Layout) -> Columns:
    first, last = reading.found.first.take(reading.match), reading.found.last.take(reading.match)
    return {
        **layout.words(first, last),
        "surface": layout.surfaces(first, last),
        "entry_number": equipment.terms.entry.take(reading.sense),
        "voice": reading.voice.take(first),
        "speaker": _speaker_of(reading, first),
        "negated": reading.negated.take(reading.match),
    }


def _links(reading: Reading, equipment: Equipment, layout: Layout) -> Columns:
    links = colour(reading.ties, reading.match, reading.sense, reading.negated, equipment.terms)
    hit, mention, role = (getattr(reading.ties, name).take(links.tie) for name in ("hit", "mention", "role"))
    first, last = reading.found.first.take(hit), reading.found.last.take(hit)
    mentions = reading.mentions
    through = layout.words(mentions.first.take(mention), mentions.last.take(mention))
    return {
        **layout.words(first, last),
        "actor": mentions.actor.take(mention),
        "role": role.astype(np.int64),
        "mention_start": through["start"],
        "mention_end": through["end"],
        "entry_number": equipment.terms.entry.take(links.sense),
        "valence": links.value,
        "voice": reading.voice.take(first),
        "speaker": _speaker_of(reading, first),
        "negated": reading.negated.take(hit),
        "confidence": mentions.confidence.take(mention) * _SURE.take(role),
    }
