"""
Answers of a class, from whatever they come in: codes, sheets, tallies of hands, and files of annotation tools.

A question that was left out is missing, which is not the same as nothing marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from framing.corpus.rows import SetAside
from framing.errors import CorpusError, ExerciseError
from framing.exercise.classroom.codes import Answer, Code, find_codes
from framing.exercise.model import Exercise, Item, Mark, Passage
from framing.lexicon.sheets import Sheet, read_text
from framing.validation.annotated import Marked, Span
from framing.validation.formats import doccano, label_studio
from framing.validation.records import LOADERS, Records, read_records

_READER = re.compile(r"[A-Za-z0-9]{1,12}")


@dataclass
class Collected:
    """
    What a class answered.

    Attributes:
        readers: reader's code → question → answer.
        hands: question → word → how many hands, where a class was counted and nobody wrote down who.
        present: how many readers a tally of hands speaks of.
        reasons: reader's code, question, word and why, where readers said so.
        set_aside: what could not be used, with its place.
        notes: what was done with what was doubled or named.
    """

    readers: dict[str, dict[str, Answer]] = field(default_factory=dict)
    hands: dict[str, dict[int, int]] = field(default_factory=dict)
    present: int = 0
    reasons: list[tuple[str, str, int, str]] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def lose(self, place: str, reason: str) -> None:
        """Note something that can't be used."""
        self.set_aside.append(SetAside(place, reason, "unreadable"))


def collect_answers(paths: Sequence[Path], exercise: Exercise, present: int = 0) -> Collected:
    """
    The answers in files, each in whichever form it is.

    Args:
        paths: text, CSV, XLSX, JSON or JSON lines: answer codes anywhere in them; or tables with the columns reader,
            item, start, end (characters of the passage) and, if you like, label (the question) and reason; or item,
            token, count; or the JSON of Label Studio or doccano.
        exercise: what was answered.
        present: how many readers a tally of hands speaks of, where its table does not say.

    Raises:
        ExerciseError: no answer of any file can be used.
    """
    into = Collected(present=present)
    names: dict[str, str] = {}
    for path in paths:
        try:
            _read_file(into, path, exercise, names)
        except (CorpusError, ExerciseError) as error:
            into.lose(path.name, error.fault)
    if not into.readers and not into.hands:
        told = "".join(f"\n  {one.place}: {one.reason}" for one in into.set_aside[:5])
        fix = "give files with answer codes, or a table with the columns reader, item, start, end"
        raise ExerciseError(f"no answer can be used{told}", fix)
    return into


def _read_file(into: Collected, path: Path, exercise: Exercise, names: dict[str, str]) -> None:
    records = read_records(path) if path.suffix.lower() in LOADERS else None
    found = list(_codes_of(path, records, exercise))
    for place, code in found:
        if code.problem:
            into.lose(place, f"{code.problem} ({code.text})")
        else:
            if code.reader in into.readers:
                into.notes.append(f"{code.reader} handed in twice; the last code counts ({place}).")
            into.readers[code.reader] = dict(code.answers)
    if found:
        return
    if records is None:
        raise ExerciseError(
            "there is no answer code in it", "copy the whole code, from FW1 to the four signs at its end"
        )
    into.set_aside += records.set_aside
    if label_studio.fits(records):
        _read_annotations(into, _split_rounds(records), exercise, names)
    elif doccano.fits(records):
        marked = ((path.stem, one) for one in doccano.read(records))
        _read_annotations(into, marked, exercise, names)
    elif all(records.column(name) for name in ("item", "token", "count")):
        _read_hands(into, records, exercise)
    elif all(records.column(name) for name in ("reader", "item", "start", "end")):
        _read_table(into, records, exercise, names)
    else:
        raise ExerciseError("it holds neither codes nor the columns of answers", "see docs/exercises.md")


def _codes_of(path: Path, records: Records | None, exercise: Exercise) -> Iterator[tuple[str, Code]]:
    """Codes with their places: cell by cell in tables, anywhere in texts."""
    if records is None:
        sheet = Sheet(path.name)
        text = read_text(path, sheet)
        if text is None:
            raise ExerciseError(sheet.faults[0].fault, sheet.faults[0].fix, path.name)
        yield from ((path.name, code) for code in find_codes(text, exercise))
        return
    cells = [(f"{path.name}:1", " ".join(map(str, records.header)))]
    cells += [(place, "\n".join(str(cell) for cell in row.values())) for place, row in records.rows]
    cells += [(one.place, one.reason) for one in records.set_aside]
    for place, text in cells:
        yield from ((place, code) for code in find_codes(text, exercise))


def find_marks(exercise: Exercise) -> dict[str, tuple[Item, Mark]]:
    """The questions that ask for marks."""
    return {name: (item, task) for name, item, task in exercise.questions() if isinstance(task, Mark)}


def locate(passage: Passage) -> list[Span]:
    """Start and end of every word, in characters of the passage."""
    spans, at = [], 0
    for word in passage.words:
        start = at + len(word.before)
        at = start + len(word.text)
        spans.append(Span(start, at))
    return spans


def words_in(passage: Passage, start: int, end: int) -> tuple[int, ...]:
    """The words that share a character with a span."""
    return tuple(number for number, span in enumerate(locate(passage)) if span.start < end and start < span.end)


def name_reader(given: str, names: dict[str, str], into: Collected) -> str:
    """A reader's code; a number in place of what looks like a name or an address."""
    text = given.strip()
    if _READER.fullmatch(text):
        return text.upper()
    if text not in names:
        names[text] = f"R{len(names) + 1}"
        told = f"A reader's field is no code of letters and digits: counted as {names[text]} (codes, not names)."
        into.notes.append(told)
    return names[text]


def _add_mark(into: Collected, reader: str, question: str, words: Sequence[int]) -> None:
    before = into.readers.setdefault(reader, {}).get(question, ())
    assert isinstance(before, tuple)
    into.readers[reader][question] = tuple(sorted({*(one for one in before if isinstance(one, int)), *words}))


def _read_table(into: Collected, records: Records, exercise: Exercise, names: dict[str, str]) -> None:
    """A row a mark; a row without start and end says that nothing was marked."""
    marks = find_marks(exercise)
    column = {name: records.column(name) for name in ("reader", "item", "start", "end", "label", "reason")}
    for place, row in records.rows:
        cells = {name: str(row.get(key) or "").strip() if key else "" for name, key in column.items()}
        questions = [n for n, (item, _) in marks.items() if item.id == cells["item"] and cells["label"] in ("", n)]
        if not questions or not cells["reader"]:
            into.lose(place, f"there is no text {cells['item']!r} to mark, or no reader")
            continue
        reader, (item, task) = name_reader(cells["reader"], names, into), marks[questions[0]]
        if not cells["start"] and not cells["end"]:
            _add_mark(into, reader, questions[0], ())
            continue
        ends = [re.fullmatch(r"(\d{1,6})(?:\.0)?", cells[name]) for name in ("start", "end")]
        words = words_in(item.passages[task.passage], *(int(one.group(1)) for one in ends if one)) if all(ends) else ()
        if not words:
            into.lose(place, f"no word stands at {cells['start']} to {cells['end']}")
            continue
        _add_mark(into, reader, questions[0], words)
        if cells["reason"]:
            into.reasons.append((reader, questions[0], words[0], cells["reason"]))


def _read_hands(into: Collected, records: Records, exercise: Exercise) -> None:
    """Item, token (number of the word from 1, or the word itself where it stands once), count; token "readers"."""
    marks: dict[str, tuple[str, Passage]] = {}
    for name, (item, task) in find_marks(exercise).items():
        marks.setdefault(item.id, (name, item.passages[task.passage]))
    columns = [records.column(name) for name in ("item", "token", "count")]
    for place, row in records.rows:
        about, token, count = (str(row.get(name or "") or "").strip() for name in columns)
        if not re.fullmatch(r"\d{1,4}(\.0)?", count):
            into.lose(place, f"{count!r} is no number of hands")
        elif token.casefold() == "readers":
            into.present = max(into.present, int(float(count)))
        elif about not in marks:
            into.lose(place, f"there is no text {about!r} to mark")
        else:
            question, passage = marks[about]
            word = _find_token(passage, token)
            if word is None:
                into.lose(place, f"{token!r} is no number of a word, nor a word that stands once in the text")
            else:
                into.hands.setdefault(question, {})[word] = int(float(count))
    if into.hands and not into.present:
        into.hands.clear()
        fix = "add a row item,readers,N or give --readers N"
        raise ExerciseError("nobody knows how many readers raised their hands", fix)


def _find_token(passage: Passage, token: str) -> int | None:
    if re.fullmatch(r"\d{1,4}(\.0)?", token):
        number = int(float(token)) - 1
        return number if 0 <= number < len(passage.words) else None
    same = [n for n, word in enumerate(passage.words) if word.text.casefold() == token.casefold()]
    return same[0] if len(same) == 1 else None


def _split_rounds(records: Records) -> Iterator[tuple[str, Marked | SetAside]]:
    """Label Studio's tasks, an annotator at a time."""
    for place, task in records.rows:
        rounds = task.get("annotations") or task.get("completions") or []
        for one in rounds if isinstance(rounds, list) else []:
            alone = replace(records, rows=[(place, {**task, "annotations": [one], "completions": [one]})])
            who = one.get("completed_by") if isinstance(one, dict) else None
            name = who.get("id", "") if isinstance(who, dict) else who
            yield from ((str(name if name is not None else ""), marked) for marked in label_studio.read(alone))


def _read_annotations(
    into: Collected, marked: Iterator[tuple[str, Marked | SetAside]], exercise: Exercise, names: dict[str, str]
) -> None:
    """Texts with spans: each belongs to the first question whose passage it is."""
    marks = find_marks(exercise)
    texts: dict[str, str] = {}
    for name, (item, task) in marks.items():
        texts.setdefault(item.passages[task.passage].text.strip(), name)
    for reader, one in marked:
        if isinstance(one, SetAside):
            into.set_aside.append(one)
        elif one.text.strip() not in texts:
            into.lose(one.place, "its text is no passage of the exercise")
        else:
            question = texts[one.text.strip()]
            item, task = marks[question]
            passage = item.passages[task.passage]
            shift = passage.text.index(passage.text.strip()) - one.text.index(one.text.strip())
            words = [w for span in one.spans for w in words_in(passage, span.start + shift, span.end + shift)]
            _add_mark(into, name_reader(reader or "reader", names, into), question, words)
