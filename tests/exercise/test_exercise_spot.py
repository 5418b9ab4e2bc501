"""Spot: texts with words to mark, sentences to leave alone, and a key that can be argued with."""

from __future__ import annotations

from type_samples import items, reasons, sample, written

from framing.exercise.excerpts import cut_excerpts
from framing.exercise.making import is_clean
from framing.exercise.model import Item, Mark, Sort

PLAIN = "The council met on Monday. Members talked for two hours about the bridge and the road beside it. "
LOADED = "The despot Tom Hobb slammed the reckless plan on Tuesday. "
FILL = "The road is two miles long and the bridge has four lanes, and both were built by the county in the year 1990. "


def mark_of(item: Item) -> Mark:
    task = item.tasks[0]
    assert isinstance(task, Mark)
    return task


def words_of(item: Item, numbers: tuple[int, ...]) -> list[str]:
    return [item.passages[0].words[number].text for number in numbers]


def test_the_key_is_what_the_list_marks_in_own_voice() -> None:
    """Loaded words of the outlet are the key; a speaker's are free either way and said to be the speaker's."""
    item = items("spot", written(PLAIN + LOADED + FILL + '"A disgraceful farce," Anna Quill said.'))[0]
    assert words_of(item, mark_of(item).key) == ["despot", "slammed", "reckless"]
    assert {"disgraceful", "farce"} <= set(words_of(item, mark_of(item).arguable))
    kinds = {note.surface: note.kind for note in item.notes}
    assert kinds["reckless"] == "key"
    assert kinds["farce"] == "speaker"
    assert all(note.entry for note in item.notes if note.kind == "key")


def test_a_negated_word_is_arguable() -> None:
    """ "No despot" is not charged to the outlet as "despot" is."""
    item = items("spot", written(PLAIN + LOADED + FILL + "Anna Quill is no tyrant, the clerk said."))[0]
    assert {note.surface: note.kind for note in item.notes}["tyrant"] == "arguable"


def test_texts_that_are_too_loaded_or_too_plain_are_refused() -> None:
    """Fewer than three loaded words, more than eight, or no sentence that only reports: each has its reason."""
    assert "1 loaded words in own voice" in " ".join(reasons("spot", written(PLAIN + FILL + FILL + "It is a farce.")))
    assert "every sentence holds a loaded word" in " ".join(
        reasons("spot", written("The reckless despot slammed " + "the bridge and " * 25 + "the road."))
    )
    assert "no run of whole sentences" in " ".join(reasons("spot", written("Too short.")))


def test_every_third_text_holds_nothing_to_mark() -> None:
    """Of six items of the sample corpus two are clean: restraint is asked for, too."""
    made = items("spot", sample(), most=60)[:6]
    assert [is_clean(item) for item in made] == [False, False, True, False, False, True]
    assert all(not mark_of(item).key for item in made if is_clean(item))


def test_passages_are_the_text_as_it_stands() -> None:
    """Every passage is found in its article between its offsets, letter by letter."""
    material = sample()
    for item in items("spot", material, most=60):
        source = item.passages[0].source
        assert material.articles[source.article]["text"][source.start : source.end] == item.passages[0].text
        assert source.licence == "CC BY 4.0"


def test_words_of_marks_are_numbered_as_the_passage_is() -> None:
    """The words that a note names are those that stand in its surface."""
    for item in items("spot", sample(), most=60):
        for note in item.notes:
            assert " ".join(words_of(item, note.words)).split()[0].strip("’'") in note.surface.replace("’s", "")


def test_an_excerpt_runs_over_no_furniture() -> None:
    """Sentences with page furniture between them are not joined: numbers of words agree with the passage."""
    material = sample()
    for article in ("dam-beacon", "trial-beacon"):
        for excerpt in cut_excerpts(material, article):
            last = max((excerpt.words(mark)[-1] for mark in excerpt.marks), default=0)
            assert last < len(excerpt.passage.words)
            assert "READ MORE" not in excerpt.passage.text


def test_the_technique_can_be_asked_for() -> None:
    """With `label`, each word of the key is to be given its category, and the key knows which."""
    item = next(item for item in items("spot", sample(), label=True) if not is_clean(item))
    naming = item.tasks[1]
    assert isinstance(naming, Sort)
    assert len(naming.classes) <= 6
    by_surface = {note.surface: note.entry.split("/")[1].split(".")[0] for note in item.notes}
    for surface, key in zip(naming.prompts, naming.key, strict=True):
        assert naming.classes[key[0]] == by_surface[surface]


def test_the_same_seed_gives_the_same_items_and_another_one_others() -> None:
    """Chance is the seed's alone."""
    one, two, other = (items("spot", sample(), most=8, seed=seed) for seed in (3, 3, 4))
    assert one == two
    assert one != other
