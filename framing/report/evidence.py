"""What a number unfolds to: sentences with marked words, each with its reasons."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reason:
    """
    Why words are marked.

    Attributes:
        kind: loaded word, colouring word (one that is tied to an actor), reporting verb, quotation or mention.
        term, entry, category: of the lexicon entry ("" for a quotation or a mention).
        voice: whose words: own, quoted, scare or headline.
        valence: -3 … +3; None where the mark has none.
        rule: how it was recognised or tied to the actor, as the tables call it ("" for none).
        actor: name of the actor it is tied to; None for nobody.
        speaker: name of whoever says it, where known.
        negated: whether a negation stands before it.
        note, plain: why the entry is listed, and a plainer word ("" for none).
    """

    kind: str
    voice: str
    term: str = ""
    entry: str = ""
    category: str = ""
    valence: float | None = None
    rule: str = ""
    actor: str | None = None
    speaker: str | None = None
    negated: bool = False
    note: str = ""
    plain: str = ""


@dataclass(frozen=True)
class Mark:
    """Marked words: characters of the article's field, the words, and every reason for marking them."""

    start: int
    end: int
    surface: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Excerpt:
    """A sentence with its marks. `text` is `article[field][start:end]`; None where texts are left out."""

    article: str
    outlet: str
    title: str | None
    field: str
    sentence: int
    start: int
    end: int
    text: str | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Evidence:
    """
    What a number unfolds to.

    Attributes:
        key: its anchor on the page.
        title: what it is evidence of.
        marked: how many marks there are in all.
        sentences: in how many sentences.
        table: the table that has all of them.
        excerpts: as many of the sentences as there was room for.
    """

    key: str
    title: str
    marked: int
    sentences: int
    table: str
    excerpts: tuple[Excerpt, ...]

    @property
    def more(self) -> int:
        """Sentences that are not shown."""
        return self.sentences - len(self.excerpts)
