"""Rules of the lexicon check that look at one row at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from framing.lexicon.faults import Fault, Severity
from framing.lexicon.matching import Matcher
from framing.lexicon.model import Entry
from framing.lexicon.stems import shares_stem
from framing.lexicon.words import fold

RowRule = Callable[[Entry, Matcher], Iterator[Fault]]

_FUNCTION = """
    a an the and or but nor if of to in on at by for with from as into onto about than then
    is are was were be been being am do does did have has had will would shall should can could may might must
    i you he she it we they me him her us them my your his its our their this that these those who whom whose which what
    there here not s t
"""
_FUNCTION_WORDS = frozenset(_FUNCTION.split())


def _warn(entry: Entry, fault: str, fix: str, severity: Severity = "warning") -> Fault:
    return Fault(entry.place, f"`{entry.term}`: {fault}", fix, severity)


def breadth(entry: Entry, _: Matcher) -> Iterator[Fault]:
    """A term that would be found nearly everywhere: one letter, or function words alone."""
    for spelling in entry.spellings:
        found = fold(spelling).split()
        if found and len("".join(found)) == 1:
            yield _warn(
                entry, f"`{spelling}` is a single letter and would match everywhere", "write the whole word", "error"
            )
        elif entry.match == "prefix" and len("".join(found)) < 4:
            fix = "give at least four letters before the *, or list the forms"
            yield _warn(entry, f"`{spelling}` would match everything that begins so", fix, "error")
        elif found and _FUNCTION_WORDS.issuperset(found):
            fix = "choose a longer phrase, or remove the row"
            yield _warn(entry, f"`{spelling}` is made of function words and would match everywhere", fix, "error")


def forms(entry: Entry, _: Matcher) -> Iterator[Fault]:
    """Forms that repeat, hold a comma, share no stem with the term, or stand beside `exact`."""
    if entry.match == "exact" and entry.forms:
        yield _warn(entry, "forms stand beside match `exact`, which looks for the term alone", "empty one of the two")
    seen = {entry.term if entry.match == "cased" else fold(entry.term)}
    for form in entry.forms:
        key = form if entry.match == "cased" else fold(form)
        if key in seen:
            yield _warn(entry, f"the form `{form}` is there already", "remove it from forms")
        elif "," in form:
            yield _warn(entry, f"the form `{form}` holds a comma", "put semicolons between forms")
        elif not key:
            yield _warn(entry, f"the form `{form}` has no letter or digit", "remove it from forms")
        elif not shares_stem(form, entry.term):
            yield _warn(entry, f"the form `{form}` shares no stem with it", "move the form to its own row, or mend it")
        seen.add(key)


def values(entry: Entry, _: Matcher) -> Iterator[Fault]:
    """Values that the part of speech does not use."""
    if entry.pos not in ("", "phrase", "verb"):
        for column, value in (("subject", entry.subject), ("object", entry.object)):
            if value is not None:
                yield _warn(entry, f"{column} has a value, but it is no verb", f"empty {column}, or set pos to verb")
    if entry.pos not in ("", "phrase", "noun") and entry.owner is not None:
        yield _warn(entry, "owner has a value, but it is no noun", "empty owner, or set pos to noun")


def sentences(entry: Entry, matcher: Matcher) -> Iterator[Fault]:
    """A `hit` in which the entry is not found, a `miss` in which it is."""
    if entry.hit and not matcher.finds(entry, entry.hit):
        hiding = [match.entry.term for match in matcher.find(entry.hit) if _within(entry, match.entry)]
        why = f" (the longer `{hiding[0]}` hides it)" if hiding else ""
        yield _warn(entry, f"it is not found in its `hit`{why}: {entry.hit}", "use one of its forms in the sentence")
    if entry.miss and matcher.finds(entry, entry.miss):
        fix = "add the context to `unless`, or change the sentence"
        yield _warn(entry, f"it is found in its `miss`: {entry.miss}", fix)


def _within(entry: Entry, other: Entry) -> bool:
    """Whether a spelling of the other entry is longer than one of the entry's and holds it."""
    ours, theirs = ([f" {fold(spelling)} " for spelling in each.spellings] for each in (entry, other))
    return any(own in whole and own != whole for own in ours for whole in theirs)


def contexts(entry: Entry, _: Matcher) -> Iterator[Fault]:
    """An `unless` context that does not contain the term or one of its forms."""
    for context in entry.unless:
        padded = f" {fold(context)} "
        if not any(f" {fold(spelling)} " in padded for spelling in entry.spellings) and entry.match != "prefix":
            yield _warn(
                entry, f"the context `{context}` does not contain it", "write the whole phrase, the term included"
            )


ROW_RULES: dict[str, RowRule] = {
    "breadth": breadth,
    "forms": forms,
    "values": values,
    "sentences": sentences,
    "contexts": contexts,
}
