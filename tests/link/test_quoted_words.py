"""First way to be wrong: the words of a quotation charged to the outlet."""

from __future__ import annotations

import pytest
from engine_samples import read

# text | the outlet's own loaded words | those of quotations
TEXTS = """
“Orlan is a liar,” Dovan said. | | liar
Dovan said: “Orlan is a liar.” | | liar
Dovan said that Orlan was “a liar and a despot”. | | liar despot
Dovan called Orlan “a liar”. | | liar
Dovan called Orlan 'a paranoid liar'. | | paranoid liar
Dovan branded Orlan a “despot”. | | despot
Dovan called Orlan a liar. | liar |
Dovan described Orlan as “paranoid and reckless”. | | paranoid reckless
Dovan described Orlan as “paranoid” and reckless. | reckless | paranoid
Orlan was branded “a despot” by Dovan. | | despot
Orlan was accused of “lying to the town”. | | lying
Dovan accused Orlan of “shameless lies”. | | lies
Dovan blamed Orlan for an “embarrassment”. | | embarrassment
“Orlan lied,” Dovan said, raging at the vote. | raging | lied
Raging at the vote, Dovan said: “Orlan lied.” | Raging | lied
“Orlan lied and Reis gloated,” Dovan said. | | lied gloated
“Orlan and Reis lied,” said Mr. Dovan. | | lied
“Reis’ lies hurt us,” Dovan said. | | lies
‘Reis’ lies hurt us,’ Dovan said. | | lies
“He failed to humiliate us,” the reckless Dovan said. | reckless | humiliate
“Orlan-backed rebels lied to us,” Dovan said. | | lied
The brave Reis said: “The lies from Orlan hurt us all.” | brave | lies
“We know him.\\n\\n“Orlan is a tyrant,” Dovan said. | | tyrant
“Orlan is a tyrant,” Dovan said. “He lied to us,” he added. | | tyrant lied
“Orlan,” said Dovan, “is a tyrant and a liar.” | | tyrant liar
According to Dovan, “Orlan is a reckless man and lied to us”. | | reckless lied
Orlan, “a tyrant” to Dovan, lashed out. | lashed out | tyrant
“Critics call me a liar,” Orlan said. The tyrant left. | tyrant | liar
""".strip().splitlines()


def cells(line: str) -> tuple[str, str, str]:
    text, own, quoted = line.replace("\\n", "\n").split("|")
    return text.strip(), own.strip(), quoted.strip()


@pytest.mark.parametrize("line", TEXTS)
def test_quoted_words_are_never_the_outlets(line: str) -> None:
    """Every loaded word between quotation marks is somebody else's, every other one the outlet's own."""
    text, own, quoted = cells(line)
    loaded = [(text, voice) for text, voice, _ in read(text).voices() if text not in ("said", "According to")]
    assert " ".join(word for word, voice in loaded if voice == "own") == own
    assert " ".join(word for word, voice in loaded if voice != "own") == quoted


@pytest.mark.parametrize("line", TEXTS)
def test_links_keep_the_voice_of_their_word(line: str) -> None:
    """A link is the outlet's own only where its word is."""
    text, own, _ = cells(line)
    result = read(text)
    links = result.evidence.links.filter(result.evidence.links["category"] == "test")
    mine = {result.text(row) for row in links.iter_rows(named=True) if row["voice"] == "own" and row["valence"]}
    assert {word for word in mine if not own.count(word)} == set()


def test_there_are_enough_texts() -> None:
    """At least twenty-five texts, each once."""
    assert len({cells(line)[0] for line in TEXTS}) == len(TEXTS) >= 25
