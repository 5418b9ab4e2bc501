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
from framing.exercise.checks.fractions import check_fractions
from framing.exercise.model import Exercise

NODE_MODULES = "FRAMING_NODE_MODULES"
_PARSER = "gift-pegjs"
_SCRIPT = (
    "const g=require(process.argv[1]);let t='';process.stdin.on('data',d=>t+=d).on('end',()=>{"
    "try{console.log(JSON.stringify(g.parse(t).map(q=>q.type)))}catch(e){console.error(e.message);process.exit(1)}})"
)
_SECONDS = 60
_PLAIN = r"(?:[^:#={}~\\]|\\[:#={}~\\])"  # a letter, or a sign of GIFT's with a backslash before it
_NAME = re.compile(rf"::({_PLAIN}+)::")
_AFTER = re.compile(rf"####{_PLAIN}*")
_FRACTION = re.compile(r"~%(-?[\d.]+)%")
_CHOICE = re.compile(rf"~%-?[\d.]+%{_PLAIN}+(?:#{_PLAIN}*)?")
_PAIR = re.compile(rf"=((?:(?!->){_PLAIN})*) -> ((?:(?!->){_PLAIN})+)")
_INNER = re.compile(rf"(?:#\d+(?::\d+)?)?(?:####{_PLAIN}*)?")


def check_gift(name: str, data: bytes, exercise: Exercise | None) -> Findings:
    """No mark of a byte order, names once, fractions that Moodle knows and that cancel out, no sign left bare."""
    found = Findings(checked=["Moodle's rules"])
    if not found.expect(not data.startswith(b"\xef\xbb\xbf"), name, "it begins with a byte-order mark"):
        return found
    text = found.read_text(name, data)
    if text is None:
        return found
    text = text.replace("\r\n", "\n")
    names: list[str] = []
    for line, block in _blocks(text):
        if not block[0].startswith("$CATEGORY:"):
            _check_question(found, f"{name}:{line}", block, names)
    found.expect(bool(names), name, "it has no question")
    found.expect(len(names) == len(set(names)), name, "two questions have the same name")
    _ask_parser(found, name, text, len(names))
    return found


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each question: the number of its first line, and its lines. A blank line ends it; remarks may stand before it."""
    block: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            if block or not line.startswith("//"):
                block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _check_question(found: Findings, place: str, lines: list[str], names: list[str]) -> None:
    found.expect(
        not any(line.lstrip().startswith("//") for line in lines), place, "Moodle drops a line that begins with //"
    )
    named = _NAME.match(lines[0])
    if not found.expect(named is not None, place, "it does not begin with ::name::"):
        return
    assert named is not None
    names.append(named.group(1))
    stem = lines[0][named.end() :]
    found.expect(stem.startswith("[html]"), place, "its text does not say that it is HTML")
    text = re.match(f"{_PLAIN}*", stem)
    rest = stem[text.end() :] if text else stem
    if rest == "{" and len(lines) > 1:
        found.expect(lines[-1] == "}", place, "the answers are not closed")
        _check_answers(found, place, lines[1:-1])
    elif rest == "":
        found.expect(len(lines) == 1, place, "a line follows a text without answers")
    elif found.expect(rest.startswith("{"), place, "a sign of its text is not escaped"):
        whole = len(lines) == 1 and rest.endswith("}") and _INNER.fullmatch(rest[1:-1])
        found.expect(bool(whole), place, "its answers can't be read")


def _check_answers(found: Findings, place: str, lines: list[str]) -> None:
    after = [line for line in lines if line.startswith("####")]
    answers = [line for line in lines if not line.startswith("####")]
    found.expect(all(map(_AFTER.fullmatch, after)), place, "a sign of what is said afterwards is not escaped")
    if not found.expect(len(answers) > 1, place, "it has fewer than two answers"):
        return
    if all(line.startswith("=") for line in answers):
        found.expect(all(map(_PAIR.fullmatch, answers)), place, "a pair can't be read")
        return
    shares = [_FRACTION.match(line) for line in answers]
    if found.expect(all(shares), place, "an answer has no fraction"):
        check_fractions(found, place, [share.group(1) for share in shares if share])
        found.expect(all(map(_CHOICE.fullmatch, answers)), place, "a sign of an answer is not escaped")


def _ask_parser(found: Findings, name: str, text: str, questions: int) -> None:
    """gift-pegjs by way of node, where both are there."""
    node, parser = shutil.which("node"), next(iter(_find_parser()), None)
    if node is None or parser is None:
        found.skipped.append(f"{_PARSER}: {'node' if node is None else _PARSER} is not installed ({NODE_MODULES})")
        return
    command = [node, "-e", _SCRIPT, str(parser)]
    try:
        result = subprocess.run(command, input=text.encode(), capture_output=True, timeout=_SECONDS)
    except (subprocess.TimeoutExpired, OSError) as error:
        found.skipped.append(f"{_PARSER}: it gave no answer: {error}")
        return
    said = result.stderr.decode("utf-8", "replace").strip()
    if found.expect(result.returncode == 0, name, f"{_PARSER} can't read it: {said[:200]}"):
        types = [kind for kind in json.loads(result.stdout) if kind != "Category"]
        found.expect(len(types) == questions, name, f"{_PARSER} finds {len(types)} questions of {questions}")
        found.checked.append(_PARSER)


def _find_parser() -> Iterator[Path]:
    named = os.environ.get(NODE_MODULES)
    folders = [Path(named)] if named else [Path("node_modules"), Path("tests/node_modules")]
    yield from (folder.resolve() / _PARSER for folder in folders if (folder / _PARSER).is_dir())
