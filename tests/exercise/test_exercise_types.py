"""The types of exercise, one by one: what they ask, and that the key is right where it can be known."""

from __future__ import annotations

import pytest
from type_samples import found, items, reasons, sample, written

from framing.exercise.material import WORD
from framing.exercise.model import Count, Item, Mark, Order, Rate, Reveal, Sort, Task, Write
from framing.exercise.scoring import score_mark, score_sort
from framing.exercise.types import EXERCISES
from framing.exercise.types.agency import HERE, NOWHERE
from framing.exercise.types.blind import MASK

PAD = "The road is two miles long and the bridge has four lanes, and both were paid for by the county in 1990. "


def task(item: Item, kind: type[Task]) -> Task:
    return next(one for one in item.tasks if isinstance(one, kind))


def test_every_type_has_its_file_and_its_rules() -> None:
    """Ten types, each under its own name, with a title, minutes, needs and a scoring rule."""
    assert list(EXERCISES) == [
        "spot", "ladder", "rewrite", "headlines", "blind", "voices", "verbs", "agency", "portrait", "dispute"
    ]  # fmt: skip
    for name, kind in EXERCISES.items():
        assert kind.name == name
        assert kind.make.__module__ == f"framing.exercise.types.{name}"
        assert kind.title
        assert kind.needs
        assert kind.scoring
        assert 5 <= kind.minutes <= 15


@pytest.mark.parametrize("name", EXERCISES)
def test_every_type_makes_items_of_the_sample_corpus(name: str) -> None:
    """Two items at least, with something to do; the same again with the same seed; no item names its id yet."""
    made = items(name, sample(), most=40)
    assert len(made) >= 2
    assert all(item.type == name and item.tasks and item.stem and item.talk for item in made)
    assert made == items(name, sample(), most=40)


@pytest.mark.parametrize("name", EXERCISES)
def test_too_small_a_corpus_is_said(name: str) -> None:
    """A corpus of one plain sentence gives no item but reasons; only the ladder needs no text."""
    made = found(name, written("The council met on Monday."), most=3)
    assert made or name in ("headlines", "blind", "portrait")
    assert name == "ladder" or not any(isinstance(one, Item) for one in made)


@pytest.mark.parametrize("word", ["won't", "well-known", "8.30", "9,400", "1,250,000", "R&D", "café", "2025/26"])
def test_a_word_is_what_a_reader_points_at(word: str) -> None:
    """Figures with commas and words with a hyphen are one word; a comma between words parts them."""
    assert WORD.findall(f"({word}), {word}.") == [word, word]
    assert WORD.findall("May 5,the end") == ["May", "5", "the", "end"]


# ladder


def test_a_ladder_climbs() -> None:
    """Three to five words of one part of speech; the ranks follow the strength that the list gives them."""
    entries = sample().entries
    strength = {entry.citation: abs(entry.strongest) for entry in entries.values()}
    for item in items("ladder", sample(), most=30):
        order = task(item, Order)
        assert isinstance(order, Order)
        assert 3 <= len(order.options) <= 5
        assert sorted(order.ranks) == list(range(len(order.ranks)))
        climbed = [option for _, option in sorted(zip(order.ranks, order.options, strict=True))]
        by_word = {note.surface: strength[note.entry] for note in item.notes}
        values = [by_word.get(word, 0.0) for word in climbed]
        assert values == sorted(values)
        assert len(set(values)) == len(values)


def test_younger_classes_get_no_words_for_people_as_animals() -> None:
    """Dehumanising words are on no ladder below 17."""
    for item in items("ladder", sample(), most=300, age="11-13"):
        assert not any("dehumanising" in note.entry for note in item.notes)


# rewrite

DENSE = "The despot Tom Hobb slammed the reckless plan for 40 new flats on Tuesday. "


def test_a_rewritten_sentence_keeps_its_facts() -> None:
    """The checklist names who is named and every figure; the model answer has plainer words in the right form."""
    item = items("rewrite", written(DENSE + PAD))[0]
    first = task(item, Write)
    assert isinstance(first, Write)
    assert {"Tom Hobb is named", "the figure 40"} <= set(first.checklist)
    assert "criticised" in first.model
    assert "despot" not in first.model
    assert "Hobb" in first.model
    assert "40" in first.model


def test_a_quoted_sentence_is_not_rewritten() -> None:
    """What a speaker said can't be rewritten: such a sentence is passed over."""
    said = '"The reckless despot slammed the shameful plan of the council," Anna Quill said.'
    assert items("rewrite", written(said)) == []


# headlines


def test_words_of_one_headline_alone_are_the_key() -> None:
    """Words that both have are no key; function words are free either way; who comes first is read off."""
    material = sample()
    item = next(i for i in items("headlines", material, most=40) if len(i.passages) >= 2)
    for number, passage in enumerate(item.passages):
        mark = next(t for t in item.tasks if isinstance(t, Mark) and t.passage == number)
        others = {w.text.casefold() for p in item.passages if p is not passage for w in p.words}
        assert all(passage.words[at].text.casefold() not in others for at in mark.key)
        assert passage.source.hidden
        assert passage.text == " ".join(material.articles[passage.source.article]["title"].split())
    assert isinstance(item.tasks[-1], Reveal)


def test_one_outlet_is_no_comparison() -> None:
    """Two reports of one outlet are not held against each other."""
    assert found("headlines", written("One.", "Two.", outlets=("Post",))) == []
    assert found("blind", written("One.", "Two.", outlets=("Post",))) == []


# blind


def test_papers_do_not_name_themselves_in_a_blind_text() -> None:
    """The names of outlets are masked in the text and hidden in the source; they come before the second rating."""
    one = "The Post has learned that the despot Tom Hobb slammed the plan. " + PAD * 3
    two = "Tom Hobb criticised the plan on Tuesday, the council said. " + PAD * 3
    item = items("blind", written(one, two))[0]
    told = " ".join(passage.text for passage in item.passages)
    assert MASK in told
    assert "The Post" not in told
    assert all(passage.source.hidden for passage in item.passages)
    kinds = [type(one) for one in item.tasks]
    assert kinds == [Rate, Rate, Mark, Mark, Reveal, Rate, Rate]
    reveal = task(item, Reveal)
    assert isinstance(reveal, Reveal)
    assert "Post" in reveal.text
    assert "Courier" in reveal.text


def test_evidence_is_free() -> None:
    """Whatever a reader marks as evidence counts as fine."""
    item = items("blind", sample())[0]
    mark = task(item, Mark)
    assert isinstance(mark, Mark)
    assert score_mark(mark, (0, 1, 2)) == 1


# voices

QUOTED = '"We will build it," Anna Quill said. "It costs too much and nobody asked us," Tom Hobb complained. '


def test_voices_are_counted() -> None:
    """Each speaker's quotations and words inside quotation marks are the key; whoever is not named comes last."""
    item = items("voices", written(PAD + QUOTED + PAD + 'One banner read "No road through here". ' + PAD))[0]
    count = task(item, Count)
    assert isinstance(count, Count)
    told = dict(zip(count.rows, count.key, strict=True))
    assert told["Anna Quill"] == (1, 4)
    assert told["Tom Hobb"] == (1, 8)


def test_a_text_with_one_speaker_is_refused() -> None:
    """One voice is nothing to tally."""
    assert "named speakers" in " ".join(reasons("voices", written(PAD * 4 + '"Yes," Anna Quill said.')))


# verbs


def test_verbs_are_sorted_as_the_list_has_them() -> None:
    """Every verb has a class, a plain one is plain alone, and its sentence stands beside it."""
    for item in items("verbs", sample()):
        sort = task(item, Sort)
        assert isinstance(sort, Sort)
        assert len({key[0] for key in sort.key}) >= 3
        entries = {note.surface: note.entry for note in item.notes}
        for surface, key in zip(sort.prompts, sort.key, strict=True):
            neutral = "/neutral.csv:" in entries[surface]
            assert (sort.classes[key[0]] == "plain") == neutral
            assert not neutral or key == (0,)
        for passage in item.passages:
            assert passage.label in passage.text
        assert [item.passages[note.passage].label for note in item.notes] == list(sort.prompts)


def test_no_verb_comes_up_twice() -> None:
    """Two items ask about different verbs."""
    surfaces = [note.entry for item in items("verbs", sample(), most=40) for note in item.notes]
    assert len(surfaces) == len(set(surfaces))


# agency

AGENTLESS = "Mistakes were made. The old shed was sold by Tom Hobb. The closure of the pool was announced on Friday. "


def test_doers_are_found_where_they_stand() -> None:
    """ "By" names the doer in the sentence; without it, elsewhere and nowhere are both accepted."""
    item = items("agency", written(AGENTLESS + PAD + PAD))[0]
    sort = task(item, Sort)
    assert isinstance(sort, Sort)
    keys = dict(zip(sort.prompts, sort.key, strict=True))
    assert keys["The old shed was sold by Tom Hobb"] == (HERE,)
    assert keys["Mistakes were made"][0] == NOWHERE
    assert len(keys["Mistakes were made"]) == 2
    assert score_sort(sort, [key[0] for key in sort.key]) == 1


@pytest.mark.parametrize(
    "text",
    ["She was born in Kesten and is interested in maps.", '"Mistakes were made and nothing was done," she said.',
     "It was opened by noon on Friday by Tom Hobb."],
)  # fmt: skip
def test_states_and_quotations_are_no_deeds(text: str) -> None:
    """How somebody is, and what somebody is quoted with, tells no deed without a doer; "by noon" is no doer."""
    assert items("agency", written(f"{text} {PAD}{PAD}".replace("were paid", "come from money"))) == []


# portrait


def test_portraits_are_equally_long_and_show_their_sentences() -> None:
    """Both lists have as many words; each word has its sentence and its rule in the key; outlets are hidden."""
    for item in items("portrait", sample()):
        one, two = item.passages
        assert len(one.words) == len(two.words) >= 3
        assert one.source.outlet != two.source.outlet
        assert one.source.hidden
        assert len(item.notes) == len(one.words) + len(two.words)
        for note in item.notes:
            assert note.surface in note.why.replace("\n", " ")


# dispute


def test_a_dispute_has_marks_open_to_doubt_and_any_view_counts() -> None:
    """Some of the marks are quoted, negated or light; agreeing is not scored; words that the list lacks are shown."""
    made = items("dispute", sample(), most=40)
    for item in made:
        sort = task(item, Sort)
        assert isinstance(sort, Sort)
        assert 4 <= len(sort.prompts) <= 6
        assert score_sort(sort, [2] * len(sort.prompts)) == 1
        assert any(note.kind in ("arguable", "speaker") for note in item.notes)
    assert any(note.kind == "missed" for item in made for note in item.notes)
