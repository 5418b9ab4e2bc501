"""Rules of the lexicon check that look at a whole lexicon: duplicates, order, sets, plainer words, what is missing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from framing.lexicon.faults import Fault, nearest
from framing.lexicon.matching import Matcher
from framing.lexicon.model import Entry, Lexicon
from framing.lexicon.words import fold

_GUESSES = 50  # so many sets of one are each compared with every other set: it takes time
ListRule = Callable[[Lexicon, Sequence[Lexicon]], Iterator[Fault]]

_REASON = "keep the better row, or give the reason under [overlaps] in lexicon.toml"
_ASKED = {"note": "say in a sentence why it is listed", "hit": "give a sentence in which it must be found"}


def across(lexicon: Lexicon, others: Sequence[Lexicon]) -> Iterator[Fault]:
    """
    A term in two categories, of this lexicon or of this and another one.

    With another lexicon the same category is let pass (the row replaces the other), and so is another part of speech:
    the noun "rant" is no verb of saying.
    """
    seen: dict[str, Entry] = {}
    elsewhere: dict[str, Entry] = {fold(entry.term): entry for other in others for entry in other.entries}
    for entry in lexicon.entries:
        key = fold(entry.term)
        first = seen.setdefault(key, entry)
        twin = first if first is not entry else elsewhere.get(key)
        if twin is None or key in lexicon.overlaps or _apart(entry, twin):
            continue
        if twin.category.casefold() != entry.category.casefold():
            fault = f"`{entry.term}` stands in {entry.category} and in {twin.category} ({twin.place})"
            yield Fault(entry.place, fault, _REASON, "warning")


def _apart(entry: Entry, twin: Entry) -> bool:
    """Whether the rows stand in two lexicons as two parts of speech."""
    return entry.lexicon != twin.lexicon and bool(entry.pos and twin.pos) and entry.pos != twin.pos


def shared_forms(lexicon: Lexicon, _: Sequence[Lexicon]) -> Iterator[Fault]:
    """A term or form that is a form of another entry of the lexicon."""
    terms = {fold(entry.term): entry for entry in reversed(lexicon.entries)}
    forms: dict[str, Entry] = {}
    for entry in lexicon.entries:
        own = fold(entry.term)
        for form in entry.spellings[1:]:
            key = fold(form)
            other = terms.get(key)
            if other is None or other.term == entry.term:
                other = forms.setdefault(key, entry)
            if fold(other.term) == own or key in lexicon.overlaps:
                continue
            what = "a row of its own" if fold(other.term) == key else f"a form of `{other.term}`"
            yield Fault(entry.place, f"`{entry.term}`: its form `{form}` is {what} ({other.place})", _REASON, "warning")


def order(lexicon: Lexicon, _: Sequence[Lexicon]) -> Iterator[Fault]:
    """A row that comes before, by its term, the row above it."""
    for above, entry in pairwise(lexicon.entries):
        if above.file == entry.file and entry.term.casefold() < above.term.casefold():
            fix = "sort the rows by term, capitals and small letters alike"
            yield Fault(entry.place, f"`{entry.term}` stands after `{above.term}`", fix, "warning")


def sets(lexicon: Lexicon, others: Sequence[Lexicon]) -> Iterator[Fault]:
    """A set with one member."""
    sizes = Counter(entry.set for layer in (lexicon, *others) for entry in layer.entries if entry.set)
    alone = [entry for entry in lexicon.entries if sizes[entry.set] == 1]
    known = [name for name, size in sizes.items() if size > 1] if len(alone) <= _GUESSES else []
    for entry in alone:
        fault = f"`{entry.term}`: nothing else is in the set `{entry.set}`"
        near = nearest(entry.set, known)
        fix = f"did you mean `{near}`?" if near else "add another word to the set, or empty the cell"
        yield Fault(entry.place, fault, fix, "warning")


def plainer(lexicon: Lexicon, others: Sequence[Lexicon]) -> Iterator[Fault]:
    """A `plain` word that is itself loaded, here or in another list of loaded words (wires do write "criticised")."""
    layers = (lexicon, *(other for other in others if other.kind == "loaded"))
    loaded = Matcher(entry for layer in layers for entry in layer.entries if entry.loaded)
    found = {plain: loaded.find(plain) for plain in {entry.plain for entry in lexicon.entries if entry.plain}}
    for entry in lexicon.entries:
        for match in found.get(entry.plain, ())[:1]:
            fault = f"`{entry.term}`: its plain word `{entry.plain}` is itself loaded ({match.entry.place})"
            yield Fault(entry.place, fault, "choose a plainer word, or empty the cell", "warning")


def missing(lexicon: Lexicon, _: Sequence[Lexicon]) -> Iterator[Fault]:
    """Rows without a note or a hit; said once for a file in which no row has one."""
    files: dict[str, list[Entry]] = defaultdict(list)
    for entry in lexicon.entries:
        files[entry.place.rpartition(":")[0]].append(entry)
    for file, entries in files.items():
        for column in _ASKED:
            without = [entry for entry in entries if not getattr(entry, column)]
            fix = (
                "say in a sentence why it is listed"
                if column == "note"
                else "give a sentence in which it must be found"
            )
            if len(without) == len(entries) > 1:
                yield Fault(file, f"no row has a {column}", fix, "warning")
                continue
            for entry in without:
                yield Fault(entry.place, f"`{entry.term}` has no {column}", fix, "warning")


def head(lexicon: Lexicon, others: Sequence[Lexicon]) -> Iterator[Fault]:
    """A missing licence, version or description; a category without a meaning or without a row."""
    place = f"{lexicon.folder.resolve().name}/lexicon.toml"
    if not lexicon.described:
        yield Fault(
            place,
            "there is no lexicon.toml, so no licence",
            "write one with id, version, language and licence",
            "warning",
        )
        return
    for key in ("licence", "description", "source"):
        if not getattr(lexicon, key):
            yield Fault(place, f"there is no {key}", f'add {key} = "…"', "warning")
    used = {entry.category for entry in lexicon.entries}
    explained = {name.casefold() for other in others for name, meaning in other.categories.items() if meaning}
    for name, meaning in lexicon.categories.items():
        if not meaning and name.casefold() not in explained:
            yield Fault(
                place, f"the category `{name}` has no meaning", f'add {name} = "…" under [categories]', "warning"
            )
        if name not in used:
            yield Fault(place, f"the category `{name}` has no row", "remove it, or add its file", "warning")


def drops(lexicon: Lexicon, others: Sequence[Lexicon]) -> Iterator[Fault]:
    """A row that drops what no other lexicon has."""
    if not others:
        return
    known: dict[str, set[str]] = defaultdict(set)
    for other in others:
        for entry in other.entries:
            known[fold(entry.term)].add(entry.category.casefold())
    for drop in lexicon.drops:
        there = known.get(fold(drop.term), set())
        if not there or (drop.category is not None and drop.category.casefold() not in there):
            where = f"in {drop.category} " if drop.category else ""
            fault = f"`{drop.term}` is to be dropped, but is not {where}in the layers below"
            yield Fault(drop.place, fault, "check its spelling and category, or remove the row", "warning")


LIST_RULES: dict[str, ListRule] = {
    "across": across,
    "shared_forms": shared_forms,
    "order": order,
    "sets": sets,
    "plainer": plainer,
    "missing": missing,
    "head": head,
    "drops": drops,
}
