"""Stances in the report: the figure of an actor unfolds to the words that were weighed."""

from __future__ import annotations

import pytest

from framing.actors.files import Actor
from framing.pipeline import analyze
from framing.report.build import build_report
from framing.report.model import Report
from framing.report.sections import SECTIONS
from framing.tables import ARTICLES

TEXT = (
    "Marla Quint saved the school.\n\n“Quint is a liar,” Pavel Dovan said.\n\nQuint won the prize <b>for courage</b>."
)


@pytest.fixture(scope="module")
def report() -> Report:
    rows = [{"article": f"a{n}", "outlet": "Herald", "text": TEXT, "furniture": [], "story": f"a{n}"} for n in range(2)]
    return build_report(analyze(ARTICLES.frame(rows), actors=[Actor("quint", "Marla Quint", ("Quint",))]), None)


def test_the_figure_links_to_its_words(report: Report):
    """The mean stance of an actor at an outlet has evidence: weighed words with their roles and weights."""
    figure = report.actors[0].rows[0].figures["stance"]
    assert figure.value is not None
    assert figure.value > 0
    evidence = report.evidence[str(figure.evidence)]
    marks = [mark for excerpt in evidence.excerpts for mark in excerpt.marks]
    assert {mark.surface for mark in marks} & {"saved", "won the prize", "won", "courage"}
    assert all(reason.kind == "weighed word" and reason.rule and reason.valence for m in marks for reason in m.reasons)


def test_what_a_speaker_says_is_not_among_them(report: Report):
    """Nobody finds “liar”, which somebody else said, among the words of the outlet."""
    figure = report.actors[0].rows[0].figures["stance"]
    excerpts = report.evidence[str(figure.evidence)].excerpts
    assert "liar" not in {mark.surface for excerpt in excerpts for mark in excerpt.marks}


def test_the_page_shows_it_and_escapes_the_text(report: Report):
    """The actor's section has the figure; markup in an article stays text."""
    page = str(SECTIONS["actors"].render(report))
    assert "Stance" in page
    assert "<b>for courage</b>" not in page
