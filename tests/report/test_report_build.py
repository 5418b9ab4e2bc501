"""A report says what the tables say, and every number has the sentences that it counts."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest
from report_samples import ACTORS, GAZETTE, POST, SCRIPT, analyse, build_articles, finding, sample

from framing.report import build_report, excerpts, ranking
from framing.report.evidence import Evidence
from framing.report.model import Report
from framing.tables import COMPARISONS


@pytest.fixture(scope="module")
def report() -> Report:
    return build_report(*sample())


def test_overview_counts_what_was_read(report: Report) -> None:
    """Articles, outlets, copies, furniture and what was set aside are counted."""
    view = report.overview
    assert (view.articles, view.outlets, view.events, view.stories, view.copies) == (14, 2, 7, 13, 1)
    assert (view.first, view.last) == ("2024-05-01", "2024-05-07")
    assert view.furniture == {"shared block": 2}
    assert view.set_aside == {"no text": 2}
    assert view.notes == (f"Dates: {SCRIPT} & more.",)


def test_every_mark_is_the_words_at_its_place(report: Report) -> None:
    """text[start:end] of the article is the marked words, and lies inside the sentence shown."""
    texts = dict(sample()[0].articles.select("article", "text").iter_rows())
    marks = 0
    for evidence in report.evidence.values():
        for one in evidence.excerpts:
            assert one.text == texts[one.article][one.start : one.end]
            for mark in one.marks:
                assert mark.surface == texts[one.article][mark.start : mark.end]
                assert one.start <= mark.start < mark.end <= one.end
                marks += 1
    assert marks > 50


def test_numbers_and_their_evidence_agree(report: Report) -> None:
    """What stands behind a number is as many marks as the number counts."""
    for row in report.outlets:
        marked = {key.rpartition("-")[2]: report.evidence[key].marked for key in row.evidence}
        assert row.figures["blaming"].count == marked["blaming"]
        assert row.figures["loaded"].count == sum(marked.values())
    for part in report.actors:
        for row in part.rows:
            for measure in ("loaded", "mentions"):
                figure = row.figures[measure]
                assert figure.count == (report.evidence[figure.evidence].marked if figure.evidence else 0)


def test_links_say_rule_and_actor(report: Report) -> None:
    """A word tied to an actor shows by which rule, whom it colours, its value, its note and a plainer word."""
    evidence = report.evidence["a1-o1-coloured"]
    found = [
        reason for one in evidence.excerpts for mark in one.marks for reason in mark.reasons if reason.term == "tyrant"
    ]
    assert {(r.kind, r.rule, r.actor, r.valence, r.voice) for r in found} == {
        ("colouring word", "epithet", ACTORS[0].name, -3.0, "own")
    }
    assert found[0].note == "Says <unjust> & cruel."
    assert found[0].plain == "leader"


def test_quotations_show_their_speaker(report: Report) -> None:
    """What an actor is quoted saying unfolds to the quotations, with speaker and rule."""
    reasons = report.evidence["a1-o2-said"].excerpts[0].marks[0].reasons
    assert (reasons[0].kind, reasons[0].speaker, reasons[0].rule) == (
        "quotation",
        ACTORS[0].name,
        "reporting verb before it",
    )


def test_actors_in_most_articles_come_first(report: Report) -> None:
    """Actors are ranked by articles, then mentions; each has a row for every outlet that mentions it."""
    assert [part.actor for part in report.actors] == ["kovac", "lumen"]
    assert [row.outlet for row in report.actors[0].rows] == [GAZETTE, POST]


def test_findings_that_differ_come_first(report: Report) -> None:
    """Those that differ come first, of equal q the larger one; then similar; then what cannot tell, testable first."""
    order = [(f.verdict, f.measure, f.testable) for f in report.findings]
    assert order == [
        ("differs", "blaming", True), ("differs", "loaded", True), ("similar", "valence", True),
        ("cannot tell", "blaming", True), ("cannot tell", "praising", False),
    ]  # fmt: skip
    assert report.findings[3].name == ACTORS[0].name
    assert (report.findings[1].evidence_a, report.findings[1].evidence_b) == ("o1-loaded", "o2-loaded")


def test_untestable_comparisons_are_counted_where_they_do_not_fit() -> None:
    """With thousands of untestable comparisons the first stand in the report, and all are counted."""
    many = [
        finding("cannot tell", actor=f"x{n}", testable=False, p=None, q=None)
        for n in range(ranking.UNTESTABLE_KEPT + 7)
    ]
    report = build_report(sample()[0], COMPARISONS.frame([*many, finding("differs")]))
    assert len(report.findings) == ranking.UNTESTABLE_KEPT + 1
    assert report.left_out == 7
    assert sum(outcome.number for outcome in report.outcomes) == len(many) + 1


def test_without_text_only_marked_words_are_left() -> None:
    """With text=False no sentence, title or quotation is in the report."""
    report = build_report(*sample(), text=False)
    assert not report.with_text
    assert all(row.title is None for row in report.articles)
    surfaces = set()
    for evidence in report.evidence.values():
        for one in evidence.excerpts:
            assert one.text is None
            assert one.title is None
            surfaces |= {mark.surface for mark in one.marks}
    assert surfaces == {"tyrant", "brave", "claimed", "Kovac", "Lumen", ""}


def spread(evidence: Evidence) -> list[str]:
    return [one.article for one in evidence.excerpts]


def test_each_article_speaks_before_one_speaks_twice(report: Report) -> None:
    """The sentences shown are not the strongest: one of each article comes first, by id."""
    shown = spread(report.evidence["o1-blaming"])
    assert shown[:7] == [f"b{n}" for n in range(7)]
    assert len(shown) == 12
    assert report.evidence["o1-blaming"].more == report.evidence["o1-blaming"].sentences - 12


def test_large_corpora_show_some_of_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    """With little room every number keeps a sentence before any has its fourth, and says how many are left out."""
    monkeypatch.setattr(excerpts, "ROOM", 24_000)
    report = build_report(*sample())
    assert sum(len(evidence.excerpts) for evidence in report.evidence.values()) < 40
    assert all(evidence.excerpts for evidence in report.evidence.values())
    assert all(evidence.more == evidence.sentences - len(evidence.excerpts) for evidence in report.evidence.values())


def test_long_sentences_are_cut_around_their_first_mark() -> None:
    """A sentence of thousands of characters shows a stretch of it, the mark inside."""
    articles = build_articles((POST,), 1).with_columns(
        text=pl.lit("x " * 2000 + "The tyrant Kovac fell. " + "y " * 2000)
    )
    report = build_report(analyse(articles), None)
    one = report.evidence["o1-blaming"].excerpts[0]
    assert one.end - one.start == excerpts.LONGEST
    assert one.text is not None
    assert "tyrant Kovac" in one.text
    assert one.text[one.marks[0].start - one.start : one.marks[0].end - one.start] == "tyrant"


def test_words_marked_twice_are_one_mark() -> None:
    """Two entries on the same words give one mark with both reasons."""
    analysis = sample()[0]
    again = analysis.hits.filter(pl.col("term") == "tyrant").with_columns(
        entry=pl.lit("own/mine.csv:tyrant@2"), category=pl.lit("mine")
    )
    report = build_report(replace(analysis, hits=pl.concat([analysis.hits, again])), None)
    marks = [mark for one in report.evidence["o1-blaming"].excerpts for mark in one.marks if mark.surface == "tyrant"]
    assert {len(mark.reasons) for mark in marks} == {2}
    assert report.evidence["o1-blaming"].marked == build_report(analysis, None).evidence["o1-blaming"].marked


@pytest.mark.parametrize("articles", [build_articles((POST,), 1), build_articles((POST,), 0), build_articles(events=1)])
def test_small_corpora_have_a_report(articles: pl.DataFrame) -> None:
    """One article, one outlet, or nothing at all: the report says so and does not fail."""
    report = build_report(analyse(articles, notes=()), COMPARISONS.empty())
    assert report.overview.articles == articles.height
    assert report.findings == ()
