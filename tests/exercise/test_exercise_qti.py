"""QTI: a package whose manifest is right, items that hold together, and the schemas of IMS where they are at hand."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Tree

import pytest
from check_samples import Change, Twin, check, exercises, faults, faults_of, inside, names_of_twins, text, unzip
from exercise_samples import exercise, items, passage, spot
from hypothesis import given, settings

from framing.exercise.checks.qti import SCHEMA, SCHEMAS
from framing.exercise.model import Exercise, Mark, Order, Reveal, Sort, Task
from framing.exercise.writers import qti
from framing.exercise.writers.edition import Edition
from framing.exercise.writers.qti_items import QTI

NAME = qti.FILE
MADE = exercise()
CHOICE, FULL = Edition(profile="choice"), Edition(profile="full")
ITEM = "spot-01-1.xml"


def written(made: Exercise = MADE, edition: Edition = CHOICE) -> bytes:
    return qti.write(made, edition).files[NAME]


def item(name: str, edition: Edition = CHOICE, made: Exercise = MADE) -> Any:
    return Tree.fromstring(unzip(written(made, edition))[f"{name}.xml"].decode())


def asking(task: Task) -> Exercise:
    return exercise(replace(spot(), tasks=(task,)))


def tags(root: Any) -> set[str]:
    return {node.tag.removeprefix(f"{{{QTI}}}") for node in root.iter()}


def points(root: Any) -> dict[str, str]:
    return {node.get("mapKey"): node.get("mappedValue") for node in root.iter(f"{{{QTI}}}mapEntry")}


def right(root: Any) -> list[str]:
    return [node.text for node in root.iter(f"{{{QTI}}}value")]


def test_the_choice_profile_has_choices_numbers_and_text_alone() -> None:
    """Systems that know little take every item."""
    asked = {tag for name in unzip(written()) if name != qti.MANIFEST for tag in tags(item(name[:-4]))}
    kinds = {tag for tag in asked if tag.endswith("Interaction")}
    assert kinds == {"choiceInteraction", "textEntryInteraction", "extendedTextInteraction"}


def test_the_full_profile_marks_orders_and_matches() -> None:
    """Systems that know hot text get the text itself."""
    assert "hottextInteraction" in tags(item("spot-01-1", FULL))
    assert "orderInteraction" in tags(item("ladder-01-1", FULL))
    assert "matchInteraction" in tags(item("verbs-01-1", FULL))


def test_a_choice_of_words_can_t_be_won_by_taking_all() -> None:
    """Right words earn one each, others take as much away, and nothing falls below nothing."""
    root = item("spot-01-1")
    mapping = root.find(f".//{{{QTI}}}mapping")
    others = len(root.findall(f".//{{{QTI}}}simpleChoice")) - len(right(root))
    assert len(right(root)) + others * float(mapping.get("defaultValue")) < 0.001
    assert (mapping.get("lowerBound"), mapping.get("upperBound")) == ("0", "2")


def test_arguable_words_of_a_hot_text_count_neither_way() -> None:
    """Words of the key earn one, arguable words nothing, all others take half a point."""
    root = item("spot-01-1", FULL)
    assert points(root) == {"w3": "1", "w5": "1", "w6": "0"}
    assert root.find(f".//{{{QTI}}}mapping").get("defaultValue") == "-0.5"
    shown = root.find(f".//{{{QTI}}}hottextInteraction/{{{QTI}}}p")
    assert "".join(shown.itertext()) == spot().passages[0].text


def test_an_order_with_ties_is_asked_by_its_ends() -> None:
    """There is no one right order; without ties there is."""
    tied = asking(Order("The _____ spoke.", ("a", "b", "c"), (0, 0, 1), "plainest", "most loaded"))
    assert "orderInteraction" not in tags(item("spot-01-1-low", FULL, tied))
    assert right(item("spot-01-1-low", FULL, tied)) == ["c1", "c2"]
    assert f"spot-01: an order is asked as its two ends in {NAME}" in qti.write(tied, FULL).losses
    assert right(item("ladder-01-1", FULL)) == ["c2", "c3", "c1"]


def test_every_class_that_the_key_accepts_earns_its_point() -> None:
    """In the full profile; where one answer alone is right, the loss is told."""
    assert points(item("verbs-01-1", FULL)) == {"p1 c1": "1", "p2 c3": "1", "p3 c2": "1", "p3 c1": "1"}
    loss = f"verbs-01: of several classes that are fine, only the best one is right in {NAME}"
    assert loss in qti.write(MADE, CHOICE).losses
    assert loss not in qti.write(MADE, FULL).losses


def test_numbers_have_their_slack() -> None:
    """A count that is one off is right, and none is below nothing."""
    assert points(item("voices-01-2-2")) == {"3": "1", "4": "1", "5": "1"}
    assert points(item("voices-01-2-3")) == {"0": "1", "1": "1"}


def test_no_answer_is_in_an_open_item() -> None:
    """Model and rubric stay out: not every system hides them. What is told last is not in the package."""
    package = b"".join(unzip(written()).values())
    assert b"The mayor criticised" not in package
    assert b"Text A: Harbour Post" not in package
    losses = qti.write(MADE, CHOICE).losses
    assert f"blind-01: what is told last is not in {NAME}" in losses
    assert any(loss.startswith("rewrite-01: model and rubric") for loss in losses)


def test_every_item_says_that_nobody_checked_the_key() -> None:
    """Until the review."""
    package = unzip(written())
    assert all(b"not yet checked" in data for name, data in package.items() if name != qti.MANIFEST)
    reviewed = exercise(*(replace(one, review="accepted") for one in items()))
    assert b"not yet checked" not in b"".join(unzip(written(reviewed)).values())


@pytest.mark.parametrize(
    ("text", "name"), [("spot-01", "spot-01"), ("1 x/é", "i-1-x--"), ("../a", "i-..-a"), ("", "i-")]
)
def test_identifiers_are_names(text: str, name: str) -> None:
    """Letters, digits, dots and dashes, a letter first."""
    assert qti.name_item(text) == name


def test_nothing_to_ask_is_no_package() -> None:
    """A package without items would be refused."""
    assert qti.write(asking(Reveal("Who", "the Post")), CHOICE).files == {}


def test_the_package_has_no_hour() -> None:
    """The same exercise and profile are the same file."""
    assert written() == written()
    assert written() != written(edition=FULL)


TWINS: list[Twin] = [
    (NAME, lambda d: d[:99], "it is no zip archive"),
    (NAME, inside(qti.MANIFEST, None), "it has no manifest"),
    (NAME, inside(qti.MANIFEST, text('href="spot-01-1.xml"', 'href="other.xml"')), "manifest and files differ"),
    (NAME, inside(qti.MANIFEST, text('identifier="r-spot-01-1"', 'identifier="1"')), "an identifier is no name"),
    (NAME, inside(qti.MANIFEST, text('"r-spot-01-1"', '"r-spot-02-1"')), "an identifier stands twice"),
    (NAME, inside(qti.MANIFEST, text(qti.KIND, "webcontent")), "a resource is no item of QTI 2.1"),
    (NAME, inside(ITEM, None), "manifest and files differ"),
    (NAME, inside(ITEM, text("</itemBody>", "")), "no well-formed XML"),
    (NAME, inside(ITEM, text("<assess", "<!DOCTYPE x><assess")), "it declares a document type"),
    (NAME, inside(ITEM, lambda d: d.replace(b"imsqti_v2p1", b"imsqti_v2p2")), "it is no item of QTI 2.1"),
    (NAME, inside(ITEM, text('identifier="spot-01-1"', 'identifier="1 x"')), "an identifier is no name"),
    (NAME, inside(ITEM, text('identifier="c2"', 'identifier="c1"')), "an identifier stands twice"),
    (NAME, inside(ITEM, text('"spot-01-1"', '"spot-02-1"')), "two items have the same identifier"),
    (NAME, inside(ITEM, lambda d: d.replace(b"outcomeDeclaration", b"other")), "it lacks outcomeDeclaration"),
    (NAME, inside(ITEM, lambda d: d.replace(b"itemBody", b"other")), "it lacks itemBody"),
    (NAME, inside(ITEM, text(' title="', ' x="')), "it has no title"),
    (NAME, inside(ITEM, text('responseIdentifier="RESPONSE"', "")), "it asks for no answer"),
    (NAME, inside(ITEM, text("<value>c", "<value>d")), "a right answer is not offered"),
    (NAME, inside(ITEM, text('mapKey="c', 'mapKey="d')), "points are for no offer"),
    (NAME, inside(ITEM, text("/map_response", "/own")), "its processing is none of QTI's own"),
    (NAME, inside(ITEM, text('lowerBound="0"', 'lowerBound="-5"')), "its points have no lower bound of 0"),
    (NAME, inside(ITEM, lambda d: d.replace(b"mapping", b"other")), "its points are not declared"),
    (NAME, inside("verbs-01-1-1.xml", lambda d: d.replace(b"value>", b"other>")), "it has no right answer to match"),
    (NAME, inside("voices-01-2-1.xml", text("<value>1", "<value>one")), "a right answer is no number"),
]


@pytest.mark.parametrize(("name", "change", "says"), TWINS, ids=names_of_twins(TWINS))
def test_a_broken_twin_is_refused(name: str, change: Change, says: str) -> None:
    """Each fault is named in its own words, with a way out."""
    found = faults(name, change(written()), MADE)
    assert says in found
    assert " — " in found


@settings(max_examples=40, deadline=None)
@given(exercises())
def test_any_text_is_read_back(made: Exercise) -> None:
    """Whatever signs stand in it, in both profiles."""
    assert faults_of(qti.OUTPUT, made, CHOICE, FULL) == ""


@pytest.mark.parametrize("says", ["names no folder", "can't be read"])
def test_without_the_schemas_the_check_says_so(says: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What was not looked at is named."""
    if says == "can't be read":
        pytest.importorskip("lxml", reason="lxml is not installed")
        monkeypatch.setenv(SCHEMAS, str(tmp_path))
    else:
        monkeypatch.delenv(SCHEMAS, raising=False)
    assert says in check(NAME, written()).skipped[0]


def test_schemas_are_asked_where_they_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With a schema that wants a body, an item without one is a fault in the schema's words."""
    pytest.importorskip("lxml", reason="lxml is not installed")
    body = '<xs:any namespace="##any" processContents="skip" maxOccurs="unbounded"/>'
    schema = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{QTI}"><xs:element
        name="assessmentItem"><xs:complexType><xs:sequence>{body}</xs:sequence><xs:anyAttribute processContents="skip"/>
        </xs:complexType></xs:element></xs:schema>"""
    (tmp_path / SCHEMA).write_text(schema)
    monkeypatch.setenv(SCHEMAS, str(tmp_path))
    assert "IMS schemas" in check(NAME, written()).checked
    empty = inside(ITEM, lambda d: d[: d.index(b"><") + 1] + b"</assessmentItem>")
    assert "IMS schema: " in faults(NAME, empty(written()))


@pytest.mark.skipif(not os.environ.get(SCHEMAS), reason=f"{SCHEMAS} names no folder with {SCHEMA}")
def test_the_schemas_of_ims_agree() -> None:
    """Every item of both profiles is valid, and one whose parts stand in another order is not."""
    pytest.importorskip("lxml", reason="lxml is not installed")
    for edition in (CHOICE, FULL):
        found = check(NAME, written(edition=edition))
        assert found.flaws == []
        assert "IMS schemas" in found.checked
    twin = inside(ITEM, text("<itemBody>", "<itemBody><prompt/>"))
    assert "IMS schema" in faults(NAME, twin(written()))


def test_marking_any_word_is_an_open_item() -> None:
    """Where every word is arguable, a text field takes the reasons."""
    free = asking(Mark("Which words made you say so?", (), tuple(range(16))))
    assert "extendedTextInteraction" in tags(item("spot-01-1", FULL, free))


def test_opinions_are_not_graded() -> None:
    """Where every class is fine, the sorting is an open item in both profiles."""
    views = asking(Sort("Would you?", ("a", "b"), ("yes", "no"), ((0, 1), (1, 0))))
    for edition in (CHOICE, FULL):
        assert "extendedTextInteraction" in tags(item("spot-01-1", edition, views))


def test_a_text_of_several_paragraphs_stays_so() -> None:
    """Lines of the text are paragraphs of the item."""
    made = exercise(
        replace(spot(), passages=(passage("One slammed.\n\nTwo hailed."),), tasks=(Mark("?", (1,)),), notes=())
    )
    shown = [node.text for node in item("spot-01-1", CHOICE, made).iter(f"{{{QTI}}}p")]
    assert shown[-2:] == ["One slammed.", "Two hailed."]
