"""Near-copies are one story; blocks shared by different stories count once."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus import read_corpus
from framing.corpus.blocks import find_blocks
from framing.corpus.furniture import find_furniture
from framing.corpus.stories import containments, find_stories


def prose(seed: int, words: int) -> str:
    """Words without sense, in sentences of ten."""
    draw = random.Random(seed)
    drawn = [f"w{draw.randrange(5000)}" for _ in range(words)]
    return " ".join(" ".join(drawn[start : start + 10]).capitalize() + "." for start in range(0, words, 10))


def stories(*texts: str) -> list[str]:
    return find_stories(
        [str(row) for row in range(len(texts))], texts, [find_furniture(text) for text in texts], range(len(texts))
    )


def blocks(*texts: str, same: bool = False) -> list[list[tuple[str, str]]]:
    ids = [f"a{row}" for row in range(len(texts))]
    marks = [find_furniture(text) for text in texts]
    found = find_blocks(ids, texts, ["s"] * len(texts) if same else ids, marks, range(len(texts)))
    return [
        [(text[mark.start : mark.end], mark.reason) for mark in of_text]
        for text, of_text in zip(texts, found, strict=True)
    ]


WIRE = prose(1, 300)
BLOCK = [
    "The first pier at Sand was built in 1871 by two brothers who sold salt.",
    "It burned.",
    "The second one stood until the great storm took it and nine boats away.",
]


def test_copies_share_the_id_of_the_first() -> None:
    """A wire report reprinted with a dateline, cut to two thirds, or in other quotes and case is one story."""
    assert stories(
        WIRE, prose(2, 300), "SAND (AP) - " + WIRE + " © 2024 AP", WIRE[: len(WIRE) * 2 // 3], WIRE.upper()
    ) == [*("0", "1", "0", "0", "0")]


def test_copies_of_copies_are_one_story() -> None:
    """Two cuts of one report that hardly overlap are joined by the whole report."""
    half = len(WIRE) // 2
    assert stories(WIRE[: half + 50], WIRE[half - 50 :], WIRE) == ["0", "0", "0"]


def test_the_first_is_the_earliest_by_order() -> None:
    """A story is named after the article that came out first, not the one listed first."""
    assert find_stories(["x", "y"], [WIRE, WIRE + " More."], [[], []], [1, 0]) == ["y", "y"]


def test_different_articles_stay_apart() -> None:
    """A shared quotation or a third of the text does not make two articles one story."""
    assert stories(WIRE, prose(3, 200) + " " + WIRE[: len(WIRE) // 4]) == ["0", "1"]
    assert stories("Yes.", "He thought about it for a day and then said yes.", "Yes!") == ["0", "1", "2"]


def test_furniture_does_not_make_copies() -> None:
    """Two articles of one site with the same long footer are no copies of each other."""
    footer = "\nSign up for our newsletter " + prose(4, 25).rstrip(".") + "\nCopyright 2024 " + prose(5, 40)
    assert stories(prose(6, 40) + footer, prose(7, 40) + footer) == ["0", "1"]


def test_very_many_exact_copies_are_still_found() -> None:
    """A report that sixty outlets print is one story, though phrases common to that many texts are not compared."""
    assert set(stories(*[WIRE] * 60)) == {"0"}


def test_containment_is_measured_against_the_shorter() -> None:
    """The share is of the shorter text: 1 for an excerpt, however long the other is."""
    pair = containments([WIRE, WIRE[: len(WIRE) // 3]]).row(0, named=True)
    assert (pair["a"], pair["b"]) == (0, 1)
    assert pair["containment"] == pytest.approx(1.0, abs=0.02)


@given(st.lists(st.text(), max_size=5))
def test_any_texts_have_stories(texts: list[str]) -> None:
    """Every article has a story that is itself or an earlier article of the same story."""
    found = stories(*texts)
    assert [found[int(story)] for story in found] == found
    assert all(int(story) <= row for row, story in enumerate(found))


def test_a_shared_block_counts_in_the_first_article_only() -> None:
    """The block is marked in the later article, its short sentence and both quote styles included."""
    first = f"Something own about a vote here.\n{BLOCK[0]}\n{BLOCK[1]}\n“{BLOCK[2]}”"
    later = f'{BLOCK[0]} {BLOCK[1]}\n"{BLOCK[2]}"\nAnother thing altogether happened there.'
    assert blocks(first, later) == [
        [],
        [(BLOCK[0], "shared with a0"), (BLOCK[1], "shared with a0"), (f'"{BLOCK[2]}"', "shared with a0")],
    ]


def test_a_sentence_with_a_word_changed_stays_counted() -> None:
    """Where an outlet changed a word of the block, that sentence is its own; the rest is shared."""
    changed = BLOCK[2].replace("great storm", "despotic storm")
    third = "Nobody ever asked the brothers where all of that salt had come from."
    found = blocks("\n".join([*BLOCK, third, WIRE]), "\n".join([BLOCK[0], changed, third]))
    assert [surface for surface, _ in found[1]] == [BLOCK[0], third]


def test_copies_are_not_marked_against_each_other() -> None:
    """Articles of one story are collapsed as a whole later; marking them would empty all but one."""
    assert blocks("\n".join(BLOCK), "\n".join(BLOCK), same=True) == [[], []]


@pytest.mark.parametrize(
    "shared",
    [
        "No comment was given.",
        "“It was never my pier to begin with, and it was never yours either, as everybody in Sand knows too well.”",
        "The mayor of the town did not answer.",
    ],
)
def test_short_or_spoken_sentences_are_no_block(shared: str) -> None:
    """Two reporters who heard the same words, or wrote the same short sentence, did not copy."""
    assert blocks(f"One thing happened.\n{shared}\nAn end.", f"Other things did.\n{shared}\nNo end.") == [[], []]


def test_the_earliest_article_keeps_the_block(tmp_path: Path) -> None:
    """Dates decide who was first; the notes name both articles, and text outside the block is untouched."""
    block = "\n".join(BLOCK)
    for name, own in (("late", prose(8, 100)), ("early", prose(9, 100))):
        (tmp_path / f"{name}.txt").write_text(f"{own}\n{block}", encoding="utf-8")
    manifest = "file,outlet,date\nlate.txt,Gull,2024-08-07\nearly.txt,Post,2024-08-06\n"
    (tmp_path / "manifest.csv").write_text(manifest, encoding="utf-8")
    reading = read_corpus(tmp_path)
    reasons = {row["article"]: [mark["reason"] for mark in row["furniture"]] for row in reading.articles.to_dicts()}
    assert reasons == {"late": ["shared with early"] * 3, "early": []}
    assert any(note.endswith("1 (late with early).") for note in reading.notes)


def test_notes_say_what_is_missing(tmp_path: Path) -> None:
    """Copies, missing titles, unread dates and a single outlet are each said in a sentence."""
    rows = [
        f"{number},Gull,{text},{date}"
        for number, text, date in (("x", WIRE, "soon"), ("y", WIRE + " End.", "2024-08-06"))
    ]
    (tmp_path / "a.csv").write_text("id,outlet,text,date\n" + "\n".join(rows), encoding="utf-8")
    reading = read_corpus(tmp_path / "a.csv")
    assert reading.notes == (
        "All articles are of one outlet, Gull, so no outlets can be compared.",
        "Articles without a title: 2 of 2.",
        "Dates that could not be read and count as missing: 1, first 'soon' at a.csv:2.",
        "Articles that are near-copies of an earlier one: 1 (x with y).",
    )
    assert reading.articles["story"].to_list() == ["y", "y"]
