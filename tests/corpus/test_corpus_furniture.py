"""Page furniture is found, and running prose that looks like it is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.furniture import ANYWHERE, LINES, find_furniture
from framing.corpus.marks import Mark, disjoint, lines

FURNITURE = [
    ("advertisement", "ARTICLE AD BOX"),
    ("advertisement", "Advertisement"),
    ("advertisement", "Story continues below"),
    ("advertisement", "STORY CONTINUED BELOW ADVERTISEMENT"),
    ("advertisement", "Continue reading the main story"),
    ("read more", "READ MORE GULL STORIES"),
    ("read more", "read more in Harbour news"),
    ("read more", "Read More: the pier that never was"),
    ("read more", "Read more at GullOnline.example"),
    ("read more", "Full story"),
    ("read more", "CLICK HERE TO GET THE GULL APP"),
    ("related", "Related: Ten piers to see before winter"),
    ("related", "Most Read"),
    ("related", "Most read in Sport"),
    ("share bar", "Share this article"),
    ("share bar", "Share on Facebook"),
    ("share bar", "Tweet"),
    ("share bar", "Share | Tweet | WhatsApp | Email"),
    ("share bar", "Comments (12)"),
    ("share bar", "Follow us on Twitter @gull"),
    ("newsletter", "Sign up for our newsletter and never miss a tide"),
    ("newsletter", "Subscribe to our channel"),
    ("newsletter", "Get the best of the Gull delivered to your inbox. You may stop at any time."),
    ("byline", "By Anna Reed, Harbour Correspondent"),
    ("byline", "By ANNA REED and Tom de Vries"),
    ("byline", "By Anna J. Reed in Port Sand"),
    ("copyright", "Copyright 2024 The Gull. Do not copy."),
    ("copyright", "© 2024 The Gull"),
    ("copyright", "The Gull Ltd. All rights reserved."),
    ("credits", "(Reporting by Anna Reed in Sand; Editing by Tom Vries)"),
    ("credits", "Additional reporting by Anna Reed and Tom Vries."),
    ("credits", "The Harbour Agency contributed to this report."),
    ("separator", "***"),
    ("separator", "* * *"),
    ("separator", "____"),
    ("picture credit", "Picture: Anna Reed"),
    ("picture credit", "Image 2 of 7"),
    ("tag", "[/caption]"),
    ("tag", '[caption id="a" width="600"]'),
]

PROSE = [
    "You can read more at the library, the mayor told the children.",
    "Read more about it there, she said.",
    "By Tuesday the harbour was empty.",
    "By Anna Reed's own account the plan failed twice.",
    "Share prices fell by a tenth.",
    "Tweets about the pier were deleted.",
    "Comments about the mayor's hat went on for days.",
    "Subscribe to that view or not, the pier is gone.",
    "Sign up by Friday, the council urged residents.",
    "Copyright law protects the design of the pier.",
    "Reporting by the harbour board shows that the mayor lied about the costs.",
    "Related charges were dropped in May.",
    "She gave a well-earned *** to the third act.",
    "The advertisement showed a pier.",
    "X marks the spot.",
    "Most read the letter as a threat.",
]


@pytest.mark.parametrize(("reason", "line"), FURNITURE)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\n\n"])
def test_furniture_lines_are_marked_between_paragraphs(reason: str, line: str, newline: str) -> None:
    """The line is marked, exactly and whole, whatever the newlines; its neighbours are not."""
    text = newline.join(["The pier is gone.", line, "Nobody saw it go."])
    marks = find_furniture(text)
    assert [(text[mark.start : mark.end], mark.reason) for mark in marks] == [(line, reason)]


@pytest.mark.parametrize("reason", sorted({reason for reason, _ in (*LINES, *ANYWHERE)}))
def test_every_kind_of_furniture_has_an_example(reason: str) -> None:
    """No rule of the table goes untested by kind."""
    assert reason in {kind for kind, _ in FURNITURE}


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_left_alone(line: str) -> None:
    """Sentences that begin like furniture still count."""
    assert find_furniture(f"The pier is gone.\n{line}\nNobody saw it go.") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("ARTICLE AD BOXSHOCKED residents met.", ["ARTICLE AD BOX"]),
        ("The pier is gone.ARTICLE AD BOX\nNobody saw.", ["ARTICLE AD BOX"]),
        ("A pier[/caption]The council met.", ["[/caption]"]),
        ("It is gone. Read more at Gull.example today", ["Read more at Gull.example today"]),
        ("It is gone.Read more at www.gull.example", ["Read more at www.gull.example"]),
        (
            "It is gone. (Reporting by A. Reed; Editing by T. Vries) More.",
            ["(Reporting by A. Reed; Editing by T. Vries)"],
        ),
    ],
)
def test_furniture_glued_to_prose_is_cut_out(text: str, marked: list[str]) -> None:
    """What a scraper ran into the article's own words is marked without them."""
    assert [text[mark.start : mark.end] for mark in find_furniture(text)] == marked


def test_a_repeated_caption_counts_once() -> None:
    """A caption given twice, with other quotes, case or points, is marked the second time; short lines may recur."""
    text = "The mayor's ‘secret’ pier at dawn.\n\nTHE mayor’s 'secret' pier at dawn\n\nNo comment.\n\nNo comment."
    marks = find_furniture(text)
    assert [(text[mark.start : mark.end], mark.reason) for mark in marks] == [
        ("THE mayor’s 'secret' pier at dawn", "repeated")
    ]


def test_a_caption_that_repeats_a_sentence_is_marked() -> None:
    """Captions run together by their tags are told apart; the one that repeats a sentence of the text is marked."""
    captions = "The old pier burned on Monday[/caption] Sand, seen from above[/caption]"
    text = f"The old pier burned on Monday. Nobody cared.\n{captions}It was old."
    assert [(text[mark.start : mark.end], mark.reason) for mark in find_furniture(text)] == [
        ("The old pier burned on Monday", "repeated"),
        ("[/caption]", "tag"),
        ("[/caption]", "tag"),
    ]


FRAGMENTS = st.sampled_from([line for _, line in FURNITURE] + PROSE + ["\n", "\r\n", " ", "“", "\u2028", "é", "𝔸", "."])


@given(st.one_of(st.text(), st.lists(FRAGMENTS, max_size=12).map("".join)))
def test_marks_are_sorted_disjoint_and_inside_the_text(text: str) -> None:
    """Marks can always be cut out of the text one after the other."""
    marks = find_furniture(text)
    bounds = [bound for mark in marks for bound in (mark.start, mark.end)]
    assert bounds == sorted(bounds)
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
    assert find_furniture(text) == marks == disjoint(marks)


@given(st.one_of(st.text(), st.lists(FRAGMENTS, max_size=12).map("".join)))
def test_passages_never_touch_a_mark(text: str) -> None:
    """Sentences are looked for between the marks, in order, without white space around them."""
    marks = find_furniture(text)
    taken = {place for mark in marks for place in range(mark.start, mark.end)}
    end = 0
    for passage in (passage for line in lines(text, marks) for passage in line):
        assert end <= passage.start < passage.end
        assert taken.isdisjoint(range(passage.start, passage.end))
        assert text[passage.start : passage.end].strip() == text[passage.start : passage.end]
        end = passage.end


def test_overlapping_marks_merge_under_the_first() -> None:
    """Two rules that meet on the same characters give one mark."""
    assert disjoint([Mark(3, 9, "b"), Mark(0, 5, "a"), Mark(9, 9, "c"), Mark(9, 10, "d")]) == [
        Mark(0, 9, "a"),
        Mark(9, 10, "d"),
    ]
