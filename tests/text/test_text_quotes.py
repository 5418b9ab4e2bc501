"""Quotation marks to quotations, in all the ways newspapers set them."""

from __future__ import annotations

import pytest
from engine_samples import read
from hypothesis import given
from hypothesis import strategies as st

SPEECH, PART = True, False


def quotations(text: str) -> list[tuple[str, bool]]:
    """Every quotation with its marks, and whether it is a sentence or more."""
    return [(surface, kind == "speech") for surface, kind in read(text).quotes()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # double marks
        ('He said "we will not go home" on Monday.', [('"we will not go home"', PART)]),
        ("He said “we will not go home” on Monday.", [("“we will not go home”", PART)]),
        ('"We will not go home," he said.', [('"We will not go home,"', SPEECH)]),
        ("“We will not go home,” he said. “Not now, not ever.”",
         [("“We will not go home,”", SPEECH), ("“Not now, not ever.”", SPEECH)]),
        ("Il a dit : «on ne part pas.»", [("«on ne part pas.»", SPEECH)]),
        ("He spoke of «la patrie» twice.", [("«la patrie»", PART)]),
        ("It was “a farce”, “a joke”, “theatre”.", [("“a farce”", PART), ("“a joke”", PART), ("“theatre”", PART)]),
        # single marks beside apostrophes
        ("He said ‘we won’t go’ again.", [("‘we won’t go’", PART)]),
        ("He said 'we won't go' again.", [("'we won't go'", PART)]),
        ("It wasn't Orlan's, she said: 'It's the town's own money.'", [("'It's the town's own money.'", SPEECH)]),
        ("‘The soldiers’ families can’t wait,’ she said.", [("‘The soldiers’ families can’t wait,’", SPEECH)]),
        ("'The workers' pay is a scandal,' he said.", [("'The workers' pay is a scandal,'", SPEECH)]),
        ("The workers' pay and the soldiers' boots were late.", []),
        ("Back in the ’90s, rock ’n’ roll didn’t die in the clubs’ cellars.", []),
        ("He said, ‘I’m stuck in the ’90s,’ and left.", [("‘I’m stuck in the ’90s,’", SPEECH)]),
        ("It was the '90s.", []),
        ("The ‘boys’ left.", [("‘boys’", PART)]),
        ("Voters' trust fell in '16 and again in '20.", []),
        ("The players’ strike and the owners’ reply.", []),
        # quotes in quotes
        ("“He told me ‘go home’ and left,” she said.", [("“He told me ‘go home’ and left,”", SPEECH)]),
        ("‘He told me “go home” and left,’ she said.", [("‘He told me “go home” and left,’", SPEECH)]),
        ("'He told me \"go home\" and left,' she said.", [("'He told me \"go home\" and left,'", SPEECH)]),
        # what is speech and what is a part of it
        ('The "masterstroke" failed.', [('"masterstroke"', PART)]),
        ("He said: “Never.”", [("“Never.”", SPEECH)]),
        ("She said the vote was “free. And it was fair” too.", [("“free. And it was fair”", SPEECH)]),
        ("“Go!”", [("“Go!”", PART)]),
        # over paragraphs whose marks are not repeated
        ("“We go home.\n\nWe never come back.” Rain fell.", [("“We go home.\n\nWe never come back.”", SPEECH)]),
        ('He called it "big.\n\nAnd it was." Rain fell.', [('"big.\n\nAnd it was."', SPEECH)]),
        ("“We go home.\n\nRain fell. “We stay,” he said.", [("“We go home.", SPEECH), ("“We stay,”", PART)]),
        ("He said ‘no.\n\nThe soldiers.’ left.", []),
        ('A 5" pipe.\n\nA "thing.\n\nA 6" plank.', []),
        # marks that are no quotation
        ('A 5" pipe and a 6ft plank.', []),
        ("It opened with “ and never went on like that.", []),
        ("No marks at all.", []),
        ("“”", []),
    ],
)  # fmt: skip
def test_quotations_are_found_as_a_reader_finds_them(text: str, expected: list[tuple[str, bool]]) -> None:
    """Straight and curly, double and single, beside apostrophes and inside one another."""
    assert quotations(text) == expected


def test_a_speech_over_paragraphs_closes_at_its_end() -> None:
    """A speech whose paragraphs each open with a mark and that closes only at the end is quoted from first to last."""
    text = "“We waited all night.\n\n“Nobody came to help us.\n\n“Then it was over,” she said. Rain fell."
    result = read(text)
    assert result.quotes() == [
        ("“We waited all night.", "speech"),
        ("“Nobody came to help us.", "speech"),
        ("“Then it was over,”", "speech"),
    ]
    assert result.evidence.quotes["continues"].to_list() == [False, True, True]
    assert result.evidence.sentences["words_own"].to_list() == [0, 0, 2, 2]


@pytest.mark.parametrize("marks", ["''", '""', "‘’", "“”"])
def test_a_speech_over_paragraphs_in_all_marks(marks: str) -> None:
    """It makes no difference which marks an outlet uses."""
    opening, closing = marks[0], marks[1]
    text = f"{opening}We waited all night.\n\n{opening}Nobody came to help us,{closing} she said."
    assert read(text).evidence.quotes["continues"].to_list() == [False, True]


def test_a_forgotten_closing_mark_costs_a_paragraph_and_no_more() -> None:
    """Where a mark that a colon announces is never closed, the quotation ends with its paragraph."""
    result = read("He said: “We will not go home.\n\nThe council met on Monday.")
    assert result.quotes() == [("“We will not go home.", "speech")]
    assert sum(result.evidence.sentences["words_quoted"].to_list()) == 5
    assert sum(result.evidence.sentences["words_own"].to_list()) == 7


def test_a_stray_mark_quotes_nothing() -> None:
    """A mark inside a sentence that nothing introduces and nothing closes leaves all words the outlet's own."""
    result = read("The old “bridge was closed.\n\nTraffic was light.")
    assert result.quotes() == []
    assert sum(result.evidence.sentences["words_own"].to_list()) == 8


@given(
    st.lists(
        st.sampled_from(["Stay", "they", "won’t", "soldiers’", "“", "”", "‘", "’", '"', "'", ".", ",", "\n", " "]),
        max_size=40,
    )
)
def test_quotations_lie_apart_and_begin_and_end_with_their_marks(parts: list[str]) -> None:
    """In any muddle of marks, quotations are in order, share no character and never leave their paragraph."""
    text = " ".join(parts)
    rows = read(text).evidence.quotes.select("start", "end").rows()
    reached = 0
    for start, end in rows:
        assert reached <= start < end
        assert text[start] in "“‘\"'„‚«"
        assert "\n" not in text[start:end].strip() or text[start:end].split("\n")[1].strip()[:1].islower()
        reached = end
