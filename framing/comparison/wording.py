"""Findings in sentences: modest, with numbers of units, and with what to bear in mind."""

from __future__ import annotations

from framing.comparison.estimate import Estimate
from framing.comparison.settings import Settings
from framing.comparison.verdict import Case, Outcome, Verdict, find_needed
from framing.numerals import count

VOICE = {
    "own": "in its own voice",
    "quoted": "inside quotations",
    "scare": "inside scare quotes",
    "headline": "in headlines",
}
APPROXIMATE_BELOW = 10  # matched events: intervals were 2 to 5 points too narrow at six


def word_finding(case: Case, outcome: Outcome, voice: str, who: str | None, settings: Settings) -> str:
    """
    The finding as sentences that can be read alone.

    Args:
        case: the comparison.
        outcome: what came out of it.
        voice: whose words were counted.
        who: name of the actor; None for the whole article.
        settings: the rules it was decided by.
    """
    if not case.testable:
        return _untestable(case, outcome, who, settings)
    if outcome.verdict == "differs":
        return f"{_difference(case, voice, who)} {_chance(case, outcome, settings)}"
    if outcome.verdict == "similar":
        return _similar(case, voice, who, settings)
    return _cannot_tell(case, outcome, settings)


def list_caveats(case: Case, verdict: Verdict) -> list[str]:
    """What to bear in mind about a comparison, a sentence each: design, copies, interval, test, and the list itself."""
    units = case.units
    out = []
    if units.design == "events":
        known = f"only {count(units.shared_events, 'event')}" if units.shared_events else "no event"
        out.append(
            f"The two share {known}, too few to match: part or all of a gap may be what they wrote about "
            "rather than how."
        )
    if units.design == "articles":
        out.append("Topics are not controlled: part or all of a gap may be what they wrote about rather than how.")
    if units.lone:
        out.append(f"{count(units.lone, 'article')} without an event id: each counted as an event of its own.")
    if units.duplicates:
        out.append(f"Counted once: {count(units.duplicates, 'repost')} of an outlet's own stories.")
    if units.shared_stories:
        out.append(f"Left out: {count(units.shared_stories, 'story', 'stories')} that both printed.")
    if units.matched and len(units.a) < APPROXIMATE_BELOW:
        out.append(f"With {count(len(units.a), 'event')} the interval is approximate and a little too narrow.")
    if verdict == "differs" and _includes_none(case.estimate):
        out.append(
            "The test and the interval disagree, so this is to be taken with care: the test, which reshuffles the "
            "outlets' names, tells a difference, while the 95 % interval, an approximation that is rough below "
            f"{APPROXIMATE_BELOW} units, still allows for none."
        )
    return [*out, _list_caveat(case, verdict)]


def times(x: float) -> str:
    """A ratio in as many digits as it can bear."""
    if x > 100:
        return "more than 100"
    return f"{x:.2f}" if x < 2 else f"{x:.1f}" if x < 10 else f"{x:.0f}"


def name_size(size: float, effect: str) -> str:
    """The size of an effect: 1.50 times, or 0.20 for a difference of means."""
    return f"{times(size)} times" if effect == "ratio" else f"{size:.2f}"


def name_units(n: int, design: str) -> str:
    """So many units a side, by the design of the comparison: 43 articles of each outlet, 12 shared events."""
    return f"{n:,} shared events" if design == "matched events" else f"{n:,} {design} of each outlet"


def _scope(case: Case) -> str:
    """Which units it rests on."""
    a, b = len(case.units.a), len(case.units.b)
    if case.units.matched:
        return f"On {count(a, 'event')} that both covered"
    noun = "events" if case.units.design == "events" else "articles"
    return f"Over {a:,} {noun} of {case.outlet_a} and {b:,} of {case.outlet_b}"


def _sides(case: Case) -> tuple[str, str]:
    """The outlet with more of it, then the one with less."""
    point = case.estimate.point or 0.0
    return (case.outlet_b, case.outlet_a) if point >= 0 else (case.outlet_a, case.outlet_b)


def _interval(estimate: Estimate) -> tuple[float, float] | None:
    """Both ends of the 95 % interval, seen from the outlet with more."""
    ends = estimate.interval()
    if ends is None or (estimate.point or 0.0) >= 0:
        return ends
    return (1 / ends[1], 1 / ends[0]) if estimate.effect == "ratio" else (-ends[1], -ends[0])


def _includes_none(estimate: Estimate) -> bool:
    """Whether no difference lies within the 95 % interval."""
    ends, none = estimate.interval(), 1.0 if estimate.effect == "ratio" else 0.0
    return ends is not None and ends[0] <= none <= ends[1]


def _counted(case: Case, who: str | None) -> str:
    """What was counted: loaded words of the category "labels" about Vladimir Putin."""
    base, _, category = case.name.partition(":")
    measure = case.measure
    sort = f" {measure.sort} “{category}”" if category and base != case.name else ""
    return f"{measure.noun}{sort}" + (f" {measure.about} {who}" if who and measure.about else "")


def _said(case: Case, of: str, wrote: str, who: str | None) -> str:
    """What a mean is of: what was said of the actor, or what was written in the sentences that mention it."""
    if not who:
        return wrote
    return f"{wrote} in {case.measure.noun} {case.measure.about} {who}" if case.measure.about else f"{of} of {who}"


def _reader(case: Case) -> str:
    """By whose reckoning, where the measure has several: (“vader_compound”)."""
    reader = case.name.partition(":")[2]
    return f" (“{reader}”)" if reader else ""


def _where(case: Case, voice: str) -> str:
    """In whose words, where that is not plain from what is counted."""
    return "" if case.measure.voice == "quoted" else f" {VOICE[voice]}"


def _difference(case: Case, voice: str, who: str | None) -> str:
    more, less = _sides(case)
    size, ends = abs(case.estimate.point or 0.0), _interval(case.estimate)
    if case.measure.kind == "mean":
        span = f" (95 % interval {ends[0]:.2f} to {ends[1]:.2f})" if ends else ""
        said = _said(case, f"what {more} said", f"what {more} wrote", who)
        by = f"{size:.2f} {case.measure.quality[1]}{_reader(case)}"
        scale = f"on a scale {case.measure.scale}"
        return f"{_scope(case)}, {said} {VOICE[voice]} was on average {by} than at {less}{span}, {scale}."
    ratio = case.estimate.size or 1.0
    ratio = max(ratio, 1 / ratio)
    span = f" (95 % interval {times(ends[0])} to {times(ends[1])})" if ends else ""
    if case.measure.kind == "share":
        share = f"the share of {_counted(case, who)}{_where(case, voice)}"
        return f"{_scope(case)}, {share} was {times(ratio)} times as large at {more} as at {less}{span}."
    what = f"{more} used {times(ratio)} times as many {_counted(case, who)} per 1,000 words {VOICE[voice]} as {less}"
    return f"{_scope(case)}, {what}{span}."


def _chance(case: Case, outcome: Outcome, settings: Settings) -> str:
    """How often chance alone does this, and how many such flags are chance."""
    how = "within events " if case.units.matched else ""
    p = outcome.p or 0.0
    rarely = next(
        (f"less than 1 time in {n:,}" for n in (1_000, 100) if p < 1 / n), f"about {100 * p:.0f} in 100 times"
    )
    tested = f"with {count(outcome.family, 'comparison')} tested"
    return (
        f"Shuffling the outlets' names {how}gives a gap as large {rarely}; {tested}, "
        f"about 1 in {round(1 / settings.q)} flags like this one is expected to be chance."
    )


def _similar(case: Case, voice: str, who: str | None, settings: Settings) -> str:
    ends, where = case.estimate.interval(0.90) or (1.0, 1.0), _where(case, voice).replace("its", "their")
    if case.measure.kind == "mean":
        what = f"{case.measure.quality[0]}{_reader(case)} {_said(case, 'what was said', 'what was written', who)}"
        return (
            f"{_scope(case)}, any difference in how {what}{where} is smaller than "
            f"{settings.mean_band:g} in either direction (90 % interval {ends[0]:.2f} to {ends[1]:.2f})."
        )
    share = "the share of " if case.measure.kind == "share" else ""
    return (
        f"{_scope(case)}, any difference in {share}{_counted(case, who)}{where} is smaller than "
        f"{times(settings.band)} times in either direction (90 % interval {times(ends[0])} to {times(ends[1])})."
    )


def _cannot_tell(case: Case, outcome: Outcome, settings: Settings) -> str:
    found, effect = case.estimate.detectable(settings.alpha), case.estimate.effect
    units = case.units
    noun = "shared events" if units.matched else units.design
    have = f"{len(units.a):,} {noun}" if units.matched else f"{len(units.a):,} and {len(units.b):,} {noun}"
    if found is None:
        said = f"Too little to tell: over {have} the values do not vary, so no interval can be given."
    else:
        size = name_size(found, effect)
        said = f"Too little to tell: with {have} only a difference of {size} or more shows up reliably."
    if outcome.p is not None and outcome.p <= settings.alpha:
        said += (
            f" Alone the gap would stand out, but among {count(outcome.family, 'comparison')} such gaps come by chance."
        )
    return f"{said} This is not evidence that they are alike.{_price(case, outcome, settings)}"


def _untestable(case: Case, outcome: Outcome, who: str | None, settings: Settings) -> str:
    units = case.units
    a, b = len(units.a), len(units.b)
    if case.obstacle == "empty":
        missing = [name for name, n in ((case.outlet_a, a), (case.outlet_b, b)) if not n]
        what = f"mentions {who} and can be measured" if who else "can be measured"
        return f"Nothing to compare: {' and '.join(missing)} has no article left that {what}."
    noun = "event" if units.design != "articles" else "article"
    if case.obstacle == "hits":
        counted = _counted(case, who) if case.measure.about else "linked words"
        asked = f"fewer than the {settings.min_hits} that a test needs"
        return f"{case.hits:,.0f} {counted} in all, {asked}. Read them instead.{_price(case, outcome, settings)}"
    against = f"{count(a, noun)} against {b:,}"
    if case.obstacle == "floor":
        reason = f"no test could reach p < {settings.alpha:g}, whatever they say"
    else:
        reason = f"fewer than the {settings.min_units} a side that a test needs"
    return f"{against}: {reason}. Read them instead.{_price(case, outcome, settings)}"


def _price(case: Case, outcome: Outcome, settings: Settings) -> str:
    """What it would take to tell, where that is more than there is."""
    found = find_needed(case, outcome.verdict, settings)
    if found is None:
        return ""
    needed, size = name_units(found[0], case.units.design), name_size(found[1], case.estimate.effect)
    usual = "" if case.testable else ", as news articles usually vary"
    return f" To see a difference of {size}, about {needed} would be needed{usual}."


def _list_caveat(case: Case, verdict: Verdict) -> str:
    """The word list's own error, which no test can see, and how unequal it would have to be."""
    more, less = _sides(case)
    if case.testable and case.measure.kind != "mean":
        ends, ratio = _interval(case.estimate), case.estimate.size or 1.0
        nearer = ends[0] if verdict == "differs" and ends else max(ratio, 1 / ratio)
        then = (
            "this difference can no longer be told from chance" if verdict == "differs" else "that alone makes this gap"
        )
        if nearer >= 1.005:
            unequal = f"if it is right {times(nearer)} times as often for {less} as for {more}"
            return f"Counts come from a word list: {unequal}, {then}."
    return "Counts come from a word list, which may be right more often for one outlet than for the other."
