"""H5P: by its own rule for words, readers can mark every word of the text, and the key is the exercise's key."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from check_samples import Change, Twin, exercises, faults, faults_of, inside, names_of_twins, text, unzip
from exercise_samples import exercise, items, passage, spot
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.exercise.checks.h5p import read_words
from framing.exercise.model import UNCHECKED, Exercise, Mark, Note, Passage, Word
from framing.exercise.writers import h5p
from framing.exercise.writers.edition import Edition

MADE = exercise()
NAME = "spot-01.h5p"
CONTENT = "content/content.json"


def written(made: Exercise = MADE, name: str = NAME) -> bytes:
    return h5p.write(made, Edition()).files[name]


def content(made: Exercise = MADE, name: str = NAME) -> dict[str, object]:
    return json.loads(unzip(written(made, name))[CONTENT])  # type: ignore[no-any-return]


def starred(body: str, *key: str) -> str:
    shown = passage(body)
    return h5p.star_words(shown, tuple(n for n, word in enumerate(shown.words) if word.text in key))


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>a *b*, c</p>", [("a", False), ("b", True), ("c", False)]),
        ("“*x*” (*y*).", [("x", True), ("y", True)]),
        ("*two words*", [("*two", False), ("words*", False)]),
        ("‘*x*’", [("‘*x*’", False)]),
        ("*x*'s", [("*x*'s", False)]),
        ("*x*—once", [("*x*—once", False)]),
        ("*x*—", [("x", True)]),
        ("*‘x’*", [("‘x’", True)]),
        ("— * ** !", [("—", False), ("*", False), ("**", False)]),
        ("a&nbsp;&lt;b&gt;", [("a", False), ("<b>", False)]),
    ],
)
def test_the_rule_for_words_is_h5ps(html: str, words: list[tuple[str, bool]]) -> None:
    """As H5P's own script was seen to read them: no phrases, no single quotation marks, no apostrophes, no dashes."""
    assert list(read_words(html)) == words


@pytest.mark.parametrize(
    ("body", "key", "made"),
    [
        ('He said: "reckless!"', ("reckless",), 'He said: "*reckless*!"'),
        ("a ‘reckless’ plan", ("reckless",), "a *‘reckless’* plan"),
        ("the mayor’s plan", ("mayor’s",), "the *mayor’s* plan"),
        ("the regime—once feared", ("regime",), "the *regime* — once feared"),
        ("illegal aliens", ("illegal", "aliens"), "*illegal* *aliens*"),
        ("reckless/bold plan", ("reckless",), "*reckless/* bold plan"),
        ("bold/reckless plan", ("reckless",), "bold/ *reckless* plan"),
        ("5*3 reckless stars*", ("reckless",), "5∗3 *reckless* stars∗"),
        ("one\ntwo \n\n reckless", ("reckless",), "one\ntwo\n*reckless*"),
    ],
)
def test_words_are_starred_so_that_h5p_finds_them(body: str, key: tuple[str, ...], made: str) -> None:
    """Each trap of the rule for words, and the way round it."""
    assert starred(body, *key) == made


LETTERS = st.text("abé’'-*—–./ \n“”‘’(),!é\u00ad\u00a0", min_size=1, max_size=8)


@given(st.lists(st.tuples(LETTERS, LETTERS.map(lambda t: f"x{t.strip()}x"), st.booleans()), min_size=1, max_size=6))
def test_exactly_the_key_is_found_again(parts: list[tuple[str, str, bool]]) -> None:
    """Whatever stands in words and between them, each letter of the key can be marked, and no other is in H5P's key."""
    shown = Passage(tuple(Word(text, before) for before, text, _ in parts), ".")
    key = tuple(number for number, (_, _, of_key) in enumerate(parts) if of_key)
    found = list(read_words(h5p.star_words(shown, key)))
    said = [(letter, of_key) for word, of_key in found for letter in word if letter.isalnum()]
    wanted = [
        (letter, inner and number in key)
        for number, word in enumerate(shown.words)
        for part, inner in ((word.before, False), (word.text, True))
        for letter in part
        if letter.isalnum()
    ]
    assert said == wanted
    assert not any("*" in word for word, _ in found)


def test_only_marking_with_a_key_has_a_file() -> None:
    """Clean texts and other tasks are named as losses; of two texts one is marked, and the other to be read."""
    two = (passage("The reckless plan."), passage("A bold plan."))
    pair = replace(spot(), id="pair-01", passages=two, tasks=(Mark("A?", (1,)), Mark("B?", (1,), passage=1)), notes=())
    made = h5p.write(exercise(*items(), pair), Edition())
    assert list(made.files) == ["spot-01.h5p", "spot-03.h5p", "pair-01.h5p", "pair-01-2.h5p"]
    assert "spot-02: mark without a key has no H5P file" in made.losses
    assert "ladder-01: order has no H5P file" in made.losses
    told = json.loads(unzip(made.files["pair-01-2.h5p"])[CONTENT])
    assert "The reckless plan." in told["taskDescription"]
    assert told["textField"] == "<p>A *bold* plan.</p>"


def test_losses_are_told() -> None:
    """Arguable words, phrases and signs that had to change."""
    phrase = (Note("key", "reckless plan", words=(1, 2)),)
    item = replace(
        spot(), passages=(passage("The reckless plan—new."),), tasks=(Mark("?", (1, 2), (3,)),), notes=phrase
    )
    assert h5p.write(exercise(item), Edition()).losses == (
        "spot-01: arguable words count as marked in vain in spot-01.h5p",
        "spot-01: phrases are marked word by word in spot-01.h5p",
        "spot-01: dashes or signs of the text were changed in spot-01.h5p",
    )


def test_a_file_stays_in_the_pack() -> None:
    """An item of a strange name is written beside the others, not elsewhere."""
    made = exercise(replace(spot(), id="../../spot"))
    assert list(h5p.write(made, Edition()).files) == ["------spot.h5p"]
    assert faults_of(h5p.OUTPUT, made, Edition()) == ""


def test_feedback_compares() -> None:
    """H5P's "correct" and "incorrect" are replaced, no points are shown, and what follows is a question."""
    made = content()
    assert (made["correctAnswer"], made["incorrectAnswer"]) == ("also in the key", "only you marked this")
    assert not re.search(r"\bcorrect|\bwrong|\bincorrect", " ".join(map(str, made.values())), re.IGNORECASE)


def test_source_and_state_stand_above_the_text() -> None:
    """Where the text comes from, and until the review that nobody checked the key."""
    told = str(content()["taskDescription"])
    assert "Harbour Post" in told
    assert UNCHECKED in told
    reviewed = exercise(replace(spot(), review="accepted"))
    assert UNCHECKED not in str(content(reviewed)["taskDescription"])


TWINS: list[Twin] = [
    (NAME, lambda d: d[:40], "it is no zip archive"),
    (NAME, inside("h5p.json", None), "it has other files than H5P's two"),
    (NAME, inside("h5p.json", text("H5P.MarkTheWords", "H5P.Other")), "it is no Mark the Words"),
    (NAME, inside("h5p.json", text('"machineName": "H5P.MarkTheWords"', '"x": 1')), "does not say which version"),
    (NAME, inside("h5p.json", text('"title": "Words', '"titel": "Words')), "it has no title"),
    (NAME, inside(CONTENT, lambda d: b"{"), "it is no JSON"),
    (NAME, inside(CONTENT, lambda d: b"[" * 99_999), "it is no JSON"),
    (NAME, inside(CONTENT, lambda d: b"[]"), "it is no JSON, or no object"),
    (NAME, inside(CONTENT, text("also in the key", "Correct!")), "its feedback judges"),
    (NAME, inside(CONTENT, text('"missedAnswer"', '"x"')), "its feedback judges, or is H5P's own"),
    (NAME, inside(CONTENT, text("*slammed*", "slammed")), "H5P would take “slammed” for a word not of the key"),
    (NAME, inside(CONTENT, text(" mayor", " *mayor*")), "H5P would take “mayor” for a word of the key"),
    (NAME, inside(CONTENT, text("mayor", "major")), "its text is another than the exercise's, at “major”"),
    (NAME, inside(CONTENT, text(" in May", "")), "its text ends before the exercise's"),
    (NAME, inside(CONTENT, text(" in May", " in May or June")), "its text is another than the exercise's, at “or”"),
    (NAME, inside(CONTENT, text("*slammed* the", "*slammed the*")), "a star stands where H5P shows it"),
    (NAME, inside(CONTENT, text("*slammed*", "*slammed*'s")), "a star stands where H5P shows it"),
    (NAME, inside(CONTENT, lambda d: d.replace(b"*", b"")), "H5P would find no word of the key in it"),
    ("spot-09.h5p", lambda d: d, "the exercise has no item of this name"),
]


@pytest.mark.parametrize(("name", "change", "says"), TWINS, ids=names_of_twins(TWINS))
def test_a_broken_twin_is_refused(name: str, change: Change, says: str) -> None:
    """Each fault is named in its own words, with a way out."""
    found = faults(name, change(written()), MADE)
    assert says in found
    assert " — " in found


def test_without_the_exercise_the_file_is_checked_by_itself() -> None:
    """A teacher may have the one file alone."""
    assert faults(NAME, written()) == ""


@settings(max_examples=60, deadline=None)
@given(exercises())
def test_any_text_is_read_back(made: Exercise) -> None:
    """Whatever signs stand in it, H5P would take the exercise's key."""
    assert faults_of(h5p.OUTPUT, made, Edition()) == ""
