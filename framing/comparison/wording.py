"""Findings in sentences: modest, with numbers of units, and with what to bear in mind."""

from __future__ import annotations

from framing.comparison.estimate import Estimate
from framing.comparison.settings import Settings
from framing.comparison.verdict import Case, Outcome, Verdict, find_target, units_needed

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
        return _untestable(case, who, settings)
    if outcome.verdict == "differs":
        return f"{_difference(case, voice, who)} {_chance(case, outcome, settings)}"
    if outcome.verdict == "similar":
        return _similar(case, voice, who, settings)
    return _cannot_tell(case, outcome, settings)


def list_caveats(case: Case, verdict: Verdict) -> list[str]:
    """What to bear in mind about a comparison, a sentence each: design, copies, interval, and the list itself."""
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
    return [*out, _list_caveat(case, verdict)]


def count(n: float, one: str, many: str | None = None) -> str:
    """A number with its noun: 1 article, 2 articles."""
    return f"{n:,.0f} {one if n == 1 else many or one + 's'}"


def times(x: float) -> str:
    """A ratio in as many digits as it can bear."""
    if x > 100:
        return "more than 100"
    return f"{x:.2f}" if x < 2 else f"{x:.1f}" if x < 10 else f"{x:.0f}"


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


def _counted(case: Case, who: str | None) -> str:
    """What was counted: loaded words of the category "labels" about Vladimir Putin."""
    base, _, category = case.name.partition(":")
    measure = case.measure
    sort = f" {measure.sort} “{category}”" if category and base != case.name else ""
    return f"{measure.noun}{sort}" + (f" {measure.about} {who}" if who and measure.about else "")


def _difference(case: Case, voice: str, who: str | None) -> str:
    more, less = _sides(case)
    size, ends = abs(case.estimate.point or 0.0), _interval(case.estimate)
    if case.measure.kind == "mean":
        span = f" (95 % interval {ends[0]:.2f} to {ends[1]:.2f})" if ends else ""
        said = f"what {more} said of {who} {VOICE[voice]}" if who else f"what {more} wrote {VOICE[voice]}"
        scale = "on a scale from -1 (all blame) to +1 (all praise)"
        return f"{_scope(case)}, {said} was on average {size:.2f} more favourable than at {less}{span}, {scale}."
    ratio = case.estimate.size or 1.0
    ratio = max(ratio, 1 / ratio)
    span = f" (95 % interval {times(ends[0])} to {times(ends[1])})" if ends else ""
    if case.measure.kind == "share":
        what = f"the share of {_counted(case, who)} {VOICE[voice]} was {times(ratio)} times as large at {more}"
        return f"{_scope(case)}, {what} as at {less}{span}."
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
    ends, where = case.estimate.interval(0.90) or (1.0, 1.0), VOICE[voice].replace("its", "their")
    if case.measure.kind == "mean":
        what = f"what was said of {who}" if who else "what was written"
        return (
            f"{_scope(case)}, any difference in how favourable {what} {where} is smaller than "
            f"{settings.mean_band:g} in either direction (90 % interval {ends[0]:.2f} to {ends[1]:.2f})."
        )
    return (
        f"{_scope(case)}, any difference in {_counted(case, who)} {where} is smaller than "
        f"{times(settings.band)} times in either direction (90 % interval {times(ends[0])} to {times(ends[1])})."
    )


def _cannot_tell(case: Case, outcome: Outcome, settings: Settings) -> str:
    found = case.estimate.detectable(settings.alpha)
    units = case.units
    noun = "shared events" if units.matched else units.design
    have = f"{len(units.a):,} {noun}" if units.matched else f"{len(units.a):,} and {len(units.b):,} {noun}"
    if found is None:
        said = f"Too little to tell: over {have} the values do not vary, so no interval can be given."
    else:
        said = f"Too little to tell: with {have} only a difference of {_effect(case, found)} or more shows up reliably."
    if outcome.p is not None and outcome.p <= settings.alpha:
        said += (
            f" Alone the gap would stand out, but among {count(outcome.family, 'comparison')} such gaps come by chance."
        )
    return f"{said} This is not evidence that they are alike.{_price(case, settings)}"


def _untestable(case: Case, who: str | None, settings: Settings) -> str:
    units = case.units
    a, b = len(units.a), len(units.b)
    if case.obstacle == "empty":
        missing = [name for name, n in ((case.outlet_a, a), (case.outlet_b, b)) if not n]
        what = f"mentions {who} and can be measured" if who else "can be measured"
        return f"Nothing to compare: {' and '.join(missing)} has no article left that {what}."
    noun = "event" if units.design != "articles" else "article"
    if case.obstacle == "hits":
        counted = "linked words" if case.measure.kind == "mean" else _counted(case, who)
        asked = f"fewer than the {settings.min_hits} that a test needs"
        return f"{case.hits:,.0f} {counted} in all, {asked}. Read them instead.{_price(case, settings)}"
    against = f"{count(a, noun)} against {b:,}"
    if case.obstacle == "floor":
        reason = f"no test could reach p < {settings.alpha:g}, whatever they say"
    else:
        reason = f"fewer than the {settings.min_units} a side that a test needs"
    return f"{against}: {reason}. Read them instead.{_price(case, settings)}"


def _price(case: Case, settings: Settings) -> str:
    """What it would take to tell, where that is more than there is."""
    target = find_target(case, settings)
    needed = units_needed(case, target, settings)
    if needed <= case.units.fewest:
        return ""
    noun = "articles" if case.units.design == "articles" else "events"
    each = "shared events" if case.units.matched else f"{noun} of each outlet"
    usual = "" if case.testable else ", as news articles usually vary"
    return f" To see a difference of {_effect(case, target)}, about {needed:,} {each} would be needed{usual}."


def _effect(case: Case, size: float) -> str:
    return f"{size:.2f}" if case.measure.kind == "mean" else f"{times(size)} times"


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
