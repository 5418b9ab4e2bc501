"""Word forms that plain reporting avoids, and those it lives on: rules of the language, nothing learnt from data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class FormRule:
    """
    A rule on the form of a word, by editorial judgement.

    Attributes:
        name: what tables call it.
        pattern: what the word looks like, from its first letter to its last, in small letters.
        weight: points it adds, on the scale of intensity less 0.5; from 1 the word is marked. Below 0: plain reporting.
        why: what the form does to a sentence.
        hit, miss: words that it takes and leaves.
        plain: words of that form that are plain.
        names: whether it also takes words that a capital letter inside a sentence shows to be names.
    """

    name: str
    pattern: str
    weight: float
    why: str
    hit: str
    miss: str
    plain: frozenset[str] = frozenset()
    names: bool = False


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words in -ly that tell when, how often, how much, how likely, in what respect or by which procedure; and no adverbs.
PLAIN_LY = _words("""
    actively actually additionally allegedly annually anomaly apply approximately assembly assuredly
    automatically barely belly bodily briefly broadly bully butterfly centrally chemically chiefly clinically
    closely collectively commonly comparatively comply consequently constantly constitutionally continually
    continuously correctly criminally culturally currently daily deadly digitally directly domestically doubly
    early earthly easterly economically elderly electronically entirely environmentally equally especially
    ethnically evenly eventually exactly exclusively explicitly extensively externally family federally finally
    financially firstly formally formerly fortnightly frequently friendly fully generally geographically
    globally gradually hardly heavily highly historically hourly illegally immediately imply independently
    indirectly individually informally initially instantly internally internationally italy jelly jointly
    largely lastly lately latterly lawfully legally likely literally locally logically mainly manually
    marginally medically melancholy mentally militarily monopoly monthly mostly multiply mutually namely
    nationally nearly necessarily newly nightly nominally normally northerly notably numerically occasionally
    officially openly orally orderly ordinarily originally partially particularly partly permanently personally
    physically politically possibly potentially presently presumably previously primarily privately probably
    procedurally promptly properly proportionally publicly quarterly quickly quietly racially rally randomly
    rapidly rarely readily recently regionally regularly relatively remotely repeatedly reply reportedly
    respectively retroactively roughly routinely safely scientifically secondly separately sequentially sexually
    shortly significantly similarly simultaneously slightly slowly socially solely specifically statistically
    steadily subsequently substantially successfully suddenly supply supposedly systematically tally technically
    temporarily tentatively thirdly thoroughly timely traditionally typically ultimately unanimously
    unilaterally universally unlikely unofficially usually verbally virtually visibly visually voluntarily
    weekly westerly wholly widely yearly
""")
_PLAIN_LESS = _words("""
    ageless boundless cashless childless contactless cordless countless doubtless driverless endless fearless
    flawless homeless jobless nevertheless nonetheless painless paperless regardless seamless stainless
    stateless tireless useless wireless
""")
_PLAIN_ABLE = _words("""
    immeasurable immovable impossible impossibly improbable inadmissible incapable incompatible incurable
    indivisible ineligible inevitable inevitably inflammable inoperable intangible invaluable invariable
    invariably invisible irreversible unavailable unavoidable uncountable undetectable unemployable
    uninhabitable uninsurable unobtainable unplayable unpredictable unreadable unsuitable unworkable
""")
# Parts of compounds that are terms of law, sport, trade and statistics, and first parts that only place or count.
_PLAIN_FIRST = (
    r"pre|re|co|non|de|un|out|on|off|over|under|inter|cross|counter|mid|semi|self|well|best|north|south|east|west|"
    r"high|low|long|short|far|wide|fast|slow|first|second|third|top|two|three|four|five|six|english|french|spanish"
)
_PLAIN_SECOND = (
    r"making|winning|keeping|building|sharing|saving|raising|running|seeking|earning|paying|owning|holding|bearing|"
    r"producing|exporting|importing|using|speaking|standing|lasting|ranking|growing|selling|taking|being|setting|"
    r"trading|training|testing|tracking|finding|fighting|wearing|carrying|lending|borrowing|planning|teaching|"
    r"learning|writing|reading|cutting|funding|gathering|monitoring|processing|reporting|serving|solving|spending|"
    r"threatening|changing|working|mining|farming|fishing|shooting|hunting|riding|driving|sitting|feeding|breaking"
)

RULES = (
    FormRule(
        "striking compound", rf"(?!(?:{_PLAIN_FIRST})-)[a-z]+(?:-[a-z]+)*-(?!(?:{_PLAIN_SECOND})$)[a-z]{{2,}}ing",
        1.0, "Packs a scene or a verdict into one word, which nobody asserts and so nobody need defend.",
        "pitchfork-waving", "prize-winning", names=True,
    ),
    FormRule(
        "branding compound", r"[a-z]+(?:-[a-z]+)*-(?:obsessed|crazed|addled|soaked|drenched|infested|ridden|laden|"
        r"riddled|plagued|stained|starved|fuel+ed|happy|hungry|brained|mouthed|fisted|hearted|headed|handed|minded|"
        r"faced|eyed|blooded|tongued|bellied|lipped|livered|necked)",
        1.0, "Says of somebody's head, heart or craving what is meant of the whole person.",
        "scandal-ridden", "left-handed",
        _words("left-handed right-handed single-handed short-handed two-handed one-handed red-headed bare-headed "
               "blue-eyed brown-eyed green-eyed one-eyed two-headed double-headed warm-blooded like-minded"),
    ),
    FormRule(
        "contemptuous ending", r"\w+(?:-?mongers?|-?mongering|maniacs?|oholics?|aholics?|zillas?|tards?|-?ocalypse|"
        r"-?mageddon|istas?|splain(?:s|ed|ing)?|porn|fests?|-speak|-?esque|-lite|phob(?:e|es|ic)|-bashing|-bashers?)",
        1.5, "An ending that mocks or scolds whatever it is put on.",
        "fearmongering", "barista",
        _words("barista baristas picturesque arabesque burlesque alcoholic alcoholics infest manifest manifests "
               "mustard custard leotard bastards bastard retard retards fishmonger fishmongers ironmonger ironmongers "
               "claustrophobic claustrophobe agoraphobic arachnophobe arachnophobic hydrophobic"),
    ),
    FormRule(
        "mock title", r"(?:pseudo|faux|quasi|uber|über|arch|wannabe|would-be|so-called|self-(?:styled|proclaimed|"
        r"appointed|anointed|declared|righteous|serving|important|congratulat\w+|aggrandi[sz]\w+|flatter\w+|pity\w*|"
        r"obsess\w+|defeating|satisfied|regard\w*|dealing|absorbed|loathing|destruct\w+))(?:-\w+)*",
        1.0, "Grants a name and takes it back in the same breath.",
        "self-styled", "self-employed", _words("arch"),
    ),
    FormRule(
        "beyond bounds", r"(?:un|in|im|ir)\w{3,}[ai]bl[ey]|in\w{2,}scribable|(?:un|in)\w{3,}ionable",
        0.5, "Says that something goes beyond what can be borne, thought or told: a judgement in the shape of a fact.",
        "unbearable", "unavailable", _PLAIN_ABLE,
    ),
    FormRule(
        "lack as a verdict", r"\w{3,}less(?:ly|ness)?", 0.5,
        "Says what somebody lacks and means what somebody is.", "shameless", "homeless", _PLAIN_LESS,
    ),
    FormRule(
        "any compound", r"[a-z]+-[a-z]+(?:-[a-z]+)*", 0.3,
        "A word made for the occasion; plain reporting mostly gets along with words that are there.",
        "ever-ready", "president-elect",
        _words("president-elect vice-president e-mail co-author co-founder re-election"),
    ),
    FormRule(
        "adverb of judgement", r"\w{3,}ly", 0.3,
        "Most adverbs that tell neither when nor how much tell what to think of what was done.",
        "pompously", "recently", PLAIN_LY,
    ),
    FormRule(
        "word of degree", r"very|really|quite|rather|so|too|such|even|just|simply|merely|sheer|downright|outright|mere",
        0.3, "Turns a statement up or down without adding a fact.", "downright", "more",
    ),
    FormRule(
        "figure", r"\d[\d.,:/]*(?:st|nd|rd|th|s|m|bn|k|pm|am)?", -0.3,
        "A number can be checked: sentences that count and date are plain more often than not.", "1,200", "eleven",
    ),
)  # fmt: skip


@cache
def judge(word: str, named: bool = False) -> FormRule | None:
    """
    The first rule that takes a word; None if its form says nothing.

    Args:
        word: as it stands; capitals don't matter.
        named: whether it looks like a name, which most rules leave alone.
    """
    small = word.casefold().replace("’", "'")
    for rule, pattern in _compiled():
        if pattern.fullmatch(small) and small not in rule.plain and (rule.names or not named):
            return rule
    return None


@cache
def _compiled() -> tuple[tuple[FormRule, re.Pattern[str]], ...]:
    return tuple((rule, re.compile(rule.pattern)) for rule in RULES)


WORD = re.compile(r"\d[\d.,:/]*\d\w*|\w+(?:['’\-\u2010\u2011]\w+)*")


_BEFORE_OPENING = re.compile(r"""(?:[.!?:]["”’')\]]*\s|\n)[\s"“‘'(\[]*$""")


def cut_words(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """
    Start, end and surface of every word, and whether it looks like a name: a capital letter inside a sentence.

    Letters and digits are a word, with the hyphens and apostrophes between them, and the signs within a figure.
    """
    for match in WORD.finditer(text):
        start, end, word = match.start(), match.end(), match.group()
        opens = not text[:start].strip("\"“‘'([ \n") or _BEFORE_OPENING.search(text, max(0, start - 9), start)
        yield start, end, word, word[0].isupper() and not opens
