"""What the engine and the reference say of each article, written down alike: tables of plain tuples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np
from reference_matching import Match, Matcher
from reference_read import Account, read_article
from reference_text import lists_of

from framing.engine import Equipment, Reading, read_buffer
from framing.link.roles import Role
from framing.link.values import colour
from framing.spans import mentions as mention_stage
from framing.spans import speakers as speaker_stage
from framing.spans.matches import find_matches
from framing.tables import VOICES
from framing.text import words as marks
from framing.text.buffer import Buffer, Piece, cut_chunks, join_pieces
from framing.text.kinds import Kind
from framing.text.words import read_words

Tables = dict[str, list[tuple[object, ...]]]  # table → rows; words are counted through the article, dummies left out
MARKS = {
    marks.SPACE: "space", marks.COMMA: "comma", marks.DASH: "dash", marks.STOP: "stop", marks.NEWLINE: "line",
    marks.SPEECH: "speech", marks.APOSTROPHE: "apostrophe", marks.HYPHEN: "hyphen",
}  # fmt: skip
MARK_NAMES = [sorted(name for bit, name in MARKS.items() if bit & marks) for marks in range(256)]
ROLE_NAMES = [role.name for role in Role]


def read_with_reference(pieces: Sequence[Piece], equipment: Equipment) -> dict[int, Tables]:
    """The reference's tables by article."""
    lists = lists_of(equipment)
    matcher = Matcher.of(lists)
    return {number: tables_of(read_article(list(group), lists, matcher)) for number, group in by_article(pieces)}


def by_article(pieces: Sequence[Piece]) -> Iterator[tuple[int, Iterator[Piece]]]:
    """The pieces of each article."""
    return groupby(pieces, key=lambda piece: piece.article)


def tables_of(account: Account) -> Tables:
    """An account as tables."""
    text = account.text
    real = [i for i, piece in enumerate(text.piece) if piece >= 0]
    number = {word: i for i, word in enumerate(real)}
    first_sentence = {text.piece[i]: text.words[i].sentence for i in reversed(real)}

    def place(i: int) -> int:
        return number.get(i, -1)

    def span(match: Match) -> tuple[int, int]:
        return place(match.first), place(match.last)

    def offset(piece: int, character: int) -> int:
        return character - text.offset[piece]

    return {
        "words": [
            (
                piece, offset(piece, word.start), offset(piece, word.end), word.known, word.kind.name, sorted(word.gap),
                word.sentence - first_sentence[piece], account.voices[i],
            )
            for i, piece, word in ((i, text.piece[i], text.words[i]) for i in real)
        ],
        "quotations": [
            (
                text.piece[q.first], offset(text.piece[q.first], q.start), offset(text.piece[q.first], q.end), *span(q),
                q.speech, q.continues, q.runs_on, scare, speaker.rule,
                place(speaker.first), place(speaker.last), speaker.actor, place(speaker.verb),
            )
            for q, scare, speaker in zip(account.quotations, account.scare, account.speakers, strict=True)
        ],
        "names": [(*span(name), name.which) for name in account.names],
        "contexts": sorted((*span(context), context.which) for context in account.contexts),
        "terms": [(*span(t), t.which, negated) for t, negated in zip(account.terms, account.negated, strict=True)],
        "hits": sorted((*span(match), sense) for match, sense in account.hits),
        "mentions": [(*span(m), m.actor, m.form, m.rule, m.owning) for m in account.mentions],
        "ties": sorted((*span(hit), *span(mention), role.name) for hit, mention, role in account.ties),
        "links": sorted(
            (*span(hit), *span(mention), mention.actor, role.name, sense, value)
            for (hit, mention, role), sense, value in account.links
        ),
    }  # fmt: skip


def read_with_engine(pieces: Sequence[Piece], equipment: Equipment, size: int) -> dict[int, Tables]:
    """The engine's tables by article, read in chunks of that size."""
    out: dict[int, Tables] = {}
    for chunk in cut_chunks(pieces, size):
        out.update(EngineTables(chunk, equipment).by_article())
    return out


class EngineTables:
    """A buffer as the engine reads it, as rows with the number of their article."""

    def __init__(self, chunk: Sequence[Piece], equipment: Equipment) -> None:
        self.equipment, self.reading = equipment, read_buffer(chunk, equipment)
        buffer, sheet = self.reading.buffer, self.reading.sheet
        self.start, self.end = sheet.start.tolist(), sheet.end.tolist()
        self.piece, self.character = characters(buffer)
        self.article = [piece.article for piece in buffer.pieces]
        self.of_word = [self.piece[start] for start in self.start]
        self.number: list[int] = []  # of each word in its article, -1 for dummies
        self.first_word: dict[int, int] = {}
        counted: dict[int, int] = {}
        for i, piece in enumerate(self.of_word):
            if piece >= 0:
                self.first_word.setdefault(piece, i)
                counted[self.article[piece]] = counted.get(self.article[piece], -1) + 1
            self.number.append(counted[self.article[piece]] if piece >= 0 else -1)
        first = {piece.article: at for at, piece in reversed(list(enumerate(buffer.pieces)))}
        self.piece_in_article = [at - first[piece.article] for at, piece in enumerate(buffer.pieces)]

    def by_article(self) -> dict[int, Tables]:
        """All tables, parted by article."""
        out: dict[int, Tables] = {}
        for name, rows in self.tables().items():
            for article in self.article:
                out.setdefault(article, {})[name] = []
            for word, row in rows:
                out[self.article[self.of_word[word]]][name].append(row)
            for article in self.article:
                if name in ("contexts", "hits", "ties", "links"):
                    out[article][name].sort()
        return out

    def tables(self) -> dict[str, list[tuple[int, tuple[object, ...]]]]:
        """Rows with a word of theirs, by the table's name."""
        reading = self.reading
        found, mentions, links = reading.found, reading.mentions, colour_of(reading, self.equipment)
        names, contexts = unread_matches(reading.buffer, self.equipment)
        hit, mention = self.spans(found), self.spans(mentions)
        actor, role = mentions.actor.tolist(), [ROLE_NAMES[role] for role in reading.ties.role.tolist()]
        tie = list(zip(reading.ties.hit.tolist(), reading.ties.mention.tolist(), strict=True))
        tied = [(*hit[h], *mention[m]) for h, m in tie]
        at, begin = found.first.tolist(), mentions.first.tolist()
        forms = [mention_stage.FORMS[form] for form in mentions.form.tolist()]
        rules = [mention_stage.RULES[rule] for rule in mentions.rule.tolist()]
        which = zip(found.which.tolist(), reading.negated.tolist(), strict=True)
        who = zip(actor, forms, rules, mentions.owning.tolist(), strict=True)
        meant = zip(reading.match.tolist(), reading.sense.tolist(), strict=True)
        return {
            "words": self.words(),
            "quotations": self.quotations(),
            "names": [(n.first, (*self.span(n.first, n.last), n.which)) for n in names],
            "contexts": [(c.first, (*self.span(c.first, c.last), c.which)) for c in contexts],
            "terms": [(word, (*span, *row)) for word, span, row in zip(at, hit, which, strict=True)],
            "hits": [(at[m], (*hit[m], s)) for m, s in meant],
            "mentions": [(word, (*span, *row)) for word, span, row in zip(begin, mention, who, strict=True)],
            "ties": [(at[h], (*row, name)) for (h, _), row, name in zip(tie, tied, role, strict=True)],
            "links": [(at[tie[t][0]], (*tied[t], actor[tie[t][1]], role[t], *rest)) for t, *rest in links],
        }

    def span(self, first: int, last: int) -> tuple[int, int]:
        return self.number[first], self.number[last]

    def spans(self, found: object) -> list[tuple[int, int]]:
        """First and last words as numbers in the article."""
        return [self.span(*bounds) for bounds in zip(found.first.tolist(), found.last.tolist(), strict=True)]  # type: ignore[attr-defined]

    def words(self) -> list[tuple[int, tuple[object, ...]]]:
        sheet, listed = self.reading.sheet, self.equipment.vocabulary.words
        columns = (sheet.word.tolist(), sheet.kind.tolist(), sheet.marks.tolist(), self.reading.voice.tolist())
        sentence, rows = sheet.sentence.tolist(), []
        for i, (word, kind, mark, voice) in enumerate(zip(*columns, strict=True)):
            piece = self.of_word[i]
            if piece >= 0:
                row = (
                    self.piece_in_article[piece], self.character[self.start[i]], self.character[self.end[i]],
                    listed[word], Kind(kind).name, MARK_NAMES[mark], sentence[i] - sentence[self.first_word[piece]],
                    VOICES[voice],
                )  # fmt: skip
                rows.append((i, row))
        return rows

    def quotations(self) -> list[tuple[int, tuple[object, ...]]]:
        reading, rows = self.reading, []
        quotations, speakers = reading.sheet.quotations, reading.speakers
        columns = (speakers.first, speakers.last, speakers.actor, speakers.verb)
        named = list(zip(*(column.tolist() for column in columns), strict=True))
        for at, first in enumerate(quotations.first.tolist()):
            rule = speaker_stage.RULES[int(speakers.rule[at])]
            start, end = int(quotations.start[at]), int(quotations.end[at])
            row: list[object] = [self.piece_in_article[self.of_word[first]], self.character[start], self.character[end]]
            row += [*self.span(first, int(quotations.last[at])), bool(quotations.speech[at])]
            row += [bool(quotations.continues[at]), bool(quotations.runs_on[at]), bool(reading.scare[at]), rule]
            begin, until, actor, verb = named[at]
            row += [*(self.number[word] if word >= 0 else -1 for word in (begin, until)), actor]
            row.append(self.number[verb] if verb >= 0 else -1)
            rows.append((first, tuple(row)))
        return rows


def characters(buffer: Buffer) -> tuple[list[int], list[int]]:
    """For each byte of a buffer: its piece (-1: none) and its character in that piece; the byte after a piece too."""
    piece, character = [-1] * len(buffer.raw), [-1] * len(buffer.raw)
    for at, (part, start) in enumerate(zip(buffer.pieces, buffer.start.tolist(), strict=True)):
        place = start
        for i, letter in enumerate(part.text):
            size = len(letter.encode("utf-8", "surrogatepass"))
            piece[place : place + size] = [at] * size
            character[place] = i
            place += size
        character[place] = len(part.text)
    return piece, character


def unread_matches(buffer: Buffer, equipment: Equipment) -> tuple[list[Match], list[Match]]:
    """The matches of names and contexts, which a reading does not keep."""
    _, names, contexts = find_matches(
        read_words(join_pieces(buffer.pieces), equipment.vocabulary), equipment.vocabulary
    )
    columns = ((part.first.tolist(), part.last.tolist(), part.which.tolist()) for part in (names, contexts))
    first, second = ([Match(*row) for row in zip(*column, strict=True)] for column in columns)
    return first, second


def colour_of(reading: Reading, equipment: Equipment) -> list[tuple[int, int, float]]:
    """Tie, sense and value of every link."""
    links = colour(reading.ties, reading.match, reading.sense, reading.negated, equipment.terms)
    columns = (np.asarray(column).tolist() for column in (links.tie, links.sense, links.value))
    return list(zip(*columns, strict=True))


def differences(ours: dict[int, Tables], theirs: dict[int, Tables]) -> list[str]:
    """Where two accounts differ, a line each; empty if they agree."""
    if ours.keys() != theirs.keys():
        return [f"articles: {sorted(ours.keys() ^ theirs.keys())[:5]}"]
    found = []
    for article, tables in ours.items():
        for name, rows in tables.items():
            other = theirs[article][name]
            if rows != other:
                first = next((pair for pair in zip(rows, other, strict=False) if pair[0] != pair[1]), None)
                found.append(f"article {article}, {name}: {first or f'{len(rows)} and {len(other)} rows'}")
    return found
