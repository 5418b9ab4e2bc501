"""Moodle XML: the same questions as a tree that no text breaks, with notes for whoever grades."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as Tree

import pytest
from check_samples import Change, Twin, exercises, faults, faults_of, names_of_twins, text
from exercise_samples import HOSTILE, exercise, items, passage, spot
from hypothesis import given, settings

from framing.exercise.model import UNCHECKED, Mark, Sort
from framing.exercise.writers import moodle_xml
from framing.exercise.writers.edition import Edition

NAME = moodle_xml.FILE
MADE = exercise()


def written() -> bytes:
    return moodle_xml.write(MADE, Edition()).files[NAME]


def questions() -> list[Tree.Element]:
    return [one for one in Tree.fromstring(written().decode()) if one.get("type") != "category"]


def test_every_task_is_a_question_of_its_type() -> None:
    """Choices, pairs, numbers, open text and text alone: each task of the sample has its own."""
    kinds = {"mark": "multichoice", "order": "matching", "sort": "matching", "count": "numerical", "rate": "essay",
             "write": "essay", "reveal": "description"}  # fmt: skip
    wanted = [
        kinds[task.kind] for item in items() for task in item.tasks for _ in range(4 if task.kind == "count" else 1)
    ]
    assert [question.get("type") for question in questions()] == wanted


def test_hostile_text_is_text() -> None:
    """Markup of an article is escaped for the page, and again for the file."""
    shown = questions()[2].findtext("questiontext/text") or ""
    assert "&lt;b&gt;&amp; Co&lt;/b&gt;" in shown
    assert "]]&gt; 100% fine" in shown
    assert "<b>" not in shown


def test_whoever_grades_sees_checklist_rubric_and_model() -> None:
    """They stand in the notes for grading, and nowhere else."""
    essay = questions()[-1]
    assert essay.findtext("graderinfo/text") == (
        "a plan<br>the mayor's view<br>0: …<br>1: …<br>One way to say it: The mayor criticised the plan."
    )
    assert "criticised" not in (essay.findtext("questiontext/text") or "")


def test_numbers_have_their_slack() -> None:
    """A count that is one off is right."""
    number = next(one for one in questions() if "2.2" in (one.findtext("name/text") or ""))
    assert (number.findtext("answer/text"), number.findtext("answer/tolerance")) == ("4", "1")


def test_classes_that_nobody_needs_can_be_chosen() -> None:
    """A class that is right for no prompt is an answer without a prompt."""
    sort = Sort("How?", ("said", "noted"), ("plain", "cheering"), ((0,), (0,)))
    made = moodle_xml.write(exercise(replace(spot(), tasks=(sort,))), Edition()).files[NAME]
    pairs = Tree.fromstring(made.decode()).findall(".//subquestion")
    assert [(pair.findtext("text") or "", pair.findtext("answer/text")) for pair in pairs][-1] == ("", "cheering")


def test_every_question_with_a_key_says_that_nobody_checked_the_key() -> None:
    """Until the review; after it, none does."""
    keyed = [one for one in questions() if one.get("type") not in ("essay", "description")]
    assert all(UNCHECKED in (one.findtext("generalfeedback/text") or "") for one in keyed)
    reviewed = exercise(*(replace(item, review="accepted") for item in items()))
    assert b"not yet checked" not in moodle_xml.write(reviewed, Edition()).files[NAME]


def test_signs_that_xml_may_not_hold_are_shown_as_such() -> None:
    """A control character in an article does not make the file unreadable."""
    item = replace(
        spot(), passages=(passage("A\x00\x0bword\ufffe slammed."),), tasks=(Mark("Which?\x1b", (2,)),), notes=()
    )
    made = exercise(item)
    assert faults(NAME, moodle_xml.write(made, Edition()).files[NAME]) == ""


def test_the_same_words_are_asked_as_in_gift() -> None:
    """Both files of Moodle's are one bank of questions: HOSTILE or not."""
    from framing.exercise.writers import gift

    plain = gift.write(MADE, Edition())
    assert [loss.replace(gift.FILE, NAME) for loss in plain.losses] == list(moodle_xml.write(MADE, Edition()).losses)
    assert HOSTILE.split()[0] in plain.files[gift.FILE].decode()


TWINS: list[Twin] = [
    (NAME, lambda d: d + b"\xff", "it is no UTF-8"),
    (NAME, lambda d: d.decode().encode("utf-16"), "it is no UTF-8"),
    (NAME, text("<quiz>", "<!DOCTYPE quiz><quiz>"), "declares a document type"),
    (NAME, text("</quiz>", ""), "no well-formed XML"),
    (NAME, lambda d: d.replace(b"quiz>", b"test>"), "it is no quiz"),
    (NAME, lambda d: b"<quiz/>", "it has no question"),
    (NAME, text('type="multichoice"', 'type="dance"'), "does not know the type 'dance'"),
    (NAME, text("<text>spot-01 1</text>", "<text></text>"), "it has no name"),
    (NAME, text("<text>spot-02 1</text>", "<text>spot-01 1</text>"), "two questions have the same name"),
    (NAME, text("<questiontext", "<other"), "no well-formed XML"),
    (NAME, lambda d: d.replace(b"questiontext", b"other"), "it has no text"),
    (NAME, text('fraction="50"', 'fraction="33"'), "Moodle does not know the fraction 33"),
    (NAME, text(' fraction="50"', ""), "Moodle does not know the fraction none"),
    (NAME, text('fraction="50"', 'fraction="25"'), "do not add up to 100"),
    (NAME, text('fraction="-33.33333"', 'fraction="-10"'), "ticking everything earns something"),
    (NAME, text("<text>slammed</text>", "<text></text>"), "an answer is empty"),
    (NAME, text("<text>3</text>", "<text></text>"), "a pair is not whole"),
    (NAME, lambda d: d.replace(b"subquestion", b"other"), "it has fewer than two pairs"),
    (NAME, text("<text>1</text>\n   <tolerance>", "<text>one</text>\n   <tolerance>"), "its answer is no number"),
    (NAME, lambda d: d.replace(b"tolerance", b"other"), "its answer is no number"),
    (NAME, lambda d: d.replace(b"graderinfo", b"other"), "it has no notes for whoever grades it"),
    (NAME, text('type="multichoice"', 'type="description"'), "it only tells, and has an answer"),
]


@pytest.mark.parametrize(("name", "change", "says"), TWINS, ids=names_of_twins(TWINS))
def test_a_broken_twin_is_refused(name: str, change: Change, says: str) -> None:
    """Each fault is named in its own words, with a way out."""
    found = faults(name, change(written()), MADE)
    assert says in found
    assert " — " in found


def test_a_choice_of_one_is_refused() -> None:
    """Moodle wants two answers."""
    root = Tree.fromstring(written().decode())
    choice = root.findall("question")[1]
    for answer in choice.findall("answer")[1:]:
        choice.remove(answer)
    assert "it has fewer than two answers" in faults(NAME, Tree.tostring(root))


@settings(max_examples=60, deadline=None)
@given(exercises())
def test_any_text_is_read_back(made: object) -> None:
    """Whatever signs stand in it, the tree is whole and no rule is broken."""
    assert faults_of(moodle_xml.OUTPUT, made, Edition()) == ""  # type: ignore[arg-type]
