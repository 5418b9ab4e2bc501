"""The words a report uses for measures, voices and rules, and its glossary: what the list marks, not what is so."""

from __future__ import annotations

MEASURES: dict[str, str] = {
    "loaded": "loaded words",
    "blaming": "blaming words",
    "praising": "praising words",
    "valence": "mean valence",
    "labels_blaming": "blaming labels",
    "labels_praising": "praising labels",
    "verbs": "reporting verbs",
    "quotations": "quotations",
    "quoted_words": "quoted words",
    "mentions": "mentions",
    "stance": "stance",
    "tone:textblob_polarity": "TextBlob polarity",
    "tone:textblob_subjectivity": "TextBlob subjectivity",
    "tone:vader_compound": "VADER compound",
}

VOICES: dict[str, str] = {
    "own": "own voice",
    "quoted": "quoted speech",
    "scare": "scare quotes",
    "headline": "headline",
}

DESIGNS: dict[str, tuple[str, str]] = {
    "matched events": ("event that both covered", "events that both covered"),
    "events": ("event", "events"),
    "articles": ("article", "articles"),
}

RULES: dict[str, str] = {
    "label": "it stands for the actor itself: “the ageing despot”",
    "epithet": "it stands before the name: “a snarling Putin”",
    "apposition": "it stands beside the name, between commas: “Medvedev, a crony of old”",
    "complement": "after is, was, looked and the like: “Putin was ashen-faced”",
    "named": "the actor is called so: “called Putin a liar”, “was described as paranoid”",
    "subject": "the actor does it: “Putin lashed out”",
    "subject_to": "the actor does it, after “to”: “Putin began to gloat”",
    "participle": "the actor does it, in “-ing” beside a comma: “Putin spoke for an hour, raging against the West”",
    "passive": "it is done to the actor: “Putin was humiliated”",
    "object": "the actor is its object: “critics slammed Putin”",
    "agent": "the actor does it, after “by”: “slammed by Putin”",
    "verb_at": "it is aimed at the actor: “lashed out at Ukraine”",
    "charge": "the actor is accused of it, or blamed or praised for it: “accused Putin of lying”",
    "possessed": "it is the actor's: “Putin's lies”",
    "head": "the name stands before it as a modifier: “the Kyiv regime”",
    "noun_by": "it is by the actor: “a masterstroke by Zelensky”",
    "noun_of": "it is of the actor: “the lies of Putin”",
    "noun_for": "it is for the actor: “an embarrassment for Putin”",
    "noun_from": "it comes from the actor: “lies from Putin”",
}

GLOSSARY: dict[str, str] = {
    "actor": "a person, country, body or group that articles speak about",
    "blaming word": "a word that, as the list has it, puts whoever it is said of in a poor light (valence below 0)",
    "cannot tell": (
        "the corpus is too small, or too mixed, for an answer either way; it does not say that the outlets are alike"
    ),
    "differs": (
        "a gap this large would seldom come about by shuffling the outlets' names, also after allowing for the number "
        "of comparisons made"
    ),
    "event": "what happened: articles on the same event can be compared with each other",
    "headline": "the title, counted apart from the text",
    "interval": "the range of values that fit the articles read, were they drawn at random (95 %)",
    "label": "a word that stands for an actor or names what the actor is said to be",
    "link": "a word that, by one of the rules, colours an actor",
    "loaded word": "a word or phrase on the list: it says more, or other, than a plain report of the same would",
    "mention": "a place where an article names an actor or points to one",
    "own voice": "the outlet's own words, outside quotation marks; what all figures count unless they say otherwise",
    "per 1,000 words": "how often among a thousand words, so that long and short articles can be set side by side",
    "plainer word": "what a wire report might say in its place",
    "praising word": "a word that, as the list has it, puts whoever it is said of in a good light (valence above 0)",
    "q": "the p-value, corrected for the number of comparisons made (Benjamini and Hochberg)",
    "quoted speech": "words between quotation marks that somebody says: the speaker's words, not the outlet's",
    "reporting verb": "a verb that reports what somebody says: said, claimed, raged",
    "scare quotes": "a few words between quotation marks that nobody is reported to say",
    "similar": "any gap is smaller than the margin stated, with an interval to show for it",
    "stance": (
        "what sentences in own voice say toward an actor, all their words weighed: from −1 (unfavourable) to +1; to be "
        "convicted is unfavourable, whoever writes it"
    ),
    "story": "near-copies of one text share a story; findings count a story once",
    "unit": "what is shuffled in a test: an event or an article, never a word",
    "valence": "how a word colours whoever it is said of: from −3 (blame) to +3 (praise)",
}


def name_measure(measure: str) -> str:
    """A measure in words: "verbs:doubting" is "reporting verbs, doubting"."""
    base, _, sort = measure.partition(":")
    return MEASURES.get(measure) or f"{MEASURES.get(base, base)}{', ' + sort if sort else ''}"


def name_subject(measure: str, actor: str | None) -> str:
    """What a finding is about: "Loaded words about Vladimir Putin"; "Loaded words" for the whole article."""
    name = name_measure(measure)
    if actor is None:
        return name[:1].upper() + name[1:]
    tie = {
        "quotations": "of",
        "quoted_words": "of",
        "mentions": "of",
        "labels_blaming": "on",
        "labels_praising": "on",
        "verbs": "of",
        "valence": "of words about",
    }
    return f"{name[:1].upper()}{name[1:]} {tie.get(measure.partition(':')[0], 'about')} {actor}"
