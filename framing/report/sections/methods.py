"""How the figures come about, what they cannot say, and what the words mean."""

from __future__ import annotations

from framing.report.html import Html, el, markup
from framing.report.model import Report
from framing.report.terms import GLOSSARY, RULES

METHODS = (
    "Words are looked up in lists of loaded words and of reporting verbs, written entry by entry, each with a note on "
    "why it is there. A word counts as the outlet's only in its own voice; quotations, scare quotes and headlines are "
    "kept apart.",
    "Rates are per 1,000 words of that voice. For an actor, only words count that a rule of grammar ties to a mention "
    "of the actor, per 1,000 words of the sentences that mention it.",
    "Intervals beside rates and means show what articles like these would give, were they drawn at random. Where there "
    "are fewer than five articles, there is none.",
    "For a finding, two outlets are compared on events that both covered where there are six or more. Near-copies "
    "count once, and stories that both printed are left out. Then the outlets' names are shuffled many times: the "
    "p-value is how often chance alone makes a gap as large as the one seen. Because many comparisons are made, p is "
    "corrected (q).",
    "“Differs” needs q of at most the level in the recipe. “Similar” needs an interval that lies wholly inside a "
    "narrow margin. Everything else is “cannot tell”: the articles are too few, or vary too much among themselves, "
    "for an answer. It is not a finding that the outlets are alike.",
)

LIMITS = (
    "A lexicon sees only about a quarter of what experts mark as bias. In one study of 300 US articles, 28 % of the "
    "spans that experts marked lay in the choice of words; the others lay in what was reported and what was not. "
    "This report cannot see those.",
    "A quotation is the speaker's. Whom an outlet quotes, and how often, is a choice too, and is shown as such.",
    "Word lists err: they mark words that are harmless where they stand, and miss others. Every number unfolds to its "
    "sentences so that you can judge for yourself.",
    "A loaded word is not a false one. It may be apt, fair and true; opinion pieces are meant to have them.",
    "A figure describes the articles that were read, not all that an outlet prints, and not the people who work there.",
    "Rules tie words to actors only where the sentence makes it plain. Irony, allusion and what runs over several "
    "sentences stay unseen; sometimes a rule errs.",
)


def render(report: Report) -> Html:
    """Methods, limits, the rules that came into play, and the glossary."""
    rules = [(rule.replace("_", " "), RULES[rule]) for rule in report.rules if rule in RULES]
    return markup(
        el("h3", "How it is done"),
        [el("p", line) for line in METHODS],
        el("h3", "What it cannot say"),
        el("ul", [el("li", line) for line in LIMITS]),
        [el("h3", "Rules that tied words to actors here"), _list(rules)] if rules else None,
        el("h3", "Words used in this report"),
        _list(sorted(GLOSSARY.items())),
    )


def _list(terms: list[tuple[str, str]]) -> Html:
    return el("dl", [markup(el("dt", term), el("dd", meaning)) for term, meaning in terms])
