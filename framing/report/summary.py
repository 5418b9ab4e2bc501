"""All findings together: the surest in plain words, how many came out how, and how they are to be read."""

from __future__ import annotations

from collections.abc import Sequence

from framing.numerals import count
from framing.report.model import Finding, Report
from framing.report.phrases import name_counted, see
from framing.report.terms import VOICES
from framing.tables import VERDICTS

_FIRST = ("loaded", "blaming", "praising", "valence")  # of equally sure findings the measure told first
_FIRST_OF_ACTOR = ("blaming", "praising", "loaded", "valence")


def headline(report: Report) -> str:
    """The one or two surest findings in plain words; or that nothing can be told, and what it would take."""
    differ = [finding for finding in report.findings if finding.verdict == "differs"]
    chosen = [_surest(differ, whole=True), _surest(differ, whole=False)]
    found = [_tell(finding) for finding in chosen if finding]
    if found:
        return " ".join(found)
    alike = sum(outcome.number for outcome in report.outcomes if outcome.verdict == "similar")
    if alike:
        return f"No difference was found; in {count(alike, 'comparison')} the outlets are alike."
    return _nothing(report)


def total(report: Report, verdict: str) -> int:
    """How many comparisons came out with that verdict."""
    return sum(outcome.number for outcome in report.outcomes if outcome.verdict == verdict)


def summarise(report: Report) -> str:
    """How all comparisons came out, in a sentence or two."""
    if not report.outcomes:
        return "No two outlets could be compared: what follows describes the articles and tests nothing."
    differ, similar, unclear = (total(report, verdict) for verdict in VERDICTS)
    made, outlets = differ + similar + unclear, report.overview.outlets
    said = (
        f"{count(made, 'comparison')} of {count(outlets, 'outlet')}. "
        f"In {differ:,} the outlets differ, in {similar:,} they are similar, in {unclear:,} this corpus cannot tell."
    )
    if not differ and not similar:
        said += " It is too small for findings; what follows is for reading."
    return said


def explain(report: Report) -> list[str]:
    """How the findings are to be read, in plain words."""
    tested = [finding for finding in report.findings if finding.testable]
    if not tested:
        return []
    settings = report.recipe.settings
    matched = any(finding.design == "matched events" for finding in tested)
    where = (
        f"on the events that both covered, where there are {settings.min_events} or more"
        if matched
        else "over all they printed, so that part of a gap may be what they wrote about rather than how"
    )
    voice = f"of {VOICES[tested[0].voice]}" if tested[0].voice != "own" else "of the outlets' own voice"
    differ = total(report, "differs")
    expected = round(differ * settings.q)
    chance = f": here about {expected:,} of {differ:,}" if expected else ""
    return [
        f"Two outlets at a time are compared {where}. Words {voice} count. “3 times as many” is the best guess; the "
        "interval after it holds the values that fit these articles (95 %). Mean valence is from −1, all blame, to +1, "
        "all praise.",
        f"Could it be chance? The outlets' names are shuffled {'on each event ' if matched else ''}again and again; "
        "only where a gap as large seldom comes about in this way do we say that two differ. "
        f"{count(tested[0].family, 'comparison')} could be tested, and among many some gaps come by chance. q "
        f"allows for that: of all that differ, with q up to {settings.q:g}, about 1 in {round(1 / settings.q)} is "
        f"expected to be chance{chance}.",
    ]


def _nothing(report: Report) -> str:
    """That nothing can be told, why, and what it would take."""
    made = sum(outcome.number for outcome in report.outcomes)
    read = count(report.overview.articles, "article")
    if not made:
        return f"Nothing can be compared in {read} of {count(report.overview.outlets, 'outlet')}."
    tested = made - sum(row.comparisons for row in report.untested)
    few = "they are too few, or vary too much among themselves" if tested else "they are too few"
    how = f" {tested:,} of {made:,} comparisons could be tested, none with an answer." if tested else ""
    return f"Nothing can be told from {read} about how the outlets differ: {few}.{how}{_price(report)}"


def _price(report: Report) -> str:
    """What it would take to tell, for the first comparison that knows."""
    for finding in report.findings:
        if finding.price:
            size, units = finding.price
            noun = name_counted(finding.measure)
            seen = (
                f"{size} as many {noun} at one outlet as at another"
                if finding.kind == "rate"
                else f"a difference of {size} in {noun}"
            )
            return f" To see {seen}, about {units} would be needed."
    return ""


def _surest(findings: Sequence[Finding], *, whole: bool) -> Finding | None:
    """The finding with the smallest q, both outlets having some of it; then by measure, then by the nearer end."""
    fitting = [finding for finding in findings if (finding.actor is None) == whole]
    order = _FIRST if whole else _FIRST_OF_ACTOR

    def place(finding: Finding) -> tuple[float, ...]:
        none = finding.effect == "ratio" and not (finding.value_a and finding.value_b)
        low, high = finding.low or 0.0, finding.high or 0.0
        nearer = max(low, -high) if finding.effect == "difference" else max(low, 1 / high if high else 0.0)
        at = order.index(finding.measure) if finding.measure in order else len(order)
        return none, round(finding.q or 0.0, 6), at, -nearer

    return min(fitting, key=place, default=None)


def _tell(finding: Finding) -> str:
    gap = see(finding)
    where = f"On {gap.rests}" if finding.design == "matched events" else f"Over {gap.rests}"
    about = f" about {finding.name}" if finding.name else ""
    ends = f" (95 % interval {gap.ends})" if gap.ends else ""
    if finding.effect == "difference":
        return f"{where}, {gap.more} was on average {gap.sentence()}{about} than {gap.less}{ends}, from −1 to +1."
    per = " per 1,000 words" if finding.kind == "rate" else ""
    return f"{where}, {gap.more} used {gap.sentence()}{about}{per} {gap.join} {gap.less}{ends}."
