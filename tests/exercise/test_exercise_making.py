"""An exercise as a whole: fairly chosen, honest about what is missing, and the same every time."""

from __future__ import annotations

from dataclasses import replace

from type_samples import LICENCE, sample, written

from framing.exercise.lessons import LESSONS, make_lesson, write_pages
from framing.exercise.making import choose, is_clean, make_exercise, weigh
from framing.exercise.model import Item
from framing.exercise.request import Request
from framing.exercise.store import from_json, to_json
from framing.exercise.types import EXERCISES

ASKED = Request(count=3, licence=LICENCE, seed=5)


def test_the_same_seed_corpus_and_lexicons_give_the_same_bytes() -> None:
    """A pack made again is the same pack; another seed makes another."""
    one, two = (make_exercise(sample(), list(EXERCISES.values()), ASKED) for _ in range(2))
    assert to_json(one) == to_json(two)
    assert from_json(to_json(one)) == one
    assert make_exercise(sample(), list(EXERCISES.values()), replace(ASKED, seed=6)).id != one.id


def test_items_are_numbered_by_type() -> None:
    """Ids are type and number, each once, types in the order asked for."""
    made = make_exercise(sample(), [EXERCISES["verbs"], EXERCISES["spot"]], ASKED)
    assert [item.id for item in made.items] == ["verbs-01", "verbs-02", "verbs-03", "spot-01", "spot-02", "spot-03"]


def test_too_few_items_are_said_and_not_padded() -> None:
    """Two papers with one event give one pair of headlines, whoever asks for three; the log says why."""
    material = written("The council met.", "Members of the council met on Monday.")
    made = make_exercise(material, [EXERCISES["spot"], EXERCISES["headlines"]], ASKED)
    assert [item.type for item in made.items].count("spot") == 0
    assert made.warnings[0].startswith("spot: 0 of 3 items could be made")
    assert any(line.startswith("spot: a0: ") for line in made.log)


def test_outlets_take_turns() -> None:
    """Of three pairs of loaded texts of two outlets, neither outlet has all the items."""
    chosen, _ = choose(EXERCISES["rewrite"], sample(), replace(ASKED, count=4))
    outlets = [item.passages[0].source.outlet for item in chosen]
    assert max(outlets.count(name) for name in outlets) <= 2


def test_a_pack_has_clean_texts_and_enough_clean_sentences() -> None:
    """The sample corpus needs no warning; a pack without a clean text gets one."""
    made = make_exercise(sample(), [EXERCISES["spot"]], replace(ASKED, count=6))
    assert sum(is_clean(item) for item in made.items) == 2
    assert not any("free of" in warning for warning in made.warnings)
    loaded = [item for item in made.items if not is_clean(item)]
    assert any("No text is free of loaded words" in warning for warning in weigh(loaded))


def one_sided(item: Item, outlet: str) -> Item:
    return replace(item, passages=tuple(replace(p, source=replace(p.source, outlet=outlet)) for p in item.passages))


def test_a_one_sided_choice_is_said() -> None:
    """If nearly all words of the key are one outlet's, the teacher is told so."""
    spots = [i for i in make_exercise(sample(), [EXERCISES["spot"]], replace(ASKED, count=6)).items if not is_clean(i)]
    unfair = [one_sided(item, "Post") for item in spots[:-1]] + [one_sided(spots[-1], "Courier")]
    assert any("words of the key are Post's" in warning for warning in weigh(unfair))


def test_blind_items_name_no_outlet_to_readers() -> None:
    """With `blind`, every source is hidden."""
    made = make_exercise(sample(), list(EXERCISES.values()), replace(ASKED, blind=True))
    assert all(passage.source.hidden for item in made.items for passage in item.passages)


def test_every_lesson_can_be_made_of_the_sample_corpus() -> None:
    """All items of each lesson are there, the plan has no hole, and lesson 3 keeps its key out of the web page."""
    for lesson in LESSONS.values():
        made = make_lesson(lesson, sample(), Request(age=lesson.age, licence=LICENCE))
        wanted = [name for name, count in lesson.parts for _ in range(count)]
        assert [item.type for item in made.items] == wanted
        pages = write_pages(lesson, made)
        assert set(pages) == {"plan.md", "slides.md"}
        for page in pages.values():
            assert b"{" not in page
            assert page.startswith(b"# ")
        assert b"45" in pages["plan.md"]
    assert [lesson.key for lesson in LESSONS.values()] == [True, True, False]


def test_the_key_leans_to_no_outlet_where_that_can_be_helped() -> None:
    """Of all types together no paper has more than 65 in 100 words of the key."""
    made = make_exercise(sample(), list(EXERCISES.values()), replace(ASKED, count=4))
    assert not any("words of the key are" in warning for warning in made.warnings)
