"""Actor files: a user's own list of people and bodies, and the bundled countries, offices and nicknames."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from framing import resources
from framing.errors import ActorError
from framing.lexicon.faults import Fault, nearest
from framing.lexicon.sheets import Row, Sheet, read_sheet
from framing.lexicon.words import fold, tidy

KINDS = ("person", "country", "organisation", "group", "office")
GENDERS = ("he", "she", "they")
_OTHER_KINDS = {"organization": "organisation", "org": "organisation", "people": "group", "state": "country"}
_OTHER_GENDERS = {"m": "he", "male": "he", "man": "he", "f": "she", "female": "she", "woman": "she", "x": "they"}
_COLUMNS = ("name", "aliases", "kind", "country", "gender", "id", "adjective", "people", "metonyms", "note")
_WORLD = "actors-world"
_SEPARATOR = re.compile(r"[;|\n]")


@dataclass(frozen=True)
class Actor:
    """
    Somebody or something that articles speak about.

    Attributes:
        id: short key, unique in its file ("vladimir-putin").
        name: as reports print it ("Vladimir Putin").
        aliases: other names for the same ("Putin", "the Russian president").
        kind: person, country, organisation, group or office.
        adjectives: of a country, its adjectives ("Russian").
        people: of a country, words for its people ("Russians").
        metonyms: places that stand for it ("Kremlin", "Moscow").
        country: id or name of the country it belongs to, if given.
        gender: the pronoun to link: he, she, they, or None if not given.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = "person"
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    country: str | None = None
    gender: str | None = None


def load_actors(path: Path | str) -> tuple[Actor, ...]:
    """
    The actors of a CSV file, in its order.

    Columns: name (must be there); aliases (`;` or `|` between them); kind (person if empty); country; gender (he, she,
    they); id (made from the name if empty); adjective, people, metonyms. The file is read as leniently as a lexicon.

    Raises:
        ActorError: no such file, binary or empty; no column `name`; an unknown kind or gender; two actors who share an
            alias. Every fault is named with its line.
    """
    path = Path(path)
    sheet = read_sheet(path, path.name)
    faults = list(sheet.faults)
    if sheet.columns:
        faults += _column_faults(sheet)
    lines: list[tuple[Actor, int]] = []
    if "name" in sheet.columns:
        lines = [(_actor(row, sheet, faults), row.line) for row in sheet.rows]
        if not lines and not faults:
            faults.append(Fault(sheet.name, "the file names no actor", "write a row for each actor below the header"))
    faults += _shared(lines, sheet)
    _refuse(faults, path)
    return tuple(actor for actor, _ in lines)


def load_world() -> tuple[Actor, ...]:
    """The bundled countries and bodies of states, with adjectives, peoples, and capitals and seats as metonyms."""
    sheet = _bundled("countries.csv")
    return tuple(
        Actor(
            id=tidy(row.cells["id"]),
            name=tidy(row.cells["name"]),
            aliases=_items(row.cells["aliases"]),
            kind=tidy(row.cells["kind"]),
            adjectives=_items(row.cells["adjective"]),
            people=_items(row.cells["people"]),
            metonyms=_once([*_items(row.cells["capital"]), *_items(row.cells["seats"])]),
        )
        for row in sheet.rows
    )


def load_offices() -> dict[str, str]:
    """The bundled titles of office with their kind: "president" → "head of state" or as offices.csv calls it."""
    return {tidy(row.cells["title"]): tidy(row.cells["kind"]) for row in _bundled("offices.csv").rows}


def load_nicknames() -> dict[str, tuple[str, ...]]:
    """Short forms of first names with the names they may stand for: "Vlad" → ("Vladimir", …)."""
    names: dict[str, tuple[str, ...]] = {}
    for row in _bundled("nicknames.csv").rows:
        short = tidy(row.cells["nickname"])
        names[short] = _once([*names.get(short, ()), *_items(row.cells["name"])])
    return names


def _bundled(file: str) -> Sheet:
    sheet = read_sheet(resources.lexicons() / _WORLD / file, f"{_WORLD}/{file}")
    _refuse(sheet.faults, resources.lexicons() / _WORLD / file)
    return sheet


def _actor(row: Row, sheet: Sheet, faults: list[Fault]) -> Actor:
    cell = {column: tidy(text) for column, text in row.cells.items()}
    place = sheet.place(row.line)
    name = cell["name"]
    if not fold(name):
        faults.append(Fault(place, "the actor has no name", "write one, or delete the row"))
    return Actor(
        id=cell.get("id") or fold(name).replace(" ", "-"),
        name=name,
        aliases=tuple(alias for alias in _items(row.cells.get("aliases", "")) if alias != name),
        kind=_choice(cell, "kind", (KINDS, _OTHER_KINDS), place, faults) or "person",
        adjectives=_items(row.cells.get("adjective", "")),
        people=_items(row.cells.get("people", "")),
        metonyms=_items(row.cells.get("metonyms", "")),
        country=cell.get("country") or None,
        gender=_choice(cell, "gender", (GENDERS, _OTHER_GENDERS), place, faults) or None,
    )


def _choice(
    cell: dict[str, str],
    column: str,
    words: tuple[tuple[str, ...], dict[str, str]],
    place: str,
    faults: list[Fault],
) -> str:
    """The cell as a known word, or as what it stands for; "" if it is empty or, with a fault, unknown."""
    known, others = words
    text = cell.get(column, "").casefold()
    text = others.get(text, text)
    if text and text not in known:
        fix = f"write one of {', '.join(known)}, or leave it empty"
        faults.append(Fault(place, f"{cell['name']}: there is no {column} `{text}`", fix))
        return ""
    return text


def _column_faults(sheet: Sheet) -> list[Fault]:
    faults = []
    for column in sheet.columns:
        near = None if column in _COLUMNS else nearest(column, _COLUMNS)
        if near and near not in sheet.columns:
            faults.append(Fault(sheet.place(1), f"there is no column `{column}`", f"did you mean `{near}`?"))
    if "name" not in sheet.columns and not faults:
        fix = "the first row must be a header that names the columns: name,aliases,kind"
        faults.append(Fault(sheet.place(1), "there is no column `name`", fix))
    return faults


def _shared(lines: list[tuple[Actor, int]], sheet: Sheet) -> list[Fault]:
    """Names and aliases that two actors share, whatever their case; ids that stand twice."""
    faults = []
    seen: dict[str, tuple[Actor, int]] = {}
    ids: dict[str, int] = {}
    for actor, line in lines:
        spelt = [name for name in (actor.name, *actor.aliases) if fold(name)]
        shared = None
        for name in spelt:
            other, above = seen.setdefault(fold(name), (actor, line))
            if other is not actor and shared is None:
                shared = f"`{name}` is a name of both {other.name} (line {above}) and {actor.name}"
        if shared:
            fix = "take it from one of them, or use a longer alias"
            faults.append(Fault(sheet.place(line), shared, fix))
        elif actor.id and ids.setdefault(actor.id, line) != line:
            fault = f"the id `{actor.id}` stands twice (also line {ids[actor.id]})"
            faults.append(Fault(sheet.place(line), fault, "give each actor an id of its own"))
    return faults


def _items(cell: str) -> tuple[str, ...]:
    return _once(item for part in _SEPARATOR.split(cell) if (item := tidy(part)))


def _once(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


def _refuse(faults: list[Fault], path: Path) -> None:
    if len(faults) == 1:
        raise ActorError(faults[0].fault, faults[0].fix, faults[0].place)
    if faults:
        listed = "".join(f"\n  {fault}" for fault in faults)
        raise ActorError(f"the actor file has {len(faults)} faults:{listed}", "mend the lines listed", path)
