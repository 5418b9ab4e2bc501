"""What a word is worth in its role, and the two ways to charge it to the wrong account."""

from __future__ import annotations

import math

import pytest
from engine_samples import entry, equipment, read, said

from framing.actors.files import Actor


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # verbs: who does it, and whom it is done to
        ("Orlan humiliated Dovan.", {("humiliated", "orlan"): 0.5, ("humiliated", "dovan"): -2.0}),
        ("Dovan was humiliated by Orlan.", {("humiliated", "orlan"): 0.5, ("humiliated", "dovan"): -2.0}),
        ("Orlan hopes to humiliate Dovan.", {("humiliate", "orlan"): 0.5, ("humiliate", "dovan"): -2.0}),
        ("Orlan lashed out at Dovan.", {("lashed out", "orlan"): -1.5, ("lashed out", "dovan"): -0.5}),
        ("Dovan gloated.", {("gloated", "dovan"): -2.0}),
        ("Critics gloated over Dovan.", {}),
        # nouns and adjectives: whom they are said of
        ("Orlan is a tyrant.", {("tyrant", "orlan"): -3.0}),
        ("The tyrant Viktor Orlan left.", {("tyrant", "orlan"): -3.0}),
        ("A brave Dovan left.", {("brave", "dovan"): 2.0}),
        ("A regime, Norland, fell.", {("regime", "norland"): -1.5}),
        # nouns: whose they are
        ("The masterstroke of Dovan won.", {("masterstroke", "dovan"): 3.0}),
        ("Dovan’s masterstroke won.", {("masterstroke", "dovan"): 3.0}),
        ("Dovan is a masterstroke.", {("masterstroke", "dovan"): 2.0}),
        ("Orlan’s tyrant left.", {}),
        ("Orlan’s reckless plan failed.", {}),
        # negation: adjectives turn at half force, all else is dropped
        ("Orlan was not brave.", {("brave", "orlan"): -1.0}),
        ("Orlan was never reckless.", {("reckless", "orlan"): 1.0}),
        ("Orlan isn’t reckless.", {("reckless", "orlan"): 1.0}),
        ("Orlan is no hero.", {}),
        ("Orlan is not a tyrant.", {}),
        ("Orlan did not humiliate Dovan.", {}),
        ("Dovan was never humiliated.", {}),
        ("It was not a masterstroke by Dovan.", {}),
    ],
)
def test_a_word_is_worth_what_its_role_says(text: str, values: dict[tuple[str, str], float]) -> None:
    """Subject and object of a verb, bearer and owner of a noun have their own values; without one there is no link."""
    assert read(text).values() == values


@pytest.mark.parametrize("text", ["Orlan was not brave.", "Orlan is no hero.", "Orlan did not gloat."])
def test_negated_words_stay_hits_and_say_so(text: str) -> None:
    """What negation drops from an actor is still found in the article, marked as negated."""
    assert read(text).evidence.hits["negated"].to_list() == [True]


def test_an_entry_without_values_colours_nobody() -> None:
    """A word without any value is a hit of the article and no link, and no value is ever missing from a link."""
    tools = equipment((entry("chaotic", "adj", None), entry("brave", "adj", 2.0), said("say", "said")))
    result = read("Orlan was chaotic. Dovan was brave.", tools=tools)
    assert result.hits() == [("chaotic", "chaotic"), ("brave", "brave")]
    assert result.values() == {("brave", "dovan"): 2.0}
    assert not any(math.isnan(value) for value in result.values().values())


def test_two_senses_of_a_word_are_two_links() -> None:
    """A word listed in two categories colours the actor once in each, with the value it has there."""
    tools = equipment((entry("stooge", "noun", -2.0), entry("stooge", "noun", -1.0, category="ridicule")))
    links = read("Dovan is a stooge.", tools=tools).evidence.links
    assert links.select("category", "valence").rows() == [("test", -2.0), ("ridicule", -1.0)]


def test_a_less_certain_mention_makes_a_less_certain_link() -> None:
    """A link through "he" is less sure than one through the name."""
    by_name, by_pronoun = (
        read(text).evidence.links["confidence"][0] for text in ("Orlan was reckless.", "Orlan spoke. He was reckless.")
    )
    assert 0 < by_pronoun < by_name <= 1


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Orlan is a reckless tyrant,” Dovan said.", "dovan"),
        ("Dovan said: “Orlan is a reckless tyrant.”", "dovan"),
        ("Dovan said that Orlan was “a reckless tyrant” and no friend.", "dovan"),
        ("Orlan was “a reckless tyrant”, according to Dovan.", "dovan"),
        ("“Orlan is a reckless tyrant,” a woman said.", None),
        ("“We know him.\n\n“Orlan is a reckless tyrant,” Dovan said.", None),
        ("Dovan said: “We know him.\n\n“Orlan is a reckless tyrant.”", "dovan"),
        ("‘Orlan’s friends call him a reckless tyrant,’ Dovan said.", "dovan"),
    ],
)
def test_the_words_of_a_quotation_are_not_charged_to_the_outlet(text: str, speaker: str | None) -> None:
    """First way to be wrong: what somebody says in quotation marks is never counted as the outlet's own word."""
    result = read(text)
    loaded = [row for row in result.voices() if row[0] in ("reckless", "tyrant")]
    assert [row[1] for row in loaded] == ["quoted", "quoted"]
    assert {row[2] for row in loaded} == {speaker}
    links = result.evidence.links.filter(result.evidence.links["category"] == "test")
    assert not links.filter((links["voice"] == "own") & (links["valence"] < 0)).height


@pytest.mark.parametrize(
    ("text", "coloured", "spared"),
    [
        ("“Orlan is a tyrant,” Dovan said.", {"orlan"}, "dovan"),
        ("Dovan said: “Orlan is reckless and a tyrant.”", {"orlan"}, "dovan"),
        ("Orlan crony Pavel Dovan left.", {"dovan"}, "orlan"),
        ("An Orlan stooge met Dovan.", set(), "orlan"),
        ("Dovan met the tyrant Viktor Orlan.", {"orlan"}, "dovan"),
        ("Reckless Orlan met Dovan.", {"orlan"}, "dovan"),
        ("Dovan met a reckless Orlan.", {"orlan"}, "dovan"),
        ("Dovan knew that Orlan was a tyrant.", {"orlan"}, "dovan"),
        ("The tyrant Orlan and Dovan spoke.", {"orlan"}, "dovan"),
        ("Dovan spoke and Orlan was reckless.", {"orlan"}, "dovan"),
        ("Orlan’s aide was a tyrant, said Dovan.", set(), "orlan"),
        ("Orlan met Dovan. He was a tyrant.", set(), "orlan"),
    ],
)
def test_the_words_about_one_actor_are_not_charged_to_another(text: str, coloured: set[str], spared: str) -> None:
    """Second way to be wrong: a word said of one actor never colours the other who stands nearby or says it."""
    result = read(text)
    assert {actor for (_, actor), value in result.values().items() if value <= -1} == coloured
    assert spared not in coloured


def test_what_one_actor_says_is_not_in_anothers_mouth() -> None:
    """Each quotation's words go to its own speaker, also where two speak in turn."""
    text = "“It was a masterstroke of ours,” Dovan said. “It was an embarrassment for us,” Orlan said."
    assert [row for row in read(text).voices() if row[0] != "said"] == [
        ("masterstroke", "quoted", "dovan"),
        ("embarrassment", "quoted", "orlan"),
    ]


def test_an_actor_with_two_names_is_one() -> None:
    """Whichever name stands in the text, it is the same actor's account."""
    tools = equipment((entry("brave", "adj", 2.0),), (Actor("hale", "John Hale", ("Hale", "Johnny")),))
    assert {
        actor for _, actor, _ in read("Brave Johnny left. Brave Hale left. Brave John Hale left.", tools=tools).links()
    } == {"hale"}
