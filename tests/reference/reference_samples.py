# ruff: noqa: E501 - texts stand on one line each
"""Awkward texts and the actors to look for in them, for comparing the engine with the reference."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from framing.actors.cast import Cast, compile_cast
from framing.actors.files import Actor, load_world
from framing.engine import Equipment, equip
from framing.lexicon import load_lexicons
from framing.lexicon.model import Entry
from framing.pipeline import _titles
from framing.text.buffer import Piece

ACTORS = (
    Actor("putin", "Vladimir Putin", ("Putin", "Vlad"), country="Russia", gender="he"),
    Actor("zelensky", "Volodymyr Zelensky", ("Zelensky",), country="Ukraine", gender="he"),
    Actor("medvedev", "Dmitry Medvedev", ("Medvedev",), country="Russia"),
    Actor("john-reed", "John Reed", country="United States", gender="he"),
    Actor("anna-reed", "Anna Reed", country="United States", gender="she"),
    Actor("maron", "Ilse Maron", ("Maron",), gender="she"),
    Actor("st-gellen", "St Gellen", ("Gellen",), kind="organisation"),
    Actor("halden", "Halden Corp", ("Halden",), kind="organisation", metonyms=("Halden House",)),
)
SHARED = {"Reed": ("john-reed", "anna-reed")}
OURS = (
    Entry("Judas", "labels", match="cased", pos="noun", valence=-2.0, place="ours/labels.csv:1"),
    Entry("quisl*", "labels", match="prefix", pos="noun", valence=-3.0, place="ours/labels.csv:2"),
    Entry(
        "iron fist", "labels", pos="noun", forms=("iron fists",), valence=-1.0, owner=-1.0, place="ours/labels.csv:3"
    ),
    Entry("naïve", "labels", pos="adj", valence=-1.0, place="ours/labels.csv:5"),
    Entry("cliché-ridden", "labels", pos="adj", valence=-1.0, place="ours/labels.csv:6"),
    Entry("two-faced", "labels", match="exact", pos="adj", valence=-2.0, place="ours/labels.csv:4"),
)


def cast() -> Cast:
    """A few persons and bodies, two of whom share a surname, and the bundled countries."""
    return compile_cast([*ACTORS, *load_world()], SHARED)


def equipment() -> Equipment:
    """The bundled lexicons with a few entries of a rarer make, and that cast."""
    return equip([*load_lexicons().in_force(), *OURS], cast(), _titles())


TITLES = (
    "Critics slam despot Putin", "Putin's Lies Humiliate Brave Zelensky In Kyiv", "FURY AS TYRANT PUTIN FLEES", "he lied",
    "“Coward” Putin, Says Reed", "?!", "Kremlin: 'We won'",
)  # fmt: skip
TEXTS = (
    "", "x", "Putin", ".", "?!… —", " \t\r\n\v\f", "\u00a0", "\n\n\n", "'", '"', "“”", "''''\"\"\"\"", "«»‚‘’‛„‟",
    "Putin lied.\r\nHe fled.\r\n\r\nZelensky, a brave man, said: \"We won.\"\r\n\r\n\"They lost it all.",
    "The dictator was\nhumiliated, a\r\nsnarling\rPutin said\nThe end",
    "PUTIN CROWED. THE TYRANT'S ARMY FLED FROM KURSK, HE SAID. UKRAINE'S BRAVE TROOPS STORMED IT.",
    "Mr. Putin met Gen. Reed at 5 p.m. in the U.S. The despot lied. He was born in St. Gellen, No. 4 Inc. Then J. Reed left.",
    "Dr. Anna Reed said so. Reed, a crony of Putin's, was furious. John Reed wasn't. Later Reed hit out at Maron.",
    "Reed raged first. John Reed came later. New Putin, Putin Avenue, Melania Putin; Putin. Zelensky lied",
    "“We will never give in,” said Zelensky. “Never.” He “lashed out” at the “so-called” tyrant, as a “thug” might.",
    "He said: ‘We won’t give in to the soldiers’ whims,’ and left the ’90s behind. ‘Coward’, they shouted at Putin.",
    "\"The 'brutal tyrant' fled,\" Medvedev raged. 'The \"coward\" lied to us all,' Maron said. rock 'n' roll",
    "“We fought.\n\n“We bled and we won.\n\n“We go on,” Putin boasted.\n\n“They lied to us all.”\n\nZelensky was ashen-faced.",
    "“We won it all.\nNobody closes this. Zelensky said, “they fled at night and lied.\nHe said \"it is over",
    "“We won,” Putin said.\n\n“You all know it.”\n\n“And so do I.”\n\nHe lied.\n\n“It is over now.”",
    "“\n\n“Putin lied to us all.” said Maron. \"\n\n\"Foo bar baz qux quux",
    "He called it a \"victory\". It was a \"victory\". Hailed as the \"finest hour of a brave and daring people\".",
    "According to Putin, “they” lied. “They lied,” according to Maron. In the words of Reed: “coward”.",
    "Putin and Zelensky lied. Putin, who lied, fled. Putin, he said, lied. The despot, a crony of Halden, attacked Putin.",
    "Putin was not brave. Putin never lied. He is hardly a hero, no coward. Without a brave Putin, nobody lied.",
    "A longtime Putin crony, Medvedev, lashed out at Ukraine. Putin's brutal enforcer, General Reed, snarled at Kyiv.",
    "Putin was humiliated by Zelensky's troops and by Reed. Slammed as a coward by Maron, he looked furious.",
    "Putin was humiliated by Zelensky. Maron was slammed by Putin (\"a brutal despot\", she said). They slammed Putin.",
    "The lies of Putin, an embarrassment for Medvedev, a masterstroke by Zelensky. The Putin regime's lies. A Putin stooge.",
    "The tyrant told the Ukrainian leader that he lied. The Russian president raged. This despot fled. The thug Putin lied.",
    "Tyrant Putin fled. The tyrant lied. Tyrant Medvedev too. The tyrant lied. The Kremlin despot raged at the mob.",
    "Putin spoke. Putin spoke. Putin spoke. Maron spoke. The brutal dictator fled. Anna Reed smiled. She lied. He lied.",
    "Putin refused to gloat and lashed out. Putin, 71, has a plan, has lied, will lie, won't lie, he's lied, they've lied.",
    "Putin's army -- humiliated, beaten -- fled. The war—a humiliating, shameful, brutal war—was lost; Putin lied (he raged).",
    "Judas fled. The judas fled. A quisling, quislings and the Quisler lied. Iron-fists, iron fists; an IRON FIST ruled. Two-faced Putin",
    "He had a heart attack after the attack. Us, US, us. The US and the U.S. attacked; U.S.-led and US's. UK UKs",
    "“Lash\nout” at Putin; lash, out. lash — out. Lash\u00a0out at Putin. lash\tout. lash  out. St. Gellen lied. St.\nGellen.",
    "crushes sulking Putin. Sulking Putin fled. He was humiliated. Left humiliated, Putin sulked. re-elected humiliated-looking Putin",
    "Unfoobared Putin was foobaring wildly and foobarly. The FOOBARED man. Foobaring Maron",
    "Putin 👍🏽 lied. 🇷🇺Putin🇷🇺 lied. Pu\u0301tin lied. Putin\u0301 lied. Kyi\u0308v’s „Held“ »lied« ’twas",
    "中文 Putin 中文。Путин lied. Ελλάδα. naïve café CAFÉ Æther ß ﬁn ﬀ \ufeffPutin \u200bPutin \u2028Putin ½ Putin™ lied©",
    "Putin" + " " * 200 + "lied." + "*" * 64 + "Maron" + "-" * 63 + "raged" + "\n" * 65 + "Putin." + "=" * 130 + "He lied",
    "Putin " + "very " * 40 + "lied. " + "the tyrant " * 30 + "x" * 300 + " " + "Putin " * 30 + "'" * 70 + '"' * 70,
    "Maron called Putin a liar, branded Reed a despot, described Medvedev as a brutal tyrant and left Zelensky humiliated. Putin was "
    "described as brutal. Hailed as a hero, Zelensky fled. Branded a coward, Putin lied. They called Putin's lies brutal. Dubbed a thug.",
    "Maron accused Putin of lying, and of being a tyrant. Putin was accused of lies, convicted of repeatedly lying. Putin, accused of lies, "
    "fled. She blamed Reed for the lies, slammed Putin over his brutal war. Putin is guilty of lies. Accused of lying, Putin fled.",
    "Putin and Zelensky lied. Putin, Zelensky and Medvedev lied. Maron slammed Putin, Zelensky and Medvedev. Aides of Putin and Reed lied. She met Putin and Reed lied. Putin or the "
    "brutal Reed was humiliated. The lies of Putin and Medvedev. Slammed by Putin and Reed's aides. He and Putin lied; his and Putin's lies.",
    "Putin-backed tyrants lied. Pro-Putin thugs, anti-Kremlin lies, al-Putin lied, the Putin-Reed brutal war, Ocasio-Putin lied, D-Putin.",
    "Raging against Kyiv, Putin fled. Lying to the men, Putin fled. Putin spoke for an hour, lying to all. Putin, lying, fled. “Raging, Putin lied.",
    "Mr. Putin's lies. Aides to Mr. Putin lied. A brutal Gen. Reed lied. The lies from Mr. Putin. Lies from the brutal Putin. Reed lied to Putin.",
    "Reed refused to lie, failed to be humiliated, denied lying, denied, lying. Neither Putin nor Reed lied. Nor Putin, lied. He lashed out up at Putin.",
    "The Halden' lies. The rebels' lies. The Reeds' lies, 'the Reeds' lies. Putins' brutal lies. Corps' lies. Halden Corps' brutal lies.",
    "\"" + "Putin lied. " * 20 + "\" \"" + "he lied " * 12 + "said Maron \"Yes\" \"No\" 'Putin 'lied' to 'us' all'",
    # who says it
    "Gov. Ada Quill spoke. “We go on,” the governor said. “We do,” she added. “No,” said Mr. Brand. “Yes!” he wrote. “Not so,” he said.",
    "“We all go home now,” said Tove Brand, a baker. Brand, the chairman, of Ulm, said: “It rains.” Brand, who spoke, said, “It pours.”",
    "“It is over now,” a spokesman for Ms. Quill said. “It is over,” said the spokesman, Lars Quill. “Over,” the statement said, “and out.”",
    "Calling Putin a “coward,” Mr. Reed left. Reed left Ulm, saying “we go”. The governor left, saying: “I go.” After Putin left he said “no”.",
    "Brand wrote in a tweet.\n\n“We go home now.”\n\nHe added:\n\n“We do not go home.” Quill left. “We all go now.”\n\n“And so it goes.”",
    "Brand did not say it was “over”. According to the Ulm Party, “it rains”. T. J. Brand-Quill said it “pours”. Brand (D-Ulm) said “no”.",
    "\"The rain was long.\n\nIt fell on the town hall. We had no roof. Then it was over for the two of us.\" Brand said. 'No.\n\nYes.' \"We go",
    "Mrs. Brand and Mr. Brand met. “We go,” she said. “Stay,” he said. “King,” the former president said; “we go on and on,” Rep. Quill said.",
    "“We go,” they said. “They go,” said Brand yesterday. “Go home now,” Putin aide Tove Brand said. “Go,” tells Maron Reed. “Stop!” Maron raged.",
)  # fmt: skip
FURNITURE = "ARTICLE AD BOX the tyrant Putin lied "


PROMINENT = "President Putin spoke. Putin spoke. Putin spoke. He told the president the tyrant lied."
# One point each, in as few words as will do.
ARTICLES_OF_ONE_POINT = {
    "a title without a stop": [Piece(0, True, "Critics slam despot Putin"), Piece(0, False, "Nobody lied.")],
    "a text without a stop": [Piece(0, False, "They slam despot Putin"), Piece(1, False, "Nobody lied.")],
    "a text that begins in small letters": [Piece(0, False, "putin, the tyrant, lied.")],
    "a title and a text that begins in small letters": [Piece(0, True, "Putin lied"), Piece(0, False, "he fled.")],
    "a hyphen of its own character": [Piece(0, False, "A two\u2011faced Putin lied. The well\u2010armed tyrant.")],
    "two hyphens for a dash": [Piece(0, False, "The war--losing it all. He fled--calling it a \"farce\".")],
    "angle quotation marks": [Piece(0, False, "«and we will win it.» He «We will win it all again» lied.")],
    "a quotation that nothing closes": [Piece(0, False, 'He said, "and we will win it.\nPutin lied.')],
    "a quotation that nothing closes, line ends of two characters": [
        Piece(0, False, 'He said, "and we will win it.\r\nPutin lied.')
    ],
    "a space of its own character before a quotation": [
        Piece(0, False, 'He said:\u00a0"we won.\nHe said,\u2009"we won.')
    ],
    "an opening mark between spaces": [Piece(0, False, "He 'foo bar ‘ baz.")],
    "an abbreviation and a comma": [Piece(0, False, "He met St., Gellen lied.")],
    "a quotation without words that runs on": [
        Piece(0, False, "Putin said: “We won it all.”"), Piece(1, False, "“\n\n“They lied to us all.”"),
    ],
    "two phrases that share words": [Piece(0, False, PROMINENT)],
    "two walls for each word": [Piece(0, False, "Maron, Putin " + "- that " * 16 + "lied.")],
    "an entry with an accent": [Piece(0, False, "The naïve Putin lied. Cliché-ridden Putin.")],
}  # fmt: skip


def awkward_pieces() -> list[Piece]:
    """Every text with a title, with furniture in its middle and with a headline in place of the title."""
    pieces: list[Piece] = []
    for number, text in enumerate(TEXTS):
        if number % 3 < 2:
            pieces.append(Piece(number, True, TITLES[number % len(TITLES)]))
        middle = len(text) // 2
        if number % 2:
            text = text[:middle] + FURNITURE + text[middle:]
            pieces.append(Piece(number, False, text, ((middle, middle + len(FURNITURE)),)))
        else:
            pieces.append(Piece(number, False, text, (), middle if number % 3 == 2 else 0))
    return pieces


WORDS = """Putin Vladimir Zelensky Reed John Anna Maron Medvedev Gellen St Halden House Kremlin Kyiv Russia Russian Ukrainian
 Ukraine US U S Melania New tyrant despot dictator crony stooge brave furious humiliated humiliating snarling lies lied
 lash lashed out at slam slams slammed crush said says told raged insisted according to iron fist Judas quisling heroic
 masterstroke regime coward was is been looked seems has had have not never no without hardly he she him his her it they who
 which that but and or the a an this of for by from on against as with in president General Mr Dr former leader man
 official boss today spokesman governor Gov Mrs Ms chairman former statement saying wrote added Tove Brand Quill Party boldly ageing brutal foobaring foobared 5 71 a's s t re ve ll d x I J attack heart TYRANT PUTIN SAID
 official boss today boldly ageing brutal foobaring foobared 5 71 a's s t re ve ll d x I J attack heart TYRANT PUTIN SAID called branded described accused
 charged guilty raging lying lied lie refused failed denied nor neither being made left over backed""".split()
PHRASES = """the tyrant|The tyrant|the despot|this brutal dictator|the Russian president|the Ukrainian leader|The American stooge|
President Putin|tyrant Putin|despot Reed|Anna Reed|John Reed|Reed|a crony of|the lies of Putin|a masterstroke by Zelensky|
an embarrassment for Maron|was humiliated by|were slammed by Putin|lashed out at Putin|refused to gloat|Putin's lies|
Zelensky's brave|, who lied,|, a coward,|A crony, Putin|was not brave|looked furious|said Putin|Putin said|He said that she|
according to Maron|Putin, 71, lied|the president the tyrant|as a coward|hailed as the|heart attack|critics slammed Putin|
Putin told the|The president told him|the former leader yesterday|Putin and|he|she|his lies|her army|Kremlin despot|a spokesman for Brand|the governor said|Gov. Tove Brand|Mr. Brand|Mrs. Quill said|said Tove Brand|
he added|she said|they said|, the chairman, said|who said|, saying|Calling|did not say|the statement said|said the spokesman, |
he wrote|the former governor|
Maron called Putin a|was described as a|accused Putin of|was accused of being a|left Reed|, lying to|Raging at|Putin and Reed|Putin, Reed and|Mr. Putin|
Putin-backed|anti-Putin|failed to be|Reeds' lies|Hailed as a|Putin told the|The president told him|the former leader yesterday|Putin and|he|she|his lies|her army|Kremlin despot""".replace(
    "\n", ""
).split("|")
JOINTS = [
    *[" "] * 24, "  ", ", ", ", ", ". ", ". ", "! ", "? ", "; ", ": ", " - ", "-", "--", " — ", "—", "’", "’", "'", "'s ", "’s ",
    "n't ", "\n", "\n\n", "\r\n", "\r\n\r\n", " \n", ",\n", "… ", " (", ") ", "/", "\u00a0", ".", "*", " & ", "‑", "\u2009", "\t",
    " “", "” ", ",” ", ".” ", " \"", "\" ", ",\" ", ".\" ", ": “", ", “", " ‘", "’ ", ",’ ", ".’ ", " '", "' ", ",' ", "\n\n“",
    "\n\n\"", "\n“", "\n‘", "“", "\"", "«", "»", " «", "» ", "„", "‚", "`", "“‘", "’”", "? ", "[", "] ", "™", "²",
]  # fmt: skip
# Readers refuse NUL, and tables hold no halves of surrogate pairs.
ANY_CHARACTER = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
PART = st.one_of(*[st.sampled_from(WORDS)] * 6, *[st.sampled_from(JOINTS)] * 6, st.text(ANY_CHARACTER, max_size=3))


def texts(size: int = 60) -> st.SearchStrategy[str]:
    """Texts of words the lexicons know, names, quotation marks, every kind of gap, and whatever else there is."""
    spaced = st.lists(st.tuples(st.sampled_from([*WORDS, *PHRASES * 4]), st.sampled_from(JOINTS)), max_size=size)
    return st.one_of(
        *[spaced.map(lambda pairs: "".join(word + gap for word, gap in pairs))] * 2,
        st.lists(PART, max_size=size).map("".join),
    )


@st.composite
def articles(draw: st.DrawFn, most: int = 4) -> list[Piece]:
    """A few articles: with and without titles, headlines and furniture."""
    pieces: list[Piece] = []
    for number in range(draw(st.integers(1, most))):
        text = draw(texts())
        if draw(st.booleans()):
            pieces.append(Piece(number, True, draw(texts(10))))
        pieces.append(Piece(number, False, text, *draw(st.one_of(st.just(((), 0)), furniture(text)))))
    return pieces


@st.composite
def furniture(draw: st.DrawFn, text: str) -> tuple[tuple[tuple[int, int], ...], int]:
    """Spans of two characters and more, in order and apart, and the end of a headline."""
    edges = (
        draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=4, unique=True).map(sorted))
        if len(text) > 4
        else []
    )
    spans = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False) if b - a > 1]
    return tuple(spans), draw(st.integers(0, len(text)))


def as_articles(texts: Sequence[str]) -> list[Piece]:
    """Texts without titles as articles."""
    return [Piece(number, False, text) for number, text in enumerate(texts)]
