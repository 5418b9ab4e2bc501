"""H5P read back: by H5P's own rule for words, told again, and word by word against the exercise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from framing.exercise.checks.archives import open_zip, read_object
from framing.exercise.checks.fault import Findings
from framing.exercise.model import Exercise, Passage
from framing.exercise.writers.h5p import AFTER, BEFORE, name_tasks

FILES = ("h5p.json", "content/content.json")
LIBRARY = "H5P.MarkTheWords"
VERDICTS = re.compile(r"\b(?:in)?correct|\bwrong", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\s\ufeff]+")


def check_h5p(name: str, data: bytes, exercise: Exercise | None) -> Findings:
    """Both files are there; the words that H5P would take as the key are those of the exercise, and no others."""
    found = Findings(checked=["zip", "JSON", "H5P's rule for words"])
    files = open_zip(found, name, data)
    if files is None or not found.expect(set(files) == set(FILES), name, "it has other files than H5P's two"):
        return found
    about, content = (read_object(found, f"{name}/{file}", files[file]) for file in FILES)
    if about is None or content is None:
        return found
    _check_library(found, f"{name}/{FILES[0]}", about)
    told = [str(content.get(part) or "") for part in ("correctAnswer", "incorrectAnswer", "missedAnswer")]
    found.expect(all(told) and not VERDICTS.search(" ".join(told)), name, "its feedback judges, or is H5P's own")
    words = list(read_words(str(content.get("textField", ""))))
    found.expect(any(starred for _, starred in words), name, "H5P would find no word of the key in it")
    found.expect(not any("*" in word for word, _ in words), name, "a star stands where H5P shows it")
    if exercise is not None:
        _check_key(found, name, words, exercise)
    return found


def read_words(html: str) -> Iterator[tuple[str, bool]]:
    """
    The words that readers can mark, and whether H5P would take each for one of the key.

    Text is cut at white space; marks are taken off both ends, of a fixed set that has no single quotation marks,
    apostrophes or dashes; what is left is in the key if it stands between stars. A single sign after the second star is
    lost.
    """
    for chunk in _WORD.findall(unescape(_TAG.sub(" ", html))):
        core = chunk.lstrip(BEFORE).rstrip(AFTER)
        if len(core) > 2 and core[0] == "*" and "*" in (core[-1], core[-2]):
            yield core[1:-1] if core[-1] == "*" else core[1:-2], True
        elif core:
            yield core, False


def _check_library(found: Findings, place: str, about: dict[str, object]) -> None:
    asked = about.get("preloadedDependencies")
    named = [one.get("machineName") for one in asked if isinstance(one, dict)] if isinstance(asked, list) else []
    found.expect(about.get("mainLibrary") == LIBRARY, place, "it is no Mark the Words")
    found.expect(LIBRARY in named, place, "it does not say which version of Mark the Words it needs")
    found.expect(bool(about.get("title")), place, "it has no title")


def _check_key(found: Findings, name: str, words: list[tuple[str, bool]], exercise: Exercise) -> None:
    for item in exercise.items:
        for file, task in name_tasks(item):
            if file == name:
                found.expect(not (fault := _differ(words, item.passages[task.passage], task.key)), name, fault)
                return
    found.expect(False, name, "the exercise has no item of this name")


def _differ(words: list[tuple[str, bool]], passage: Passage, key: tuple[int, ...]) -> str:
    """Where H5P's words are not the passage's, or its key is not the key: letter by letter; "" if nowhere."""
    wanted = list(_letters(passage, key))
    at = 0
    for word, starred in words:
        text = "".join(filter(str.isalnum, word))
        part = wanted[at : at + len(text)]
        at += len(text)
        if "".join(letter for letter, _ in part) != text:
            return f"its text is another than the exercise's, at “{word}”"
        if any(of_key != starred for _, of_key in part):
            return f"H5P would take “{word}” for a word {'' if starred else 'not '}of the key"
    return "" if at == len(wanted) else "its text ends before the exercise's"


def _letters(passage: Passage, key: tuple[int, ...]) -> Iterator[tuple[str, bool]]:
    for number, word in enumerate(passage.words):
        yield from ((letter, False) for letter in word.before if letter.isalnum())
        yield from ((letter, number in key) for letter in word.text if letter.isalnum())
    yield from ((letter, False) for letter in passage.after if letter.isalnum())
