"""Every measure of SCORES is compared as what it is: a rate, a share or a mean, in the voice that it has scores in."""

from __future__ import annotations

import numpy as np
import pytest
from compare_samples import frame, score_rows

from framing.comparison import compare
from framing.comparison.measures import COMPARED, find_measure
from framing.score import MEASURES
from framing.tables import VOICES


def _rows(outlet, counts, words, *, voice="own", **options):
    return [{**row, "voice": voice} for row in score_rows(outlet, counts, words, **options)]


def _one(measure, a, b, **options):
    return compare(frame(a, b), measures=[measure], **options).row(0, named=True)


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_of_scores_can_be_compared(name):
    """Whatever is scored can be asked for; counts become rates or shares of what they are counted in."""
    kinds = {"rate": "rate", "share": "share", "mean": "mean", "count": ("rate", "share")}
    assert find_measure(name).kind in kinds[MEASURES[name].kind]


def test_no_measure_is_compared_that_is_not_scored():
    """The names in the error message and in the help are names of SCORES."""
    scored = {name.partition("<")[0].rstrip(":") for name in MEASURES} | {name.partition(":")[0] for name in MEASURES}
    assert set(COMPARED) <= scored
    assert {measure.voice for measure in COMPARED.values()} <= {None, *VOICES}


def test_kinds_of_reporting_verbs_are_shares():
    """Two of ten verbs against four of ten is twice the share, not so many per 1,000 words."""
    a = _rows("A", [2] * 12, [10] * 12, measure="verbs:doubting", actor="X")
    b = _rows("B", [4] * 12, [10] * 12, measure="verbs:doubting", actor="X")
    row = _one("verbs:doubting", a, b, names={"X": "Mr X"})
    assert (row["value_a"], row["value_b"]) == (pytest.approx(0.2), pytest.approx(0.4))
    assert (
        "the share of reporting verbs of the kind “doubting” for what is said by Mr X in its own voice"
        in row["wording"]
    )


def test_quoted_words_are_compared_in_quotations():
    """Quoted words have no own voice: they are compared as a share of all quoted words, whatever voice is asked for."""
    a = _rows("A", [30] * 12, [100] * 12, measure="quoted_words", actor="X", voice="quoted")
    b = _rows("B", [60] * 12, [100] * 12, measure="quoted_words", actor="X", voice="quoted")
    row = _one("quoted_words", a, b)
    assert (row["voice"], row["units_a"], row["value_a"]) == ("quoted", 12, pytest.approx(0.3))
    assert "the share of quoted words that are those of X was 2.00 times as large at B as at A" in row["wording"]


def test_tone_is_not_called_favourable_to_anybody():
    """General tone is read from the sentences that mention an actor; it says nothing of how the actor is treated."""
    spread = [(-1) ** i * 0.1 for i in range(20)]
    for name, better, scale in (
        ("tone:vader_compound", "friendlier", "from -1 to +1"),
        ("tone:textblob_subjectivity", "more subjective", "from 0 to 1"),
    ):
        a = _rows("A", [1] * 20, [4] * 20, measure=name, actor="X", values=[0.7 + x for x in spread])
        b = _rows("B", [1] * 20, [4] * 20, measure=name, actor="X", values=[0.2 + x for x in spread])
        row = _one(name, a, b, voice="headline")
        assert row["voice"] == "own"
        said = "what A wrote in sentences that mention X in its own voice was on average 0.50"
        assert f"{said} {better} (“{name.partition(':')[2]}”) than at B" in row["wording"]
        assert f"on a scale {scale}." in row["wording"]


def test_measures_of_several_voices_stand_side_by_side():
    """Loaded words in own voice and quoted words in quotations may be asked for together: each row names its voice."""
    parts = []
    for outlet in "AB":
        parts.append(_rows(outlet, [3] * 8, [100] * 8, actor="X"))
        parts.append(_rows(outlet, [30] * 8, [90] * 8, actor="X", measure="quoted_words", voice="quoted"))
        parts.append(_rows(outlet, [1] * 8, [50] * 8, actor="X", voice="quoted"))
    out = compare(frame(*parts), measures=["loaded", "quoted_words"])
    assert out.select("measure", "voice", "hits").rows() == [("loaded", "own", 48.0), ("quoted_words", "quoted", 480.0)]


def test_valence_over_events_without_a_colouring_word():
    """Events in which nothing is coloured have a valence of 0 and no word to divide by: they count, and no warning."""
    events = [f"e{i}" for i in range(8)]
    values = np.linspace(-0.4, 0.3, 8).tolist()
    a = _rows("A", [0] * 8, [0] * 8, measure="valence", actor="X", events=events, values=[0.0] * 8)
    b = _rows("B", values, [0, 0, 2, 2, 2, 2, 2, 2], measure="valence", actor="X", events=events, values=values)
    row = _one("valence", a, b)
    assert (row["design"], row["units_a"], row["testable"]) == ("matched events", 8, True)


def test_an_article_without_own_words_about_the_actor_is_no_unit():
    """Who is named in quotations alone has no own voice to be compared: neither its rate nor its mean is a unit."""
    for measure, values in (("loaded", None), ("valence", [0.1, 0.2, 0.0, 0.1, 0.3, None])):
        a = _rows("A", [1, 2, 1, 1, 1, 0], [10, 10, 10, 10, 10, 0], measure=measure, actor="X", values=values)
        b = _rows("B", [1, 2, 1, 1, 1, 0], [10, 10, 10, 10, 10, 0], measure=measure, actor="X", values=values)
        row = _one(measure, a, b)
        assert (row["units_a"], row["units_b"]) == (5, 5)
