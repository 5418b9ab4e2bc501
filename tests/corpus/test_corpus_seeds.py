"""Five real articles, where they are at hand: what a scraper leaves in them is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.corpus import Reading, read_corpus
from framing.tables import ARTICLES, check

REAL = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="../shared/seeds is not here")


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_corpus(REAL)


def surfaces(reading: Reading, start: str) -> list[tuple[str, str]]:
    row = next(row for row in reading.articles.to_dicts() if row["article"].startswith(start))
    return [(mark["reason"], row["text"][mark["start"] : mark["end"]]) for mark in row["furniture"]]


def test_all_five_are_read_unaltered(reading: Reading) -> None:
    """Each text is its file's bytes, and nothing is set aside."""
    check(reading.articles, ARTICLES)
    files = {path.stem: path.read_bytes().decode() for path in REAL.glob("*.txt")}
    assert dict(reading.articles.select("article", "text").rows()) == files
    assert reading.set_aside.height == 0


@pytest.mark.parametrize(
    ("article", "mark"),
    [
        ("000", ("read more", "READ MORE SUN STORIES")),
        ("000", ("read more", "read more in Ukraine war")),
        ("000", ("byline", "By James Halpin, Foreign News Reporter")),
        ("001", ("advertisement", "ARTICLE AD BOX")),
        ("002", ("tag", "[/caption]")),
        ("003", ("separator", "***")),
        ("003", ("read more", "Read more at DailyMail.co.uk")),
    ],
)
def test_its_furniture_is_marked(reading: Reading, article: str, mark: tuple[str, str]) -> None:
    """What the page put around the article is left out."""
    assert mark in surfaces(reading, article)


def test_repeated_captions_are_marked(reading: Reading) -> None:
    """002's caption that repeats its first sentence, and 003's doubled captions, count once."""
    assert sum(reason == "repeated" for reason, _ in surfaces(reading, "002")) == 1
    assert sum(reason == "repeated" for reason, _ in surfaces(reading, "003")) == 16
    assert surfaces(reading, "004") == []


def test_the_block_that_three_share_is_found(reading: Reading) -> None:
    """The bylined block stays in 000 and is marked in 001 and 002, less the sentences that 001 reworded."""
    assert not any(reason.startswith("shared") for reason, _ in surfaces(reading, "000"))
    for article, sentences in (("001", 5), ("002", 7)):
        shared = [text for reason, text in surfaces(reading, article) if reason.startswith("shared with 000_")]
        assert len(shared) == sentences
        assert shared[0].startswith("Why does Ukraine launch")
    assert any(reason.startswith("shared with 001_") for reason, _ in surfaces(reading, "002"))
