"""The page that lists every measure: docs/measures.md is made from here."""

from __future__ import annotations

from framing.score import MEASURES, Measure

_INTRO = """# Measures

Every figure of SCORES, made from `framing/score/`. A row is an article, an actor (null: the whole article), a measure
and a voice: own, quoted, scare or headline. Voices are never added up.

An article that does not mention an actor has no row for it; one that mentions it and colours nothing has 0. `count` and
`words` always stand beside `value`, so that figures can be pooled by adding up both. No measure says that a text is
wrong or unfair: they count what the lists mark.
"""
_FOOT = """A rate is `1000 * count / words`, a share and a mean `count / words`, a count is `count`. Names in `<>` stand
for one measure each: the categories of loaded words, and the kinds of reporting verbs, as the lexicons have them.
"""
_HEAD = ("measure", "of", "value", "higher means", "`count`", "`words`", "what it says", "source")


def measures_page() -> str:
    """docs/measures.md: a Markdown table of all measures, in the order of `MEASURES`."""
    lines = [_line(_HEAD), _line(["---"] * len(_HEAD)), *(_line(_cells(measure)) for measure in MEASURES.values())]
    return "\n".join([_INTRO, *lines, "", _FOOT])


def _cells(measure: Measure) -> list[str]:
    name = f"`{measure.name}`" + (" (on request)" if measure.tone else "")
    value = f"{measure.kind}: {measure.unit}, {measure.range}"
    return [
        name,
        measure.scope,
        value,
        measure.direction,
        measure.count,
        measure.words,
        measure.meaning,
        measure.source,
    ]


def _line(cells: list[str] | tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
