"""Epithets and pronouns: given to an actor where the text makes it plain, and to nobody where it does not."""

from __future__ import annotations

import pytest
from engine_samples import read

PLAIN = """
same label beside the name | Despot Viktor Orlan rode home. Dovan stayed. The despot slept. | The despot | orlan
word for the same thing beside it | Despot Viktor Orlan rode home. Dovan stayed. The tyrant slept. | The tyrant | orlan
adjectives in between | Despot Viktor Orlan rode home. Dovan stayed. The old despot slept. | The old despot | orlan
far down the article | Despot Viktor Orlan left. Rain fell. Dovan slept. The despot slept. | The despot | orlan
the title beside the name | President Viktor Orlan spoke. Dovan slept. The president left. | The president | orlan
nationality | Orlan spoke. Dovan slept. The Norlandic leader left. | The Norlandic leader | orlan
nationality and label | Orlan spoke. Dovan slept. The brave Norlandic hero left. | The brave Norlandic hero | orlan
the last of that country | Dovan spoke. Orlan slept. The Sudlandic leader left. | The Sudlandic leader | dovan
by far the most mentioned | Orlan spoke. Orlan left. Orlan slept. Dovan woke. The tyrant went home. | The tyrant | orlan
the only person in reach | Orlan spoke on Monday. The tyrant left early. | The tyrant | orlan
this | Orlan spoke on Monday. This tyrant left early. | This tyrant | orlan
owner of something | Orlan fell. The tyrant’s aide left. | The tyrant | orlan
he | Orlan spoke. He left. | He | orlan
she | Reis spoke. She left. | She | reis
his | Orlan spoke. His lies hurt. | His | orlan
him | Orlan spoke. Critics slammed him. | him | orlan
he in the same sentence | Orlan said he was late. | he | orlan
over a paragraph's end | Orlan spoke.||He left. | He | orlan
through an epithet | Despot Viktor Orlan left. Rain fell. The despot slept. He woke. | He | orlan
in capitals | Orlan spoke. HE left. | HE | orlan
"""

NOT_PLAIN = """
two persons in reach | Orlan met Dovan. He left.
two persons in reach of a label | Orlan met Dovan on Monday. The despot left.
two names joined | Viktor Orlan and Pavel Dovan spoke. The tyrant was late.
somebody whom no list knows | Orlan met Janet Frindle. He left.
somebody without a name | Orlan met a friend. He left.
somebody of his | Orlan’s lawyer spoke. He left.
somebody modified by the name | An Orlan aide spoke. He left.
he told X that he | He told Orlan that he was late.
she is not he | Reis spoke. He left.
he is not she | Orlan spoke. She left.
too far away | Orlan spoke. Rain fell. Snow fell. He left.
nobody yet | He left. The tyrant slept.
a country is not he | Norland won. He left.
before the name | While he was away, Orlan left.
indefinite | Orlan spoke. A tyrant left.
plural | Orlan spoke. The tyrants left.
of somebody | Orlan spoke. The tyrant of Osk left.
predicate | Orlan spoke. It was the tyrant.
as | Orlan spoke as the despot.
beside a name of its own | Orlan spoke. The tyrant Frindle left.
a name after a comma | Orlan spoke. The tyrant, Janet Frindle, left.
two presidents | President Viktor Orlan spoke. President Pavel Dovan slept. The president left.
an office without a name | Orlan spoke. The president left.
a country's thing | Orlan spoke. The Norlandic weather was fine.
in another's speech | Orlan left. “The tyrant has gone home,” a woman said.
he in another's speech | Orlan left. “He has gone home again,” a woman said.
"""


def rows(table: str) -> list[tuple[str, ...]]:
    lines = [line.replace("||", "\n\n") for line in table.strip().split("\n")]
    return [tuple(cell.strip() for cell in line.split("|")) for line in lines]


@pytest.mark.parametrize(("why", "text", "words", "actor"), rows(PLAIN))
def test_plain_references_go_to_their_actor(why: str, text: str, words: str, actor: str) -> None:
    """Where a reader knows at once who is meant, so does the table of mentions."""
    assert read(text).references()[-1:] == [(words, actor)], why


@pytest.mark.parametrize(("why", "text"), rows(NOT_PLAIN))
def test_what_is_not_plain_goes_to_nobody(why: str, text: str) -> None:
    """Where somebody else may be meant, nobody is: a wrong guess would colour the wrong person."""
    assert read(text).references() == [], why


def test_one_article_says_nothing_about_the_next() -> None:
    """A "he" or "the despot" at the start of an article is nobody of the article before."""
    assert read("Despot Viktor Orlan spoke.", "The despot left. He slept.").references() == []


def test_a_label_names_another_from_where_it_stands_beside_another() -> None:
    """Once "despot" has stood beside two names, the label alone no longer tells who is meant."""
    text = "Despot Viktor Orlan left. Despot Pavel Dovan left. Orlan met Dovan. The despot slept."
    assert read(text).references() == []


def test_the_form_says_what_was_resolved() -> None:
    """Labels are epithets, titles are offices, "he" is a pronoun: a reader can leave any of them out."""
    text = "President Viktor Orlan spoke. The tyrant slept. He woke. The president left."
    assert read(text).evidence.mentions["form"].to_list() == ["name", "epithet", "pronoun", "office"]
