"""GIFT read back: by the rules that Moodle has, and by a parser of others where node is there."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from framing.exercise.checks.fault import Findings
from framing.exercise.model import Exercise
from framing.exercise.writers.choices import FRACTIONS

NODE_MODULES = "FRAMING_NODE_MODULES"
_PARSER = "gift-pegjs"
_SCRIPT = (
    "const g=require(process.argv[1]);let t='';process.stdin.on('data',d=>t+=d).on('end',()=>{"
    "try{console.log(JSON.stringify(g.parse(t).map(q=>q.type)))}catch(e){console.error(e.message);process.exit(1)}})"
)
_NAME = re.compile(r"^::((?:[^:\\]|\\.)+)::")
_FRACTION = re.compile(r"^~%(-?[\d.]+)%")
_PAIR = re.compile(r"^=((?:[^~=#{}\\]|\\.)+?) -> ((?:[^~=#{}\\]|\\.)+)$")
_ALLOWED = {*FRACTIONS.values(), *(f"-{share}" for share in FRACTIONS.values())}


def check_gift(name: str, data: bytes, exercise: Exercise | None) -> Findings:
    """No mark of a byte order, names once, fractions that Moodle knows and that cancel out, no sign left bare."""
    found = Findings(checked=["Moodle's rules"])
    if not found.expect(not data.startswith(b"\xef\xbb\xbf"), name, "it begins with a byte-order mark"):
        return found
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        found.expect(False, name, "it is no UTF-8")
        return found
    names: list[str] = []
    blocks = [block for block in re.split(r"\n\s*\n", text) if block.strip()]
    for number, block in enumerate(blocks, 1):
        lines = [line for line in block.splitlines() if not line.startswith("//")]
        if lines and not lines[0].startswith("$CATEGORY:"):
            _check_question(found, f"{name}: question {number}", lines, names)
    found.expect(bool(names), name, "it has no question")
    found.expect(len(names) == len(set(names)), name, "two questions have the same name")
    _ask_parser(found, name, text, len(names))
    return found


def _check_question(found: Findings, place: str, lines: list[str], names: list[str]) -> None:
    named = _NAME.match(lines[0])
    if not found.expect(named is not None, place, "it does not begin with ::name::"):
        return
    assert named is not None
    names.append(named.group(1))
    stem = lines[0][named.end() :]
    found.expect(stem.startswith("[html]"), place, "its text does not say that it is HTML")
    body, brace, _ = _split(stem)
    found.expect(not _bare(body), place, "a sign of its text is not escaped")
    if brace == "{" and len(lines) > 1:
        found.expect(lines[-1] == "}", place, "the answers are not closed")
        answers = [line for line in lines[1:-1] if not line.startswith("####")]
        _check_answers(found, place, answers)
    else:
        ending = stem[len(body) :]
        found.expect(bool(re.fullmatch(r"|\{\}|\{#\d+:\d+\}", ending)), place, "its answers can't be read")


def _split(stem: str) -> tuple[str, str, str]:
    """Text before the first brace that is not escaped, the brace, and the rest."""
    for at, mark in enumerate(stem):
        if mark == "{" and not _escaped(stem, at):
            return stem[:at], "{", stem[at + 1 :]
    return stem, "", ""


def _escaped(text: str, at: int) -> bool:
    return (at - len(text[:at].rstrip("\\"))) % 2 == 1


def _bare(text: str) -> list[str]:
    return [mark for at, mark in enumerate(text) if mark in ":#={}~" and not _escaped(text, at)]


def _check_answers(found: Findings, place: str, answers: list[str]) -> None:
    pairs = [_PAIR.match(line) for line in answers]
    if answers and all(line.startswith("=") for line in answers):
        found.expect(all(pairs) and len(answers) > 1, place, "a pair can't be read, or there is only one")
        return
    shares = [_FRACTION.match(line) for line in answers]
    if not found.expect(all(shares) and len(answers) > 1, place, "an answer has no fraction, or there is only one"):
        return
    values = [one.group(1) for one in shares if one]
    found.expect(set(values) <= _ALLOWED, place, f"Moodle does not know the fraction {_unknown(values)}")
    if set(values) <= _ALLOWED:
        right, wrong = (sum(float(v) for v in values if (float(v) > 0) == positive) for positive in (True, False))
        found.expect(abs(right - 100) < 0.1, place, "the right answers do not add up to 100")
        found.expect(right + wrong < 0.1, place, "ticking everything earns something")
    for line, share in zip(answers, shares, strict=True):
        assert share is not None
        text, _, said = _part(line[share.end() :])
        found.expect(not _bare(text) and not _bare(said), place, "a sign of an answer is not escaped")


def _unknown(values: list[str]) -> str:
    return next((value for value in values if value not in _ALLOWED), "")


def _part(line: str) -> tuple[str, str, str]:
    """An answer and its feedback, at the first # that is not escaped."""
    at = next((n for n, mark in enumerate(line) if mark == "#" and not _escaped(line, n)), len(line))
    return line[:at], line[at : at + 1], line[at + 1 :]


def _ask_parser(found: Findings, name: str, text: str, questions: int) -> None:
    """gift-pegjs by way of node, where both are there."""
    node, parser = shutil.which("node"), next(iter(_find_parser()), None)
    if node is None or parser is None:
        found.skipped.append(f"{_PARSER}: {'node' if node is None else _PARSER} is not installed")
        return
    try:
        result = subprocess.run(
            [node, "-e", _SCRIPT, str(parser)], input=text.encode(), capture_output=True, timeout=60
        )
    except subprocess.TimeoutExpired:
        found.expect(False, name, f"{_PARSER} does not come to an end")
        return
    if found.expect(result.returncode == 0, name, f"{_PARSER} can't read it: {result.stderr.decode()[:200].strip()}"):
        types = [kind for kind in json.loads(result.stdout) if kind != "Category"]
        found.expect(len(types) == questions, name, f"{_PARSER} finds {len(types)} questions of {questions}")
        found.checked.append(_PARSER)


def _find_parser() -> Iterator[Path]:
    named = os.environ.get(NODE_MODULES)
    folders = [Path(named)] if named else [Path("node_modules"), Path("tests/node_modules")]
    yield from (folder.resolve() / _PARSER for folder in folders if (folder / _PARSER).is_dir())
