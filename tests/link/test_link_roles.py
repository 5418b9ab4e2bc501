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
subject_to | Orlan began to gloat. | gloat | orlan
subject_to | Dovan vowed to humiliate the mayor. | humiliate | dovan
passive | Orlan was humiliated. | humiliated | orlan
passive | Orlan has been slammed by the press. | slammed | orlan
passive | Dovan, who was humiliated in May, left. | humiliated | dovan
object | Critics slammed Orlan. | slammed | orlan
object | The rebels hope to humiliate Viktor Orlan. | humiliate | orlan
object | Dovan humiliated Orlan. | humiliated | orlan
agent | The plan was slammed by Dovan. | slammed | dovan
subject | Orlan and Dovan lied. | lied | orlan
subject | Orlan, Reis and Dovan lied. | lied | orlan
subject | “It is over,” said Mr. Orlan. | said | orlan
passive | Orlan and Dovan were humiliated. | humiliated | orlan
complement | Orlan and Dovan were reckless. | reckless | orlan
object | Critics slammed Orlan and Dovan. | slammed | dovan
object | Critics slammed Orlan, Reis and the mayor. | slammed | orlan
object | Critics slammed Mr. Orlan. | slammed | orlan
agent | The plan was slammed by Reis and Dovan. | slammed | dovan
agent | The mayor was humiliated in public by Orlan. | humiliated | orlan
verb_at | Critics lashed out at Orlan. | lashed out | orlan
verb_at | The mayor lashed out against Dovan in May. | lashed out | dovan
verb_at | The mayor lied to Dovan. | lied | dovan
possessed | Orlan's lies hurt. | lies | orlan
possessed | Orlan’s shameless lies hurt. | lies | orlan
possessed | Reis' lies hurt. | lies | reis
possessed | Reis’ shameless lies hurt. | lies | reis
possessed | Dovan spoke. His masterstroke failed. | masterstroke | dovan
head | The Norland regime fell. | regime | norland
head | The Grey Palace regime fell. | regime | norland
noun_by | It was a masterstroke by Dovan. | masterstroke | dovan
noun_by | A masterstroke by brave Dovan won the day. | masterstroke | dovan
noun_of | The lies of Orlan hurt. | lies | orlan
noun_of | The regime of Viktor Orlan fell. | regime | orlan
noun_for | It was an embarrassment for Orlan. | embarrassment | orlan
noun_for | The vote is a huge embarrassment for Pavel Dovan. | embarrassment | dovan
noun_from | The lies from Orlan hurt. | lies | orlan
noun_from | There were lies from President Orlan in May. | lies | orlan
named | Critics called Orlan a liar. | liar | orlan
named | Critics called Orlan reckless. | reckless | orlan
named | Critics called Orlan's speech reckless. | reckless | orlan
named | Critics branded him and his aide. Orlan spoke. They called him a tyrant. | tyrant | orlan
named | Critics described Orlan as a paranoid despot. | paranoid | orlan
named | The vote left Orlan humiliated. | humiliated | orlan
named | The vote made Orlan reckless. | reckless | orlan
named | Orlan was branded a liar. | liar | orlan
named | Orlan was widely described as paranoid. | paranoid | orlan
named | Orlan, described as a despot, left. | despot | orlan
named | Hailed as a hero, Reis left. | hero | reis
named | Branded a liar, Orlan left. | liar | orlan
participle | Orlan spoke for an hour, raging against the vote. | raging | orlan
participle | Orlan, raging against the vote, left. | raging | orlan
participle | Raging against the vote, Orlan left. | Raging | orlan
participle | Raging against Norland, Orlan left. | Raging | orlan
participle | Orlan was in the town, lashing out at reporters. | lashing out | orlan
charge | Critics accused Orlan of lying. | lying | orlan
charge | Critics accused Orlan of repeatedly lying. | lying | orlan
charge | Critics accused Orlan of lies. | lies | orlan
charge | Critics accused Orlan of being a liar. | liar | orlan
charge | Critics blamed Orlan for the embarrassment. | embarrassment | orlan
charge | The mayor slammed Orlan over the lies. | lies | orlan
charge | Orlan was accused of lies. | lies | orlan
charge | Orlan was convicted of lying. | lying | orlan
charge | Orlan is guilty of lies. | lies | orlan
charge | Orlan, accused of lying, left. | lying | orlan
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
subject_to | Orlan asked the mayor’s aide, who began to gloat. | gloat | orlan
subject_to | Orlan’s aide began to gloat. | gloat | orlan
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
noun_from | The lies from Orlan’s aide hurt. | lies | orlan
noun_from | The lies came from Orlan. | lies | orlan
named | Critics called the aide of Orlan a liar. | liar | orlan
named | Orlan called the mayor a liar. | liar | orlan
named | Critics called Orlan and a tyrant left. | tyrant | orlan
named | The vote made Orlan a reckless offer. | reckless | orlan
named | Critics called Orlan’s reckless aide. | reckless | orlan
named | The aide of Orlan was branded a liar. | liar | orlan
participle | Critics met Orlan, raging against the vote. | raging | orlan
participle | The aide of Orlan spoke, raging against the vote. | raging | orlan
participle | Orlan saw that the mayor left, raging against the vote. | raging | orlan
participle | Raging against the vote, critics met Orlan. | Raging | orlan
charge | Orlan accused critics of lying. | lying | orlan
charge | Critics accused Orlan’s aide of lying. | lying | orlan
charge | Critics accused Orlan in a raging speech. | raging | orlan
charge | The aide of Orlan was accused of lies. | lies | orlan
possessed | Orlan called it 'the town of Reis' lies. | lies | reis
subject | Aides of Orlan and Dovan lied. | lied | orlan
subject | Aides of Orlan and Dovan lied. | lied | dovan
subject | Aides to Mr. Orlan lied. | lied | orlan
subject | Orlan spoke and Dovan lied. | lied | orlan
subject | Orlan-backed rebels lied. | lied | orlan
subject | Anti-Orlan rebels lied. | lied | orlan
subject | Critics met Orlan and Dovan lied. | lied | orlan
object | Critics slammed the mayor and Dovan left. | slammed | dovan
object | Critics slammed Orlan and Dovan left. | slammed | dovan
object | Critics slammed Orlan and Dovan’s plan. | slammed | dovan
apposition | The tyrant lied, Orlan said. | tyrant | orlan
head | An anti-Norland regime fell. | regime | norland
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
