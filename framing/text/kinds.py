"""What kinds of words the rules speak of, and the short closed lists that say which word is which."""

from __future__ import annotations

from enum import IntEnum


class Kind(IntEnum):
    """The kind of a word. Those from NOUN_OR_VERB to HAVE and the clitics are settled by their neighbours."""

    OTHER = 0
    NAME = 1
    MENTION = 2
    NUMBER = 3
    DETERMINER = 4
    OWNING = 5
    ADJECTIVE = 6
    ADVERB = 7
    NOUN = 8
    TITLE = 9
    VERB = 10
    REPORT = 11
    PASSIVE = 12
    PAST = 13
    ING = 14
    NOUN_OR_VERB = 15
    S_FORM = 16
    BE = 17
    LINKING = 18
    HAVE = 19
    AUXILIARY = 20
    NEGATION = 21
    OF = 22
    AGAINST = 23
    FOR = 24
    BY = 25
    FROM = 26
    PREPOSITION = 27
    AS = 28
    TO = 29
    AND = 30
    CLAUSE = 31
    WHO = 32
    PRONOUN = 33
    POSSESSIVE = 34
    CLITIC_S = 35
    CLITIC_T = 36
    CLITIC_BE = 37
    CLITIC_HAVE = 38
    CLITIC_WILL = 39


CLOSED: dict[Kind, str] = {
    Kind.DETERMINER: "a an the this these those some any every each both all another such",
    Kind.NUMBER: "many few several most more",
    Kind.ADVERB: "monday tuesday wednesday thursday friday saturday sunday january february april june july august "
    "september october november december today yesterday tomorrow tonight",
    Kind.OWNING: "his her its their our my your",
    Kind.PRONOUN: "i you he she it we they him them us me himself herself themselves itself myself yourself someone "
    "everyone anyone somebody everybody",
    Kind.BE: "be is are was were been being am isn wasn aren weren ain",
    Kind.LINKING: "look looks looked looking seem seems seemed seeming appear appears appeared become becomes became "
    "becoming remain remains remained remaining sound sounds sounded feel feels felt stay stays stayed prove proved "
    "proves get gets got getting sit sits sat stand stands stood emerge emerges emerged turn turns turned grow grows "
    "grew left",
    Kind.HAVE: "have has had having haven hasn hadn",
    Kind.AUXILIARY: "do does did don doesn didn will would can could shall should may might must wouldn couldn shouldn "
    "mustn",
    Kind.NEGATION: "not never no nor nobody none neither nothing cannot hardly barely scarcely without",
    Kind.OF: "of",
    Kind.BY: "by",
    Kind.AS: "as",
    Kind.TO: "to",
    Kind.AND: "and or",
    Kind.AGAINST: "on against about over at upon toward towards",
    Kind.FOR: "for",
    Kind.FROM: "from",
    Kind.PREPOSITION: "with behind in into through during under between among amid within along across beyond near "
    "off out up down around via per like unlike despite including following regarding inside outside throughout "
    "above below",
    Kind.CLAUSE: "that but while because although though whereas if when after before since until unless whether where "
    "why how once so yet than what",
    Kind.WHO: "who whom whose which",
    Kind.TITLE: "president general senator representative governor mr mrs ms dr sen rep gov gen col lt sgt "
    "capt minister chancellor king queen prince princess pope secretary mayor chief judge justice commander colonel "
    "chairman "
    "chairwoman spokesman spokeswoman spokesperson premier leader speaker attorney professor former ex acting prime "
    "vice congressman congresswoman lawmaker sir lord lady deputy director officer detective sheriff ambassador "
    "admiral captain lieutenant sergeant bishop archbishop emperor envoy boss pm mp mep mps",
    Kind.REPORT: "said says say asked asks ask added adds wrote writes tweeted tweets claimed insisted "
    "insists argued argues noted replied stated warned warns explained continued declared admitted",
    Kind.CLITIC_S: "s",
    Kind.CLITIC_T: "t",
    Kind.CLITIC_BE: "re m",
    Kind.CLITIC_HAVE: "ve",
    Kind.CLITIC_WILL: "ll d",
}

# A full stop after one of these ends no sentence.
ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof sen sens rep reps gov govs gen col lt sgt capt cpl maj adm st jr sr vs inc corp co ltd etc no
    jan feb mar apr jun jul aug sep sept oct nov dec rev hon ft mt ave blvd dept est approx fig vol pp ed eds
    messrs""".split()
)
# Titles written short, which always go on to a name: never the end of a sentence, whatever follows.
SHORT_TITLES = frozenset(
    """mr mrs ms dr prof sen sens rep reps gov govs gen col lt sgt capt cpl maj adm st rev hon messrs""".split()
)

# Words beside a fragment in quotation marks that say that somebody says it; the reporting lexicons add their verbs.
SAYING = frozenset(
    """according call calls called calling describe describes described describing label labels labelled labeled
    labelling labeling dub dubs dubbed dubbing brand brands branded branding term terms termed deem deems deemed
    vow vows vowed pledge pledges pledged demand demands demanded hail hails hailed quote quotes quoted
    statement titled entitled read reads warn warns slogan chant chants chanted accuse accuses accused blame
    blames blamed denounce denounces denounced condemn condemns condemned blast blasts blasted slam slams
    slammed promise promises promised think thinks thought believe believes believed consider considers
    considered spoke speak speaks speaking""".split()
)

# People named by no name: beside one of these a pronoun may mean somebody else.
PERSON_NOUNS = frozenset(
    """man woman boy girl father mother son daughter husband wife brother sister friend official resident officer
    soldier expert analyst insider source critic supporter aide adviser advisor lawyer doctor nurse teacher
    driver politician conscript spokesman spokeswoman spokesperson witness victim suspect prosecutor judge pupil
    student worker farmer shopkeeper owner reporter journalist commentator blogger historian economist passenger
    neighbour neighbor fan coach player opponent rival successor predecessor engineer scientist researcher
    person campaigner activist businessman businesswoman billionaire candidate author actor actress singer
    striker veteran campaigners patron financier tycoon adviser aide""".split()
)

HE = frozenset(["he", "him", "his", "himself"])
SHE = frozenset(["she", "her", "hers", "herself"])

ACTING = {Kind.VERB, Kind.REPORT, Kind.LINKING}  # a verb that its subject does
VERBAL = ACTING | {Kind.PASSIVE}
COPULA = {Kind.BE, Kind.LINKING}
PREPOSITIONS = {
    Kind.OF, Kind.AGAINST, Kind.FOR, Kind.BY, Kind.FROM, Kind.PREPOSITION, Kind.TO, Kind.AS,
}  # fmt: skip
NOMINAL = {
    Kind.OTHER, Kind.NAME, Kind.NUMBER, Kind.ADJECTIVE, Kind.ADVERB, Kind.NOUN, Kind.TITLE, Kind.DETERMINER,
    Kind.OWNING,
}  # fmt: skip
DESCRIBING = {Kind.ADJECTIVE, Kind.NOUN, Kind.TITLE, Kind.OTHER, Kind.NUMBER}
MODIFIED = {Kind.NOUN, Kind.TITLE, Kind.OTHER}  # what a name before it only modifies: "a Putin stooge"
THING = {Kind.NOUN, Kind.NAME, Kind.MENTION, Kind.TITLE, Kind.OTHER, Kind.NOUN_OR_VERB, Kind.S_FORM}
NAMED = {Kind.NAME, Kind.MENTION, Kind.TITLE}
FINITE = ACTING | {Kind.BE, Kind.HAVE, Kind.AUXILIARY}
ACTOR = {Kind.NAME, Kind.MENTION, Kind.PRONOUN}
OPENERS = {Kind.DETERMINER, Kind.OWNING, Kind.ADJECTIVE, Kind.POSSESSIVE, Kind.CLITIC_S, Kind.NUMBER}
CLITICS = {Kind.CLITIC_S, Kind.CLITIC_T, Kind.CLITIC_BE, Kind.CLITIC_HAVE, Kind.CLITIC_WILL}
UNSURE = {Kind.NOUN_OR_VERB, Kind.S_FORM, Kind.PAST, Kind.ING, Kind.VERB, Kind.HAVE, Kind.REPORT} | CLITICS
# Function words that open a sentence even after an initial or an abbreviation: "in the U.S. The …".
STARTERS = {Kind.DETERMINER, Kind.OWNING, Kind.PRONOUN, Kind.CLAUSE, Kind.AND, Kind.PREPOSITION}


def settle_kind(kind: Kind, before: Kind, after: Kind) -> Kind:  # noqa: C901 - a grammar is one list of cases
    """The kind of an unsure word, seen beside its neighbours (adverbs and negations before it are skipped)."""
    if kind in (Kind.NOUN_OR_VERB, Kind.S_FORM):
        return _noun_or_verb(kind, before, after)
    if kind == Kind.PAST:
        if after == Kind.CLITIC_T:
            return Kind.AUXILIARY  # won't
        if before in (Kind.BE, Kind.CLITIC_BE) or after == Kind.BY:
            return Kind.PASSIVE
        if before == Kind.LINKING:  # "looked humiliated"
            return Kind.ADJECTIVE
        if before == Kind.NUMBER and after in NAMED:  # "Reed, 56, endorsed Mr Putin"
            return Kind.VERB
        return Kind.ADJECTIVE if before in OPENERS and after in THING | {Kind.ADJECTIVE} else Kind.VERB
    if kind == Kind.REPORT:  # "was told", "he's asked"
        return Kind.PASSIVE if before in (Kind.BE, Kind.CLITIC_BE, Kind.CLITIC_S) else Kind.REPORT
    if kind == Kind.ING:
        if before == Kind.LINKING:
            return Kind.ADJECTIVE
        if before in OPENERS:
            return Kind.ADJECTIVE if after in THING | {Kind.ADJECTIVE} else Kind.NOUN
        return Kind.VERB
    if kind == Kind.HAVE:  # "has a plan", but "has planned"
        return Kind.VERB if after in OPENERS | {Kind.NOUN, Kind.NAME, Kind.MENTION, Kind.PRONOUN} else Kind.HAVE
    if kind == Kind.VERB:
        return Kind.NOUN if before in OPENERS else Kind.VERB
    if kind == Kind.CLITIC_S:
        copular = before in (Kind.PRONOUN, Kind.WHO, Kind.CLAUSE)
        return Kind.BE if copular or after in (Kind.DETERMINER, Kind.OWNING, Kind.NEGATION) else Kind.POSSESSIVE
    return _CLITIC.get(kind, kind)


_CLITIC = {
    Kind.CLITIC_T: Kind.NEGATION,
    Kind.CLITIC_BE: Kind.BE,
    Kind.CLITIC_HAVE: Kind.HAVE,
    Kind.CLITIC_WILL: Kind.AUXILIARY,
}


def _noun_or_verb(kind: Kind, before: Kind, after: Kind) -> Kind:
    if before in (Kind.TO, Kind.AUXILIARY, Kind.PRONOUN, Kind.WHO, Kind.CLITIC_WILL):
        return Kind.VERB
    if before in OPENERS or before in PREPOSITIONS:
        return Kind.NOUN
    if kind == Kind.S_FORM and before in (Kind.NAME, Kind.MENTION):  # "Putin vows revenge", but "the Putin attack"
        return Kind.VERB
    return Kind.VERB if after in (Kind.DETERMINER, Kind.OWNING, Kind.NAME, Kind.MENTION, Kind.PRONOUN) else Kind.NOUN


def shape_kind(kind: Kind, capital: bool, opening: bool, digit: bool) -> Kind:
    """
    The kind of a word written with a capital or a digit.

    `opening` words start a sentence or stand in capitals throughout: there, a capital says little.
    """
    if digit:
        return Kind.NUMBER if kind == Kind.OTHER else kind
    content = (Kind.OTHER, Kind.NOUN, Kind.NOUN_OR_VERB, Kind.S_FORM, Kind.VERB, Kind.PAST, Kind.ING, Kind.ADJECTIVE)
    if capital and not opening and kind in content:
        return Kind.NAME
    return Kind.NAME if capital and kind == Kind.OTHER else kind
