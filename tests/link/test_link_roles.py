"""Who is coloured by a word: sentences for every role, and sentences that only look like them."""

from __future__ import annotations

import pytest
from engine_samples import read

from framing.link.roles import CONFIDENCE, Role

# role, then: sentence | word | actor
TIED = """
label | Despot Viktor Orlan rode home. The ageing despot slept. | despot | orlan
label | Orlan spoke on Monday. The reckless tyrant left early. | reckless | orlan
label | Orlan spoke on Monday. The brave Norlandic leader left early. | brave | orlan
epithet | Despot Viktor Orlan spoke. | Despot | orlan
epithet | A snarling Orlan spoke. | snarling | orlan
epithet | The reckless President Orlan spoke. | reckless | orlan
epithet | Orlan crony Pavel Dovan left. | crony | dovan
epithet | Reporters met a brave, tired Reis in the town. | brave | reis
epithet | An ashen-faced Dovan left. | ashen-faced | dovan
apposition | Orlan, a tyrant, spoke. | tyrant | orlan
apposition | They met Dovan, a crony of old. | crony | dovan
apposition | A longtime crony, Dovan, spoke. | crony | dovan
apposition | The tyrant, Orlan, spoke. | tyrant | orlan
complement | Orlan was ashen-faced. | ashen-faced | orlan
complement | Orlan looked reckless to many. | reckless | orlan
complement | Orlan is still a tyrant. | tyrant | orlan
complement | Dovan, who was brave, left. | brave | dovan
complement | Dovan, 61, was brave. | brave | dovan
subject | Orlan slammed the plan. | slammed | orlan
subject | Orlan lashed out. | lashed out | orlan
subject | Orlan spoke first and lashed out. | lashed out | orlan
subject | Orlan, who slammed the plan, left. | slammed | orlan
subject | “It is over,” said Orlan. | said | orlan
subject | On Monday, in the old town, Orlan slammed the plan. | slammed | orlan
subject_to | Orlan refused to gloat. | gloat | orlan
subject_to | Dovan vowed to humiliate the mayor. | humiliate | dovan
passive | Orlan was humiliated. | humiliated | orlan
passive | Orlan has been slammed by the press. | slammed | orlan
passive | Dovan, who was humiliated in May, left. | humiliated | dovan
object | Critics slammed Orlan. | slammed | orlan
object | The rebels hope to humiliate Viktor Orlan. | humiliate | orlan
object | Dovan humiliated Orlan. | humiliated | orlan
agent | The plan was slammed by Dovan. | slammed | dovan
agent | The mayor was humiliated in public by Orlan. | humiliated | orlan
verb_at | Critics lashed out at Orlan. | lashed out | orlan
verb_at | The mayor lashed out against Dovan in May. | lashed out | dovan
possessed | Orlan's lies hurt. | lies | orlan
possessed | Orlan’s shameless lies hurt. | lies | orlan
possessed | Dovan spoke. His masterstroke failed. | masterstroke | dovan
head | The Norland regime fell. | regime | norland
head | The Grey Palace regime fell. | regime | norland
noun_by | It was a masterstroke by Dovan. | masterstroke | dovan
noun_by | A masterstroke by brave Dovan won the day. | masterstroke | dovan
noun_of | The lies of Orlan hurt. | lies | orlan
noun_of | The regime of Viktor Orlan fell. | regime | orlan
noun_for | It was an embarrassment for Orlan. | embarrassment | orlan
noun_for | The vote is a huge embarrassment for Pavel Dovan. | embarrassment | dovan
"""

# the role it might be mistaken for | sentence | word | actor whom it does not colour
NOT_TIED = """
label | Orlan met Dovan on Monday. The despot left early. | despot | orlan
label | Orlan met Dovan on Monday. The despot left early. | despot | dovan
label | Orlan spoke. A despot left early. | despot | orlan
epithet | The brazen, reckless raid Orlan planned failed. | reckless | orlan
epithet | Orlan crony Pavel Dovan left. | crony | orlan
epithet | The tyrant left and Orlan spoke. | tyrant | orlan
epithet | A reckless Orlan aide left. | reckless | orlan
epithet | The tyrant’s enemy Orlan spoke. | tyrant | orlan
apposition | Days after the hero died, Orlan spoke. | hero | orlan
apposition | Orlan met a tyrant, and Dovan spoke. | tyrant | dovan
apposition | A longtime Orlan crony, Dovan, spoke. | crony | orlan
complement | Orlan said that the plan was reckless. | reckless | orlan
complement | The aide of Orlan was brave. | brave | orlan
complement | Orlan was in a brave town. | brave | orlan
complement | Orlan and the vote that was reckless made news. | reckless | orlan
complement | Dovan knew it was reckless. | reckless | dovan
subject | The aide of Orlan lashed out. | lashed out | orlan
subject | Orlan’s aide lashed out. | lashed out | orlan
subject | Orlan left after critics lashed out. | lashed out | orlan
subject | An Orlan aide gloated. | gloated | orlan
subject | Orlan left. Critics gloated. | gloated | orlan
subject | Orlan said that critics gloated. | gloated | orlan
subject_to | Orlan asked the mayor’s aide, who refused to gloat. | gloat | orlan
subject_to | Orlan’s aide refused to gloat. | gloat | orlan
passive | The aide of Orlan was humiliated. | humiliated | orlan
passive | Orlan saw that the town was humiliated. | humiliated | orlan
object | Critics slammed the plan of Orlan. | slammed | orlan
object | Critics slammed Orlan’s plan. | slammed | orlan
object | Critics slammed an Orlan aide. | slammed | orlan
object | Critics gloated. Orlan left. | gloated | orlan
agent | The plan was slammed in a town by the sea that Orlan left. | slammed | orlan
agent | The plan was slammed by Orlan’s aide. | slammed | orlan
verb_at | Critics lashed out at Orlan’s plan. | lashed out | orlan
verb_at | Critics lashed out at an Orlan aide. | lashed out | orlan
possessed | Orlan's aide told lies. | lies | orlan
possessed | Orlan's visit was a masterstroke. | masterstroke | orlan
head | An Orlan stooge spoke. | stooge | orlan
head | Norland met the brave mayor. | brave | norland
noun_by | It was a masterstroke by the sea, and Orlan left. | masterstroke | orlan
noun_by | It was a masterstroke by Orlan’s aide. | masterstroke | orlan
noun_of | The lies of Orlan’s aide hurt. | lies | orlan
noun_of | Tired of lies, Orlan left. | lies | orlan
noun_for | It was an embarrassment for Orlan’s aide. | embarrassment | orlan
noun_for | It was an embarrassment for the town, Orlan said. | embarrassment | orlan
"""


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("role", "text", "word", "actor"), rows(TIED))
def test_the_word_colours_the_actor_by_its_role(role: str, text: str, word: str, actor: str) -> None:
    """The word is said of this actor, and the link names the tie by which it is."""
    assert (word, actor, role) in read(text).links()


@pytest.mark.parametrize(("role", "text", "word", "actor"), rows(NOT_TIED))
def test_the_word_does_not_colour_the_actor(role: str, text: str, word: str, actor: str) -> None:
    """The word stands near this actor and looks like such a tie, but it is said of somebody or something else."""
    result = read(text)
    assert word in [surface for surface, _ in result.hits()]
    assert not [link for link in result.links() if link[:2] == (word, actor)]


def test_every_role_has_its_sentences() -> None:
    """No role goes without two sentences that have it and two that only seem to; each has a confidence."""
    for role in Role:
        if role:
            name = role.name.lower()
            assert sum(row[0] == name for row in rows(TIED)) >= 2, name
            assert sum(row[0] == name for row in rows(NOT_TIED)) >= 2, name
            assert 0 < CONFIDENCE[role] <= 1


def test_a_word_far_away_is_nobodys() -> None:
    """A word over thirty words from the actor, or in another sentence, is a hit of the article and colours nobody."""
    far = "Orlan spoke of the " + "very " * 40 + "reckless plan."
    assert [link for link in read(far).links() if link[0] == "reckless"] == []
    assert read("Orlan spoke. It was reckless.").links() == set()
    assert read("Orlan spoke. It was reckless.").hits() == [("reckless", "reckless")]
