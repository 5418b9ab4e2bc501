"""Every rule, measure and voice that the tables may hold has words in the report."""

from __future__ import annotations

import pytest

from framing.link.roles import Role
from framing.report import numbers
from framing.report.terms import MEASURES, RULES, VOICES, name_measure, name_subject
from framing.score import MEASURES as SCORED
from framing.tables import VOICES as ALL_VOICES


def test_every_rule_has_an_explanation() -> None:
    """The rules that tie words to actors are all explained, and no others."""
    assert set(RULES) == {role.name.lower() for role in Role if role != Role.NONE}


def test_every_measure_and_voice_has_a_name() -> None:
    """Measures by category or kind are named by what stands before the colon."""
    assert {name.partition(":<")[0] for name in SCORED} == set(MEASURES)
    assert set(VOICES) == set(ALL_VOICES)


def test_subjects_in_words() -> None:
    """A finding's subject is a phrase that can stand alone."""
    assert name_subject("loaded", None) == "Loaded words"
    assert name_subject("verbs:doubting", "Putin") == "Reporting verbs, doubting of Putin"
    assert name_subject("valence", "Putin") == "Mean valence of words about Putin"
    assert name_measure("loaded:labels") == "loaded words, labels"


@pytest.mark.parametrize(
    ("value", "kind", "shown"),
    [(12.345, "rate", "12.3"), (1234.5, "rate", "1,234"), (-0.456, "mean", "−0.46"), (0.001, "mean", "0.00"),
     (0.256, "share", "26 %"), (1234, "count", "1,234"), (None, "rate", "–")],
)  # fmt: skip
def test_values_in_their_units(value: float | None, kind: str, shown: str) -> None:
    """Rates with one digit, means with a sign, shares in per cent, and a dash for what could not be measured."""
    assert numbers.value(value, kind) == shown


@pytest.mark.parametrize(("x", "shown"), [(-3.0, "−3"), (1.5, "+1.5"), (0.0, "0"), (-0.25, "−0.25")])
def test_valences_in_few_digits(x: float, shown: str) -> None:
    """Valences show their sign and no more digits than they have."""
    assert numbers.valence(x) == shown


def test_chances() -> None:
    """Very small q-values are not printed as 0."""
    assert [numbers.chance(p) for p in (0.0004, 0.0123, None)] == ["< 0.001", "0.012", "–"]
