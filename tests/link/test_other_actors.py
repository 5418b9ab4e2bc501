"""Second way to be wrong: one actor's words charged to another who stands nearby."""

from __future__ import annotations

import pytest
from engine_samples import read

# sentence | actor of each loaded word that colours somebody (word: actor, …; "nobody" where none does)
SENTENCES = """
Dovan called Orlan a liar. | liar: orlan
Dovan described Orlan as a paranoid despot. | paranoid: orlan, despot: orlan
Dovan accused Orlan of lying. | lying: orlan
Orlan was accused by Dovan of lying. | nobody
Dovan blamed Orlan for the embarrassment. | embarrassment: orlan
Orlan was branded a liar, Dovan said. | liar: orlan
Dovan met Orlan, lashing out at critics. | nobody
Dovan told Orlan that the mayor was reckless. | nobody
Dovan knew that Orlan had lied. | lied: orlan
Dovan knew Orlan lied. | lied: orlan
Orlan lied and Dovan gloated. | lied: orlan, gloated: dovan
Orlan lied, and Dovan gloated. | lied: orlan, gloated: dovan
Orlan lied; Dovan was brave. | lied: orlan, brave: dovan
Aides of Orlan and Dovan lied. | nobody
Aides to Mr. Orlan lied to Dovan. | lied: dovan
Critics met Orlan and Dovan lied. | lied: dovan
An Orlan crony, Dovan, lied. | crony: dovan, lied: dovan
Orlan crony Pavel Dovan lied. | crony: dovan, lied: dovan
An Orlan-backed Dovan lied. | lied: dovan
Orlan-backed rebels lied to Dovan. | lied: dovan
Anti-Orlan tyrants met a brave Dovan. | brave: dovan
Orlan’s aide lied to Dovan. | lied: dovan
Orlan’s aide called Dovan reckless. | reckless: dovan
Reis’ aide accused Dovan of lies. | lies: dovan
The liar lied, Orlan said. | nobody
The tyrant who humiliated Dovan in May met Reis. | humiliated: dovan
Dovan slammed Orlan over the lies. | slammed: dovan, slammed: orlan, lies: orlan
Raging against Orlan, Dovan left. | Raging: dovan
Raging against Orlan, critics met Dovan. | nobody
Dovan left Orlan humiliated. | humiliated: orlan
Hailed as a hero by Orlan, Reis left. | nobody
Orlan hoped that Reis would lash out at Dovan. | lash out: reis, lash out: dovan
""".strip().splitlines()


@pytest.mark.parametrize("line", SENTENCES)
def test_a_word_colours_only_its_own_actor(line: str) -> None:
    """A loaded word said of one actor colours that one and nobody else in the sentence."""
    text, expected = (part.strip() for part in line.split(" | "))
    wanted = set() if expected == "nobody" else {tuple(pair.split(": ")) for pair in expected.split(", ")}
    assert {(word, actor) for (word, actor), value in read(text).values().items() if value} == wanted


def test_there_are_enough_sentences() -> None:
    """At least twenty-five sentences, each once."""
    assert len({line.split(" | ")[0] for line in SENTENCES}) == len(SENTENCES) >= 25
