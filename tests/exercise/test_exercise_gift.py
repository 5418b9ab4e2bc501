"""GIFT: every task a question that Moodle takes, whatever signs stand in it; and what is broken is refused."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace

import pytest
from browser_samples import NODE_MODULES
from check_samples import Change, Twin, check, exercises, faults, faults_of, names_of_twins, text, unzip
from exercise_samples import exercise, items, passage, spot
from hypothesis import given, settings

from framing.exercise.checks.fractions import MOODLE
from framing.exercise.checks.gift import NODE_MODULES as NODE_VARIABLE
from framing.exercise.model import UNCHECKED, Exercise, Mark, Note, Sort
from framing.exercise.writers import WRITERS, gift
from framing.exercise.writers.choices import FRACTIONS, NONE, offer_words, share_of
from framing.exercise.writers.edition import Edition

NAME = gift.FILE
MADE = exercise()
PEGJS = NODE_MODULES / "gift-pegjs"


def written(made: Exercise = MADE) -> bytes:
    return gift.write(made, Edition()).files[NAME]


def blocks(made: Exercise = MADE) -> list[str]:
    return written(made).decode().strip().split("\n\n")


def marking(body: str, key: tuple[int, ...], notes: tuple[Note, ...] = (), **task: object) -> Exercise:
    tasks = (Mark("Which?", key, **task),)  # type: ignore[arg-type]
    return exercise(replace(spot(), passages=(passage(body),), tasks=tasks, notes=notes))


def offered(made: Exercise) -> list[str]:
    item = made.items[0]
    return [choice.text for choice in offer_words(item, item.tasks[0])]  # type: ignore[arg-type]


def test_every_task_is_a_question() -> None:
    """Each task of the sample has its question, a table of counts one for every cell."""
    assert len(blocks()) == 1 + sum(4 if task.kind == "count" else 1 for item in items() for task in item.tasks)


def test_a_marking_task_is_a_choice_that_guessing_does_not_win() -> None:
    """Right words share the whole, as many others take it away, and none is right alone (`=`)."""
    question = blocks()[1]
    shares = [float(one) for one in re.findall(r"^~%(-?[\d.]+)%", question, re.MULTILINE)]
    assert len(shares) == 5
    assert sum(share for share in shares if share > 0) == 100
    assert abs(sum(shares)) < 0.1
    assert "\n=" not in question


@pytest.mark.parametrize("size", range(1, 11))
def test_shares_are_moodles(size: int) -> None:
    """For every size of a key, each fraction is one that Moodle knows, and ticking everything earns nothing."""
    body = " ".join(f"word{chr(97 + number)}" for number in range(2 * size + 3)) + "."
    made = marking(body, tuple(range(size)))
    choices = offer_words(made.items[0], made.items[0].tasks[0])  # type: ignore[arg-type]
    shares = [share_of(choices, choice) for choice in choices]
    assert set(shares) <= MOODLE
    assert sum(choice.right for choice in choices) == size
    assert abs(sum(map(float, shares))) < 0.1
    assert set(FRACTIONS.values()) <= MOODLE


def test_a_key_that_is_too_large_says_so() -> None:
    """Ten words of it are asked, and the number of the others is a loss."""
    body = " ".join(f"word{chr(97 + number)}" for number in range(25)) + "."
    made = gift.write(marking(body, tuple(range(12))), Edition())
    assert f"spot-01: 2 words of the key have no room in {NAME}" in made.losses
    assert faults(NAME, made.files[NAME]) == ""


def test_arguable_and_quoted_words_are_not_offered() -> None:
    """Whoever takes them would lose for what is fine; words that look loaded and are not are offered first."""
    shown = offered(MADE)
    assert {"slammed", "reckless", "Work"} <= set(shown)
    assert not {"plan", "disgrace"} & set(shown)


def test_a_spelling_of_the_key_is_not_a_wrong_answer() -> None:
    """A word that stands in the key is not offered as wrong where it stands a second time."""
    assert offered(marking("Reckless plans are reckless indeed.", (0,))).count("reckless") == 0


def test_words_that_stand_twice_come_with_their_neighbours() -> None:
    """Nobody has to guess which of two words is meant."""
    shown = offered(marking("The plan was sheer folly. Sheer folly was the reckless plan.", (3, 4, 5, 9)))
    assert "… was [sheer] folly …" in shown
    assert "… sheer [folly] Sheer …" in shown
    assert len(set(shown)) == len(shown)


def test_in_a_clean_text_the_right_answer_is_none() -> None:
    """Restraint earns the whole."""
    assert f"~%100%{NONE}#" in blocks()[2]


def test_a_text_without_other_words_is_an_open_question() -> None:
    """A choice of one would be none, and where any word will do there is nothing to choose from."""
    for made in (marking("Slammed, slammed!", (0,)), marking("Any word will do.", (), arguable=(0, 1, 2, 3))):
        written = gift.write(made, Edition())
        assert "{}" in written.files[NAME].decode()
        assert "marking any word is an open question" in written.losses[0]


def test_opinions_are_not_graded() -> None:
    """Where every class is fine, the sorting is an open question that shows all of them."""
    views = Sort("Would you?", ("the dog", "the cur"), ("yes", "no"), ((0, 1), (1, 0)))
    made = gift.write(exercise(replace(spot(), tasks=(views,))), Edition())
    question = made.files[NAME].decode()
    assert "->" not in question
    assert "the dog<br>the cur<br>yes / no{}" in question
    assert made.losses == (f"spot-01: sorting without a key is an open question in {NAME}",)


def test_classes_that_nobody_needs_can_be_chosen() -> None:
    """A class that is right for no prompt is offered all the same, or the key would show."""
    sort = Sort("How?", ("said", "noted"), ("plain", "cheering"), ((0,), (0, 1)))
    made = gift.write(exercise(replace(spot(), tasks=(sort,))), Edition())
    assert "\n= -> cheering\n" in made.files[NAME].decode()
    assert faults(NAME, made.files[NAME]) == ""
    assert made.losses == (f"spot-01: of several classes that are fine, only the best one is right in {NAME}",)


def test_a_format_in_brackets_stays_a_word() -> None:
    """ "[html]" at the beginning of an option is not taken for the name of a format, nor an arrow for a pair."""
    sort = Sort("How?", ("[plain] x", "a -> b"), ("one -> two", "[html]"), ((0,), (1,)))
    question = written(exercise(replace(spot(), tasks=(sort,)))).decode()
    assert "\n=[html][plain] x -> one → two\n" in question
    assert "\n=a -&gt; b -> [html]\n" in question


def test_backslashes_are_escaped_first_and_commas_never() -> None:
    """One backslash before each sign, two for a backslash, none before a comma."""
    assert gift.escape_gift("a\\b, c: {~=#}\n\nd") == r"a\\b, c\: \{\~\=\#\} d"


def test_numbers_have_their_slack() -> None:
    """A count that is one off is right."""
    assert "{#4:1####" in written().decode()


def test_a_bank_says_that_nobody_checked_the_key() -> None:
    """Until the review, the category and what follows every answer say so; after it, neither does."""
    assert UNCHECKED in blocks()[1]
    assert "not yet checked" in blocks()[0]
    reviewed = exercise(*(replace(item, review="accepted") for item in items()))
    assert "not yet checked" not in written(reviewed).decode()


def test_texts_keep_their_source_unless_it_is_hidden() -> None:
    """The outlet stands under the text; readers of a blind text don't find it."""
    blind = replace(spot(), passages=tuple(replace(p, source=replace(p.source, hidden=True)) for p in spot().passages))
    assert "Harbour Post" in written(exercise(spot())).decode()
    assert "Harbour Post" not in written(exercise(blind)).decode()


@pytest.mark.parametrize("name", ["gift", "moodle-xml", "h5p", "qti"])
def test_what_one_item_hides_no_other_tells(name: str) -> None:
    """The outlet of a blind text stands under no text of the same article, in no file of a learning system."""
    blind = replace(spot(2), passages=tuple(replace(p, source=replace(p.source, hidden=True)) for p in spot().passages))
    for made, there in ((exercise(spot()), True), (exercise(spot(), blind), False)):
        files = WRITERS[name].write(made, Edition()).files.values()
        parts = [part for data in files for part in (unzip(data).values() if data[:2] == b"PK" else [data])]
        assert any(b"Harbour Post" in part for part in parts) == there


def test_what_is_told_last_is_a_loss() -> None:
    """A question bank has no last page."""
    losses = gift.write(MADE, Edition()).losses
    assert f"blind-01: what is told last stands open in {NAME}: put it on a page of its own" in losses


def test_no_answer_is_called_wrong() -> None:
    """Feedback tells and asks; it does not judge."""
    assert not re.search(r"\b(in)?correct|\bwrong", written().decode(), re.IGNORECASE)


TWINS: list[Twin] = [
    (NAME, lambda d: b"\xef\xbb\xbf" + d, "it begins with a byte-order mark"),
    (NAME, lambda d: d + b"\xff", "it is no UTF-8"),
    (NAME, lambda d: d[: d.index(b"\n")], "it has no question"),
    (NAME, text("::spot-01 1::", ""), "it does not begin with ::name::"),
    (NAME, text("::spot-02 1::", "::spot-01 1::"), "two questions have the same name"),
    (NAME, text("[html]", ""), "does not say that it is HTML"),
    (NAME, text("The mayor", "The mayor: "), "a sign of its text is not escaped"),
    (NAME, text("The mayor", "The mayor \\a"), "a sign of its text is not escaped"),
    (NAME, text("####", "####a:b"), "a sign of what is said afterwards is not escaped"),
    (NAME, text("%50%slammed", "%33%slammed"), "Moodle does not know the fraction 33"),
    (NAME, text("%50%slammed", "%25%slammed"), "do not add up to 100"),
    (NAME, text("~%-33.33333%Work", "~%-7%Work"), "Moodle does not know the fraction -7"),
    (NAME, text("~%-33.33333%Work", "~%-10%Work"), "ticking everything earns something"),
    (NAME, text("~%50%slammed", "~slammed"), "an answer has no fraction"),
    (NAME, lambda d: re.sub(rb"~%-100%[^\n]*\n", b"", d, count=1), "it has fewer than two answers"),
    (NAME, text("%slammed#", "%slammed={#"), "a sign of an answer is not escaped"),
    (NAME, text("=tyrant -> 3", "=tyrant 3"), "a pair can't be read"),
    (NAME, text("=tyrant -> 3", "=tyrant -> 3 -> 4"), "a pair can't be read"),
    (NAME, text("{\n~", "{\n\n~"), "does not begin with ::name::"),
    (NAME, text("{\n~", "{\n//x\n~"), "Moodle drops a line that begins with //"),
    (NAME, text("\n}\n", "\n"), "the answers are not closed"),
    (NAME, text("{#4:1", "{#four"), "its answers can't be read"),
    (NAME, text("Courier.\n", "Courier.\nmore\n"), "a line follows a text without answers"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "change", "says"), TWINS, ids=names_of_twins(TWINS))
def test_a_broken_twin_is_refused(name: str, change: Change, says: str) -> None:
    """Each fault is named in its own words, with a way out."""
    found = faults(name, change(written()), MADE)
    assert says in found
    assert " — " in found


@settings(max_examples=40, deadline=None)
@given(exercises())
def test_any_text_is_read_back(made: Exercise) -> None:
    """Whatever signs stand in it, no fault is found: by our rules, and by a parser of others where it is there."""
    assert faults_of(gift.OUTPUT, made, Edition()) == ""


@pytest.mark.skipif(not PEGJS.is_dir() or not shutil.which("node"), reason="gift-pegjs or node is not installed")
def test_a_parser_of_others_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """gift-pegjs reads every question of the sample, and refuses a broken one."""
    monkeypatch.setenv(NODE_VARIABLE, str(NODE_MODULES))
    found = check(NAME, written())
    assert found.flaws == []
    assert "gift-pegjs" in found.checked
    assert "gift-pegjs can't read it" in faults(NAME, written() + b"\n\n::x::[html]a{=b~")


def test_without_the_parser_of_others_the_check_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    """What was not looked at is named."""
    monkeypatch.setenv(NODE_VARIABLE, str(tmp_path))
    assert "gift-pegjs" in check(NAME, written()).skipped[0]
